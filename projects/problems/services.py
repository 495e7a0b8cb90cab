"""Problems from being raised until they are struck off (销号), and back again.

Each change leaves a step. `by` says who acts; `shown` is the token of the newest step that the
page had shown (`token_of_steps`), so that of two people at once the second is told what the first did.
"""

from datetime import date
from typing import Any

from django.core.exceptions import ValidationError
from django.db import transaction

from courtyards.models import Courtyard
from ledgers.formats import zh_date
from orgs.models import Division, Unit
from orgs.tenures import lock
from projects.models import Problem, ProblemStep, Project, Road
from projects.problems.steps import NOBODY, Actor, add_step, refuse_if_changed

Ending = Problem.Ending
Action = ProblemStep.Action
# An old problem that names nobody responsible can be dealt with all the same.
UNASKED = ["responsible_unit"]


@transaction.atomic
def raise_problem(
    *,
    title: str,
    category: str,
    source: str,
    raised_on: date,
    due_on: date,
    responsible_unit: Unit,
    division: Division | None = None,
    courtyard: Courtyard | None = None,
    project: Project | None = None,
    road: Road | None = None,
    by: Actor = NOBODY,
    photo: Any = None,
) -> Problem:
    """Enter a problem of a courtyard, a project, a road (whose division it takes) or a division.

    `photo` is a cleaned picture.
    """
    place = courtyard or project or road
    problem = Problem(
        title=title.strip(),
        category=category,
        source=source,
        division=place.division if place else division,
        courtyard=courtyard,
        project=project,
        road=road,
        responsible_unit=responsible_unit,
        raised_on=raised_on,
        due_on=due_on,
    )
    problem.full_clean()
    problem.save()
    _begin(problem, Action.RAISED, by, photo)
    return problem


def _begin(problem: Problem, action: str, by: Actor, photo: Any, note: str = "") -> None:
    """The first step of a row: who answers for it, until when."""
    add_step(
        problem,
        action,
        problem.raised_on,
        by,
        unit=problem.responsible_unit,
        due_on=problem.due_on,
        note=note[:300],
        photo=photo or "",
    )


def _open_row(problem: Problem, shown: str | None) -> Problem:
    """The locked row of a problem that is still open; raises where it is not, or was changed."""
    row = lock(problem)
    refuse_if_changed(row, shown)
    if row.closed_on is not None:
        raise ValidationError(f"该问题已于{zh_date(row.closed_on)}销号，不必重复办理。")
    return row


@transaction.atomic
def assign_problem(
    *,
    problem: Problem,
    on: date,
    responsible_unit: Unit,
    due_on: date,
    reason: str = "",
    by: Actor = NOBODY,
    shown: str | None = None,
) -> Problem:
    """Say which unit answers for a problem and until when; another deadline needs a reason.

    A new unit has to report anew. Raises ValidationError where nothing would change.
    """
    row = _open_row(problem, shown)
    moved, shifted = row.responsible_unit_id != responsible_unit.pk, row.due_on != due_on
    if not moved and not shifted:
        raise ValidationError("责任单位和整改时限都没有变化。")
    if shifted and not reason.strip():
        raise ValidationError({"reason": "调整整改时限，请写明原因。"})
    row.responsible_unit, row.due_on = responsible_unit, due_on
    row.reported_on = None if moved else row.reported_on
    row.full_clean()
    row.save()
    action = Action.POSTPONED if shifted and not moved else Action.ASSIGNED
    add_step(row, action, on, by, unit=responsible_unit, due_on=due_on, note=reason.strip())
    return row


@transaction.atomic
def report_mended(
    *,
    problem: Problem,
    on: date,
    note: str,
    photo: Any = None,
    by: Actor = NOBODY,
    shown: str | None = None,
) -> Problem:
    """The responsible unit says that it is mended; it stays open until somebody else has looked."""
    row = _open_row(problem, shown)
    if row.reported_on is not None:
        raise ValidationError(f"已于{zh_date(row.reported_on)}反馈已整改，正在等待核实。")
    if not note.strip():
        raise ValidationError({"note": "请写明怎样整改的。"})
    row.reported_on = on
    row.full_clean(exclude=UNASKED)
    row.save()
    add_step(row, Action.REPORTED, on, by, note=note.strip(), photo=photo or "")
    return row


@transaction.atomic
def refuse_mended(
    *,
    problem: Problem,
    on: date,
    reason: str,
    photo: Any = None,
    by: Actor = NOBODY,
    shown: str | None = None,
) -> Problem:
    """Whoever looked says: not mended. The problem stays open, and the unit has to report anew."""
    row = _open_row(problem, shown)
    if not reason.strip():
        raise ValidationError({"reason": "请写明哪里没有整改到位。"})
    row.reported_on = None
    row.full_clean(exclude=UNASKED)
    row.save()
    add_step(row, Action.REFUSED, on, by, note=reason.strip(), photo=photo or "")
    return row


@transaction.atomic
def close_problem(
    *,
    problem: Problem,
    on: date,
    ending: str,
    note: str = "",
    photo: Any = None,
    by: Actor = NOBODY,
    shown: str | None = None,
) -> Problem:
    """Strike a problem off from the day `on` (exclusive: it is open on every day before).

    What was not mended needs a note that says why. A problem already closed is refused.
    """
    row = _open_row(problem, shown)
    if ending not in Ending.values:
        raise ValidationError({"ending": "销号须选择结果：已整改、未整改或无法整改。"})
    if ending != Ending.MENDED and not note.strip():
        raise ValidationError({"note": f"结果为“{Ending(ending).label}”时，请写明原因。"})
    row.closed_on, row.ending, row.ending_note = on, ending, note.strip()
    row.full_clean(exclude=UNASKED)
    row.save()
    add_step(row, Action.CLOSED, on, by, ending=ending, note=note.strip(), photo=photo or "")
    return row


@transaction.atomic
def reopen_problem(
    *,
    problem: Problem,
    on: date,
    due_on: date,
    reason: str,
    photo: Any = None,
    by: Actor = NOBODY,
    shown: str | None = None,
) -> Problem:
    """The same problem is back: a new row from `on`, so that past days stay as they were.

    `reason` says why; the closed row keeps its ending. Refuses a problem that is still open, or
    that somebody has reopened already.
    """
    old = lock(problem)
    refuse_if_changed(old, shown)
    if old.closed_on is None or old.closed_on > on:
        raise ValidationError("该问题尚未销号，不必重新提出。")
    if not reason.strip():
        raise ValidationError({"reason": "请写明重新提出的原因。"})
    later = latest_of(old)
    if later.pk != old.pk:
        raise ValidationError(f"该问题已于{zh_date(later.raised_on)}重新提出，不必重复办理。")
    again = _next_row(old, on, due_on, reason.strip())
    again.full_clean(exclude=UNASKED)
    again.save()
    _begin(again, Action.REOPENED, by, photo, reason.strip())
    return again


def _next_row(old: Problem, on: date, due_on: date, reason: str) -> Problem:
    """The row under which a closed problem goes on from `on`, not yet stored."""
    same = ("title", "category", "source", "division", "courtyard", "project", "road")
    return Problem(
        **{name: getattr(old, name) for name in (*same, "responsible_unit")},
        raised_on=on,
        due_on=due_on,
        origin_id=old.first_key,
        reopened_times=old.reopened_times + 1,
        ending_note=f"{zh_date(old.closed_on)}销号后重新提出：{reason}"[:300],
    )


def latest_of(problem: Problem) -> Problem:
    """The newest row of the line of reopenings that `problem` belongs to."""
    return Problem.objects.line_of(problem).order_by("-reopened_times").first() or problem
