"""The official list of divisions: what a file of it changes.

Names, levels and parents follow the list; a code that the list no longer names is abolished, never
deleted, so that rows which refer to it keep their place. A list with a mistake stores nothing.
"""

import csv
import io
import uuid
from collections.abc import Iterable
from dataclasses import dataclass, field
from datetime import date
from itertools import islice
from pathlib import Path
from typing import Any

import pghistory
from django.db import connection, transaction

from ledgers.pinyin import pinyin_key
from orgs.divisions import sql
from orgs.divisions.files import DivisionLine, UnreadableList, lines_of
from orgs.models import Division, User

BATCH = 20_000  # lines or names in memory at a time
TOLD_PROBLEMS = 1_000  # more are counted, not told
TOLD_CHANGES = 10
MANY = 1_000  # changed rows from which on the planner's statistics are made anew
# The comparisons sort and hash the whole list; with PostgreSQL's 4 MB they would go to disk.
WORK_MEMORY = "128MB"
LABELS = dict(Division.Level.choices)


class ListRefused(Exception):
    """The list has mistakes; nothing was stored. `problems` are (line, words), the first of `total`."""

    def __init__(self, problems: list[tuple[int, str]], total: int):
        super().__init__(f"{total} problems")
        self.problems, self.total = problems, total


@dataclass
class DivisionChanges:
    """What a list changed, or would change: a number for each kind, and its first rows in words."""

    listed: int = 0
    counts: dict[str, int] = field(default_factory=dict)
    examples: dict[str, list[str]] = field(default_factory=dict)
    # (name of a ledger, number of rows) that still lie in a division abolished now.
    left_behind: list[tuple[str, int]] = field(default_factory=list)

    def __bool__(self) -> bool:
        return any(self.counts.values())


# Kind: which rows, and how one is told.
_TOLD = {
    "新增": ("division_change", "is_new", "code, name", "{0} {1}"),
    "更名": ("division_change", "name <> old_name", "code, old_name, name", "{0} {1} → {2}"),
    "层级或上级变更": (
        "division_change",
        "level <> old_level OR parent IS DISTINCT FROM old_parent AND NOT is_new",
        "code, name, old_level, level",
        "{0} {1}：{2} → {3}",
    ),
    "简称变更": (
        "division_change",
        "short_name <> old_short AND name = old_name",
        "code, old_short, short_name",
        "{0} {1} → {2}",
    ),
    "恢复": ("division_change", "old_day IS NOT NULL", "code, name, old_day", "{0} {1}（原{2}撤销）"),
    "撤销": (
        "division_doomed JOIN orgs_division USING (code)",
        "true",
        "code, name",
        "{0} {1}",
    ),
}  # fmt: skip


@transaction.atomic
def import_divisions(
    *, path: Path, on: date, under: str = "", user: User | None = None, dry_run: bool = False
) -> DivisionChanges:
    """Take over the official list at `path` and return what it changed.

    `on` is the first day on which a code that is no longer listed is out of force. `under` limits
    the import to the subtree of a code (and to what is missing above it); otherwise the list speaks
    of the subtrees of its topmost codes. Every change is in the history with `user` and the batch.
    With `dry_run` nothing is stored. Raises UnreadableList and ListRefused, with nothing stored.
    """
    with connection.cursor() as cursor:
        cursor.execute(f"SET LOCAL work_mem = '{WORK_MEMORY}'")
        # Readers go on; whoever writes divisions waits until this list is in.
        cursor.execute("LOCK TABLE orgs_division IN SHARE ROW EXCLUSIVE MODE")
        _read_in(cursor, lines_of(path))
        _check(cursor, under)
        found = _told(cursor)
        if found and not dry_run:
            batch = f"import_divisions:{uuid.uuid4().hex[:12]}"
            about: dict[str, Any] = {
                "command": "import_divisions",
                "file": path.name,
                "batch": batch,
            }
            if user:
                about["user"] = user.pk
            with pghistory.context(**about):
                _merge(cursor, on)
            if sum(found.counts.values()) >= MANY:
                cursor.execute("ANALYZE orgs_division")
    return found


