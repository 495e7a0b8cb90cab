"""What can be done to a project, on its own page."""

from orgs.access import Verb
from orgs.actions.links import Action, Actions
from projects.models import Project

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
MILESTONE_ACTIONS = Actions(
    (
        Action("登记完成", "projects:milestone_reach", applies=lambda m: m.actual_on is None),
        Action("调整计划", "projects:milestone_move", applies=lambda m: m.actual_on is None),
    )
)
