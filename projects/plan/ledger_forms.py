"""The ledger form of projects."""

from ledgers.fields import PlaceNameField
from orgs.ledger_forms import ScopedForm
from projects.models import Project


class ProjectForm(ScopedForm):
    upward = ("programme", "lead_unit", "contractor", "road")

    class Meta:
        model = Project
        field_classes = {"name": PlaceNameField}
        fields = [
            "name",
            "programme",
            "kind",
            "division",
            "road",
            "lead_unit",
            "contractor",
            "budget_wan",
            "scope_of_work",
            "is_demonstration",
            "answerable",
            "since",
            "until",
        ]
