"""The sheet as it is handed in: grouped, with 小计 and 合计, notes and the signature line."""

from ledgers import formats
from ledgers.workbooks.lines import LineMaker, SheetLine
from ledgers.workbooks.sheet import FormSheet

SIGNATURE = "单位负责人：　　　　　　　　填表人：　　　　　　　　联系电话："


class OfficialSheet(FormSheet):
    """All columns of the form, also those that stay empty, because the form has them."""

    def __init__(self, book, workbook, **about):
        super().__init__(book, workbook, range(len(workbook.cells)), **about)
        self.maker = LineMaker(workbook, totals=True)
        # Where each group that is merged downward began: level → (its words, its first row).
        self.began: dict[int, tuple] = {}
        # The record whose lines are being written: its first row and what it says there.
        self.record_row: int | None = None
        self.record: list = []

    def write(self, records) -> None:
        """The whole sheet; `records` are read once, in order."""
        self.open_sheet(self._unit_line())
        row = self.first_row
        for line in self.maker.lines(records):
            if isinstance(line, SheetLine):
                self._data(row, line)
            else:
                self._total(row, line)
            row += 1
        self._close_groups(row, 0)
        self._close_record(row)
        self._foot(row)
        self.page_setup()
        self.sheet.print_area(0, 0, row + 2, self.last_column)

    def _unit_line(self) -> str:
        parts = [
            f"填报单位：{self.workbook.office(self.user)}（盖章）",
            f"填报时间：{formats.zh_date(self.on)}",
        ]
        if self.workbook.units:
            parts.append(f"单位：{self.workbook.units}")
        return "　　　".join(parts)

    def _data(self, row: int, line: SheetLine) -> None:
        if line.first:
            self._close_record(row)
            self.record_row, self.record = row, [line.serial, *line.values]
        self._begin_groups(row, line.group)
        contents = [line.serial if line.first else "", *line.values]
        for level, index in enumerate(self.maker.grouping):
            if self.began[level][1] != row:
                contents[index + 1] = ""
        self.line(row, contents, lines=line.lines)

    def _total(self, row: int, total) -> None:
        level = total.level
        self._close_record(row)
        self._close_groups(row, max(level, 0))
        contents = [""] * (self.last_column + 1)
        for index, amount in total.sums.items():
            contents[index + 1] = "" if amount is None else amount
        contents[self.maker.grouping[level] + 1 if level >= 0 else 0] = (
            "合计" if level < 0 else "小计"
        )
        self.line(row, contents, bold=True)

    # -- merging downward ---------------------------------------------------------------------

    def _begin_groups(self, row: int, group: tuple) -> None:
        for level in range(len(group)):
            words = group[: level + 1]
            if level in self.began and self.began[level][0] != words:
                self._close_groups(row, level)
            self.began.setdefault(level, (words, row))

    def _close_groups(self, row: int, level: int) -> None:
        """Merge the groups at `level` and inside it that end above `row`."""
        for inner in [found for found in self.began if found >= level]:
            words, top = self.began.pop(inner)
            column = self.maker.grouping[inner] + 1
            self._downward(top, row - 1, column, words[-1])

    def _close_record(self, row: int) -> None:
        """Merge the cells of a record that fills several lines, up to the one above `row`."""
        if self.record_row is not None and row - self.record_row > 1:
            columns = [0] + [
                index + 1
                for index, cell in enumerate(self.cells)
                if not cell.item and index not in self.maker.grouping
            ]
            for column in columns:
                self._downward(self.record_row, row - 1, column, self.record[column])
        self.record_row = None

    def _downward(self, top: int, bottom: int, column: int, content) -> None:
        self.merge(top, column, bottom, column, content, self.look(column, content))

    def _foot(self, row: int) -> None:
        notes = self.workbook.notes
        numbered = [f"{number}.{note}" for number, note in enumerate(notes, start=1)]
        text = "；".join(numbered if len(notes) > 1 else notes)
        if text:
            self.across(row, f"注：{text}。", self.styles.line(), 30 if len(text) > 60 else 18)
        self.across(row + 1, SIGNATURE, self.styles.line(), 24)
        self.across(row + 2, self.mark(), self.styles.mark(), 16)
