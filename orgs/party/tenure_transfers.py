"""Carrying tenures over from one Party organisation to another: the old row ends, a new one begins.

Nothing is re-written, so the days before still tell what they told. What the other organisation has
already, or a post that is held there by somebody else, is not doubled: the old row ends, and the
reason is told.
"""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date

from django.core.exceptions import ValidationError
from django.db import models
from django.db.models import Q

from ledgers.models import Tenure
from orgs.models import PartyOrganization
from orgs.tenures import dependent_relations, end_dependents, lock, still_running

ALREADY = "对方已有同样的登记"


@dataclass(frozen=True)
class Carried:
    """What becomes of one tenure: `why` not carried over ("" = carried), what hangs on it."""

    row: Tenure
    field: models.ForeignKey
    why: str = ""
    with_it: tuple = ()


def tenures_to_carry(row: models.Model, on: date) -> Iterator[tuple[models.ForeignKey, Tenure]]:
    """The running tenures that hang directly on `row`, with the foreign key by which they do."""
    for relation in dependent_relations(type(row)):
        rows = relation.related_model._base_manager.filter(**{relation.field.name: row})
        for tenure in still_running(rows, on).order_by("pk"):
            yield relation.field, tenure


def plan_carrying(
    organization: PartyOrganization, into: PartyOrganization, on: date
) -> list[Carried]:
    """What would be carried over from `organization` `into` the other one, row by row."""
    found = []
    for key, tenure in tenures_to_carry(organization, on):
        why = _refusal(_copy(tenure, key, into, on))
        with_it = tuple(row for _, row in tenures_to_carry(tenure, on))
        found.append(Carried(tenure, key, why, with_it))
    return found


def carry(tenure: Tenure, key: models.ForeignKey, to: models.Model, on: date) -> Tenure | None:
    """Carry `tenure` over `to` the other row from the day `on`, with all that hangs on it.

    Returns the new row, or None where the other side has it already: then the old one just ends.
    """
    tenure = lock(tenure)
    if tenure.until is not None and tenure.until <= on:
        return None  # somebody has ended it meanwhile
    new: Tenure | None = _copy(tenure, key, to, on)
    if new and _refusal(new):
        new = None
    old_until = max(on, tenure.since)
    below = list(tenures_to_carry(tenure, on))
    tenure.until = old_until
    tenure.save(update_fields=["until"])
    if new is None:
        end_dependents(tenure, on=on)
        return None
    new.full_clean()
    new.save()
    for inner_key, inner in below:
        carry(inner, inner_key, new, on)
    return new


def _copy(tenure: Tenure, key: models.ForeignKey, to: models.Model, on: date) -> Tenure:
    """The same tenure for the other row, unsaved, from the day `on`."""
    values = {
        f.attname: getattr(tenure, f.attname)
        for f in tenure._meta.concrete_fields
        if not f.primary_key
    }
    new = type(tenure)(**values | {key.attname: to.pk, "since": max(on, tenure.since)})
    setattr(new, key.name, to)
    return new


def _refusal(new: Tenure) -> str:
    """Why `new` cannot begin beside what there is; "" where it can."""
    same = {
        f.attname: getattr(new, f.attname)
        for f in new._meta.concrete_fields
        if f.is_relation or f.choices
    }
    overlapping = type(new)._base_manager.filter(
        Q(until__isnull=True) | Q(until__gt=new.since), **same
    )
    if new.until is not None:
        overlapping = overlapping.filter(since__lt=new.until)
    if overlapping.exists():
        return ALREADY
    try:
        new.validate_constraints()
    except ValidationError as error:
        return "".join(error.messages).removesuffix("。")
    return ""
