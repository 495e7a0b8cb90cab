"""Sums over many projects on a day: money by source, day and night shifts, smart projects."""

from collections import defaultdict
from dataclasses import dataclass, field
from datetime import date, timedelta
from decimal import Decimal

from ledgers.formats import qualified, weakest
from orgs.choices import TOWNSHIP_DIGITS
from orgs.models import Division
from projects.models import MoneySheet, Programme, Project, StatusNote, WorkShift
from projects.plan.schedule import Standing, standings

ZERO = Decimal(0)
WIDE = "跨街道、乡镇"
AMOUNTS = ("total_wan", *MoneySheet.SOURCES, "gap", "contracted_wan", "paid_wan")


# -- money ----------------------------------------------------------------------------------------


@dataclass
class Money:
    """A line of the money page: a programme, a street or a project (all amounts in 万元)."""

    key: object
    name: str
    projects: int = 0
    sheets: int = 0
    invested: Decimal | None = None  # verified by weekly reports
    amounts: dict[str, Decimal] = field(default_factory=lambda: dict.fromkeys(AMOUNTS, ZERO))
    as_of: date | None = None
    reason: str = ""

    def take(self, other: "Money") -> None:
        """Add the line of a project to this sum."""
        self.projects += 1
        self.sheets += other.as_of is not None
        if other.invested is not None:
            self.invested = (self.invested or ZERO) + other.invested
        for name, amount in other.amounts.items():
            self.amounts[name] += amount

    @property
    def paid_ahead(self) -> Decimal:
        """What was paid beyond the verified investment (预付); 0 where that is not known."""
        if self.invested is None:
            return ZERO
        return max(self.amounts["paid_wan"] - self.invested, ZERO)


@dataclass
class MoneyPage:
    programmes: list[Money]
    streets: list[Money]
    total: Money
    short: list[Money]  # projects with a gap, the largest first
    ahead: list[Money]  # projects that paid more than was verified as invested


def money_page(user, day: date) -> MoneyPage:
    """All projects that `user` sees on `day`, summed by programme and by street. Four queries."""
    visible = Project.objects.visible_to(user).on(day)
    sheets = {
        row[0]: row[1:]
        for row in MoneySheet.objects.visible_to(user)
        .current(day)
        .with_gap()
        .values_list("project_id", "as_of", "reason", *AMOUNTS)
    }
    rows = (
        visible.with_reading("invested_wan", day)
        .order_by("programme_id", "division_id", "pk")
        .values_list("pk", "name", "programme_id", "division_id", "reading")
    )
    programmes: dict = defaultdict(lambda: Money(0, ""))
    streets: dict = defaultdict(lambda: Money("", ""))
    total, lines = Money("", "合计"), []
    for pk, name, programme, division, invested in rows:
        line = _line(pk, name, invested, sheets.get(pk))
        lines.append(line)
        for one in (programmes[programme], streets[division[:TOWNSHIP_DIGITS]], total):
            one.take(line)
    _name(programmes, Programme.objects.filter(pk__in=programmes).values_list("pk", "name"))
    names = Division.objects.filter(pk__in=streets).values_list("pk", "short_name")
    _name(streets, ((pk, name if len(pk) == TOWNSHIP_DIGITS else WIDE) for pk, name in names))
    return MoneyPage(
        [programmes[key] for key in sorted(programmes)],
        [streets[key] for key in sorted(streets)],
        total,
        sorted((m for m in lines if m.amounts["gap"] > 0), key=lambda m: -m.amounts["gap"]),
        sorted((m for m in lines if m.as_of and m.paid_ahead), key=lambda m: -m.paid_ahead),
    )


def _line(pk, name, invested, sheet) -> Money:
    line = Money(pk, name, invested=invested)
    if sheet:
        line.as_of, line.reason = sheet[:2]
        line.amounts = dict(zip(AMOUNTS, sheet[2:], strict=True))
    return line


def _name(found: dict, names) -> None:
    for key, name in names:
        found[key].key, found[key].name = key, name


# -- shifts ---------------------------------------------------------------------------------------

DAYS_SHOWN = 14


@dataclass
class RoadShifts:
    """A road's shifts by day: for each day (day shift, night shift), either None."""

    pk: int
    name: str
    days: list[tuple[WorkShift | None, WorkShift | None]]

    def sums(self) -> tuple[int, int, int]:
        """(planned m, done m, days on which both shifts worked)."""
        worked = [shift for pair in self.days for shift in pair if shift]
        return (
            sum(shift.planned_m or 0 for shift in worked),
            sum(shift.done_m or 0 for shift in worked),
            sum(bool(pair[0] and pair[1]) for pair in self.days),
        )


def shift_days(day: date) -> list[date]:
    """The days that the page of the shifts shows, the last one `day`."""
    return [day - timedelta(days=back) for back in reversed(range(DAYS_SHOWN))]


def road_shifts(user, day: date) -> list[RoadShifts]:
    """The roads with shifts in the two weeks up to `day`. One query."""
    days = shift_days(day)
    rows = (
        WorkShift.objects.visible_to(user)
        .filter(worked_on__range=(days[0], days[-1]))
        .select_related("project")
        .order_by("project__search_text", "project_id")
    )
    found: dict[int, dict] = {}
    names = {}
    for shift in rows:
        names[shift.project_id] = shift.project.name
        found.setdefault(shift.project_id, {})[shift.worked_on, shift.kind] = shift
    return [
        RoadShifts(
            pk, names[pk], [(shifts.get((d, "day")), shifts.get((d, "night"))) for d in days]
        )
        for pk, shifts in found.items()
    ]


# -- smart parking, garages, City Brain -----------------------------------------------------------


@dataclass
class SmartPage:
    roads: list[tuple[Standing, str]]  # with the spaces as they are said
    spaces: str  # their sum, as soft as its softest part
    garages: list[Standing]
    works: list[tuple[Standing, StatusNote | None]]

    def begun(self) -> int:
        """Garages whose works have begun."""
        return sum(any(m.stage == "start" and m.actual for m in row.marks) for row in self.garages)


def smart_page(user, day: date) -> SmartPage:
    """Parking roads, garages and smart-city works that `user` sees on `day`. Five queries."""
    kind = Project.Kind
    visible = Project.objects.visible_to(user)
    rows = standings(visible.of_kind(kind.PARKING_ROAD, kind.GARAGE, kind.SMART_CITY), day)
    counts = {
        pk: (value, qualifier)
        for pk, value, qualifier in visible.of_kind(kind.PARKING_ROAD)
        .with_reading("parking_spaces", day)
        .values_list("pk", "reading", "reading_qualifier")
    }
    notes = {
        note.project_id: note
        for note in StatusNote.objects.visible_to(user)
        .filter(noted_on__lte=day)
        .order_by("noted_on", "pk")
    }
    roads = [row for row in rows if row.kind == kind.PARKING_ROAD]
    known = [counts[row.pk] for row in roads if counts[row.pk][0] is not None]
    total = sum((value for value, _ in known), ZERO) if known else None
    return SmartPage(
        [(row, qualified(*counts[row.pk]) if counts[row.pk][0] else "") for row in roads],
        qualified(total, weakest(qualifier for _, qualifier in known)),
        [row for row in rows if row.kind == kind.GARAGE],
        [(row, notes.get(row.pk)) for row in rows if row.kind == kind.SMART_CITY],
    )
