"""Rows in memory, with their keys given out in advance, and one bulk write at the end."""

import pgtrigger
from django.core.management.color import no_style
from django.db import connection
from django.db.models import Max

from demo import history

BATCH = 1000


class Rows:
    """Collects new rows of any models and stores them together.

    Keys are counted on from the table's largest, never taken from a sequence: two loads into empty
    tables give the same keys even where a sequence has already moved on.
    """

    def __init__(self):
        self._rows: dict[type, list] = {}
        self._last_key: dict[type, int] = {}

    def add(self, model, **values):
        """A new, not yet stored row of `model`; its key is set unless `values` brings one."""
        key = model._meta.pk
        if key.get_internal_type() == "BigAutoField" and not {key.name, "pk"} & values.keys():
            values[key.name] = self._next_key(model)
        row = model(**values)
        self._rows.setdefault(model, []).append(row)
        return row

    def of(self, model) -> list:
        """The rows of `model` collected so far, in order."""
        return self._rows.get(model, [])

    def link(self, many, row, targets):
        """Join `row` with each of `targets` over the many-to-many relation `many` of its model."""
        field = many.field
        for target in targets:
            names = (field.m2m_field_name(), field.m2m_reverse_field_name())
            self.add(many.through, **dict(zip(names, (row, target), strict=True)))

    def store(self) -> int:
        """Write all rows; returns how many. Foreign keys are checked at the end of the transaction."""
        with pgtrigger.ignore(*history.insert_triggers(self._rows)):
            for model, rows in self._rows.items():
                model._base_manager.bulk_create(rows, batch_size=BATCH)
        history.write(self._rows)
        self._move_sequences_on()
        return sum(len(rows) for rows in self._rows.values())

    def _next_key(self, model) -> int:
        if model not in self._last_key:
            self._last_key[model] = model._base_manager.aggregate(last=Max("pk"))["last"] or 0
        self._last_key[model] += 1
        return self._last_key[model]

    def _move_sequences_on(self):
        """Let the tables' own sequences follow the keys that were given out here."""
        statements = connection.ops.sequence_reset_sql(no_style(), list(self._rows))
        with connection.cursor() as cursor:
            for statement in statements:
                cursor.execute(statement)
