"""An import is taken back whole, or says what stands in the way."""

from datetime import date
from io import StringIO

import pghistory
import pytest
from django.core.exceptions import ValidationError
from django.core.management import CommandError, call_command
from django.db import connection
from django.db.models import Value
from django.db.models.functions import Concat
from django.test.utils import CaptureQueriesContext
from django.urls import reverse
from makers import COMMUNITY, START, make_organization
from workbooks import BROAD, workbook
from workbooks import COURTYARD_HEAD as HEAD
from workbooks import COURTYARD_ROW as ROW

from courtyards.models import BranchCoverage, Courtyard, Headship, PairedCadre, Survey
from courtyards.places.services import CourtyardChange, change_courtyards, record_survey
from ledgers import clock
from ledgers.importing.apply import mark_of
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
        change_courtyards([CourtyardChange(Courtyard.objects.get(), {"name": "新名院"})])
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


# -- long batches -----------------------------------------------------------------------------------


@pytest.fixture
def batch_of(county, orgdept):
    """batch_of(n) enters n courtyards with a survey each, and gives n older ones another age."""

    def run(number):
        def courts(words):
            return Courtyard.objects.bulk_create(
                Courtyard(name=f"{words}{number}之{n}", division_id=COMMUNITY, since=START)
                for n in range(number)
            )

        # In one transaction, what follows a context would still carry its mark.
        with pghistory.context(url="/before/"):
            old = courts("旧院")
            batch = ImportBatch.objects.create(
                kind="courtyards", file_name="大.xlsx", digest="a" * 64, place="410182",
                counts={"new": number}, imported_at=clock.now(), imported_by=orgdept,
            )  # fmt: skip
        with pghistory.context(import_batch=batch.pk, batch=mark_of(batch)):
            Survey.objects.bulk_create(
                Survey(courtyard=row, surveyed_on=START, buildings=1, households=2, residents=6)
                for row in courts("新院")
            )
            Courtyard.objects.filter(pk__in=[row.pk for row in old]).update(
                built="1990年", name=Concat("name", Value("改"))
            )
        return batch

    return run


def statements(act) -> int:
    with CaptureQueriesContext(connection) as asked:
        act()
    return len(asked)


def test_statements_do_not_grow_with_rows(batch_of, client, orgdept):
    client.force_login(orgdept)
    short, long = batch_of(3), batch_of(300)
    address = [reverse("batch_undo", args=[batch.pk]) for batch in (short, long)]
    client.get(address[0])
    few, many = (statements(lambda at=at: client.get(at)) for at in address)
    assert few == many
    page = client.get(address[1]).content.decode()
    assert "300" in page and "现在不能撤销" not in page
    few, many = (statements(lambda one=one: undo_import(batch=one)) for one in (short, long))
    assert few == many
    assert Courtyard.objects.count() == 303 and not Survey.objects.exists()
    assert not Courtyard.objects.exclude(built="").exists()
    old = Courtyard.objects.get(name="旧院300之7")  # also found again by its former name
    assert "gai" not in old.search_text and old.search_text


def test_what_stands_in_the_way_is_counted_and_only_the_first_is_told(batch_of):
    short, long = batch_of(12), batch_of(40)
    with pghistory.context(url="/later/"):
        Courtyard.objects.filter(name__startswith="新院").update(built="2001年")
        for row in Courtyard.objects.filter(name__startswith="旧院").exclude(built=""):
            Survey.objects.create(
                courtyard=row, surveyed_on=START, buildings=1, households=1, residents=1
            )
    for batch, more in ((short, 2), (long, 30)):
        plan = plan_undo(batch)
        assert len(plan.obstacles) == 10 and f"另有{more}项" in plan.sentence
    assert statements(lambda: plan_undo(long)) == statements(lambda: plan_undo(short))


def test_rows_of_others_on_what_was_entered_are_counted(batch_of):
    batch = batch_of(15)
    entered = Courtyard.objects.filter(name__startswith="新院")
    with pghistory.context(url="/later/"):
        Survey.objects.bulk_create(
            Survey(
                courtyard=row, surveyed_on=date(2021, 4, 1), buildings=1, households=2, residents=6
            )
            for row in entered
        )
    plan = plan_undo(batch)
    assert len(plan.obstacles) == 10 and plan.untold == 5
    assert all("用到了导入的楼院" in text for text in plan.obstacles)
    with pytest.raises(ValidationError, match="另有5项"):
        undo_import(batch=batch)
    assert entered.count() == 15
