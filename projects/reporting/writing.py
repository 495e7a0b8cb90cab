"""How a weekly report's row is written: locked first, compared, stored, moved on with a step.

For the services alone. Every write raises the report's version.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from datetime import datetime
from decimal import Decimal

from django.core.exceptions import ValidationError
from django.utils import timezone

from ledgers.bulk.services import each, takes_list
from ledgers.bulk.writing import check_row, insert, make, update
from ledgers.formats import qualified
from ledgers.meanwhile import refuse_if_changed, token_of
from ledgers.trail.row_history import last_changed_by
from orgs.models import User
from projects.models import Indicator, Reading, Report, ReportStep
from projects.reporting.readings import (
    Difference,
    FieldsRefused,
    WrongState,
    check_value,
    told_differences,
)
from projects.reporting.report_lines import ReportLine, lines_of

# By indicator code: the cumulative total and its qualifier; None takes a typed figure back.
Values = Mapping[str, tuple[Decimal, str] | None]
# By indicator code: why the figure is not as usual, or why it was sent back.
Reasons = Mapping[str, str]
ByCode = Mapping[str, ReportLine]
Status, Action = Report.Status, ReportStep.Action
OPEN = {Status.DUE, Status.DRAFT, Status.RETURNED}


def locked(report: Report) -> Report:
    """The report's row, locked until the transaction ends, with its project and week."""
    rows = Report.objects.select_for_update(of=["self"])
    return rows.select_related("project", "period").get(pk=report.pk)


def locked_all(reports: Sequence[Report]) -> dict[int, Report]:
    """By key: the same for many. One query."""
    rows = Report.objects.select_for_update(of=["self"]).select_related("project", "period")
    found = rows.filter(pk__in={report.pk for report in reports}).order_by("pk")
    return {report.pk: report for report in found}


def lines_at(report: Report, at: datetime) -> list[ReportLine]:
    """Its lines, with what was verified by the day of `at`."""
    return lines_of([report], timezone.localtime(at).date())[report.pk]


@dataclass(frozen=True, slots=True)
class Typed:
    """What was typed into a locked, open report with these lines, as `save_draft` says it."""

    report: Report
    lines: Sequence[ReportLine]
    values: Values = field(default_factory=dict)
    remark: str | None = None
    shown: str | None = None
    reasons: Reasons | None = None


@takes_list
def write_all(typed: list[Typed]) -> list[Report]:
    """Store typed figures, their reasons and the remarks. Raises RowErrors."""
    readings: list[Reading] = []
    dropped: list[Reading] = []

    def write_one(one: Typed) -> Report:
        report, by_code = one.report, {line.indicator.code: line for line in one.lines}
        _refuse_bad(by_code, one.values)
        if one.shown is not None and one.shown != token_of_report(report):
            _refuse_stale(report, by_code, one.values, one.remark, one.shown)
        for code, value in one.values.items():
            reading = by_code[code].reading
            if value is not None:
                reading = _typed(report, by_code[code], value, (one.reasons or {}).get(code))
            if reading is not None:
                (dropped if value is None else readings).append(reading)
        if one.remark is not None:
            report.remark = one.remark.strip()
        if report.status == Status.DUE:
            report.status = Status.DRAFT
        report.version += 1
        check_row(report)
        return report

    written = each(typed, write_one)
    if dropped:
        Reading.objects.filter(pk__in=[one.pk for one in dropped]).delete()
    update((one for one in readings if one.pk), ["value", "qualifier", "reason"])
    insert(one for one in readings if one.pk is None)
    update(written, ["status", "remark", "version"])
    return written


def write(
    report: Report,
    lines: Sequence[ReportLine],
    values: Values,
    remark: str | None,
    shown: str | None,
    reasons: Reasons | None = None,
) -> Report:
    """The same for one report. Raises FieldsRefused, ChangedMeanwhile."""
    return write_all.one(Typed(report, lines, values, remark, shown, reasons))


def _refuse_bad(by_code: ByCode, values: Values) -> None:
    errors = {}
    for code, typed in values.items():
        if code not in by_code:
            errors[code] = ["本周报没有这项指标。"]
        elif typed is not None:
            try:
                check_value(by_code[code].indicator, typed[0])
            except ValidationError as error:
                errors[code] = error.messages
    if errors:
        raise FieldsRefused(errors)


