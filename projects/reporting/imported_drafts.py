"""Filling in weekly reports from a workbook, many at once: drafts only, as `save_draft` keeps them.

An import files no report and verifies no figure: filing is a person's word for them, and counting
begins with the reviewer's.
"""

from collections.abc import Iterable, Mapping
from datetime import date, timedelta
from decimal import Decimal

from django.core.exceptions import ValidationError

from ledgers.importing.bulk import insert, update
from projects.models import Indicator, Period, Project, Reading, Report
from projects.reporting.periods import plan_period
from projects.reporting.readings import check_value
from projects.reporting.services import OPEN

# By indicator code: the cumulative total and its qualifier.
Figures = Mapping[str, tuple[Decimal, str]]
CLOSED = {
    Report.Status.FILED: "这一周的周报已报送，正在等待审核；需要修改的，请联系审核员退回后再导入",
    Report.Status.APPROVED: "这一周的周报已审核，数字有误的，请由审核员在周报中更正",
}


def week_end(day: date) -> date:
    """The last day of the reporting week in which `day` lies: the day of its figures."""
    planned = Period.objects.containing(day).values_list("end", flat=True).first()
    return planned or day + timedelta(days=6 - day.weekday())


def figures_of_week(projects: Iterable[int], codes: Iterable[str], day: date) -> dict:
    """By project and indicator code: value and qualifier that the week's report carries, as typed."""
    rows = Reading.objects.filter(
        project__in=list(projects), indicator__code__in=list(codes), day=week_end(day)
    ).order_by("pk")  # a correction comes after what it corrects
    found = rows.values_list("project_id", "indicator__code", "value", "qualifier")
    return {(project, code): (value, soft) for project, code, value, soft in found}


class Drafts:
    """The reports of one week, read once; `fill` refuses or notes, `store` writes."""

    def __init__(self, projects: Iterable[Project], codes: Iterable[str], day: date):
        projects = list(projects)
        self.period = plan_period(day=day)
        self.indicators = {
            one.code: one
            for one in Indicator.objects.filter(code__in=list(codes))
            if one.holds_on(self.period.end)
        }
        reports = Report.objects.filter(project__in=projects, period=self.period)
        self.reports = {one.project_id: one for one in reports.select_for_update(of=["self"])}
        typed = Reading.objects.filter(
            project__in=projects, day=self.period.end, corrects=None
        ).select_for_update(of=["self"])
        self.typed = {(one.project_id, one.indicator_id): one for one in typed}
        self.new_reports: list[Report] = []
        self.touched: list[Report] = []
        self.new: list[Reading] = []
        self.changed: list[Reading] = []

    def fill(self, project: Project, figures: Figures) -> None:
        """Note the figures of a project's report. Raises ValidationError where they cannot stand."""
        if not project.programme.reports_weekly:
            raise ValidationError(f"“{project}”所在战线不按周报送。")
        report = self.reports.get(project.pk)
        if report is not None and report.status not in OPEN:
            raise ValidationError(CLOSED[report.status])
        checked = [(self._indicator(code, project), *figure) for code, figure in figures.items()]
        for indicator, value, _ in checked:
            self._check(indicator, value)
        if report is None:
            report = Report(
                project=project,
                division_id=project.division_id,
                period=self.period,
                status=Report.Status.DRAFT,
            )
            self.reports[project.pk] = report
            self.new_reports.append(report)
        elif report.pk:
            self.touched.append(report)
        for indicator, value, qualifier in checked:
            self._note(report, project, indicator, value, qualifier)

    def _indicator(self, code: str, project: Project) -> Indicator:
        indicator = self.indicators.get(code)
        if indicator is None or project.kind not in indicator.kinds:
            raise ValidationError(f"周报中没有“{code}”这项指标，请先在后台设置。")
        return indicator

    @staticmethod
    def _check(indicator: Indicator, value: Decimal) -> None:
        try:
            check_value(indicator, value)
        except ValidationError as error:
            raise ValidationError(f"{indicator}：{'；'.join(error.messages)}") from error

    def _note(self, report, project, indicator, value, qualifier) -> None:
        held = self.typed.get((project.pk, indicator.pk))
        if held is None:
            held = Reading(project=project, indicator=indicator, report=report, day=self.period.end)
            self.typed[project.pk, indicator.pk] = held
            self.new.append(held)
        elif (held.value, held.qualifier) == (value, qualifier):
            return
        elif held.pk:
            self.changed.append(held)
        held.value, held.qualifier = value, qualifier

    def store(self) -> None:
        """Write reports and figures, each table once; every write raises a report's version."""
        insert(self.new_reports)
        for report in self.touched:
            report.version += 1
            if report.status == Report.Status.DUE:
                report.status = Report.Status.DRAFT
        update(self.touched, ["status", "version"])
        for reading in self.new:
            reading.report = reading.report  # takes over the key of a report stored just now
        insert(self.new)
        update(self.changed, ["value", "qualifier"])
