"""What stands on a project's page besides the facts."""

from ledgers.pages.sections import Rows
from projects import models
from projects.plan.tables import SupervisorTable

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
