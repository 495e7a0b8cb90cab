"""What the services of courtyards have in common."""

from datetime import date
from typing import Any

from django.core.exceptions import ValidationError

from ledgers.formats import zh_date


def refuse_unless_listed(place: Any, day: date) -> None:
    """Raise ValidationError on a day on which the courtyard or building is not in the ledger."""
    if not place.holds_on(day):
        raise ValidationError({"since": f"{place.name}在{zh_date(day)}不在册，请核对日期。"})


def refuse_unless_standing(body: Any, day: date) -> None:
    """Raise ValidationError where a Party organisation or unit does not stand on `day`."""
    if not body.stands_on(day):
        raise ValidationError({"since": f"{body}在{zh_date(day)}尚未成立或已经撤销。"})
