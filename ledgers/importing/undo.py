"""Taking a whole import back, as long as nothing was built on it.

What an import did stands in the history: its events name the batch. What it entered is deleted,
what it changed gets the values from before; the history itself stays. Both are done by the database,
table by table, so that 40,000 rows take no more statements than 40.
"""

from collections.abc import Iterator
from dataclasses import dataclass, field

import pghistory
from django.apps import apps
from django.core.exceptions import ValidationError
from django.db import connection, models, transaction
from django.db.models import Q
from django.db.models.expressions import RawSQL
from pghistory.models import Context, Event

from ledgers import clock
from ledgers.bulk.writing import update
from ledgers.formats import zh_date
from ledgers.models import ImportBatch
from ledgers.pinyin import PinyinField

SHOWN = 10  # obstacles that are told; more are counted

# What became of each row that the batch touched. {events} and {table} are tables of our models, {pk} the
# key's column; given are the contexts of the batch and those of what was settled since. An insert is
# the first that ever happens to a row, so a row with an insert of the batch was entered by it.
# Always used within another statement: the history knows reads and writes by their first word.
STATE = """
    WITH own AS (
        SELECT pgh_obj_id AS key, min(pgh_id) AS first, max(pgh_id) AS last,
               bool_or(pgh_label = 'insert') AS entered
        FROM {events} WHERE pgh_context_id = ANY(%s::uuid[]) GROUP BY pgh_obj_id
    ), around AS (
        SELECT own.key, own.last, own.entered,
               max(e.pgh_id) FILTER (WHERE e.pgh_id < own.first) AS before,
               bool_or(e.pgh_id > own.last
                       AND (e.pgh_context_id IS NULL OR e.pgh_context_id <> ALL(%s::uuid[]))) AS later
        FROM own JOIN {events} e ON e.pgh_obj_id = own.key
        GROUP BY own.key, own.last, own.entered
    ), state AS (
        SELECT around.*, NOT around.entered AND around.before IS NOT NULL AS changed,
               around.later OR there.{pk} IS NULL
                   OR (NOT around.entered AND around.before IS NULL) AS built_on
        FROM around LEFT JOIN {table} there ON there.{pk} = around.key
    )
    SELECT {what} FROM state {which}
"""


@dataclass
class Touched:
    """The rows of one model that a batch entered or changed: how many, and how to find them.

    `contexts` are those of the batch, `settled` those of later imports that were taken back.
    """

    model: type[models.Model]
    event_model: type[Event]
    contexts: list
    settled: list
    entered: int = 0
    changed: int = 0
    built_on: int = (
        0  # rows that somebody changed or deleted since, or of which nothing tells what they were
    )

    def entered_keys(self):
        """The keys of what was entered, as a subquery."""
        own = self.event_model.objects.filter(
            pgh_context_id__in=self.contexts, pgh_label="insert", pgh_obj_id__isnull=False
        )
        return own.values("pgh_obj_id")

    def state(self, what: str, which: str = "") -> tuple[str, list]:
        """A statement that selects `what` of the state of those rows `which`, with its parameters."""
        quote = connection.ops.quote_name
        statement = STATE.format(
            what=what,
            which=which,
            events=quote(self.event_model._meta.db_table),
            table=quote(self.model._meta.db_table),
            pk=quote(self.model._meta.pk.column),
        )
        return statement, [self.contexts, self.settled]

    def keys(self, what: str) -> tuple[str, list]:
        """The same for one column of what was changed, for a condition.

        As an array it is found once: joined, the planner may find it anew for each row of a table
        whose new size it does not know yet.
        """
        statement, parameters = self.state(what, "WHERE changed")
        return f"SELECT unnest(ARRAY({statement}))", parameters

    def rows(self, what: str, which: str = "") -> list[tuple]:
        """What `state` selects."""
        with connection.cursor() as cursor:
            statement, parameters = self.state(what, which)
            cursor.execute(f"SELECT * FROM ({statement}) found", parameters)  # noqa: S608
            return cursor.fetchall()


