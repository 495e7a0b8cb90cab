"""Storing many rows with few statements: checks on rows not stored yet, and COPY.

What the pages' services ask of one row is asked here of a batch: fields by their own rules, the
rest by look-ups that are read once. The constraints of the database have the last word; what they
refuse is said in the words that the model gives them.
"""

import json
import re
from collections.abc import Callable, Iterable, Sequence
from datetime import date
from functools import lru_cache
from io import StringIO
from operator import attrgetter

from django.apps import apps
from django.core.exceptions import ValidationError
from django.db import DatabaseError, connection, models, transaction

from ledgers.importing.rows import CHANGED, NEW, WHOLE_ROW, WRONG, Problem, Record

BATCH = 4_000  # rows that are stored together; look-ups and statements are counted by batches
MANY = 5_000  # from so many stored rows on, the planner is told what the tables now hold
STORABLE = (NEW, CHANGED)
_SPECIAL = re.compile(r"[\\\t\n\r]")
_ESCAPES = str.maketrans({"\\": "\\\\", "\t": "\\t", "\n": "\\n", "\r": "\\r"})

Progress = Callable[[int, int, str], None]


def refuse(record: Record, reason: str | Exception) -> None:
    """Make `record` wrong, with the sentence of the rule that forbids it."""
    text = reason if isinstance(reason, str) else sentence_of(reason)
    record.problems.append(Problem(WHOLE_ROW, f"{text.rstrip('。')}。", wrong=True))
    record.status = WRONG


def sentence_of(error: Exception) -> str:
    """What a refusal says: a rule's own words, or those that a model gives its constraint."""
    if isinstance(error, ValidationError):
        return "；".join(message.rstrip("。") for message in error.messages)
    name = getattr(getattr(error.__cause__, "diag", None), "constraint_name", "") or ""
    for model in apps.get_models():
        for constraint in model._meta.constraints:
            if constraint.name == name:
                return str(constraint.get_violation_error_message()).rstrip("。")
    return "与台账中已有的内容相冲突，请核对"


def store_batch(store_many: Callable, records: Sequence[Record], day: date) -> None:
    """Store `records` together; where the database refuses, halve them until the culprit is alone.

    `store_many(records, day=…)` refuses by itself what it can tell beforehand.
    """
    records = [record for record in records if record.status in STORABLE]
    if not records:
        return
    try:
        with transaction.atomic():
            store_many(records, day=day)
    except (ValidationError, DatabaseError) as error:
        if len(records) == 1:
            refuse(records[0], error)
            return
        half = len(records) // 2
        store_batch(store_many, records[:half], day)
        store_batch(store_many, records[half:], day)


def check(row: models.Model) -> None:
    """What `full_clean` would say of the row's own fields, and its `clean()`; asks no database."""
    for field in _checked_fields(type(row)):
        value = getattr(row, field.attname)
        if not _fits(field, value):
            foreign = [one.name for one in row._meta.fields if one.is_relation]
            row.clean_fields(exclude=foreign)
            break
    row.clean()


@lru_cache(maxsize=256)
def _checked_fields(model: type[models.Model]) -> tuple[models.Field, ...]:
    fields = model._meta.concrete_fields
    return tuple(one for one in fields if not (one.is_relation or one.primary_key))


@lru_cache(maxsize=256)
def _choices_of(field: models.Field) -> frozenset:
    return frozenset(value for value, _ in field.flatchoices)


def _fits(field: models.Field, value) -> bool:
    """Whether a value evidently fits; what does not is left to the field's own rules."""
    if value is None:
        return field.null
    if value == "":
        return field.blank or not field.editable
    if field.choices:
        return value in _choices_of(field)
    if isinstance(field, models.DecimalField):
        return False
    if isinstance(value, str):
        return field.max_length is None or len(value) <= field.max_length
    if isinstance(value, int):
        return 0 <= value < 32_768
    return True


def insert(rows: Iterable[models.Model]) -> list:
    """Store new rows of one model by COPY, in their order; each gets its key. Checks nothing."""
    rows = list(rows)
    if not rows:
        return rows
    meta = rows[0]._meta
    fields = meta.concrete_fields
    table = connection.ops.quote_name(meta.db_table)
    columns = ", ".join(connection.ops.quote_name(field.column) for field in fields)
    with connection.cursor() as cursor:
        cursor.execute(
            "SELECT nextval(pg_get_serial_sequence(%s, %s)) FROM generate_series(1, %s)",
            [table, meta.pk.column, len(rows)],
        )
        for row, (key,) in zip(rows, cursor.fetchall(), strict=True):
            row.pk = key
        stream = StringIO()
        for cells in zip(*(_column(field, rows) for field in fields), strict=True):
            stream.write("\t".join(cells))
            stream.write("\n")
        stream.seek(0)
        with connection.wrap_database_errors:
            # Django's own cursor has no COPY; its inner one is psycopg2's.
            cursor.cursor.copy_expert(f"COPY {table} ({columns}) FROM STDIN", stream)
    for row in rows:
        row._state.adding = False
        row._state.db = connection.alias
    return rows


def _column(field: models.Field, rows: list) -> Iterable[str]:
    """The values of a field in all rows, in COPY's text format."""
    if type(field).pre_save is models.Field.pre_save:
        values = map(attrgetter(field.attname), rows)
    else:
        values = (field.pre_save(row, True) for row in rows)
    if isinstance(field, models.JSONField):
        values = (json.dumps(value, ensure_ascii=False) for value in values)
    return map(_as_text, values)


def _as_text(value) -> str:
    if isinstance(value, str):
        return value.translate(_ESCAPES) if _SPECIAL.search(value) else value
    # str() of a day or a moment is what PostgreSQL reads, with its zone.
    return r"\N" if value is None else str(value)


def tell_planner(names: Iterable[str]) -> None:
    """ANALYZE the tables of these names: after many rows the old counts lead the planner astray."""
    with connection.cursor() as cursor:
        for name in sorted(set(names)):
            cursor.execute(f"ANALYZE {connection.ops.quote_name(name)}")
