"""A sheet taken apart: the rows that are data, totals, notes, signatures, and the day it speaks of."""

import re
from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date

from ledgers.cleaning import is_blank, is_ditto, is_empty, squash
from ledgers.importing.column_matching import tell_unsure
from ledgers.importing.header import Header, at_odds, find_header
from ledgers.importing.kinds import LedgerKind
from ledgers.importing.non_data_rows import (
    BETWEEN,
    NOTE,
    NUMBERING,
    SERIAL_NUMBER,
    day_of,
    doubt_struck,
    is_signature,
    place_line,
    total_label,
    units_of,
    unless_error,
)
from ledgers.importing.raw_sheets import RawSheet
from ledgers.importing.rows import RowReader

# Totals stand in the first columns: 序号, 街道, 社区, 名称.
LABEL_COLUMNS = 5
LONGEST_HEADING = 12  # a lone text that may name a group; longer ones are titles and remarks
LONGEST_DITTO = 12  # signs in a cell that says 同上; longer ones are not looked at


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
    grid: RawSheet, kind: LedgerKind, chosen: Mapping[int, str] | None = None
) -> Sheet | None:
    """The table of `kind` in a grid, or None where it has none; `chosen` as for `find_header`."""
    header = find_header(grid, kind, chosen)
    if header is None or header.missing:
        return None
    above = [squash(cell) for row in grid.rows[: header.top] for cell in row if squash(cell)]
    sheet = Sheet(grid.name, header, day_of(above, grid.name), units_of(above))
    fill(grid, kind, sheet)
    return sheet


def fill(grid: RawSheet, kind: LedgerKind, sheet: Sheet) -> None:
    """Walk down the rows below the header of `sheet` and put into it what they are."""
    _Filler(grid, kind, sheet).run()


