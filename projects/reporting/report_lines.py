"""A report's lines as people read them: this week's figure beside the weeks before and the plan.

Read only. The number of queries does not depend on how many reports are asked for.
"""

from collections import defaultdict
from dataclasses import dataclass, field
from datetime import date, timedelta
from decimal import Decimal

from ledgers.media.chart import spark_points, sparkline
from ledgers.models import Qualifier
from projects.models import Indicator, Reading, Report, Target
from projects.reporting.readings import unusual

TREND_WEEKS = 4
# How far back the weeks beside a figure are looked for; older ones only as the last known total.
TREND_DAYS = 7 * (TREND_WEEKS + 4)
# A plan that ended longer ago than this is no measure of a figure any more.
PLAN_DAYS = 366


@dataclass
class ReportLine:
    """One indicator of one report."""

    indicator: Indicator
    reading: Reading | None = None
    before: list[Reading] = field(default_factory=list)  # verified, oldest first
    target: Decimal | None = None
    goal: Decimal | None = None  # what the plan wants in the end

    @property
    def question(self) -> str:
        """What is unusual about this week's figure, or ""."""
        return self.question_about(self.value) if self.reading else ""

    def question_about(self, value: Decimal) -> str:
        """What would be unusual about the total `value`, or ""."""
        percent = self.indicator.is_percent
        return unusual(self.trend, value, goal=self.goal, is_percent=percent)

    @property
    def last(self) -> Reading | None:
        """The latest verified reading of an earlier week."""
        return self.before[-1] if self.before else None

    @property
    def base(self) -> Decimal:
        """The total that an increment is added to."""
        return self.last.value if self.last else Decimal(0)

    @property
    def trend(self) -> list[Decimal]:
        """The verified totals before, oldest first."""
        return [reading.value for reading in self.before]

    @property
    def value(self) -> Decimal | None:
        return self.reading.value if self.reading else None

    @property
    def qualifier(self) -> str:
        return self.reading.qualifier if self.reading else Qualifier.EXACT

    @property
    def change(self) -> Decimal | None:
        """This week's total less the last verified one; None while nothing is typed."""
        return None if self.reading is None else self.reading.value - self.base

    @property
    def ahead(self) -> Decimal | None:
        """How far the figure (or, while nothing is typed, the last one) lies above the plan."""
        value = self.value if self.reading else (self.last.value if self.last else None)
        return None if value is None or self.target is None else value - self.target

    @property
    def spark(self) -> str:
        """The totals before and this one as points of a small curve of 72 × 22, oldest first."""
        return sparkline(self._points())

    @property
    def spark_end(self) -> tuple[float, float]:
        """Where the curve ends."""
        return self._points()[-1]

    def _points(self) -> list[tuple[float, float]]:
        values = [float(value) for value in self.trend]
        values += [float(self.value)] if self.reading else []
        return spark_points(values, 72, 22, 3, inset=3) if len(values) > 1 else []


def asked_of(report: Report, indicators: list[Indicator]) -> list[Indicator]:
    """The indicators that `report` must carry: those of its kind that hold at the week's end."""
    return [
        indicator
        for indicator in indicators
        if report.project.kind in indicator.kinds and indicator.holds_on(report.period.end)
    ]


def lines_of(
    reports: list[Report], on: date, *, targets: bool = False
) -> dict[int, list[ReportLine]]:
    """The lines of each report by its pk, with what was verified by the day `on`.

    The reports' `project` and `period` must be loaded (select_related). `targets=True` reads the
    plan too.
    """
    indicators = list(Indicator.objects.filter(in_weekly_report=True))
    asked = {report.pk: asked_of(report, indicators) for report in reports}
    current = _current(reports, on)
    before = _before(reports, on, asked)
    plan = _targets(reports) if targets else {}
    goals = _goals(reports)
    result = {}
    for report in reports:
        result[report.pk] = [
            ReportLine(
                indicator=indicator,
                reading=current.get((report.pk, indicator.pk)),
                before=before(report, indicator),
                target=_plan_on(plan.get((report.project_id, indicator.pk), []), report.period.end),
                goal=goals.get((report.project_id, indicator.pk)),
            )
            for indicator in asked[report.pk]
        ]
    return result


