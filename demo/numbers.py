"""Numbers with given sums, and days with a given spread."""

from datetime import date, timedelta
from decimal import Decimal
from random import Random


def apportion(total: int, weights: list[float], minimum: int = 0) -> list[int]:
    """`total` split by `weights` into whole numbers of at least `minimum` each; the sum is exact."""
    free = total - minimum * len(weights)
    if free < 0:
        raise ValueError(f"{total} cannot give {len(weights)} parts {minimum} each")
    scale = free / sum(weights)
    parts = [int(weight * scale) for weight in weights]
    by_rest = sorted(range(len(weights)), key=lambda i: (parts[i] - weights[i] * scale, i))
    for i in by_rest[: free - sum(parts)]:
        parts[i] += 1
    return [part + minimum for part in parts]


def apportion_money(total: Decimal, weights: list[float]) -> list[Decimal]:
    """`total` (two decimals) split by `weights`; the sum is exact."""
    return [Decimal(cents) / 100 for cents in apportion(int(total * 100), weights)]


def around(rng: Random, total: int, count: int, spread: int) -> list[int]:
    """`count` whole numbers near their mean, at most `spread` off it before the sum is made `total`."""
    mean = total / count
    values = [round(mean + rng.uniform(-spread, spread)) for _ in range(count)]
    step = 1 if sum(values) < total else -1
    for i in range(abs(total - sum(values))):
        values[i % count] += step
    return values


def day_between(rng: Random, first: date, last: date) -> date:
    """A working day from `first` to `last`; `last` itself if only a weekend is left."""
    day = first + timedelta(days=rng.randint(0, max((last - first).days, 0)))
    while day.weekday() > 4 and day < last:
        day += timedelta(days=1)
    return day


def spread(rng: Random, count: int, first: date, last: date, early: float = 1.0) -> list[date]:
    """`count` working days from `first` to `last`, sorted; `early` above 1 puts more at the start."""
    length = (last - first).days
    days = [first + timedelta(days=round(length * rng.random() ** early)) for _ in range(count)]
    return sorted(min(on_working_day(day), last) for day in days)


def on_working_day(day: date) -> date:
    """`day`, or the Monday after it if it is a weekend."""
    return day + timedelta(days=(7 - day.weekday()) if day.weekday() > 4 else 0)
