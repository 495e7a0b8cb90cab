"""A problem's way step by step, the one-time link, orders, visits and patrols."""

from datetime import date, datetime, timedelta
from uuid import uuid4
from zoneinfo import ZoneInfo

import pytest
from django.core.exceptions import ValidationError
from django.db import Error, transaction
from django.test import Client
from django.urls import reverse
from makers import START, make_courtyard, make_organization, make_person, make_unit
from pages import shown_cells, value_of

from ledgers import clock
from ledgers.meanwhile import ChangedMeanwhile
from ledgers.models import AuditRecord
from orgs.models import Division
from projects.models import (
    FollowUpVisit,
    Problem,
    ProblemLink,
    ProblemStep,
    Road,
    SupervisionOrder,
)
from projects.problems import orders
from projects.problems import services as problems
from projects.problems.answer_links import make_problem_link, problem_link_of, use_problem_link
from projects.problems.follow_ups import problem_from_visit, record_result, record_visit
from projects.problems.steps import Actor, last_step, token_of_steps
from volunteers.models import RoadChief
from volunteers.roads.patrols import problem_from_finding, record_patrol

TODAY = date(2021, 4, 30)
DAY = timedelta(days=1)


@pytest.fixture
def problem(county):
    return problems.raise_problem(
        title="下水道堵塞", category="drainage", source="resident",
        courtyard=make_courtyard(), responsible_unit=make_unit(),
        raised_on=date(2021, 4, 1), due_on=date(2021, 4, 20),
    )  # fmt: skip


@pytest.fixture
def linked(problem, street_reporter):
    """The problem's link as (page, secret)."""
    _, token = make_problem_link(problem=problem, holder="supervisor", by=Actor(street_reporter))
    return reverse("problem_link_use", args=[token]), token


def actions(problem) -> list[str]:
    rows = ProblemStep.objects.filter(problem__in=Problem.objects.line_of(problem))
    return list(rows.order_by("pk").values_list("action", flat=True))


def answer(page, problem, mended="yes", **more):
    data = {"mended": mended, "shown": token_of_steps(problem), "note": ""} | more
    return Client().post(page, data)


@pytest.mark.parametrize(
    ("values", "state", "late"),
    [
        ({}, "open", 0),
        ({"due_on": TODAY - DAY}, "overdue", 1),
        ({"reported_on": TODAY}, "reported", 0),
        ({"reported_on": TODAY, "due_on": TODAY - 3 * DAY}, "overdue", 3),
        ({"closed_on": TODAY, "ending": "cannot", "due_on": TODAY - 3 * DAY}, "cannot", 2),
        ({"closed_on": TODAY + DAY, "ending": "mended"}, "open", 0),
    ],
)
def test_where_it_stands_follows_from_its_days(values, state, late):
    row = Problem(**{"raised_on": START, "due_on": TODAY} | values)
    assert (row.state_on(TODAY), row.late_days(TODAY)) == (state, late)


def test_each_change_leaves_a_step_and_no_step_can_be_changed(problem, street_reporter):
    by, unit = Actor(street_reporter), make_unit("另一单位")
    with pytest.raises(ValidationError, match="请写明原因"):
        problems.assign_problem(
            problem=problem, on=TODAY, responsible_unit=unit, due_on=TODAY, by=by
        )
    problems.assign_problem(
        problem=problem, on=TODAY, responsible_unit=unit, due_on=TODAY, reason="管材未到", by=by
    )
    problems.report_mended(problem=problem, on=TODAY, note="已疏通", by=by)
    problems.refuse_mended(problem=problem, on=TODAY, reason="仍外溢", by=by)
    problems.close_problem(problem=problem, on=TODAY, ending="cannot", note="涉及主管网", by=by)
    again = problems.reopen_problem(
        problem=problem, on=TODAY, due_on=TODAY + DAY, reason="又堵了", by=by
    )
    assert actions(again) == ["raised", "assigned", "reported", "refused", "closed", "reopened"]
    assert (again.reopened_times, again.origin_id) == (1, problem.pk)
    assert last_step(again).acted_as == street_reporter.display_name
    with pytest.raises(ValidationError, match="重新提出"):  # the old row cannot come back twice
        problems.reopen_problem(problem=problem, on=TODAY, due_on=TODAY, reason="又堵了")
    with pytest.raises(Error), transaction.atomic():
        ProblemStep.objects.filter(problem=problem).update(note="改写")


def test_a_problem_is_not_closed_on_a_day_to_come(as_user, problem, street_reporter):
    client, shown = as_user(street_reporter), token_of_steps(problem)
    page = reverse("projects:problem_close", args=[problem.pk])
    form = {"ending": "mended", "note": "已疏通", "on": "2021-05-01", "shown": shown}
    told = client.post(page, form)
    assert (told.status_code, actions(problem).count("closed")) == (422, 0)
    assert "日期不能晚于今天" in told.text and "已疏通" in told.text


