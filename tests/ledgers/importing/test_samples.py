"""Each sample comes in as its truth says, row by row and qualifier by qualifier."""

import csv
import json
from io import StringIO

import pytest
from django.core.management import call_command
from workbooks import SAMPLES

KINDS = ["courtyards", "pairings", "weekly", "fringe"]


def outcome_of(kind: str) -> dict:
    out = StringIO()
    path = str(SAMPLES / f"{kind}.xlsx")
    call_command("import_ledger", kind, path, "--dry-run", "--json", stdout=out)
    return json.loads(out.getvalue())


def truth_of(kind: str) -> list[dict]:
    with (SAMPLES / f"{kind}.truth.csv").open(encoding="utf-8") as lines:
        return list(csv.DictReader(lines))


def text(value) -> str:
    """A value of JSON as the truth writes it."""
    return "" if value is None else str(value)


@pytest.mark.parametrize("kind", KINDS)
def test_a_sample_equals_its_truth(kind, divisions):
    outcome, truth = outcome_of(kind), truth_of(kind)
    assert [list(row["values"]) for row in outcome["rows"]] == [list(row) for row in truth]
    found = [{name: text(v) for name, v in row["values"].items()} for row in outcome["rows"]]
    assert found == truth
    assert outcome["counts"]["new"] == len(truth), [r for r in outcome["rows"] if r["problems"]]
    assert outcome["totals"] == []
    assert all(sheet["unknown_columns"] == [] for sheet in outcome["sheets"])
