"""The county's real list of divisions, and workbooks written for a test."""

import csv
from pathlib import Path

import pytest
from workbooks import workbook

from ledgers import clock
from ledgers.importing.outcome import read_file
from orgs.imports.permitted import KINDS
from orgs.models import Division

DIVISIONS = Path(__file__).resolve().parents[3] / "demo/data/xingyang_divisions.csv"
LENGTH = {"county": 6, "township": 9, "community": 12, "village": 12}


@pytest.fixture
def divisions(db):
    """The divisions that the samples name."""
    Division.objects.bulk_create(
        Division(code="41" + "01" * (level == "prefecture"), name="示例", level=level)
        for level in ("province", "prefecture")
    )
    with DIVISIONS.open(encoding="utf-8") as lines:
        rows = [(row["code"][: LENGTH[row["level"]]], row) for row in csv.DictReader(lines)]
    parents = {6: 4, 9: 6, 12: 9}
    Division.objects.bulk_create(
        Division(
            code=code, name=row["name"], level=row["level"], parent_id=code[: parents[len(code)]]
        )
        for code, row in rows
    )


@pytest.fixture
def read(divisions):
    """read(kind, rows, …) writes a workbook and reads it back; bytes are read as they are."""

    def run(kind, rows, name="台账.xlsx", within=None, **options):
        content = rows if isinstance(rows, bytes) else workbook(rows, **options)
        return read_file(KINDS[kind], content, name, today=clock.today(), within=within)

    return run
