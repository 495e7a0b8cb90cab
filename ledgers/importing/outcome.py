"""Reading a file wholly: every row with its status, the totals compared, nothing stored."""

from __future__ import annotations

import gc
import hashlib
from collections import Counter
from collections.abc import Callable, Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass, field
from datetime import date

from ledgers.importing.guard import FileRefused
from ledgers.importing.header_preview import SheetHead, check_choice, head_of
from ledgers.importing.kinds import LedgerKind, Setting
from ledgers.importing.raw_sheets import RawSheet, read_book
from ledgers.importing.rows import CHANGED, NEW, STATUSES, UNCHANGED, Record
from ledgers.importing.sheet import Sheet, take_apart
from ledgers.importing.totals import Difference, compare_totals
from ledgers.importing.working_copy_diff import CopyComparison, CopyInfo, read_info
from ledgers.models import ImportBatch
from ledgers.workbooks.copy import KEYS_SHEET


@dataclass
class Outcome:
    """What a file of a kind says, row by row, compared with what is stored."""

    kind: LedgerKind
    name: str
    digest: str
    records: list[Record] = field(default_factory=list)
    sheets: list[Sheet] = field(default_factory=list)
    heads: list[SheetHead] = field(default_factory=list)  # of `sheets`, as people see them
    skipped_sheets: list[str] = field(default_factory=list)
    differences: list[Difference] = field(default_factory=list)
    batch: ImportBatch | None = None  # once its good rows are stored

    @property
    def counts(self) -> dict[str, int]:
        """How many records have each status."""
        found = Counter(record.status for record in self.records)
        return {status: found[status] for status in STATUSES}


# Called with rows done, rows in all (0 while unknown) and what is being done, in Chinese.
Progress = Callable[[int, int, str], None]
STEP = 1000  # rows between two calls of it


def read_file(
    kind: LedgerKind,
    content: bytes,
    name: str,
    *,
    today: date,
    within: tuple[str, ...] | None = None,
    columns: Mapping[str, Mapping[int, str]] | None = None,
    progress: Progress | None = None,
) -> Outcome:
    """Read, clean and compare a file; stores nothing. Raises Refused with a reason in Chinese.

    `within`: the division prefixes in which the importing account may write (None: everywhere).
    `columns`: by the name of a sheet, which of its columns (0 = A) a person says is which, by the
    column's key or "" for none; the others are recognised.
    """
    with collecting_paused():
        return _read(kind, content, name, today, within, columns or {}, progress)


def _read(kind, content, name, today, within, chosen, progress) -> Outcome:
    tell = progress or (lambda done, total, text: None)
    tell(0, 0, "正在打开文件")
    for choice in chosen.values():
        check_choice(kind, choice)
    outcome = Outcome(kind, name, hashlib.sha256(content).hexdigest())
    book = read_book(content, name, KEYS_SHEET)
    kept = _take_apart(outcome, book.grids, chosen)
    outcome.skipped_sheets += [f"{name}（已隐藏）" for name in book.hidden]
    settings = _read_sheets(outcome, today, within, tell)
    _find_twins(kind, outcome.records)
    tell(len(outcome.records), len(outcome.records), "正在与台账比对")
    settled = _settle_copy(outcome, read_info(book.behind), kept, settings)
    _compare(kind, [record for record in outcome.records if id(record) not in settled])
    return outcome


@contextmanager
def collecting_paused():
    """Without the collector of cycles: nothing here makes any, and it would look at every row again
    and again, a third of the time that reading takes."""
    was_on = gc.isenabled()
    gc.disable()
    try:
        yield
    finally:
        if was_on:
            gc.enable()


def _take_apart(outcome: Outcome, grids: list[RawSheet], chosen: Mapping) -> list[RawSheet]:
    """Find the tables of `outcome`; gives their grids. Raises Refused where there is none."""
    kind, kept = outcome.kind, []
    for grid in grids:
        sheet = take_apart(grid, kind, chosen.get(grid.name))
        if sheet is not None:
            outcome.sheets.append(sheet)
            outcome.heads.append(head_of(grid, sheet.header))
            kept.append(grid)
        elif any(any(row) for row in grid.rows):
            outcome.skipped_sheets.append(grid.name)
    if not kept:
        needed = "、".join(column.label for column in kind.columns if column.needed)
        raise FileRefused(f"没有找到{kind.title}的表头，表中应有这些列：{needed}。")
    return kept


def _settle_copy(
    outcome: Outcome, info: CopyInfo | None, grids: list[RawSheet], settings: list[Setting]
) -> set[int]:
    """Settle what a working copy brings back by key; the id()s of those records."""
    if info is None or info.kind != outcome.kind.code:
        return set()
    # A copy has one sheet; one that people added stands behind it.
    grid, sheet = grids[0], outcome.sheets[0]
    mine = [record for record in outcome.records if record.sheet == sheet.name]
    return CopyComparison(outcome.kind, info, grid, sheet).run(mine, settings[0])


def _read_sheets(outcome: Outcome, today: date, within, tell: Progress) -> list[Setting]:
    """The records of all sheets, and the totals that do not fit them; gives their settings."""
    settings = []
    kind, places = outcome.kind, outcome.kind.places(today)
    total, done = sum(len(sheet.rows) for sheet in outcome.sheets), 0
    for sheet in outcome.sheets:
        setting = Setting(sheet.reported_on, today, places, sheet.header.units, sheet.units, within)
        settings.append(setting)
        spans = []
        for span in _read_rows(kind, sheet, setting):
            spans.append(span)
            done += 1
            if done % STEP == 0:
                tell(done, total, "正在逐行核对")
        outcome.differences += compare_totals(kind, sheet, spans)
        records = kind.join([record for records in spans for record in records])
        for record in records:
            # A sheet of March is compared with March, so that it finds itself again in April.
            record.as_of = min(sheet.reported_on or today, today)
        outcome.records += records
    return settings


def _read_rows(kind: LedgerKind, sheet: Sheet, setting: Setting) -> Iterator[list[Record]]:
    """The records of each data row, in the order of the rows."""
    for reader in sheet.rows:
        yield kind.read(reader, setting)


def _find_twins(kind: LedgerKind, records: list[Record]) -> None:
    """The same thing twice in a file: the later is doubtful, and both where they differ."""
    first: dict[tuple, Record] = {}
    for record in records:
        key = kind.key_of(record)
        if None in key:
            continue
        earlier = first.setdefault(key, record)
        if earlier is record:
            continue
        same = earlier.values == record.values
        record.twin_of(earlier, same)
        if not same:
            earlier.twin_of(record, same)


def _compare(kind: LedgerKind, records: list[Record]) -> None:
    """Give each record its status; what is stored is asked for once for each day spoken of."""
    by_day: dict[date, list[Record]] = {}
    for record in records:
        record.settle()
        if record.certain:
            by_day.setdefault(record.as_of, []).append(record)
    for day, certain in by_day.items():
        stored = kind.stored(certain, day)
        for record in certain:
            _compare_one(kind, record, stored.get(kind.key_of(record)))


def _compare_one(kind: LedgerKind, record: Record, held: dict | None) -> None:
    """New, changed, unchanged, or doubtful beside what is held."""
    if held is None:
        record.status = NEW
        if record.unless_known:
            record.problems.append(record.unless_known)
        record.settle()
        return
    record.changes = {
        name: (held[name], value)
        for name, value in record.values.items()
        if name in held and held[name] != value and name not in record.absent
    }
    record.status = CHANGED if record.changes else UNCHANGED
    question = kind.question(record, held)
    if question:
        record.problems.append(question)
    record.settle()
