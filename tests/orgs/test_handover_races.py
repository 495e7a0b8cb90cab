"""Two at once on real PostgreSQL: one hand-over, nothing by halves, nothing twice."""

from datetime import date

import pytest
from django.core.exceptions import ValidationError
from handovers import DAY, VACATE, give, make_holder
from makers import make_branch, make_person, make_post
from races import at_once

from ledgers.meanwhile import ChangedMeanwhile
from orgs.models import Person, Post
from orgs.people.handover import hand_over
from orgs.people.handover_items import held_on, keys_and_tokens
from orgs.people.services import appoint, end_post

pytestmark = pytest.mark.django_db(transaction=True)


def opened(person, user, decide, day=DAY):
    """What somebody filed who opened the page just now, as a call."""
    items = held_on(person, day, user=user)
    decisions = {item.key: decide(item) for item in items}
    shown = keys_and_tokens(items)

    def file():
        return hand_over(
            person=person,
            on=day,
            by=user,
            decisions=decisions,
            shown=shown,
            leaves=True,
            note="交接",
        )

    return file


def test_two_administrators_hand_over_one_person(county, orgdept):
    person, rows = make_holder()
    first, second = (
        make_person(name, unit=person.unit, rank="section") for name in ("示例乙", "示例丙")
    )

    def to(heir):
        return lambda item: give(heir) if item.kind.fill else VACATE

    results = at_once(opened(person, orgdept, to(first)), opened(person, orgdept, to(second)))
    refused = [r for r in results if isinstance(r, ValidationError)]
    assert len(refused) == 1 and "不必重复办理" in refused[0].messages[0]
    heirs = {post.person for post in Post.objects.on(DAY)}
    assert len(heirs) == 1 and heirs < {first, second}
    heir = heirs.pop()
    assert len(held_on(heir, DAY, user=orgdept)) == len(rows) - 2
    assert held_on(person, DAY, user=orgdept) == []


def test_two_persons_hand_over_to_each_other(county, orgdept):
    """Both lock both persons; in one order, so neither waits for the other for ever."""
    first, second = make_person("示例乙"), make_person("示例丙")
    for person in (first, second):
        make_post(person, organization=make_branch(f"{person.name}支部"))
    results = at_once(
        opened(first, orgdept, lambda item: give(second)),
        opened(second, orgdept, lambda item: give(first)),
    )
    done = [r for r in results if isinstance(r, list)]
    refused = [r for r in results if isinstance(r, (ValidationError, ChangedMeanwhile))]
    assert (len(done), len(refused)) == (1, 1)
    assert Post.objects.on(DAY).count() == 2
    assert Person.objects.filter(left_on=DAY).count() == 1


def test_a_post_ends_while_it_is_handed_over(county, orgdept):
    person, heir = make_person("示例乙"), make_person("示例丙")
    post = make_post(person, organization=make_branch())
    results = at_once(
        opened(person, orgdept, lambda item: give(heir)),
        lambda: end_post(post=post, on=date(2021, 4, 10)),
    )
    won = isinstance(results[0], list)
    assert won or isinstance(results[0], ChangedMeanwhile)
    post.refresh_from_db()
    assert Post.objects.filter(person=heir).count() == (1 if won else 0)
    assert Post.objects.on(DAY).filter(person=person).count() == 0


def test_nobody_is_appointed_while_they_leave(county, orgdept):
    person = make_person("示例乙")
    make_post(person, organization=make_branch())
    other = make_branch("另一支部")
    results = at_once(
        opened(person, orgdept, lambda item: VACATE),
        lambda: appoint(person=person, role="secretary", organization=other, since=DAY),
    )
    left = isinstance(results[0], list)
    assert left == isinstance(results[1], ValidationError)
    assert left or isinstance(results[0], ChangedMeanwhile)
    assert held_on(person, DAY, user=orgdept) == [] or not left
