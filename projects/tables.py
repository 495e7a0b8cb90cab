"""Columns that the projects' folders share."""

from ledgers.columns import (
    ChoiceColumn,
    Column,
    DateColumn,
    PhoneColumn,
)
from ledgers.pages.tables import LedgerTable
from orgs.models import Person
from projects import models


def project_column(**kwargs):
    """The project that a row belongs to, leading to its page."""
    return Column(
        "项目",
        "project__name",
        order_by="project__search_text",
        to=models.Project,
        key="project_id",
        **kwargs,
    )


def place_column(path="division"):
    """The division of a row, by its short name."""
    return Column("所在区划", f"{path}__short_name", css="nowrap", order_by=f"{path}_id")


class FollowUpTable(LedgerTable):
    """For the page of a project."""

    row_model = models.FollowUpVisit
    visited_on = DateColumn()
    kind = ChoiceColumn()
    organization = Column("党组织", "organization__name")
    finding = Column()
    due_on = DateColumn()
    result = Column()


class HandlingTable(LedgerTable):
    """For the pages of problems, orders and persons."""

    row_model = models.Handling
    person = Column("经办人", "person__name", to=Person, key="person_id", css="nowrap")
    phone = PhoneColumn("电话", "person__phone")
    problem = Column("问题", "problem__title", to=models.Problem, key="problem_id")
    order = Column("督办单", "order__title", to=models.SupervisionOrder, key="order_id")
    since = DateColumn("起")
    until = DateColumn("止")


class ProjectOrganizationTable(LedgerTable):
    """For the pages of a project and of a Party organisation."""

    row_model = models.ProjectOrganization
    organization = Column(
        "党组织", "organization__name", to="orgs.PartyOrganization", key="organization_id"
    )
    project = project_column()
    level = ChoiceColumn()
    since = DateColumn("起")
    until = DateColumn("止")


class SupervisorTable(LedgerTable):
    """For the pages of projects and persons."""

    row_model = models.Supervisor
    person = Column("监督员", "person__name", to=Person, key="person_id", css="nowrap")
    project = project_column()
    since = DateColumn("起")
    until = DateColumn("止")
