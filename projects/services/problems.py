"""Problems from being raised until they are struck off (销号)."""

from datetime import date

from django.core.exceptions import ValidationError
from django.db import transaction

from courtyards.models import Courtyard
from ledgers.formats import zh_date
from orgs.models import Division, Unit
from orgs.services.tenures import lock
from projects.models import Problem, Project

Ending = Problem.Ending


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
) -> Problem:
    """Enter a problem of a courtyard, a project or, without either, of a division.

    The division is taken from the courtyard or the project where one is named.
    """
    place = courtyard or project
    problem = Problem(
        title=title.strip(),
        category=category,
        source=source,
        division=place.division if place else division,
        courtyard=courtyard,
        project=project,
        responsible_unit=responsible_unit,
        raised_on=raised_on,
        due_on=due_on,
    )
    problem.full_clean()
    problem.save()
    return problem


@transaction.atomic
def close_problem(*, problem: Problem, on: date, ending: str, note: str = "") -> Problem:
    """Strike a problem off from the day `on` (exclusive: it is open on every day before).

    What was not mended needs a note that says why. A problem already closed is refused.
    """
    row = lock(problem)
    if row.closed_on is not None:
        raise ValidationError(f"该问题已于{zh_date(row.closed_on)}销号，不必重复办理。")
    if ending not in Ending.values:
        raise ValidationError({"ending": "销号须选择结果：已整改、未整改或无法整改。"})
    if ending != Ending.MENDED and not note.strip():
        raise ValidationError({"note": f"结果为“{Ending(ending).label}”时，请写明原因。"})
    row.closed_on, row.ending, row.ending_note = on, ending, note.strip()
    # An old problem that names nobody responsible can be closed all the same.
    row.full_clean(exclude=["responsible_unit"])
    row.save()
    return row


@transaction.atomic
def reopen_problem(*, problem: Problem, on: date, due_on: date, reason: str) -> Problem:
    """The same problem is back: a new row from `on`, so that past days stay as they were.

    `reason` says why; the closed row keeps its ending. Refuses a problem that is still open.
    """
    old = lock(problem)
    if old.closed_on is None or old.closed_on > on:
        raise ValidationError("该问题尚未销号，不必重新提出。")
    if not reason.strip():
        raise ValidationError({"reason": "请写明重新提出的原因。"})
    again = Problem(
        title=old.title,
        category=old.category,
        source=old.source,
        division=old.division,
        courtyard=old.courtyard,
        project=old.project,
        responsible_unit=old.responsible_unit,
        raised_on=on,
        due_on=due_on,
        ending_note=f"{zh_date(old.closed_on)}销号后重新提出：{reason.strip()}"[:300],
    )
    again.full_clean()
    again.save()
    return again
