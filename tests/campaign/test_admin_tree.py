"""The Party tree in Django admin at 5,000 nodes: first page, search, the way down, drag and drop."""

import json
from datetime import date, timedelta

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.urls import reverse
from makers import COMMUNITY, START, make_branch, make_organization
from pages import hrefs, names, pieces, read, value_of

from orgs.models import MemberCount, PartyOrganization, PastAffiliation
from orgs.party.tree import move_organization

TODAY = date(2021, 4, 30)
TREE = reverse("admin:orgs_partyorganization_changelist")
SUBTREE = 1000


@pytest.fixture
def keeper(as_user, make_account):
    """Who keeps the tree: an organisation administrator whom Django admits to its admin."""
    return as_user(make_account("keeper", "org_admin", is_staff=True, is_superuser=True))


def grow(roots: int, branches: int, groups: int) -> None:
    """A forest of general branches, each with `branches`, each of these with `groups`."""
    rows = []

    def add(above: str, depth: int, place: int, kind: str, name: str, below: int) -> str:
        path = PartyOrganization._get_path(above, depth, place)
        rows.append(
            PartyOrganization(
                path=path,
                depth=depth,
                numchild=below,
                kind=kind,
                name=name,
                division_id=COMMUNITY,
                established_on=START,
            )
        )
        return path

    for root in range(1, roots + 1):
        top = add("", 1, root, "general_branch", f"第{root}总支", branches)
        for number in range(1, branches + 1):
            branch = add(top, 2, number, "branch", f"第{root}总支第{number}支部", groups)
            for place in range(1, groups + 1):
                add(branch, 3, place, "group", f"第{root}总支第{number}支部第{place}组", 0)
    PartyOrganization.objects.bulk_create(rows)


def first_page_queries(client) -> int:
    with CaptureQueriesContext(connection) as queries:
        answer = client.get(TREE)
    assert answer.status_code == 200
    return len(queries)


class TestManyNodes:
    def test_the_first_page_asks_little_whatever_the_size(self, keeper, county):
        grow(3, 2, 2)
        few = first_page_queries(keeper)
        PartyOrganization.objects.all().delete()
        grow(100, 7, 6)
        assert PartyOrganization.objects.count() == 5000
        many = first_page_queries(keeper)
        assert many <= few <= 15
        assert len(read(keeper.get(TREE)).select(".field-name")) == 50  # roots, one page of them

    def test_children_on_demand(self, keeper, county):
        grow(2, 120, 0)
        root = PartyOrganization.objects.get(name="第2总支")
        with CaptureQueriesContext(connection) as queries:
            answer = keeper.get(f"{TREE}children/{root.pk}/").json()
        assert answer["num_pages"] == 1
        assert len(read(answer["result_html"]).select(".field-name")) == 120
        assert len(queries) <= 12

    def test_moving_a_thousand_asks_no_more_than_moving_one(self, county):
        """How long it takes is measured by bench/tree.py."""
        grow(3, 37, 26)
        target, one, many = (PartyOrganization.objects.get(name=f"第{n}总支") for n in (1, 2, 3))
        PartyOrganization.objects.get_descendants(one).delete()
        one.refresh_from_db()
        family = PartyOrganization.objects.get_descendants(many, include_self=True)
        assert family.count() == SUBTREE
        counts = []
        for node in (one, many):
            with CaptureQueriesContext(connection) as queries:
                move_organization(organization=node, target=target)
            counts.append(len(queries))
        assert counts[1] <= counts[0]
        assert PartyOrganization.objects.find_problems() == ([], [], [], [], [])
        target.refresh_from_db()
        assert PartyOrganization.objects.get_descendants(target).count() == 2 * SUBTREE
        # What stands below has not changed its superior: one row for each that was moved.
        assert PastAffiliation.objects.count() == 2


def opened(page) -> list[int]:
    return json.loads(read(page).find(id="tree-open").string) or []


