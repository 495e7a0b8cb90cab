"""Forms of money sheets and status notes."""

from orgs.ledger_forms import ScopedForm
from projects import models
from projects.choices import Kind
from projects.ledger_forms import OfKindForm


class MoneySheetForm(ScopedForm):
    class Meta:
        model = models.MoneySheet
        fields = [
            "project",
            "as_of",
            "total_wan",
            *models.MoneySheet.SOURCES,
            "contracted_wan",
            "paid_wan",
            "reason",
        ]


class StatusNoteForm(OfKindForm):
    kinds = (Kind.SMART_CITY,)

    class Meta:
        model = models.StatusNote
        fields = ["project", "noted_on", "status", "note", "next_step"]
