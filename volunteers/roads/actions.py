"""What can be done to a road chief's duty, on its page."""

from orgs.actions.links import Action, Actions
from volunteers.actions import has_ended

ROAD_ACTIONS = Actions(
    (
        Action("登记巡查", "volunteers:road_patrol", applies=lambda row: not has_ended(row)),
        Action("补缺", "volunteers:road_chief_succeed", applies=has_ended),
    )
)
