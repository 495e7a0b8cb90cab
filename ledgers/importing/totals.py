"""小计 and 合计 as written, against the sums of the rows above them."""

from dataclasses import dataclass
from decimal import Decimal

from ledgers.cleaning import normal
from ledgers.cleaning.numbers import measured_total
from ledgers.importing.kinds import LedgerKind
from ledgers.importing.rows import Record
from ledgers.importing.sheet import Sheet, Total


@dataclass(frozen=True)
class Difference:
    """A total that is not the sum of its rows."""

    sheet: str
    row: int
    label: str
    column: str
    written: float
    computed: float


def compare_totals(kind: LedgerKind, sheet: Sheet, spans: list[list[Record]]) -> list[Difference]:
    """The totals of a sheet that do not fit its rows; `spans[i]` are the records of row i.

    小计 may sum the rows since the one before or, in a sheet of two levels, since an earlier one;
    合计 sums all rows. Where totals stand above their rows, the rows below are meant. A total that
    fits any of these is taken as right.
    """
    places = [total.position for total in sheet.totals]
    return [
        difference
        for total in sheet.totals
        for column in kind.columns
        if column.summed and column.key in total.cells
        if (difference := _difference(kind, sheet, total, column, spans, places))
    ]


def _difference(kind, sheet, total: Total, column, spans, places) -> Difference | None:
    written = measured_total(total.cells[column.key])
    if written is None:
        return None
    here = total.position
    before = sorted({0, *(place for place in places if place < here)}, reverse=True)
    after = sorted({len(spans), *(place for place in places if place > here)})
    ranges = [(start, here) for start in before if start < here]
    ranges += [(here, end) for end in after if end > here]
    whole = _sum(kind, column.key, spans)
    sums = [_sum(kind, column.key, spans[start:end]) for start, end in ranges]
    if written in sums or written == whole:
        return None
    partly = "小计" in total.label and sums
    return Difference(
        sheet.name,
        total.number,
        normal(total.label),
        column.label,
        float(written),
        float(sums[0] if partly else whole),
    )


def _sum(kind: LedgerKind, key: str, spans: list[list[Record]]) -> Decimal:
    """The sum of a column; of two records of one row the first speaks for the row's cell."""
    values = [kind.summand(records[0], key) for records in spans if records]
    return sum((Decimal(str(value)) for value in values if value is not None), Decimal(0))