def test_no_ending_is_chosen_beforehand(as_user, problem, street_reporter):
    client, shown = as_user(street_reporter), token_of_steps(problem)
    page = reverse("projects:problem_close", args=[problem.pk])
    assert " checked" not in client.get(page).text
    told = client.post(page, {"note": "已疏通", "on": "2021-04-30", "shown": shown})
    assert told.status_code == 422 and actions(problem).count("closed") == 0
    assert "请选择结果：已整改、未整改或无法整改" in told.text and "已疏通" in told.text


def test_the_second_of_two_is_told_what_the_first_did(as_user, problem, street_reporter):
    client, shown = as_user(street_reporter), token_of_steps(problem)
    page = reverse("projects:problem_close", args=[problem.pk])
    form = {"ending": "mended", "note": "已疏通", "on": "2021-04-30", "shown": shown}
    problems.report_mended(
        problem=problem, on=TODAY, note="已修", by=Actor(words="某街道经办人"), shown=shown
    )
    told = client.post(page, form)
    assert told.status_code == 409
    text = told.content.decode()
    assert "某街道经办人已于" in text and "反馈已整改" in text and "已疏通" in text
    form |= {name: value_of(told, name) for name in ("shown", "once")}
    first, second = client.post(page, form), client.post(page, form)  # tapped twice
    assert (first.status_code, second.status_code) == (302, 302)
    assert actions(problem).count("closed") == 1


def test_a_form_sent_twice_raises_one_problem(as_user, street_reporter):
    court, unit = make_courtyard(), make_unit(code="410182001", kind="street")
    page = f"{reverse('projects:problem_raise')}?courtyard={court.pk}"
    client = as_user(street_reporter)
    assert value_of(client.get(page), "responsible_unit") == str(unit.pk)
    form = {
        "once": "6f8b0c1e-3f0a-4a55-9f5e-0c8a2d3b4e5f", "title": "路灯不亮", "category": "light",
        "source": "resident", "responsible_unit": unit.pk, "due_on": "2021-05-15",
    }  # fmt: skip
    assert client.post(page, form | {"title": ""}).status_code == 422
    assert {client.post(page, form).status_code for _ in "ab"} == {302}
    assert list(Problem.objects.values_list("title", "courtyard")) == [("路灯不亮", court.pk)]


class TestLink:
    def test_looking_uses_nothing_up_and_answering_does(self, linked, problem):
        page, token = linked
        assert token not in ProblemLink.objects.get().token_hash
        client = Client()
        for _ in "abc":
            shown = client.get(page)
            assert shown.status_code == 200 and "下水道堵塞" in shown.content.decode()
        assert shown["Cache-Control"] == "no-store"
        assert answer(page, problem).status_code == 200
        problem.refresh_from_db()
        step = last_step(problem)
        assert (problem.ending, step.acted_as, step.by) == ("mended", "监督员通过一次性链接", None)
        assert [client.get(page).status_code, answer(page, problem).status_code] == [410, 410]
        record = AuditRecord.objects.get(detail__what="监督员通过一次性链接")
        assert record.object_key == str(problem.pk)

    def test_it_reopens_what_is_not_mended(self, problem, street_reporter):
        problems.close_problem(problem=problem, on=TODAY, ending="mended")
        _, token = make_problem_link(problem=problem, holder="head", by=Actor(street_reporter))
        page = reverse("problem_link_use", args=[token])
        assert answer(page, problem, "no", note="雨后又堵").status_code == 200
        again = Problem.objects.get(origin=problem)
        assert last_step(again).note == "雨后又堵"
        assert last_step(again).acted_as == "楼院长通过一次性链接"
        assert Problem.objects.open_on(TODAY).get() == again

    def test_an_open_one_that_is_not_mended_goes_back(self, linked, problem):
        problems.report_mended(problem=problem, on=TODAY, note="已修")
        assert answer(linked[0], problem, "no").status_code == 200
        problem.refresh_from_db()
        assert (problem.reported_on, problem.closed_on) == (None, None)
        assert actions(problem)[-1] == "refused"

    def test_unknown_withdrawn_and_expired_ones_do_not_open(
        self, linked, problem, street_reporter, monkeypatch
    ):
        page, token = linked
        later = clock.actual() + timedelta(days=8)
        assert problem_link_of(token, later) is None
        tampered = reverse("problem_link_use", args=[token[:-1] + "!"])
        assert answer(tampered, problem).status_code == 410
        make_problem_link(problem=problem, holder="supervisor", by=Actor(street_reporter))
        assert Client().get(page).status_code == 410
        _, newest = make_problem_link(problem=problem, holder="head", by=Actor(street_reporter))
        monkeypatch.setattr(clock, "actual", lambda: later)
        spent = Client().get(reverse("problem_link_use", args=[newest]))
        assert spent.status_code == 410 and "重新发一个" in spent.content.decode()

    def test_who_was_overtaken_keeps_the_link_and_the_words(self, linked, problem):
        page, token = linked
        shown = token_of_steps(problem)
        problems.close_problem(
            problem=problem, on=TODAY, ending="mended", by=Actor(words="社区工作人员")
        )
        told = Client().post(page, {"mended": "no", "shown": shown, "note": "还在外溢"})
        text = told.content.decode()
        assert told.status_code == 409 and "社区工作人员已于" in text and "还在外溢" in text
        with pytest.raises(ChangedMeanwhile):
            use_problem_link(token=token, mended=False, shown=shown)
        assert answer(page, problem, "no", note="还在外溢").status_code == 200
        assert Problem.objects.get(origin=problem).reopened_times == 1

    def test_it_shows_no_names_and_is_limited(self, linked, problem, street_reporter, monkeypatch):
        handler = make_person("经办某某", phone="13800001111")
        problem.handlings.create(person=handler, division_id=problem.division_id, since=START)
        text = Client().get(linked[0]).content.decode()
        assert "经办某某" not in text and "1380000" not in text
        assert street_reporter.username not in text
        monkeypatch.setattr("projects.problems.answer_link_views.SENT_A_DAY", 1)
        found = [answer(linked[0], problem, "perhaps").status_code for _ in "ab"]
        assert found == [422, 429]

    def test_only_whoever_maintains_the_place_makes_one(
        self, as_user, problem, other_street_reporter, street_reporter
    ):
        page = reverse("projects:problem_link", args=[problem.pk])
        assert as_user(other_street_reporter).post(page, {"holder": "head"}).status_code == 404
        shown = as_user(street_reporter).post(page, {"holder": "head"})
        assert "/public/problems/" in shown.content.decode() and "svg" in shown.content.decode()
        assert AuditRecord.objects.filter(detail__what="签发问题一次性链接").count() == 1


