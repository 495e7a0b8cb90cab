"""Storing many rows with few statements: checks on rows not stored yet, and COPY.

Services on lists (ledgers/bulk/services.py) ask here what a row can say of itself, and write with
one statement for each table. The constraints of the database have the last word; what they refuse
is said in the words that the model gives them.
"""

import json
import re
from collections.abc import Callable, Collection, Iterable
from datetime import date
from functools import lru_cache
from operator import attrgetter
from typing import Any, TypeVar

from django.apps import apps
from django.core.exceptions import ValidationError
from django.db import DatabaseError, connection, models
from django.db.models.base import ModelState

from ledgers import clock
from ledgers.models import day_of, not_to_come

PIECE = 200  # rows that are written out at a time while COPY reads them
MANY = 5_000  # from so many stored rows on, the planner is told what the tables now hold
_SPECIAL = re.compile(r"[\\\t\n\r]")
_ESCAPES = str.maketrans({"\\": "\\\\", "\t": "\\t", "\n": "\\n", "\r": "\\r"})

Progress = Callable[[int, int, str], None]
Row = TypeVar("Row", bound=models.Model)


def refusal_of(error: DatabaseError) -> ValidationError:
    """The database's refusal in the words that a model gives the constraint; its name is the code."""
    name = getattr(getattr(error.__cause__, "diag", None), "constraint_name", "") or ""
    return ValidationError(f"{words_of(name)}。", code=name)


def words_of(constraint: str) -> str:
    """What a model says where the constraint of that name refuses a row."""
    for model in apps.get_models():
        for one in model._meta.constraints:
            if one.name == constraint:
                return str(one.get_violation_error_message()).rstrip("。")
    return "与台账中已有的内容相冲突，请核对"


def make(model: type[Row], **values: Any) -> Row:
    """A row that is not stored yet, as `model(**values)` makes it, ten times as quickly.

    `values` go by the names of columns (`person_id`) or, as rows, of relations (`person`); what is
    not named has its default. No signal is sent, and no file is looked after.
    """
    plain, made, columns = _defaults(model)
    row = model.__new__(model)
    # Key by key, so that all rows of a model share their table of keys, which update() would copy:
    # less than half the memory.
    own = row.__dict__
    own["_state"] = ModelState()
    for name, value in plain.items():
        own[name] = value
    for name, default in made:
        own[name] = default()
    for name, value in values.items():
        if name in columns:
            row._state.fields_cache[name] = value
            name, value = columns[name], None if value is None else value.pk
        own[name] = value
    return row


@lru_cache(maxsize=256)
def _defaults(model: type[models.Model]) -> tuple[dict, list[tuple[str, Callable]], dict]:
    """By column: its default, and those made anew for each row; by relation: its column."""
    plain, made, columns = {}, [], {}
    for field in model._meta.concrete_fields:
        if field.is_relation:
            columns[field.name] = field.attname
        if field.has_default() and callable(field.default):
            made.append((field.attname, field.get_default))
        else:
            plain[field.attname] = field.get_default()
    return plain, made, columns


def check_row(row: models.Model, apart: Collection[str] = ()) -> None:
    """What `full_clean` would say of the row's own fields, and its `clean()`; asks no database.

    `apart`: fields that are filled later and not looked at.
    """
    for name, fits in _tests(type(row)):
        if name not in apart and not fits(getattr(row, name)):
            foreign = [one.name for one in row._meta.fields if one.is_relation]
            row.clean_fields(exclude=[*foreign, *apart])
            break
    row.clean()


def check_fields(row: models.Model, names: Collection[str]) -> None:
    """What `full_clean` would say of these fields alone."""
    if not all(fits(getattr(row, name)) for name, fits in _tests(type(row)) if name in names):
        row.clean_fields(exclude=[one.name for one in row._meta.fields if one.name not in names])


def take_keys(rows: Iterable[models.Model]) -> list:
    """Rows whose foreign keys name rows that have been stored since they were given."""
    rows = list(rows)
    for row in rows:
        for field in row._meta.concrete_fields:
            if (
                isinstance(field, models.ForeignKey)
                and field.is_cached(row)
                and (other := getattr(row, field.name))
            ):
                setattr(row, field.attname, getattr(other, field.target_field.attname))
    return rows


@lru_cache(maxsize=256)
def _tests(model: type[models.Model]) -> list[tuple[str, Callable]]:
    """By column: whether a value evidently fits; what does not is left to the field's own rules."""
    fields = model._meta.concrete_fields
    plain = [one for one in fields if not (one.is_relation or one.primary_key)]
    return [(field.attname, _test_of(field)) for field in plain]


def _test_of(field: models.Field) -> Callable:
    null, blank, longest = field.null, field.blank or not field.editable, field.max_length
    if field.choices:
        nothing = {None: null, "": blank}
        chosen = {value for value, _ in field.flatchoices} - nothing.keys()
        return frozenset(chosen | {value for value, may in nothing.items() if may}).__contains__
    is_decimal = isinstance(field, models.DecimalField)
    has_happened = not_to_come in field.validators

    def fits(value: Any) -> bool:
        if value is None:
            return null
        if value == "":
            return blank
        if is_decimal:
            return False
        if isinstance(value, str):
            return longest is None or len(value) <= longest
        if isinstance(value, date):
            return not has_happened or day_of(value) <= clock.today()
        return not isinstance(value, int) or 0 <= value < 32_768

    return fits


