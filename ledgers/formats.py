"""How values read in Chinese: dates, numbers, soft figures, yes and no."""

from collections.abc import Iterable
from datetime import date, datetime
from decimal import Decimal
from typing import Any

from django.utils import timezone

from ledgers.models import QUALIFIER_STRENGTH, Qualifier

EMPTY = "—"


def zh_date(value: date | datetime | None) -> str:
    """2021年4月30日; an en dash where there is no date."""
    if not value:
        return EMPTY
    if isinstance(value, datetime):
        value = timezone.localtime(value) if timezone.is_aware(value) else value
    return f"{value.year}年{value.month}月{value.day}日"


def zh_day(value: date | datetime | None) -> str:
    """4月30日, for places where the year is plain."""
    if not value:
        return EMPTY
    if isinstance(value, datetime) and timezone.is_aware(value):
        value = timezone.localtime(value)
    return f"{value.month}月{value.day}日"


def zh_moment(value: datetime | None) -> str:
    """2021年4月30日 17:00."""
    if not value:
        return EMPTY
    value = timezone.localtime(value) if timezone.is_aware(value) else value
    return f"{zh_date(value)} {value:%H:%M}"


def number(value: Any) -> str:
    """A number without trailing zeros: 2497, 318.5; an en dash for None."""
    if value is None:
        return EMPTY
    if isinstance(value, float):
        value = Decimal(str(round(value, 4)))
    if isinstance(value, Decimal):
        text = f"{value:f}"
        return text.rstrip("0").rstrip(".") if "." in text else text
    return str(value)


def qualified(value: Any, qualifier: str = Qualifier.EXACT) -> str:
    """A soft figure as it is said: 约150, 近50, 2600余."""
    text = number(value)
    if value is None or qualifier == Qualifier.EXACT:
        return text
    if qualifier == Qualifier.AT_LEAST:
        return f"{text}余"
    return f"{Qualifier(qualifier).label}{text}"


def signed(value: Any) -> str:
    """A change: +18, −7, 持平."""
    if value is None:
        return EMPTY
    if value == 0:
        return "持平"
    return f"+{number(value)}" if value > 0 else f"−{number(-value)}"


def weakest(qualifiers: Iterable[str]) -> str:
    """The weakest of `qualifiers`; a sum is as soft as its softest part."""
    return max(qualifiers, key=QUALIFIER_STRENGTH.index, default=Qualifier.EXACT)


def percent(part: Any, whole: Any) -> str:
    """19.8%; an en dash where there is nothing to divide by."""
    if not whole:
        return EMPTY
    return f"{number(round(Decimal(part) * 100 / Decimal(whole), 1))}%"


def display(value: Any) -> str:
    """Any cell value as text for people."""
    if value is None or value == "":
        return EMPTY
    if value is True:
        return "是"
    if value is False:
        return "否"
    if isinstance(value, datetime):
        return zh_moment(value)
    if isinstance(value, date):
        return zh_date(value)
    if isinstance(value, (int, float, Decimal)):
        return number(value)
    return str(value)
