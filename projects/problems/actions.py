"""What can be done about problems and orders: on their own pages, and on those of projects and courtyards."""

from ledgers.pages.sections import Page, Panel
from orgs.access import Verb
from orgs.actions.links import Action, Actions, Link


def _open(row) -> bool:
    return row.closed_on is None


def _waits(row) -> bool:
    return _open(row) and row.reported_on is not None


PROBLEM_ACTS = (
    Action(
        "反馈已整改",
        "projects:problem_report",
        applies=lambda row: _open(row) and row.reported_on is None,
    ),
    Action("核实未整改", "projects:problem_refuse", applies=_waits),
    Action("交办、调整时限", "projects:problem_assign", applies=_open),
    Action("发一次性链接", "projects:problem_link"),
    Action(
        "开具督办单",
        "projects:problem_order",
        Verb.REVIEW,
        applies=lambda row: _open(row) and not row.is_disputed,
    ),
    Action("重新提出", "projects:problem_reopen", applies=lambda row: not _open(row)),
)
ORDER_ACTS = (
    Action("打印督办单", "projects:order_print", Verb.VIEW),
    Action("回复", "projects:order_reply", applies=_open),
    Action(
        "认可或退回",
        "projects:order_judge",
        Verb.REVIEW,
        applies=lambda row: _open(row) and row.replied_on is not None,
    ),
)


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
FOLLOW_UP_ACTIONS = Actions(
    (Action("填写结果", "projects:follow_up_result", applies=lambda row: not row.result),)
)


def _of_courtyard(page: Page) -> list[Link]:
    """The link that raises a problem here."""
    if not page.user.may(Verb.EDIT, page.obj):
        return []
    return [Link("报问题", page.address("projects:problem_raise", courtyard=page.obj.pk))]


def _of_project(page: Page) -> list[Link]:
    found = []
    if page.user.may(Verb.EDIT, page.obj):
        found = [
            Link("报问题", page.address("projects:problem_raise", project=page.obj.pk)),
            Link("登记跟踪问效", page.address("projects:follow_up_record", page.obj.pk)),
        ]
    if page.user.may(Verb.REVIEW, page.obj):
        found.append(Link("开具督办单", page.address("projects:project_order", page.obj.pk)))
    return found


COURTYARD_LINKS = Panel("发现问题", "orgs/actions/actions_fragment.html", _of_courtyard, first=True)
PROJECT_LINKS = Panel("问题与督办", "orgs/actions/actions_fragment.html", _of_project, first=True)