def token_of_report(report: Report) -> str:
    """The token of what a report says.

    Its figures are rows of their own; every write raises the version of the report's row, so that
    the row's history tells who wrote last.
    """
    return token_of(report.pk, report.version)


def _refuse_stale(
    report: Report, by_code: ByCode, values: Values, remark: str | None, shown: str | None
) -> None:
    """Raise ChangedMeanwhile where writing would overwrite what somebody else stored meanwhile.

    Equal figures do no harm, nor does filling what stands empty.
    """
    differences = [
        Difference(code, by_code[code].indicator.name, qualified(*stored), _shown(typed))
        for code, typed in values.items()
        if (stored := stored_in(by_code[code])) not in (None, typed)
    ]
    if remark is not None and report.remark and remark.strip() != report.remark:
        differences.append(Difference("remark", "情况说明", report.remark, remark.strip()))
    if differences:
        who = last_changed_by(report)[0]
        told = told_differences(who, differences)
        refuse_if_changed(
            shown, token_of_report(report), told, stored=report, who=who, differences=differences
        )


def stored_in(line: ReportLine) -> tuple[Decimal, str] | None:
    """The figure that is stored for a line, with its qualifier; None where none is."""
    return (line.reading.value, line.reading.qualifier) if line.reading else None


def _shown(typed: tuple[Decimal, str] | None) -> str:
    return qualified(*typed) if typed else ""


def _typed(
    report: Report, line: ReportLine, typed: tuple[Decimal, str], reason: str | None
) -> Reading | None:
    """The reading of one figure, None where it says so already; `reason` None leaves the one there.

    A reason belongs to an unusual figure: it goes when the figure is corrected to a usual one.
    """
    reading = line.reading or make(
        Reading,
        project=report.project,
        indicator=line.indicator,
        report=report,
        day=report.period.end,
    )
    reason = reading.reason if reason is None else reason.strip()
    reason = reason if line.question_about(typed[0]) else ""
    if (typed, reason) == (stored_in(line), reading.reason):
        return None
    reading.value, reading.qualifier = typed
    reading.reason = reason
    check_row(reading)
    return reading


def require_waiting(report: Report) -> None:
    """Raise WrongState, which says where the report stands, where it does not wait for review."""
    if report.status != Status.FILED:
        raise WrongState(already(report))


def already(report: Report) -> str:
    """Where the report stands, for somebody who came too late."""
    step = report.steps.select_related("by").order_by("-taken_at", "-pk").first()
    if report.status in OPEN:
        if step and step.action == Action.RETURNED:
            return f"{_who_when(step)}退回这份周报，未重复办理。"
        if step and step.action == Action.WITHDRAWN:
            return f"{_who_when(step)}撤回这份周报，修改后会重新报送。"
        return "这份周报尚未报送，不能审核。"
    if report.status == Status.FILED:
        return (
            f"{_who_when(step)}报送这份周报，正在等待审核；需要修改的，可以撤回，或联系审核员退回。"
        )
    return f"{_who_when(step)}审核这份周报，未重复办理；数字有误的，请由审核员更正。"


def _who_when(step: ReportStep | None) -> str:
    if step is None:
        return "已"
    at = timezone.localtime(step.taken_at)
    return f"{step.by.display_name}已于{at.month}月{at.day}日 {at:%H:%M} "


def move(
    report: Report,
    status: str,
    action: str,
    by: User,
    at: datetime,
    reason: str = "",
    indicator: Indicator | None = None,
) -> Report:
    """Set the status, raise the version and add the step."""
    report.status = status
    report.version += 1
    report.full_clean()
    report.save()
    add_step(report, action, by, at, reason, indicator)
    return report


def add_step(
    report: Report,
    action: str,
    by: User,
    at: datetime,
    reason: str = "",
    indicator: Indicator | None = None,
) -> ReportStep:
    """Write down what happened to the report at the moment `at`."""
    step = ReportStep(
        report=report,
        action=action,
        taken_on=timezone.localtime(at).date(),
        taken_at=at,
        by=by,
        indicator=indicator,
        reason=reason,
    )
    step.full_clean()
    step.save()
    return step
