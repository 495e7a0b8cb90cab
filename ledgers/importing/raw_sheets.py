"""A sheet as rows of cells, from a workbook or from CSV, with the cells that were merged."""

import csv
from dataclasses import dataclass, field
from io import BytesIO, StringIO

import openpyxl
from python_calamine import CalamineError, CalamineWorkbook, SheetTypeEnum, SheetVisibleEnum

from ledgers.importing.cell_formats import as_shown, looked_at
from ledgers.importing.encoding import delimiter_of, encoding_of
from ledgers.importing.guard import MOST_ROWS, OF_A_LEDGER, FileRefused, Limits, check

Merge = tuple[int, int, int, int]  # first row, first column, last row, last column


@dataclass
class RawSheet:
    """The cells of a sheet; `rows[0]` is the sheet's first row. Formulas are their last values."""

    name: str
    rows: list[list]
    merges: list[Merge] = field(default_factory=list)
    struck: set[tuple[int, int]] = field(default_factory=set)  # cells (row, column) struck through

    def __post_init__(self):
        self.covered = {
            (row, column): (top, left)
            for top, left, bottom, right in self.merges
            for row in range(top, min(bottom + 1, len(self.rows)))
            for column in range(left, right + 1)
            if (row, column) != (top, left)
        }

        # Rows that some merged field reaches; the others, in a long file nearly all, read straight.
        self.merged_rows = {row for row, _ in self.covered}

    @property
    def width(self) -> int:
        return max((len(row) for row in self.rows), default=0)

    def at(self, row: int, column: int):
        """The cell, or that of the merged field which covers it; None outside."""
        if row in self.merged_rows:
            row, column = self.covered.get((row, column), (row, column))
        cells = self.rows[row] if row < len(self.rows) else []
        return cells[column] if column < len(cells) else None


@dataclass
class Book:
    """The visible sheets of a file, the one out of sight that was asked for, the names of others."""

    grids: list[RawSheet]
    behind: RawSheet | None = None
    hidden: list[str] = field(default_factory=list)


def read_grids(content: bytes, name: str) -> list[RawSheet]:
    """The visible sheets of a file that the guard lets pass; raises Refused otherwise."""
    return read_book(content, name).grids


def read_book(content: bytes, name: str, hidden: str = "", limits: Limits = OF_A_LEDGER) -> Book:
    """The sheets of a file; `hidden` names the one that is read though it is out of sight."""
    admitted = check(content, name, limits)
    if admitted.form == "xlsx":
        book = _from_workbook(content, hidden)
        _look(content, book.grids)
    else:
        book = Book([_from_csv(content)])
    if admitted.has_errors:
        _mark_errors(content, book.grids)
    if sum(len(grid.rows) for grid in book.grids) > MOST_ROWS:
        raise FileRefused("文件超过10万行，请分成几个文件再导入。")
    return book


def _look(content: bytes, grids: list[RawSheet]) -> None:
    """Write numbers in per cent as they are shown, and note what is struck through."""
    found = looked_at(content)
    for grid in grids:
        if looked := found.get(grid.name):
            for (row, column), meant in looked.percents.items():
                if row < len(grid.rows) and column < len(grid.rows[row]):
                    grid.rows[row][column] = as_shown(grid.rows[row][column], meant)
            grid.struck = looked.struck


def _from_workbook(content: bytes, hidden: str) -> Book:
    try:
        book = CalamineWorkbook.from_filelike(BytesIO(content))
        sheets = [one for one in book.sheets_metadata if one.typ == SheetTypeEnum.WorkSheet]
        visible = {one.name: one.visible == SheetVisibleEnum.Visible for one in sheets}
        grids = [_from_sheet(book.get_sheet_by_name(name)) for name in visible if visible[name]]
        unseen = [name for name in visible if not visible[name] and name != hidden]
        if visible.get(hidden, True):
            return Book(grids, None, unseen)
        return Book(grids, _from_sheet(book.get_sheet_by_name(hidden)), unseen)
    except CalamineError as error:
        raise FileRefused("工作簿打不开，请用表格软件打开后另存为.xlsx再导入。") from error


def _from_sheet(sheet) -> RawSheet:
    rows = [] if sheet.end is None else sheet.to_python(skip_empty_area=False)
    merges = [
        (top, left, bottom, right)
        for (top, left), (bottom, right) in sheet.merged_cell_ranges or ()
    ]
    # One field merged over a whole column would cover a million rows that do not exist.
    last = len(rows) - 1
    return RawSheet(
        sheet.name, rows, [(t, le, min(b, last), min(r, 255)) for t, le, b, r in merges]
    )


def _mark_errors(content: bytes, grids: list[RawSheet]) -> None:
    """Put back #REF! and its like, which the quick reader gives as empty cells."""
    book = openpyxl.load_workbook(BytesIO(content), read_only=True, data_only=True)
    for grid in grids:
        for row in book[grid.name].iter_rows():
            for cell in row:
                if cell.value is not None and cell.data_type == "e":
                    cells = grid.rows[cell.row - 1]
                    cells.extend([None] * (cell.column - len(cells)))
                    cells[cell.column - 1] = str(cell.value)
    book.close()


def _from_csv(content: bytes) -> RawSheet:
    text = content.decode(encoding_of(lambda: [content]))
    if "\0" in text:
        raise FileRefused("这不是文本表格，请导入.xlsx或.csv文件。")
    delimiter = delimiter_of(text)
    # A field may be as long as the file, which is not longer than 20 MB. The limit is everybody's.
    csv.field_size_limit(max(csv.field_size_limit(), len(text) + 1))
    return RawSheet("CSV", list(csv.reader(StringIO(text, newline=""), delimiter=delimiter)))
