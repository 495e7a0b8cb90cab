"""History of every domain row, kept by database triggers, so that bulk writes are in it too."""

from functools import partial

import pghistory
import pgtrigger

# Each committed change raises the sum of these counters (ledgers/version.py). One row per database
# connection, more or less, so that two writers hardly ever wait for each other.
_COUNT_CHANGE = """
    INSERT INTO ledgers_dataversion (shard, changes) VALUES (pg_backend_pid() % 1024, 1)
    ON CONFLICT (shard) DO UPDATE SET changes = ledgers_dataversion.changes + 1;
    RETURN NULL;
"""


def tracked(model=None, *, by_statement: bool = False):
    """Class decorator: each insert, update and delete of `model` leaves an event with its values.

    With `by_statement` the events of one statement are written together, at its end: for tables
    that are loaded by the hundred thousand, where a trigger for each row costs a hundred times as
    much (docs/decisions/0013-history-by-statement.md). The rows' keys may then never change.

    The pinyin key is left out: it follows from the name and would only blur the differences.
    Each writing statement also raises the data version, so that remembered pages go stale.
    """
    if model is None:
        return partial(tracked, by_statement=by_statement)
    pgtrigger.register(
        pgtrigger.Trigger(
            name="data_version",
            level=pgtrigger.Statement,
            when=pgtrigger.After,
            operation=pgtrigger.Insert | pgtrigger.Update | pgtrigger.Delete,
            func=_COUNT_CHANGE,
        )
    )(model)
    derived = [field.name for field in model._meta.fields if field.name == "search_text"]
    level = pgtrigger.Statement if by_statement else pgtrigger.Row
    return pghistory.track(
        pghistory.InsertEvent(level=level),
        pghistory.UpdateEvent(level=level),
        pghistory.DeleteEvent(level=level),
        exclude=derived,
    )(model)
