"""Who handles a problem or an order for its unit, and who watches over a project."""

from datetime import date

from django.core.exceptions import ValidationError
from django.db import transaction

from ledgers.formats import zh_date
from orgs.models import Person
from orgs.people.services import lock_person
from orgs.tenures import end_tenure, lock
from projects.models import Handling, Problem, Project, SupervisionOrder, Supervisor


@transaction.atomic
def assign_handler(
    *, matter: Problem | SupervisionOrder, person: Person, since: date, until: date | None = None
) -> Handling:
    """Let `person` handle an open problem or order from `since`; who handled it before no longer does.

    Raises ValidationError where it is closed, was not raised yet, or the person has left.
    """
    person = lock_person(person, since, until)
    row = lock(matter)
    begun = row.raised_on if isinstance(row, Problem) else row.issued_on
    if row.closed_on is not None and row.closed_on <= since:
        raise ValidationError(
            {"since": f"该事项已于{zh_date(row.closed_on)}办结，不必指定经办人。"}
        )
    if since < begun:
        raise ValidationError({"since": f"该事项{zh_date(begun)}才提出，请核对日期。"})
    for held in row.handlings.on(since).exclude(since=since):
        end_tenure(tenure=held, on=since)
    place = {"problem": row} if isinstance(row, Problem) else {"order": row}
    handling = Handling(
        person=person, since=since, until=until, division_id=row.division_id, **place
    )
    handling.full_clean()
    handling.save()
    return handling


@transaction.atomic
def appoint_supervisor(
    *, project: Project, person: Person, since: date, until: date | None = None
) -> Supervisor:
    """Let a resident, by consent, watch over a project from `since`."""
    person = lock_person(person, since, until)
    row = lock(project)
    if not row.holds_on(since):
        raise ValidationError({"since": f"{row}在{zh_date(since)}不在册，请核对日期。"})
    supervisor = Supervisor(project=row, person=person, since=since, until=until)
    supervisor.full_clean()
    supervisor.save()
    return supervisor
