"""The report's own page: its figures beside the weeks before, its steps, and what to do next."""

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils import timezone
from django.views import View

from ledgers import clock
from ledgers.formats import qualified, signed, zh_day
from ledgers.pages.notes import WRITE
from ledgers.pages.once import SentOnce
from orgs.access import Verb, may
from projects.models import Report
from projects.reporting.forms import ReopenForm, ReturnForm
from projects.reporting.page_helpers import deadline_of, notes_on, report_or_404, write_note
from projects.reporting.report_lines import lines_of, quiet_weeks, quiet_words
from projects.reporting.services import OPEN
from projects.reporting.writing import token_of_report

Status = Report.Status


class ReportDetailView(View):
    """A report: its figures beside the weeks before, what happened to it, and what to do next."""

    verb = Verb.VIEW
    title = "周报详情"

    def get(self, request, pk):
        return detail_page(request, report_or_404(request, pk))


class ReportNoteView(SentOnce, View):
    """POST `text`: add a note and go back to the report's page, or that page with what is wrong (400)."""

    verb = Verb.EDIT
    title = "周报台账·记事"
    http_method_names = ("post", "options")

    def post(self, request, pk):
        report = report_or_404(request, pk, WRITE)
        told = write_note(request, report)
        if told:
            return detail_page(request, report, note=told)
        messages.success(request, "备注已添加。")
        return redirect(reverse("projects:report_detail", args=[pk]) + "#notes")


def detail_page(
    request,
    report: Report,
    form: ReturnForm | None = None,
    reopen: ReopenForm | None = None,
    note: dict | None = None,
    refused: tuple | None = None,
) -> HttpResponse:
    """The page of `report`; `form`, `reopen` or `note` is one that was refused, with its advice.

    `refused`: why something else could not be done, and the (label, text) pairs typed for it.
    """
    lines = lines_of([report], request.on, targets=True)[report.pk]
    steps = list(report.steps.select_related("by", "indicator").order_by("taken_at", "pk"))
    filed = next((step for step in reversed(steps) if step.action == "filed"), None)
    now = clock.now()
    context = {
        "report": report,
        "lines": lines,
        "steps": steps,
        "late": Report.objects.late().filter(pk=report.pk).exists(),
        "filed": filed,
        "quiet": quiet_words(report, quiet_weeks([report]).get(report.pk, 0)),
        "deadline": deadline_of(report.period, now),
        "locked": report.status in OPEN and report.locked_at(now),
        "photos": list(report.photos.all()),
        "receipt": receipt(report, lines, filed)
        if filed and report.status not in OPEN and may(request.user, Verb.REPORT, report)
        else "",
        "corrections": _corrections(report),
        "shown_token": token_of_report(report),
        "form": form,
        "reopen": reopen,
        "refused": refused,
        **notes_on(report, request.user, note),
        **_allowed(request, report, filed),
    }
    status = 409 if refused else 400 if note else 422 if form or reopen else 200
    return render(request, "projects/reporting/report_detail.html", context, status=status)


def _corrections(report: Report):
    """The figures of the report that correct another one."""
    found = report.readings.filter(corrects__isnull=False)
    return found.select_related("corrects", "indicator")


def _allowed(request, report: Report, filed) -> dict[str, bool]:
    """What the reader may do to `report`, `filed` being its latest filing."""
    own = filed is not None and filed.by == request.user
    reports = may(request.user, Verb.REPORT, report)
    reviews = may(request.user, Verb.REVIEW, report)
    waits = report.status == Status.FILED
    locked = report.locked_at(clock.now())
    return {
        "may_file": reports and report.status in OPEN,
        "may_withdraw": reports and waits and not locked,
        "may_review": reviews and waits and not own,
        "own": reviews and own and waits,
        "may_correct": reviews and report.status == Status.APPROVED and not own,
        "may_reopen": reviews and report.status in OPEN and locked,
    }


def receipt(report: Report, lines, filed) -> str:
    """The text that a reporter pastes into a chat: what was filed, by whom, when."""
    week = (
        f"第{report.period.number}周（{zh_day(report.period.start)}至{zh_day(report.period.end)}）"
    )
    at = timezone.localtime(filed.taken_at)
    rows = [
        f"{line.indicator.name}：{qualified(line.value, line.qualifier)}{line.indicator.unit}"
        f"（{signed(line.change)}）"
        for line in lines
        if line.reading
    ]
    return "\n".join(
        [
            f"【周报】{report.project.name} {week}",
            *rows,
            *([f"说明：{report.remark}"] if report.remark else []),
            f"{filed.by.display_name} {zh_day(at)} {at:%H:%M} 报送，{report.get_status_display()}",
        ]
    )
