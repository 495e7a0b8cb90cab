"""Entries of the trail in words: who did what to which row, and what it changed.

The rows behind some entries are read by their keys, in one query for each model that is among them.
"""

from dataclasses import dataclass

from django.apps import apps
from django.db.models import OuterRef, Subquery

from ledgers.models import AuditKind, AuditRecord, TrailEntry
from ledgers.trail.audit import masked
from ledgers.trail.row_history import ACTIONS, SYSTEM, Change, differences, people_of

# What each detail of an audit record is called.
DETAIL_WORDS = {
    "ledger": "台账", "format": "格式", "rows": "行数", "on": "截至", "asked": "筛选",
    "status": "答复", "method": "方法", "page": "页面名称", "row": "对象编号", "reason": "原因",
    "file": "文件", "entries": "条数", "browser": "浏览器", "what": "事项", "account": "账号",
}  # fmt: skip


@dataclass(frozen=True)
class Found:
    """One line of the result."""

    number: int
    at: object
    who: str
    action: str
    kind: str
    name: str
    href: tuple[str, str] | None
    changes: list[Change]
    address: str
    path: str
    batch: str
    request_id: str


def event_models() -> dict[str, type]:
    """The event model of each tracked model, by its table."""
    return {
        model._meta.db_table: model
        for model in apps.get_models()
        if hasattr(model, "pgh_tracked_model")
    }


def model_choices() -> list[tuple[str, str]]:
    """(event table, word) of everything that has a history, sorted by its word."""
    found = [
        (table, str(event.pgh_tracked_model._meta.verbose_name))
        for table, event in event_models().items()
    ]
    return sorted(found, key=lambda pair: pair[1])


ACTION_CHOICES = [*ACTIONS.items(), *AuditKind.choices]


def describe_entries(entries: list[TrailEntry]) -> list[Found]:
    """The entries with the rows behind them, in words; phone numbers are masked."""
    people, tables = people_of(entries), event_models()
    changes, names = {}, {}
    for table in {entry.source for entry in entries} & tables.keys():
        _tell_events(tables[table], [e for e in entries if e.source == table], changes, names)
    records = AuditRecord.objects.in_bulk(
        [e.source_id for e in entries if e.source == AuditRecord._meta.db_table]
    )
    words, kinds = dict(ACTION_CHOICES), dict(model_choices())
    found = []
    for entry in entries:
        record = records.get(entry.source_id) if entry.source not in tables else None
        who = people.get(entry.user_id) or (record.username if record else "") or SYSTEM
        found.append(
            Found(
                number=entry.id,
                at=entry.at,
                who=who,
                action=words.get(entry.action, entry.action),
                kind=kinds.get(entry.subject, ""),
                name=record.object_name
                if record
                else names.get((entry.source, entry.source_id), ""),
                href=(entry.subject, entry.object_key) if entry.object_key else None,
                changes=_detail(record)
                if record
                else changes.get((entry.source, entry.source_id), []),
                address=entry.address or "",
                path=entry.path,
                batch=entry.batch,
                request_id=entry.request_id,
            )
        )
    return found


def _tell_events(event_model, entries, changes: dict, names: dict) -> None:
    """Add to `changes` and `names` what the events of one model say."""
    events = event_model._base_manager.in_bulk([e.source_id for e in entries])
    before = _before(event_model, events.values())
    pairs = [(event, before.get(event.pk)) for event in events.values()]
    for (event, _), found in zip(
        pairs, differences(event_model.pgh_tracked_model, pairs, whole=True), strict=True
    ):
        changes[event_model._meta.db_table, event.pk] = found
        label = next((getattr(event, n) for n in NAMED_BY if getattr(event, n, "")), "")
        names[event_model._meta.db_table, event.pk] = masked(str(label))


NAMED_BY = ("name", "title", "text", "caption", "matter")


def _before(event_model, events) -> dict:
    """The event of the same row before each of `events`, by the later one's number."""
    keys = [event.pk for event in events if event.pgh_label == "update"]
    earlier = event_model._base_manager.filter(
        pgh_obj_id=OuterRef("pgh_obj_id"), pgh_id__lt=OuterRef("pgh_id")
    )
    numbers = dict(
        event_model._base_manager.filter(pk__in=keys)
        # No field of a model may bear this name; 整治前 of a photo pair is called `before`.
        .annotate(pgh_earlier=Subquery(earlier.order_by("-pgh_id").values("pgh_id")[:1]))
        .values_list("pk", "pgh_earlier")
    )
    rows = event_model._base_manager.in_bulk([number for number in numbers.values() if number])
    return {key: rows[number] for key, number in numbers.items() if number in rows}


def _detail(record: AuditRecord) -> list[Change]:
    """What an audit record knows besides, each as a line without an old value."""
    found = []
    for key, value in record.detail.items():
        if isinstance(value, dict):
            value = "、".join(f"{k}={v}" for k, v in value.items())
        elif isinstance(value, list):
            value = "、".join(map(str, value)) or "全部"
        found.append(Change(DETAIL_WORDS.get(key, key), "", masked(str(value))))
    return found