class TestOrders:
    def issue(self, problem, **values):
        return orders.issue_order(
            **{
                "title": "限期疏通", "body": "请限期整改。", "from_unit": make_unit("双改办"),
                "to_unit": problem.responsible_unit, "issued_on": date(2021, 4, 21),
                "due_on": date(2021, 4, 28), "problems": [problem],
            } | values
        )  # fmt: skip

    def test_a_reply_is_returned_then_accepted(self, problem):
        order = self.issue(problem)
        assert order.number == "210401"
        with pytest.raises(ValidationError, match="还没有回复"):
            orders.judge_reply(order=order, on=TODAY, accept=True)
        orders.reply_to_order(order=order, on=TODAY, reply="正在办")
        with pytest.raises(ValidationError, match="退回请写明原因"):
            orders.judge_reply(order=order, on=TODAY, accept=False)
        returned = orders.judge_reply(order=order, on=TODAY, accept=False, note="没有时限")
        assert (returned.reply, returned.replied_on) == ("", None)
        orders.reply_to_order(order=order, on=TODAY, reply="已办结")
        assert orders.judge_reply(order=order, on=TODAY, accept=True).closed_on == TODAY
        found = list(order.steps.values_list("action", flat=True))
        assert found == ["issued", "replied", "returned", "replied", "accepted"]

    def test_a_disputed_problem_is_not_pressed(self, problem):
        Problem.objects.filter(pk=problem.pk).update(is_disputed=True)
        with pytest.raises(ValidationError, match="有争议"):
            self.issue(problem)

    def test_it_presses_several_problems_at_once(self, as_user, problem, street_reviewer):
        office = make_unit("甲街道办事处", code="410182001", kind="street")
        near = problems.raise_problem(
            title="路灯不亮", category="light", source="resident",
            division=Division.objects.get(code="410182001002"),
            responsible_unit=problem.responsible_unit, raised_on=date(2021, 4, 2), due_on=TODAY,
        )  # fmt: skip
        page = as_user(street_reviewer).get(reverse("projects:problem_order", args=[problem.pk]))
        assert "一并督办的其他问题" in page.content.decode() and near.title in page.content.decode()
        typed = {
            "title": "限期整改", "body": "请限期整改。", "due_on": TODAY + DAY,
            "from_unit": office.pk, "to_unit": problem.responsible_unit_id,
            "more": [near.pk],
        }  # fmt: skip
        address = reverse("projects:problem_order", args=[problem.pk])
        shown = as_user(street_reviewer).post(address, typed, follow=True).content.decode()
        assert near.title in shown and problem.title in shown
        order = SupervisionOrder.objects.get()
        assert set(order.problems.all()) == {problem, near}
        assert order.division_id == "410182001"  # the street that holds both
        paper = reverse("projects:order_print", args=[order.pk])
        text = as_user(street_reviewer).get(paper).content.decode()
        assert "1．" in text and "2．" in text and near.title in text
        problems.close_problem(problem=near, on=TODAY, ending="mended")
        with pytest.raises(ValidationError, match="销号，不必督办"):
            self.issue(problem, problems=[problem, near])

    def test_it_is_printed_in_official_form(self, as_user, problem, street_reporter, leader):
        order = self.issue(problem)
        page = reverse("projects:order_print", args=[order.pk])
        text = as_user(street_reporter).get(page).content.decode()
        for words in ("双改办", "编号：210401", "示例局：", "已超期2天", "办理情况回执"):
            assert words in text
        assert as_user(leader).get(page).status_code == 200


