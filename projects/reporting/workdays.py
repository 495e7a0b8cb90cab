"""Which days are worked: the county's own table of holidays first, then the announced calendar.

The State Council announces the holidays and make-up workdays (调休) of a year at the end of the
year before. The library `chinesecalendar` has them up to its release; later years must be entered.
"""

from datetime import date, timedelta

import chinese_calendar

from projects.models import Holiday

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