class TestSearch:
    @pytest.mark.parametrize("typed", ["机械厂支部", "jixiechangzhibu", "JXC"])
    def test_the_only_match_is_opened_in_the_tree(self, keeper, county, typed):
        top = make_organization("示例总支")
        branch = make_branch("机械厂支部", top)
        answer = keeper.get(TREE, {"q": typed})
        assert answer["Location"] == f"?open={branch.pk}"
        page = keeper.get(TREE + answer["Location"])
        assert opened(page) == [top.pk, branch.pk]

    def test_several_matches_tell_where_they_stand(self, keeper, county):
        top = make_organization("示例总支")
        for name in ("机械厂支部", "机械厂二支部"):
            make_organization(f"{name}一组", "group", make_branch(name, top))
        page = keeper.get(TREE, {"q": "jxc"}).content.decode()
        assert "示例总支 › 机械厂支部" in page
        group = PartyOrganization.objects.get(name="机械厂支部一组")
        assert f"?open={group.pk}" in hrefs(page)
        with CaptureQueriesContext(connection) as queries:
            keeper.get(TREE, {"q": "jxc"})
        make_organization("机械厂三组", "group", PartyOrganization.objects.get(name="机械厂支部"))
        with CaptureQueriesContext(connection) as more:
            keeper.get(TREE, {"q": "jxc"})
        assert len(more) == len(queries)

    def test_the_page_of_roots_is_the_one_on_which_it_stands(self, keeper, county):
        grow(120, 1, 0)
        branch = PartyOrganization.objects.get(name="第77总支第1支部")
        page = pieces(keeper.get(TREE, {"open": branch.pk}))
        assert "第77总支" in page and "第1总支" not in page
        for nonsense in ("x", "99999999", "9" * 30):
            assert opened(keeper.get(TREE, {"open": nonsense})) == []


class TestOnePage:
    def test_actions_and_warnings(self, keeper, county):
        branch = make_branch("示例支部", make_organization("示例总支"))
        MemberCount.objects.create(organization=branch, counted_on=START, full_members=2)
        page = keeper.get(reverse("admin:orgs_partyorganization_change", args=[branch.pk]))
        page = page.content.decode()
        for words in ("党支部正式党员不足3人", "支部工作条例", f"/{branch.pk}/merge/?from=tree"):
            assert words in page
        assert "treebeard_ref_node" not in names(page)

    @pytest.mark.parametrize(
        ("kind", "status", "words"),
        [
            ("joint_branch", 302, ""),
            ("group", 200, "党小组只能设在"),
            ("general_branch", 200, "其下还有党小组"),
        ],
    )
    def test_a_kind_that_does_not_fit_its_place(self, keeper, county, kind, status, words):
        branch = make_branch("示例支部", make_organization("示例总支"))
        make_organization("示例一组", "group", branch)
        inlines = ("formation_partners", "posts", "member_counts")
        values = {f"{name}-{part}_FORMS": 0 for name in inlines for part in ("TOTAL", "INITIAL")}
        values |= {"name": "示例支部", "kind": kind, "division": COMMUNITY}
        address = reverse("admin:orgs_partyorganization_change", args=[branch.pk])
        answer = keeper.post(address, values | {"established_on": "2020-06-01"})
        assert answer.status_code == status
        assert words in answer.content.decode()

    def test_an_action_leads_back_into_the_tree(self, keeper, county):
        first, second = make_organization("甲总支"), make_organization("乙总支")
        branch = make_branch("示例支部", first)
        children = keeper.get(f"{TREE}children/{first.pk}/").json()["result_html"]
        address = reverse("orgs:organization_move", args=[branch.pk])
        assert f"{address}?from=tree" in hrefs(children)
        page = keeper.get(address, {"from": "tree", "target": second.pk, "day": "2021-04-20"})
        assert value_of(page, "from") == "tree"
        values = {"from": "tree", "target": second.pk, "day": "2021-04-20"}
        assert keeper.post(address, values)["Location"] == f"{TREE}?open={branch.pk}"


class TestDragging:
    def test_from_today_and_not_before(self, keeper, county):
        first, second = make_organization("甲总支"), make_organization("乙总支")
        branch = make_branch("示例支部", first)
        values = {"node": branch.pk, "target": second.pk, "relation": "child"}
        assert keeper.post(f"{TREE}move/", values).status_code == 200
        branch.refresh_from_db()
        ask = PartyOrganization.objects
        assert ask.superior_of(branch, TODAY).get() == second
        assert ask.superior_of(branch, TODAY - timedelta(days=1)).get() == first
        assert "自2021年4月30日起计入" in keeper.get(TREE).content.decode()
