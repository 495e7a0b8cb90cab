"""The page that fills a contact duty that was left vacant."""

from orgs.access import Verb
from orgs.people.succession_views import SucceedView
from volunteers.models import ContactDuty


class ContactDutySucceedView(SucceedView):
    model = ContactDuty
    verb = Verb.EDIT
    title = "接任联系点"
    code = "contact_duty"
    same = ("tier", "village", "group", "household", "courtyard")
    detail_name = "volunteers:contact_duty_detail"
