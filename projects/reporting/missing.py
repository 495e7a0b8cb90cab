"""Who has not reported: by headquarters, street or community, with a text that reminds them.

Places and headquarters are named, never persons.
"""

from collections.abc import Callable
from dataclasses import dataclass, field
from datetime import date, datetime, timedelta

from django.db.models import Count, Q
from django.utils import timezone

from ledgers.formats import percent, zh_day
from orgs.choices import TOWNSHIP_DIGITS
from orgs.models import Division
from projects.models import Period, Programme, Report

# The on-time rate looks at the weeks that are chased still.
RATE_WEEKS = 8


@dataclass(frozen=True)
class Grouping:
    """A way to part the missing reports: its key for a row, and the row's field for counting."""

    title: str
    key_of: Callable[[Report], object]
    field: str


BY = {
    "street": Grouping("街道（镇）", lambda r: r.division_id[:TOWNSHIP_DIGITS], "division"),
    "community": Grouping("社区（村）", lambda r: r.division_id, "division"),
    "line": Grouping("指挥部", lambda r: r.project.programme_id, "project__programme"),
}


@dataclass
class Group:
    """A place or headquarters with its missing reports and the text to send there."""

    name: str
    reports: list[Report] = field(default_factory=list)
    text: str = ""


@dataclass
class Rate:
    """How a place or headquarters kept the deadlines of the last weeks."""

    name: str
    due: int = 0
    in_time: int = 0
    late: int = 0

    @property
    def missing(self) -> int:
        return self.due - self.in_time - self.late

    @property
    def text(self) -> str:
        return percent(self.in_time, self.due)


def missing_groups(reports, period: Period, by: str, now: datetime) -> list[Group]:
    """The reports of `reports` (owed, with project, place and programme) by place or headquarters."""
    grouping, found = BY[by], {}
    for report in reports:
        found.setdefault(grouping.key_of(report), []).append(report)
    names = _names(by, found)
    groups = [Group(names[key], rows) for key, rows in found.items()]
    for group in groups:
        group.text = reminder(period, group, now)
    return groups


def _names(by: str, keys) -> dict:
    """What each place or headquarters is called. One query."""
    if by == "line":
        programmes = Programme.objects.filter(pk__in=keys).select_related("headquarters")
        return {row.pk: str(row.headquarters or row.name) for row in programmes}
    return {row.code: row.label for row in Division.objects.filter(code__in=keys)}


def reminder(period: Period, group: Group, now: datetime) -> str:
    """The text that goes to a place or headquarters, ready for the work's chat group."""
    due, here = timezone.localtime(period.due_at), timezone.localtime(now)
    over = now > period.due_at
    last = (
        "截止时间已过，请尽快补报，系统按迟报记录。"
        if over
        else "请在截止前登录系统，在“我的报送”中填报；确无变化的，可一键报送“本周无变化”。"
    )
    return "\n".join(
        [
            f"【周报提醒】{group.name}：{period}（{zh_day(period.start)}至{zh_day(period.end)}）",
            f"截止 {zh_day(due)} {due:%H:%M}。截至 {zh_day(here)} {here:%H:%M}，"
            f"还有 {len(group.reports)} 份未报：",
            *(f"{at}. {_named(report)}" for at, report in enumerate(group.reports, start=1)),
            last,
        ]
    )


def _named(report: Report) -> str:
    back = "（退回待改）" if report.status == Report.Status.RETURNED else ""
    return f"{report.division.label} {report.project.name}{back}"


def punctuality(reports, by: str, day: date, now: datetime) -> list[Rate]:
    """How many of the last eight weeks' `reports` came in time, by place or headquarters.

    Only weeks whose deadline has passed at `now` count. Worst first. Two queries.
    """
    due = reports.filter(
        period__due_at__lte=now, period__start__gt=day - timedelta(weeks=RATE_WEEKS)
    ).with_punctuality()
    in_hand = Q(status__in=[Report.Status.FILED, Report.Status.APPROVED])
    counted = (
        due.order_by()
        .values_list(BY[by].field)
        .annotate(
            owed=Count("pk"),
            kept=Count("pk", filter=Q(in_time=True)),
            late=Count("pk", filter=in_hand & Q(in_time=False)),
        )
    )
    size = TOWNSHIP_DIGITS if by == "street" else None
    rates: dict = {}
    for key, *numbers in counted:
        rate = rates.setdefault(key[:size] if size else key, Rate(""))
        rate.due, rate.in_time, rate.late = (
            had + more
            for had, more in zip((rate.due, rate.in_time, rate.late), numbers, strict=True)
        )
    for key, name in _names(by, rates).items():
        rates[key].name = name
    return sorted(rates.values(), key=lambda rate: (rate.in_time / rate.due, rate.name))
