"""Opening a reporting week."""

from datetime import date, datetime, time, timedelta

from django.db import transaction
from django.db.models import Q
from django.utils import timezone
from pghistory import context

from projects.models import Period, Project, Report

# Weekly reports are due on Friday at 17:00, in time for the weekend's bulletin; a week with
# holidays gets another moment in Django admin.
DUE_WEEKDAY, DUE_TIME = 4, time(17, 0)


@transaction.atomic
def plan_period(*, day: date) -> Period:
    """The reporting week (Monday to Sunday, ISO number) in which `day` lies, made if missing."""
    start = day - timedelta(days=day.weekday())
    year, number, _ = start.isocalendar()
    due_at = datetime.combine(start + timedelta(days=DUE_WEEKDAY), DUE_TIME)
    period, _ = Period.objects.get_or_create(
        start=start,
        defaults={
            "year": year,
            "number": number,
            "end": start + timedelta(days=6),
            "due_at": timezone.make_aware(due_at),
        },
    )
    return period


@transaction.atomic
def open_period(*, period: Period, by=None) -> list[Report]:
    """Make the report rows that are owed for `period`: what is owed exists from then on.

    One row for every project of a weekly programme that holds on some day of the week (project
    and programme both). A second call makes only what is missing, for example for a project
    that was added since. `by` is the account that opened it (None: the calendar).
    Returns the rows that this call made.
    """
    Period.objects.select_for_update().get(pk=period.pk)
    projects = (
        Project.objects.filter(programme__reports_weekly=True)
        .filter(_holds_within(period, ""), _holds_within(period, "programme__"))
        .exclude(reports__period=period)
        .order_by("pk")
        .values_list("pk", "division_id")
    )
    rows = [Report(project_id=pk, division_id=place, period=period) for pk, place in projects]
    with context(user=by.pk if by else None):
        return Report.objects.bulk_create(rows)


def _holds_within(period: Period, path: str) -> Q:
    """The condition that the tenure at `path` shares a day with `period`."""
    still = Q(**{f"{path}until__isnull": True}) | Q(**{f"{path}until__gt": period.start})
    return still & Q(**{f"{path}since__lte": period.end})
