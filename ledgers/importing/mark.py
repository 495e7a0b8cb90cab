"""The user's own file with its mistakes in it: red cells with a comment, and a sheet 待改 of links.

The package is changed in place: the styles of some cells, comments, one more sheet. All else of the
file stays byte for byte, so that formulas keep their last values and nothing that a library does not
know is lost; and a long file costs no more than reading its text once.
"""

from collections.abc import Iterable
from dataclasses import dataclass
from io import BytesIO

import openpyxl
import xlsxwriter
from openpyxl.utils import get_column_letter

from ledgers.importing.grid import read_grids
from ledgers.importing.guard import check
from ledgers.importing.looks import Unusual
from ledgers.importing.outcome import Outcome
from ledgers.importing.package import Package
from ledgers.importing.rows import CONFLICT, DOUBTFUL, WRONG
from ledgers.importing.todo import todo_sheet

WORDS = {WRONG: "错误", DOUBTFUL: "存疑", CONFLICT: "冲突"}
TOTAL = "合计不符"
MOST_MARKS = 5000  # more are counted only: nobody mends so many by hand


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
    if check(content, name).form == "csv":
        content = _as_workbook(content, name)
    try:
        return _marked(content, shown, marks)
    except Unusual:
        # Written by a program with habits of its own; one that is known writes it anew.
        book = openpyxl.load_workbook(BytesIO(content), rich_text=True, keep_links=False)
        stream = BytesIO()
        book.save(stream)
        return _marked(stream.getvalue(), shown, marks)


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


def _marked(content: bytes, shown: list[Mark], marks: list[Mark]) -> bytes:
    package = Package(content)
    by_sheet: dict[str, dict[tuple[int, int], list[str]]] = {}
    for mark in shown:
        cells = by_sheet.setdefault(mark.sheet, {})
        cells.setdefault((mark.row, mark.column), []).append(f"【{mark.word}】{mark.text}")
    for sheet, cells in by_sheet.items():
        package.mark_cells(sheet, cells)
    package.add_sheet("待改", todo_sheet(shown, marks, package.looks.named))
    return package.saved()


def _as_workbook(content: bytes, name: str) -> bytes:
    """The cells of a CSV, as text, in a sheet of the same name as that of its grid."""
    stream = BytesIO()
    options = {
        "strings_to_formulas": False,
        "strings_to_urls": False,
        "strings_to_numbers": False,
    }
    with xlsxwriter.Workbook(stream, options) as book:
        plain, quoted = book.add_format(), book.add_format({"quote_prefix": True})
        for grid in read_grids(content, name):
            sheet = book.add_worksheet(grid.name)
            for row, cells in enumerate(grid.rows):
                for column, cell in enumerate(cells):
                    if cell != "":
                        look = quoted if cell[:1] in "=+-@" else plain
                        sheet.write_string(row, column, cell[:32767], look)
    return stream.getvalue()
