"""社区党总支 – 楼院党支部 – 楼栋党小组 to browse: who stands under whom, what each covers, on a day."""

from datetime import date, timedelta

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.urls import reverse
from makers import (
    START,
    make_branch,
    make_building,
    make_courtyard,
    make_organization,
    make_person,
    make_post,
)
from pages import hrefs

from campaign.figures.board import Board
from courtyards.models import BranchCoverage, GroupCoverage
from courtyards.structure.tree import Structure
from orgs.access import scope_of
from orgs.party.tree import move_organization

DAY = date(2021, 4, 20)
EVE = DAY - timedelta(days=1)
LIST = reverse("courtyards:structure_list")


def detail(row) -> str:
    return reverse("courtyards:structure_detail", args=[row.pk])


def add_branch(general, name, courts=1):
    """A branch under `general` over some courtyards, with a group over one building of each."""
    branch = make_branch(name, general, code=general.division_id)
    for number in range(courts):
        court = make_courtyard(f"{name}{number}院", general.division_id)
        BranchCoverage.objects.create(organization=branch, courtyard=court, since=START)
        group = make_organization(f"{name}{number}组", "group", branch, code=general.division_id)
        GroupCoverage.objects.create(
            organization=group, building=make_building(court, "1号楼"), since=START
        )
        make_building(court, "2号楼")
    return branch


@pytest.fixture
def two(county):
    """Two communities of one street, with two branches and one."""
    first = make_organization("甲总支")
    second = make_organization("乙总支", code="410182001002")
    return (
        first,
        second,
        add_branch(first, "甲一"),
        add_branch(first, "甲二", 2),
        add_branch(second, "乙一"),
    )


def numbers(user, day=DAY) -> dict[str, tuple]:
    return {row.body.name: row.numbers for row in Structure(user, day).rows}


class TestNumbers:
    def test_counted_by_community(self, two, leader):
        assert numbers(leader) == {"甲总支": (2, 3, 3, 3, 3, 6), "乙总支": (1, 1, 1, 1, 1, 2)}
        assert Structure(leader, DAY).total() == (3, 4, 4, 4, 4, 8)

    def test_a_move_changes_both_from_its_day_and_not_before(self, two, leader):
        _, second, branch, *_ = two
        move_organization(organization=branch, target=second, on=DAY)
        before, after = numbers(leader, EVE), numbers(leader, DAY)
        assert (before["甲总支"][:3], before["乙总支"][:3]) == ((2, 3, 3), (1, 1, 1))
        assert (after["甲总支"][:3], after["乙总支"][:3]) == ((1, 2, 2), (2, 2, 2))

    def test_one_place_covered_twice_counts_once(self, two, leader):
        *_, branch = two
        other = add_branch(two[1], "乙二")
        court = branch.courtyard_coverages.get().courtyard
        BranchCoverage.objects.create(organization=other, courtyard=court, since=START)
        assert numbers(leader)["乙总支"][:4] == (2, 2, 2, 2)

    def test_what_ended_or_was_dissolved_does_not_count(self, two, leader):
        *_, branch = two
        branch.courtyard_coverages.update(until=DAY)
        assert numbers(leader)["乙总支"][0] == 0
        assert numbers(leader, EVE)["乙总支"][0] == 1

    def test_a_branch_apart_is_shown(self, two, leader):
        lonely = make_branch("独立支部")
        court = make_courtyard("孤院")
        BranchCoverage.objects.create(organization=lonely, courtyard=court, since=START)
        assert [body.name for body in Structure(leader, DAY).apart] == ["独立支部"]

    def test_the_headline_figures_say_the_same(self, demo):
        leader = demo["leader"]
        board = Board(scope_of(leader), date(2021, 4, 30))
        total = Structure(leader, date(2021, 4, 30)).total()
        assert total[:2] == (board["courtyard_branches"].value, board["building_groups"].value)
        assert total[3] == board["courtyards"].value


class TestPages:
    def test_the_list_leads_to_a_community_and_on(self, two, as_user, leader):
        first, _, branch, *_ = two
        make_post(make_person("示例书记"), organization=first)
        make_courtyard("没人管的院")
        client = as_user(leader)
        assert LIST in hrefs(client.get(reverse("orgs:organization_list")))
        page = client.get(LIST).content.decode()
        assert detail(first) in hrefs(page)
        assert "示例书记" in page
        page = client.get(detail(first)).content.decode()
        for words in ("甲一", "甲二0组", "甲一0院1号楼", "没人管的院", "还没有党支部覆盖的楼院"):
            assert words in page
        assert "甲总支" in client.get(detail(branch)).content.decode()
        early = client.get(detail(first), {"on": "2019-01-01"}).content.decode()
        assert "尚未成立" in early

    def test_as_of_a_day(self, two, as_user, leader):
        first, second, branch, *_ = two
        move_organization(organization=branch, target=second, on=DAY)
        client = as_user(leader)
        assert "甲一0组" in client.get(detail(first), {"on": str(EVE)}).content.decode()
        assert "甲一0组" not in client.get(detail(first), {"on": str(DAY)}).content.decode()

    def test_scope(self, two, as_user, community_reporter, other_street_reporter, outsider):
        first, second, *_ = two
        client = as_user(community_reporter)
        page = client.get(LIST).content.decode()
        assert "甲总支" in page and "乙总支" not in page
        assert client.get(detail(first)).status_code == 200
        assert client.get(detail(second)).status_code == 404
        assert "没有社区党总支" in as_user(other_street_reporter).get(LIST).content.decode()
        assert as_user(outsider).get(LIST).status_code == 403

    def test_queries_do_not_grow_with_rows(self, two, as_user, leader):
        client = as_user(leader)
        counts = []
        for number in range(2):
            for page in (LIST, detail(two[0])):
                with CaptureQueriesContext(connection) as queries:
                    assert client.get(page).status_code == 200
                counts.append(len(queries))
            add_branch(two[0], f"新{number}", 4)
        first_list, first_detail, second_list, second_detail = counts
        assert second_list <= first_list <= 14
        assert second_detail <= first_detail <= 14
