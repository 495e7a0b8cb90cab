"""Older parts of the trail leave the database: first into a file that proves itself, then out.

The file is lines of JSON. Each entry holds the very text that its digest was taken over, each seal
what its own was, so the file is checked with SHA-256 alone, without the database. Taking out needs
the role that owns the tables, and the database itself refuses what is younger than six months or
not before the anchor (ledgers/migrations/0001_initial.sql).
"""

import gzip
import hashlib
import json
from dataclasses import dataclass
from datetime import date, datetime, time
from pathlib import Path

import pgtrigger
from django.apps import apps
from django.core.exceptions import ValidationError
from django.db import DatabaseError, connection, transaction
from django.utils import timezone

from ledgers.models import AuditKind
from ledgers.trail import audit, chain

SEALS_AT_ONCE = 200


@dataclass(frozen=True)
class Part:
    """What was written: the last seal with its digest, the number of entries, the file's digest."""

    seq: int
    digest: str
    entries: int
    file_digest: str


def write_part(*, before: date, path: Path) -> Part:
    """Write all seals made before the day `before`, with their entries, to the new file `path`.

    Raises ValidationError where the chain is broken or there is nothing that old, FileExistsError
    where the file is there already.
    """
    fault = chain.verify_chain().fault
    if fault:
        raise ValidationError(f"留痕链已断开，不能导出：{fault}")
    start = timezone.make_aware(datetime.combine(before, time()))
    last = chain.rows(
        "SELECT max(seq) FROM ledgers_trailseal WHERE seq < coalesce("
        "(SELECT min(seq) FROM ledgers_trailseal WHERE sealed_at >= %s), 9223372036854775807)",
        [start],
    )[0][0]
    if last is None:
        raise ValidationError(f"{before:%Y-%m-%d}以前没有留痕。")
    opener = gzip.open if path.suffix == ".gz" else open
    with transaction.atomic(), opener(path, "xt", encoding="utf-8") as out:
        chain.rows("SET LOCAL timezone = 'UTC'")
        for line in _lines(last):
            out.write(json.dumps(line, ensure_ascii=False) + "\n")
    return read_part(path)


def _lines(last: int):
    sources = chain.shapes()
    after = 0
    while seals := chain.rows(
        "SELECT seq, xid, first_entry, last_entry, entries, encode(previous, 'hex'),"
        " encode(digest, 'hex'), jsonb_build_array(seq, sealed_at, entries::bigint)::text"
        " FROM ledgers_trailseal WHERE seq > %s AND seq <= %s ORDER BY seq LIMIT %s",
        [after, last, SEALS_AT_ONCE],
    ):
        for seq, xid, first, end, entries, previous, digest, said in seals:
            yield {
                "seal": seq, "said": said, "previous": previous, "digest": digest,
                "entries": entries,
            }  # fmt: skip
            yield from sorted(_entries(sources, xid, first, end), key=lambda line: line["entry"])
            after = seq


def _entries(sources, xid: int, first: int, end: int):
    """The entries of one seal with the text of each, one query for each source table."""
    held = "e.xid = %s AND e.id BETWEEN %s AND %s"
    for (source,) in chain.rows(
        f"SELECT DISTINCT source FROM ledgers_trailentry e WHERE {held}",  # noqa: S608
        [xid, first, end],
    ):
        shape = sources[source]
        table, key = connection.ops.quote_name(source), chain.key_of(source)
        text = (
            "ledgers_entry_text(e.at, e.source, e.source_id, e.subject, e.object_key, e.action,"
            " e.user_id, e.address, e.path, e.request_id, e.batch, to_jsonb(r) - %s::text[])"
        )
        digest = f"sha256(convert_to({text}, 'UTF8'))"
        cases = " ".join(f"WHEN {digest} = e.digest THEN {text}" for _ in shape.later)
        params = [columns for columns in shape.later for _ in range(2)]
        said = f"CASE {cases} END" if cases else "NULL"
        for number, said_text, kept in chain.rows(
            f"SELECT e.id, {said}, encode(e.digest, 'hex') FROM ledgers_trailentry e"  # noqa: S608
            f" LEFT JOIN {table} r ON r.{key} = e.source_id WHERE e.source = %s AND {held}",
            [*params, source, xid, first, end],
        ):
            yield {"entry": number, "digest": kept, "said": said_text}


