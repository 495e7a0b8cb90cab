"""The facts of one row: every field as a label and a text, linked where it leads to a row of ours."""

from dataclasses import dataclass

from django.db import models

from ledgers import formats, registry
from ledgers.cleaning.phones import mask

# Bookkeeping that says nothing to a reader.
HIDDEN = {"id", "search_text", "path", "depth", "numchild", "version"}


@dataclass(frozen=True)
class Fact:
    """One line of a definition list. `tone` colours the text ("", "green", "amber", "red")."""

    label: str
    text: str
    href: str = ""
    tone: str = ""


def fields_of(model) -> list:
    """The fields that a reader is shown; the qualifier of a soft figure goes with its number.

    The days of a tenure come last: every inherited field comes first in Django's order.
    """
    found = [
        field
        for field in model._meta.fields
        if field.name not in HIDDEN and not field.name.endswith("qualifier")
    ]
    return sorted(found, key=lambda field: field.name in ("since", "until"))


def text_of(obj, field) -> str:
    """The value of a field as people read it: labels, 是/否, soft figures, masked phones."""
    value = getattr(obj, field.attname)
    if field.is_relation:
        return str(getattr(obj, field.name)) if value is not None else formats.EMPTY
    if field.choices:
        return str(getattr(obj, f"get_{field.name}_display")() or formats.EMPTY)
    if field.name == "phone":
        return mask(value) or formats.EMPTY
    qualifier = _qualifier_of(obj, field)
    if qualifier:
        return formats.qualified(value, qualifier)
    if isinstance(value, list):
        return "、".join(map(str, value)) or formats.EMPTY
    return formats.display(value)


def _qualifier_of(obj, field) -> str:
    """How hard the number in `field` is, where the model says so beside it."""
    if not isinstance(field, (models.IntegerField, models.DecimalField)):
        return ""
    stem = field.name.removesuffix("_m2")
    names = (f"{field.name}_qualifier", f"{stem}_qualifier", "qualifier" * (field.name == "value"))
    return next((getattr(obj, name) for name in names if name and hasattr(obj, name)), "")


def facts_of(obj, names, user, link) -> list[Fact]:
    """The facts of `obj`; `names` picks and orders the fields (empty: all).

    `link(ledger, pk)` makes an address. A related row that the reader may not see is not linked.
    """
    found = []
    for field in fields_of(type(obj)) if not names else map(type(obj)._meta.get_field, names):
        label = str(field.verbose_name)
        found.append(Fact(label, text_of(obj, field), _href(obj, field, user, link)))
    return found


def _href(obj, field, user, link) -> str:
    """The address of the row that a foreign key leads to, or ""."""
    key = getattr(obj, field.attname)
    ledger = registry.find(field.related_model) if field.is_relation and key is not None else None
    if ledger is None or not ledger.visible(user).filter(pk=key).exists():
        return ""
    return link(ledger, key)
