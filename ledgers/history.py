"""History of every domain row, kept by database triggers, so that bulk writes are in it too."""

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


def tracked(model):
    """Class decorator: each insert, update and delete of `model` leaves an event with its values.

    The pinyin key is left out: it follows from the name and would only blur the differences.
    Each writing statement also raises the table's counter, so that remembered pages go stale.
    """
    versioned(pgtrigger.Insert | pgtrigger.Update | pgtrigger.Delete)(model)
    derived = [field.name for field in model._meta.fields if field.name == "search_text"]
    return pghistory.track(
        pghistory.InsertEvent(),
        pghistory.UpdateEvent(),
        pghistory.DeleteEvent(),
        exclude=derived,
    )(model)
