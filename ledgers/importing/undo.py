"""Taking a whole import back, as long as nothing was built on it.

What an import did stands in the history: its events name the batch. What it entered is deleted,
what it changed gets the values from before; the history itself stays.
"""

from dataclasses import dataclass, field

import pghistory
from django.apps import apps
from django.core.exceptions import ValidationError
from django.db import models, transaction
from django.db.models import ProtectedError
from pghistory.models import Context, Event

from ledgers import clock
from ledgers.formats import zh_date
from ledgers.models import ImportBatch

SHOWN = 10  # obstacles that are told; more are counted


@dataclass
class Touched:
    """A row that a batch entered or changed, with the event that holds its values from before."""

    model: type[models.Model]
    key: object
    entered: bool
    before: Event | None = None


@dataclass
class Plan:
    """What taking a batch back would do, and what stands in the way."""

    touched: list[Touched] = field(default_factory=list)
    obstacles: list[str] = field(default_factory=list)


def plan_undo(batch: ImportBatch) -> Plan:
    """The rows that `batch` entered or changed, and why it cannot be taken back, if it cannot."""
    plan = Plan()
    contexts = list(
        Context.objects.filter(metadata__import_batch=batch.pk).values_list("pk", flat=True)
    )
    for event_model in apps.get_models():
        if issubclass(event_model, Event) and getattr(event_model, "pgh_tracked_model", None):
            _add_rows(plan, event_model, contexts)
    entered = {(one.model, one.key) for one in plan.touched if one.entered}
    for one in plan.touched:
        if one.entered:
            plan.obstacles += _built_on(one, entered)
    return plan


def _add_rows(plan: Plan, event_model: type[Event], contexts: list) -> None:
    """The rows of one model, from the events of the batch."""
    events = event_model.objects.filter(pgh_context_id__in=contexts).order_by("pgh_id")
    first: dict[object, Event] = {}
    last: dict[object, Event] = {}
    for event in events:
        first.setdefault(event.pgh_obj_id, event)
        last[event.pgh_obj_id] = event
    model = event_model.pgh_tracked_model
    for key, event in first.items():
        history = event_model.objects.filter(pgh_obj_id=key)
        row = model._base_manager.filter(pk=key).first()
        if row is None or history.filter(pgh_id__gt=last[key].pgh_id).exists():
            what = row if row is not None else last[key]
            plan.obstacles.append(f"{model._meta.verbose_name}“{what}”在导入之后又有变更")
            continue
        before = history.filter(pgh_id__lt=event.pgh_id).order_by("-pgh_id").first()
        plan.touched.append(Touched(model, key, event.pgh_label == "insert", before))


def _built_on(one: Touched, entered: set) -> list[str]:
    """Rows that refer to an entered one and were not entered by the same batch."""
    found = []
    for relation in one.model._meta.related_objects:
        other = relation.related_model
        if relation.many_to_many or issubclass(other, Event):
            continue
        rows = other._base_manager.filter(**{relation.field.name: one.key})
        found += [
            f"{other._meta.verbose_name}“{row}”用到了导入的{one.model._meta.verbose_name}"
            for row in rows
            if (other, row.pk) not in entered
        ]
    return found


@transaction.atomic
def undo_import(*, batch: ImportBatch, user=None) -> ImportBatch:
    """Take back what `batch` stored, wholly. Raises ValidationError with what stands in the way."""
    batch = ImportBatch.objects.select_for_update(of=["self"]).get(pk=batch.pk)
    if batch.undone_at is not None:
        day = zh_date(clock.local_day(batch.undone_at))
        raise ValidationError(f"这一批已于{day}撤销，不必重复办理。")
    plan = plan_undo(batch)
    if plan.obstacles:
        more = len(plan.obstacles) - SHOWN
        rest = f"；另有{more}项" if more > 0 else ""
        raise ValidationError(f"不能撤销：{'；'.join(plan.obstacles[:SHOWN])}{rest}。")
    with pghistory.context(user=user.pk if user else None, import_undo=batch.pk):
        _delete([one for one in plan.touched if one.entered])
        for one in plan.touched:
            if not one.entered:
                _restore(one)
    batch.undone_at, batch.undone_by = clock.now(), user
    batch.full_clean()
    batch.save()
    return batch


def _delete(rows: list[Touched]) -> None:
    """Delete rows that refer to each other: those that nothing refers to any more first."""
    while rows:
        kept = []
        for one in rows:
            row = one.model._base_manager.filter(pk=one.key).first()
            try:
                with transaction.atomic():
                    if row is not None:
                        row.delete()
            except ProtectedError:
                kept.append(one)
        if len(kept) == len(rows):
            raise ValidationError("不能撤销：导入的内容仍被引用。")
        rows = kept


def _restore(one: Touched) -> None:
    """Give a changed row the values that its last event before the batch holds."""
    row = one.model._base_manager.get(pk=one.key)
    kept = {column.name for column in type(one.before)._meta.concrete_fields}
    for column in one.model._meta.concrete_fields:
        if column.name in kept and not column.primary_key:
            setattr(row, column.attname, getattr(one.before, column.attname))
    row.save()
