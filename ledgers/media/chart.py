"""Where things stand in a server-rendered SVG, in percent of its width and height.

Percentages need no viewBox, so that lines keep their weight and letters their size from a phone to
a wall screen, and no style attribute either.
"""

from dataclasses import dataclass
from datetime import date
from decimal import Decimal

LEFT, RIGHT, TOP, BOTTOM = 9, 98, 5, 86  # the plotting area, in percent
TODAY_TEXT_EDGE = 80  # right of it the word 今天 is set before the line


@dataclass(frozen=True)
class Span:
    """The days that a picture covers; `x` tells where a day lies (percent)."""

    first: date
    last: date
    left: float = 0
    right: float = 100

    def x(self, day: date) -> str:
        """Percent of the width, held within the picture."""
        days = max((self.last - self.first).days, 1)
        share = min(max((day - self.first).days / days, 0), 1)
        return f"{self.left + (self.right - self.left) * share:.2f}"

    def holds(self, day: date) -> bool:
        return self.first <= day <= self.last

    def months(self) -> list[tuple[str, str, bool]]:
        """(x, 2021年1月 or 4月, whether a quarter begins) for each month that begins within."""
        found = []
        year, month = self.first.year, self.first.month
        while (day := date(year, month, 1)) <= self.last:
            if day >= self.first:
                word = f"{year}年" if month == 1 else f"{month}月"
                found.append((self.x(day), word, month % 3 == 1))
            year, month = (year + 1, 1) if month == 12 else (year, month + 1)
        return found


def span_of(days, *, left: float = 0, right: float = 100) -> Span | None:
    """The span over all `days` that are not None, widened to whole months; None without any."""
    days = [day for day in days if day]
    if not days:
        return None
    first, last = min(days).replace(day=1), max(days)
    year, month = (last.year + 1, 1) if last.month == 12 else (last.year, last.month + 1)
    return Span(first, date(year, month, 1), left, right)


def y(percent: Decimal | float) -> str:
    """Percent of the height at which 0 to 100 lies."""
    share = min(max(float(percent) / 100, 0), 1)
    return f"{BOTTOM - (BOTTOM - TOP) * share:.2f}"


def segments(span: Span, points: list[tuple[date, Decimal]]) -> list[tuple[str, str, str, str]]:
    """(x1, y1, x2, y2) of the straight lines between points that follow each other."""
    at = [(span.x(day), y(value)) for day, value in points]
    return [(*one, *two) for one, two in zip(at, at[1:], strict=False)]


def spark_points(
    values: list, width: int, height: int, pad: int, inset: int = 0
) -> list[tuple[float, float]]:
    """Where `values` lie in a small curve, oldest first; on one level where nothing changes.

    `pad` is left free above and below, `inset` on the left and on the right.
    """
    numbers = [float(value or 0) for value in values]
    low, high = min(numbers, default=0), max(numbers, default=0)
    step = (width - 2 * inset) / max(len(numbers) - 1, 1)
    scale = (height - 2 * pad) / ((high - low) or 1)
    return [
        (round(inset + i * step, 1), round(height - pad - (value - low) * scale, 1))
        for i, value in enumerate(numbers)
    ]


def sparkline(points: list[tuple[float, float]]) -> str:
    """The points as an SVG polyline takes them."""
    return " ".join(f"{x},{y}" for x, y in points)
