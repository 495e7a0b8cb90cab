"""The members of a temporary Party organisation, on its page."""

from dataclasses import dataclass

from ledgers.pages.sections import Page, Panel
from orgs.access import Verb


@dataclass(frozen=True)
class Member:
    """One who serves in a temporary organisation."""

    name: str
    href: str
    home: str
    since: object
    mend: str


def _members(page: Page) -> list[Member] | None:
    """Those in a temporary organisation on the day, with the branch that keeps the 组织关系."""
    if not page.obj.is_temporary:
        return None
    members = page.obj.temporary_members.visible_to(page.user).on(page.on)
    members = members.select_related("person__home_branch").order_by("person__search_text", "pk")
    may = page.user.may(Verb.ORGANISE, page.obj)
    return [
        Member(
            row.person.name,
            page.address("orgs:person_detail", row.person_id),
            row.person.home_branch.name if row.person.home_branch else "组织关系未登记",
            row.since,
            page.address("orgs:temporary_member_end", row.pk) if may else "",
        )
        for row in members
    ]


TEMPORARY_MEMBERS = Panel("成员", "orgs/party/members_fragment.html", _members)
