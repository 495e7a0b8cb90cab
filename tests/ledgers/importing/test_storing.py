"""Stored through the services: one batch, good rows only, the same file twice changes nothing."""

import json
from io import StringIO

import pytest
from django.core.exceptions import PermissionDenied, ValidationError
from django.core.management import CommandError, call_command
from django.db import connection, transaction
from django.test.utils import CaptureQueriesContext
from workbooks import BROAD, SAMPLES, workbook
from workbooks import COURTYARD_HEAD as HEAD
from workbooks import COURTYARD_ROW as ROW

from courtyards.models import Courtyard, Headship, PairedCadre, Survey
from ledgers.importing.apply import apply_outcome
from ledgers.importing.undo import undo_import
from ledgers.models import ImportBatch
from orgs.choices import Role, WorkLine
from orgs.imports.permitted import KINDS, kinds_for, places_for, refuse_undo
from orgs.models import Grant, Person, Unit, User


@pytest.fixture
def store(divisions, tmp_path):
    """store(kind, content) runs the command and returns what it printed as JSON."""

    def run(kind, content, *options):
        path = tmp_path / "台账.xlsx"
        path.write_bytes(content)
        out = StringIO()
        call_command("import_ledger", kind, str(path), "--json", *options, stdout=out)
        return json.loads(out.getvalue())

    return run


def sheet(*rows):
    return workbook([["填报时间:2021.3.5"], HEAD, *rows])


def test_a_courtyard_with_all_that_the_row_says(store):
    store("courtyards", sheet(ROW))
    place = Courtyard.objects.get()
    assert (place.division_id, place.name, place.since.isoformat()) == (
        BROAD,
        "示例院",
        "2020-09-01",
    )
    survey = Survey.objects.get()
    assert (survey.households, survey.households_qualifier, survey.residents_qualifier) == (
        150,
        "about",
        "at_least",
    )
    assert survey.surveyed_on.isoformat() == "2021-03-05"
    assert Headship.objects.get().person.phone == "13800001111"
    batch = ImportBatch.objects.get()
    assert (batch.kind, batch.counts["new"], len(batch.digest)) == ("courtyards", 1, 64)


def test_a_dry_run_stores_nothing(store):
    assert store("courtyards", sheet(ROW), "--dry-run")["counts"]["new"] == 1
    assert not Courtyard.objects.exists()
    assert not ImportBatch.objects.exists()


def test_the_same_file_twice_changes_nothing(store):
    store("courtyards", sheet(ROW))
    assert store("courtyards", sheet(ROW))["counts"]["unchanged"] == 1
    assert ImportBatch.objects.count() == 1
    assert Survey.objects.count() == 1


def test_an_older_sheet_finds_itself_again_beside_a_newer_one(store):
    newer = list(ROW)
    newer[5] = "160"
    store("courtyards", sheet(ROW))
    store("courtyards", workbook([["填报时间:2021.4.20"], HEAD, newer]))
    assert Survey.objects.count() == 2
    assert store("courtyards", sheet(ROW))["counts"]["unchanged"] == 1
    assert (
        store("courtyards", workbook([["填报时间:2021.4.20"], HEAD, newer]))["counts"]["unchanged"]
        == 1
    )


def test_only_good_rows_are_stored(store):
    doubtful, wrong = list(ROW), list(ROW)
    doubtful[3], doubtful[5] = "另一院", "80-90"
    wrong[3], wrong[2] = "第三院", "没有的社区"
    counts = store("courtyards", sheet(ROW, doubtful, wrong))["counts"]
    assert (counts["new"], counts["doubtful"], counts["wrong"]) == (1, 1, 1)
    assert [place.name for place in Courtyard.objects.all()] == ["示例院"]


