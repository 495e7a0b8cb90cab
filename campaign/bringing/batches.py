"""Batches: what was stored from a file, who may see it, and taking it back."""

from django.core.exceptions import PermissionDenied
from django.db.models import Q

from campaign.imports import KINDS, writable
from ledgers.importing.undo import plan_undo, undo_import
from ledgers.models import ImportBatch
from orgs.access import Verb


def batches_for(user):
    """The batches that `user` may see: their own, and those within where they may import such a ledger."""
    seen = Q(imported_by_id=user.pk)
    for kind in KINDS.values():
        for prefix in writable(user, kind):
            seen |= Q(kind=kind.code, place__startswith=prefix)
    if user.may(Verb.ORGANISE):
        seen |= Q(imported_by=None)
    return ImportBatch.objects.filter(seen).select_related("imported_by", "undone_by")


def may_undo(user, batch: ImportBatch) -> bool:
    """Whether `user` may take `batch` back: who sees it and may still import such a ledger."""
    return batch.undone_at is None and bool(writable(user, KINDS[batch.kind]))


def obstacles_of(batch: ImportBatch) -> tuple[int, list[str]]:
    """How many rows taking it back would touch, and what stands in the way."""
    plan = plan_undo(batch)
    return len(plan.touched), plan.obstacles


def undo(*, batch: ImportBatch, user) -> ImportBatch:
    """Take `batch` back. Raises PermissionDenied, or ValidationError with what stands in the way."""
    if not may_undo(user, batch) and batch.undone_at is None:
        raise PermissionDenied
    return undo_import(batch=batch, user=user)
