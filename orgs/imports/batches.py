"""Batches: what was stored from a file, who may see it, and taking it back."""

from django.core.exceptions import PermissionDenied
from django.db.models import Q
from django.urls import reverse

from ledgers import registry
from ledgers.importing.apply import mark_of
from ledgers.importing.undo import SHOWN, plan_undo, undo_import
from ledgers.models import AuditKind, ImportBatch, TrailEntry
from ledgers.trail import audit
from ledgers.trail.audit import masked
from ledgers.trail.audit_words import Found, describe_entries, event_models
from orgs.access import Verb
from orgs.imports.permitted import kinds_for, places_for, refuse_undo
from orgs.imports.row_words import title_of


def batches_for(user):
    """The batches that `user` may see: their own, and those within where they may bring such a ledger in."""
    seen = Q(imported_by_id=user.pk)
    for kind in kinds_for(user):
        for prefix in places_for(user, kind):
            seen |= Q(kind=kind.code, place__startswith=prefix)
    if user.may(Verb.ORGANISE):
        seen |= Q(imported_by=None)
    return ImportBatch.objects.filter(seen).select_related("imported_by", "undone_by")


def may_undo(user, batch: ImportBatch) -> bool:
    """Whether `user` may take `batch` back, which nobody has done yet."""
    if batch.undone_at is not None:
        return False
    try:
        refuse_undo(user, batch)
    except PermissionDenied:
        return False
    return True


def consequences(batch: ImportBatch) -> tuple[list[tuple[str, int, int]], list[str], int]:
    """What taking `batch` back would do: (kind of row, deleted, restored) and what stands in the way.

    Last: how many further obstacles are not put into words.
    """
    plan = plan_undo(batch)
    rows = [(one.model._meta.verbose_name, one.entered, one.changed) for one in plan.touched]
    told = plan.obstacles[:SHOWN]
    return rows, told, len(plan.obstacles) - len(told) + plan.untold


def undo(*, batch: ImportBatch, user) -> ImportBatch:
    """Take `batch` back. Raises PermissionDenied, or ValidationError with what stands in the way."""
    refuse_undo(user, batch)
    batch = undo_import(batch=batch, user=user)
    about = {"what": "撤销", "ledger": title_of(batch.kind), "file": batch.file_name}
    audit.record(AuditKind.IMPORT, user=user, obj=batch, detail=about)
    return batch


def changes_of(batch: ImportBatch):
    """The trail's entries of what `batch` changed, in the order in which it was stored."""
    tables = list(event_models())
    return TrailEntry.objects.filter(batch=mark_of(batch), source__in=tables).order_by("id")


def described_changes(entries: list[TrailEntry]) -> list[tuple[Found, str, str]]:
    """Entries in words, each with what its row is called now and the page of that row ("": none).

    A survey or a headship has no name of its own, so the row says it, with what it belongs to.
    """
    found, events = describe_entries(entries), event_models()
    keys: dict[str, set] = {}
    for one in found:
        keys.setdefault(one.href[0], set()).add(one.href[1])
    rows = {
        (table, str(pk)): row
        for table, wanted in keys.items()
        for pk, row in _rows(events[table].pgh_tracked_model, wanted).items()
    }
    return [
        (one, masked(str(rows.get(one.href, "")) or one.name), _page(events, one.href))
        for one in found
    ]


def _rows(model, keys: set) -> dict:
    joins = [field.name for field in model._meta.fields if field.is_relation]
    return model._base_manager.select_related(*joins).in_bulk(list(keys))


def _page(events: dict, href: tuple[str, str]) -> str:
    ledger = registry.find(events[href[0]].pgh_tracked_model)
    return reverse(ledger.url_name("detail"), args=[href[1]]) if ledger else ""
