"""What happens to a weekly report: typed as a draft, filed, returned, approved.

Each service locks the report's row first, so that two people, or one person pressing twice, come
one after the other. Every write raises the report's version.
"""

from collections.abc import Mapping
from datetime import datetime
from decimal import Decimal

from django.apps import apps
from django.contrib.auth import get_user_model
from django.core.exceptions import ValidationError
from django.db import transaction
from django.utils import timezone

from ledgers.formats import qualified
from projects.models import Indicator, Reading, Report, ReportStep
from projects.services.errors import (
    Difference,
    FieldsRefused,
    ReasonNeeded,
    StaleDraft,
    WrongState,
)
from projects.services.readings import check_value, refuse_own_report, unusual
from projects.sheets import Line, lines_of

# By indicator code: the cumulative total and its qualifier; None takes a typed figure back.
Values = Mapping[str, tuple[Decimal, str] | None]
Status, Action = Report.Status, ReportStep.Action
OPEN = {Status.DUE, Status.DRAFT, Status.RETURNED}


@transaction.atomic
def save_draft(
    *, report: Report, values: Values, by, at: datetime, remark: str | None = None, version=None
) -> Report:
    """Keep what was typed so far; totals are cumulative.

    `values` holds the fields to write, the others stay as they are; `remark=None` likewise.
    `version` is the version that the page was opened with (None: do not compare).
    A due report becomes a draft, a returned one stays returned until it is filed.
    Raises FieldsRefused by indicator code, WrongState once filed, StaleDraft where somebody else
    wrote something different meanwhile. Nothing is stored then.
    """
    report = _locked(report)
    if report.status not in OPEN:
        raise WrongState(_already(report))
    return _write(report, _lines(report, at), values, remark, version)


@transaction.atomic
def file_report(
    *,
    report: Report,
    by,
    at: datetime,
    values: Values | None = None,
    remark: str | None = None,
    no_change: bool = False,
    version=None,
) -> Report:
    """Hand the report in; what it says counts once a reviewer approves it.

    `values` and `remark` are stored first, as by `save_draft`. `no_change` takes the last
    verified totals instead. Filing the same content again changes nothing and leaves no second
    step. Filing after the week or its deadline is possible; the step's time shows it.
    Raises FieldsRefused (a figure is missing or cannot stand), ReasonNeeded (an unusual figure
    and no remark), WrongState (already filed with other figures, or approved), StaleDraft.
    """
    report = _locked(report)
    lines = _lines(report, at)
    if no_change:
        values = _unchanged(lines)
    if report.status not in OPEN:
        if report.status == Status.FILED and _same(report, lines, values, remark):
            return report
        raise WrongState(_already(report))
    if values or remark is not None:
        report = _write(report, lines, values or {}, remark, version)
        lines = _lines(report, at)
    if not no_change:
        _require_complete(report, lines)
    report.no_change = no_change
    report.filed_on = timezone.localtime(at).date()
    return _move(report, Status.FILED, Action.FILED, by, at)


@transaction.atomic
def return_report(
    *, report: Report, by, at: datetime, reason: str, indicator: Indicator | None = None
) -> Report:
    """Send a filed report back, with a reason that stays in its history.

    `indicator` names the figure in question. Raises ValidationError without a reason, WrongState
    where the report is not waiting for review, SeparationOfDuties where `by` filed it.
    """
    report = _locked(report)
    _require_waiting(report)
    refuse_own_report(report, by)
    if not reason.strip():
        raise ValidationError({"reason": "请写明退回原因，填报人据此修改。"})
    report.filed_on = None
    return _move(report, Status.RETURNED, Action.RETURNED, by, at, reason.strip(), indicator)


@transaction.atomic
def approve_report(*, report: Report, by, at: datetime) -> Report:
    """Verify a filed report: its figures count from the day of `at` on.

    Raises WrongState where the report is not waiting for review (a second reviewer is told who
    was quicker), SeparationOfDuties where `by` filed it.
    """
    report = _locked(report)
    _require_waiting(report)
    refuse_own_report(report, by)
    today = timezone.localtime(at).date()
    for reading in report.readings.select_for_update().filter(verified_on=None):
        reading.verified_on = today
        reading.full_clean()
        reading.save(update_fields=["verified_on"])
    return _move(report, Status.APPROVED, Action.APPROVED, by, at)


def _locked(report: Report) -> Report:
    rows = Report.objects.select_for_update(of=["self"])
    return rows.select_related("project", "period").get(pk=report.pk)


def _lines(report: Report, at: datetime) -> list[Line]:
    return lines_of([report], timezone.localtime(at).date())[report.pk]


