"""Ending what holds between two days, together with all that cannot outlive it.

The floors above hang their own tenures on our rows (coverages, pairings, project links). They are
found through Django's reverse relations, so that ending a row on this floor ends them as well
without this floor knowing them. A tenure ends with the row that a foreign key of its names

- always, where the foreign key is required (a coverage without its branch is nothing);
- where the model says so in `ends_with`, if the foreign key may be empty.
"""

from collections import defaultdict
from collections.abc import Iterator
from datetime import date

from django.core.exceptions import ValidationError
from django.db import models, transaction
from django.db.models import F, Q, QuerySet, Value
from django.db.models.functions import Greatest

from ledgers.formats import zh_date
from ledgers.importing.bulk import update
from ledgers.models import Tenure


def lock(row):
    """The same row, read again and locked until the transaction ends."""
    # A request's account is a lazy stand-in, whose own type is no model.
    return row._meta.model._base_manager.select_for_update().get(pk=row.pk)


def dependent_relations(model) -> Iterator:
    """The relations by which tenures hang on rows of `model` and end with them."""
    for relation in model._meta.related_objects:
        field = relation.field
        model_ends_with = getattr(relation.related_model, "ends_with", ())
        if (
            relation.one_to_many
            and issubclass(relation.related_model, Tenure)
            and (not field.null or field.name in model_ends_with)
        ):
            yield relation


def still_running(queryset: QuerySet, on: date) -> QuerySet:
    """The tenures that have not ended by the day `on`, also those that begin later."""
    return queryset.filter(Q(until__isnull=True) | Q(until__gt=on))


def dependents_of(model, keys: list, on: date) -> Iterator[tuple[type[models.Model], list]]:
    """Every model with the keys of its rows that end on `on` with rows `keys` of `model`."""
    for relation in dependent_relations(model):
        dependent = relation.related_model
        rows = dependent._base_manager.filter(**{f"{relation.field.name}__in": keys})
        found = list(still_running(rows, on).values_list("pk", flat=True))
        if found:
            yield dependent, found
            yield from dependents_of(dependent, found, on)


def tenures_ending_with(*rows, on: date) -> list[QuerySet]:
    """What would end on `on` with `rows` of one model, one queryset for each model, for a preview."""
    found: dict[type[models.Model], set] = {}
    for model, keys in dependents_of(type(rows[0]), [row.pk for row in rows], on):
        found.setdefault(model, set()).update(keys)
    return [model._base_manager.filter(pk__in=keys) for model, keys in found.items()]


def end_dependents(*rows, on: date) -> int:
    """End on `on` all that cannot outlive `rows` of one model; returns how many rows that were.

    What was to begin only later ends before it began, so it holds on no day at all.
    """
    last_day = Greatest(F("since"), Value(on, output_field=models.DateField()))
    return sum(found.update(until=last_day) for found in tenures_ending_with(*rows, on=on))


@transaction.atomic
def end_tenure(*, tenure: Tenure, on: date, **changes) -> Tenure:
    """End `tenure` from the day `on` (exclusive end: it no longer holds on that day).

    `changes` are further fields to set with it, for example a hand-over note. Ends the rows that
    depend on it. Raises ValidationError where it ended already or had not begun.
    """
    row = lock(tenure)
    if row.until is not None and row.until <= on:
        raise ValidationError({"until": f"已于{zh_date(row.until)}结束，不必重复登记。"})
    row.until = on
    for name, value in changes.items():
        setattr(row, name, value)
    row.full_clean()
    row.save()
    end_dependents(row, on=on)
    return row


@transaction.atomic
def end_all(*, tenures: list[Tenure], on: date) -> None:
    """End tenures of one model, as `end_tenure` ends one, by statements that do not grow with them.

    They run on the day `on`, and whoever calls holds their locks.
    """
    if tenures:
        rows = type(tenures[0])._base_manager.filter(pk__in=[one.pk for one in tenures])
        rows.update(until=on)
        end_dependents(*tenures, on=on)


@transaction.atomic
def end_each(*, tenures: list[Tenure]) -> None:
    """The same for tenures that are to end on days of their own, which stand in their `until`.

    What depends on them ends day by day; where nothing can, one statement does it all.
    """
    update(tenures, ["until"])
    if tenures and any(dependent_relations(type(tenures[0]))):
        by_day: dict[date, list[Tenure]] = defaultdict(list)
        for one in tenures:
            by_day[one.until].append(one)
        for day, rows in by_day.items():
            end_dependents(*rows, on=day)
