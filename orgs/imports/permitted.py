"""Who may import which kinds of workbooks, and where.

Each kind declares the verb that it needs and the line of work where one applies; rows outside the
places that result are wrong, and say so.
"""

from django.core.exceptions import PermissionDenied
from django.urls import reverse

from ledgers.importing.kinds import LedgerKind
from ledgers.importing.registry import KINDS
from ledgers.models import ImportBatch
from orgs.access import Verb, scope_of


def places_for(user, kind: LedgerKind) -> tuple[str, ...] | None:
    """The division prefixes in which `user` may bring `kind` in; None: everywhere (no account).

    Raises PermissionDenied, with a sentence, where there is none.
    """
    if user is None:
        return None
    found = scope_of(user).prefixes(kind.verb, line=kind.line)
    if not found:
        verb = Verb(kind.verb).label
        raise PermissionDenied(f"导入{kind.title}需要“{verb}”权限，您的账号没有。")
    return tuple(found)


def may_import(user, kind: LedgerKind) -> bool:
    """Whether `user` may bring `kind` in somewhere."""
    try:
        places_for(user, kind)
    except PermissionDenied:
        return False
    return True


def kinds_for(user) -> list[LedgerKind]:
    """The kinds that `user` may bring in somewhere."""
    return [kind for kind in KINDS.values() if may_import(user, kind)]


def offered(user, codes: list[str]) -> list[tuple[str, str]]:
    """(title, address) of the kinds among `codes` that `user` may bring in, for a ledger's page."""
    return [
        (kind.title, reverse("import_start", args=[kind.code]))
        for kind in kinds_for(user)
        if kind.code in codes
    ]


def refuse_undo(user, batch: ImportBatch) -> None:
    """Raise PermissionDenied unless `user` may take `batch` back.

    That is who brought it in and still may, or who manages the organisation where all of the
    importer's places for this kind lie. Without an account (at the terminal) everything may be.
    """
    if user is None:
        return
    kind = KINDS[batch.kind]
    own = places_for(user, kind)
    if batch.imported_by_id == user.pk:
        return
    managed = tuple(scope_of(user).prefixes(Verb.ORGANISE))
    theirs = _places_of_importer(batch, kind)
    if (
        not managed
        or theirs is None
        or not all(place.startswith(managed) and place.startswith(own) for place in theirs)
    ):
        raise PermissionDenied("只有导入人本人或其所在范围的组织管理员可以撤销这一批。")


def _places_of_importer(batch: ImportBatch, kind: LedgerKind) -> tuple[str, ...] | None:
    """Where the importer may bring this kind in; None where that is everywhere or nowhere any more."""
    try:
        return places_for(batch.imported_by, kind)
    except PermissionDenied:
        return None
