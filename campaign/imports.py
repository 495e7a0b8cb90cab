"""The kinds of ledgers that come in as workbooks, from all floors; a new one gets its line here."""

from courtyards.imports import CourtyardKind, OrganizationKind, PairingKind
from ledgers.importing.kinds import LedgerKind
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