def read_part(path: Path) -> Part:
    """Check a written file against itself: every digest, and each seal after the one before it.

    Raises ValidationError that names the first line which does not hold.
    """
    opener = gzip.open if path.suffix == ".gz" else open
    seal, digests, before, entries = None, [], None, 0
    with opener(path, "rt", encoding="utf-8") as lines:
        for number, text in enumerate(lines, start=1):
            line = json.loads(text)
            if "seal" in line:
                _close(seal, digests, number)
                if before not in (None, line["previous"]):
                    raise ValidationError(f"文件第{number}行：封存与前一封存不相连。")
                seal, digests, before = line, [], line["digest"]
                continue
            said = line["said"]
            if said is not None and hashlib.sha256(said.encode()).hexdigest() != line["digest"]:
                raise ValidationError(f"文件第{number}行：留痕内容与其摘要不符。")
            digests.append(bytes.fromhex(line["digest"]))
            entries += 1
        _close(seal, digests, number + 1)
    with path.open("rb") as file:
        return Part(seal["seal"], before, entries, hashlib.file_digest(file, "sha256").hexdigest())


def _close(seal, digests: list[bytes], number: int) -> None:
    if seal is None:
        return
    content = hashlib.sha256(b"".join(digests)).digest()
    told = bytes.fromhex(seal["previous"]) + seal["said"].encode() + content
    if hashlib.sha256(told).hexdigest() != seal["digest"] or len(digests) != seal["entries"]:
        raise ValidationError(f"文件第{number - 1}行以前：封存第{seal['seal']}号与其内容不符。")


def remove_part(*, path: Path) -> Part:
    """Take out of the database what the file `path` holds, leaving an anchor; returns the part.

    The file is read and checked anew first. Raises ValidationError where it does not hold or where
    the database refuses: another role than the owner's, or anything younger than six months.
    """
    part = read_part(path)
    protected = [
        f"{model._meta.label}:append_only"
        for model in apps.get_models()
        if hasattr(model, "pgh_tracked_model")
    ]
    try:
        # The inner block, so that a refusal is undone before the setting is taken back.
        with transaction.atomic(), pgtrigger.ignore(*protected), transaction.atomic():
            _remove(part, path.name)
    except DatabaseError as error:
        raise ValidationError(f"数据库拒绝移出：{error}".strip()) from error
    audit.record(
        AuditKind.OTHER,
        detail={"reason": "留痕导出后移出", "file": path.name, "entries": part.entries},
    )
    return part


def _remove(part: Part, name: str) -> None:
    chain.rows(
        "INSERT INTO ledgers_trailanchor (seq, digest, entries, xid, made_at, file_name, file_digest)"
        " VALUES (%s, decode(%s, 'hex'), %s, 0, now(), %s, %s)",
        [part.seq, part.digest, part.entries, name[:200], part.file_digest],
    )
    chain.rows(
        "CREATE TEMPORARY TABLE leaving ON COMMIT DROP AS SELECT e.id, e.source, e.source_id"
        " FROM ledgers_trailentry e JOIN ledgers_trailseal s ON s.xid = e.xid"
        " AND e.id BETWEEN s.first_entry AND s.last_entry WHERE s.seq <= %s",
        [part.seq],
    )
    chain.rows("DELETE FROM ledgers_trailentry e USING leaving l WHERE e.id = l.id")
    for (source,) in chain.rows("SELECT DISTINCT source FROM leaving"):
        table, key = connection.ops.quote_name(source), chain.key_of(source)
        chain.rows(
            f"DELETE FROM {table} r USING leaving l"  # noqa: S608 (names from the catalogue, quoted)
            f" WHERE l.source = %s AND r.{key} = l.source_id",
            [source],
        )
    chain.rows("DELETE FROM ledgers_trailseal WHERE seq <= %s", [part.seq])
