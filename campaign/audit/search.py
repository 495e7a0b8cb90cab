"""The auditor's search over the whole trail: changes of rows and audit records in one list.

It reads the narrow index (ledgers/models/trail.py), newest first, a page at a time from where the
last one ended, so a page costs the same whatever the history's length. ledgers/trail/audit_words.py says what they tell.
"""

from datetime import datetime, time, timedelta

from django.contrib.auth import get_user_model
from django.utils import timezone

from ledgers.models import TrailEntry
from ledgers.trail.audit_words import ACTION_CHOICES, describe_entries, model_choices

__all__ = [
    "ACTION_CHOICES",
    "EXPORTED",
    "PAGE",
    "accounts_named",
    "model_choices",
    "search",
    "describe_entries",
]

PAGE = 50
EXPORTED = 20000  # more than this is asked for in parts; the file says so


def search(asked: dict):
    """The entries that `asked` (the cleaned data of the search form) describes, newest first."""
    entries = TrailEntry.objects.order_by("-id")
    same = {"model": "subject", "object_key": "object_key", "action": "action"}
    same |= {"address": "address", "request": "request_id"}
    entries = entries.filter(**{same[k]: asked[k] for k in same if asked.get(k)})
    if asked.get("batch"):
        entries = entries.filter(batch__startswith=asked["batch"])
    if asked.get("who"):
        entries = entries.filter(user_id__in=accounts_named(asked["who"]))
    if asked.get("since"):
        entries = entries.filter(at__gte=_morning(asked["since"]))
    if asked.get("until"):
        entries = entries.filter(at__lt=_morning(asked["until"] + timedelta(days=1)))
    return entries


def accounts_named(text: str) -> list[int]:
    """The accounts whose user name or display name is `text`, or begins with it."""
    users = get_user_model()._base_manager
    found = users.filter(username__startswith=text) | users.filter(first_name__startswith=text)
    return list(found.values_list("pk", flat=True)[:200])


def _morning(day) -> datetime:
    return timezone.make_aware(datetime.combine(day, time()))
