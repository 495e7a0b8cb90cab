"""Opening reporting weeks, and when their reports are due.

A week closes and locks by the clock (`Report.locked_at`); only its opening writes rows. That is
done by the worker, or by `manage.py open_week`; both make up for what was missed.
"""

from datetime import date, datetime, time, timedelta

import chinese_calendar
from django.db import transaction
from django.db.models import Q
from django.utils import timezone
from pghistory import context

from orgs.models import User
from projects.models import Holiday, Indicator, Period, Programme, Project, Report

# Weekly reports are due on Friday at 17:00, in time for the weekend's bulletin.
DUE_WEEKDAY, DUE_TIME = 4, time(17, 0)
# The longest that offices stay closed is the nine days of a Spring Festival.
LONGEST_BREAK = timedelta(days=16)
# So many weeks that nobody opened are made up for; older ones are nobody's debt any more.
MISSED_WEEKS = 8


def due_moment(monday: date) -> datetime:
    """When the reports of the week from `monday` on are due: Friday at 17:00.

    Where Friday is a day off, on the last workday before it in that week, so that the figures
    are there for the holiday; where the whole week is off, on the first workday after it.
    """
    friday = monday + timedelta(days=DUE_WEEKDAY)
    worked = workdays_between(monday, friday + LONGEST_BREAK)
    before = [day for day in worked if day <= friday and worked[day]]
    after = [day for day in worked if day > friday and worked[day]]
    day = before[-1] if before else after[0] if after else friday
    return timezone.make_aware(datetime.combine(day, DUE_TIME))


@transaction.atomic
def plan_period(*, day: date) -> Period:
    """The reporting week (Monday to Sunday, ISO number) in which `day` lies, made if missing."""
    start = day - timedelta(days=day.weekday())
    year, number, _ = start.isocalendar()
    period, _ = Period.objects.get_or_create(
        start=start,
        defaults={
            "year": year,
            "number": number,
            "end": start + timedelta(days=6),
            "due_at": due_moment(start),
        },
    )
    return period


@transaction.atomic
def open_period(*, period: Period, by: User | None = None) -> list[Report]:
    """Make the report rows that are owed for `period`: what is owed exists from then on.

    One row for every project of a weekly programme that holds on some day of the week (project
    and programme both), and for whose kind anything is asked weekly. A second call makes only what is missing, for example for a project
    that was added since. `by` is the account that opened it (None: the calendar).
    Returns the rows that this call made.
    """
    Period.objects.select_for_update().get(pk=period.pk)
    projects = (
        Project.objects.filter(programme__reports_weekly=True, kind__in=_kinds_asked(period))
        .filter(_holds_within(period, ""), _holds_within(period, "programme__"))
        .exclude(reports__period=period)
        .order_by("pk")
        .values_list("pk", "division_id")
    )
    rows = [Report(project_id=pk, division_id=place, period=period) for pk, place in projects]
    with context(user=by.pk if by else None):
        return Report.objects.bulk_create(rows)


@transaction.atomic
def open_due_weeks(*, on: date) -> list[tuple[Period, int]]:
    """Open the week of `on`, and those since the last one opened that were missed.

    Returns (week, number of reports made) of each week that was new or had something missing.
    """
    if not Programme.objects.filter(reports_weekly=True).exists():
        return []  # nothing is set up yet
    monday = on - timedelta(days=on.weekday())
    last = Period.objects.filter(start__lte=monday).order_by("-start").first()
    earliest = monday - timedelta(weeks=MISSED_WEEKS)
    start = max(last.start, earliest) if last else monday
    opened = []
    while start <= monday:
        reports = open_period(period=(period := plan_period(day=start)))
        if reports:
            opened.append((period, len(reports)))
        start += timedelta(weeks=1)
    return opened


def _kinds_asked(period: Period) -> set[str]:
    """The kinds of projects of which an indicator of the weekly report asks in `period`."""
    weekly = Indicator.objects.filter(in_weekly_report=True)
    return {kind for one in weekly if one.holds_on(period.end) for kind in one.kinds}


def _holds_within(period: Period, path: str) -> Q:
    """The condition that the tenure at `path` shares a day with `period`."""
    still = Q(**{f"{path}until__isnull": True}) | Q(**{f"{path}until__gt": period.start})
    return still & Q(**{f"{path}since__lte": period.end})


SATURDAY = 5


def announced(day: date) -> bool | None:
    """Whether `day` is worked as announced; None for a year that the library does not know."""
    try:
        return chinese_calendar.is_workday(day)
    except RuntimeError:  # of a kind that says: not this year
        return None


def workdays_between(first: date, last: date) -> dict[date, bool]:
    """For each day from `first` to `last` whether it is worked. One query.

    Where neither the table nor the library knows a day, it is worked from Monday to Friday.
    """
    entered = {
        row.day: row.kind == Holiday.Kind.WORK
        for row in Holiday.objects.filter(day__gte=first, day__lte=last)
    }
    found = {}
    for count in range((last - first).days + 1):
        day = first + timedelta(days=count)
        known = entered.get(day, announced(day))
        found[day] = day.weekday() < SATURDAY if known is None else known
    return found


def years_not_entered(on: date) -> list[int]:
    """The years up to sixty days after `on` whose holidays nobody knows: they must be entered."""
    years = sorted({on.year, (on + timedelta(days=60)).year})
    return [
        year
        for year in years
        if announced(date(year, 1, 1)) is None
        and not Holiday.objects.filter(day__year=year).exists()
    ]
