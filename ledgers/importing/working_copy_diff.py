"""A working copy that comes back: its rows are known by key, and compared with what it was.

The hidden sheet says which row of the ledger stands where, and in which version it was taken out
(docs/workbooks.md). The same rows are written out anew and read by the same rules; what differs
between the two readings is what the user changed. A hidden sheet that is gone or does not make
sense says nothing: the file is then read like any other.
"""

from collections import defaultdict
from dataclasses import dataclass
from datetime import date
from functools import cached_property

from ledgers import registry
from ledgers.cleaning import normal
from ledgers.importing.kinds import LedgerKind, Setting, heading
from ledgers.importing.raw_sheets import RawSheet
from ledgers.importing.rows import CHANGED, CONFLICT, UNCHANGED, CellProblem, Record
from ledgers.importing.sheet import Sheet, fill
from ledgers.workbooks.copy import KEY_HEADS, LAYOUT
from ledgers.workbooks.lines import LineMaker

SHOWN = 40  # characters of a stored cell in a sentence
GONE = "取底稿之后，台账里已没有这一行（已删除或已结束），请核对；要重新登记请填在空行。"
OUTSIDE = "底稿里这一行的编号不在您维护台账的范围内，请重新取底稿。"
LATER = "取底稿之后台账又有变动，请重新取底稿再填。"
ELSEWHERE = "这一列不随底稿导入，请在台账页面修改。"


@dataclass(frozen=True)
class CopyInfo:
    """What the hidden sheet says: as of which day, and by row number the key and its version."""

    kind: str
    on: date
    rows: dict[int, tuple[int, str]]


def read_info(grid: RawSheet | None) -> CopyInfo | None:
    """The hidden sheet, or None where there is none or somebody has tampered with it."""
    if grid is None:
        return None
    lines = [[normal(cell) for cell in (*row, "", "", "")[:3]] for row in grid.rows]
    heads = next((n for n, line in enumerate(lines) if tuple(line) == KEY_HEADS), None)
    if heads is None:
        return None
    about = {line[0]: line[1] for line in lines[:heads]}
    rows = {}
    try:
        on = date.fromisoformat(about.get("数据截至", ""))
        for number, key, version in filter(any, lines[heads + 1 :]):
            if int(number) in rows or len(version) != 16:
                return None
            rows[int(number)] = (int(key), version)
    except ValueError:
        return None
    if about.get("版式") != str(LAYOUT) or len(set(rows.values())) < len(rows):
        return None
    return CopyInfo(about.get("台账", ""), on, rows)


