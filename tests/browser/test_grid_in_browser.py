"""The grid 表格录入 in real Chromium: with the keyboard alone, pasted into, by two people, without scripts."""

import re

import pytest
from django.core.management import call_command
from makers import make_courtyard
from playwright.sync_api import expect
from stage import DESK, PHONE, moves_sideways, serious

from courtyards.models import Courtyard
from projects.models import Reading, Report
from tests.conftest import TODAY

pytestmark = pytest.mark.browser
COURTS = "/courtyards/courtyards/grid/"
WEEK = "/projects/reports/grid/"

# A block as Excel puts it on the clipboard, through the clipboard event that a browser sends.
PASTE = """text => {
  const data = new DataTransfer();
  data.setData("text/plain", text);
  document.activeElement.dispatchEvent(
    new ClipboardEvent("paste", { clipboardData: data, bubbles: true, cancelable: true }));
}"""


def told(page):
    return page.locator("[data-grid-status]")


def all_saved(page):
    expect(told(page)).to_have_text("已全部保存。")


def at(page, row, column):
    return page.locator(f'tr[data-row="{row.pk}"] [data-column="{column}"]')


def sound(page):
    assert not moves_sideways(page)
    assert serious(page) == []


def built() -> list[str]:
    return list(Courtyard.objects.order_by("name").values_list("built", flat=True))


@pytest.fixture
def browse(transactional_db, request):
    """`visit` in a small county with three courtyards, and those courtyards."""
    call_command("flush", verbosity=0, interactive=False)
    request.getfixturevalue("county")
    request.getfixturevalue("street_reporter")
    request.getfixturevalue("community_reporter")
    names = ("示例甲院", "示例乙院", "示例丙院")
    rows = [make_courtyard(name, "410182001001", built="1980年") for name in names]
    return request.getfixturevalue("visit"), sorted(rows, key=lambda row: row.name)


def open_courts(visit, screen=DESK, who="suohe"):
    page = visit(who, screen)
    page.goto(COURTS + "?sort=name")
    expect(told(page)).to_contain_text("随填随存")
    return page


def in_order(page, rows):
    """The courtyards as the page has them below each other."""
    keys = [one.get_attribute("data-row") for one in page.locator("tr[data-row]").all()]
    return sorted(rows, key=lambda row: keys.index(str(row.pk)))


def test_moving_and_typing_with_the_keyboard_alone(browse):
    visit, rows = browse
    page = open_courts(visit)
    first, second, third = in_order(page, rows)
    keys = page.keyboard
    at(page, first, "location").focus()
    keys.press("ArrowRight")
    expect(at(page, first, "built")).to_be_focused()
    keys.type("1991年")
    keys.press("ArrowLeft")  # while typing, the caret moves
    expect(at(page, first, "built")).to_be_focused()
    keys.press("Enter")
    expect(at(page, second, "built")).to_be_focused()
    all_saved(page)
    keys.press("Shift+Enter")
    expect(at(page, first, "built")).to_be_focused()
    keys.press("ArrowDown")
    keys.press("F2")
    keys.press("Backspace")
    keys.type("初")
    expect(at(page, second, "built")).to_have_value("1980初")
    keys.press("Escape")
    expect(at(page, second, "built")).to_have_value("1980年")
    keys.type("1992年")
    keys.press("Tab")
    expect(at(page, second, "built")).not_to_be_focused()
    all_saved(page)
    first.refresh_from_db()
    second.refresh_from_db()
    third.refresh_from_db()
    assert [one.built for one in (first, second, third)] == ["1991年", "1992年", "1980年"]


def test_composing_chinese_does_not_leave_the_cell(browse):
    visit, rows = browse
    page = open_courts(visit)
    first = in_order(page, rows)[0]
    cell = at(page, first, "remark")
    cell.focus()
    composing = page.context.new_cdp_session(page)
    composing.send(
        "Input.imeSetComposition", {"text": "dong", "selectionStart": 4, "selectionEnd": 4}
    )
    for key in ("Enter", "ArrowDown", "ArrowRight"):
        cell.evaluate(
            """(input, key) => input.dispatchEvent(
              new KeyboardEvent("keydown", { key, isComposing: true, bubbles: true }))""",
            key,
        )
        expect(cell).to_be_focused()
    composing.send("Input.insertText", {"text": "东街"})
    page.keyboard.press("ArrowLeft")
    expect(cell).to_be_focused()
    page.keyboard.press("Enter")
    all_saved(page)
    first.refresh_from_db()
    assert first.remark == "东街"


