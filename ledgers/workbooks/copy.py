"""The working copy 工作底稿: a sheet to be filled in and taken back in.

It has the columns that the portal keeps, no totals, and behind it two sheets that are out of
sight: the words of long drop-downs, and for each row its key and its version, by which the import
sees whether somebody changed the row since the copy was taken. What they hold stands in
docs/workbooks.md.
"""

from datetime import date
from itertools import chain, repeat

from ledgers import clock
from ledgers.columns import DateColumn, NumberColumn, SoftColumn
from ledgers.streamed import write_line, write_text
from ledgers.workbooks.lines import LineMaker, SheetLine
from ledgers.workbooks.sheet import FormSheet

KEYS_SHEET, LISTS_SHEET = "底稿信息", "选项"
LAYOUT = 1  # raised when the keys sheet changes its shape
KEY_HEADS = ("行", "编号", "版本")
LOCKS = {
    "select_locked_cells": True,
    "select_unlocked_cells": True,
    "format_columns": True,
    "format_rows": True,
}
INLINE_LIST = 200  # characters; Excel takes 255 at most
WRONG_CHOICE = {
    "error_title": "请从列表中选择",
    "error_message": "这里只能填列表中的词，请从下拉列表中选择。",
}


class CopySheet(FormSheet):
    """A locked sheet whose entry cells are open; without a password, so it guards from slips only."""

    def __init__(self, book, workbook, **about):
        kept = [index for index, cell in enumerate(workbook.cells) if cell.is_kept]
        super().__init__(book, workbook, kept, **about)
        self.maker = LineMaker(workbook, totals=False)
        columns = list(enumerate(self.cells, start=1))
        self.entry_open = {column for column, cell in columns if cell.entry}
        self.spare_open = {column for column, cell in columns if cell.entry or cell.key}
        self.spare = [""] * (len(columns) + 1)
        self.lists = book.add_worksheet(LISTS_SHEET)
        self.keys = book.add_worksheet(KEYS_SHEET)

    def write(self, records) -> None:
        """The whole sheet with those behind it; `records` are read once, in order."""
        self.open_sheet(f"{self.mark()} · 底色为淡黄的格可以填写，填好后从“导入”交回")
        self._open_keys()
        row = self.first_row
        lines = (line for line in self.maker.lines(records) if isinstance(line, SheetLine))
        for line in chain(lines, repeat(None, self.workbook.spare_rows)):
            self._line(row, line)
            row += 1
        self._validate(row - 1)
        self.page_setup()
        self.sheet.protect("", LOCKS)
        for sheet in (self.keys, self.lists):
            sheet.protect("")
            sheet.very_hidden()

    def _line(self, row: int, line: SheetLine | None) -> None:
        """A line of data, or a spare one to be filled in."""
        if line is None:
            self.line(row, self.spare, open_=self.spare_open)
            return
        contents = [line.values[index] for index in self.indexes]
        self.line(
            row,
            [line.serial if line.first else "", *contents],
            lines=line.lines,
            open_=self.entry_open,
        )
        if line.first:
            self._key(row, line.record)

    # -- keys and versions --------------------------------------------------------------------

    def _open_keys(self) -> None:
        about = (
            ("版式", str(LAYOUT)),
            ("台账", self.workbook.kind),
            ("数据截至", self.on.isoformat()),
            ("取出时间", clock.now().isoformat()),
            ("账号", self.user.username),
            ("筛选", "、".join(self.asked)),
        )
        for row, pair in enumerate((*about, (), KEY_HEADS)):
            write_line(self.keys, row, [(text, None) for text in pair])
        self.key_row = len(about) + 2

    def _key(self, row: int, record: tuple) -> None:
        version = self.workbook.version(record)
        write_line(
            self.keys, self.key_row, ((row + 1, None), (str(record[0]), None), (version, None))
        )
        self.key_row += 1

    # -- what may be entered ------------------------------------------------------------------

    def _validate(self, last: int) -> None:
        options = {}
        for column, cell in enumerate(self.cells, start=1):
            if cell.entry or cell.key:
                options[column] = cell.options(self.user, self.on)
        sources = self._sources(options)
        for column, words in options.items():
            rule = (
                {"validate": "list", "source": sources[column], **WRONG_CHOICE}
                if words
                else self._rule(self.cells[column - 1].column)
            )
            if rule:
                self.sheet.data_validation(self.first_row, column, last, column, rule)

    def _sources(self, options: dict[int, tuple]) -> dict:
        """Where each drop-down takes its words from: itself, or a column of the hidden sheet."""
        long = [c for c, words in options.items() if len("，".join(words)) > INLINE_LIST]
        found = {column: list(words) for column, words in options.items()}
        for row in range(max((len(options[c]) for c in long), default=0)):
            for place, column in enumerate(long):
                if row < len(options[column]):
                    write_text(self.lists, row, place, options[column][row])
        for place, column in enumerate(long):
            letter = chr(ord("A") + place)
            found[column] = f"='{LISTS_SHEET}'!${letter}$1:${letter}${len(options[column])}"
        return found

    @staticmethod
    def _rule(column) -> dict | None:
        """What a number or a day must be; soft figures are words, so they only get a hint."""
        if isinstance(column, SoftColumn):
            return {
                "validate": "any",
                "input_title": "数字",
                "input_message": "准数填数字，不准的填“约150”“近50”“2600余”。",
            }
        if isinstance(column, NumberColumn):
            return {
                "validate": "decimal",
                "criteria": ">=",
                "value": 0,
                "error_title": "应为数字",
                "error_message": "请填不小于0的数字，不带单位。",
            }
        if isinstance(column, DateColumn):
            return {
                "validate": "date",
                "criteria": "between",
                "minimum": date(1949, 10, 1),
                "maximum": date(2100, 1, 1),
                "error_title": "应为日期",
                "error_message": "请按“2021-04-30”的格式填写日期。",
            }
        return None
