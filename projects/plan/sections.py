"""What stands on a project's page besides the facts."""

from ledgers.pages.sections import Rows
from projects import models
from projects.plan.tables import PlanChangeTable
from projects.tables import SupervisorTable

SUPERVISORS = Rows(
    "监督员",
    models.Supervisor,
    "project",
    table=SupervisorTable,
    columns=("person", "since", "until"),
    holding=False,
    order=("-since",),
    quiet=True,
)
OF_MILESTONE = Rows(
    "计划调整",
    models.PlanChange,
    "milestone",
    table=PlanChangeTable,
    wide=True,
    empty="计划没有调整过。",
)
