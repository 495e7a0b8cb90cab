"""Storing what a file says: one batch, in one transaction, through the services of its floor."""

import pghistory
from django.core.exceptions import ValidationError
from django.db import connection, transaction

from ledgers import clock
from ledgers.importing.outcome import Outcome
from ledgers.importing.rows import CHANGED, NEW, WRONG, Problem
from ledgers.models import ImportBatch

# One import at a time: two copies of one file, filed at once, must not both find nothing stored.
_LOCK = 20_210_430


@transaction.atomic
def apply_outcome(*, outcome: Outcome, user=None) -> ImportBatch | None:
    """Store the new and changed records of `outcome`; returns the batch, or None where none was stored.

    Rows in doubt or wrong are passed over. A row that a rule forbids becomes wrong, with the
    rule's own sentence, and leaves nothing behind. What was read must still be what is stored:
    call `read_file` and this within one transaction that holds `hold_imports()`.
    """
    batch = ImportBatch.objects.create(
        kind=outcome.kind.code,
        file_name=outcome.name[:200],
        digest=outcome.digest,
        imported_at=clock.now(),
        imported_by=user,
        counts={},
    )
    stored = 0
    with pghistory.context(user=user.pk if user else None, import_batch=batch.pk):
        for record in outcome.records:
            if record.status not in (NEW, CHANGED):
                continue
            try:
                with transaction.atomic():
                    outcome.kind.store(record, day=record.as_of)
                stored += 1
            except ValidationError as refusal:
                text = "；".join(message.rstrip("。") for message in refusal.messages)
                record.problems.append(Problem("整行", f"{text}。", wrong=True))
                record.status = WRONG
    if not stored:
        batch.delete()
        return None
    batch.counts = outcome.counts
    batch.full_clean()
    batch.save()
    return batch


def hold_imports() -> None:
    """Wait until no other import is under way; holds until the transaction ends."""
    with connection.cursor() as cursor:
        cursor.execute("SELECT pg_advisory_xact_lock(%s)", [_LOCK])
