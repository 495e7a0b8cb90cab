"""Forms of courtyards and buildings."""

from courtyards.models import Building, Courtyard
from orgs.ledger_forms import ScopedForm


class CourtyardForm(ScopedForm):
    upward = ("original_owner",)
    residential = ("division",)

    class Meta:
        model = Courtyard
        fields = [
            "name",
            "kind",
            "division",
            "location",
            "built",
            "original_owner",
            "original_owner_note",
            "main_problems",
            "remark",
            "since",
            "until",
        ]


class BuildingForm(ScopedForm):
    class Meta:
        model = Building
        fields = ["courtyard", "name", "entrances", "floors", "since", "until"]
