"""What happens when a place's reading is entered or changed: the rows named after it are found anew."""

from collections.abc import Collection, Mapping

from django.apps import apps
from django.db import models, transaction
from django.db.models import Q

from ledgers.bulk.writing import update
from ledgers.models import LocalReading
from ledgers.pinyin import PinyinField, forget_readings, pinyin_key


@transaction.atomic
def set_readings(*, readings: Mapping[str, str]) -> int:
    """Enter or change readings, name → syllables with blanks between. Gives the rows re-keyed.

    Names that are not in `readings` keep theirs. Raises ValidationError with nothing stored.
    """
    known = {row.term: row for row in LocalReading.objects.filter(term__in=list(readings))}
    changed = []
    for term, reading in readings.items():
        row = known.get(term) or LocalReading(term=term)
        if row.reading != reading:
            row.reading = reading
            row.full_clean()
            row.save()
            changed.append(term)
    return refresh_keys(terms=changed) if changed else 0


@transaction.atomic
def refresh_keys(*, terms: Collection[str]) -> int:
    """Write the search keys of all rows whose names hold one of `terms` anew; gives how many changed."""
    forget_readings()
    found = 0
    for model, field in _keyed():
        rows = _holding(model, field, terms)
        stale = [row for row in rows if getattr(row, field.attname) != _key(row, field)]
        update(stale, [field.name])
        found += len(stale)
    return found


def refresh_all_keys() -> int:
    """The same for every reading there is: heals what a process stored that did not know it yet."""
    return refresh_keys(terms=list(LocalReading.objects.values_list("term", flat=True)))


def _keyed() -> list[tuple[type[models.Model], PinyinField]]:
    """The models with a search key, and the field that holds it; not their events."""
    return [
        (model, field)
        for model in apps.get_models()
        if not hasattr(model, "pgh_tracked_model")
        for field in model._meta.local_concrete_fields
        if isinstance(field, PinyinField)
    ]


def _holding(model, field, terms: Collection[str]) -> models.QuerySet:
    """The rows with one of the names: a key ends with the text that it was made of."""
    condition = Q(pk__in=[])
    for term in terms:
        condition |= Q(**{f"{field.name}__contains": term})
    # A name may be made of a related row's (a building's of its courtyard's).
    return model._base_manager.filter(condition).select_related()


def _key(row, field: PinyinField) -> str:
    return pinyin_key(getattr(row, field.source))
