"""Opening a reporting week."""

from django.db import transaction
from django.db.models import Q
from pghistory import context

from projects.models import Period, Project, Report


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
