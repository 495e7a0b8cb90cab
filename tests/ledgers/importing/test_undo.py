"""An import is taken back whole, or says what stands in the way."""

from datetime import date
from io import StringIO

import pghistory
import pytest
from django.core.exceptions import ValidationError
from django.core.management import CommandError, call_command
from makers import make_organization
from workbooks import BROAD, workbook
from workbooks import COURTYARD_HEAD as HEAD
from workbooks import COURTYARD_ROW as ROW

from courtyards.models import BranchCoverage, Courtyard, Headship, PairedCadre, Survey
from courtyards.services import record_survey, rename_courtyard
from ledgers.importing.undo import plan_undo, undo_import
from ledgers.models import ImportBatch
from orgs.models import PartyOrganization, Person, Unit

BRANCHED = [["填报时间:2021.3.5"], [*HEAD, "是否成立支部", "组建方式"], [*ROW, "是", "独建"]]


@pytest.fixture
def load(divisions, tmp_path):
    """load(kind, rows) stores a workbook and returns its batch."""

    def run(kind, rows):
        path = tmp_path / "台账.xlsx"
        path.write_bytes(workbook(rows))
        call_command("import_ledger", kind, str(path), stdout=StringIO())
        return ImportBatch.objects.order_by("pk").last()

    return run


def counts():
    tables = (
        Courtyard,
        Survey,
        Headship,
        BranchCoverage,
        PartyOrganization,
        Person,
        PairedCadre,
        Unit,
    )
    return {model.__name__: model.objects.count() for model in tables}


def test_what_was_entered_goes_again(load):
    make_organization("广场社区党总支", code=BROAD)
    before = counts()
    batch = load("courtyards", BRANCHED)
    assert counts() != before
    undo_import(batch=batch)
    assert counts() == before
    general = PartyOrganization.objects.get()
    assert general.numchild == 0
    assert PartyOrganization.objects.find_problems() == ([], [], [], [], [])


def test_what_was_changed_comes_back(load):
    load("courtyards", [["填报时间:2021.3.5"], HEAD, ROW])
    changed = list(ROW)
    changed[5], changed[7], changed[8] = "160", "示例丙", "13800002222"
    batch = load("courtyards", [["填报时间:2021.4.5"], HEAD, changed])
    assert Headship.objects.get(until=None).person.name == "示例丙"
    undo_import(batch=batch)
    assert Headship.objects.get().person.name == "示例"
    assert Headship.objects.get().until is None
    assert Survey.objects.get().households == 150


def test_a_new_number_comes_back(load):
    load("courtyards", [["填报时间:2021.3.5"], HEAD, ROW])
    changed = list(ROW)
    changed[8] = "13800002222"
    batch = load("courtyards", [["填报时间:2021.4.5"], HEAD, changed])
    assert Person.objects.get().phone == "13800002222"
    undo_import(batch=batch)
    assert Person.objects.get().phone == "13800001111"


def test_later_changes_stand_in_the_way(load):
    batch = load("courtyards", [["填报时间:2021.3.5"], HEAD, ROW])
    with pghistory.context(url="/later/"):
        rename_courtyard(courtyard=Courtyard.objects.get(), name="新名院")
    with pytest.raises(ValidationError, match="新名院”在导入之后又有变更"):
        undo_import(batch=batch)
    assert Courtyard.objects.get().surveys.count() == 1


def test_what_was_built_on_it_stands_in_the_way(load):
    batch = load("courtyards", [["填报时间:2021.3.5"], HEAD, ROW])
    with pghistory.context(url="/later/"):
        record_survey(
            courtyard=Courtyard.objects.get(),
            surveyed_on=date(2021, 4, 1),
            buildings=6,
            households=151,
            residents=400,
        )
    assert ["摸排数据" in text for text in plan_undo(batch).obstacles] == [True]
    with pytest.raises(CommandError, match="不能撤销"):
        call_command("undo_import", str(batch.pk))
    assert Survey.objects.count() == 2


def test_once_is_enough(load):
    batch = load("courtyards", [["填报时间:2021.3.5"], HEAD, ROW])
    out = StringIO()
    call_command("undo_import", str(batch.pk), stdout=out)
    assert "已撤销" in out.getvalue()
    assert not Courtyard.objects.exists()
    with pytest.raises(CommandError, match="不必重复"):
        call_command("undo_import", str(batch.pk))
    with pytest.raises(CommandError, match="没有编号"):
        call_command("undo_import", "999")


def test_after_an_undo_the_same_file_comes_in_again(load):
    undo_import(batch=load("courtyards", [["填报时间:2021.3.5"], HEAD, ROW]))
    again = load("courtyards", [["填报时间:2021.3.5"], HEAD, ROW])
    assert again.undone_at is None
    assert Courtyard.objects.count() == 1