class _Filler:
    """Walks down the rows, telling them apart and filling in what 同上 and empty cells mean."""

    def __init__(self, grid: RawSheet, kind: LedgerKind, sheet: Sheet):
        self.grid, self.kind, self.sheet = grid, kind, sheet
        self.words, self.given = kind.words, dict(sheet.header.given)
        self.foreign = ""  # why the rows below a further header cannot be read, where there is one
        self.columns = sheet.header.columns
        self.groups = [
            place
            for wanted in kind.columns
            if wanted.group
            for place, column in self.columns.items()
            if column.key == wanted.key
        ]
        self.plain_columns = [
            (place, column.key, column)
            for place, column in self.columns.items()
            if place not in self.groups
        ]
        self.following = [
            column for column in kind.columns if column.follows and column in self.columns.values()
        ]
        self.needed = {column.key for column in kind.columns if column.needed}
        self.labels = {column.key: column.label for column in kind.columns}
        self.last: dict[int, object] = {}  # of the group columns, what holds for the next row
        self.above: dict[str, object] = {}  # the cells of the row of data above
        self.after_total: set[int] = set()
        self.in_notes = False
        top, bottom = sheet.header.top, sheet.header.bottom
        self.heads = {tuple(map(squash, row)) for row in grid.rows[top : bottom + 1]}
        above = (squash(cell) for row in grid.rows[:top] for cell in row)
        self.titles = {text for text in above if text}
        self.head_words = {text for row in self.heads for text in row}

    def run(self) -> None:
        for row in range(self.sheet.header.bottom + 1, len(self.grid.rows)):
            cells = self.grid.rows[row]
            if self._is_plain(cells):
                self.in_notes = False
                self._data(row)
                continue
            texts = [squash(cell) for cell in cells]
            # Each printed page may have its header again; a row of it is skipped wherever it stands.
            if tuple(texts) in self.heads:
                self.foreign = ""
            elif any(texts):
                self._sort(row, texts)

    def _is_plain(self, cells: list) -> bool:
        """Whether a row is evidently data: a number first, then words that are no header's, no total.

        Nearly all rows of a long file are such; the others are looked at more closely.
        """
        if not cells or type(cells[0]) not in (int, float):
            return False
        texts = [cell for cell in cells if type(cell) is str and len(cell) > 1]
        return (
            len(texts) > 4
            and squash(texts[0]) not in self.head_words
            and not any("计" in text for text in texts[:LABEL_COLUMNS])
        )

    def _sort(self, row: int, texts: list[str]) -> None:
        number, written = row + 1, [text for text in texts if text]
        numbered, first = self._is_numbered(texts), texts[:LABEL_COLUMNS]
        label = "" if numbered else total_label(first, written)
        further = None
        if not numbered and len(self.words.intersection(texts)) > 2:
            further = at_odds(self.grid, row, texts, self.kind, self.sheet.header)
        if further is not None:
            self.foreign = further
            self.sheet.ignored.append((number, " ".join(written)))
        elif label:
            self._total(row, label)
        elif not numbered and any(map(BETWEEN.fullmatch, first)):
            self.sheet.ignored.append((number, " ".join(written)))
        elif NOTE.match(written[0]) and len(written) <= 2:
            self.in_notes = True
            self.sheet.ignored.append((number, written[0]))
        elif is_signature(written):
            self.sheet.ignored.append((number, " ".join(written)))
        elif not numbered and (found := place_line(written)):
            self._over_block(number, *found)
        elif len(written) == 1 and self._is_heading(row, texts):
            self._heading(number, written[0])
        elif self._is_bare(row, texts):
            # A group named in a line of its own holds for the rows below.
            self._fill_groups(row, RowReader(number, self.sheet.name, {}, self.labels))
        else:
            self.in_notes = False
            self._data(row)

    def _is_numbered(self, texts: list[str]) -> bool:
        serial = self.sheet.header.serial
        if serial is None or serial >= len(texts):
            return False
        return SERIAL_NUMBER.fullmatch(texts[serial]) is not None

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
        self.above = {}

    def _heading(self, number: int, text: str) -> None:
        """一、某街道 over a block of rows fills the first group column; other lines are passed over."""
        bare = NUMBERING.sub("", text)
        if self.groups and not self.in_notes and len(bare) <= 20 and bare != text:
            self.last, self.above = {self.groups[0]: bare}, {}
            self.after_total = set()
        elif not self.in_notes and len(text) <= LONGEST_HEADING and text not in self.titles:
            # It may name another group for the rows below; what they take from above is in doubt.
            self.after_total = set(self.groups)
        self.sheet.ignored.append((number, text))

    def _over_block(self, number: int, name: str, keys: tuple[str, ...]) -> None:
        """某镇 or 某社区 over a block of rows fills its column; what is below it begins anew."""
        self.given |= {key: name for key in keys if key in self.given}
        for order, place in enumerate(self.groups):
            if self.columns[place].key in keys:
                for lower in self.groups[order:]:
                    self.last.pop(lower, None)
                self.last[place], self.above = name, {}
                self.after_total = set()
        self.sheet.ignored.append((number, name))

    def _data(self, row: int) -> None:
        reader = RowReader(row + 1, self.sheet.name, {}, self.labels)
        self._fill_groups(row, reader)
        merged = row in self.grid.merged_rows or row + 1 in self.grid.merged_rows
        cells, above, own = self.grid.rows[row], self.above, reader.cells
        width = len(cells)
        for place, key, column in self.plain_columns:
            if merged:
                cell = self.grid.at(row, place)
                if not column.spread and self._is_shared(row, place):
                    reader.shared |= {key}
            else:
                cell = cells[place] if place < width else None
            if type(cell) is str and cell:
                if len(cell) < LONGEST_DITTO and key in above and is_ditto(cell):
                    cell = above[key]
                if type(cell) is str and "#" in cell:
                    cell = unless_error(cell, key, reader)
            own[key] = cell
        own.update(self.given)
        if self.grid.struck:
            doubt_struck(self.grid, self.columns, row, reader)
        if self.following and above:
            self._follow(reader, above)
        self.above = own
        if self.foreign:
            reader.wrong(next(c.key for c in self.columns.values() if c.needed), self.foreign)
        tell_unsure(self.sheet.header.unsure, self.grid, row, reader)
        self.sheet.rows.append(reader)

    def _follow(self, reader: RowReader, above: dict[str, object]) -> None:
        """Fill the empty cells that say the same as above, doubtful where only part of it is the same."""
        own = reader.cells
        for column in self.following:
            key, (first, *others) = column.key, column.follows
            if not is_empty(own.get(key)) or is_blank(above.get(key)):
                continue
            if squash(own.get(first)) != squash(above.get(first)):
                continue
            own[key] = above[key]
            if any(squash(own.get(other)) != squash(above.get(other)) for other in others):
                reader.doubt(key, "没有写明，暂按上一行，请填写。")

    def _is_shared(self, row: int, place: int) -> bool:
        """Whether the cell is merged with cells of other rows."""
        top = self.grid.covered.get((row, place))
        below = self.grid.covered.get((row + 1, place))
        return (top is not None and top[0] != row) or below == (row, place)

    def _fill_groups(self, row: int, reader: RowReader) -> None:
        merged = row in self.grid.merged_rows
        for order, place in enumerate(self.groups):
            cell, key = self.grid.at(row, place), self.columns[place].key
            repeated = type(cell) is str and cell == self.last.get(place) and not merged
            if repeated and place not in self.after_total and not is_blank(cell):
                # Written out as above, and `last` holds no sign for that.
                reader.cells[key] = cell
                continue
            if (
                is_blank(cell)
                or is_ditto(cell)
                or self.grid.covered.get((row, place), (row,))[0] < row
            ):
                reader.filled |= {key}
            if is_blank(cell) and not is_empty(cell) and place in self.last:
                reader.doubt(key, f"写着“{squash(cell)}”，暂按上一行，请填写。")
            if is_ditto(cell) or (is_blank(cell) and place in self.last):
                if place in self.after_total:
                    reader.weak |= {key}
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