def test_a_row_that_a_rule_forbids_leaves_nothing_behind(store):
    """A community without a general branch can form no courtyard branch."""
    head, row = [*HEAD, "是否成立支部", "组建方式"], [*ROW, "是", "独建"]
    outcome = store("courtyards", workbook([["填报时间:2021.3.5"], head, row]))
    assert [one["status"] for one in outcome["rows"]] == ["wrong"]
    assert "社区党总支" in outcome["rows"][0]["problems"][0]["text"]
    assert not Courtyard.objects.exists()
    assert not ImportBatch.objects.exists()


def test_changes_are_stored_and_endings_are_not(store):
    store("courtyards", sheet(ROW))
    changed, ended = list(ROW), list(ROW)
    changed[7], changed[8] = "示例丙", "13800002222"
    store("courtyards", sheet(changed))
    assert Headship.objects.get(until=None).person.name == "示例丙"
    ended[7], ended[8] = None, None
    outcome = store("courtyards", sheet(ended))
    assert (outcome["rows"][0]["status"], outcome["counts"]["wrong"]) == ("wrong", 1)
    assert Headship.objects.filter(until=None).count() == 1


def test_a_pairing_finds_its_courtyard_once_that_is_stored(store):
    head = ["序号", "派出单位", "姓名", "级别", "电话", "街道", "社区", "楼院", "到岗时间"]
    row = [1, "市示例局", "示例甲", "正科", "13800000001", "索河办", "广场", "示例院", "2020.8.3"]
    content = workbook([["2021年4月"], head, row])
    assert store("pairings", content, "--dry-run")["counts"]["new"] == 1
    refused = store("pairings", content)["rows"][0]
    assert (refused["status"], "楼院台账" in refused["problems"][0]["text"]) == ("wrong", True)
    assert not Unit.objects.filter(name="市示例局").exists()
    store("courtyards", sheet(ROW))
    store("pairings", content)
    pairing = PairedCadre.objects.get()
    assert (pairing.unit.name, pairing.capacity, pairing.courtyard.since.isoformat()) == (
        "市示例局",
        "section",
        "2020-08-03",
    )
    assert store("pairings", content)["counts"]["unchanged"] == 1


def test_the_history_names_the_batch_and_the_account(store):
    user = User.objects.create_user("suohe", password="x")
    Grant.objects.create(user=user, role=Role.REPORTER, division_id="410182001", since="2020-01-01")
    store("courtyards", sheet(ROW), "--user", "suohe")
    batch = ImportBatch.objects.get()
    assert batch.imported_by == user
    context = Courtyard.objects.get().events.get().pgh_context
    assert (context.metadata["import_batch"], context.metadata["user"]) == (batch.pk, user.pk)


def test_an_account_imports_within_its_places_only(store):
    user = User.objects.create_user("jingcheng", password="x")
    Grant.objects.create(user=user, role=Role.REPORTER, division_id="410182002", since="2020-01-01")
    assert store("courtyards", sheet(ROW), "--user", "jingcheng")["counts"]["wrong"] == 1
    with pytest.raises(CommandError, match="没有名为"):
        store("courtyards", sheet(ROW), "--user", "nobody")


def test_the_samples_are_stored_and_then_unchanged(demo, tmp_path):
    """In the demo county, whose communities have their general branches."""
    for kind in ("courtyards", "pairings"):
        counts = []
        for _ in range(2):
            out = StringIO()
            call_command("import_ledger", kind, str(SAMPLES / f"{kind}.xlsx"), "--json", stdout=out)
            counts.append(json.loads(out.getvalue()))
        assert counts[0]["counts"]["new"] > 50, [
            row["problems"] for row in counts[0]["rows"] if row["problems"]
        ]
        assert counts[1]["counts"]["new"] == counts[1]["counts"]["changed"] == 0
        assert counts[1]["counts"]["unchanged"] >= counts[0]["counts"]["new"]


