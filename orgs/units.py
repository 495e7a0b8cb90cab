"""Units come into the ledger."""

from django.db import transaction

from orgs.models import Division, Unit


@transaction.atomic
def register_unit(*, name: str, kind: str, division: Division) -> Unit:
    """Enter a unit; refuses a second one of that name in the division."""
    unit = Unit(name="".join(name.split()), kind=kind, division=division)
    unit.full_clean()
    unit.save()
    return unit
