"""The pages that every ledger has."""

from ledgers.views.bulk import BulkChangeView
from ledgers.views.change import LedgerCreateView, LedgerUpdateView
from ledgers.views.detail import LedgerDetailView
from ledgers.views.grid import GridView, LedgerGridView
from ledgers.views.listing import LedgerListView
from ledgers.views.notes import NoteView
from ledgers.views.saved import SavedViewsView

__all__ = [
    "BulkChangeView",
    "GridView",
    "LedgerGridView",
    "LedgerCreateView",
    "LedgerDetailView",
    "LedgerListView",
    "LedgerUpdateView",
    "NoteView",
    "SavedViewsView",
]
