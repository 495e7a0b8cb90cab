"""In whose name a supervision order goes out, who judges its reply, and what it may not press."""

from datetime import date, timedelta

import pytest
from django.core.exceptions import ValidationError
from django.urls import reverse
from makers import make_courtyard, make_unit

from orgs.models import Unit
from projects.models import DemolitionCase, DemolitionDispute, Problem, SupervisionOrder
from projects.problems import orders
from projects.problems.services import raise_problem
from projects.problems.steps import Actor, token_of_steps

TODAY = date(2021, 4, 30)


@pytest.fixture
def street_office(county):
    return make_unit("甲街道办事处", code="410182001", kind="street")


@pytest.fixture
def problem(county):
    return raise_problem(
        title="下水道堵塞", category="drainage", source="resident",
        courtyard=make_courtyard(), responsible_unit=make_unit(),
        raised_on=date(2021, 4, 1), due_on=date(2021, 4, 20),
    )  # fmt: skip


@pytest.fixture
def disputed(make_project):
    """A project with a disputed demolition."""
    case = DemolitionCase.objects.create(
        project=make_project(), place="示例路口", kind="illegal", registered_on=date(2021, 4, 1)
    )
    DemolitionDispute.objects.create(case=case, raised_on=date(2021, 4, 2), matter="权属")
    return case


def issue(problem, from_unit, **values):
    words = {"title": "限期疏通", "body": "请限期整改。", "problems": [problem]}
    days = {"issued_on": TODAY, "due_on": TODAY + timedelta(days=7)}
    told = words | days | {"to_unit": problem.responsible_unit} | values
    return orders.issue_order(from_unit=from_unit, **told)


class TestWhoSigns:
    def test_the_unit_that_reviewing_covers(
        self, street_office, programme, street_reviewer, street_reporter, old_hq, roads_hq, orgdept
    ):
        office = make_unit("双改办", kind="campaign_office")
        make_unit("乙街道办事处", code="410182002", kind="street")
        signed = {
            user.username: list(Unit.objects.signed_for_by(user))
            for user in (street_reviewer, street_reporter, old_hq, roads_hq, orgdept)
        }
        assert signed == {
            "suohe-review": [street_office],
            "suohe": [],
            "old-hq": [programme.headquarters],
            "roads-hq": [],
            "orgdept": [office],
        }

    def test_its_own_unit_before_all_else(self, street_office, make_account):
        bureau = make_unit("示例住建局")
        user = make_account("bureau", "reviewer", unit=bureau)
        assert list(Unit.objects.signed_for_by(user)) == [bureau]
        Unit.objects.filter(pk=bureau.pk).update(dissolved_on=TODAY)
        assert list(Unit.objects.signed_for_by(user)) == []

    def test_nobody_signs_in_another_units_name(
        self, as_user, problem, street_office, street_reviewer
    ):
        other = make_unit("双改办", kind="campaign_office")
        with pytest.raises(ValidationError, match="只能以本单位的名义签发督办单"):
            issue(problem, other, by=Actor(street_reviewer))
        page = reverse("projects:problem_order", args=[problem.pk])
        sent = {
            "title": "限期疏通", "body": "请限期整改。", "due_on": "2021-05-07",
            "from_unit": other.pk, "to_unit": problem.responsible_unit_id,
        }  # fmt: skip
        assert as_user(street_reviewer).post(page, sent).status_code == 422
        assert not SupervisionOrder.objects.exists()
        answer = as_user(street_reviewer).post(page, sent | {"from_unit": street_office.pk})
        assert answer.status_code == 302
        assert SupervisionOrder.objects.get().from_unit == street_office

    def test_no_unit_presses_itself(self, problem, street_office):
        with pytest.raises(ValidationError, match="承办单位不能是签发单位自己"):
            issue(problem, street_office, to_unit=street_office)

    def test_who_only_reports_issues_none(self, as_user, problem, street_reporter):
        page = reverse("projects:problem_order", args=[problem.pk])
        assert as_user(street_reporter).get(page).status_code == 403
        detail = as_user(street_reporter).get(reverse("projects:problem_detail", args=[problem.pk]))
        assert "开具督办单" not in detail.content.decode()

    def test_an_account_without_a_unit_is_told_so(self, as_user, problem, street_reviewer):
        page = reverse("projects:problem_order", args=[problem.pk])
        text = as_user(street_reviewer).get(page).content.decode()
        assert "没有登记所在单位，不能签发督办单" in text


class TestWhoJudges:
    @pytest.fixture
    def replied(self, problem, street_office):
        order = issue(problem, street_office)
        return orders.reply_to_order(order=order, on=TODAY, reply="已办结")

    def test_who_signed_and_the_campaign_office(
        self, replied, street_reviewer, other_street_reviewer, orgdept, old_hq
    ):
        make_unit("双改办", kind="campaign_office")
        users = (street_reviewer, other_street_reviewer, orgdept, old_hq)
        assert [orders.may_judge(replied, user) for user in users] == [True, False, True, False]

    def test_never_the_unit_that_replied(self, as_user, replied, make_account):
        own = make_account("bureau", "reviewer", unit=replied.to_unit)
        with pytest.raises(ValidationError, match="承办单位不能自行认可"):
            orders.judge_reply(order=replied, on=TODAY, accept=True, by=Actor(own))
        page = reverse("projects:order_judge", args=[replied.pk])
        assert "承办单位不能自行认可" in as_user(own).get(page).content.decode()
        shown = token_of_steps(replied)
        sent = {"accept": "yes", "note": "", "shown": shown}
        assert as_user(own).post(page, sent).status_code == 422
        replied.refresh_from_db()
        assert replied.closed_on is None

    def test_the_campaign_office_is_not_judge_of_its_own_reply(
        self, problem, street_office, orgdept
    ):
        office = make_unit("双改办", kind="campaign_office")
        order = issue(problem, street_office, to_unit=office)
        assert not orders.may_judge(order, orgdept)


class TestDisputedDemolitions:
    def test_a_project_is_pressed_only_beside_them(
        self, as_user, disputed, street_office, street_reviewer
    ):
        page = reverse("projects:project_order", args=[disputed.project_id])
        shown = as_user(street_reviewer).get(page).content.decode()
        assert "“示例路口”的拆除有争议" in shown and "本单不涉及有争议的拆除事项" in shown
        sent = {
            "title": "进度滞后", "body": "请加快施工。", "due_on": "2021-05-07",
            "from_unit": street_office.pk, "to_unit": make_unit().pk,
        }  # fmt: skip
        refused = as_user(street_reviewer).post(page, sent)
        assert refused.status_code == 422 and "化解前不得督办拆除" in refused.content.decode()
        assert not SupervisionOrder.objects.exists()
        sent["leaves_out_disputed"] = "on"
        assert as_user(street_reviewer).post(page, sent).status_code == 302
        step = SupervisionOrder.objects.get().steps.get()
        assert step.note == "签发时确认不涉及有争议的拆除事项（1件）。"

    def test_nor_through_a_problem_of_that_project(self, problem, disputed, street_office):
        Problem.objects.filter(pk=problem.pk).update(project=disputed.project, courtyard=None)
        problem.refresh_from_db()
        with pytest.raises(ValidationError, match="有争议"):
            issue(problem, street_office)
        assert issue(problem, street_office, leaves_out_disputed=True).pk

    def test_a_resolved_dispute_asks_nothing(self, disputed, problem, street_office):
        disputed.disputes.update(resolved_on=TODAY, resolution="已签协议")
        assert orders.disputed_demolitions(disputed.project) == []
        assert issue(problem, street_office, project=disputed.project, problems=[]).pk
