"""A road chief's patrol by the four aspects 序洁绿亮, and the problems that come of it."""

from collections import defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date, datetime, time, timedelta
from typing import Any

from django.core.exceptions import ValidationError
from django.db import transaction
from django.utils import timezone

from ledgers import clock
from ledgers.bulk.services import each, takes_list
from ledgers.bulk.writing import check_row, insert, make, take_keys, update
from ledgers.formats import zh_date
from orgs.models import Unit
from orgs.tenures import lock, lock_all
from projects.models import Problem
from projects.models.problems import DAYS_TO_MEND
from projects.problems.forms import unit_of
from projects.problems.services import raise_problem
from projects.problems.steps import NOBODY, Actor
from volunteers.models import PatrolFinding, RoadChief, RoadPatrol

NOON = time(12)


@dataclass(frozen=True, slots=True)
class Found:
    """What a patrol found under an aspect, who is to mend it until when, when it was struck off."""

    aspect: str
    finding: str
    responsible_unit: Unit | None = None
    due_on: date | None = None
    closed_on: date | None = None


@dataclass(frozen=True, slots=True)
class Patrol:
    """A chief's patrol of a day with what it found.

    `at` is the moment of the patrol where it is known, else noon of `day`. `joining`: what was
    found belongs to the chief's patrol of that day, where there is one.
    """

    chief: RoadChief
    day: date
    found: Sequence[Found] = ()
    remark: str = ""
    at: datetime | None = None
    joining: bool = False


@takes_list
def record_patrols(patrols: list[Patrol]) -> list[tuple[RoadPatrol, bool]]:
    """Enter patrols; gives each with whether it is new, which one that joins is not. Raises RowErrors."""
    chiefs = lock_all(one.chief for one in patrols)
    known = _known_patrols(patrols)
    findings: list[PatrolFinding] = []

    def enter(one: Patrol) -> tuple[RoadPatrol, bool]:
        chief = chiefs[one.chief.pk]
        if not chief.holds_on(one.day):
            raise ValidationError({"day": f"{zh_date(one.day)}不在任期内，请核对日期。"})
        if one.day > clock.today():
            raise ValidationError({"day": "日期还没有到，请巡查后登记。"})
        of_day = known[chief.pk, one.day]
        joined = bool(of_day) and one.joining
        patrol = of_day[0] if joined else _new_patrol(chief, one)
        made = [_new_finding(patrol, found) for found in one.found]
        if not joined:
            of_day.append(patrol)
        findings.extend(made)
        return patrol, not joined

    entered = each(patrols, enter)
    insert({id(row): row for row, _ in entered if row.pk is None}.values())
    insert(take_keys(findings))
    return entered


def _known_patrols(patrols: list[Patrol]) -> dict[tuple[int, date], list[RoadPatrol]]:
    """By chief and day: the patrols, the oldest first. One query."""
    rows = RoadPatrol.objects.filter(
        chief__in={one.chief.pk for one in patrols},
        patrolled_at__date__in={one.day for one in patrols},
    )
    known = defaultdict(list)
    for row in rows.order_by("pk"):
        known[row.chief_id, clock.local_day(row.patrolled_at)].append(row)
    return known


def _new_patrol(chief: RoadChief, one: Patrol) -> RoadPatrol:
    moment = one.at or timezone.make_aware(datetime.combine(one.day, NOON))
    patrol = make(RoadPatrol, chief=chief, patrolled_at=moment, remark=one.remark.strip())
    check_row(patrol)
    return patrol


def _new_finding(patrol: RoadPatrol, found: Found) -> PatrolFinding:
    finding = make(
        PatrolFinding,
        patrol=patrol,
        aspect=found.aspect,
        finding=found.finding.strip(),
        responsible_unit=found.responsible_unit,
        due_on=found.due_on,
        closed_on=found.closed_on,
    )
    check_row(finding)
    return finding


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
    """Enter one patrol with what it found, by aspect, see `Patrol`. Raises ValidationError.

    What nobody is named for falls to the road's unit, within the usual days.
    """
    due_on = due_on or day + timedelta(days=DAYS_TO_MEND)
    unit = unit or (unit_of(chief.road) if found else None)
    rows = [Found(aspect, text, unit, due_on) for aspect, text in found.items()]
    patrol, _ = record_patrols.one(Patrol(chief, day, rows, remark, at))
    return patrol


@dataclass(frozen=True, slots=True)
class FindingChange:
    """What is now said of a finding; `values` by the names of the fields of `Found`."""

    finding: PatrolFinding
    values: Mapping[str, Any]


@takes_list
def change_findings(changes: list[FindingChange]) -> list[PatrolFinding]:
    """Write findings anew, or strike them off, which lasts. Raises RowErrors."""
    rows = lock_all(one.finding for one in changes)

    def change(one: FindingChange) -> PatrolFinding:
        row = rows[one.finding.pk]
        if row.closed_on and not one.values.get("closed_on", row.closed_on):
            text = "台账中这个问题已销号；需要重新整改的，请另记一次巡查。"
            raise ValidationError({"closed_on": text})
        for name, value in one.values.items():
            setattr(row, name, value)
        check_row(row)
        return row

    changed = each(changes, change)
    update(changed, dict.fromkeys(name for one in changes for name in one.values))
    return changed


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
