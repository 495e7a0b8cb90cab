"""Two at once on real PostgreSQL: a problem is dealt with once, and the second is told."""

from datetime import date, timedelta

import pytest
from django.core.exceptions import ValidationError
from makers import make_courtyard, make_organization, make_unit
from races import at_once

from ledgers.meanwhile import ChangedMeanwhile
from projects.models import FollowUpVisit, Problem, SupervisionOrder
from projects.problems import orders
from projects.problems import services as problems
from projects.problems.follow_ups import problem_from_visit, record_result, record_visit
from projects.problems.steps import Actor, token_of_steps

pytestmark = pytest.mark.django_db(transaction=True)
TODAY = date(2021, 4, 30)
DUE = TODAY + timedelta(days=9)


def raised(courtyard=None, unit=None, **values):
    told = {"title": "下水道堵塞", "category": "drainage", "source": "resident"}
    told |= {"raised_on": date(2021, 4, 1), "due_on": date(2021, 4, 20)} | values
    return problems.raise_problem(
        courtyard=courtyard or make_courtyard(), responsible_unit=unit or make_unit(), **told
    )


@pytest.fixture
def problem(county):
    return raised()


def fresh(row):
    """The row as another request reads it."""
    return type(row).objects.get(pk=row.pk)


def refused(results) -> list[Exception]:
    """Those that were refused; anything but a refusal is an error of its own."""
    found = [result for result in results if isinstance(result, Exception)]
    assert all(isinstance(one, ValidationError) for one in found), found
    return found


def acts(problem) -> list[str]:
    return list(problem.steps.order_by("pk").values_list("action", flat=True))


def test_two_close_the_same_problem(problem, street_reporter, community_reporter):
    shown = token_of_steps(problem)

    def close(ending, user):
        return problems.close_problem(
            problem=fresh(problem),
            on=TODAY,
            ending=ending,
            note="已看过",
            by=Actor(user),
            shown=shown,
        )

    results = at_once(
        lambda: close("mended", street_reporter),
        lambda: close("cannot", community_reporter),
        lambda: close("mended", street_reporter),
    )
    second = refused(results)
    assert len(second) == 2 and all(isinstance(one, ChangedMeanwhile) for one in second)
    problem.refresh_from_db()
    (won,) = [result for result in results if isinstance(result, Problem)]
    assert (problem.ending, acts(problem)) == (won.ending, ["raised", "closed"])


def test_one_closes_what_another_gives_to_another_unit(problem):
    unit = make_unit("另一单位")
    results = at_once(
        lambda: problems.close_problem(problem=fresh(problem), on=TODAY, ending="mended"),
        lambda: problems.assign_problem(
            problem=fresh(problem), on=TODAY, responsible_unit=unit, due_on=problem.due_on
        ),
    )
    problem.refresh_from_db()
    # Whoever comes second finds a closed problem, or closes what now is the other unit's.
    if refused(results):
        assert acts(problem) == ["raised", "closed"] and problem.responsible_unit != unit
    else:
        assert acts(problem) == ["raised", "assigned", "closed"]
        assert problem.responsible_unit == unit
    assert problem.closed_on == TODAY


def test_a_closed_problem_comes_back_once(problem):
    problems.close_problem(problem=problem, on=TODAY, ending="mended")

    def reopen():
        return problems.reopen_problem(problem=fresh(problem), on=TODAY, due_on=DUE, reason="又堵")

    assert len(refused(at_once(reopen, reopen, reopen))) == 2
    assert Problem.objects.line_of(problem).count() == 2


def test_orders_about_the_same_problems_wait_for_each_other(problem):
    other = raised(problem.courtyard, problem.responsible_unit, title="路灯不亮")

    def issue(*pressed):
        return orders.issue_order(
            title="限期整改", body="请限期整改。", from_unit=None, to_unit=problem.responsible_unit,
            issued_on=TODAY, due_on=DUE, problems=[fresh(one) for one in pressed],
        )  # fmt: skip

    results = at_once(lambda: issue(problem, other), lambda: issue(other, problem))
    assert refused(results) == []
    assert sorted(order.number for order in SupervisionOrder.objects.all()) == ["210401", "210402"]
    assert problem.orders.count() == other.orders.count() == 2


def test_a_problem_is_closed_while_it_is_pressed(problem):
    results = at_once(
        lambda: problems.close_problem(problem=fresh(problem), on=TODAY, ending="mended"),
        lambda: orders.issue_order(
            title="限期整改", body="请限期整改。", from_unit=None, to_unit=problem.responsible_unit,
            issued_on=TODAY, due_on=DUE, problems=[fresh(problem)],
        ),
    )  # fmt: skip
    assert len(refused(results)) == 1 - SupervisionOrder.objects.count()
    problem.refresh_from_db()
    assert problem.closed_on == TODAY


def test_a_visit_has_one_problem_and_one_result(make_project):
    visit = record_visit(
        project=make_project(lead_unit=make_unit()), organization=make_organization(),
        kind="supervision", visited_on=TODAY, today=TODAY, finding="围挡破损",
    )  # fmt: skip
    turn = lambda: problem_from_visit(visit=fresh(visit), on=TODAY)  # noqa: E731
    found = at_once(turn, turn, turn)
    assert sorted(new for _, new in found) == [False, False, True]
    told = [lambda w=words: record_result(visit=fresh(visit), result=w) for words in ("甲", "乙")]
    assert len(refused(at_once(*told))) == 1
    assert FollowUpVisit.objects.get().result in {"甲", "乙"} and Problem.objects.count() == 1
