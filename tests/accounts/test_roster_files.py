"""Rosters as offices keep them are read by the engine of the ledgers: CSV, titles, merged heads."""

import io
from datetime import datetime

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from makers import make_unit
from openpyxl import Workbook
from pages import errors, plain

from orgs.accounts.roster_workbook import read

pytestmark = pytest.mark.django_db
LINE = ("示例张三", "示例局", "填报员", "甲街道")
HEADS = ("姓名", "单位", "角色", "区划")


def sent(content: bytes, name: str) -> SimpleUploadedFile:
    return SimpleUploadedFile(name, content)


def workbook(*rows, merged=(), name="名册.xlsx", sheets=1):
    """A workbook whose sheets hold `rows`, with the ranges `merged`."""
    book = Workbook()
    for number in range(sheets):
        sheet = book.active if number == 0 else book.create_sheet(f"表{number}")
        for row in rows:
            sheet.append(row)
        for cells in merged:
            sheet.merge_cells(cells)
    target = io.BytesIO()
    book.save(target)
    return sent(target.getvalue(), name)


def cells(file) -> list[dict]:
    """What the rows of a roster hold, without empty cells."""
    return [{k: v for k, v in row.cells.items() if v} for row in read(file).rows]


WANTED = {"name": "示例张三", "unit": "示例局", "role": "填报员", "division": "甲街道"}


@pytest.mark.parametrize("encoding", ["utf-8-sig", "gb18030", "utf-16"])
@pytest.mark.parametrize("delimiter", [",", "\t", ";"])
def test_a_csv_in_any_usual_writing_is_a_roster(encoding, delimiter):
    text = "\r\n".join(delimiter.join(row) for row in (HEADS, LINE))
    assert cells(sent(text.encode(encoding), "名册.csv")) == [WANTED]


def test_titles_numbers_totals_and_signatures_are_no_people():
    roster = workbook(
        ("某县账号名册",),
        ("填报单位：示例局", None, None, "填报时间：2021年4月30日"),
        ("序号", "姓名", "单位", "角色", "区划"),
        (1, *LINE),
        ("合计", None, None, None, 1),
        ("填表人：示例李四", None, "联系电话：13800001111"),
        merged=("A1:E1",),
    )
    found = read(roster)
    assert [row.number for row in found.rows] == [4]
    assert [text for _, text in found.passed_over] == ["填表人:示例李四 联系电话:13800001111"]


def test_merged_heads_of_two_levels_and_other_words_for_them():
    roster = workbook(
        ("人员", None, None, "授权", None, None),
        ("姓名", "工作单位", "手机号码", "系统角色", "管辖区划", "生效日期"),
        ("示例张三", "示例局", 13800001111, "填报员", 410182001, datetime(2021, 5, 3)),
        merged=("A1:C1", "D1:F1"),
    )
    wanted = {"phone": "13800001111", "division": "410182001", "since": "2021-05-03"}
    assert cells(roster) == [WANTED | wanted]


def test_a_person_with_two_grants_is_written_once():
    """Merged over both rows, or 同上 in the second."""
    second = ("同上", "同上", "审核员", "甲街道")
    ditto = cells(workbook(HEADS, LINE, second))
    merged = cells(workbook(HEADS, LINE, (None, None, *second[2:]), merged=("A2:A3", "B2:B3")))
    assert ditto == merged == [WANTED, WANTED | {"role": "审核员"}]


def test_two_sheets_of_people_are_not_half_read(as_user, admin_user, county):
    page = as_user(admin_user).post(
        "/accounts/roster/", {"roster": workbook(HEADS, LINE, sheets=2)}
    )
    assert page.status_code == 400 and "都是名册" in page.content.decode()


def test_what_the_sheet_says_against_a_cell_stands_at_it(as_user, admin_user, county):
    make_unit()
    text = "\n".join(",".join(row) for row in (HEADS, (LINE[0], "#REF!", *LINE[2:])))
    page = as_user(admin_user).post(
        "/accounts/roster/", {"roster": sent(text.encode(), "名册.csv")}
    )
    assert any(error.startswith("公式出错（#REF!）") for error in errors(page))
    assert "确认办理" not in plain(page)


def test_a_column_that_may_have_been_meant_is_a_note_and_no_mistake(as_user, admin_user, county):
    make_unit()
    roster = workbook((*HEADS, "出生日期"), (*LINE, "1980.1.1"))
    told = as_user(admin_user).post("/accounts/roster/", {"roster": roster}).content.decode()
    assert "“出生日期”这一列没有认出来" in told and "确认办理" in told


def test_a_name_alone_in_a_row_is_told(as_user, admin_user, county):
    make_unit()
    roster = workbook(HEADS, LINE, ("示例王五",))
    told = as_user(admin_user).post("/accounts/roster/", {"roster": roster}).content.decode()
    assert "第3行“示例王五”。如其中有人员" in told


@pytest.mark.parametrize(
    ("typed", "words"),
    [
        ({"name": "示例张三、示例李四"}, "不止一个人"),
        ({"since": "5月3日"}, "没有写年份"),
        ({"phone": "1.38E+10"}, "号码已不全"),
    ],
)
def test_values_are_read_as_in_the_ledgers(as_user, admin_user, county, typed, words):
    make_unit()
    row = WANTED | typed
    heads = {"name": "姓名", "unit": "单位", "role": "角色", "division": "区划"}
    heads |= {"since": "起始日期", "phone": "电话"}
    roster = workbook([heads[key] for key in row], list(row.values()))
    told = as_user(admin_user).post("/accounts/roster/", {"roster": roster}).content.decode()
    assert words in told and "确认办理" not in told
