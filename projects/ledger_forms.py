"""Ledger forms of projects and problems."""

from ledgers.fields import PlaceNameField
from orgs.ledger_forms import ScopedForm
from projects.models import Problem, Project
from projects.services.steps import Actor, add_step


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


class ProblemForm(ScopedForm):
    """A problem as it is raised; striking it off has its own page."""

    upward = ("responsible_unit",)

    class Meta:
        model = Problem
        fields = [
            "title",
            "category",
            "source",
            "division",
            "courtyard",
            "project",
            "road",
            "responsible_unit",
            "raised_on",
            "due_on",
            "is_disputed",
        ]

    def __init__(self, *args, **kwargs):
        super().__init__(*args, **kwargs)
        if self.instance.pk:  # unit and deadline move by 交办, which asks for the reason
            del self.fields["responsible_unit"], self.fields["due_on"]

    def save(self, commit=True):
        new = self.instance.pk is None
        row = super().save(commit)
        if new:
            step = {"unit": row.responsible_unit, "due_on": row.due_on}
            add_step(row, "raised", row.raised_on, Actor(self.user), **step)
        return row
