"""What the services of the volunteers' folders share."""

from datetime import date
from typing import Any

from django.core.exceptions import ValidationError

from ledgers.formats import zh_date


def refuse_missing(place: Any, day: date) -> None:
    """Raise ValidationError where what the duty is about is not in its ledger on `day`."""
    if hasattr(place, "holds_on") and not place.holds_on(day):
        raise ValidationError({"since": f"{place}在{zh_date(day)}不在册，请核对日期。"})
