"""What the projects add to the pages of courtyards, organisations and units."""

from ledgers.pages.sections import Rows
from projects import models
from projects.tables import HandlingTable, ProjectOrganizationTable, SupervisorTable

PROBLEMS = ("title", "state", "category", "responsible_unit", "raised_on", "due_on", "closed_on")
CIVIC = ("matter", "kind", "status", "opened_on")
OF_COURTYARD = (
    Rows(
        "问题",
        models.Problem,
        "courtyard",
        columns=PROBLEMS,
        list_filter="courtyard",
        add="courtyard",
        wide=True,
        empty="没有登记问题。",
    ),
    Rows(
        "小板凳座谈会",
        models.StoolMeeting,
        "courtyard",
        columns=("topic", "held_on", "attendees"),
        limit=8,
        list_filter="courtyard",
        quiet=True,
    ),
)

OF_ORGANIZATION = (
    Rows(
        "所在项目",
        models.ProjectOrganization,
        "organization",
        table=ProjectOrganizationTable,
        columns=("project", "level", "since", "until"),
        empty="没有所在项目。",
    ),
)

OF_UNIT = (
    Rows(
        "负责的项目",
        models.Project,
        "lead_unit",
        columns=("name", "kind", "division"),
        list_filter="lead_unit",
        quiet=True,
    ),
    Rows(
        "负责的问题",
        models.Problem,
        "responsible_unit",
        columns=PROBLEMS,
        list_filter="unit",
        wide=True,
        quiet=True,
    ),
)

OF_PERSON = (
    Rows(
        "经办事项",
        models.Handling,
        "person",
        table=HandlingTable,
        columns=("problem", "order", "since", "until"),
        holding=False,
        order=("-since",),
        quiet=True,
    ),
    Rows(
        "监督的项目",
        models.Supervisor,
        "person",
        table=SupervisorTable,
        columns=("project", "since", "until"),
        holding=False,
        order=("-since",),
        quiet=True,
    ),
)