@dataclass
class UndoPlan:
    """What taking a batch back would do, and what stands in the way."""

    touched: list[Touched] = field(default_factory=list)
    obstacles: list[str] = field(default_factory=list)
    untold: int = 0  # further obstacles of a table whose first ones are told

    @property
    def sentence(self) -> str:
        """What stands in the way, in one sentence; "" where nothing does."""
        if not self.obstacles:
            return ""
        more = len(self.obstacles) - SHOWN + self.untold
        rest = f"；另有{more}项" if more > 0 else ""
        return f"不能撤销：{'；'.join(self.obstacles[:SHOWN])}{rest}。"

    def tell(self, texts: Iterator[str], number: int) -> None:
        """Add `number` obstacles, of which only the first are put into words."""
        told = [text for text, _ in zip(texts, range(SHOWN), strict=False)]
        self.obstacles += told
        self.untold += number - len(told)


def plan_undo(batch: ImportBatch) -> UndoPlan:
    """The rows that `batch` entered or changed, and why it cannot be taken back, if it cannot."""
    plan = UndoPlan()
    contexts = _contexts(Q(metadata__import_batch=batch.pk))
    undone = list(ImportBatch.objects.exclude(undone_at=None).values_list("pk", flat=True))
    # A later import that was taken back left everything as it had been.
    settled = _contexts(Q(metadata__import_batch__in=undone) | Q(metadata__has_key="import_undo"))
    for event_model in apps.get_models():
        if issubclass(event_model, Event) and getattr(event_model, "pgh_tracked_model", None):
            _add_rows(plan, event_model, contexts, settled)
    entered = {one.model: one for one in plan.touched if one.entered}
    for one in entered.values():
        _find_built_on(plan, one, entered)
    return plan


def _contexts(condition: Q) -> list:
    return list(Context.objects.filter(condition).values_list("pk", flat=True))


def _add_rows(plan: UndoPlan, event_model: type[Event], contexts: list, settled: list) -> None:
    """The rows of one model, from the events of the batch: one statement, and one for what is told."""
    touched = Touched(event_model.pgh_tracked_model, event_model, contexts, settled)
    touched.entered, touched.changed, touched.built_on = touched.rows(
        "count(*) FILTER (WHERE entered), count(*) FILTER (WHERE changed),"
        " count(*) FILTER (WHERE built_on)"
    )[0]
    if not (touched.entered or touched.changed or touched.built_on):
        return
    plan.touched.append(touched)
    if touched.built_on:
        plan.tell(_changed_since(touched), touched.built_on)


def _changed_since(touched: Touched) -> Iterator[str]:
    found = touched.rows("key, last", f"WHERE built_on ORDER BY key LIMIT {SHOWN}")
    for key, last in found:
        row = touched.model._base_manager.filter(pk=key).first()
        what = row if row is not None else touched.event_model.objects.get(pgh_id=last)
        yield f"{touched.model._meta.verbose_name}“{what}”在导入之后又有变更"


def _find_built_on(plan: UndoPlan, one: Touched, entered: dict) -> None:
    """Rows that refer to an entered one and were not entered by the same batch."""
    for relation in one.model._meta.related_objects:
        other = relation.related_model
        if relation.many_to_many or issubclass(other, Event):
            continue
        rows = other._base_manager.filter(**{f"{relation.field.name}__in": one.entered_keys()})
        if other in entered:
            rows = rows.exclude(pk__in=entered[other].entered_keys())
        first = list(rows.order_by("pk").values_list("pk", flat=True)[:SHOWN])
        number = len(first) if len(first) < SHOWN else rows.count()
        plan.tell(_built_on(one.model, other, first), number)


def _built_on(model: type[models.Model], other: type[models.Model], keys: list) -> Iterator[str]:
    for key in keys:
        row = other._base_manager.get(pk=key)
        yield f"{other._meta.verbose_name}“{row}”用到了导入的{model._meta.verbose_name}"


