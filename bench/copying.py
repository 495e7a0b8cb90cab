"""Multiplies rows by SQL: copies of whole tables whose keys, and references among them, are moved.

A copy says what it moves: the models that are copied together (a reference from one to another
follows into the same copy), and for some columns another expression. In expressions `t` is the row
copied and `k` the number of the copy, 1 … n. The history events of copied rows are copied as well.
"""

from collections.abc import Iterable
from dataclasses import dataclass, field

from django.apps import apps
from django.db import models

# Copies lie this far apart: more than any table's rows, so that keys never meet.
STRIDE = 10_000_000


@dataclass(frozen=True)
class Copying:
    """`moved`: the models copied together; `times`: how often; `offset`: where their keys begin.

    `changes` maps a model and a column name to the expression of the copy; `division` is the
    expression for a division code {0}, where codes change; `where` restricts the rows of a model.
    """

    moved: tuple[type[models.Model], ...]
    times: int
    offset: int = 0
    changes: dict[type, dict[str, str]] = field(default_factory=dict)
    where: dict[type, str] = field(default_factory=dict)
    division: str = "{0}"

    def statements(self) -> Iterable[str]:
        """One INSERT … SELECT for each table."""
        for model in self.moved:
            yield self._statement(model, model)
            for event in events_of(model):
                yield self._statement(event, model)

    def _statement(self, model, tracked) -> str:
        fields = model._meta.concrete_fields
        names = ", ".join(f'"{f.column}"' for f in fields)
        values = ", ".join(self._value(f, tracked) for f in fields)
        table = model._meta.db_table
        condition = self.where.get(tracked, "true")
        return (
            f'INSERT INTO "{table}" ({names}) SELECT {values} '  # noqa: S608 (names of our own models)
            f'FROM "{table}" t, generate_series(1, {self.times}) k WHERE {condition}'
        )

    def _value(self, f, tracked) -> str:
        column = f't."{f.column}"'
        change = self.changes.get(tracked, {}).get(f.column)
        if change:
            return change
        if _code_of_division(f, tracked):
            return self.division.format(column)
        target = f.related_model if f.is_relation else None
        own_key = f.column == "pgh_id" or (f.name == tracked._meta.pk.name and not target)
        if own_key or target in self.moved:
            return f"{column} + {self.offset} + k * {STRIDE}"
        return column


def events_of(model) -> list[type[models.Model]]:
    """The models that keep the history of `model`."""
    return [
        other for other in apps.get_models() if getattr(other, "pgh_tracked_model", None) is model
    ]


def _code_of_division(f, tracked) -> bool:
    """Whether the column holds a division's code: its own, a reference to it, or one through one."""
    division = apps.get_model("orgs.Division")
    target = f
    while target.is_relation:
        if target.related_model is division:
            return True
        target = target.related_model._meta.pk
    return tracked is division and f.name == division._meta.pk.name


def run(connection, copyings: Iterable[Copying]) -> None:
    """Execute the copies on a psycopg2 connection, without the triggers that would write history.

    References are checked at the end of the transaction, as always.
    """
    copyings = list(copyings)
    tables = {
        m._meta.db_table
        for copying in copyings
        for model in copying.moved
        for m in (model, *events_of(model))
    }
    with connection, connection.cursor() as cursor:
        for table in tables:
            cursor.execute(f'ALTER TABLE "{table}" DISABLE TRIGGER USER')
    with connection, connection.cursor() as cursor:
        for copying in copyings:
            for statement in copying.statements():
                cursor.execute(statement)
    with connection, connection.cursor() as cursor:
        for table in tables:
            cursor.execute(f'ALTER TABLE "{table}" ENABLE TRIGGER USER')
