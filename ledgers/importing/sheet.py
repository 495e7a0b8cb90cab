"""A sheet taken apart: the rows that are data, totals, notes, signatures, and the day it speaks of."""

import re
from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date

from ledgers.cleaning import find_date, is_blank, is_ditto, squash
from ledgers.importing.grid import Grid
from ledgers.importing.header import Header, find_header
from ledgers.importing.kinds import LedgerKind
from ledgers.importing.rows import RowReader

TOTAL = re.compile(r".{0,14}?(小计|合计|总计|共计|累计)(\(.*\))?[::]?")
NOTE = re.compile(r"(注|备注|说明|填表说明|填报说明|填写说明)[::\d一二三(]|[※★*]")
SIGNATURE = re.compile(
    r"(单位|部门|社区|村|街道)?(负责人|分管领导|主管领导|主要领导|填表人?|填报人?|审核人?|制表人?|经办人?|"
    r"联系人|联系电话|填报日期|填报时间|填表日期|填表时间|报送日期|日期|填报单位|签字|盖章)"
    r"(签字|签名|签章)?(\(.*?\))?[::]"
)
ERROR = re.compile(r"#(REF!|N/A|VALUE!|NAME\?|DIV/0!|NUM!|NULL!)")
_UNIT_LINE = re.compile(r"(?<![填报送])(?:计量)?单位[::]([^::]+?)(?=$|填报|报送)")
_NUMBERING = re.compile(r"^[((]?[一二三四五六七八九十\d]+[))]?[、.．]")
# Totals stand in the first columns: 序号, 街道, 社区, 名称.
LABEL_COLUMNS = 5


@dataclass
class Total:
    """A row of totals as it is written: its label and the cells of its columns."""

    number: int
    label: str
    cells: dict[str, object]
    position: int  # how many data rows stand above it


@dataclass
class Sheet:
    """One table of a sheet, ready to be read row by row."""

    name: str
    header: Header
    reported_on: date | None
    units: tuple[str, ...] = ()
    rows: list[RowReader] = field(default_factory=list)
    totals: list[Total] = field(default_factory=list)
    ignored: list[tuple[int, str]] = field(default_factory=list)


def take_apart(
    grid: Grid, kind: LedgerKind, chosen: Mapping[int, str] | None = None
) -> Sheet | None:
    """The table of `kind` in a grid, or None where it has none; `chosen` as for `find_header`."""
    header = find_header(grid, kind, chosen)
    if header is None or header.missing:
        return None
    above = [squash(cell) for row in grid.rows[: header.top] for cell in row if squash(cell)]
    sheet = Sheet(grid.name, header, _day_of(above, grid.name), _units_of(above))
    _Filler(grid, kind, sheet).run()
    return sheet


def _day_of(above: list[str], name: str) -> date | None:
    """The day that the lines above the header name; the one marked 填报时间 before others."""
    marked = [text for text in above if re.search(r"(填报|报送|统计|截至|截止)", text)]
    for text in [*marked, *above, name]:
        if found := find_date(text.split("填报时间")[-1]) or find_date(text):
            return found
    return None


def _units_of(above: list[str]) -> tuple[str, ...]:
    """The units that the line above the header names: 单位:万元、㎡."""
    for text in above:
        if found := _UNIT_LINE.search(text):
            return tuple(filter(None, re.split(r"[、,;/\s]+", found[1])))
    return ()


