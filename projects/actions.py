"""What can be done to a problem, an order or a project, on its own page."""

from orgs.actions import Action, Actions
from projects.problem_actions import ORDER_ACTS, PROBLEM_ACTS


def _open(row) -> bool:
    return row.closed_on is None


PROBLEM_ACTIONS = Actions(
    (
        Action("销号", "projects:problem_close", applies=_open),
        Action("指定经办人", "projects:problem_handler", applies=_open),
        *PROBLEM_ACTS,
    )
)
ORDER_ACTIONS = Actions(
    (*ORDER_ACTS, Action("指定经办人", "projects:order_handler", applies=_open))
)
PROJECT_ACTIONS = Actions((Action("聘请监督员", "projects:supervisor_appoint"),))
