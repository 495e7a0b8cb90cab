"""Ending what holds between two days, together with all that cannot outlive it.

The floors above hang their own tenures on our rows (coverages, pairings, project links). They are
found through Django's reverse relations, so that ending a row on this floor ends them as well
without this floor knowing them. A tenure ends with the row that a foreign key of its names

- always, where the foreign key is required (a coverage without its branch is nothing);
- where the model says so in `ends_with`, if the foreign key may be empty.
"""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from datetime import date
from typing import Any, TypeVar, cast

from django.core.exceptions import ValidationError
from django.db import models
from django.db.models import Q, QuerySet

from ledgers.bulk.services import each, takes_list
from ledgers.bulk.writing import check_fields, update
from ledgers.formats import zh_date
from ledgers.models import Tenure

AnyRow = TypeVar("AnyRow", bound=models.Model)
AnyTenure = TypeVar("AnyTenure", bound=Tenure)


def lock(row: AnyRow) -> AnyRow:
    """The same row, read again and locked until the transaction ends."""
    # A request's account is a lazy stand-in, whose own type is no model.
    return cast(AnyRow, row._meta.model._base_manager.select_for_update().get(pk=row.pk))


def lock_all(rows: Iterable[models.Model | None]) -> dict[int, Any]:
    """By key: rows of one model, read again and locked until the transaction ends. One query."""
    by_key = {row.pk: row for row in rows if row is not None}
    if not by_key:
        return {}
    model = next(iter(by_key.values()))._meta.model
    found = model._base_manager.select_for_update().filter(pk__in=list(by_key))
    return {row.pk: row for row in found.order_by("pk")}


def dependent_relations(model: type[models.Model]) -> Iterator[Any]:
    """The relations by which tenures hang on rows of `model` and end with them."""
    for relation in model._meta.related_objects:
        field = relation.field
        model_ends_with = getattr(relation.related_model, "ends_with", ())
        if (
            relation.one_to_many
            and issubclass(cast(type, relation.related_model), Tenure)
            and (not field.null or field.name in model_ends_with)
        ):
            yield relation


def still_running(queryset: QuerySet, on: date) -> QuerySet:
    """The tenures that have not ended by the day `on`, also those that begin later."""
    return queryset.filter(Q(until__isnull=True) | Q(until__gt=on))


def dependents_of(
    model: type[models.Model], keys: list, on: date
) -> Iterator[tuple[type[models.Model], list]]:
    """Every model with the keys of its rows that end on `on` with rows `keys` of `model`."""
    for relation in dependent_relations(model):
        dependent = relation.related_model
        rows = dependent._base_manager.filter(**{f"{relation.field.name}__in": keys})
        found = list(still_running(rows, on).values_list("pk", flat=True))
        if found:
            yield dependent, found
            yield from dependents_of(dependent, found, on)


def tenures_ending_with(*rows: models.Model, on: date) -> list[QuerySet]:
    """What would end on `on` with `rows` of one model, one queryset for each model, for a preview."""
    found: dict[type[models.Model], set] = {}
    for model, keys in dependents_of(type(rows[0]), [row.pk for row in rows], on):
        found.setdefault(model, set()).update(keys)
    return [model._base_manager.filter(pk__in=keys) for model, keys in found.items()]


def end_dependents(*rows: models.Model, on: date) -> None:
    """End on `on` all that cannot outlive `rows` of one model."""
    _end_with(type(rows[0]), {row.pk: on for row in rows})


def _end_with(model: type[models.Model], days: Mapping[int, date]) -> None:
    """End what cannot outlive rows of `model` that end on `days`, by their keys.

    What was to begin only later ends before it began, so it holds on no day at all. One query and
    one statement for each model that hangs on it, however many rows and days there are.
    """
    for relation in dependent_relations(model):
        dependent, key = relation.related_model, relation.field.attname
        rows = dependent._base_manager.filter(**{f"{relation.field.name}__in": list(days)})
        ending = {}
        for row in still_running(rows, min(days.values())):
            day = days[getattr(row, key)]
            if row.until is None or row.until > day:
                row.until = max(row.since, day)
                ending[row.pk] = row
        if ending:
            update(ending.values(), ["until"])
            _end_with(dependent, {pk: days[getattr(row, key)] for pk, row in ending.items()})


@dataclass(frozen=True, slots=True)
class Ending:
    """`tenure` ends from the day `on` (exclusive end: it no longer holds on that day).

    `changes` are further fields to set with it, for example a hand-over note.
    """

    tenure: Tenure
    on: date
    changes: Mapping[str, Any] = field(default_factory=dict)


@takes_list
def end_tenures(endings: list[Ending]) -> list[Tenure]:
    """End tenures of one model, and the rows that depend on them.

    Raises RowErrors where one ended already or had not begun.
    """
    rows = lock_all(one.tenure for one in endings)

    def end(one: Ending) -> Tenure:
        row = rows[one.tenure.pk]
        if row.until is not None and row.until <= one.on:
            raise ValidationError({"until": f"已于{zh_date(row.until)}结束，不必重复登记。"})
        row.until = one.on
        for name, value in one.changes.items():
            setattr(row, name, value)
        check_fields(row, {"until", *one.changes})
        return row

    ended = each(endings, end)
    update(ended, dict.fromkeys(name for one in endings for name in ("until", *one.changes)))
    _end_with(type(ended[0]), {one.tenure.pk: one.on for one in endings})
    return ended


def end_tenure(*, tenure: AnyTenure, on: date, **changes: Any) -> AnyTenure:
    """End one tenure, see `Ending`. Raises ValidationError."""
    return cast(AnyTenure, end_tenures.one(Ending(tenure, on, changes)))
