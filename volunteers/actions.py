"""What can be done to duties, roads and teams, on their own pages."""

from orgs.actions import Action, Actions


def _ended(row) -> bool:
    return row.until is not None


DUTY_ACTIONS = Actions((Action("补缺", "volunteers:contact_duty_succeed", applies=_ended),))
ROAD_ACTIONS = Actions(
    (
        Action("登记巡查", "volunteers:road_patrol", applies=lambda row: not _ended(row)),
        Action("补缺", "volunteers:road_chief_succeed", applies=_ended),
    )
)
TEAM_ACTIONS = Actions((Action("确定队长", "volunteers:team_leader"),))
