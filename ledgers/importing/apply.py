"""Storing what a file says: one batch, in one transaction, by the rules of its floor."""

from datetime import date

import pghistory
from django.core.exceptions import ValidationError
from django.db import connection, transaction

from ledgers import clock
from ledgers.bulk.writing import MANY, Progress, tell_planner
from ledgers.importing.outcome import Outcome, collecting_paused
from ledgers.importing.record_storing import STORABLE, store_batch
from ledgers.importing.rows import CONFLICT, DOUBTFUL, WRONG, Record
from ledgers.models import ImportBatch

# One import at a time: two copies of one file, filed at once, must not both find nothing stored.
_LOCK = 20_210_430
WORDS = {DOUBTFUL: "存疑", WRONG: "错误", CONFLICT: "冲突"}


@transaction.atomic
def apply_outcome(
    *, outcome: Outcome, user=None, only_good: bool = True, progress: Progress | None = None
) -> ImportBatch | None:
    """Store the new and changed records of `outcome`; returns the batch, or None where none was stored.

    With `only_good` rows in doubt, wrong or in conflict are passed over; otherwise one such row
    refuses the whole, by a ValidationError that counts them. A row that a rule forbids becomes
    wrong, with the rule's own sentence, and leaves nothing behind. `progress(done, total, text)`
    is called between batches of rows. What was read must still be what is stored: call `read_file`
    and this within one transaction that holds `hold_imports()`.
    """
    if not only_good:
        _refuse_bad(outcome)
    good = [record for record in outcome.records if record.status in STORABLE]
    batch = ImportBatch.objects.create(
        kind=outcome.kind.code,
        file_name=outcome.name[:200],
        digest=outcome.digest,
        imported_at=clock.now(),
        imported_by=user,
        counts={},
    )
    marks = {"import_batch": batch.pk, "batch": mark_of(batch)}
    with pghistory.context(user=user.pk if user else None, **marks), collecting_paused():
        _store(outcome, good, progress)
    if not only_good:
        _refuse_bad(outcome)
    stored = sum(record.status in STORABLE for record in good)
    if not stored:
        batch.delete()
        return None
    if stored >= MANY:
        tell_planner(outcome.kind.tables)
    batch.counts = outcome.counts
    batch.full_clean()
    batch.save()
    return batch


def mark_of(batch: ImportBatch) -> str:
    """The batch that the trail names for each change of an import."""
    return f"导入:{batch.pk}"


def _store(outcome: Outcome, good: list[Record], progress: Progress | None) -> None:
    """Store records day by day, the oldest first, so that the newest has the last word."""
    by_day: dict[date, list[Record]] = {}
    for record in good:
        by_day.setdefault(record.as_of, []).append(record)
    done, batch = 0, outcome.kind.batch
    for day in sorted(by_day):
        for start in range(0, len(by_day[day]), batch):
            records = by_day[day][start : start + batch]
            store_batch(outcome.kind.store_many, records, day)
            done += len(records)
            if progress:
                progress(done, len(good), f"正在入库：{done}/{len(good)}行")


def _refuse_bad(outcome: Outcome) -> None:
    """Raise ValidationError where a row cannot be stored as it is."""
    bad = {status: outcome.counts[status] for status in WORDS if outcome.counts[status]}
    if bad:
        counts = "、".join(f"{WORDS[status]}{count}行" for status, count in bad.items())
        raise ValidationError(f"没有入库：{counts}。请改正后重新导入，或选择“只入库无误的行”。")


def hold_imports() -> None:
    """Wait until no other import is under way; holds until the transaction ends."""
    with connection.cursor() as cursor:
        cursor.execute("SELECT pg_advisory_xact_lock(%s)", [_LOCK])
