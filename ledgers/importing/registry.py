"""Which kinds of workbooks come back in. Each floor declares its own; known once the apps started."""

from django.core.exceptions import ImproperlyConfigured

from ledgers.importing.kinds import LedgerKind

# By their codes, in the order of registration: the floors from below, as their apps start.
KINDS: dict[str, LedgerKind] = {}


def import_kind(kind_class: type[LedgerKind]) -> type[LedgerKind]:
    """Class decorator: workbooks of this kind can be imported.

    Raises ImproperlyConfigured where two kinds have one code.
    """
    kind = kind_class()
    if kind.code in KINDS:
        raise ImproperlyConfigured(f"There are two kinds of imports called {kind.code}.")
    KINDS[kind.code] = kind
    return kind_class
