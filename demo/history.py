"""The insert events of many new rows at once: what the triggers would write one by one.

A trigger that fires for each of 33,000 rows takes most of the load's time; a statement for each
table leaves the same events.
"""

from datetime import datetime, time

from django.apps import apps
from django.db import connection, models
from django.utils import timezone
from psycopg2 import sql

from demo.data import toml

INSERT_TRIGGER = "insert_insert"
# What says when a row came about, most telling first. The county pretends that its rows were
# entered as they happened; by the database's clock all of them would date from the load.
HAPPENED = (
    *(
        "taken_at",
        "patrolled_at",
        "verified_on",
        "filed_on",
        "since",
        "surveyed_on",
        "established_on",
    ),
    *("raised_on", "issued_on", "held_on", "visited_on", "noted_on", "counted_on", "evaluated_on"),
    *("demolished_on", "worked_on", "opened_on", "pledged_on", "earned_on", "distributed_on"),
    *("described_on", "published_on", "taken_on", "started_on", "start"),
)
EVENING = time(17, 30)
LATEST = datetime.combine(toml("totals")["as_of"], time(8, 50))


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
    tracked = _event_models()
    with connection.cursor() as cursor:
        for model in rows.keys() & tracked.keys():
            keys = [row.pk for row in rows[model]]
            values = [timezone.make_aware(LATEST), keys]
            # As text: what marks the batch is put in front of it.
            statement = _statement(model, tracked[model]).as_string(cursor.cursor)
            cursor.execute(statement, values)


def _statement(model, event) -> sql.Composed:
    """Copies the rows of `model` with given keys into its event table, under the batch's context."""
    fields = [f.column for f in event._meta.fields if not f.name.startswith("pgh_")]
    return sql.SQL(
        "INSERT INTO {events} ({columns}, pgh_context_id, pgh_created_at, pgh_label, pgh_obj_id)"
        " SELECT {columns}, (SELECT _pgh_attach_context()), LEAST({moment}, %s), 'insert', {key}"
        " FROM {rows} WHERE {key} = ANY(%s)"
    ).format(
        moment=_moment(model),
        events=sql.Identifier(event._meta.db_table),
        rows=sql.Identifier(model._meta.db_table),
        key=sql.Identifier(model._meta.pk.column),
        columns=sql.SQL(", ").join(map(sql.Identifier, fields)),
    )


def _moment(model) -> sql.Composable:
    """When a row of `model` came about, as a timestamp: NULL where nothing says so."""
    fields = {field.name: field for field in model._meta.fields}
    name = next((name for name in HAPPENED if name in fields), None)
    if name is None:
        return sql.SQL("NULL")
    column = sql.Identifier(fields[name].column)
    if isinstance(fields[name], models.DateTimeField):
        return column
    evening = sql.Literal(f"{EVENING:%H:%M}")
    zone = sql.Literal(timezone.get_default_timezone_name())
    return sql.SQL("({} + {}::time) AT TIME ZONE {}").format(column, evening, zone)
