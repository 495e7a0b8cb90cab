"""Ledger forms of projects and problems."""

from orgs.ledger_forms import ScopedForm
from projects.models import Problem, Project


class ProjectForm(ScopedForm):
    upward = ("programme", "lead_unit", "contractor", "road")

    class Meta:
        model = Project
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
            "responsible_unit",
            "raised_on",
            "due_on",
            "is_disputed",
        ]
