"""What time it is: the one place that asks, so that demo mode and tests can pin it."""

from datetime import date, datetime, timedelta

from django.conf import settings
from django.utils import timezone


def now() -> datetime:
    """The portal's present moment, aware, in the county's time zone."""
    pinned = settings.PINNED_NOW
    if pinned:
        return timezone.make_aware(pinned) if timezone.is_naive(pinned) else pinned
    return timezone.localtime()


def actual() -> datetime:
    """The real moment, which demo mode does not pin: for sessions, links and lock-outs."""
    return timezone.localtime()


def today() -> date:
    """The portal's present day."""
    return timezone.localtime(now()).date()


def weeks_before(on: date, count: int) -> list[date]:
    """The same weekday of the last `count` weeks, oldest first, ending with `on` itself."""
    return [on - timedelta(weeks=back) for back in range(count - 1, -1, -1)]


def local_day(moment: datetime) -> date:
    """The county's calendar day of an aware `moment`."""
    return timezone.localtime(moment).date()