def test_a_block_from_excel_is_pasted_checked_and_taken_back(browse):
    visit, rows = browse
    page = open_courts(visit)
    first, second, third = in_order(page, rows)
    at(page, first, "location").focus()
    page.evaluate(PASTE, '"东街\n1号"\t1991年\r\n西街\t1992年\r\n')
    all_saved(page)
    for row in (first, second):
        row.refresh_from_db()
    assert (first.location, first.built) == ("东街 1号", "1991年")
    assert (second.location, second.built) == ("西街", "1992年")
    page.keyboard.press("Control+z")  # the paste is one step
    expect(at(page, second, "built")).to_have_value("1980年")
    all_saved(page)
    for row in (first, second):
        row.refresh_from_db()
    assert [first.location, first.built, second.built] == ["", "1980年", "1980年"]
    page.keyboard.press("Control+y")
    all_saved(page)
    second.refresh_from_db()
    assert second.built == "1992年"
    # What lies beyond the last column is said, and the rest is stored.
    at(page, third, "until").focus()
    page.evaluate(PASTE, "\t多出的\n")
    expect(told(page)).to_contain_text("1 格超出表格")
    third.refresh_from_db()
    assert third.until is None


def test_a_chosen_block_is_copied_and_emptied(browse):
    visit, rows = browse
    page = open_courts(visit)
    first, second, _ = in_order(page, rows)
    page.evaluate("""document.addEventListener("copy", event => {
      window.copied = event.clipboardData.getData("text/plain");
    })""")
    at(page, first, "name").focus()
    page.keyboard.press("Shift+ArrowDown")
    page.keyboard.press("Control+c")
    expect(told(page)).to_have_text("已复制 2 格。")
    assert page.evaluate("copied") == f"{first.name}\n{second.name}"
    at(page, first, "built").focus()
    page.keyboard.press("Shift+ArrowDown")
    page.keyboard.press("Delete")
    all_saved(page)
    assert sorted(built()) == ["", "", "1980年"]
    page.keyboard.press("Control+z")
    all_saved(page)
    assert built() == ["1980年"] * 3


def test_what_is_wrong_is_said_at_its_cell_and_not_stored(browse):
    visit, rows = browse
    page = open_courts(visit)
    first = in_order(page, rows)[0]
    cell = at(page, first, "kind")
    cell.fill("飞地")
    cell.press("Tab")
    expect(cell).to_have_attribute("aria-invalid", "true")
    expect(cell).to_have_accessible_description(re.compile("没有“飞地”这个选项"))
    expect(told(page)).to_contain_text(re.compile(f"{first.name}.*没有“飞地”这个选项"))
    assert Courtyard.objects.get(pk=first.pk).kind == first.kind
    sound(page)
    cell.focus()
    page.keyboard.press("Escape")
    expect(cell).not_to_have_attribute("aria-invalid", "true")


def test_an_empty_row_becomes_a_courtyard_by_the_keyboard(browse):
    visit, _ = browse
    page = open_courts(visit)
    page.locator('tr[data-row="new0"] [data-column="name"]').focus()
    page.evaluate(PASTE, "示例丁院\t楼院\t甲一社区\n")
    page.keyboard.press("Control+s")
    expect(told(page)).to_contain_text("这一行还没有登记")
    assert Courtyard.objects.count() == 3
    page.locator('tr[data-row="new0"] [data-column="since"]').fill("2021.4.5")
    page.keyboard.press("Control+s")
    expect(told(page)).to_have_text("已登记。")
    assert Courtyard.objects.get(name="示例丁院").since.isoformat() == "2021-04-05"


def test_two_people_decide_and_see_each_other(browse):
    visit, rows = browse
    one, other = open_courts(visit), open_courts(visit, PHONE, "laocheng")
    first, second, _ = in_order(one, rows)
    at(one, first, "built").fill("1991年")
    at(one, first, "built").press("Enter")
    all_saved(one)
    at(other, first, "built").fill("1995年")
    at(other, first, "built").press("Enter")
    conflict = at(other, first, "built").locator("xpath=..")
    expect(conflict).to_contain_text("suohe")
    expect(conflict).to_contain_text("已改为“1991年”")
    assert Courtyard.objects.get(pk=first.pk).built == "1991年"
    sound(other)
    conflict.get_by_role("button", name="用我的").press("Enter")
    expect(at(other, first, "built")).to_be_focused()
    all_saved(other)
    assert Courtyard.objects.get(pk=first.pk).built == "1995年"
    at(one, second, "remark").fill("未存")  # typed and not yet left: a refresh leaves it alone
    one.get_by_role("button", name="刷新").click()
    expect(told(one)).to_contain_text("他人改了 1 格")
    expect(at(one, first, "built")).to_have_value("1995年")
    expect(at(one, second, "remark")).to_have_value("未存")
    new = make_courtyard("示例戊院", "410182001001")
    one.get_by_role("button", name="刷新").click()
    expect(told(one)).to_contain_text("新登记 1 行")
    at(one, new, "built").fill("2001年")  # the row that came is a row like the others
    at(one, new, "built").press("Enter")
    all_saved(one)
    new.refresh_from_db()
    assert new.built == "2001年"
    at(one, first, "built").fill("1996年")
    at(one, first, "built").press("Enter")
    all_saved(one)
    at(other, first, "built").fill("1997年")
    at(other, first, "built").press("Enter")
    conflict.get_by_role("button", name="用对方的").click()
    expect(at(other, first, "built")).to_have_value("1996年")
    assert Courtyard.objects.get(pk=first.pk).built == "1996年"


