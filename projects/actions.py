"""What can be done to a problem or an order, on its own page."""

from orgs.actions import Action, Actions


def _open(row) -> bool:
    return row.closed_on is None


PROBLEM_ACTIONS = Actions(
    (
        Action("销号", "projects:problem_close", applies=_open),
        Action("指定经办人", "projects:problem_handler", applies=_open),
    )
)
ORDER_ACTIONS = Actions((Action("指定经办人", "projects:order_handler", applies=_open),))
