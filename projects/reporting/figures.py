"""Figures outside the weekly report: the budget, the plan's last target, a day's totals."""

from dataclasses import dataclass
from datetime import date
from decimal import Decimal

from django.core.exceptions import ValidationError

from ledgers.bulk.services import each, takes_list
from ledgers.bulk.writing import check_row, insert, make, update
from orgs.tenures import lock_all
from projects.models import Indicator, Project, Reading, Target
from projects.reporting.readings import check_value


@takes_list
def set_budgets(budgets: list[tuple[Project, Decimal]]) -> list[Project]:
    """Give projects another 总投资 (万元): pairs of a project and the sum. Raises RowErrors."""
    projects = lock_all(project for project, _ in budgets)

    def budget(one: tuple[Project, Decimal]) -> Project:
        project = projects[one[0].pk]
        project.budget_wan = one[1]
        check_row(project)
        return project

    rows = each(budgets, budget)
    update(rows, ["budget_wan"])
    return rows


@dataclass(frozen=True, slots=True)
class Goal:
    """What the plan wants of an indicator in the end; `due_on` where no target says when."""

    project: Project
    code: str
    value: Decimal
    due_on: date


@takes_list
def set_goals(goals: list[Goal]) -> list[Target]:
    """Give plans another last target, or one where there is none. Raises RowErrors."""
    indicators = _indicators(one.code for one in goals)
    rows = Target.objects.filter(
        project__in={one.project.pk for one in goals}, indicator__in=indicators.values()
    )
    known = {(one.project_id, one.indicator_id): one for one in rows.order_by("due_on")}

    def goal(one: Goal) -> Target:
        indicator = _named(indicators, one.code)
        key = one.project.pk, indicator.pk
        if key not in known:
            known[key] = make(Target, project=one.project, indicator=indicator, due_on=one.due_on)
        known[key].value = one.value
        check_row(known[key])
        return known[key]

    return _stored(each(goals, goal))


@dataclass(frozen=True, slots=True)
class DayTotal:
    """An indicator's total on a day, outside any report: not verified, so it feeds no figure."""

    project: Project
    code: str
    day: date
    value: Decimal


@takes_list
def record_day_totals(totals: list[DayTotal]) -> list[Reading]:
    """Note totals of days; verified ones are corrected on their page. Raises RowErrors."""
    indicators = _indicators(one.code for one in totals)
    rows = Reading.objects.filter(
        project__in={one.project.pk for one in totals},
        day__in={one.day for one in totals},
        corrects=None,
    )
    known = {
        (one.project_id, one.indicator_id, one.day): one
        for one in rows.select_for_update(of=["self"])
    }

    def total(one: DayTotal) -> Reading:
        indicator = _named(indicators, one.code)
        check_value(indicator, one.value)
        key = one.project.pk, indicator.pk, one.day
        if key not in known:
            known[key] = make(Reading, project=one.project, indicator=indicator, day=one.day)
        if known[key].verified_on is not None:
            raise ValidationError({one.code: f"当日{indicator}已核定，请由审核员更正。"})
        known[key].value = one.value
        check_row(known[key])
        return known[key]

    return _stored(each(totals, total))


def _indicators(codes) -> dict[str, Indicator]:
    return {one.code: one for one in Indicator.objects.filter(code__in=set(codes))}


def _named(indicators: dict[str, Indicator], code: str) -> Indicator:
    if code not in indicators:
        raise ValidationError(f"没有“{code}”这项指标，请先在后台设置。")
    return indicators[code]


def _stored(rows: list) -> list:
    """Store the values of rows, known or new."""
    update((row for row in rows if row.pk), ["value"])
    insert({id(row): row for row in rows if row.pk is None}.values())
    return rows