def test_all_or_only_the_good_rows(read):
    doubtful = list(ROW)
    doubtful[3], doubtful[5] = "另一院", "80-90"
    content = sheet(ROW, doubtful)
    with pytest.raises(ValidationError, match="没有入库：存疑1行"):
        apply_outcome(outcome=read("courtyards", content), only_good=False)
    assert not Courtyard.objects.exists()
    told = []
    outcome = read("courtyards", content)
    assert apply_outcome(outcome=outcome, progress=lambda *step: told.append(step))
    assert told == [(1, 1, "正在入库：1/1行")]


def test_statements_do_not_grow_with_rows(divisions, read):
    """New courtyards of a batch, their recount, and the undo of both."""

    def rows(number, households):
        for n in range(number):
            yield [n, "索河办", "广场", f"示例{n}院", 6, households, 400, "李例" + "甲乙丙丁戊己庚辛"[n % 8], f"1380000{n:04d}", "√", "2020.9.1"]  # fmt: skip

    used = []
    for number in (20, 200):
        with CaptureQueriesContext(connection) as caught, transaction.atomic():
            batches = [
                apply_outcome(outcome=read("courtyards", sheet(*rows(number, count))))
                for count in (150, 160)
            ]
            assert [batch.counts["new"] for batch in batches] == [number, 0]
            assert batches[1].counts["changed"] == number
            for batch in reversed(batches):
                undo_import(batch=batch)
        used.append(len(caught))
        assert not Courtyard.objects.exists()
    assert used[0] == used[1]


def test_each_kind_asks_for_its_own_right(divisions):
    """Who may bring in what, and where; the line of a grant counts too."""

    def account(name, role, code, line=""):
        user = User.objects.create_user(name, password="x")
        Grant.objects.create(user=user, role=role, division_id=code, line=line, since="2020-01-01")
        return user

    reporter = account("reporter", Role.REPORTER, "410182001")
    organiser = account("organiser", Role.ORG_ADMIN, "410182")
    fringe = account("fringe", Role.REPORTER, "410182", WorkLine.URBAN_FRINGE)
    leader = account("leader", Role.LEADER, "410182")
    assert {user.username: [kind.code for kind in kinds_for(user)] for user in
            (reporter, organiser, fringe, leader)} == {
        "reporter": ["courtyards", "weekly", "fringe", "patrols"],
        "organiser": ["courtyards", "party_organizations", "pairings", "fringe", "patrols"],
        "fringe": ["fringe", "patrols"],
        "leader": [],
    }  # fmt: skip
    assert places_for(reporter, KINDS["courtyards"]) == ("410182001",)
    with pytest.raises(PermissionDenied, match="导入包联台账需要“管理组织”权限"):
        places_for(reporter, KINDS["pairings"])


def test_who_may_undo(store):
    accounts = {}
    for name, role, code in (
        ("suohe", Role.REPORTER, "410182001"),
        ("other", Role.REPORTER, "410182001"),
        ("organiser", Role.ORG_ADMIN, "410182"),
        ("elsewhere", Role.ORG_ADMIN, "410182002"),
    ):
        accounts[name] = User.objects.create_user(name, password="x")
        Grant.objects.create(user=accounts[name], role=role, division_id=code, since="2020-01-01")
    store("courtyards", sheet(ROW), "--user", "suohe")
    batch = ImportBatch.objects.get()
    for name in ("other", "elsewhere"):
        with pytest.raises(CommandError, match="只有导入人本人"):
            call_command("undo_import", str(batch.pk), "--user", name)
    for name in ("suohe", "organiser"):
        refuse_undo(accounts[name], batch)
    call_command("undo_import", str(batch.pk), "--user", "organiser", stdout=StringIO())
    assert not Courtyard.objects.exists()


def test_a_person_known_already_is_not_registered_again(store):
    store("courtyards", sheet(ROW))
    other = list(ROW)
    other[3] = "另一院"
    store("courtyards", sheet(other))
    assert Person.objects.filter(name="示例").count() == 1
