"""What can be done to a team, on its page."""

from orgs.actions.links import Action, Actions

TEAM_ACTIONS = Actions((Action("确定队长", "volunteers:team_leader"),))
