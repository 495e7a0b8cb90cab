"""What can be done to a problem, an order or a project, on its own page."""

from orgs.access import Verb
from orgs.actions import Action, Actions
from projects.models import Project


def _open(row) -> bool:
    return row.closed_on is None


PROBLEM_ACTIONS = Actions(
    (
        Action("销号", "projects:problem_close", applies=_open),
        Action("指定经办人", "projects:problem_handler", applies=_open),
    )
)
ORDER_ACTIONS = Actions((Action("指定经办人", "projects:order_handler", applies=_open),))
PROJECT_ACTIONS = Actions(
    (
        Action("排定节点计划", "projects:project_plan"),
        Action("登记群众满意度", "projects:project_evaluate"),
        Action(
            "清点车位",
            "projects:parking_count",
            Verb.REVIEW,
            applies=lambda project: project.kind == Project.Kind.PARKING_ROAD,
        ),
        Action("聘请监督员", "projects:supervisor_appoint"),
    )
)
