"""What the courtyards add to the pages of organisations, units, people and divisions."""

from courtyards import tables
from courtyards.models import (
    BranchCoverage,
    BranchPairing,
    Courtyard,
    GroupCoverage,
    Headship,
    PairedCadre,
)
from ledgers.sections import Rows

OF_ORGANIZATION = (
    Rows(
        "覆盖楼院",
        BranchCoverage,
        "organization",
        table=tables.BranchCoverageTable,
        columns=("courtyard", "since", "until"),
        holding=False,
        order=("-since",),
        quiet=True,
    ),
    Rows(
        "覆盖楼栋",
        GroupCoverage,
        "organization",
        table=tables.GroupCoverageTable,
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

OF_UNIT = (
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
