"""Ledger forms of courtyards and buildings."""

from courtyards.models import Building, Courtyard
from courtyards.places.services import carry_along
from ledgers.fields import PlaceNameField
from orgs.ledger_forms import ScopedForm


class _PlaceForm(ScopedForm):
    """A name, a community or a last day takes along what hangs on the place."""

    def save(self, commit=True):
        place = super().save(commit)
        carry_along(place=place, changed=self.changed_data)
        return place


class CourtyardForm(_PlaceForm):
    upward = ("original_owner",)
    residential = ("division",)

    class Meta:
        model = Courtyard
        field_classes = {"name": PlaceNameField}
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


class BuildingForm(_PlaceForm):
    class Meta:
        model = Building
        fields = ["courtyard", "name", "entrances", "floors", "since", "until"]
