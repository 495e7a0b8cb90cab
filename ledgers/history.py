"""History of every domain row, kept by database triggers, so that bulk writes are in it too.

Each event names its context: the account, the page, the address and number of the request, and
the batch. Pages, admin, imports and commands get it alike, from the middleware and `batch`.
"""

import uuid
from contextlib import contextmanager
from contextvars import ContextVar
from functools import partial

import pghistory
import pgtrigger
from pghistory import runtime
from pghistory.middleware import HistoryMiddleware

from ledgers.request_origin import kept_address, request_id

# The tables with a counter; what is remembered of them goes by it (ledgers/query_cache.py).
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


EVERY = pgtrigger.Insert | pgtrigger.Update | pgtrigger.Delete
# Never in an event: what follows from other fields, what nobody may read, and what signing in moves.
UNTOLD = {"search_text", "password", "old_passwords", "session_round", "last_login"}


def tracked(model=None, *, by_statement: bool = False, counts=EVERY):
    """Class decorator: each insert, update and delete of `model` leaves an event with its values.

    With `by_statement` the events of one statement are written together, at its end: for tables
    that are loaded by the hundred thousand, where a trigger for each row costs a hundred times as
    much (docs/decisions/0013-history-by-statement.md). The rows' keys may then never change.

    Each writing statement of the kinds `counts` also raises the table's counter, so that
    remembered pages go stale.
    """
    if model is None:
        return partial(tracked, by_statement=by_statement, counts=counts)
    versioned(counts)(model)
    untold = [field.name for field in model._meta.fields if field.name in UNTOLD]
    level = pgtrigger.Statement if by_statement else pgtrigger.Row
    return pghistory.track(
        pghistory.InsertEvent(level=level),
        pghistory.UpdateEvent(level=level),
        pghistory.DeleteEvent(level=level),
        exclude=untold,
    )(model)


_batch: ContextVar[str] = ContextVar("batch", default="")


def current_batch() -> str:
    """The batch under way, as `name:number`, or ""."""
    return _batch.get()


@contextmanager
def batch(name: str, *, user=None):
    """All changes within bear one batch: an import, a bulk action, a command.

    `name` is what readers of the history see, so in their words.
    Gives the batch's own mark, `name:number`. `user` is who does it where there is no request.
    Within another batch the outer one stays, so that an import is one batch to its last row.
    """
    if _batch.get():
        yield _batch.get()
        return
    mark = f"{name[:40]}:{uuid.uuid4().hex[:12]}"
    token = _batch.set(mark)
    who = {"user": user.pk} if user is not None else {}
    try:
        with pghistory.context(), _own_context(batch=mark, **who):
            yield mark
    finally:
        _batch.reset(token)


@contextmanager
def _own_context(**more):
    """A context with a number of its own, with all that the surrounding one says, and `more`.

    pghistory would add to the surrounding context, and so to what it has done before already.
    """
    outer = runtime._tracker.value
    runtime._tracker.value = runtime.Context(uuid.uuid4(), outer.metadata | more)
    try:
        yield
    finally:
        runtime._tracker.value = outer


class ContextMiddleware(HistoryMiddleware):
    """The context of every change that a request makes: who, which page, from where, which request.

    The changes come from wherever; what was refused to an account is kept by ledgers/trail/refusals.py.
    """

    def get_context(self, request):
        return super().get_context(request) | {
            "address": kept_address(request),
            "request": request_id(request),
        }
