"""The addresses of ledgers: list, detail and, where there is a form, the forms."""

from django.urls import path

from ledgers import registry
from ledgers.grid.views import LedgerGridView
from ledgers.pages.bulk_views import BulkChangeView
from ledgers.pages.detail_views import LedgerDetailView
from ledgers.pages.form_views import LedgerCreateView, LedgerUpdateView
from ledgers.pages.ledger import Ledger
from ledgers.pages.list_views import LedgerListView
from ledgers.pages.note_views import NoteView
from ledgers.pages.saved_view_views import SavedViewsView


def urls_of(app_label: str) -> list:
    """The addresses of all ledgers of an app."""
    return [
        address
        for ledger in registry.all_ledgers()
        if ledger.namespace == app_label
        for address in urls_of_ledger(ledger)
    ]


def urls_of_ledger(ledger: Ledger) -> list:
    """The addresses of one ledger."""
    where = ledger.path or f"{ledger.noun}s".replace("_", "-")
    key = "str" if ledger.model._meta.pk.get_internal_type() == "CharField" else "int"
    row = f"{where}/<{key}:pk>"
    found = [("list", f"{where}/", LedgerListView), ("views", f"{where}/views/", SavedViewsView)]
    if ledger.bulk:
        found.append(("bulk", f"{where}/bulk/", BulkChangeView))
    if ledger.form:
        found += [
            ("grid", f"{where}/grid/", LedgerGridView),
            ("create", f"{where}/new/", LedgerCreateView),
            ("update", f"{row}/edit/", LedgerUpdateView),
        ]
    if ledger.has_detail:
        found += [("detail", f"{row}/", LedgerDetailView), ("note", f"{row}/notes/", NoteView)]
    return [
        path(address, view.as_view(ledger=ledger), name=f"{ledger.noun}_{page}")
        for page, address, view in found
    ]
