"""The insert events of many new rows at once: what the triggers would write one by one.

A trigger that fires for each of 33,000 rows takes most of the load's time; a statement for each
table leaves the same events.
"""

from uuid import uuid4

from django.apps import apps
from django.db import connection
from pghistory.models import Context
from psycopg2 import sql

INSERT_TRIGGER = "insert_insert"


def _event_models() -> dict[type, type]:
    """The event model of each tracked model."""
    return {
        model.pgh_tracked_model: model
        for model in apps.get_models()
        if hasattr(model, "pgh_tracked_model")
    }


def insert_triggers(models) -> list[str]:
    """The triggers that record inserts into `models`, as pgtrigger names them."""
    tracked = _event_models()
    return [f"{model._meta.label}:{INSERT_TRIGGER}" for model in models if model in tracked]


def write(rows: dict[type, list]):
    """Record that `rows` (lists by model), already stored, were inserted by the demo load."""
    context = Context.objects.create(id=uuid4(), metadata={"source": "load_demo"})
    tracked = _event_models()
    with connection.cursor() as cursor:
        for model in rows.keys() & tracked.keys():
            keys = [row.pk for row in rows[model]]
            cursor.execute(_statement(model, tracked[model]), [context.pk, keys])


def _statement(model, event) -> sql.Composed:
    """Copies the rows of `model` with given keys into its event table, under a given context."""
    fields = [f.column for f in event._meta.fields if not f.name.startswith("pgh_")]
    return sql.SQL(
        "INSERT INTO {events} ({columns}, pgh_context_id, pgh_created_at, pgh_label, pgh_obj_id)"
        " SELECT {columns}, %s, NOW(), 'insert', {key} FROM {rows} WHERE {key} = ANY(%s)"
    ).format(
        events=sql.Identifier(event._meta.db_table),
        rows=sql.Identifier(model._meta.db_table),
        key=sql.Identifier(model._meta.pk.column),
        columns=sql.SQL(", ").join(map(sql.Identifier, fields)),
    )
