"""Who is locked out after wrong passwords: an account soon, an address of many people later.

django-axes keeps the failed attempts; this says when they are too many, and lets them go.
"""

from dataclasses import dataclass
from datetime import datetime, timedelta

from axes.handlers.database import AxesDatabaseHandler
from axes.models import AccessAttempt
from django.conf import settings
from django.db.models import Max, Sum

from ledgers import clock
from ledgers.request_origin import client_address

KINDS = {"username": "账号", "ip_address": "网络地址"}


def limit_of(kind: str) -> int:
    """How many failures within the window lock out a `username` or an `ip_address`."""
    return settings.ADDRESS_FAILURES if kind == "ip_address" else settings.LOGIN_FAILURES


def window() -> timedelta:
    """How long failures count, and how long a lock-out lasts after the last of them."""
    return timedelta(minutes=settings.LOCKOUT_MINUTES)


def recent_attempts():
    """The failed attempts that still count."""
    return AccessAttempt.objects.filter(attempt_time__gt=clock.actual() - window())


@dataclass(frozen=True)
class Lock:
    """An account or an address that is locked out now."""

    kind: str
    value: str
    failures: int
    until: datetime

    @property
    def word(self) -> str:
        """What is locked: 账号 or 网络地址."""
        return KINDS[self.kind]


def locks(**only) -> list[Lock]:
    """Everything that is locked out now, or only `username=` or `ip_address=`; longest first."""
    found = []
    for kind in KINDS:
        if only and kind not in only:
            continue
        rows = recent_attempts().filter(**{kind: only[kind]} if only else {})
        rows = rows.exclude(**{kind: None}).order_by().values_list(kind)
        for value, failures, last in rows.annotate(
            Sum("failures_since_start"), Max("attempt_time")
        ):
            if failures >= limit_of(kind):
                found.append(Lock(kind, str(value), failures, last + window()))
    return sorted(found, key=lambda lock: (lock.until, lock.value), reverse=True)


def lock_on(request, username: str) -> Lock | None:
    """The lock that keeps `username` from signing in at this address, or None."""
    found = locks(username=username) + locks(ip_address=client_address(request))
    return max(found, key=lambda lock: lock.until, default=None)


def release(*, kind: str, value: str) -> int:
    """Forget the failed attempts of a `username` or an `ip_address`; returns how many rows went."""
    if kind not in KINDS:
        raise ValueError(f"unknown kind of lock: {kind}")
    return AccessAttempt.objects.filter(**{kind: value}).delete()[0]


class Lockout(AxesDatabaseHandler):
    """django-axes with two limits, and with successes that clear the account only.

    A success from an address must not clear what others tried from it: whoever has an account
    could otherwise try others' passwords without end.
    """

    def get_failures(self, request, credentials=None) -> int:
        """Failures on the scale of an account's limit: an address at its own limit reaches it."""
        username = (credentials or {}).get("username") or request.POST.get("username", "")
        return settings.LOGIN_FAILURES if lock_on(request, username) else 0

    def reset_user_attempts(self, request, credentials=None) -> int:
        """Clear the account that signed in."""
        username = (credentials or {}).get("username")
        return AccessAttempt.objects.filter(username=username).delete()[0]
