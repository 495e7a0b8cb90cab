"""备注流水 of a row: the POST that adds one. The page itself is the row's (ledgers/pages/detail_views.py)."""

from django.contrib import messages
from django.core.exceptions import PermissionDenied, ValidationError
from django.shortcuts import redirect
from django.urls import reverse

from ledgers.pages.detail_views import LedgerDetailView
from ledgers.pages.notes import WRITE, PhoneInNote, add_note
from ledgers.pages.once import SentOnce


def refused_note(request, ledger, row) -> dict | None:
    """Add the posted note on `row`; None, or what its form says where it was refused."""
    typed = request.POST.get("text", "")
    confirmed = bool(request.POST.get("confirmed"))
    try:
        add_note(ledger=ledger, row=row, user=request.user, text=typed, confirmed=confirmed)
    except ValidationError as error:
        return {
            "note_text": typed,
            "note_problem": " ".join(error.messages),
            "note_asks": isinstance(error, PhoneInNote),
        }
    return None


class NoteView(SentOnce, LedgerDetailView):
    """POST `text`: add a note and go back to the row's page, or that page with what is wrong (400).

    A row outside the reader's scope is a 404, one that the reader may not edit a 403.
    """

    verb = WRITE
    word = "记事"
    http_method_names = ["post", "options"]

    def post(self, request, pk):
        row = self.page.obj
        if not request.user.may(WRITE, row):
            raise PermissionDenied
        told = refused_note(request, self.ledger, row)
        if told:
            return self.answer(told, status=400)
        messages.success(request, "备注已添加。")
        return redirect(self._row_address(self.ledger, row.pk) + "#notes")

    @property
    def row_path(self) -> str:
        return reverse(self.ledger.url_name("detail"), args=[self.kwargs["pk"]])
