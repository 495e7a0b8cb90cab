"""What can be done to a problem, an order or a project, on its own page."""

from ledgers.sections import Panel
from orgs.access import Verb
from orgs.actions import Action, Actions, Link
from projects.models import Project
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
FOLLOW_UP_ACTIONS = Actions(
    (Action("填写结果", "projects:follow_up_result", applies=lambda row: not row.result),)
)
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
        Action(
            "启动议事",
            "projects:project_civic",
            applies=lambda row: row.kind in ("old_community", "village"),
        ),
        Action("登记座谈会", "projects:project_stool"),
        Action("前后对比照片", "projects:project_photos", Verb.VIEW),
        Action("提前开工决定", "projects:early_start", Verb.REVIEW, danger=True),
    )
)


def _courtyard_links(page) -> list[Link]:
    found = [Link("前后对比照片", page.address("projects:courtyard_photos", page.obj.pk))]
    if page.user.may(Verb.EDIT, page.obj):
        found.insert(0, Link("登记座谈会", page.address("projects:courtyard_stool", page.obj.pk)))
    return found


COURTYARD_LINKS = Panel("听取意见、对比照片", "orgs/actions_fragment.html", _courtyard_links)
