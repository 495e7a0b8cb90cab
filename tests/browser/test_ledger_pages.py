"""Ledger pages in real Chromium: refreshed in place, on a phone, without scripts, with axe."""

import pytest
from django.core.management import call_command
from makers import make_building, make_courtyard
from playwright.sync_api import expect
from stage import DESK, moves_sideways, serious

pytestmark = pytest.mark.browser
NARROW = {"width": 360, "height": 780}
LIST = "/courtyards/courtyards/"


@pytest.fixture
def browse(transactional_db, request):
    """`visit` in a small county with 61 courtyards, whatever an earlier test has left behind."""
    call_command("flush", verbosity=0, interactive=False)
    for name in ("county", "leader", "street_reporter"):
        request.getfixturevalue(name)
    for number in range(60):
        make_courtyard(f"示例{number:02d}院", "410182001001")
    make_building(make_courtyard("轴承厂西院", "410182001002"), "7号楼")
    return request.getfixturevalue("visit")


def test_a_list_refreshes_in_place(browse):
    page = browse("leader", DESK)
    page.goto(LIST)
    page.evaluate("window.untouched = true")  # gone if the page were loaded anew
    count = page.locator("#rows [data-count]")
    expect(count).to_have_text("61")
    page.get_by_role("searchbox", name="检索", exact=True).press_sequentially("zcc", delay=30)
    expect(count).to_have_text("1")
    expect(page.locator("#rows tbody")).to_contain_text("轴承厂西院")
    assert page.url.endswith("?q=zcc")  # what asks for nothing stays out of the address
    page.get_by_role("searchbox", name="检索", exact=True).fill("")
    page.get_by_label("区划").select_option("410182001")
    expect(page.get_by_label("区划").locator("option", has_text="甲二社区")).to_have_count(1)
    page.get_by_label("区划").select_option("410182001002")
    expect(count).to_have_text("1")
    page.go_back()
    expect(count).to_have_text("61")
    page.get_by_role("link", name="楼院（片区）", exact=True).click()
    expect(page.locator("th[aria-sort=ascending]")).to_be_visible()
    page.locator("#filters").get_by_label("类别").select_option("single")
    page.wait_for_url("**kind=single**")
    assert "sort=name" in page.url  # the order stays
    expect(page.locator("th[aria-sort=ascending]")).to_be_visible()
    assert page.evaluate("window.untouched") is True
    page.locator("nav.pager").get_by_role("link", name="下一页").click()
    expect(page.locator("#rows tbody tr")).to_have_count(11)


def test_a_wrong_value_is_told_in_place(browse):
    page = browse("leader", DESK)
    page.goto("/courtyards/surveys/")
    page.evaluate(
        """() => {
            const field = document.querySelector('[name=first]');
            field.type = 'text';
            field.value = '昨天';
            field.form.requestSubmit();
        }"""
    )
    expect(page.locator("#rows")).to_contain_text("筛选条件有误")
    expect(page.locator("#filter-first .error")).to_contain_text("读不出确定的日期")
    page.fill("[name=first]", "2021-04-01")
    expect(page.locator("#rows")).to_contain_text("共 0 条")
    expect(page.locator("#filter-first .error")).to_have_count(0)


def test_a_press_on_a_row_right_after_typing_is_not_lost(browse):
    page = browse("suohe", DESK)
    page.goto(LIST)
    asked = []
    page.on("request", lambda one: "q=shili0" in one.url and asked.append(one.url))
    page.get_by_role("searchbox", name="检索", exact=True).fill("shili0")
    expect(page.locator("#rows [data-count]")).to_have_text("10")
    link = page.locator("#rows tbody a").first
    link.hover()
    page.mouse.down()
    page.wait_for_timeout(600)  # a slow finger: the list must not be replaced under it
    page.mouse.up()
    expect(page.get_by_role("heading", level=1)).to_contain_text("示例0")
    assert len(asked) == 1


def test_on_a_phone_the_other_conditions_are_folded_until_wanted(browse):
    page = browse("suohe", NARROW, java_script_enabled=False)
    page.goto(LIST)
    kind = page.locator("#filters").get_by_label("类别")
    expect(page.get_by_role("searchbox", name="检索", exact=True)).to_be_visible()
    expect(kind).to_be_hidden()
    page.get_by_text("更多条件", exact=True).click()
    kind.select_option("single")
    page.get_by_role("button", name="筛选").click()
    expect(kind).to_be_visible()  # a condition in use is never hidden
    expect(kind).to_have_value("single")


def test_everything_works_without_scripts(browse):
    page = browse("leader", DESK, java_script_enabled=False)
    page.goto(LIST)
    page.fill("main [name=q]", "zcc")
    page.get_by_role("button", name="筛选").click()
    expect(page.locator("#rows [data-count]")).to_have_text("1")
    page.get_by_role("link", name="轴承厂西院").click()
    expect(page.locator("h1")).to_have_text("轴承厂西院")


def test_on_a_phone_nothing_lies_sideways_and_axe_finds_nothing_serious(browse):
    page = browse("suohe", NARROW)
    for address in (LIST, "/courtyards/courtyards/new/", f"{LIST}?kind=x"):
        page.goto(address)
        assert not moves_sideways(page), address
        assert serious(page) == [], address
    page.goto(f"{LIST}?q=zcc")
    page.get_by_role("link", name="轴承厂西院").click()
    expect(page.locator(".chain")).to_contain_text("空缺")
    assert not moves_sideways(page) and serious(page) == []


def test_on_a_desk_axe_finds_nothing_serious(browse):
    page = browse("suohe", DESK)
    for address in (LIST, "/courtyards/buildings/?q=7", "/orgs/people/"):
        page.goto(address)
        assert serious(page) == [] and not moves_sideways(page), address


@pytest.mark.parametrize("size", [NARROW, DESK])
def test_the_export_menu_opens_by_keyboard_and_fits(browse, size):
    page = browse("suohe", size)
    page.goto(LIST)
    menu = page.locator("details.export")
    menu.locator("summary").focus()
    page.keyboard.press("Enter")
    expect(menu.get_by_role("link")).to_have_count(4)
    page.keyboard.press("Tab")
    expect(menu.get_by_role("link", name="导出Excel")).to_be_focused()
    box = menu.locator("ul").bounding_box()
    assert box["x"] >= 0 and box["x"] + box["width"] <= size["width"]
    assert not moves_sideways(page) and not serious(page)
    with page.expect_download() as taken:
        menu.get_by_role("link", name="官方格式").click()
    assert taken.value.suggested_filename.endswith("基本情况台账_20210430.xlsx")
