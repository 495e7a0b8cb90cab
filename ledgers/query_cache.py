"""What is rendered or counted once is remembered until a table that it was read from changes.

Every writing statement on a tracked table raises that table's counter in the same transaction (a
trigger, see ledgers/history.py): it grows with each commit and never before it. While something is
built, the tables that its queries name are noted; it may be shown again for as long as their
counters stay. Nothing has to be invalidated by hand, and no table can be forgotten.
"""

import hashlib
import re
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from contextvars import ContextVar
from dataclasses import dataclass, field
from functools import lru_cache, wraps

from django.core.cache import cache, caches
from django.db import connection
from django.shortcuts import render
from django.template.loader import render_to_string
from markupsafe import Markup

from ledgers import clock
from ledgers.history import VERSIONED
from ledgers.pinyin import forget_readings

KEPT_FOR = 24 * 3600
_WORD = re.compile(r"\w+")


def table_versions() -> dict[str, int]:
    """How many writing statements each tracked table has seen, as this transaction sees it."""
    with connection.cursor() as cursor:  # asked for on every page, so without the ORM's overhead
        cursor.execute("SELECT relation, sum(changes) FROM ledgers_tableversion GROUP BY relation")
        return {relation: int(changes) for relation, changes in cursor.fetchall()}


@lru_cache(maxsize=4096)
def _tables_in(sql: str) -> frozenset[str]:
    """The tracked tables that a statement names; a table's history changes with the table."""
    words = {word.removesuffix("event") for word in _WORD.findall(sql)}
    return frozenset(words & VERSIONED)


@dataclass
class _Reading:
    """The outermost thing that is being looked up or built, and what lies within it.

    The counters are read once, before anything else: what another commits while the page is built
    so makes it too old, never too new. `notes` holds the tables read, innermost last.
    """

    versions: dict[str, int]
    notes: list[set[str]] = field(default_factory=list)

    def note(self, tables) -> None:
        if self.notes:
            self.notes[-1].update(tables)

    def listen(self, execute, sql, params, many, context):
        """A wrapper of Django's that sees every statement."""
        self.note(_tables_in(str(sql)))
        return execute(sql, params, many, context)

    def build(self, build: Callable[[], object]) -> tuple[object, dict[str, int]]:
        """What `build` gives, with the counters of the tables that it was read from."""
        self.notes.append(set())
        try:
            built = build()
        finally:
            tables = self.notes.pop()
        return built, self.counters(tables)

    def counters(self, tables) -> dict[str, int]:
        """The counters of `tables`, to be kept beside what was read from them."""
        return {table: self.versions.get(table, 0) for table in tables}


_reading: ContextVar[_Reading | None] = ContextVar("reading", default=None)


@contextmanager
def one_state() -> Iterator[_Reading]:
    """All that is remembered within goes by one reading of the counters, and so by one query."""
    reading = _reading.get()
    if reading is not None:
        yield reading
        return
    reading = _Reading(table_versions())
    token = _reading.set(reading)
    try:
        with connection.execute_wrapper(reading.listen):
            yield reading
    finally:
        _reading.reset(token)


def cached(vary: tuple, build: Callable[[], object]):
    """What `build` gives, kept until a table changes that its queries named.

    It may depend on `vary`, the day, and what its own queries find, and on nothing else: what was
    read before it (the reader's scope) belongs into `vary`; what may not be kept (a form token)
    nowhere. It gives values, never an unevaluated queryset.
    """
    with one_state() as reading:
        key = _key(vary)
        kept = cache.get(key)
        if kept is None or not _still_true(kept[1], reading.versions):
            kept = reading.build(build)
            cache.set(key, kept, timeout=KEPT_FOR)
        built, versions = kept
        reading.note(versions)
        return built


def cached_function(function):
    """Decorator: what the function gives for the same arguments is remembered (see `remembered`).

    The arguments must tell themselves apart by their repr: scopes, days, codes.
    """

    @wraps(function)
    def remembering_function(*args):
        about = (function.__module__, function.__qualname__, *args)
        return cached(about, lambda: function(*args))

    return remembering_function


def cached_each(statements: dict, build: Callable[[list], dict]) -> dict:
    """Like `remembered`, for several small things that one call finds: name → what it is.

    `statements` gives for each name the SQL that it is read by, and all that the SQL is given:
    it depends on nothing else. `build` is given the names that are missing, so one of them may
    go stale and the others stay.
    """
    small = caches["small"]
    with one_state() as reading:
        keys = {name: _key(statement) for name, statement in statements.items()}
        found = small.get_many(keys.values())
        kept = {name: found[key] for name, key in keys.items() if key in found}
        kept = {name: pair for name, pair in kept.items() if _still_true(pair[1], reading.versions)}
        missing = [name for name in statements if name not in kept]
        if missing:
            fresh = {
                name: (built, reading.counters(_tables_in(statements[name][0])))
                for name, built in build(missing).items()
            }
            small.set_many({keys[name]: pair for name, pair in fresh.items()}, timeout=KEPT_FOR)
            kept |= fresh
        for _, versions in kept.values():
            reading.note(versions)
        return {name: built for name, (built, _) in kept.items()}


def forget() -> None:
    """Forget everything in this process, as after another database was put in the place of ours."""
    for kept in caches.all():
        kept.clear()
    forget_readings()


def _key(vary: tuple) -> str:
    return "kept:" + hashlib.sha256(repr((vary, clock.today())).encode()).hexdigest()


def _still_true(built_from: dict[str, int], versions: dict[str, int]) -> bool:
    return all(versions.get(table, 0) == version for table, version in built_from.items())


def cached_page(
    request,
    template: str,
    fragment: str,
    build: Callable[[], dict],
    *,
    vary: tuple = (),
    context: dict | None = None,
):
    """Render `template` around `fragment`, whose text is kept until what it shows may have changed.

    `build` makes the fragment's context and is called only when nothing is remembered. The text
    depends on `vary` (what the reader may see, and what was asked) and on the day, nothing else:
    a fragment may hold no name of the reader and no form token. `context` is for the frame only.
    """
    body = cached(
        (fragment, vary, request.on, request.asked_on),
        lambda: render_to_string(fragment, build(), request),
    )
    # The fragment is our own template, escaped when it was rendered.
    return render(request, template, (context or {}) | {"body": Markup(body)})  # noqa: S704
