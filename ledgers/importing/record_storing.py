"""Records of a file stored together: what a rule forbids is told at its row, and the others come again."""

from collections.abc import Callable, Iterable, Sequence
from datetime import date

from django.db import transaction

from ledgers.importing.rows import CHANGED, NEW, WHOLE_ROW, WRONG, CellProblem, Record

# Rows that are stored together, unless a kind says otherwise; look-ups and statements are counted by
# batches, and so is memory.
BATCH = 4_000
STORABLE = (NEW, CHANGED)


class RecordsRefused(Exception):
    """Records that a rule forbids, each with its problems; nothing of their batch is stored."""

    def __init__(self, refused: Iterable[tuple[Record, list[CellProblem]]]):
        super().__init__("records refused")
        self.refused = list(refused)


def refuse(record: Record, reason: str) -> None:
    """Make `record` wrong, with the sentence of the rule that forbids it."""
    _add_problems(
        record, [CellProblem(WHOLE_ROW, f"{reason.rstrip('。')}。", wrong=True, rule=True)]
    )


def _add_problems(record: Record, problems: Iterable[CellProblem]) -> None:
    record.problems += [one for one in problems if one not in record.problems]
    record.status = WRONG


def store_batch(store_many: Callable, records: Sequence[Record], day: date) -> None:
    """Store `records` together; those that a rule forbids become wrong, the others are stored.

    `store_many(records, day=…)` raises RecordsRefused for all that it finds at once, its savepoint
    takes back what it has written, and the others come again: a row that builds on a refused one
    finds nothing of it.
    """
    while records := [record for record in records if record.status in STORABLE]:
        try:
            with transaction.atomic():
                store_many(records, day=day)
            return
        except RecordsRefused as refusal:
            for record, problems in refusal.refused:
                _add_problems(record, problems)
