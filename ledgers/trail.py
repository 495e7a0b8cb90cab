"""The history of a row, read from the events that database triggers keep: who changed what, when."""

import hashlib
import json
from dataclasses import dataclass

from django.contrib.auth import get_user_model
from django.core.serializers.json import DjangoJSONEncoder

from ledgers import formats
from ledgers.columns import PhoneColumn

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
    """One event: when, who, what."""

    at: object
    who: str
    action: str
    changes: list[Change]


def events_of(obj):
    """The events of a row, newest first, with their context; None for an untracked model."""
    found = getattr(obj, "events", None)
    return found.select_related("pgh_context").order_by("-pgh_id") if found is not None else None


def trail_of(obj, limit: int = NEWEST) -> list[Entry]:
    """The newest `limit` events of `obj` as readable differences, newest first."""
    events = events_of(obj)
    if events is None:
        return []
    # One more than shown: the last shown one is compared with what stood before it.
    events = list(events[: limit + 1])
    fields = _told_fields(obj, events)
    pairs = [(new, old) for new, old in zip(events, [*events[1:], None], strict=True)][:limit]
    moved = [[f for f in fields if _moved(f, new, old)] for new, old in pairs]
    names = _related_names({f for found in moved for f in found}, events)
    people = _people(events)
    return [
        Entry(
            at=new.pgh_created_at,
            who=people.get(_user_id(new), SYSTEM),
            action=ACTIONS.get(new.pgh_label, new.pgh_label),
            changes=[
                Change(str(f.verbose_name), _say(f, old, names), _say(f, new, names)) for f in found
            ],
        )
        for (new, old), found in zip(pairs, moved, strict=True)
    ]


def _told_fields(obj, events) -> list:
    kept = {field.name for field in events[0]._meta.fields} if events else set()
    return [
        field
        for field in type(obj)._meta.fields
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
        return PhoneColumn.mask(value) or formats.EMPTY
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


def _user_id(event):
    return (event.pgh_context.metadata or {}).get("user") if event.pgh_context else None


def _people(events) -> dict:
    keys = {_user_id(event) for event in events} - {None}
    if not keys:
        return {}
    users = get_user_model()._base_manager.filter(pk__in=keys)
    return {user.pk: user.display_name for user in users}


# -- versions, for forms --------------------------------------------------------------------------


def version_of(row, attnames) -> str:
    """A short hash of the stored values of some fields of a row, or of an event of it."""
    values = [getattr(row, name) for name in attnames]
    return hashlib.sha256(json.dumps(values, cls=DjangoJSONEncoder).encode()).hexdigest()[:20]


def event_of_version(obj, attnames, version: str):
    """The newest event at which the row stood at `version`, or None; looks back 200 events."""
    events = events_of(obj)
    if events is None:
        return None
    return next((e for e in events[:200] if version_of(e, attnames) == version), None)


def last_changed_by(obj) -> tuple[str, object]:
    """Who changed the row last, and when (None where nothing is kept)."""
    events = events_of(obj)
    last = events.first() if events is not None else None
    if last is None:
        return SYSTEM, None
    return _people([last]).get(_user_id(last), SYSTEM), last.pgh_created_at
