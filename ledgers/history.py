"""History of every domain row, kept by database triggers, so that bulk writes are in it too.

Each event names its context: the account, the page, the address and number of the request, and
the batch. Pages, admin, imports and commands get it alike, from the middleware and `batch`.
"""

import uuid
from contextlib import contextmanager
from contextvars import ContextVar

import pghistory
import pgtrigger
from pghistory import runtime
from pghistory.middleware import HistoryMiddleware

from ledgers.requests import client_address, request_id

# Each committed change raises the sum of these counters (ledgers/version.py). One row per database
# connection, more or less, so that two writers hardly ever wait for each other.
_COUNT_CHANGE = """
    INSERT INTO ledgers_dataversion (shard, changes) VALUES (pg_backend_pid() % 1024, 1)
    ON CONFLICT (shard) DO UPDATE SET changes = ledgers_dataversion.changes + 1;
    RETURN NULL;
"""


def tracked(model):
    """Class decorator: each insert, update and delete of `model` leaves an event with its values.

    The pinyin key is left out: it follows from the name and would only blur the differences.
    Each writing statement also raises the data version, so that remembered pages go stale.
    """
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
    return pghistory.track(
        pghistory.InsertEvent(),
        pghistory.UpdateEvent(),
        pghistory.DeleteEvent(),
        exclude=derived,
    )(model)


_batch: ContextVar[str] = ContextVar("batch", default="")


def current_batch() -> str:
    """The batch under way, as `name:number`, or ""."""
    return _batch.get()


@contextmanager
def batch(name: str, *, user=None):
    """All changes within bear one batch: an import, a bulk action, a command.

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
    """The context of every change that a request makes: who, which page, from where, which request."""

    def get_context(self, request):
        return super().get_context(request) | {
            "address": client_address(request),
            "request": request_id(request),
        }
