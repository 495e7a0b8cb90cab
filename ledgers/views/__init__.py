"""The pages that every ledger has."""

from ledgers.views.change import LedgerCreateView, LedgerUpdateView
from ledgers.views.detail import LedgerDetailView
from ledgers.views.listing import LedgerListView

__all__ = ["LedgerCreateView", "LedgerDetailView", "LedgerListView", "LedgerUpdateView"]