class TestFindings:
    def test_a_visit_becomes_one_problem_and_has_a_result(
        self, make_project, as_user, street_reporter
    ):
        project = make_project(lead_unit=make_unit())
        body = make_organization()
        visit, same = (
            record_visit(
                project=project, organization=body, kind="supervision", visited_on=TODAY,
                today=TODAY, finding="围挡破损", next_visit_on=TODAY + 9 * DAY,
            ) for _ in "ab"
        )  # fmt: skip
        assert visit == same
        first, second = (problem_from_visit(visit=visit, on=TODAY) for _ in "ab")
        assert (first[0], first[1], second[1]) == (second[0], True, False)
        assert (first[0].source, first[0].project) == ("follow_up", project)
        told = as_user(street_reporter)
        page = reverse("projects:follow_up_result", args=[visit.pk])
        assert "填写结果" in told.get(reverse("projects:follow_up_detail", args=[visit.pk])).text
        assert told.post(page, {"result": " "}).status_code == 422
        shown = told.post(page, {"result": "围挡已更换"}, follow=True).text
        assert "已登记走访结果" in shown and "围挡已更换" in shown
        assert "结果已填写" in told.get(page).text
        with pytest.raises(ValidationError, match="已由他人填写"):
            record_result(visit=visit, result="另一结果")
        missed = FollowUpVisit.objects.missed
        assert [missed(TODAY + n * DAY).count() for n in (9, 10)] == [0, 1]

    def test_a_patrol_is_entered_once_and_its_findings_become_problems(
        self, as_user, county, street_reporter
    ):
        street = make_unit("甲街道办", code="410182001", kind="street")
        road = Road.objects.create(name="示例路", division_id="410182001")
        chief = RoadChief.objects.create(
            road=road, person=make_person(), level="third", since=START
        )
        page = reverse("volunteers:road_patrol", args=[chief.pk])
        client = as_user(street_reporter)
        form = {
            "day": "2021-04-30",
            "light_bad": "on",
            "light_note": "",
            "as_problems": "on",
            "once": str(uuid4()),
        }
        assert "请写明是什么问题" in client.post(page, form).content.decode()
        form["light_note"] = "3盏路灯不亮"
        assert [client.post(page, form).status_code for _ in "ab"] == [302, 302]
        problem = Problem.objects.get()
        assert (problem.road, problem.category, problem.source) == (road, "light", "patrol")
        assert problem.responsible_unit == street
        assert chief.patrols.get().findings.get().problem == problem
        again = problem_from_finding(finding=problem.patrol_finding, on=TODAY)
        assert again == (problem, False)
        early = datetime(2021, 4, 29, 8, tzinfo=ZoneInfo("Asia/Shanghai"))
        record_patrol(chief=chief, day=TODAY - DAY, found={}, at=early)
        assert chief.patrols.count() == 2


def test_the_board_keeps_endings_apart_and_each_number_is_that_of_its_list(
    as_user, problem, street_reporter
):
    unit = problem.responsible_unit
    for ending in ("mended", "cannot"):
        row = problems.raise_problem(
            title=ending, category="other", source="visit", division=problem.division,
            responsible_unit=unit, raised_on=START, due_on=START,
        )  # fmt: skip
        problems.close_problem(problem=row, on=TODAY, ending=ending, note="说明")
    problems.reopen_problem(problem=row, on=TODAY, due_on=TODAY + DAY, reason="有办法了")
    client = as_user(street_reporter)
    text = client.get(reverse("projects:problem_board")).content.decode()
    assert "超期10天" in text and "占已销号的50%" in text
    listed = {}
    for asks in ("state=open", "state=overdue", "state=mended", "state=cannot", "reopened=yes"):
        assert f"?{asks}" in text
        page = client.get(f"{reverse('projects:problem_list')}?{asks}")
        listed[asks] = len(shown_cells(page))
    assert listed == {
        "state=open": 2, "state=overdue": 1, "state=mended": 1, "state=cannot": 1, "reopened=yes": 1
    }  # fmt: skip
