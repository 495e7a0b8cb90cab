"""Panels on the pages of units: who leads, who was sent."""

from dataclasses import dataclass

from django.db.models import Count

from ledgers.cleaning.phones import mask
from ledgers.pages.sections import Page, Panel
from orgs.access import Verb
from orgs.models import Person, Post, Secondment
from orgs.people.services import LEADING_ROLES, LED_KINDS


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


LEADING = Panel("牵头与主抓", "orgs/people/leading_fragment.html", _leading)
SECONDED_BY_RANK = Panel("抽调力量", "orgs/people/counts_fragment.html", _by_rank)
