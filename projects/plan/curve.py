"""The planned curve of one project beside what was reported and what was verified."""

from dataclasses import dataclass
from datetime import date, timedelta
from decimal import Decimal

from ledgers.media import chart
from projects.models import Project, Reading, Target
from projects.plan.schedule import Standing, curve_of_stages, standings

PROGRESS = "progress_percent"
ROWS = 8  # weeks in the table beside the curve
GRID = (0, 25, 50, 75, 100)


@dataclass(frozen=True)
class Week:
    """One line of the table: a data day, what the plan asked for, was reported, was verified."""

    day: date
    planned: Decimal | None
    reported: Decimal | None
    verified: Decimal | None


@dataclass
class Curve:
    """All that the panel 计划与实际 shows."""

    standing: Standing
    plan_source: str
    span: chart.Span | None
    planned: list[tuple[str, str, str, str]]
    verified: list[tuple[str, str, str, str]]
    last: tuple[str, str] | None  # where the newest verified value lies
    waiting: list[tuple[str, str, Decimal]]  # reported, not verified: x, y, value
    today_x: str
    weeks: list[Week]

    @property
    def grid(self) -> list[tuple[str, int]]:
        return [(chart.y(percent), percent) for percent in GRID]

    @property
    def says(self) -> str:
        """The picture in a sentence, for those who do not see it."""
        planned = self.standing.planned_percent
        parts = ["" if planned is None else f"计划{planned.normalize():f}%"]
        if self.standing.reading is not None:
            parts.append(f"核定{self.standing.reading.normalize():f}%")
        return "，".join(filter(None, parts)) or "还没有计划和数据"


def curve_panel(page) -> Curve | None:
    """For the project's page: the curve on the day asked for. Six queries."""
    found = standings(Project.objects.filter(pk=page.obj.pk), page.on)
    return _curve(found[0], page.on) if found else None


def _curve(standing: Standing, on: date) -> Curve:
    targets = list(
        Target.objects.filter(project=standing.pk, indicator__code=PROGRESS)
        .order_by("due_on")
        .values_list("due_on", "value")
    )
    plan = targets or curve_of_stages(standing)
    verified, waiting = _readings(standing.pk, on)
    shown = [mark for mark in standing.marks if mark.planned or mark.actual]
    days = [day for day, _ in [*plan, *verified, *waiting]]
    days += [day for mark in shown for day in (mark.planned, mark.actual)]
    span = chart.span_of([*days, on], left=chart.LEFT, right=chart.RIGHT) if days else None
    return Curve(
        standing=standing,
        plan_source="按周计划点" if targets else "按节点计划推算",
        span=span,
        planned=chart.segments(span, plan) if span else [],
        verified=chart.segments(span, verified) if span else [],
        last=(span.x(verified[-1][0]), chart.y(verified[-1][1])) if verified else None,
        waiting=[(span.x(day), chart.y(value), value) for day, value in waiting],
        today_x=span.x(on) if span else "",
        weeks=_weeks(plan, verified, waiting, stepwise=bool(targets)),
    )


def _readings(project: int, on: date):
    """(verified, reported and not verified) as (data day, value), oldest first. Two queries."""
    readings = Reading.objects.filter(project=project, indicator__code=PROGRESS)
    verified = list(readings.known_on(on).latest_of_each_day().values_list("day", "value"))
    done = {day for day, _ in verified}
    waiting = (
        readings.exclude(verified_on__lte=on)
        .filter(report__status__in=("filed", "approved"), day__lt=on + timedelta(weeks=1))
        .order_by("day", "pk")
        .values_list("day", "value")
    )
    return verified, [(day, value) for day, value in waiting if day not in done]


def _weeks(plan, verified, waiting, *, stepwise: bool) -> list[Week]:
    reported, known = dict(waiting), dict(verified)
    days = sorted({*reported, *known}, reverse=True)[:ROWS]
    return [
        Week(
            day, _planned(plan, day, stepwise), reported.get(day) or known.get(day), known.get(day)
        )
        for day in days
    ]


def _planned(plan, day: date, stepwise: bool) -> Decimal | None:
    """The plan's value on `day`: the last plan point, or the straight line between two."""
    before = [point for point in plan if point[0] <= day]
    after = [point for point in plan if point[0] > day]
    if not before:
        return None
    if stepwise or not after:
        return before[-1][1]
    (start, low), (end, high) = before[-1], after[0]
    return round(low + (high - low) * (day - start).days / (end - start).days, 1)