@transaction.atomic
def undo_import(*, batch: ImportBatch, user=None) -> ImportBatch:
    """Take back what `batch` stored, wholly. Raises ValidationError with what stands in the way."""
    batch = ImportBatch.objects.select_for_update(of=["self"]).get(pk=batch.pk)
    if batch.undone_at is not None:
        day = zh_date(clock.local_day(batch.undone_at))
        raise ValidationError(f"这一批已于{day}撤销，不必重复办理。")
    plan = plan_undo(batch)
    if plan.obstacles:
        raise ValidationError(plan.sentence)
    with pghistory.context(user=user.pk if user else None, import_undo=batch.pk):
        for one in plan.touched:
            _delete(one)
        for one in plan.touched:
            _restore(one)
        for one in plan.touched:
            _follow_names(one)
    batch.undone_at, batch.undone_by = clock.now(), user
    batch.full_clean()
    batch.save()
    return batch


def _delete(one: Touched) -> None:
    """Delete what was entered. Nothing else refers to it, and foreign keys are checked at the end."""
    if one.entered:
        rows = one.model._base_manager.filter(pk__in=one.entered_keys())
        rows._raw_delete(rows.db)


def _restore(one: Touched) -> None:
    """Give changed rows the values that their last events before the batch hold."""
    if not one.changed:
        return
    quote = connection.ops.quote_name
    kept = {column.column for column in one.event_model._meta.concrete_fields}
    meta = one.model._meta
    columns = [
        quote(column.column)
        for column in meta.concrete_fields
        if column.column in kept and not column.primary_key
    ]
    before, parameters = one.keys("before")
    # Names of tables and columns only, from the models; the contexts are parameters.
    statement = (
        f"UPDATE {quote(meta.db_table)} SET ({', '.join(columns)}) ="  # noqa: S608
        f" ROW({', '.join(f'was.{column}' for column in columns)})"
        f" FROM {quote(one.event_model._meta.db_table)} was"
        f" WHERE was.pgh_id IN ({before})"
        f" AND {quote(meta.db_table)}.{quote(meta.pk.column)} = was.pgh_obj_id"
    )
    with connection.cursor() as cursor:
        cursor.execute(statement, parameters)


def _follow_names(one: Touched) -> None:
    """Search keys are not part of the history, because they follow from the name.

    Where they are made of another row's name as well (a building's of its courtyard's), they follow
    that one, also on rows that the batch did not touch.
    """
    if not one.changed:
        return
    keys, parameters = one.keys("key")
    changed = RawSQL(keys, parameters)  # noqa: S611
    _renew_keys(one.model._base_manager.filter(pk__in=changed))
    for relation in one.model._meta.related_objects:
        other, derived = relation.related_model, _keyed(relation.related_model)[1]
        if derived and relation.one_to_many:
            _renew_keys(other._base_manager.filter(**{f"{relation.field.name}__in": changed}))


def _keyed(model: type[models.Model]) -> tuple[list[PinyinField], bool]:
    """The search keys of a model, and whether one is made of more than a field of its own."""
    keyed = [one for one in model._meta.concrete_fields if isinstance(one, PinyinField)]
    own = {field.name for field in model._meta.concrete_fields}
    return keyed, any(one.source not in own for one in keyed)


def _renew_keys(rows: models.QuerySet) -> None:
    """Write the search keys of `rows` that do not follow from their names, by one statement."""
    keyed, derived = _keyed(rows.model)
    if not keyed:
        return
    if derived:
        rows = rows.select_related(*(f.name for f in rows.model._meta.fields if f.is_relation))
    else:
        rows = rows.only(*(name for column in keyed for name in (column.name, column.source)))
    update([row for row in rows if _key_is_stale(row, keyed)], [column.name for column in keyed])


def _key_is_stale(row: models.Model, keyed: list[PinyinField]) -> bool:
    """Whether a search key does not follow from its name any more; makes it follow."""
    was = [getattr(row, column.attname) for column in keyed]
    return was != [column.pre_save(row, False) for column in keyed]