class CopyComparison:
    """The records of one sheet beside what the ledger holds of the rows that were taken out."""

    def __init__(self, kind: LedgerKind, info: CopyInfo, grid: RawSheet, sheet: Sheet):
        self.kind, self.info, self.grid, self.sheet = kind, info, grid, sheet
        self.ledger, self.workbook = registry.workbook_of(kind.code)
        by_path = {path: place for place, path in sheet.header.paths.items()}
        paths = ["/".join(map(heading, cell.levels)) for cell in self.workbook.cells]
        # Of each column of the form that stands on the sheet: its place there.
        self.places = {
            index: by_path[path]
            for index, path in enumerate(paths)
            if path in by_path and self.workbook.cells[index].is_kept
        }
        self.key_places = {p for i, p in self.places.items() if self.workbook.cells[i].key}
        self.blocks: dict[int, list[list]] = defaultdict(list)
        self.versions: dict[int, str] = {}
        self._write_anew()
        self.given = dict(info.rows.values())

    def _write_anew(self) -> None:
        """The rows of the copy as they would be written out now, and their versions."""
        keys = [key for key, _ in self.info.rows.values()]
        rows = self.ledger.model._default_manager.filter(pk__in=keys)
        records = self.workbook.records(self.ledger.holding(rows, self.info.on), self.info.on)
        width = self.grid.width
        for line in LineMaker(self.workbook, totals=False).lines(records):
            cells = [None] * width
            for index, place in self.places.items():
                cells[place] = line.values[index]
            self.blocks[line.record[0]].append(cells)
            if line.first:
                self.versions[line.record[0]] = self.workbook.version(line.record)

    # -- which record is which row ------------------------------------------------------------

    def run(self, records: list[Record], setting: Setting) -> set[int]:
        """Settle the records whose rows have a key; returns their id()s."""
        by_row: dict[int, list[Record]] = defaultdict(list)
        for record in records:
            by_row[record.row].append(record)
        single = {row: found[0] for row, found in by_row.items() if len(found) == 1}
        self.setting, self.single = setting, single
        self.allowed = self._allowed()
        settled, changed = set(), []
        for row, key in self._pairs().items():
            record = single[row]
            record.pk, record.as_of = key, min(self.info.on, setting.today)
            settled.add(id(record))
            if key not in self.blocks:
                record.problems, record.status = [CellProblem("整行", GONE)], CONFLICT
            elif key not in self.allowed:
                record.problems.append(CellProblem("整行", OUTSIDE, wrong=True))
                record.settle()
            elif touched := self._touched(row, key):
                changed.append((record, key, touched))
            else:
                record.problems, record.status, record.changes = [], UNCHANGED, {}
        for record, key, touched in changed:
            base = self.baseline.get(key)
            if base is None:
                settled.discard(id(record))
            else:
                self._settle(record, base, touched)
        self._see_later([record for record, _, _ in changed if record.status == CHANGED])
        return settled

    def _pairs(self) -> dict[int, int]:
        """By row number the key of each row that is there; rows that were moved are found again."""
        pairs, moved = {}, []
        for row, (key, _) in self.info.rows.items():
            if row not in self.single:
                continue
            if key in self.blocks and self._touched(row, key) & self._key_columns:
                moved.append((row, key))
            else:
                pairs[row] = key
        if moved:
            by_name = {self.kind.key_of(base): key for key, base in self.baseline.items()}
            taken = set(pairs.values())
            found = {row: by_name.get(self.kind.key_of(self.single[row])) for row, _ in moved}
            for row, key in sorted(moved, key=lambda pair: found[pair[0]] is None):
                mine = found[row] if found[row] is not None else key
                if mine not in taken:
                    pairs[row] = mine
                    taken.add(mine)
        return pairs

    @cached_property
    def _key_columns(self) -> set[str]:
        columns = self.sheet.header.columns
        return {columns[place].key for place in self.key_places if place in columns}

    def _allowed(self) -> set[int]:
        """The keys of rows that lie where the importing account may write."""
        path = getattr(self.ledger.model, "scope_division", "")
        if self.setting.within is None or not path:
            return set(self.blocks)
        rows = self.ledger.model._default_manager.filter(pk__in=list(self.blocks))
        codes = rows.values_list("pk", path)
        return {key for key, code in codes if self.setting.allows(code or "")}

    # -- what was changed ---------------------------------------------------------------------

    def _touched(self, row: int, key: int) -> set[str]:
        """The keys of the columns whose cells are not what would be written out now."""
        block, columns = self.blocks[key], self.sheet.header.columns
        mine = self._lines_at(row, len(block))
        found = set()
        for place in self.places.values():
            if place not in columns or columns[place].key in found:
                continue
            ours = [normal(cells[place]) for cells in block]
            theirs = [normal(cells[place]) if place < len(cells) else "" for cells in mine]
            if ours != theirs:
                found.add(columns[place].key)
        return found

    def _lines_at(self, row: int, number: int) -> list[list]:
        """The lines of the record that begins at `row`; more than `number` where some were added."""
        lines = self.grid.rows[row - 1 : row - 1 + number]
        if self.workbook.details:
            end = row - 1 + number
            while end < len(self.grid.rows) and end + 1 not in self.info.rows:
                if any(normal(cell) for cell in self.grid.rows[end]):
                    lines = [*lines, self.grid.rows[end]]
                end += 1
        return lines

    @cached_property
    def baseline(self) -> dict[int, Record]:
        """By key: what our own reader makes of the rows as they would be written out now."""
        head = self.sheet.header
        rows = [list(cells) for cells in self.grid.rows[: head.bottom + 1]]
        first: dict[int, int] = {}
        for key, block in self.blocks.items():
            first[len(rows) + 1] = key
            rows += block
        merges = [merge for merge in self.grid.merges if merge[2] <= head.bottom]
        sheet = Sheet(self.sheet.name, head, self.sheet.reported_on, self.sheet.units)
        fill(RawSheet(self.grid.name, rows, merges), self.kind, sheet)
        setting = self.setting.everywhere()
        read = [record for reader in sheet.rows for record in self.kind.read(reader, setting)]
        by_key: dict[int, list[Record]] = defaultdict(list)
        for record in self.kind.join(read):
            if record.row in first:
                by_key[first[record.row]].append(record)
        return {key: found[0] for key, found in by_key.items() if len(found) == 1}

    def _settle(self, record: Record, base: Record, touched: set[str]) -> None:
        """Changes, doubts and conflicts of a record whose cells are not those of `base`."""
        known = {(one.key, one.text) for one in base.problems}
        record.problems = [one for one in record.problems if (one.key, one.text) not in known]
        record.changes = {
            name: (base.values[name], value)
            for name, value in record.values.items()
            if base.values.get(name) != value and name not in record.absent
        }
        for key in sorted(touched & set(self.kind.beside)):
            record.changes[key] = (self._now(record.pk, key), self._typed(record.row, key))
            stored = key in self.kind.beside_stored and key in record.more
            if self.kind.can_store and not stored:
                record.problems.append(CellProblem(self._label(key), ELSEWHERE, key=key))
        record.status = CHANGED if record.changes else UNCHANGED
        if record.changes and self.versions[record.pk] != self.given.get(record.pk):
            self._conflict(record, touched)
            return
        if question := self.kind.question(record, base.values):
            record.problems.append(question)
        if self.kind.key_of(record) != self.kind.key_of(base) and not self.kind.renames:
            text = f"底稿中这一行原是“{self._name(base)}”，改名请在台账页面办理；另一处请填在空行。"
            record.problems.append(CellProblem("整行", text))
        record.settle()

    def _conflict(self, record: Record, touched: set[str]) -> None:
        for key in sorted(touched):
            text = f"取底稿之后已有人改动，台账现为“{self._now(record.pk, key)}”，请核对后再填。"
            record.problems.append(CellProblem(self._label(key), text, key=key))
        record.settle()
        record.status = record.status if record.has_wrong else CONFLICT

    def _see_later(self, records: list[Record]) -> None:
        """What somebody entered for a day after that of the copy is a conflict as well."""
        if not records or self.info.on >= self.setting.today:
            return
        bases = [self.baseline[record.pk] for record in records]
        then = self.kind.stored(bases, self.info.on)
        now = self.kind.stored(bases, self.setting.today)
        for record, base in zip(records, bases, strict=True):
            key = self.kind.key_of(base)
            if then.get(key) != now.get(key):
                record.problems.append(CellProblem("整行", LATER))
                record.status = CONFLICT

    # -- words --------------------------------------------------------------------------------

    def _place(self, key: str) -> int:
        return next(p for p, column in self.sheet.header.columns.items() if column.key == key)

    def _label(self, key: str) -> str:
        return self.sheet.header.columns[self._place(key)].label

    def _now(self, pk: int, key: str) -> str:
        place = self._place(key)
        texts = filter(None, (normal(cells[place]) for cells in self.blocks[pk]))
        return "、".join(texts)[:SHOWN] or "空"

    def _typed(self, row: int, key: str) -> str:
        cells, place = self.grid.rows[row - 1], self._place(key)
        return normal(cells[place]) if place < len(cells) else ""

    def _name(self, base: Record) -> str:
        return str(self.kind.key_of(base)[-1])[:SHOWN]
