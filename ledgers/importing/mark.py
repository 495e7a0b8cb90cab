"""The user's own file with its mistakes in it: red cells with a comment, and a sheet 待改 of links.

openpyxl reads the file and writes it anew (decision 28 says what that keeps and what not). A file
that it cannot read, or that would fill its memory, comes back as its bare cells.
"""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, datetime, time, timedelta
from io import BytesIO
from zipfile import ZipFile

import openpyxl
from openpyxl.comments import Comment
from openpyxl.styles import PatternFill
from openpyxl.utils import get_column_letter

from ledgers.importing.guard import check
from ledgers.importing.outcome import Outcome
from ledgers.importing.raw_sheets import read_grids
from ledgers.importing.rows import CONFLICT, DOUBTFUL, WRONG
from ledgers.importing.todo import add_todo, clean, write_text

WORDS = {WRONG: "错误", DOUBTFUL: "存疑", CONFLICT: "冲突"}
TOTAL = "合计不符"
MOST_MARKS = 5000  # more are counted only: nobody mends so many by hand
MOST_CELLS = 1_000_000  # openpyxl holds each in memory, some 500 bytes
RED = "FFFF9C9C"  # dark text stays legible on it
AUTHOR = "台账核对"
_FILL = PatternFill("solid", fgColor=RED)
# What openpyxl does not carry over, by the folders and beginnings of its parts.
_SHAPES = ("xl/drawings/drawing", "xl/charts/", "xl/ctrlprops/", "xl/embeddings/", "xl/slicers/")
SHAPES_NOTE = "本文件由系统重新生成，图形、文本框、控件可能缺失或变样；需要保留的，请在原文件上改。"
PLAIN_NOTE = "原文件的格式无法照搬，本文件只有各格的内容，公式为数值；也可对照本表在原文件上改。"


@dataclass(frozen=True)
class Mark:
    """A cell to be mended: where it is, what it is called, what is wrong and what to do."""

    sheet: str
    row: int  # 1 = the first
    column: int  # 0 = A
    word: str  # 错误, 存疑, 冲突 or 合计不符
    label: str
    text: str

    @property
    def place(self) -> str:
        return f"{get_column_letter(self.column + 1)}{self.row}"


def mark_workbook(content: bytes, name: str, outcome: Outcome) -> bytes:
    """The file as an .xlsx with every mistake of `outcome` marked in it.

    `content` and `name` are those that `outcome` was read from; a CSV becomes a workbook with the
    same cells, all of them text.
    """
    marks = list(find_marks(outcome))
    shown = marks[:MOST_MARKS]
    book, note = _opened(content, name)
    _mark_cells(book, shown)
    add_todo(book, shown, marks, note)
    # Formulas lose their last values on the way: whoever opens the file computes them again.
    book.calculation.fullCalcOnLoad = True
    stream = BytesIO()
    book.save(stream)
    return stream.getvalue()


def find_marks(outcome: Outcome) -> Iterable[Mark]:
    """What is to be mended, sheet by sheet and row by row."""
    places, firsts, labels = {}, {}, {}
    for sheet in outcome.sheets:
        columns = sheet.header.columns
        for index, column in columns.items():
            places[sheet.name, column.key] = index
            labels[sheet.name, column.label] = index
        serial = sheet.header.serial
        firsts[sheet.name] = min(columns) if serial is None else serial
    for record in outcome.records:
        for problem in record.problems:
            place = places.get((record.sheet, problem.key), firsts[record.sheet])
            word = WORDS[WRONG] if problem.wrong else WORDS.get(record.status, WORDS[DOUBTFUL])
            yield Mark(record.sheet, record.row, place, word, problem.column, problem.text)
    for one in outcome.differences:
        place = labels.get((one.sheet, one.column), firsts[one.sheet])
        text = f"写的是{one.written:g}，逐行相加是{one.computed:g}，请核对。"
        yield Mark(one.sheet, one.row, place, TOTAL, one.column, text)


def _opened(content: bytes, name: str) -> tuple[openpyxl.Workbook, str]:
    """The file to be marked, and what its reader should know of it."""
    admitted = check(content, name)
    if admitted.form == "csv":
        return _bare(content, name), ""
    if admitted.cells <= MOST_CELLS:
        try:
            book = openpyxl.load_workbook(BytesIO(content), rich_text=True, keep_links=False)
            return book, SHAPES_NOTE if _has_shapes(content) else ""
        except (AttributeError, KeyError, TypeError, ValueError):
            pass  # what openpyxl raises for packages that are not as it expects them
    return _bare(content, name), PLAIN_NOTE


def _has_shapes(content: bytes) -> bool:
    with ZipFile(BytesIO(content)) as package:
        return any(part.lower().startswith(_SHAPES) for part in package.namelist())


def _bare(content: bytes, name: str) -> openpyxl.Workbook:
    """The cells alone, in sheets of the same names."""
    book = openpyxl.Workbook()
    book.remove(book.active)
    for grid in read_grids(content, name):
        sheet = book.create_sheet(grid.name)
        for row, cells in enumerate(grid.rows, start=1):
            for column, content in enumerate(cells, start=1):
                if content is None or content == "":
                    continue
                if isinstance(content, (int, float, date, datetime, time, timedelta)):
                    sheet.cell(row, column).value = content
                else:
                    write_text(sheet.cell(row, column), str(content))
    return book


def _mark_cells(book: openpyxl.Workbook, shown: list[Mark]) -> None:
    """Make the cells red and give them comments; what they held and how they look else stays."""
    covered = {sheet: _covered(book[sheet]) for sheet in {mark.sheet for mark in shown}}
    for mark in shown:
        place = (mark.row, mark.column + 1)
        # Of a merged field people see the first cell.
        cell = book[mark.sheet].cell(*covered[mark.sheet].get(place, place))
        cell.fill = _FILL
        line = clean(f"【{mark.word}】{mark.text}")
        told = cell.comment.text if cell.comment else ""
        if line not in told:
            author = cell.comment.author if cell.comment else AUTHOR
            text = f"{told}\n{line}" if told else line
            cell.comment = Comment(text, author, height=110, width=290)


def _covered(sheet) -> dict[tuple[int, int], tuple[int, int]]:
    """By each cell of the merged fields, row and column from 1: the first one of its field."""
    return {
        place: (field.min_row, field.min_col)
        for field in sheet.merged_cells.ranges
        for place in field.cells
    }
