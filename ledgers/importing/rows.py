"""One row of a sheet while it is read, and the record that comes out of it."""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import date
from typing import Any

from ledgers.cleaning import Clean, one_place

NEW, CHANGED, UNCHANGED = "new", "changed", "unchanged"
DOUBTFUL, WRONG, CONFLICT = "doubtful", "wrong", "conflict"
STATUSES = (NEW, CHANGED, UNCHANGED, DOUBTFUL, WRONG, CONFLICT)


WHOLE_ROW = "整行"  # the column of a problem that no cell is to blame for


_NONE: frozenset[str] = frozenset()


@dataclass(frozen=True)
class CellProblem:
    """What speaks against a cell; `column` is its word on the sheet, `key` the column's.

    `rule`: found by a rule when the row was stored, so that reading alone does not tell it.
    """

    column: str
    text: str
    wrong: bool = False
    key: str = ""
    rule: bool = False


@dataclass
class Record:
    """What one row says about one thing of the ledger.

    `values` are what the ledger keeps, `more` what the sheet says besides, `changes` the stored
    value and the new one of each value that differs, `as_of` the day for which it speaks, `absent` the values whose columns the sheet
    does not have, so that they change nothing.
    """

    row: int
    sheet: str
    values: dict[str, Any]
    more: dict[str, Any] = field(default_factory=dict)
    problems: list[CellProblem] = field(default_factory=list)
    status: str = ""
    changes: dict[str, tuple] = field(default_factory=dict)
    absent: frozenset[str] = frozenset()
    as_of: date | None = None
    # A doubt about its name that falls where the ledger has something of just that name.
    unless_known: CellProblem | None = None
    pk: int | None = None  # of the row that a working copy names, whatever it is called now

    @property
    def said(self) -> set[str]:
        """The values by which it changes anything: of a new one all that the sheet has."""
        return set(self.values) - self.absent if self.status == NEW else set(self.changes)

    @property
    def certain(self) -> bool:
        return not self.problems

    @property
    def has_wrong(self) -> bool:
        return any(one.wrong for one in self.problems)

    def twin_of(self, other: Record, same: bool) -> None:
        """Note that the file names the same thing in another row."""
        text = f"与第{other.row}行重复" + ("，请删去一行。" if same else "且内容不同，请核对。")
        self.problems.append(CellProblem("序号", text))

    def settle(self) -> None:
        """Set the status that the problems ask for, where there are any."""
        if self.problems:
            self.status = WRONG if self.has_wrong else DOUBTFUL


class RowReader:
    """Hands out the cells of a row by the keys of its columns and collects what is doubtful."""

    def __init__(self, number: int, sheet: str, cells: dict[str, Any], labels: dict[str, str]):
        self.number, self.sheet = number, sheet
        self.cells, self.labels = cells, labels
        self.cell = (
            cells.get
        )  # cell(key): None where the sheet has no such column, or nothing in it
        # Keys of cells merged with those of other rows, and of group cells that were empty right
        # after a line of totals, where "as above" may no longer hold.
        self.shared = self.weak = _NONE
        # Keys of group cells that take their content from above.
        self.filled = _NONE
        self.problems: list[CellProblem] = []
        self.unless_known: CellProblem | None = None

    def has(self, key: str) -> bool:
        """Whether the sheet has this column at all."""
        return key in self.cells

    def take(self, key: str, result: Clean) -> Any:
        """The value of what was read from column `key`; its doubt becomes a problem of the row."""
        if result.wrong:
            self.wrong(key, result.wrong)
        elif result.doubt:
            self.doubt(key, result.doubt)
        elif key in self.shared and result.value is not None:
            self.doubt(key, "与相邻行合并在一格，不知各行是多少，请分开填写。")
        elif key in self.weak and result.value is not None:
            self.doubt(key, "小计行或标题行之后没有写明，暂按上一行，请填写。")
        return result.value

    def take_one(self, key: str, what: str) -> Any:
        """The name in column `key` of the one `what` that the row speaks of."""
        found, several = one_place(self.cell(key), what)
        if several:
            self.unless_known = self._problem(key, several)
        return self.take(key, found)

    def doubt(self, key: str, text: str) -> None:
        self.problems.append(self._problem(key, text))

    def wrong(self, key: str, text: str) -> None:
        self.problems.append(self._problem(key, text, wrong=True))

    def _problem(self, key: str, text: str, wrong: bool = False) -> CellProblem:
        return CellProblem(self.labels.get(key, key), text, wrong=wrong, key=key)

    def record(self, values: dict, *, absent=(), **more) -> Record:
        """A record with the problems found so far."""
        problems, unless_known = list(self.problems), self.unless_known
        if problems and unless_known:
            # The row is looked at by a person anyway, who should see all that speaks against it.
            problems, unless_known = [*problems, unless_known], None
        return Record(
            self.number, self.sheet, values, more, problems,
            absent=frozenset(absent), unless_known=unless_known,
        )  # fmt: skip