class _Filler:
    """Walks down the rows, telling them apart and filling in what 同上 and empty cells mean."""

    def __init__(self, grid: Grid, kind: LedgerKind, sheet: Sheet):
        self.grid, self.sheet = grid, sheet
        self.columns = sheet.header.columns
        self.groups = [
            place
            for wanted in kind.columns
            if wanted.group
            for place, column in self.columns.items()
            if column.key == wanted.key
        ]
        self.plain_columns = [pair for pair in self.columns.items() if pair[0] not in self.groups]
        self.needed = {column.key for column in kind.columns if column.needed}
        self.labels = {column.key: column.label for column in self.columns.values()}
        self.last: dict[int, object] = {}
        self.after_total: set[int] = set()
        self.in_notes = False

    def run(self) -> None:
        header = self.sheet.header
        # Each printed page may have its header again; a row of it is skipped wherever it stands.
        heads = {tuple(map(squash, row)) for row in self.grid.rows[header.top : header.bottom + 1]}
        for row in range(header.bottom + 1, len(self.grid.rows)):
            texts = [squash(cell) for cell in self.grid.rows[row]]
            if any(texts) and tuple(texts) not in heads:
                self._sort(row, texts)

    def _sort(self, row: int, texts: list[str]) -> None:
        number, written = row + 1, [text for text in texts if text]
        label = next((t for t in texts[:LABEL_COLUMNS] if "计" in t and TOTAL.fullmatch(t)), "")
        if label and not self._is_numbered(texts):
            self._total(row, label)
        elif NOTE.match(written[0]) and len(written) <= 2:
            self.in_notes = True
            self.sheet.ignored.append((number, written[0]))
        elif self._is_signature(written):
            self.sheet.ignored.append((number, " ".join(written)))
        elif len(written) == 1 and self._is_heading(row, texts):
            self._heading(number, written[0])
        elif self._is_bare(row, texts):
            return
        else:
            self.in_notes = False
            self._data(row)

    def _is_numbered(self, texts: list[str]) -> bool:
        serial = self.sheet.header.serial
        return serial is not None and serial < len(texts) and texts[serial].isdigit()

    @staticmethod
    def _is_signature(written: list[str]) -> bool:
        signed = sum(bool(SIGNATURE.search(text)) for text in written)
        return (
            signed > 0
            and SIGNATURE.match(written[0]) is not None
            and len(written) <= 2 * signed + 1
        )

    def _is_heading(self, row: int, texts: list[str]) -> bool:
        """A lone text is a heading or a note where it stands first, is merged over, or follows notes."""
        place = next(place for place, text in enumerate(texts) if text)
        wide = any(
            t == row and left == place and r - left >= 2 for t, left, _, r in self.grid.merges
        )
        key = self.columns[place].key if place in self.columns else ""
        tells = key in self.needed or place in self.groups or place == self.sheet.header.serial
        dated = re.fullmatch(r"\d*年\d*月(\d*日)?", texts[place]) is not None
        return wide or self.in_notes or place == 0 or not tells or dated

    def _is_bare(self, row: int, texts: list[str]) -> bool:
        """Whether a row holds nothing of its own but its number and what groups it."""
        own = [
            place
            for place, text in enumerate(texts)
            if text and place != self.sheet.header.serial and place not in self.groups
        ]
        return not own

    def _total(self, row: int, label: str) -> None:
        cells = {column.key: self.grid.at(row, place) for place, column in self.columns.items()}
        self.sheet.totals.append(Total(row + 1, label, cells, len(self.sheet.rows)))
        self.after_total = set(self.groups)
        self.last = {place: cell for place, cell in self.last.items() if place in self.groups}

    def _heading(self, number: int, text: str) -> None:
        """一、某街道 over a block of rows fills the first group column; other lines are passed over."""
        bare = _NUMBERING.sub("", text)
        if self.groups and not self.in_notes and len(bare) <= 20 and bare != text:
            self.last = {self.groups[0]: bare}
            self.after_total = set()
        self.sheet.ignored.append((number, text))

    def _data(self, row: int) -> None:
        reader = RowReader(row + 1, self.sheet.name, {}, self.labels)
        self._fill_groups(row, reader)
        merged = row in self.grid.merged_rows or row + 1 in self.grid.merged_rows
        for place, column in self.plain_columns:
            cell = self.grid.at(row, place)
            if merged and not column.spread and self._is_shared(row, place):
                reader.shared.add(column.key)
            if is_ditto(cell) and place in self.last:
                cell = self.last[place]
            if isinstance(cell, str) and "#" in cell and ERROR.fullmatch(cell.strip()):
                reader.wrong(column.key, f"公式出错（{cell.strip()}），请改成数值。")
                cell = None
            reader.cells[column.key] = cell
            self.last[place] = cell
        self.sheet.rows.append(reader)

    def _is_shared(self, row: int, place: int) -> bool:
        """Whether the cell is merged with cells of other rows."""
        top = self.grid.covered.get((row, place))
        below = self.grid.covered.get((row + 1, place))
        return (top is not None and top[0] != row) or below == (row, place)

    def _fill_groups(self, row: int, reader: RowReader) -> None:
        for order, place in enumerate(self.groups):
            cell, key = self.grid.at(row, place), self.columns[place].key
            if (
                is_blank(cell)
                or is_ditto(cell)
                or self.grid.covered.get((row, place), (row,))[0] < row
            ):
                reader.filled.add(key)
            if is_ditto(cell) or (is_blank(cell) and place in self.last):
                if place in self.after_total:
                    reader.weak.add(key)
                cell = self.last.get(place, cell)
            elif not is_blank(cell):
                changed = squash(cell) != squash(self.last.get(place))
                if changed and not self.columns[place].checked:
                    # A branch of the community before says nothing of the one that begins here.
                    for lower in self.groups[order + 1 :]:
                        self.last.pop(lower, None)
                self.last[place] = cell
                self.after_total.discard(place)
            reader.cells[key] = cell