def insert(rows: Iterable[models.Model]) -> list:
    """Store new rows of one model by COPY, in their order; each gets its key. Checks nothing."""
    rows = list(rows)
    if not rows:
        return rows
    meta = rows[0]._meta
    fields = meta.concrete_fields
    table = connection.ops.quote_name(meta.db_table)
    with connection.cursor() as cursor:
        # OFFSET, or the name of the sequence would be looked up for each key.
        cursor.execute(
            "SELECT nextval(made.keys) FROM generate_series(1, %s),"
            " (SELECT pg_get_serial_sequence(%s, %s)::regclass AS keys OFFSET 0) AS made",
            [len(rows), table, meta.pk.column],
        )
        for row, (key,) in zip(rows, cursor.fetchall(), strict=True):
            row.pk = key
        _copy(cursor, table, fields, rows)
    alias = connection.alias
    for row in rows:
        row._state.adding, row._state.db = False, alias
    return rows


def update(rows: Iterable[models.Model], names: Iterable[str]) -> None:
    """Write the fields `names` of stored rows of one model, all rows by one statement. Checks nothing.

    A search key is written anew from its name where it is among `names`, else left alone.
    """
    rows, names = list({row.pk: row for row in rows}.values()), list(names)
    if not rows:
        return
    if len(rows) == 1:
        rows[0].save(update_fields=names)
        return
    meta, quote = rows[0]._meta, connection.ops.quote_name
    # Names of columns alone, which the stub cannot know.
    fields: list[Any] = [meta.pk, *(meta.get_field(name) for name in dict.fromkeys(names))]
    table, key, *columns = map(quote, (meta.db_table, *(field.column for field in fields)))
    pairs = ", ".join(f"{column} = changed.{column}" for column in columns)
    # All names come from the model, quoted.
    like = f"SELECT {', '.join([key, *columns])} FROM {table} WITH NO DATA"  # noqa: S608
    write = f"UPDATE {table} SET {pairs} FROM changed WHERE {table}.{key} = changed.{key}"  # noqa: S608
    with connection.cursor() as cursor:
        cursor.execute(f"CREATE TEMP TABLE changed ON COMMIT DROP AS {like}")
        _copy(cursor, "changed", fields, rows)
        cursor.execute(write)
        cursor.execute("DROP TABLE changed")


def _copy(cursor: Any, table: str, fields: Iterable[models.Field], rows: list) -> None:
    """Send the values of `fields` in all rows to a table, by its quoted name."""
    columns = ", ".join(connection.ops.quote_name(field.column) for field in fields)
    stream = _Stream(fields, rows)
    with connection.wrap_database_errors:
        # Django's own cursor has no COPY; its inner one is psycopg2's.
        cursor.cursor.copy_expert(f"COPY {table} ({columns}) FROM STDIN", stream)


class _Stream:
    """The rows in COPY's text format, as a file that is written while it is read."""

    def __init__(self, fields: Iterable[models.Field], rows: list):
        self.fields, self.rows = list(fields), rows
        self.sent, self.rest = 0, ""
        # What is made when a row is stored may ask the database (a key, how places are read), which
        # nothing can while COPY reads.
        self.made = {
            field: [field.pre_save(row, True) for row in rows]
            for field in self.fields
            if type(field).pre_save is not models.Field.pre_save
        }

    def read(self, size: int) -> str:
        """At most `size` characters; none at the end."""
        if not self.rest:
            rows = self.rows[self.sent : self.sent + PIECE]
            columns = [_column(field, self._values(field, rows)) for field in self.fields]
            self.rest = "".join("\t".join(line) + "\n" for line in zip(*columns, strict=True))
            self.sent += len(rows)
        found, self.rest = self.rest[:size], self.rest[size:]
        return found

    def _values(self, field: models.Field, rows: list) -> list:
        if field in self.made:
            return self.made[field][self.sent : self.sent + len(rows)]
        return list(map(attrgetter(field.attname), rows))


def _column(field: models.Field, values: list) -> Iterable[str]:
    """Values of a field in COPY's text format."""
    if isinstance(field, models.JSONField):
        values = [json.dumps(value, ensure_ascii=False) for value in values]
    # Most columns hold one type, and texts without a sign that COPY reads as its own.
    kinds = set(map(type, values))
    if kinds == {str} and not _SPECIAL.search("".join(values)):
        return values
    return map(str if kinds == {int} else _as_text, values)


def _as_text(value: Any) -> str:
    if value is None:
        return r"\N"
    if isinstance(value, str):
        return value.translate(_ESCAPES) if _SPECIAL.search(value) else value
    # str() of a day or a moment is what PostgreSQL reads, with its zone.
    return str(value)


def tell_planner(names: Iterable[str]) -> None:
    """ANALYZE the tables of these names: after many rows the old counts lead the planner astray."""
    with connection.cursor() as cursor:
        for name in sorted(set(names)):
            cursor.execute(f"ANALYZE {connection.ops.quote_name(name)}")
