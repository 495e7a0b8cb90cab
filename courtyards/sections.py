"""What the courtyards add to the pages of organisations, units, people and divisions."""

from django.db.models import Count, Q

from courtyards.models import (
    BranchCoverage,
    BranchPairing,
    Courtyard,
    GroupCoverage,
    Headship,
    PairedCadre,
)
from courtyards.places.tables import BranchCoverageTable, GroupCoverageTable
from ledgers.pages.sections import Page, Panel, Rows
from orgs.models import Unit

# The units that are paired and send cadres.
SENDING_KINDS = (Unit.Kind.ORGAN, Unit.Kind.COMMITTEE)

OF_ORGANIZATION = (
    Rows(
        "覆盖楼院",
        BranchCoverage,
        "organization",
        table=BranchCoverageTable,
        columns=("courtyard", "since", "until"),
        holding=False,
        order=("-since",),
        quiet=True,
    ),
    Rows(
        "覆盖楼栋",
        GroupCoverage,
        "organization",
        table=GroupCoverageTable,
        columns=("courtyard", "building", "since", "until"),
        holding=False,
        order=("-since",),
        quiet=True,
    ),
    Rows(
        "支部联建",
        BranchPairing,
        "organization",
        columns=("unit", "agreement", "since", "until"),
        holding=False,
        list_filter="organization",
        empty="没有联建单位。",
    ),
)


def _sent(page: Page) -> list[tuple[str, int, str, str]] | None:
    """What a municipal unit does for courtyards on the day, as (what, how many, measure, list)."""
    unit = page.obj
    if unit.kind not in SENDING_KINDS:
        return None
    pairings = BranchPairing.objects.visible_to(page.user).on(page.on).filter(unit=unit)
    cadres = PairedCadre.objects.visible_to(page.user).on(page.on).filter(unit=unit)
    counts = cadres.aggregate(
        courtyards=Count("courtyard", distinct=True),
        persons=Count("person", distinct=True),
        section=Count("person", distinct=True, filter=Q(capacity="section")),
    )
    listed = page.address("courtyards:paired_cadre_list", unit=unit.pk)
    paired = page.address("courtyards:branch_pairing_list", unit=unit.pk)
    return [
        ("联建党支部", pairings.count(), "个", paired),
        ("下派干部", counts["persons"], "名", listed),
        ("其中科级干部", counts["section"], "名", ""),
        ("包联楼院", counts["courtyards"], "个", listed),
    ]


OF_UNIT = (
    Panel("联建与下派", "orgs/people/counts_fragment.html", _sent),
    Rows(
        "支部联建",
        BranchPairing,
        "unit",
        columns=("organization", "division", "since"),
        list_filter="unit",
        empty="没有联建党支部。",
    ),
    Rows(
        "派出的包联干部",
        PairedCadre,
        "unit",
        columns=("person", "capacity", "courtyard", "since"),
        list_filter="unit",
        empty="没有派出包联干部。",
    ),
)

OF_PERSON = (
    Rows(
        "楼院长、楼栋长任职",
        Headship,
        "person",
        columns=("kind", "courtyard", "building", "since", "until"),
        holding=False,
        quiet=True,
    ),
    Rows(
        "包联楼院",
        PairedCadre,
        "person",
        columns=("courtyard", "division", "capacity", "since", "until"),
        holding=False,
        quiet=True,
    ),
)

OF_DIVISION = (
    Rows(
        "楼院",
        Courtyard,
        "division",
        columns=("name", "households", "head_name", "branch_name", "cadre_name"),
        list_filter="division",
        empty="没有登记无主管楼院。",
    ),
)
