"""The chain over the trail: walking it and finding the first break.

The database writes it (ledgers/migrations/0001_initial.sql). A break is found in four ways: a seal
that does not follow from the one before it and its entries; an entry that no seal holds; a row of
the trail that is gone or reads otherwise than when it was entered; a row that was never entered.
"""

import json
from dataclasses import dataclass

from django.db import connection, connections, transaction

from ledgers import clock
from ledgers.models import TrailCheck

WINDOW = 2000  # seals or entries looked at in one statement, so memory stays bounded
START = "sha256(''::bytea)"


@dataclass
class Walk:
    """How far the walk along the chain has come."""

    seals: int = 0
    entries: int = 0
    unreadable: int = 0
    head: str = ""
    fault: str = ""


def guard(using: str = "default") -> None:
    """Put the trail's triggers where they are missing; needs the owner's role, repeats harmlessly."""
    if connections[using].vendor != "postgresql":
        return
    with connections[using].cursor() as cursor:
        cursor.execute("SELECT to_regproc('ledgers_guard_trail')")
        if cursor.fetchone()[0]:
            cursor.execute("SELECT ledgers_guard_trail()")


def head() -> str:
    """The last seal as `number:digest`: noted elsewhere, it shows later that nothing was cut off."""
    last = rows(
        "SELECT seq, encode(digest, 'hex') FROM ledgers_trailseal ORDER BY seq DESC LIMIT 1"
    )
    return f"{last[0][0]}:{last[0][1]}" if last else ""


def verify_chain(*, expected: str = "") -> TrailCheck:
    """Walk the whole chain, keep the result and return it; `fault` is empty where all holds.

    `expected` is a head (`number:digest`) noted earlier, which must still be part of the chain.
    All steps see one state of the database, however long they take.
    """
    began, walk = clock.now(), Walk()
    with transaction.atomic():
        if not connection.savepoint_ids:  # not within another transaction, as in tests
            rows("SET TRANSACTION ISOLATION LEVEL REPEATABLE READ, READ ONLY")
        rows("SET LOCAL timezone = 'UTC'")
        steps = (_walk_seals, _loose_entries, _walk_rows, _rows_without_entry)
        walk.fault = next((found for step in steps if (found := step(walk))), "")
        walk.fault = walk.fault or _expected(expected)
    return TrailCheck.objects.create(
        began_at=began,
        ended_at=clock.now(),
        seals=walk.seals,
        entries=walk.entries,
        unreadable=walk.unreadable,
        head=walk.head,
        fault=walk.fault,
    )


def rows(statement: str, params=None) -> list[tuple]:
    """What a statement gives, [] where it gives nothing."""
    with connection.cursor() as cursor:
        cursor.execute(statement, params)
        return cursor.fetchall() if cursor.description else []


SEALS = """
    SELECT s.seq, s.sealed_at::text, s.entries, encode(s.previous, 'hex'), encode(s.digest, 'hex'),
        held.made, encode(ledgers_seal_digest(s.previous, s.seq, s.sealed_at, s.entries::bigint,
            held.content), 'hex')
    FROM ledgers_trailseal s, LATERAL (
        SELECT count(*) AS made, sha256(string_agg(e.digest, ''::bytea ORDER BY e.id)) AS content
        FROM ledgers_trailentry e
        WHERE e.id BETWEEN s.first_entry AND s.last_entry AND e.xid = s.xid) held
    WHERE s.seq > %s ORDER BY s.seq LIMIT %s
"""


def _walk_seals(walk: Walk) -> str:
    """Each seal follows from the one before it and from its entries."""
    last, before = rows(
        f"""SELECT seq, encode(digest, 'hex') FROM (
            (SELECT seq, digest FROM ledgers_trailanchor ORDER BY seq DESC LIMIT 1)
            UNION ALL SELECT 0, {START}) AS ends ORDER BY seq DESC LIMIT 1"""  # noqa: S608
    )[0]
    while found := rows(SEALS, [last, WINDOW]):
        for seq, moment, entries, previous, digest, made, computed in found:
            at = f"封存第{seq}号（{moment}）"
            if seq != last + 1:
                return (
                    f"封存序号不连续：第{last}号之后应为第{last + 1}号，实为第{seq}号（{moment}）。"
                )
            if previous != before:
                return f"{at}所记前一摘要应为{before}，实为{previous}。"
            if made != entries:
                return f"{at}应有{entries}条留痕，实有{made}条。"
            if computed != digest:
                return f"{at}与其内容不符：按内容应为{computed}，所记为{digest}。"
            last, before = seq, digest
            walk.seals += 1
            walk.entries += entries
    walk.head = f"{last}:{before}" if last else ""
    return ""


def _loose_entries(walk: Walk) -> str:
    """Every entry is held by a seal. Counted first: naming one costs more."""
    if rows("SELECT count(*) FROM ledgers_trailentry")[0][0] == walk.entries:
        return ""
    found = rows(
        """SELECT e.id, e.source, e.source_id, e.at::text FROM ledgers_trailentry e
        WHERE NOT EXISTS (SELECT FROM ledgers_trailseal s WHERE s.xid = e.xid
            AND e.id BETWEEN s.first_entry AND s.last_entry)
            AND NOT EXISTS (SELECT FROM ledgers_trailpending p WHERE p.xid = e.xid)
        ORDER BY e.id LIMIT 1"""
    )
    if not found:
        return ""
    number, source, key, at = found[0]
    return f"留痕索引第{number}条（{source} 第{key}行，{at}）不在任何封存之内。"


