"""小计 and 合计 as written, against the sums of the rows above them."""

from dataclasses import dataclass

from ledgers.cleaning import normal
from ledgers.cleaning.numbers import measured_total
from ledgers.importing.kinds import LedgerKind
from ledgers.importing.rows import Record
from ledgers.importing.sheet import Sheet, Total


@dataclass(frozen=True)
class Difference:
    """A total that is not the sum of its rows. `certain` is false where a row is in doubt."""

    sheet: str
    row: int
    label: str
    column: str
    written: float
    computed: float


def compare_totals(kind: LedgerKind, sheet: Sheet, spans: list[list[Record]]) -> list[Difference]:
    """The totals of a sheet that do not fit its rows; `spans[i]` are the records of row i.

    小计 may sum the rows since the one before or, in a sheet of two levels, since an earlier one;
    合计 sums all rows. A total that fits any of these is taken as right.
    """
    found = []
    starts = [0]
    for total in sheet.totals:
        # Several lines of totals may stand on top of each other.
        openings = [start for start in starts if start < total.position] or [0]
        for column in kind.columns:
            if not column.summed or column.key not in total.cells:
                continue
            difference = _difference(kind, sheet, total, column, spans, openings)
            if difference:
                found.append(difference)
        starts.append(total.position)
    return found


def _difference(kind, sheet, total: Total, column, spans, openings) -> Difference | None:
    written = measured_total(total.cells[column.key])
    if written is None:
        return None
    sums = [_sum(kind, column.key, spans[start : total.position]) for start in reversed(openings)]
    if written in sums:
        return None
    whole = "小计" not in total.label
    computed = sums[-1] if whole else sums[0]
    return Difference(
        sheet.name, total.number, normal(total.label), column.label, float(written), float(computed)
    )


def _sum(kind: LedgerKind, key: str, spans: list[list[Record]]):
    """The sum of a column; of two records of one row the first speaks for the row's cell."""
    values = [kind.summand(records[0], key) for records in spans if records]
    return sum(value for value in values if value is not None)
