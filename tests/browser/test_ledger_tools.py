"""Saved views, column choice, bulk edit, notes and print in real Chromium, on a desk and on a phone."""

import pytest
from django.core.management import call_command
from makers import make_courtyard
from playwright.sync_api import expect
from stage import DESK, PHONE, moves_sideways, serious

from courtyards.models import Courtyard

pytestmark = pytest.mark.browser
LIST = "/courtyards/courtyards/"


@pytest.fixture
def browse(transactional_db, request):
    """`visit` in a small county with twelve courtyards, whatever an earlier test has left behind."""
    call_command("flush", verbosity=0, interactive=False)
    for name in ("county", "street_reporter"):
        request.getfixturevalue(name)
    for number in range(12):
        make_courtyard(f"示例{number:02d}院", "410182001001")
    return request.getfixturevalue("visit")


def sound(page) -> None:
    """Nothing lies sideways and axe finds nothing serious."""
    assert not moves_sideways(page), page.url
    assert serious(page) == [], page.url


@pytest.mark.parametrize("screen", [DESK, PHONE], ids=["desk", "phone"])
def test_columns_are_chosen_and_saved_as_a_view(browse, screen):
    page = browse("suohe", screen)
    page.goto(LIST)
    page.get_by_text("选列（12）").click()
    sound(page)
    columns = page.locator("[data-columns]")
    for box in columns.get_by_role("checkbox").all():
        box.set_checked(box.get_attribute("value") in ("name", "kind", "division"))
    page.get_by_label("类别排第几列").fill("2")
    page.get_by_label("街道排第几列").fill("9")
    page.get_by_label("社区排第几列").fill("3")
    columns.get_by_role("button", name="应用").click()
    page.wait_for_url("**cols=name%2Ckind%2Cdivision")
    assert page.locator("#rows thead th").count() == 3
    page.get_by_role("searchbox", name="检索", exact=True).fill("shili0")
    expect(page.locator("#rows [data-count]")).to_have_text("10")
    assert page.locator("#rows thead th").count() == 3  # the columns outlive the refresh
    page.get_by_role("link", name="存为常用视图").click()
    expect(page.get_by_text("列：楼院（片区）、类别、社区")).to_be_visible()
    sound(page)
    page.get_by_label("名称", exact=True).fill("前十个院")
    page.get_by_role("button", name="保存", exact=True).click()
    views = page.get_by_role("navigation", name="常用视图")
    expect(views.locator("[aria-current]")).to_have_text("前十个院")
    sound(page)
    views.get_by_role("link", name="全部").click()
    expect(page.locator("#rows [data-count]")).to_have_text("12")
    views.get_by_role("link", name="前十个院").click()
    expect(page.locator("#rows [data-count]")).to_have_text("10")
    views.get_by_role("link", name="管理").click()
    expect(page.get_by_role("heading", name="已有的常用视图")).to_be_visible()
    sound(page)


@pytest.mark.parametrize("screen", [DESK, PHONE], ids=["desk", "phone"])
def test_rows_are_changed_together_after_a_preview(browse, screen):
    page = browse("suohe", screen)
    page.goto(LIST)
    for name in ("示例03院", "示例07院"):
        page.get_by_label(f"选择{name}").check()
    expect(page.get_by_role("button", name="修改所选（2 条）")).to_be_visible()
    page.get_by_role("button", name="修改所选").click()
    expect(page.get_by_role("heading", name="批量修改楼院")).to_be_visible()
    sound(page)
    page.get_by_role("radio", name="类别").check()
    page.locator("#id_to-kind").select_option(label="片区")
    page.get_by_role("button", name="预览修改").click()
    expect(page.locator("ins")).to_have_count(2)
    sound(page)
    assert not Courtyard.objects.filter(kind="cluster").exists()
    page.get_by_role("button", name="确认修改（2 条）").click()
    expect(page.get_by_role("status").filter(has_text="已批量修改2条楼院")).to_be_visible()
    found = Courtyard.objects.filter(kind="cluster").values_list("name", flat=True)
    assert sorted(found) == ["示例03院", "示例07院"]


def test_without_scripts_and_by_keyboard(browse):
    page = browse("suohe", DESK, java_script_enabled=False)
    page.goto(f"{LIST}?q=shili03")
    page.get_by_label("选择示例03院").focus()
    page.keyboard.press("Space")
    page.get_by_role("button", name="修改所选").focus()
    page.keyboard.press("Enter")
    page.get_by_role("radio", name="备注").focus()
    page.keyboard.press("Space")
    page.locator("#id_to-remark").fill("已核实")
    page.get_by_role("button", name="预览修改").click()
    page.get_by_role("button", name="确认修改").click()
    page.get_by_role("link", name="示例03院").click()
    page.get_by_label("添加备注").fill("电话13800001234")
    page.get_by_role("button", name="添加备注").click()
    page.get_by_label("确认是单位办公电话").check()
    page.get_by_role("button", name="添加备注").click()
    expect(page.locator("#notes")).to_contain_text("电话13800001234")
    assert Courtyard.objects.get(name="示例03院").remark == "已核实"


def test_notes_and_paper(browse):
    page = browse("suohe", PHONE)
    page.goto(f"{LIST}?q=shili03")
    page.get_by_role("link", name="示例03院").click()
    page.get_by_label("添加备注").fill("下周入户")
    page.get_by_role("button", name="添加备注").click()
    expect(page.locator("#notes .trail")).to_contain_text("下周入户")
    sound(page)
    page = browse("suohe", DESK)
    page.goto(LIST)
    page.get_by_role("link", name="打印").click()
    expect(page.get_by_role("button", name="打印")).to_be_visible()
    sound(page)
    page.emulate_media(media="print")
    page.set_viewport_size({"width": 1031, "height": 703})  # A4 landscape without its margins
    assert not moves_sideways(page)
    head = page.locator("thead").evaluate("e => getComputedStyle(e).display")
    assert head == "table-header-group"  # the browser repeats it on each page