def _expected(noted: str) -> str:
    """The head noted earlier is still in the chain, or was taken out under an anchor."""
    if not noted:
        return ""
    seq, _, digest = noted.partition(":")
    found = rows(
        """SELECT encode(digest, 'hex') FROM ledgers_trailseal WHERE seq = %s
        UNION ALL SELECT encode(digest, 'hex') FROM ledgers_trailanchor WHERE seq = %s""",
        [int(seq), int(seq)],
    )
    if found and found[0][0] == digest:
        return ""
    if not found and rows("SELECT FROM ledgers_trailanchor WHERE seq > %s", [int(seq)]):
        return ""
    return f"先前记下的链首（第{seq}号）已不在链中：应为{digest}，实为{found[0][0] if found else '无'}。"


# -- the rows themselves --------------------------------------------------------------------------


def _walk_rows(walk: Walk) -> str:
    """Each entry's row is there and reads as it did when it was entered."""
    sources, last = shapes(), 0
    while True:
        window = rows(
            "SELECT max(id), array_agg(DISTINCT source) FROM (SELECT id, source"
            " FROM ledgers_trailentry WHERE id > %s ORDER BY id LIMIT %s) AS next",
            [last, WINDOW],
        )[0]
        if window[0] is None:
            return ""
        faults = [_compare(walk, sources[source], last, window[0]) for source in window[1]]
        faults = [fault for fault in faults if fault]
        if faults:
            return min(faults)[1]
        last = window[0]


@dataclass(frozen=True)
class Shape:
    """A source table: whether it stands, which columns to leave out, whether some were lost."""

    source: str
    stands: bool
    later: list[list[str]]
    lost: bool


def shapes() -> dict[str, Shape]:
    """What each source table's rows may have looked like when they were entered, by its name."""
    kept: dict[str, list[set]] = {}
    for source, columns in rows("SELECT source, columns FROM ledgers_trailshape ORDER BY id DESC"):
        columns = json.loads(columns) if isinstance(columns, str) else columns
        kept.setdefault(source, []).append(set(columns))
    found = {}
    for source, widths in kept.items():
        present = {
            name
            for (name,) in rows(
                "SELECT attname FROM pg_attribute WHERE attrelid = to_regclass(%s)"
                " AND attnum > 0 AND NOT attisdropped",
                [source],
            )
        }
        later = [sorted(present - shape) for shape in widths if shape <= present]
        lost = any(shape - present for shape in widths)
        found[source] = Shape(source, bool(present), later, lost)
    return found


def _compare(walk: Walk, shape: Shape, after: int, until: int) -> tuple[int, str] | None:
    """(entry, words) of the first row of a source that is not as entered, among some entries."""
    if not shape.stands:  # the model is gone, and with it the table: a migration, not a hand
        counted = (
            "SELECT count(*) FROM ledgers_trailentry WHERE source = %s AND id > %s AND id <= %s"
        )
        walk.unreadable += rows(counted, [shape.source, after, until])[0][0]
        return None
    wrong = rows(_mismatches(shape), [shape.source, after, until, *shape.later])
    for number, row, at, there, expected in wrong:
        if there and shape.lost:
            walk.unreadable += 1
            continue
        what = "的内容与登记时不符" if there else "已不存在"
        return number, (
            f"表 {shape.source} 第{row}行（{at}，留痕索引第{number}条）{what}；"
            f"登记时的摘要为{expected}。"
        )
    return None


def key_of(source: str) -> str:
    """The key column of a table of the trail."""
    return "id" if source == "ledgers_auditrecord" else "pgh_id"


def _mismatches(shape: Shape) -> str:
    """The entries of a source, between two numbers, whose row is gone or has another digest.

    A row may have been entered when the table had fewer columns: what came later is left out.
    """
    fits = " OR ".join(
        """ledgers_entry_digest(e.at, e.source, e.source_id, e.subject, e.object_key, e.action,
            e.user_id, e.address, e.path, e.request_id, e.batch, to_jsonb(r) - %s::text[]) = e.digest"""
        for _ in shape.later
    )
    table, key = connection.ops.quote_name(shape.source), key_of(shape.source)
    return f"""
        SELECT e.id, e.source_id, e.at::text, r.{key} IS NOT NULL, encode(e.digest, 'hex')
        FROM ledgers_trailentry e LEFT JOIN {table} r ON r.{key} = e.source_id
        WHERE e.source = %s AND e.id > %s AND e.id <= %s
            AND (r.{key} IS NULL OR NOT ({fits or "false"})) ORDER BY e.id
    """  # noqa: S608 (names come from the catalogue, quoted)


def _rows_without_entry(walk: Walk) -> str:
    """No row of the trail came in past the triggers. Counted first: naming one costs more."""
    entered = dict(rows("SELECT source, count(*) FROM ledgers_trailentry GROUP BY source"))
    for (source,) in rows("SELECT * FROM ledgers_trail_sources() ORDER BY 1"):
        table, key = connection.ops.quote_name(source), key_of(source)
        count = rows(f"SELECT count(*) FROM {table}")[0][0]  # noqa: S608
        if count == entered.get(source, 0):
            continue
        found = rows(
            f"""SELECT min(r.{key}) FROM {table} r LEFT JOIN ledgers_trailentry e
            ON e.source = %s AND e.source_id = r.{key} WHERE e.id IS NULL""",  # noqa: S608
            [source],
        )
        return f"表 {source} 第{found[0][0]}行未经登记：表中{count}行，留痕索引{entered.get(source, 0)}条。"
    return ""
