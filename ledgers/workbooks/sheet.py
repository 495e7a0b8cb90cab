"""What both kinds of sheets share: title, unit line, the header in levels, cells, print set-up."""

from datetime import date

from django.conf import settings

from ledgers import clock, formats
from ledgers.columns import DateColumn
from ledgers.exports import signature, watermark
from ledgers.streamed import TEXT_STAYS_TEXT, write_cell, write_line
from ledgers.workbooks.styles import Styles

A4 = 9
BOOK_OPTIONS = {"in_memory": False, **TEXT_STAYS_TEXT}
HEADER_TOP = 2  # title and unit line stand above it
SERIAL, SERIAL_WIDTH = "序号", 5
WIDE = 14  # columns from this width on hold sentences
LINE = 13  # points of a line of text
DAY = "yyyy-mm-dd"


class FormSheet:
    """A sheet in the shape of a form: column A numbers the rows, the others are `indexes`.

    Rows come in order. The book is held in memory until it is whole: the library merges no cells
    of rows that are written already.
    """

    def __init__(self, book, workbook, indexes, *, user, on: date, asked: list[str]):
        self.book, self.workbook, self.indexes = book, workbook, indexes
        self.user, self.on, self.asked = user, on, asked
        self.cells = [workbook.cells[index] for index in indexes]
        self.styles = Styles(book)
        self.sheet = book.add_worksheet(workbook.sheet)
        self.depth = max(len(cell.levels) for cell in self.cells)
        self.first_row = HEADER_TOP + self.depth
        self.last_column = len(self.cells)
        # By column, the serial number first.
        self.forms = ["", *(_form(cell) for cell in self.cells)]
        self.widths = [SERIAL_WIDTH, *(cell.width for cell in self.cells)]
        self.wide = [width >= WIDE for width in self.widths]
        # Merged over all rows of a record, where it fills several.
        self.shared = [True, *(not cell.item for cell in self.cells)]
        self.top = {
            column
            for column, cell in enumerate(self.cells, 1)
            if cell.levels[-1] in workbook.groups
        }

    # -- pieces -------------------------------------------------------------------------------

    def merge(self, top: int, left: int, bottom: int, right: int, content, look) -> None:
        """Join cells, all in one look, with `content` in the first of them."""
        if (top, left) != (bottom, right):
            self.sheet.merge_range(top, left, bottom, right, "", look)
        write_cell(self.sheet, top, left, content, look)

    def across(self, row: int, text: str, style, height: float | None = None) -> None:
        """A line over the whole width of the table."""
        if height:
            self.sheet.set_row(row, height)
        self.merge(row, 0, row, self.last_column, text, style)

    def open_sheet(self, unit_line: str) -> None:
        """Column widths, title, unit line and header."""
        self.sheet.set_column(0, 0, SERIAL_WIDTH)
        for column, cell in enumerate(self.cells, start=1):
            self.sheet.set_column(column, column, cell.width)
        title = self.workbook.heading(self.user, self.on)
        self.across(0, title, self.styles.title(), 32)
        self.across(1, unit_line, self.styles.line(), 20)
        self._header()
        self.sheet.freeze_panes(self.first_row, 0)

    def _header(self) -> None:
        heads = [(SERIAL,), *(cell.levels for cell in self.cells)]
        style = self.styles.head()
        for level in range(self.depth):
            row = HEADER_TOP + level
            self.sheet.set_row(row, 30)
            for column, levels in enumerate(heads):
                begins = column == 0 or heads[column - 1][: level + 1] != levels[: level + 1]
                if level == len(levels) - 1:
                    bottom = HEADER_TOP + self.depth - 1
                    self.merge(row, column, bottom, column, levels[level], style)
                elif level < len(levels) and begins:
                    last = self._last_under(heads, column, level)
                    self.merge(row, column, row, last, levels[level], style)

    @staticmethod
    def _last_under(heads, column: int, level: int) -> int:
        """The last column whose head begins with the same words down to `level`."""
        same = heads[column][: level + 1]
        while column + 1 < len(heads) and heads[column + 1][: level + 1] == same:
            column += 1
        return column

    def line(self, row: int, contents, *, lines: int = 1, bold: bool = False, open_=()) -> None:
        """A row of the table: text as text, whatever it begins with; numbers and days as such.

        `contents` begin with the serial number; `open_` are the columns that can be filled in;
        `lines`: how many rows the record fills, so that a long text has as many to stand in.
        """
        self.sheet.set_row(row, self._height(contents, lines))
        looks = (
            self.look(column, content, bold=bold, open_=column in open_)
            for column, content in enumerate(contents)
        )
        write_line(self.sheet, row, zip(contents, looks, strict=True))

    def look(self, column: int, content, *, bold: bool = False, open_: bool = False):
        """The format of a cell of the table."""
        return self.styles.cell(
            content,
            self.forms[column],
            bold=bold,
            open_=open_,
            wide=self.wide[column],
            top=column in self.top,
        )

    def _height(self, contents, lines: int) -> float:
        """Points that the longest text needs; programs do not all find it out by themselves."""
        need = 1
        for text, width, shared in zip(contents, self.widths, self.shared, strict=True):
            if type(text) is str and len(text) > 3:
                # A Chinese character is as wide as two digits.
                taken = len(text) if text.isascii() else 2 * len(text)
                rows = -(-taken // int(width))
                need = max(need, -(-rows // lines) if shared else rows)
        return LINE * need + 3

    # -- words --------------------------------------------------------------------------------

    def mark(self) -> str:
        """The watermark: what was taken out, by whom, when (notes 4.4, control 23)."""
        asked = f"筛选：{'、'.join(self.asked)}" if self.asked else "全部"
        parts = ["示例数据"] if settings.DEMO else []
        parts += [f"截至{formats.zh_date(self.on)}", asked, *watermark(signature(self.user))]
        return " · ".join(parts)

    def page_setup(self) -> None:
        """A4 across, all columns on one page, the header on each page, pages numbered."""
        sheet = self.sheet
        sheet.set_landscape()
        sheet.set_paper(A4)
        sheet.fit_to_pages(1, 0)
        sheet.set_margins(left=0.5, right=0.5, top=0.7, bottom=0.7)
        sheet.center_horizontally()
        sheet.repeat_rows(HEADER_TOP, self.first_row - 1)
        who = f"{self.user.display_name} {formats.zh_moment(clock.now())}导出".replace("&", "&&")
        sheet.set_footer(f"&L&8{who[:120]}&C&9第 &P 页，共 &N 页")
        if settings.DEMO:
            sheet.set_header("&R&9示例数据")


def _form(cell) -> str:
    """The number format of a column; an empty cell has it too, for what will be filled in."""
    return cell.form or (DAY if isinstance(cell.column, DateColumn) else "")
