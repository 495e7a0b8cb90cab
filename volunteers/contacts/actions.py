"""What can be done to a contact duty, on its page."""

from orgs.actions.links import Action, Actions
from volunteers.actions import has_ended

DUTY_ACTIONS = Actions((Action("补缺", "volunteers:contact_duty_succeed", applies=has_ended),))
