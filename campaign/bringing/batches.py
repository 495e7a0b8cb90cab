"""Batches: what was stored from a file, who may see it, and taking it back."""

from django.core.exceptions import PermissionDenied
from django.db.models import Q

from campaign.imports import kinds_for, places_for, refuse_undo
from ledgers.importing.undo import SHOWN, plan_undo, undo_import
from ledgers.models import ImportBatch
from orgs.access import Verb


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
    rows = [
        (one.model._meta.verbose_name, len(one.entered), len(one.changed)) for one in plan.touched
    ]
    told = plan.obstacles[:SHOWN]
    return rows, told, len(plan.obstacles) - len(told) + plan.untold


def undo(*, batch: ImportBatch, user) -> ImportBatch:
    """Take `batch` back. Raises PermissionDenied, or ValidationError with what stands in the way."""
    refuse_undo(user, batch)
    return undo_import(batch=batch, user=user)
