"""Figures of who has been sent: units, cadres, seconded people, teams."""

from django.db.models import Count, Exists, Min, OuterRef, Q

from campaign.figures.base import Check, Figure
from courtyards.models import BranchPairing, PairedCadre
from orgs.models import Person, Secondment, Unit
from volunteers.models import Team

THEME = "包联力量"
CADRE_PLACES = "paired_courtyards__courtyard__division__code"

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
    held = Q(paired_courtyards__in=PairedCadre.objects.on(day).order_by())
    return Person.objects.filter(held).annotate(
        courtyards_paired=Count("paired_courtyards"),
        place=Min("paired_courtyards__courtyard__division_id"),
    )


def _units(day):
    """Units that are paired with a courtyard branch, with the community of (the first of) them."""
    held = Q(pairings__in=BranchPairing.objects.on(day).order_by())
    return (
        Unit.objects.on(day).filter(held).annotate(place=Min("pairings__organization__division_id"))
    )


def _secondment(rank: str):
    return lambda day: Secondment.objects.on(day).filter(rank=rank)


FIGURES = [
    Figure(
        "paired_units",
        "联建单位",
        _units,
        place="place",
        chosen_from="pairings__organization__division__code",
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
        chosen_from=CADRE_PLACES,
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
        chosen_from=CADRE_PLACES,
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
        chosen_from=CADRE_PLACES,
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