def _write(report, lines, values, remark, version) -> Report:
    """Store typed figures and remark on a locked, open report."""
    by_code = {line.indicator.code: line for line in lines}
    _refuse_bad(by_code, values)
    if version is not None and version != report.version:
        _refuse_stale(report, by_code, values, remark)
    for code, typed in values.items():
        _store(report, by_code[code], typed)
    if remark is not None:
        report.remark = remark.strip()
    if report.status == Status.DUE:
        report.status = Status.DRAFT
    report.version += 1
    report.full_clean()
    report.save()
    return report


def _refuse_bad(by_code, values) -> None:
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


def _refuse_stale(report, by_code, values, remark) -> None:
    """Raise StaleDraft where writing would overwrite what somebody else stored meanwhile.

    Equal figures do no harm, nor does filling what stands empty.
    """
    differences = [
        Difference(code, by_code[code].indicator.name, qualified(*stored), _shown(typed))
        for code, typed in values.items()
        if (stored := _stored(by_code[code])) not in (None, typed)
    ]
    if remark is not None and report.remark and remark.strip() != report.remark:
        differences.append(Difference("remark", "情况说明", report.remark, remark.strip()))
    if differences:
        raise StaleDraft(version=report.version, who=_last_writer(report), differences=differences)


def _last_writer(report) -> str | None:
    """Who wrote the report last, as its history knows; None for a writer outside the pages."""
    events = apps.get_model("projects.ReportEvent").objects.filter(pgh_obj=report.pk)
    event = events.select_related("pgh_context").order_by("-pgh_id").first()
    known = event and event.pgh_context and event.pgh_context.metadata.get("user")
    user = get_user_model().objects.filter(pk=known).first() if known else None
    return user.display_name if user else None


def _stored(line: Line) -> tuple[Decimal, str] | None:
    return (line.value, line.qualifier) if line.reading else None


def _shown(typed) -> str:
    return qualified(*typed) if typed else ""


def _store(report, line: Line, typed) -> None:
    if typed is None:
        if line.reading:
            line.reading.delete()
        return
    if typed == _stored(line):
        return
    reading = line.reading or Reading(
        project=report.project, indicator=line.indicator, report=report, day=report.period.end
    )
    reading.value, reading.qualifier = typed
    reading.full_clean()
    reading.save()


def _unchanged(lines: list[Line]) -> Values:
    missing = {
        line.indicator.code: ["还没有核定过的数，请填写累计。"] for line in lines if not line.last
    }
    if missing:
        raise FieldsRefused(missing)
    return {line.indicator.code: (line.last.value, line.last.qualifier) for line in lines}


def _same(report, lines, values, remark) -> bool:
    by_code = {line.indicator.code: line for line in lines}
    return (remark is None or remark.strip() == report.remark) and all(
        code in by_code and _stored(by_code[code]) == typed
        for code, typed in (values or {}).items()
    )


def _require_complete(report, lines: list[Line]) -> None:
    missing = {
        line.indicator.code: ["请填写本周新增或累计；没有变化请填 0。"]
        for line in lines
        if line.reading is None
    }
    if missing:
        raise FieldsRefused(missing)
    asks = {line.indicator.code: unusual(line.trend, line.value) for line in lines}
    asks = {code: [f"{question}，请核对。"] for code, question in asks.items() if question}
    if asks and not report.remark:
        raise ReasonNeeded(asks | {"remark": ["有数字与往常不同，请写明原因后再报送。"]})


def _require_waiting(report) -> None:
    if report.status != Status.FILED:
        raise WrongState(_already(report))


def _already(report) -> str:
    """Where the report stands, for somebody who came too late."""
    step = report.steps.select_related("by").order_by("-taken_at", "-pk").first()
    if report.status in OPEN:
        if step and step.action == Action.RETURNED:
            return f"{_who_when(step)}退回这份周报，未重复办理。"
        return "这份周报尚未报送，不能审核。"
    if report.status == Status.FILED:
        return f"{_who_when(step)}报送这份周报，正在等待审核；需要修改的，请联系审核员退回。"
    return f"{_who_when(step)}审核这份周报，未重复办理；数字有误的，请由审核员更正。"


def _who_when(step) -> str:
    if step is None:
        return "已"
    at = timezone.localtime(step.taken_at)
    return f"{step.by.display_name}已于{at.month}月{at.day}日 {at:%H:%M} "


def _move(report, status, action, by, at, reason="", indicator=None) -> Report:
    """Set the status, raise the version and add the step."""
    report.status = status
    report.version += 1
    report.full_clean()
    report.save()
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
    return report
