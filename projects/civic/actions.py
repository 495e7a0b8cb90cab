"""What residents are asked leads from the page of a courtyard."""

from ledgers.pages.sections import Panel
from orgs.access import Verb
from orgs.actions.links import Link


def _courtyard_links(page) -> list[Link]:
    found = [Link("前后对比照片", page.address("projects:courtyard_photos", page.obj.pk))]
    if page.user.may(Verb.EDIT, page.obj):
        found.insert(0, Link("登记座谈会", page.address("projects:courtyard_stool", page.obj.pk)))
    return found


COURTYARD_LINKS = Panel(
    "听取意见、对比照片", "orgs/actions/actions_fragment.html", _courtyard_links
)
