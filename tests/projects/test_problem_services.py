"""Problems from being raised until they are struck off."""

from datetime import date, timedelta

import pytest
from django.core.exceptions import ValidationError
from makers import START, make_courtyard, make_unit

from projects.models import Problem
from projects.problems.services import close_problem, raise_problem, reopen_problem

pytestmark = pytest.mark.usefixtures("county")
DAY = date(2021, 4, 10)
EVE = DAY - timedelta(days=1)


@pytest.fixture
def problem():
    return raise_problem(
        title=" 下水道堵塞 ",
        category="drainage",
        source="resident",
        courtyard=make_courtyard(),
        responsible_unit=make_unit(),
        raised_on=START,
        due_on=START + timedelta(days=10),
    )


def test_it_lies_where_its_courtyard_lies(problem):
    assert (problem.title, problem.division_id) == ("下水道堵塞", "410182001001")


def test_closing_lowers_the_open_and_overdue_from_that_day(problem):
    close_problem(problem=problem, on=DAY, ending="mended")
    assert [Problem.objects.open_on(d).count() for d in (EVE, DAY)] == [1, 0]
    assert [Problem.objects.overdue_on(d).count() for d in (EVE, DAY)] == [1, 0]


@pytest.mark.parametrize(
    ("values", "word"),
    [
        ({"ending": ""}, "销号须选择结果"),
        ({"ending": "cannot"}, "请写明原因"),
        ({"ending": "nonsense"}, "销号须选择结果"),
        ({"ending": "mended", "on": START - timedelta(days=1)}, "不能早于提出日期"),
    ],
)
def test_refusals(problem, values, word):
    with pytest.raises(ValidationError, match=word):
        close_problem(**{"problem": problem, "on": DAY} | values)
    problem.refresh_from_db()
    assert problem.closed_on is None


def test_closing_twice_is_refused(problem):
    close_problem(problem=problem, on=DAY, ending="mended")
    with pytest.raises(ValidationError, match="已于2021年4月10日销号"):
        close_problem(problem=problem, on=DAY, ending="mended")


def test_reopening_is_a_new_row_and_past_days_stay(problem):
    with pytest.raises(ValidationError, match="尚未销号"):
        reopen_problem(problem=problem, on=DAY, due_on=DAY, reason="又堵了")
    close_problem(problem=problem, on=EVE, ending="mended")
    back = DAY + timedelta(days=3)
    again = reopen_problem(problem=problem, on=back, due_on=back, reason="又堵了")
    assert again.pk != problem.pk
    assert [Problem.objects.open_on(d).count() for d in (DAY, back)] == [0, 1]
