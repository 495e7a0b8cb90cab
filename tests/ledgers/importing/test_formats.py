"""What only the look of a cell says: per cent, struck through, sheets out of sight."""

from decimal import Decimal
from io import BytesIO
from pathlib import Path

import openpyxl
import pytest
from openpyxl.cell.rich_text import CellRichText, TextBlock
from openpyxl.cell.text import InlineFont
from openpyxl.styles import Font
from test_more_mess import FLAT, WEEKLY
from workbooks import workbook

FILES = Path(__file__).parent / "files"


def changed(content: bytes, change) -> bytes:
    book = openpyxl.load_workbook(BytesIO(content))
    change(book)
    stream = BytesIO()
    book.save(stream)
    return stream.getvalue()


@pytest.mark.parametrize(
    ("number", "form", "value", "status"),
    [
        (0.35, "0%", 35, "new"), (1, "0%", 100, "new"), (0.01, "0.00%", 1, "new"), (35, "0%", 3500, "wrong"),
        (0.5, '0"%"', 0.5, "new"), (35, '0"%"', 35, "new"), (35, "0\\%", 35, "new"), (35, "General", 35, "new"),
        (1, "General", 100, "doubtful"), ("35%", "0%", 35, "new"), (0.35, "0%;[Red]-0%", 35, "new"),
    ],
)  # fmt: skip
def test_percentages_are_read_as_shown(read, number, form, value, status):
    rows = [WEEKLY, [1, "示例小区", "广场", 90, 40, number, 20]]

    def change(book):
        book.active["F2"].number_format = form

    (record,) = read("weekly", changed(workbook(rows), change)).records
    assert (record.values["percent"], record.status) == (value, status)


def test_what_is_struck_through_is_in_doubt(read):
    rows = [FLAT, *([n, "索河办", "广场", f"示例{n}院", 1, 10, 30] for n in (1, 2, 3))]

    def change(book):
        book.active["F2"].font = Font(strike=True)
        line = InlineFont(strike=True)
        book.active["F3"] = CellRichText("10", TextBlock(line, "2"))
        book.active["F4"].font = Font(bold=True)

    first, second, third = read("courtyards", changed(workbook(rows), change)).records
    told = [[p.key for p in one.problems if "删除线" in p.text] for one in (first, second, third)]
    assert told == [["households"], ["households"], []]


@pytest.mark.parametrize("state", ["hidden", "veryHidden"])
def test_sheets_out_of_sight_are_named(read, state):
    rows = [FLAT, [1, "索河办", "广场", "示例院", 1, 10, 30]]

    def change(book):
        book["旧表"].sheet_state = state

    outcome = read("courtyards", changed(workbook(rows, 旧表=rows), change))
    assert len(outcome.records) == 1
    assert outcome.skipped_sheets == ["旧表（已隐藏）"]


def test_a_row_struck_through_is_in_doubt_once(read):
    rows = [FLAT, [1, "索河办", "广场", "示例院", 1, 10, 30]]

    def change(book):
        for cell in book.active[2]:
            cell.font = Font(strike=True)

    (record,) = read("courtyards", changed(workbook(rows), change)).records
    assert [problem.text for problem in record.problems if "删除线" in problem.text] == [
        "这一行有删除线，请核对是否作废。"
    ]


@pytest.mark.parametrize("name", ["prefixed-xml", "cells-without-places"])
def test_looks_are_read_whatever_the_program_that_wrote_them(read, name):
    """Files as the Open XML SDK (every tag with a prefix) and Power BI (cells without r) write them."""
    content = (FILES / f"{name}.xlsx").read_bytes()
    (record,) = read("weekly", content).records
    assert record.values["percent"] == Decimal("0.5")
    struck = [problem.key for problem in record.problems if "删除线" in problem.text]
    assert struck == ["cumulative_wan"]
