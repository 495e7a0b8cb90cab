"""The Party tree in real Chromium: dragged, found, merged by keyboard; the three levels to browse."""

import re

import pytest
from makers import (
    START,
    make_branch,
    make_building,
    make_courtyard,
    make_organization,
    make_person,
    make_post,
)
from playwright.sync_api import expect
from stage import DESK, PHONE, moves_sideways, serious

from courtyards.models import BranchCoverage, GroupCoverage
from orgs.models import PartyOrganization

pytestmark = pytest.mark.browser
TREE = "/admin/orgs/partyorganization/"
STRUCTURE = "/courtyards/structure/"


@pytest.fixture
def keeper(transactional_db, make_account):
    return make_account("keeper", "org_admin", is_staff=True, is_superuser=True)


@pytest.fixture
def two(keeper):
    """Two communities, and a branch of the first one that covers a courtyard."""
    first, second = make_organization("甲总支"), make_organization("乙总支")
    branch = make_branch("示例支部", first)
    court = make_courtyard("示例院")
    BranchCoverage.objects.create(organization=branch, courtyard=court, since=START)
    group = make_organization("示例一组", "group", branch)
    GroupCoverage.objects.create(organization=group, building=make_building(court), since=START)
    make_post(make_person("示例书记"), organization=branch)
    return first, second, branch


def numbers(page, organization, on="") -> tuple[str, str]:
    """Branches and courtyards of a community, as the page of the three levels shows them."""
    page.goto(f"{STRUCTURE}?on={on}" if on else STRUCTURE)
    row = page.locator(f'tr[data-organization="{organization.pk}"]')
    found = [row.locator(f"[{name}]") for name in ("data-branches", "data-courtyards")]
    return found[0].get_attribute("data-branches"), found[1].get_attribute("data-courtyards")


def test_a_dragged_branch_changes_the_figures_of_both_from_today(two, visit, keeper):
    first, second, branch = two
    page = visit(keeper, DESK)
    assert (numbers(page, first), numbers(page, second)) == (("1", "1"), ("0", "0"))
    page.goto(TREE)
    page.locator("tr", has_text="甲总支").locator("a.treebeard-collapse").click()
    handle = page.locator("tr", has_text="示例支部").locator(".drag-handler")
    handle.drag_to(page.locator("tr", has_text="乙总支").locator("th"))
    expect(page.locator(".messagelist")).to_contain_text("已将示例支部移到乙总支之下")
    # The page has opened the way down to where the branch stands now.
    page.wait_for_url(f"**?open={branch.pk}")
    expect(page.locator("tr.tree-found")).to_contain_text("示例支部")
    branch.refresh_from_db()
    assert PartyOrganization.objects.get_parent(branch) == second
    assert PartyOrganization.objects.find_problems() == ([], [], [], [], [])
    assert (numbers(page, first), numbers(page, second)) == (("0", "0"), ("1", "1"))
    before = "2021-04-29"
    assert (numbers(page, first, before), numbers(page, second, before)) == (("1", "1"), ("0", "0"))


def test_a_search_opens_the_way_down(two, visit, keeper):
    page = visit(keeper, DESK)
    page.goto(TREE)
    page.locator("#searchbar").fill("slyz")
    page.keyboard.press("Enter")
    expect(page.locator("tr.tree-found")).to_contain_text("示例一组")
    expect(page.get_by_role("link", name="示例支部", exact=True)).to_be_visible()
    assert page.evaluate("document.activeElement.textContent") == "示例一组"


def test_merged_from_the_tree_by_keyboard(two, visit, keeper):
    first, _, branch = two
    survivor = make_branch("存续支部", first)
    page = visit(keeper, DESK)
    page.goto(f"{TREE}?open={branch.pk}")
    row = page.locator("tr.tree-found")
    row.get_by_role("link", name="合并").press("Enter")
    page.wait_for_url(re.compile("/merge/"))
    page.get_by_role("searchbox", name="查找党组织").press_sequentially("cxzb")
    expect(page.locator("#matches .person")).to_have_count(1)
    page.locator("#matches input").press("Space")
    page.get_by_role("button", name="预览", exact=True).press("Enter")
    preview = page.locator(".plan")
    for words in ("党支部覆盖楼院 1 项", "任职 1 项", "下级党组织 1 项"):
        expect(preview).to_contain_text(words)
    assert serious(page) == [] and not moves_sideways(page)
    page.get_by_role("button", name="确认并入").press("Enter")
    expect(page.locator(".messagelist")).to_contain_text("并入存续支部")
    expect(page.locator("tr.tree-found")).to_contain_text("存续支部")
    assert BranchCoverage.objects.get(until__isnull=True).organization == survivor


def test_dissolved_on_a_phone_without_scripts(two, visit, keeper):
    _, _, branch = two
    group = PartyOrganization.objects.get(name="示例一组")
    make_person("示例党员", home_branch=group)
    page = visit(keeper, PHONE, java_script_enabled=False)
    page.goto(f"/orgs/organizations/{group.pk}/")
    page.get_by_role("link", name="撤销党组织").click()
    assert page.locator(".plan").inner_text().count("党小组覆盖楼栋 1 项") == 1
    page.get_by_role("button", name="确认撤销").click()
    expect(page.get_by_text("请选择处理方式")).to_be_visible()
    page.fill("[name=q]", "slzb")
    page.get_by_role("button", name="查找", exact=True).click()
    page.get_by_label("示例支部").check()
    page.get_by_role("button", name="预览", exact=True).click()
    page.get_by_label("移交").check()
    page.get_by_role("button", name="确认撤销").click()
    expect(page.locator(".notice.ok")).to_contain_text("起撤销")
    assert branch.home_members.get().name == "示例党员"


def test_the_three_levels_on_phone_and_desk(two, visit, keeper):
    first, _, branch = two
    make_courtyard("没人管的院")
    for screen in (PHONE, DESK):
        page = visit(keeper, screen)
        page.goto("/orgs/organizations/")
        page.get_by_role("link", name="三级组织架构").click()
        assert serious(page) == [] and not moves_sideways(page)
        page.get_by_role("link", name="甲总支").click()
        expect(page.locator(f'li[data-organization="{branch.pk}"]')).to_contain_text("示例一组")
        expect(page.get_by_role("link", name="没人管的院")).to_be_visible()
        assert serious(page) == [] and not moves_sideways(page)
        page.goto(f"/orgs/organizations/{branch.pk}/move/")
        assert serious(page) == [] and not moves_sideways(page)
        page.goto(f"/orgs/organizations/{first.pk}/")
        expect(page.get_by_role("heading", name="需要核对")).to_be_visible()
        assert serious(page) == [] and not moves_sideways(page)
