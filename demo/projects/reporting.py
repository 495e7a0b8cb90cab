"""Weekly reports of 26 weeks with their steps, and the readings that came of them."""

from datetime import date, datetime, time, timedelta
from decimal import Decimal

from django.utils import timezone

from demo.context import AS_OF, TOTALS, WEEKS, Demo
from demo.data import toml
from demo.numbers import apportion
from demo.orgs.accounts import hands
from demo.projects import plan, series
from demo.projects.series import LAST, Weekly
from projects.models import Reading, Report, ReportStep

# Old reports that nobody ever filed: (place in the list of projects, week).
NEVER_FILED = {(24, 9), (31, 14), (44, 17), (52, 20), (75, 21), (88, 22)}
# Days after the Monday on which a report is filed: mostly Tuesday to Friday, sometimes too late.
FILING_DAYS = (1, 2, 2, 3, 3, 3, 3, 4, 4)
LATE_DAYS = (5, 7, 8)


def build(demo: Demo):
    """Reports, steps, readings and plan points of all projects that report; then the single ones."""
    weeklies = series.build(demo)
    for position, weekly in enumerate(weeklies):
        writer = _Writer(demo, weekly, position)
        for week in range(weekly.first, WEEKS):
            writer.write(week)
        for code, values in weekly.series.items():
            if values.plan is not None:
                plan.targets(demo, code, weekly.project, values.plan)
    _correct_one(demo)
    _road_measures(demo)
    _parking_spaces(demo)


class _Writer:
    """Writes one project's reports, week after week."""

    def __init__(self, demo: Demo, weekly: Weekly, position: int):
        self.demo, self.weekly, self.position = demo, weekly, position
        self.files, self.reviews = hands(demo, weekly.project)
        self.report = None

    def write(self, week: int):
        """One week: the report as it stands, its steps, and its readings if there are any."""
        status = self.weekly.status if week == LAST else "approved"
        if (self.position, week) in NEVER_FILED:
            status = "due"
        self.report = self.demo.add(
            Report,
            project=self.weekly.project,
            period=self.demo.periods[week],
            division=self.weekly.project.division,
            status=status,
        )
        if status == "approved":
            self._readings(week, self._approved(week))
        elif status != "due":
            self._readings(week, None)
            self._unfinished(week, status)

    def _approved(self, week: int) -> date:
        """Filed and approved; now and then late, now and then returned first. The day it counts."""
        rng = self.demo.rng
        late = week < LAST - 1 and self.demo.chance(0.05)
        offset = rng.choice(LATE_DAYS if late else FILING_DAYS)
        if week >= LAST - 1:
            # The last two weeks' sums are given, so their approvals keep within their week.
            offset = min(offset, 2)
        filed_on = self._monday(week) + timedelta(days=offset)
        if week < LAST - 1 and self.demo.chance(0.04):
            self._step("filed", filed_on, self.files)
            self._return(week, filed_on + timedelta(days=1))
            filed_on += timedelta(days=2)
        self._step("filed", filed_on, self.files)
        approved_on = filed_on + timedelta(
            days=rng.choice((0, 1, 1, 2) if week < LAST - 1 else (0, 1))
        )
        self._step("approved", approved_on, self.reviews, evening=True)
        self.report.filed_on = filed_on
        self.report.no_change = week > self.weekly.first and all(
            s.values[week] == s.values[week - 1] for s in self.weekly.series.values()
        )
        return approved_on

    def _unfinished(self, week: int, status: str):
        """The last week's reports that wait for review, came back, or are still being written."""
        filed_on = self._monday(week) + timedelta(days=self.demo.rng.choice((1, 2, 3)))
        if status in ("filed", "returned"):
            self._step("filed", filed_on, self.files)
        if status == "filed":
            self.report.filed_on = filed_on
        if status == "returned":
            self._return(week, min(filed_on + timedelta(days=1), AS_OF - timedelta(days=1)))
        if status == "draft":
            self.report.version = 1

    def _return(self, week: int, day: date):
        """Returned with the field, both numbers and what to do."""
        code = "invested_wan" if "invested_wan" in self.weekly.series else "progress_percent"
        indicator = self.demo.indicators[code]
        values = self.weekly.series[code].values
        reason = (
            f"{indicator.name}：本周填报 {values[week]} {indicator.unit}，"
            f"上周核定 {values[week - 1] if week else 0} {indicator.unit}，"
            "与现场进度不符，请核对凭证后重新报送。"
        )
        self._step("returned", day, self.reviews, indicator=indicator, reason=reason, evening=True)

    def _readings(self, week: int, verified_on: date | None):
        for code, values in self.weekly.series.items():
            if self.report.status == "draft" and code == "progress_percent":
                continue
            self.demo.add(
                Reading,
                project=self.weekly.project,
                indicator=self.demo.indicators[code],
                report=self.report,
                day=self.demo.periods[week].end,
                value=values.values[week],
                qualifier=values.qualifier,
                verified_on=verified_on,
            )

    def _step(self, action: str, day: date, by, *, evening=False, **values):
        """A step at an office hour; on the very last morning nothing happens after nine."""
        hour = 8 if day >= AS_OF else self.demo.rng.choice((14, 15, 16) if evening else (9, 10, 11))
        moment = time(hour, self.demo.rng.randint(0, 59))
        self.report.version += 1
        self.demo.add(
            ReportStep,
            report=self.report,
            action=action,
            taken_on=day,
            taken_at=timezone.make_aware(datetime.combine(day, moment)),
            by=by,
            **values,
        )

    def _monday(self, week: int) -> date:
        return self.demo.periods[week].start


