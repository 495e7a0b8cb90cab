"""Ledger forms of agreements at the door."""

from orgs.ledger_forms import ScopedForm
from volunteers import models


class FrontageAgreementForm(ScopedForm):
    upward = ("party",)
    residential = ("division",)

    class Meta:
        model = models.FrontageAgreement
        fields = [
            "number",
            "template",
            "party_kind",
            "party",
            "division",
            "premises",
            "since",
            "until",
        ]
