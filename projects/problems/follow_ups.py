"""跟踪问效: a visit to a site is entered, and what it found becomes a problem."""

from datetime import date, timedelta

from django.core.exceptions import ValidationError
from django.db import transaction

from orgs.models import PartyOrganization
from orgs.tenures import lock
from projects.models import FollowUpVisit, Problem, Project
from projects.models.problems import DAYS_TO_MEND
from projects.problems.services import raise_problem
from projects.problems.steps import NOBODY, Actor


@transaction.atomic
def record_visit(
    *,
    project: Project,
    organization: PartyOrganization,
    kind: str,
    visited_on: date,
    today: date,
    finding: str = "",
    due_on: date | None = None,
    next_visit_on: date | None = None,
) -> FollowUpVisit:
    """Enter a visit; the same finding on the same day is the same visit, however often it is sent."""
    if visited_on > today:
        raise ValidationError({"visited_on": "日期还没有到，请走访后登记。"})
    row = lock(project)
    visit = FollowUpVisit(
        project=row,
        organization=organization,
        kind=kind,
        visited_on=visited_on,
        finding=finding.strip(),
        due_on=due_on,
        next_visit_on=next_visit_on,
    )
    visit.full_clean()
    same = FollowUpVisit.objects.filter(
        project=row, organization=organization, visited_on=visited_on, finding=visit.finding
    ).first()
    if same:
        return same
    visit.save()
    return visit


@transaction.atomic
def record_result(*, visit: FollowUpVisit, result: str) -> FollowUpVisit:
    """Say how what the visit found came out; the same words twice are one, other words refused."""
    row = lock(visit)
    result = result.strip()
    if not result:
        raise ValidationError({"result": "请写明结果。"})
    if row.result and row.result != result:
        raise ValidationError({"result": f"结果已由他人填写：{row.result}"})
    row.result = result
    row.full_clean()
    row.save()
    return row


@transaction.atomic
def problem_from_visit(
    *, visit: FollowUpVisit, on: date, by: Actor = NOBODY
) -> tuple[Problem, bool]:
    """Raise the problem that a visit found; returns it and whether it is new. One visit, one problem."""
    row = lock(visit)
    if row.problem_id:
        return row.problem, False  # type: ignore[return-value]  # its key is set
    if not row.finding:
        raise ValidationError("这次走访没有登记发现的问题。")
    project = row.project
    unit = project.lead_unit or project.contractor or project.programme.headquarters
    problem = raise_problem(
        title=row.finding[:120],
        category="other",
        source=Problem.Source.FOLLOW_UP,
        raised_on=on,
        due_on=max(row.due_on or on + timedelta(days=DAYS_TO_MEND), on),
        responsible_unit=unit,
        project=project,
        by=by,
    )
    row.problem = problem
    row.full_clean()
    row.save()
    return problem, True
