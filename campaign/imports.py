"""The kinds of ledgers that come in as workbooks, from all floors; a new one gets its line here."""

from django.urls import reverse

from courtyards.imports import CourtyardKind, OrganizationKind, PairingKind
from ledgers.importing.kinds import LedgerKind
from orgs.access import Verb, scope_of
from projects.imports import FringeKind, WeeklyKind
from volunteers.imports import PatrolKind

KINDS: dict[str, LedgerKind] = {
    kind.code: kind
    for kind in (
        CourtyardKind(),
        OrganizationKind(),
        PairingKind(),
        WeeklyKind(),
        FringeKind(),
        PatrolKind(),
    )
}


def writable(user, kind: LedgerKind) -> tuple[str, ...]:
    """The division prefixes in which `user` may import a ledger of `kind`; () = nowhere.

    The verb is the one that the ledger's pages ask for; a grant for one line of work opens only
    the ledgers of that line.
    """
    grants = [
        grant
        for grant in scope_of(user).grants
        if grant.allows(kind.verb or Verb.EDIT) and grant.line in ("", kind.line)
    ]
    found = sorted({grant.prefix for grant in grants}, key=len)
    return tuple(p for i, p in enumerate(found) if not p.startswith(tuple(found[:i])))


def offered(user, codes: list[str]) -> list[tuple[str, str]]:
    """(title, address) of the kinds among `codes` that `user` may import."""
    return [
        (kind.title, reverse("import_start", args=[kind.code]))
        for kind in importable(user)
        if kind.code in codes
    ]


def importable(user) -> list[LedgerKind]:
    """The kinds of ledgers that `user` may import somewhere."""
    return [kind for kind in KINDS.values() if kind.can_store and writable(user, kind)]
