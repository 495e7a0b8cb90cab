"""The volunteers' ledgers, and what else stands on whose page.

Points entries have none: they are for organisation administrators.
"""

from courtyards.models import Courtyard
from ledgers.pages.sections import Rows
from ledgers.registry import extend
from orgs.models import Division, PartyOrganization, Person
from projects.models import Project
from projects.problems.sections import IntoProblem
from volunteers import models
from volunteers.agreements import ledgers as _agreements  # noqa: F401
from volunteers.contacts import ledgers as _contacts  # noqa: F401
from volunteers.contacts.actions import DUTY_ACTIONS
from volunteers.roads import ledgers as _roads  # noqa: F401
from volunteers.roads.actions import ROAD_ACTIONS
from volunteers.teams import ledgers as _teams  # noqa: F401
from volunteers.teams.actions import TEAM_ACTIONS

extend(models.PatrolFinding, IntoProblem("volunteers:patrol_problem"))
extend(models.ContactDuty, DUTY_ACTIONS)
extend(models.RoadChief, ROAD_ACTIONS)
extend(models.Team, TEAM_ACTIONS)
extend(
    Person,
    Rows(
        "包联",
        models.ContactDuty,
        "person",
        columns=("tier", "target", "division", "since", "until"),
        holding=False,
        list_filter="person",
        empty="没有包联任务。",
    ),
    Rows(
        "路长",
        models.RoadChief,
        "person",
        columns=("road", "level", "since", "until"),
        holding=False,
        quiet=True,
    ),
    Rows("担任队长", models.Team, "leader", columns=("name", "kind", "members"), quiet=True),
    Rows(
        "荣誉",
        models.Honour,
        "person",
        columns=("kind", "since", "until"),
        holding=False,
        quiet=True,
    ),
)
extend(
    Courtyard,
    Rows(
        "支委联片",
        models.ContactDuty,
        "courtyard",
        columns=("person", "tier", "phone", "since"),
        quiet=True,
    ),
)
extend(
    Division,
    Rows(
        "包村领导",
        models.ContactDuty,
        "village",
        columns=("person", "office", "since", "until"),
        quiet=True,
    ),
)
extend(
    PartyOrganization,
    Rows(
        "队伍",
        models.Team,
        "organization",
        columns=("name", "kind", "leader", "members"),
        quiet=True,
    ),
)
extend(
    Project,
    Rows(
        "队伍",
        models.Team,
        "project",
        columns=("name", "kind", "leader", "members"),
        list_filter="project",
        add="project",
    ),
)
