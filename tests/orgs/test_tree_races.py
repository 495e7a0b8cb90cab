"""Two people at the tree at once, on real PostgreSQL: one after the other, nothing twice."""

from datetime import date

import pytest
from django.core.exceptions import ValidationError
from makers import START, make_branch, make_courtyard, make_organization, make_person, make_post
from races import at_once

from courtyards.models import BranchCoverage
from orgs.models import PartyOrganization, Post
from orgs.party.services import merge_organization
from orgs.party.tree import move_organization

pytestmark = [pytest.mark.django_db(transaction=True), pytest.mark.usefixtures("county")]
DAY = date(2021, 4, 20)


def sound() -> bool:
    return PartyOrganization.objects.find_problems() == ([], [], [], [], [])


def test_one_is_merged_twice_at_once(county):
    general = make_organization()
    twin = make_branch("重复支部", general)
    survivors = [make_branch(name, general) for name in ("甲支部", "乙支部")]
    BranchCoverage.objects.create(organization=twin, courtyard=make_courtyard(), since=START)
    make_post(make_person(), organization=twin)
    results = at_once(
        *(
            lambda into=into: merge_organization(organization=twin, into=into, on=DAY)
            for into in survivors
        )
    )
    assert sorted(isinstance(result, ValidationError) for result in results) == [False, True]
    won = next(result for result in results if not isinstance(result, Exception))
    assert BranchCoverage.objects.on(DAY).get().organization == won
    assert Post.objects.on(DAY).get().organization == won
    assert sound()


def test_each_is_merged_into_the_other_at_once(county):
    general = make_organization()
    first, second = (make_branch(name, general) for name in ("甲支部", "乙支部"))
    results = at_once(
        lambda: merge_organization(organization=first, into=second, on=DAY),
        lambda: merge_organization(organization=second, into=first, on=DAY),
    )
    assert sorted(isinstance(result, ValidationError) for result in results) == [False, True]
    assert PartyOrganization.objects.on(DAY).of_kind("branch").count() == 1


def test_moves_at_once_leave_the_tree_whole(county):
    tops = [make_organization(name) for name in ("甲总支", "乙总支", "丙总支")]
    branches = [make_branch(f"支部{number}", tops[0]) for number in range(6)]
    for number, branch in enumerate(branches):
        make_organization(f"{number}组", "group", branch)
    results = at_once(
        *(
            lambda branch=branch, top=tops[1 + number % 2]: move_organization(
                organization=branch, target=top
            )
            for number, branch in enumerate(branches)
        )
    )
    assert not [result for result in results if isinstance(result, Exception)]
    assert sound()
    for top, count in zip(tops, (0, 3, 3), strict=True):
        top.refresh_from_db()
        assert PartyOrganization.objects.get_children(top).count() == count
