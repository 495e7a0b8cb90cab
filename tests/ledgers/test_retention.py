"""Older parts of the trail leave the database: into a file that proves itself, then out."""

import pytest
from django.core.management import CommandError, call_command
from django.db import connection
from makers import make_courtyard

from ledgers.models import TrailAnchor, TrailEntry, TrailSeal
from ledgers.trail import audit, chain

pytestmark = pytest.mark.usefixtures("county")


def run(statement):
    with connection.cursor() as cursor:
        cursor.execute(statement)


def seal():
    run("SET CONSTRAINTS ALL IMMEDIATE; SET CONSTRAINTS ALL DEFERRED")


@pytest.fixture
def aged(county):
    """Two links of a year ago, and one of today."""
    present = "CREATE OR REPLACE FUNCTION ledgers_moment() RETURNS timestamptz LANGUAGE sql AS"
    run(f"{present} $$SELECT clock_timestamp() - interval '1 year'$$")
    court = make_courtyard("示例院")
    audit.record("other")
    seal()
    type(court).objects.filter(pk=court.pk).update(remark="甲")
    seal()
    run(f"{present} $$SELECT clock_timestamp()$$")
    type(court).objects.filter(pk=court.pk).update(remark="乙")
    seal()
    return court


def half_a_year_ago() -> str:
    with connection.cursor() as cursor:
        cursor.execute("SELECT (now() - interval '7 months')::date::text")
        return cursor.fetchone()[0]


@pytest.mark.parametrize("name", ["part.jsonl", "part.jsonl.gz"])
def test_what_is_old_goes_into_the_file_and_out_and_the_chain_still_holds(aged, tmp_path, name):
    old = TrailSeal.objects.count() - 1
    call_command("export_audit", str(tmp_path / name), before=half_a_year_ago(), remove=True)
    assert TrailAnchor.objects.get().seq == old
    assert list(TrailSeal.objects.values_list("seq", flat=True)) == [old + 1]
    assert [event.remark for event in aged.events.all()] == ["乙"]
    seal()
    assert chain.verify_chain().fault == ""
    assert TrailEntry.objects.filter(source="ledgers_auditrecord").count() == 1  # the removal


def test_nothing_younger_than_six_months_leaves(aged, tmp_path):
    before = (TrailSeal.objects.count(), TrailEntry.objects.count())
    with pytest.raises(CommandError, match="six months"):
        call_command("export_audit", str(tmp_path / "all.jsonl"), before="2100-01-01", remove=True)
    assert (TrailSeal.objects.count(), TrailEntry.objects.count()) == before
    assert chain.verify_chain().fault == ""


def test_a_changed_file_does_not_pass(aged, tmp_path):
    from django.core.exceptions import ValidationError

    from ledgers.trail import retention

    path = tmp_path / "part.jsonl"
    call_command("export_audit", str(path), before=half_a_year_ago())
    path.write_text(path.read_text("utf-8").replace("示例院", "别的院"), encoding="utf-8")
    with pytest.raises(ValidationError, match="摘要不符"):
        retention.remove_part(path=path)
    assert not TrailAnchor.objects.exists()
    with pytest.raises(CommandError, match="already"):
        call_command("export_audit", str(path), before=half_a_year_ago())


def test_a_broken_chain_is_not_exported(aged, tmp_path):
    run("ALTER TABLE courtyards_courtyardevent DISABLE TRIGGER USER")
    run("UPDATE courtyards_courtyardevent SET name = '别的院'")
    with pytest.raises(CommandError, match="断开"):
        call_command("export_audit", str(tmp_path / "x.jsonl"), before="2100-01-01")
