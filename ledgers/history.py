"""History of every domain row, kept by database triggers, so that bulk writes are in it too."""

from functools import partial

import pghistory
import pgtrigger

# The tables with a counter; what is remembered of them goes by it (ledgers/version.py).
VERSIONED: set[str] = set()

# Each writing statement raises the sum of its table's counters. It takes one that no other
# transaction holds and makes a new one where there is none, so that writers never wait for each
# other here; there are as many as ever wrote at the same time.
_COUNT_CHANGE = """
    UPDATE ledgers_tableversion SET changes = changes + 1 WHERE id = (
        SELECT id FROM ledgers_tableversion WHERE relation = TG_TABLE_NAME
        LIMIT 1 FOR UPDATE SKIP LOCKED
    );
    IF NOT FOUND THEN
        INSERT INTO ledgers_tableversion (relation, changes) VALUES (TG_TABLE_NAME, 1);
    END IF;
    RETURN NULL;
"""


def versioned(operation):
    """Class decorator: each writing statement of the kind `operation` raises the table's counter."""

    def decorate(model):
        VERSIONED.add(model._meta.db_table)
        return pgtrigger.register(
            pgtrigger.Trigger(
                name="data_version",
                level=pgtrigger.Statement,
                when=pgtrigger.After,
                operation=operation,
                func=_COUNT_CHANGE,
            )
        )(model)

    return decorate


def tracked(model=None, *, by_statement: bool = False):
    """Class decorator: each insert, update and delete of `model` leaves an event with its values.

    With `by_statement` the events of one statement are written together, at its end: for tables
    that are loaded by the hundred thousand, where a trigger for each row costs a hundred times as
    much (docs/decisions/0013-history-by-statement.md). The rows' keys may then never change.

    The pinyin key is left out: it follows from the name and would only blur the differences.
    Each writing statement also raises the table's counter, so that remembered pages go stale.
    """
    if model is None:
        return partial(tracked, by_statement=by_statement)
    versioned(pgtrigger.Insert | pgtrigger.Update | pgtrigger.Delete)(model)
    derived = [field.name for field in model._meta.fields if field.name == "search_text"]
    level = pgtrigger.Statement if by_statement else pgtrigger.Row
    return pghistory.track(
        pghistory.InsertEvent(level=level),
        pghistory.UpdateEvent(level=level),
        pghistory.DeleteEvent(level=level),
        exclude=derived,
    )(model)