def _current(reports, on) -> dict[tuple[int, int], Reading]:
    """The figure that each report carries: its latest correction by `on`, else what was typed."""
    found = Reading.objects.filter(report__in=reports).order_by("verified_on", "pk")
    readings = {}
    for reading in found:
        late = reading.corrects_id and (reading.verified_on is None or reading.verified_on > on)
        if not late:
            readings[reading.report_id, reading.indicator_id] = reading
    return readings


def _before(reports, on, asked):
    """A function (report, indicator) → the verified readings of earlier weeks, oldest first."""
    if not reports:
        return lambda report, indicator: []
    known = Reading.objects.known_on(on).filter(project__in={r.project_id for r in reports})
    since = min(r.period.start for r in reports) - timedelta(days=TREND_DAYS)
    until = max(r.period.start for r in reports)
    series = defaultdict(list)
    for reading in known.filter(day__gte=since, day__lt=until).latest_of_each_day():
        series[reading.project_id, reading.indicator_id].append(reading)

    def earlier(report, indicator):
        rows = series.get((report.project_id, indicator.pk), [])
        return [row for row in rows if row.day < report.period.start][-TREND_WEEKS:]

    bare = {
        (report.project_id, indicator.pk)
        for report in reports
        for indicator in asked[report.pk]
        if not earlier(report, indicator)
    }
    if bare:
        older = known.filter(day__lt=since, project__in={project for project, _ in bare})
        for reading in older.latest_of_each_indicator():
            key = reading.project_id, reading.indicator_id
            if key in bare:
                series[key].insert(0, reading)
    return earlier


def _goals(reports) -> dict[tuple[int, int], Decimal]:
    """The last value of each plan by project and indicator, where it ends within the year or later."""
    if not reports:
        return {}
    since = min(report.period.start for report in reports) - timedelta(days=PLAN_DAYS)
    rows = Target.objects.filter(
        project__in={report.project_id for report in reports}, due_on__gte=since
    ).order_by("project_id", "indicator_id", "-due_on")
    found = rows.distinct("project_id", "indicator_id")
    return {key[:2]: key[2] for key in found.values_list("project_id", "indicator_id", "value")}


def _targets(reports) -> dict[tuple[int, int], list[Target]]:
    """The plan of the reports' projects by project and indicator, oldest first."""
    plan = defaultdict(list)
    rows = Target.objects.filter(project__in={report.project_id for report in reports})
    for target in rows.order_by("due_on"):
        plan[target.project_id, target.indicator_id].append(target)
    return plan


def _plan_on(targets: list[Target], day: date) -> Decimal | None:
    """The latest planned value due by `day`."""
    due = [target.value for target in targets if target.due_on <= day]
    return due[-1] if due else None


# From so many quiet weeks in a row on a report is shown as confirmed but not moved.
CONFIRMED_AFTER = 3
# Further back nobody looks; a longer standstill is said as this many weeks and more.
LOOK_BACK = 26


def quiet_weeks(reports: list[Report]) -> dict[int, int]:
    """For each of `reports` (with `period`) how many weeks in a row, itself included, did not move.

    A week without a report in hand ends the row. One query, of 26 weeks at most.
    """
    quiet = [report for report in reports if report.no_change]
    if not quiet:
        return {}
    since = min(report.period.start for report in quiet) - timedelta(weeks=LOOK_BACK)
    found = Report.objects.filter(
        project__in={report.project_id for report in quiet},
        period__start__gte=since,
        no_change=True,
        status__in=[Report.Status.FILED, Report.Status.APPROVED],
    )
    weeks = set(found.values_list("project_id", "period__start"))
    return {report.pk: _in_a_row(report, weeks) for report in quiet}


def _in_a_row(report: Report, weeks: set) -> int:
    count, monday = 0, report.period.start
    while (report.project_id, monday) in weeks and count < LOOK_BACK:
        count, monday = count + 1, monday - timedelta(weeks=1)
    return count


def quiet_words(report: Report, weeks: int) -> str:
    """How a report without change is called, "" where something moved."""
    if not report.no_change:
        return ""
    if weeks < CONFIRMED_AFTER:
        return "本周无变化"
    long = f"连续{weeks}周{'以上' if weeks >= LOOK_BACK else ''}"
    if report.status == Report.Status.APPROVED:
        return f"经核实无变化（{long}）"
    return f"{long}无变化，待核实"
