"""What a reporter does with a weekly report: types a draft, files it, withdraws it.

Each service locks the report's row first, so that two people, or one person pressing twice, come
one after the other.
"""

from collections.abc import Sequence
from dataclasses import dataclass, field
from datetime import date, datetime

from django.core.exceptions import ValidationError
from django.db import transaction
from django.utils import timezone

from ledgers.bulk.services import each, takes_list
from ledgers.bulk.writing import check_row, insert, make
from orgs.models import User
from projects.models import Project, Report
from projects.reporting.periods import plan_period
from projects.reporting.readings import FieldsRefused, PeriodLocked, ReasonNeeded, WrongState
from projects.reporting.report_lines import ReportLine, lines_of
from projects.reporting.writing import (
    OPEN,
    Action,
    Reasons,
    Status,
    Typed,
    Values,
    already,
    lines_at,
    locked,
    locked_all,
    move,
    require_waiting,
    stored_in,
    write,
    write_all,
)


@takes_list
def open_reports(projects: Sequence[Project], *, day: date) -> list[Report]:
    """These projects' reports of the week of `day`, made where they are missing. Raises RowErrors."""
    period = plan_period(day=day)
    rows = Report.objects.filter(project__in=projects, period=period)
    known = {one.project_id: one for one in rows.select_for_update(of=["self"])}

    def report(project: Project) -> Report:
        if not project.programme.reports_weekly:
            raise ValidationError({"project": f"“{project}”所在战线不按周报送。"})
        if project.pk not in known:
            row = make(Report, project=project, division_id=project.division_id, period=period)
            check_row(row)
            known[project.pk] = row
        return known[project.pk]

    reports = each(projects, report)
    insert({id(one): one for one in reports if one.pk is None}.values())
    return reports


@dataclass(frozen=True, slots=True)
class Draft:
    """What was typed into a report so far, see `save_draft`."""

    report: Report
    values: Values = field(default_factory=dict)
    remark: str | None = None
    shown: str | None = None
    reasons: Reasons | None = None


@takes_list
def save_drafts(drafts: Sequence[Draft], *, at: datetime) -> list[Report]:
    """Keep what was typed so far into reports. Raises RowErrors."""
    reports = locked_all([one.report for one in drafts])
    lines = lines_of(list(reports.values()), timezone.localtime(at).date())

    def typed(one: Draft) -> Typed:
        report = reports[one.report.pk]
        if report.status not in OPEN:
            raise WrongState(already(report))
        return Typed(report, lines[report.pk], one.values, one.remark, one.shown, one.reasons)

    return write_all(each(drafts, typed))


def save_draft(
    *,
    report: Report,
    values: Values,
    by: User,
    at: datetime,
    remark: str | None = None,
    shown: str | None = None,
    reasons: Reasons | None = None,
) -> Report:
    """Keep what was typed so far; totals are cumulative.

    `values` holds the fields to write, the others stay as they are; `remark=None` likewise.
    `reasons` says why a figure is not as usual, by indicator code, for fields in `values`.
    `shown` is the token that the page was opened with (None: do not compare).
    A due report becomes a draft, a returned one stays returned until it is filed. A locked week
    takes drafts still, so that what somebody types while it closes is not lost.
    Raises FieldsRefused by indicator code, WrongState once filed, ChangedMeanwhile where somebody else
    wrote something different meanwhile. Nothing is stored then.
    """
    return save_drafts.one(Draft(report, values, remark, shown, reasons), at=at)


@transaction.atomic
def file_report(
    *,
    report: Report,
    by: User,
    at: datetime,
    values: Values | None = None,
    remark: str | None = None,
    no_change: bool = False,
    shown: str | None = None,
    reasons: Reasons | None = None,
) -> Report:
    """Hand the report in; what it says counts once a reviewer approves it.

    `values`, `reasons` and `remark` are stored first, as by `save_draft`. `no_change` takes the
    last verified totals instead. Filing the same content again changes nothing and leaves no
    second step. Filing after the deadline is possible until the week locks; it stays late for ever.
    Where `reasons` is given, each unusual figure needs its own; without it the remark will do.
    Raises FieldsRefused (a figure is missing or cannot stand), ReasonNeeded (an unusual figure
    and no reason), WrongState (already filed with other figures, or approved), ChangedMeanwhile,
    PeriodLocked.
    """
    report = locked(report)
    lines = lines_at(report, at)
    if no_change:
        values = _unchanged(lines)
        reasons = dict.fromkeys(values, "")
    if report.status not in OPEN:
        if report.status == Status.FILED and _same(report, lines, values, remark):
            return report
        raise WrongState(already(report))
    require_unlocked(report, at)
    if values or remark is not None:
        report = write(report, lines, values or {}, remark, shown, reasons)
        lines = lines_at(report, at)
    if not no_change:
        _require_complete(report, lines, each=reasons is not None)
    report.no_change = no_change
    report.filed_on = timezone.localtime(at).date()
    return move(report, Status.FILED, Action.FILED, by, at)


@transaction.atomic
def withdraw_report(*, report: Report, by: User, at: datetime) -> Report:
    """Take a filed report back into the draft, as long as nobody has reviewed it.

    Raises WrongState where it does not wait for review any more, PeriodLocked where it could not
    be filed again.
    """
    report = locked(report)
    require_waiting(report)
    require_unlocked(report, at)
    report.filed_on = None
    report.no_change = False
    return move(report, Status.DRAFT, Action.WITHDRAWN, by, at)


def require_unlocked(report: Report, at: datetime) -> None:
    """Raise PeriodLocked where the week is locked at the moment `at` and the report not reopened."""
    if report.locked_at(at):
        raise PeriodLocked(lock_sentence(report))


def lock_sentence(report: Report) -> str:
    """That the week is locked, since when, and who can help."""
    since = timezone.localtime(report.period.locks_at)
    return (
        f"{report.period}已于{since.month}月{since.day}日 {since:%H:%M} 锁定，不能再报送；"
        "确需补报的，请审核员重开并写明原因。"
    )


def _unchanged(lines: list[ReportLine]) -> Values:
    missing = {
        line.indicator.code: ["还没有核定过的数，请填写累计。"] for line in lines if not line.last
    }
    if missing:
        raise FieldsRefused(missing)
    return {
        line.indicator.code: (line.last.value, line.last.qualifier) for line in lines if line.last
    }


def _same(
    report: Report, lines: list[ReportLine], values: Values | None, remark: str | None
) -> bool:
    by_code = {line.indicator.code: line for line in lines}
    return (remark is None or remark.strip() == report.remark) and all(
        code in by_code and stored_in(by_code[code]) == typed
        for code, typed in (values or {}).items()
    )


def _require_complete(report: Report, lines: list[ReportLine], *, each: bool) -> None:
    """Every figure is there, and each unusual one has its reason (`each`), or the report a remark."""
    missing = {
        line.indicator.code: ["请填写本周新增或累计；没有变化请填 0。"]
        for line in lines
        if line.reading is None
    }
    if missing:
        raise FieldsRefused(missing)
    asks = {
        line.indicator.code: [f"{line.question}，请核对。"]
        for line in lines
        if line.reading and not line.reading.reason and line.question
    }
    if asks and (each or not report.remark):
        about = "why" if each else "remark"
        raise ReasonNeeded(asks | {about: ["有数字与往常不同，请写明原因后再报送。"]})
