"""Panels on the pages of units and of temporary Party organisations."""

from dataclasses import dataclass

from django.db.models import Count

from ledgers.cleaning.phones import mask
from ledgers.sections import Page, Panel
from orgs.access import Verb
from orgs.models import Person, Post, Secondment
from orgs.services.people import LEADING_ROLES, LED_KINDS


@dataclass(frozen=True)
class Leading:
    """One of the two leading posts of a body on a day; `name` is empty where it is vacant."""

    label: str
    name: str
    office: str
    phone: str
    href: str
    mend: str


def _leading(page: Page) -> list[Leading] | None:
    """书记牵头、副书记主抓, for every headquarters, town and street."""
    unit = page.obj
    if unit.kind not in LED_KINDS:
        return None
    posts = unit.posts.on(page.on).filter(role__in=LEADING_ROLES).select_related("person")
    held = {post.role: post for post in posts}
    seen = Person.objects.visible_to(page.user).filter(pk__in=[p.person_id for p in held.values()])
    linked = set(seen.values_list("pk", flat=True))
    may = page.user.may(Verb.ORGANISE, unit)
    pages = {
        Post.Role.LEAD: "orgs:unit_lead_appoint",
        Post.Role.EXECUTIVE: "orgs:unit_executive_appoint",
    }
    found = []
    for role in LEADING_ROLES:
        person = held[role].person if role in held else None
        visible = person is not None and person.pk in linked
        found.append(
            Leading(
                role.label,
                person.name if person else "",
                person.office if person else "",
                mask(person.phone) if person else "",
                page.address("orgs:person_detail", person.pk) if visible else "",
                page.address(pages[role], unit.pk) if may else "",
            )
        )
    return found


def _by_rank(page: Page) -> list[tuple[str, int, str, str]] | None:
    """(group, persons, 名, address of their list) of those seconded to the unit on the day."""
    seconded = Secondment.objects.visible_to(page.user).on(page.on).filter(to_unit=page.obj)
    counts = dict(seconded.order_by().values_list("rank").annotate(times=Count("pk")))
    if not counts:
        return None
    rows = [
        (rank.label, counts.get(rank, 0), {"to_unit": page.obj.pk, "rank": rank})
        for rank in Secondment.SecondedRank
    ]
    rows.append(("合计", sum(counts.values()), {"to_unit": page.obj.pk}))
    return [
        (label, count, "名", page.address("orgs:secondment_list", **query))
        for label, count, query in rows
    ]


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


LEADING = Panel("牵头与主抓", "orgs/leading_fragment.html", _leading)
SECONDED_BY_RANK = Panel("抽调力量", "orgs/counts_fragment.html", _by_rank)
TEMPORARY_MEMBERS = Panel("成员", "orgs/members_fragment.html", _members)
