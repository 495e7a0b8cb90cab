"""Taking a whole import back, as long as nothing was built on it.

What an import did stands in the history: its events name the batch. What it entered is deleted,
what it changed gets the values from before; the history itself stays. Both go table by table, so
that 40,000 rows take no more statements than 4,000 (BATCH apart).
"""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field

import pghistory
from django.apps import apps
from django.core.exceptions import ValidationError
from django.db import connection, models, transaction
from django.db.models import Q
from pghistory.models import Context, Event

from ledgers import clock
from ledgers.formats import zh_date
from ledgers.models import ImportBatch
from ledgers.pinyin import PinyinField

SHOWN = 10  # obstacles that are told; more are counted
BATCH = 10_000  # keys in one statement


@dataclass
class Touched:
    """The rows of one model that a batch entered, and those it changed with their events before."""

    model: type[models.Model]
    event_model: type[Event]
    entered: set = field(default_factory=set)
    changed: dict = field(default_factory=dict)  # by key: number of the last event before


@dataclass
class Plan:
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


def plan_undo(batch: ImportBatch) -> Plan:
    """The rows that `batch` entered or changed, and why it cannot be taken back, if it cannot."""
    plan = Plan()
    contexts = _contexts(Q(metadata__import_batch=batch.pk))
    undone = list(ImportBatch.objects.exclude(undone_at=None).values_list("pk", flat=True))
    # A later import that was taken back left everything as it had been.
    settled = _contexts(Q(metadata__import_batch__in=undone) | Q(metadata__has_key="import_undo"))
    for event_model in apps.get_models():
        if issubclass(event_model, Event) and getattr(event_model, "pgh_tracked_model", None):
            _add_rows(plan, event_model, contexts, settled)
    entered = {one.model: one.entered for one in plan.touched}
    for one in plan.touched:
        _find_built_on(plan, one, entered)
    return plan


def _contexts(condition: Q) -> list:
    return list(Context.objects.filter(condition).values_list("pk", flat=True))


def _add_rows(plan: Plan, event_model: type[Event], contexts: list, settled: list) -> None:
    """The rows of one model, from the events of the batch. Three statements and those by BATCH."""
    own = event_model.objects.filter(pgh_context_id__in=contexts)
    first: dict[object, tuple] = {}
    last: dict[object, int] = {}
    for key, number, label in own.order_by("pgh_id").values_list(
        "pgh_obj_id", "pgh_id", "pgh_label"
    ):
        first.setdefault(key, (number, label))
        last[key] = number
    if not first:
        return
    touched = Touched(event_model.pgh_tracked_model, event_model)
    before: dict[object, int] = {}
    later: set = set()
    others = event_model.objects.filter(pgh_obj_id__in=own.values("pgh_obj_id"))
    others = others.exclude(pgh_context_id__in=contexts).order_by("pgh_id")
    for key, number, context in others.values_list("pgh_obj_id", "pgh_id", "pgh_context_id"):
        if number < first[key][0]:
            before[key] = number
        elif number > last[key] and context not in settled:
            later.add(key)
    later |= first.keys() - _there(touched.model, first)
    for key, (_, label) in first.items():
        if label == "insert":
            touched.entered.add(key)
        elif key in before:
            touched.changed[key] = before[key]
        else:
            later.add(key)  # nothing tells what it was
    plan.touched.append(touched)
    plan.tell(_changed_since(touched, sorted(later), last), len(later))


def _there(model: type[models.Model], keys: Iterable) -> set:
    """Those of `keys` whose rows still exist."""
    found: set = set()
    for some in _by_batch(keys):
        found.update(model._base_manager.filter(pk__in=some).values_list("pk", flat=True))
    return found


def _by_batch(keys: Iterable) -> Iterator[list]:
    keys = list(keys)
    for start in range(0, len(keys), BATCH):
        yield keys[start : start + BATCH]


def _changed_since(touched: Touched, keys: list, last: dict) -> Iterator[str]:
    for key in keys:
        row = touched.model._base_manager.filter(pk=key).first()
        what = row if row is not None else touched.event_model.objects.get(pgh_id=last[key])
        yield f"{touched.model._meta.verbose_name}“{what}”在导入之后又有变更"


def _find_built_on(plan: Plan, one: Touched, entered: dict) -> None:
    """Rows that refer to an entered one and were not entered by the same batch."""
    for relation in one.model._meta.related_objects if one.entered else ():
        other = relation.related_model
        if relation.many_to_many or issubclass(other, Event):
            continue
        found: list = []
        for keys in _by_batch(one.entered):
            rows = other._base_manager.filter(**{f"{relation.field.name}__in": keys})
            found += set(rows.values_list("pk", flat=True)) - entered.get(other, set())
        plan.tell(_built_on(one.model, other, sorted(found)), len(found))


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
    batch.undone_at, batch.undone_by = clock.now(), user
    batch.full_clean()
    batch.save()
    return batch


def _delete(one: Touched) -> None:
    """Delete what was entered. Nothing else refers to it, and foreign keys are checked at the end."""
    for keys in _by_batch(one.entered):
        rows = one.model._base_manager.filter(pk__in=keys)
        rows._raw_delete(rows.db)


def _restore(one: Touched) -> None:
    """Give changed rows the values that their last events before the batch hold."""
    quote = connection.ops.quote_name
    kept = {column.column for column in one.event_model._meta.concrete_fields}
    meta = one.model._meta
    columns = [
        quote(column.column)
        for column in meta.concrete_fields
        if column.column in kept and not column.primary_key
    ]
    # Names of tables and columns only, from the models; the keys are a parameter.
    statement = (
        f"UPDATE {quote(meta.db_table)} SET ({', '.join(columns)}) ="  # noqa: S608
        f" ROW({', '.join(f'was.{column}' for column in columns)})"
        f" FROM {quote(one.event_model._meta.db_table)} was"
        f" WHERE was.pgh_id = ANY(%s) AND {quote(meta.db_table)}.{quote(meta.pk.column)}"
        " = was.pgh_obj_id"
    )
    keyed = [column for column in meta.concrete_fields if isinstance(column, PinyinField)]
    for keys in _by_batch(one.changed):
        with connection.cursor() as cursor:
            cursor.execute(statement, [[one.changed[key] for key in keys]])
        if keyed:
            # Not part of the history, because it follows from the name.
            rows = list(one.model._base_manager.filter(pk__in=keys))
            stale = [row for row in rows if _key_is_stale(row, keyed)]
            one.model._base_manager.bulk_update(stale, [column.name for column in keyed])


def _key_is_stale(row: models.Model, keyed: list) -> bool:
    """Whether a search key does not follow from its name any more; makes it follow."""
    was = [getattr(row, column.attname) for column in keyed]
    return was != [column.pre_save(row, False) for column in keyed]