def _read_in(cursor: Any, lines: Iterable[DivisionLine]) -> None:
    lines = iter(lines)
    cursor.execute(sql.CLEAR)
    cursor.execute(sql.FILE)
    while batch := list(islice(lines, BATCH)):
        _copy(cursor, sql.COPY_FILE, ((one.number, one.problem, *one.cells) for one in batch))
    cursor.execute("ANALYZE division_file")


def _copy(cursor: Any, statement: str, rows: Iterable[tuple]) -> None:
    text = io.StringIO()
    csv.writer(text).writerows(rows)
    text.seek(0)
    # Django's own cursor has no COPY; its inner one is psycopg2's.
    cursor.cursor.copy_expert(statement, text)


def _check(cursor: Any, under: str) -> None:
    """Find what is wrong with the list, and what it abolishes and changes. Raises ListRefused."""
    cursor.execute(sql.SHAPES)
    cursor.execute(sql.LISTED)
    cursor.execute("ANALYZE division_listed")
    sound = _count(cursor, "division_file") - _count(cursor, "division_problem")
    if sound > _count(cursor, "division_listed"):
        cursor.execute(sql.TWICE)
    for statement in (sql.ROOTS, sql.ZEROS, sql.ORPHANS):
        cursor.execute(statement)
    _refuse_problems(cursor)
    if under:
        cursor.execute(sql.NARROW, {"under": under})
        cursor.execute(sql.ONE_ROOT, [under])
    if not _count(cursor, "division_root"):
        raise UnreadableList(f"文件中没有代码“{under}”。" if under else "文件中没有任何区划。")
    cursor.execute(sql.DOOMED)
    if _count(cursor, "division_doomed"):
        cursor.execute(sql.DOOMED_BELOW)
        cursor.execute("ANALYZE division_doomed")
        cursor.execute(sql.LEFT_BEHIND)
        _refuse_problems(cursor)
    cursor.execute(sql.CHANGES)


def _refuse_problems(cursor: Any) -> None:
    total = _count(cursor, "division_problem")
    if total:
        cursor.execute(
            "SELECT line, words FROM division_problem ORDER BY line LIMIT %s", [TOLD_PROBLEMS]
        )
        raise ListRefused(cursor.fetchall(), total)


def _count(cursor: Any, rows: str) -> int:
    cursor.execute(f"SELECT count(*) FROM {rows}")  # noqa: S608 (our own tables)
    return cursor.fetchone()[0]


def _told(cursor: Any) -> DivisionChanges:
    """What the list changes, before it is done."""
    found = DivisionChanges(listed=_count(cursor, "division_listed"))
    for kind, (rows, condition, columns, words) in _TOLD.items():
        found.counts[kind] = _count(cursor, f"{rows} WHERE {condition}")
        cursor.execute(
            f"SELECT {columns} FROM {rows} WHERE {condition} ORDER BY code LIMIT %s",  # noqa: S608 (above)
            [TOLD_CHANGES],
        )
        found.examples[kind] = [
            words.format(*(LABELS.get(value, value) for value in row)) for row in cursor.fetchall()
        ]
    if found.counts["撤销"]:
        found.left_behind = [(name, n) for name, n in _referring(cursor) if n]
    return found


def _referring(cursor: Any) -> Iterable[tuple[str, int]]:
    """How many rows of each model point to a division that is abolished now."""
    relations: list[Any] = Division._meta.get_fields(include_hidden=True)
    for relation in relations:
        model = relation.related_model
        if not relation.one_to_many and not relation.one_to_one:
            continue
        if model is Division or hasattr(model, "pgh_tracked_model"):
            continue
        table, column = model._meta.db_table, relation.field.column
        rows = f'"{table}" WHERE "{column}" IN (SELECT code FROM division_doomed)'  # noqa: S608 (our models)
        yield str(model._meta.verbose_name), _count(cursor, rows)


def _merge(cursor: Any, on: date) -> None:
    """Store the changes; triggers write the history of each row."""
    cursor.execute(sql.KEYS)
    with connection.chunked_cursor() as names:
        names.execute(sql.NAMES)
        while batch := names.fetchmany(BATCH):
            _copy(cursor, sql.COPY_KEYS, ((name, pinyin_key(name)) for (name,) in batch))
    cursor.execute("ANALYZE division_key, division_change")
    cursor.execute(sql.INSERT)
    cursor.execute(sql.UPDATE)
    cursor.execute(sql.ABOLISH, [on])
