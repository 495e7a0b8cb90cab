"""The weekly figures of all one's projects in one grid: this week's increments and totals, side by side.

Saving and filing are the report's own services; a cell stands for one reading, whose version is what
it says, so that two people in one grid see each other and never write over unseen.
"""

from datetime import datetime

from django.core.exceptions import ValidationError
from django.db import transaction
from django.db.models import Case, When
from django.urls import reverse

from ledgers.fields import read_figure
from ledgers.formats import qualified, signed
from ledgers.grid import Cell, Grid, GridColumn, Row, Saved
from ledgers.meanwhile import token_of
from ledgers.trail.row_history import last_changed_by
from orgs.access import Verb, visible_to
from projects.models import Report
from projects.reporting.errors import FieldsRefused
from projects.reporting.forms import resolve, typed_pair
from projects.reporting.report_lines import ReportLine, lines_of
from projects.reporting.services import file_report, save_draft
from projects.reporting.writing import OPEN, lines_at, locked, stored_in

FILE, QUIET, FILE_ALL = "file", "quiet", "file_all"
ASKS = "，请在“情况说明”里写明原因"


def weekly_reports(user, period, today):
    """The reports that `user` files: those of the present week, and older ones that are still owed."""
    mine = visible_to(Report.objects.for_pages(), user, Verb.REPORT)
    owed = mine.filter(status__in=OPEN, period__start__lte=today)
    found = owed | mine.filter(period=period) if period else owed
    # What can still be filled in comes first.
    closed = Case(When(status__in=OPEN, then=0), default=1)
    return found.order_by(closed, "-period__start", "project__search_text", "pk")


def weekly_grid(reports: list[Report], now: datetime) -> Grid:
    """The grid of these reports; its queries do not depend on how many they are."""
    lines = lines_of(reports, now.date(), targets=True)
    indicators = {line.indicator.pk: line.indicator for one in lines.values() for line in one}
    columns = []
    for indicator in indicators.values():
        group, code = f"{indicator.name}（{indicator.unit}）", indicator.code
        columns.append(GridColumn(f"inc-{code}", "本周新增", numeric=True, group=group, width=7))
        columns.append(GridColumn(f"tot-{code}", "累计", numeric=True, group=group, width=8))
    columns.append(GridColumn("remark", "情况说明", width=16))
    return Grid(columns, [_row(report, lines[report.pk], now) for report in reports])


def _row(report: Report, lines: list[ReportLine], now: datetime) -> Row:
    closed = report.status not in OPEN or report.locked_at(now)
    cells = {}
    for line in lines:
        code = line.indicator.code
        for column, cell in zip((f"inc-{code}", f"tot-{code}"), _cells(line), strict=True):
            cell.closed = closed
            cell.note = "" if closed else cell.note
            cells[column] = cell
    cells["remark"] = Cell(report.remark, token_of(report.remark), closed=closed)
    tones = {"filed": "amber", "returned": "red", "approved": "green"}
    return Row(
        str(report.pk),
        report.project.name,
        cells,
        href=reverse("projects:report_detail", args=[report.pk]),
        status=report.get_status_display(),
        tone=tones.get(report.status, ""),
        actions=() if closed else ((FILE, "报送"), (QUIET, "无变化")),
    )


def _cells(line: ReportLine) -> tuple[Cell, Cell]:
    """The two cells of a line: this week's increment and the total, last week's beside each."""
    version = version_of(line)
    trend = line.trend
    week = signed(trend[-1] - trend[-2]) if len(trend) > 1 else ""
    question = line.question
    change, amount = typed_pair(line)
    increment = Cell(change, version)
    increment.last = f"上周 {week}" if week else ""
    total = Cell(amount, version)
    total.last = f"上次 {qualified(line.last.value, line.last.qualifier)}" if line.last else ""
    total.note = f"{question}{ASKS}" if question and not line.reading.reason else ""
    return increment, total


def version_of(line: ReportLine) -> str:
    """What a reading says, as the version of its cells; "" where there is none yet."""
    return token_of(*stored_in(line)) if line.reading else ""


@transaction.atomic
def save_cell(*, report: Report, column: str, text: str, version: str, by, at: datetime) -> Saved:
    """Store one cell as a draft. An increment and its total are twins: both come back."""
    report = locked(report)
    saved = Saved(str(report.pk), column, text=text, version=version)
    try:
        if column == "remark":
            return _save_remark(report, saved, by, at)
        return _save_figure(report, saved, by, at)
    except FieldsRefused as refusal:
        saved.error = " ".join(m for found in refusal.message_dict.values() for m in found)
    except ValidationError as error:
        saved.error = " ".join(error.messages)
    saved.state = "wrong"
    return saved


def _save_remark(report: Report, saved: Saved, by, at) -> Saved:
    text, now = saved.text.strip(), token_of(report.remark)
    if saved.version != now and text != report.remark:
        return _conflict(report, saved, report.remark, now)
    report = save_draft(report=report, values={}, by=by, at=at, remark=text)
    saved.text, saved.version = report.remark, token_of(report.remark)
    saved.status = report.get_status_display()
    return saved


def _save_figure(report: Report, saved: Saved, by, at) -> Saved:
    which, _, code = saved.column.partition("-")
    line = next((one for one in lines_at(report, at) if one.indicator.code == code), None)
    if line is None or which not in ("inc", "tot"):
        raise ValidationError("这个项目没有这项指标。")
    typed = read_figure(saved.text, line.indicator.unit)
    figure = resolve(line, typed, None) if which == "inc" else resolve(line, None, typed)
    now = version_of(line)
    if saved.version != now and figure != stored_in(line):
        own = _cells(line)[which == "tot"]
        return _conflict(report, saved, own.text, now)
    report = save_draft(report=report, values={code: figure}, by=by, at=at)
    saved.status = report.get_status_display()
    line = next(one for one in lines_at(report, at) if one.indicator.code == code)
    increment, total = _cells(line)
    twins = {f"inc-{code}": increment, f"tot-{code}": total}
    for name, cell in twins.items():
        if name == saved.column:
            saved.text, saved.version, saved.note = cell.text, cell.version, cell.note
        else:
            saved.others[name] = {"text": cell.text, "version": cell.version, "note": cell.note}
    return saved


def _conflict(report: Report, saved: Saved, theirs: str, version: str) -> Saved:
    saved.state, saved.theirs, saved.version = "conflict", theirs, version
    saved.who = last_changed_by(report)[0]
    return saved


def file_row(*, report: Report, quiet: bool, by, at: datetime) -> Saved:
    """File a report of the grid; `quiet`: with no change since the last verified figures."""
    saved = Saved(str(report.pk), "")
    try:
        file_report(report=report, by=by, at=at, no_change=quiet)
    except FieldsRefused as refusal:
        for code, messages in refusal.message_dict.items():
            saved.others[f"tot-{code}"] = {"error": " ".join(messages)}
        saved.error = "还没有报送：" + "；".join(
            dict.fromkeys(m.rstrip("。") for found in refusal.message_dict.values() for m in found)
        )
    except ValidationError as error:
        saved.error = " ".join(error.messages)
    saved.state = "wrong" if saved.error else "saved"
    return saved
