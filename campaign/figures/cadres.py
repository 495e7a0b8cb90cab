"""Figures of who has been sent: units, cadres, seconded people, teams."""

from django.db.models import CharField, Count, Exists, OuterRef, Subquery

from campaign.figures.base import Check, Figure
from courtyards.models import BranchPairing, PairedCadre
from orgs.models import Person, Secondment, Unit
from volunteers.models import Team

THEME = "包联力量"

CADRES_MATCH = Check(
    "干部人数 + 包联两个楼院的人数 = 有包联干部的楼院",
    ("paired_cadres", "paired_cadres_two"),
    ("courtyards_with_cadre",),
)


def _cadres(day):
    """Persons who are paired with at least one courtyard, with the number of their courtyards.

    `place` is the community of (the first of) them: a cadre belongs to a county unit, but counts
    where the courtyard stands.
    """
    paired = PairedCadre.objects.on(day)
    pairs = paired.filter(person=OuterRef("pk"))
    number = pairs.order_by().values("person").annotate(n=Count("pk")).values("n")
    place = pairs.order_by("courtyard__division_id").values("courtyard__division_id")
    return Person.objects.filter(pk__in=paired.values("person")).annotate(
        courtyards_paired=Subquery(number), place=Subquery(place[:1], output_field=CharField())
    )


def _units(day):
    """Units that are paired with a courtyard branch, with the community of (the first of) them."""
    pairings = BranchPairing.objects.on(day).filter(unit=OuterRef("pk"))
    place = pairings.order_by("organization__division_id").values("organization__division_id")
    return Unit.objects.paired_on(day).annotate(place=Subquery(place[:1], output_field=CharField()))


def _secondment(rank: str):
    return lambda day: Secondment.objects.on(day).filter(rank=rank)


FIGURES = [
    Figure(
        "paired_units",
        "联建单位",
        _units,
        place="place",
        unit="家",
        theme=THEME,
        definition="与楼院党支部开展支部联建的市直机关单位数；一家联建几处的，按其中一处统计。",
    ),
    Figure(
        "pairings",
        "支部联建",
        BranchPairing.objects.on,
        unit="对",
        theme=THEME,
        headline=False,
        definition="单位与楼院党支部的联建关系数。",
    ),
    Figure(
        "paired_cadres",
        "包联干部",
        _cadres,
        place="place",
        unit="名",
        theme=THEME,
        checks=(CADRES_MATCH,),
        definition="正在包联楼院的干部人数，包联两个楼院的只计一名，按其中一处统计。",
    ),
    Figure(
        "paired_cadres_two",
        "包联两个楼院的干部",
        lambda day: _cadres(day).filter(courtyards_paired=2),
        place="place",
        unit="名",
        theme=THEME,
        checks=(CADRES_MATCH,),
        definition="同时包联两个楼院的干部人数。",
    ),
    Figure(
        "courtyards_with_cadre",
        "有包联干部的楼院",
        lambda day: PairedCadre.objects.on(day),
        unit="个",
        theme=THEME,
        headline=False,
        definition="干部与楼院的包联关系数。",
    ),
    Figure(
        "paired_cadres_section",
        "科级包联干部",
        lambda day: _cadres(day).filter(
            Exists(PairedCadre.objects.on(day).filter(person=OuterRef("pk"), capacity="section"))
        ),
        place="place",
        unit="名",
        theme=THEME,
        definition="包联干部中的科级干部人数，其余为优秀年轻干部。",
    ),
    Figure(
        "commando_teams",
        "党员先锋突击队",
        lambda day: Team.objects.on(day).filter(kind="commando"),
        unit="支",
        theme=THEME,
        definition="在岗的项目攻坚党员先锋突击队数。",
    ),
    Figure(
        "seconded_deputy_county",
        "抽调副县级领导",
        _secondment("deputy_county"),
        unit="名",
        theme=THEME,
        definition="抽调到双改办、仍在岗的副县级领导人数。",
    ),
    Figure(
        "seconded_section",
        "抽调科级干部",
        _secondment("section"),
        unit="名",
        theme=THEME,
        definition="抽调到双改办、仍在岗的科级领导干部人数。",
    ),
    Figure(
        "seconded_members",
        "抽调党员",
        _secondment("member"),
        unit="名",
        theme=THEME,
        definition="抽调到双改办、仍在岗的党员人数（不含上两类）。",
    ),
]
