"""A road chief's patrol by the four aspects 序洁绿亮, and the problems that come of it."""

from datetime import date, datetime, time, timedelta

from django.core.exceptions import ValidationError
from django.db import transaction
from django.utils import timezone

from ledgers import clock
from ledgers.formats import zh_date
from orgs.models import Unit
from orgs.tenures import lock
from projects.models import Problem
from projects.models.problems import DAYS_TO_MEND
from projects.problems.forms import unit_of
from projects.problems.services import raise_problem
from projects.problems.steps import NOBODY, Actor
from volunteers.models import PatrolFinding, RoadChief, RoadPatrol

NOON = time(12)


@transaction.atomic
def record_patrol(
    *,
    chief: RoadChief,
    day: date,
    found: dict[str, str],
    remark: str = "",
    unit: Unit | None = None,
    due_on: date | None = None,
    at: datetime | None = None,
) -> RoadPatrol:
    """Enter a patrol with what it found, by aspect.

    `at` is the moment of the patrol where it is known, else noon of `day`.
    """
    row = lock(chief)
    if not row.holds_on(day):
        raise ValidationError({"day": f"{zh_date(day)}不在任期内，请核对日期。"})
    if day > clock.today():
        raise ValidationError({"day": "日期还没有到，请巡查后登记。"})
    found = {aspect: text.strip() for aspect, text in found.items()}
    moment = at or timezone.make_aware(datetime.combine(day, NOON))
    patrol = RoadPatrol(chief=row, patrolled_at=moment, remark=remark.strip())
    patrol.full_clean()
    patrol.save()
    for aspect, text in found.items():
        finding = PatrolFinding(
            patrol=patrol,
            aspect=aspect,
            finding=text,
            responsible_unit=unit or unit_of(row.road),
            due_on=due_on or day + timedelta(days=DAYS_TO_MEND),
        )
        finding.full_clean()
        finding.save()
    return patrol


@transaction.atomic
def problem_from_finding(
    *, finding: PatrolFinding, on: date, by: Actor = NOBODY
) -> tuple[Problem, bool]:
    """Raise the problem that a patrol found; returns it and whether it is new. One finding, one problem."""
    row = lock(finding)
    if row.problem_id:
        return row.problem, False
    if row.closed_on is not None:
        raise ValidationError(f"该巡查问题已于{zh_date(row.closed_on)}销号，不必转为问题。")
    road = row.patrol.chief.road
    problem = raise_problem(
        title=f"{road.name}：{row.finding}"[:120],
        category=row.aspect,
        source=Problem.Source.PATROL,
        raised_on=on,
        due_on=max(row.due_on or on + timedelta(days=DAYS_TO_MEND), on),
        responsible_unit=row.responsible_unit or unit_of(road),
        road=road,
        by=by,
    )
    row.problem = problem
    row.full_clean()
    row.save()
    return problem, True
