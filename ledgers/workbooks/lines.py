"""From the records of a workbook to the lines of its sheet: serials, groups, 小计, 合计.

No database and no spreadsheet here: plain tuples in, plain lines out.
"""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field

from ledgers import formats
from ledgers.models import QUALIFIER_STRENGTH, Qualifier


@dataclass
class SheetLine:
    """A line of data.

    `first`: it begins its record, which fills `lines` of them; `group`: the words that it is
    grouped by.
    """

    values: list
    serial: int
    first: bool
    lines: int
    group: tuple
    record: tuple


@dataclass
class Total:
    """小计 of the group at `level` (0 = outermost), or 合计 (level -1), with what it sums."""

    level: int
    group: tuple
    sums: dict


@dataclass
class _Sum:
    """A sum that is as soft as its softest part (architecture, soft figures stay soft)."""

    amount: object = None
    strength: int = 0

    def add(self, value, qualifier: str) -> None:
        if value is None:
            return
        self.amount = value if self.amount is None else self.amount + value
        self.strength = max(self.strength, QUALIFIER_STRENGTH.index(qualifier))

    @property
    def printed(self):
        """The number, or its words where it is soft; None where nothing was summed."""
        qualifier = QUALIFIER_STRENGTH[self.strength]
        if self.amount is None or qualifier == Qualifier.EXACT:
            return self.amount
        return formats.qualified(self.amount, qualifier)


@dataclass
class _Level:
    """A group, or the whole table, while its rows go by."""

    level: int
    key: tuple | None = None
    sums: dict = field(default_factory=dict)

    def add(self, raw: dict) -> None:
        for index, (value, qualifier) in raw.items():
            self.sums.setdefault(index, _Sum()).add(value, qualifier)

    def close(self) -> Total:
        total = Total(self.level, self.key or (), {i: s.printed for i, s in self.sums.items()})
        self.key, self.sums = None, {}
        return total


class LineMaker:
    """Turns the records of `workbook` into lines and, with `totals`, into totals between them."""

    def __init__(self, workbook, *, totals: bool):
        cells = workbook.cells
        self.workbook = workbook
        self.steps = [
            (cell.column.printed if cell.column else None, places, cell.item)
            for cell, places in zip(cells, workbook.places, strict=True)
        ]
        self.summed = [i for i, cell in enumerate(cells) if totals and cell.total]
        self.grouping = [
            i for head in workbook.groups for i, cell in enumerate(cells) if cell.levels[-1] == head
        ]
        self.whole = _Level(-1)
        self.levels = (
            [_Level(level) for level in range(len(self.grouping))]
            if totals and workbook.subtotals
            else []
        )

    def lines(self, records: Iterable[tuple]) -> Iterator[SheetLine | Total]:
        """Every line of the sheet below the header, in order."""
        serial = 0
        for serial, record in enumerate(records, start=1):
            made = list(self._of_record(record, serial))
            yield from self._closed(made[0].group)
            self._count(record, made[0].group)
            yield from made
        yield from self._closed(None)
        if serial and self.summed:
            yield self.whole.close()

    def _of_record(self, record, serial) -> Iterator[SheetLine]:
        values = [
            printed(*[record[place] for place in places]) if printed else ""
            for printed, places, _ in self.steps
        ]
        group = tuple(values[index] for index in self.grouping)
        entries = (self.workbook.details and record[-1]) or [{}]
        for number, entry in enumerate(entries):
            mine = values if number == 0 else [""] * len(values)
            mine = [
                _plain(entry.get(item)) if item else value
                for value, (_, _, item) in zip(mine, self.steps, strict=True)
            ]
            yield SheetLine(mine, serial, number == 0, len(entries), group, record)

    def _closed(self, coming: tuple | None) -> Iterator[Total]:
        """The totals of the groups that end before a row of the group `coming`, innermost first."""
        for level in reversed(self.levels):
            key = None if coming is None else coming[: level.level + 1]
            if level.key is not None and level.key != key:
                yield level.close()

    def _count(self, record, group) -> None:
        raw = {}
        for index in self.summed:
            places = self.steps[index][1]
            qualifier = record[places[1]] if len(places) > 1 else None
            raw[index] = record[places[0]], qualifier or Qualifier.EXACT
        for level in self.levels:
            level.key = group[: level.level + 1]
            level.add(raw)
        self.whole.add(raw)


def _plain(value):
    return "" if value is None else value
