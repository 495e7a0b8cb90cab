"""Filters that the projects' folders share."""

from ledgers.pages.filters import LedgerFilterSet, RowFilter
from orgs.filters import DivisionFilter
from projects import models


class OfProjectFilters(LedgerFilterSet):
    """Base for rows that belong to a project."""

    division = DivisionFilter("project__division__code")
    project = RowFilter("project_id", label="项目", to=models.Project)
