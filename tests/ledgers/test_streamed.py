"""Rows of cells in a workbook: what comes out is what went in, whatever it is."""

import io
import zipfile
from datetime import date, datetime
from decimal import Decimal

import openpyxl
import pytest
import xlsxwriter
from hypothesis import given
from hypothesis import strategies as st
from openpyxl.utils.escape import unescape

from ledgers.streamed import TEXT_STAYS_TEXT, looks_like_formula, write_line

# What PostgreSQL can hold in a text column: anything but NUL and lone surrogates.
TEXT = st.text(st.characters(exclude_characters="\x00", exclude_categories=["Cs"]), max_size=40)


def book_of(rows, *, constant_memory=True) -> io.BytesIO:
    target, options = io.BytesIO(), {"constant_memory": constant_memory, **TEXT_STAYS_TEXT}
    with xlsxwriter.Workbook(target, options) as book:
        sheet = book.add_worksheet("台账")
        sheet.write_string(0, 0, "标题")
        look = book.add_format({"num_format": "yyyy-mm-dd"})
        for number, row in enumerate(rows, start=1):
            looks = [look if isinstance(content, date) else None for content in row]
            write_line(sheet, number, zip(row, looks, strict=True))
    target.seek(0)
    return target


def read(rows, **options) -> list[list]:
    sheet = openpyxl.load_workbook(book_of(rows, **options)).active
    return [[cell.value for cell in line] for line in sheet.iter_rows(min_row=2)]


def test_kinds_of_cells():
    day = date(2021, 4, 30)
    got = read(
        [[1, Decimal("12.50"), 0.1, day, "约150", None, ""], [-3, 2**40, day, 5, "甲", 7, 8]]
    )
    assert got[0] == [1, 12.5, 0.1, datetime(2021, 4, 30), "约150", None, None]
    assert got[1][:2] == [-3, 2**40]
    with pytest.raises(TypeError):
        book_of([[datetime(2021, 4, 30, 9)]])


@pytest.mark.parametrize("start", [*"=+-@＝＋－＠", "\t", "\r", "\n", "\x01", "\x1f", "\x7f"])
def test_no_text_is_a_formula(start):
    cell = openpyxl.load_workbook(book_of([[f"{start}1+1"]])).active["A2"]
    assert (
        cell.data_type == "s" and unescape(cell.value).replace("_x007F_", "\x7f") == f"{start}1+1"
    )
    assert looks_like_formula(f"{start}1+1")


@pytest.mark.parametrize("text", ["", "甲", "1-2号楼", "a=b", "约-1"])
def test_what_is_no_formula(text):
    assert not looks_like_formula(text)


@pytest.mark.parametrize(
    "text", ["<r><t>假</t></r>", "<r>&</r>", "</t></is></c>", "a&amp;b", "_x000D_"]
)
def test_markup_is_only_text(text):
    """XlsxWriter itself lets <r>…</r> through unescaped."""
    assert unescape(read([[text]])[0][0]) == text
    # Of a book in memory openpyxl undoes the escapes by itself.
    assert read([[text]], constant_memory=False) == [[text]]


@given(st.lists(TEXT, min_size=1, max_size=4))
def test_any_text_survives(texts):
    """Also at the ends of the file: a broken file would not be opened at all."""
    for text, (got, _) in zip(texts, read([[text, 1] for text in texts]), strict=True):
        want = text.replace("\ufffe", "").replace("\uffff", "")
        got = unescape(got or "").replace("_x007F_", "\x7f")
        assert got.replace("_xFFFE_", "").replace("_xFFFF_", "") == want


def test_a_cell_is_cut_where_excel_would_refuse_the_file():
    assert len(read([["甲" * 40_000]])[0][0]) == 32_767


def test_a_file_has_no_formula():
    names = zipfile.ZipFile(book_of([["=1"]])).namelist()
    (line,) = openpyxl.load_workbook(book_of([["=1"]])).active.iter_rows(min_row=2)
    assert [cell.data_type for cell in line] == ["s"] and line[0].value == "=1"
    assert "xl/calcChain.xml" not in names
