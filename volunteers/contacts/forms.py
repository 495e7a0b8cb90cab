"""Ledger forms of contact duties, doors and villagers' groups."""

from orgs.ledger_forms import ScopedForm
from volunteers import models
from volunteers.ledger_forms import _AnsweringForm


class ContactDutyForm(_AnsweringForm):
    class Meta:
        model = models.ContactDuty
        fields = [
            "tier",
            "person",
            "division",
            "village",
            "group",
            "household",
            "courtyard",
            "since",
            "until",
        ]


class VillagersGroupForm(ScopedForm):
    residential = ("division",)

    class Meta:
        model = models.VillagersGroup
        fields = ["name", "division"]


class HouseholdForm(ScopedForm):
    """A door, never a name."""

    residential = ("division",)

    class Meta:
        model = models.Household
        fields = ["division", "group", "building", "door"]

    def clean(self):
        cleaned = super().clean()
        division = cleaned.get("division")
        for name in ("group", "building"):
            row = cleaned.get(name)
            if division and row and row.division_id != division.pk:
                self.add_error(name, f"“{row}”不在{division.name}，请核对。")
        return cleaned
