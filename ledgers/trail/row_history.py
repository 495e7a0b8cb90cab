"""The history of a row, read from the events that database triggers keep: who changed what, when."""

from dataclasses import dataclass
from datetime import datetime

from django.contrib.auth import get_user_model

from ledgers import formats
from ledgers.cleaning.phones import mask
from ledgers.meanwhile import token_of_row
from ledgers.models import TrailEntry

NEWEST = 20
ACTIONS = {"insert": "新增", "update": "修改", "delete": "删除"}
SYSTEM = "系统"  # a change without an account: loading, migration, scheduled work


@dataclass(frozen=True)
class Change:
    """One field of one event, in words."""

    label: str
    old: str
    new: str


@dataclass(frozen=True)
class Entry:
    """One event: when, who, what; from which address, and in which batch ("" where there is none)."""

    at: object
    who: str
    action: str
    changes: list[Change]
    address: str = ""
    batch: str = ""


def events_of(obj):
    """The events of a row, newest first; None for an untracked model."""
    found = getattr(obj, "events", None)
    return found.order_by("-pgh_id") if found is not None else None


def entries_of(events) -> dict:
    """What the trail's index says of events of one model, by their number: who, when, from where.

    Their own context would not do: pghistory rewrites it for as long as the request lasts.
    """
    if not events:
        return {}
    table = events[0]._meta.db_table
    about = {"subject": table, "object_key__in": {str(event.pgh_obj_id) for event in events}}
    found = TrailEntry.objects.filter(
        source=table, source_id__in=[event.pgh_id for event in events], **about
    )
    return {entry.source_id: entry for entry in found}


def trail_of(obj, limit: int = NEWEST) -> list[Entry]:
    """The newest `limit` events of `obj` as readable differences, newest first."""
    events = events_of(obj)
    if events is None:
        return []
    # One more than shown: the last shown one is compared with what stood before it.
    events = list(events[: limit + 1])
    pairs = [(new, old) for new, old in zip(events, [*events[1:], None], strict=True)][:limit]
    changes = differences(type(obj), pairs)
    entries = entries_of(events)
    people = people_of(entries.values())
    return [
        Entry(
            at=new.pgh_created_at,
            who=_who(entries.get(new.pgh_id), people),
            address=getattr(entries.get(new.pgh_id), "address", None) or "",
            batch=getattr(entries.get(new.pgh_id), "batch", ""),
            action=ACTIONS.get(new.pgh_label, new.pgh_label),
            changes=found,
        )
        for (new, _), found in zip(pairs, changes, strict=True)
    ]


def differences(model, pairs, *, whole: bool = False) -> list[list[Change]]:
    """The changed fields of each (event, event before it or None) of `model`, in words.

    With `whole` the values that a row came with, and those it went with, are told too.
    """
    events = [event for pair in pairs for event in pair if event is not None]
    fields = _told_fields(model, events)
    told = [
        [f for f in fields if _moved(f, new, old) or whole and _stood(f, new)] for new, old in pairs
    ]
    names = _related_names({f for found in told for f in found}, events)
    return [
        [Change(str(f.verbose_name), *_old_and_new(f, new, old, names)) for f in found]
        for (new, old), found in zip(pairs, told, strict=True)
    ]


def _stood(field, event) -> bool:
    """Whether an insert or delete has something to say of a field."""
    return event.pgh_label != "update" and getattr(event, field.attname) not in (None, "")


def _old_and_new(field, new, old, names) -> tuple[str, str]:
    if new.pgh_label == "update":
        return _say(field, old, names), _say(field, new, names)
    said = _say(field, new, names)
    return ("", said) if new.pgh_label == "insert" else (said, formats.EMPTY)


def _told_fields(model, events) -> list:
    kept = {field.name for field in events[0]._meta.fields} if events else set()
    return [
        field
        for field in model._meta.fields
        if field.name in kept and field.name not in ("id", "path", "depth", "numchild")
    ]


def _moved(field, new, old) -> bool:
    """Whether an update changed the field. The first event says only that the row came to be."""
    return (
        old is not None
        and new.pgh_label == "update"
        and (getattr(new, field.attname) != getattr(old, field.attname))
    )


def _say(field, event, names) -> str:
    value = getattr(event, field.attname)
    if field.is_relation:
        return names.get((field.related_model, value), formats.EMPTY)
    if field.choices:
        return str(dict(field.flatchoices).get(value, formats.EMPTY))
    if field.name == "phone":
        return mask(value) or formats.EMPTY
    return formats.display(value)


def _related_names(fields, events) -> dict:
    """Names of the rows that changed foreign keys pointed to, in one query for each model."""
    wanted: dict = {}
    for field in fields:
        if field.is_relation:
            keys = {getattr(event, field.attname) for event in events} - {None}
            wanted.setdefault(field.related_model, set()).update(keys)
    return {
        (model, row.pk): str(row)
        for model, keys in wanted.items()
        for row in model._base_manager.filter(pk__in=keys)
    }


def people_of(entries) -> dict:
    """The names of the accounts that entries of the trail speak of, by number, in one query."""
    keys = {entry.user_id for entry in entries} - {None}
    if not keys:
        return {}
    users = get_user_model()._base_manager.filter(pk__in=keys)
    return {user.pk: user.display_name for user in users}


def _who(entry, people) -> str:
    return people.get(getattr(entry, "user_id", None), SYSTEM)


# -- what stood when a page was shown, for forms ---------------------------------------------------


def event_of_token(obj, attnames, token: str):
    """The newest event at which the row had the `token` (ledgers/meanwhile.py), or None; of 200."""
    events = events_of(obj)
    if events is None:
        return None
    return next((e for e in events[:200] if token_of_row(e, attnames) == token), None)


@dataclass(frozen=True)
class LastChange:
    """The newest event of some rows: when, who, what, and of which row (its key)."""

    at: object
    who: str
    action: str
    key: object


def last_change(events) -> LastChange | None:
    """The newest of `events`, a queryset of one model's events; None where there is none."""
    event = events.order_by("-pgh_id").first()
    if event is None:
        return None
    entry = entries_of([event]).get(event.pgh_id)
    who = _who(entry, people_of([entry] if entry else []))
    action = ACTIONS.get(event.pgh_label, event.pgh_label)
    return LastChange(event.pgh_created_at, who, action, event.pgh_obj_id)


def last_changed_by(obj) -> tuple[str, datetime | None]:
    """Who changed the row last, and when (None where nothing is kept)."""
    events = events_of(obj)
    last = last_change(events) if events is not None else None
    return (last.who, last.at) if last else (SYSTEM, None)