def _correct_one(demo: Demo):
    """A correction of an older reading: another row that names it and says why."""
    wrong = next(
        r
        for r in demo.rows.of(Reading)
        if r.indicator.code == "invested_wan" and r.day == demo.periods[12].end and r.value > 20
    )
    day = wrong.verified_on + timedelta(days=9)
    reason = "复核发票后更正：一笔工程款重复计入"
    demo.add(
        Reading,
        project=wrong.project,
        indicator=wrong.indicator,
        report=wrong.report,
        day=wrong.day,
        value=wrong.value - Decimal("3.50"),
        verified_on=day,
        corrects=wrong,
        reason=reason,
    )
    demo.add(
        ReportStep,
        report=wrong.report,
        action="corrected",
        taken_on=day,
        taken_at=timezone.make_aware(datetime.combine(day, time(15, 20))),
        by=hands(demo, wrong.project)[1],
        indicator=wrong.indicator,
        reason=reason,
    )


def _single(demo: Demo, project, code: str, value: int, qualifier: str, day: date):
    """A reading outside the weekly reports, verified on the day it was taken."""
    demo.add(
        Reading,
        project=project,
        indicator=demo.indicators[code],
        day=day,
        value=Decimal(value),
        qualifier=qualifier,
        verified_on=day,
    )


def _road_measures(demo: Demo):
    """The demonstration section: exactly so long, nearly so wide."""
    totals = TOTALS["demonstration_road"]
    done = toml("projects")["roads"]["demonstration"]["completed_on"]
    section = next(p for p in demo.projects["road_section"] if p.is_demonstration)
    _single(demo, section, "road_length_m", totals["length_m"], "exact", done)
    _single(demo, section, "road_width_m", totals["width_m"], "nearly", done)


def _parking_spaces(demo: Demo):
    """Spaces by road, counted once at the opening; some roads only say "more than"."""
    roads = demo.projects["parking_road"]
    weights = [demo.rng.uniform(0.5, 1.5) for _ in roads]
    counts = apportion(TOTALS["parking"]["spaces"], weights, minimum=30)
    for position, (project, count) in enumerate(zip(roads, counts, strict=True)):
        qualifier = "at_least" if position % 4 == 1 else "exact"
        day = date(2020, 10, 12) + timedelta(days=9 * position)
        _single(demo, project, "parking_spaces", count, qualifier, day)