@pytest.mark.parametrize("screen", [DESK, PHONE], ids=["desk", "phone"])
def test_the_grid_of_a_ledger_is_sound(browse, screen):
    visit, _ = browse
    sound(open_courts(visit, screen))


def test_without_scripts_the_form_saves_and_says_what_is_wrong(browse):
    visit, rows = browse
    page = visit("suohe", PHONE, java_script_enabled=False)
    page.goto(COURTS)
    first, second, _ = in_order(page, rows)
    at(page, first, "built").fill("1991年")
    at(page, second, "kind").fill("飞地")
    page.get_by_role("button", name="保存", exact=True).click()
    expect(page.get_by_text("没有“飞地”这个选项")).to_be_visible()
    expect(at(page, second, "kind")).to_have_value("飞地")
    assert Courtyard.objects.get(pk=first.pk).built == "1991年"
    assert Courtyard.objects.get(pk=second.pk).kind == second.kind


# -- the week's figures -----------------------------------------------------------------------------


@pytest.fixture
def owed(demo_live):
    """This week's report that laocheng still owes."""
    return Report.objects.get(
        project__division__name__contains="老城社区",
        project__programme__line="old_neighbourhoods",
        period__end__gt=TODAY,
        status="due",
    )


def open_week(visit, who="laocheng", screen=DESK):
    page = visit(who, screen)
    page.goto(WEEK)
    expect(told(page)).to_contain_text("随填随存")
    return page


def figures(report) -> dict:
    found = Reading.objects.filter(report=report)
    return {one.indicator.code: str(one.value) for one in found.select_related("indicator")}


def test_the_weeks_figures_by_keyboard_and_taken_back(owed, visit):
    page = open_week(visit)
    sound(page)
    cell, total = at(page, owed, "inc-invested_wan"), at(page, owed, "tot-invested_wan")
    expect(cell).to_have_accessible_description(re.compile(r"上周 \+"))
    expect(total).to_have_accessible_description(re.compile("上次 300"))
    cell.focus()
    page.keyboard.type("１８.5")
    page.keyboard.press("Tab")
    expect(total).to_be_focused()
    expect(total).to_have_value("318.5")  # comes while the cell is focused: nothing typed here
    all_saved(page)
    assert figures(owed) == {"invested_wan": "318.50"}
    page.keyboard.press("Tab")
    page.keyboard.press("Control+z")
    expect(cell).to_have_value("")
    expect(total).to_have_value("")
    all_saved(page)
    assert figures(owed) == {}
    page.keyboard.press("Control+y")
    expect(total).to_have_value("318.5")
    all_saved(page)
    assert figures(owed) == {"invested_wan": "318.50"}
    total.fill("很多")
    total.press("Enter")
    expect(total).to_have_attribute("aria-invalid", "true")
    expect(told(page)).to_contain_text("累计完成投资")
    assert figures(owed) == {"invested_wan": "318.50"}


def test_a_pasted_week_is_filed_from_the_grid(owed, visit):
    page = open_week(visit, screen=PHONE)
    sound(page)
    at(page, owed, "inc-invested_wan").focus()
    page.evaluate(PASTE, "18.5\t\t0\t\t0\t\t正常\n")
    all_saved(page)
    expect(at(page, owed, "tot-invested_wan")).to_have_value("318.5")
    assert figures(owed)["invested_wan"] == "318.50" and len(figures(owed)) == 3
    expect(page.locator(f'tr[data-row="{owed.pk}"] [data-row-status]')).to_have_text("填报中")
    owed.refresh_from_db()
    assert (owed.status, owed.remark) == ("draft", "正常")
    page.locator(f'tr[data-row="{owed.pk}"]').get_by_role("button", name="报送").click()
    expect(page.get_by_text(f"已报送：{owed.project.name}")).to_be_visible()
    expect(at(page, owed, "inc-invested_wan")).not_to_be_editable()
    sound(page)


def test_two_people_in_the_weeks_grid(owed, visit):
    one, other = open_week(visit), open_week(visit, "suohe")
    at(one, owed, "tot-invested_wan").fill("310")
    at(one, owed, "tot-invested_wan").press("Enter")
    all_saved(one)
    at(other, owed, "tot-invested_wan").fill("320")
    at(other, owed, "tot-invested_wan").press("Enter")
    conflict = at(other, owed, "tot-invested_wan").locator("xpath=..")
    expect(conflict).to_contain_text("已改为“310”")
    assert figures(owed) == {"invested_wan": "310.00"}
    conflict.get_by_role("button", name="用对方的").click()
    expect(at(other, owed, "tot-invested_wan")).to_have_value("310")
    at(one, owed, "remark").fill("已核对")
    at(one, owed, "remark").press("Enter")
    all_saved(one)
    other.get_by_role("button", name="刷新").click()
    expect(told(other)).to_contain_text("他人改了")
    expect(at(other, owed, "remark")).to_have_value("已核对")
    assert figures(owed) == {"invested_wan": "310.00"}
