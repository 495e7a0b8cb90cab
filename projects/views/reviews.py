"""The report's own page and the reviewer's: waiting list, approve, return, correct."""

from dataclasses import dataclass

from django.contrib import messages
from django.core.exceptions import ValidationError
from django.core.paginator import Paginator
from django.http import Http404
from django.shortcuts import redirect, render
from django.template.loader import render_to_string
from django.utils import timezone
from django.views import View
from markupsafe import Markup

from ledgers import clock
from ledgers.formats import qualified, signed, zh_day
from ledgers.version import remembered
from orgs.access import Verb, may, visible_to
from projects.forms import CorrectForm, ReturnForm
from projects.models import Indicator, Reading, Report
from projects.services import approve_report, correct_reading, return_report, unusual
from projects.sheets import lines_of
from projects.views.lookup import deadline_of, report_or_404

PAGE_SIZE = 50


class ReportReviewListView(View):
    """What waits for the reader's review, each in one line with its change and trend."""

    def get(self, request):
        asked = request.GET.get("page", "")[:9]
        about = ("report_review_list", request.user.scope, request.asked_on, asked)
        context = remembered(about, lambda: self.waiting(request, asked))
        return render(request, "projects/report_review_list.html", context)

    @staticmethod
    def waiting(request, asked: str) -> dict:
        """The asked-for page of what waits, with each report's text; buttons come with the page."""
        waiting = Report.objects.for_pages().with_last_step().waiting()
        waiting = visible_to(waiting, request.user, Verb.REVIEW)
        page = Paginator(waiting, PAGE_SIZE).get_page(asked)
        reports = list(page.object_list)
        lines = lines_of(reports, clock.today())
        rows = [_waiting_row(request, report, lines[report.pk]) for report in reports]
        # Counted already; what is remembered holds text, no rows.
        page.object_list = page.paginator.object_list = ()
        return {"page": page, "rows": rows}


@dataclass(frozen=True)
class WaitingRow:
    """A report that waits: its text as it stands on the page, and what its buttons need."""

    pk: int
    name: str
    filed_by: int | None
    text: Markup
    asks: Markup


def _waiting_row(request, report: Report, lines: list) -> WaitingRow:
    context = {"report": report, "lines": [(line, _question(line)) for line in lines]}
    # Our own templates, escaped when they were rendered.
    text, asks = (
        Markup(render_to_string(f"projects/{name}_fragment.html", context, request))  # noqa: S704
        for name in ("review_row", "review_asks")
    )
    return WaitingRow(report.pk, report.project.name, report.step_by_id, text, asks)


class ReportDetailView(View):
    """A report: its figures beside the weeks before, what happened to it, and what to do next."""

    def get(self, request, pk):
        return detail_page(request, report_or_404(request, pk))


def detail_page(request, report: Report, form: ReturnForm | None = None):
    """The page of `report`; `form` is a return that was refused, with its advice."""
    lines = lines_of([report], request.on, targets=True)[report.pk]
    steps = list(report.steps.select_related("by", "indicator").order_by("taken_at", "pk"))
    filed = [step for step in steps if step.action == "filed"]
    own = bool(filed) and filed[-1].by == request.user
    reviews = may(request.user, Verb.REVIEW, report)
    verified = report.status == Report.Status.APPROVED
    context = {
        "report": report,
        "rows": [(line, _question(line)) for line in lines],
        "steps": steps,
        "late": bool(filed) and filed[-1].taken_at > report.period.due_at,
        "filed": filed[-1] if filed else None,
        "deadline": deadline_of(report.period, clock.now()),
        "receipt": receipt(report, lines, filed[-1])
        if filed and may_report(request, report)
        else "",
        "may_file": may_report(request, report) and report.status in {"due", "draft", "returned"},
        "may_review": reviews and report.status == Report.Status.FILED and not own,
        "own": reviews and own and report.status == Report.Status.FILED,
        "may_correct": reviews and verified and not own,
        "corrections": report.readings.filter(corrects__isnull=False).select_related(
            "corrects", "indicator"
        ),
        "form": form,
    }
    return render(request, "projects/report_detail.html", context, status=422 if form else 200)


def may_report(request, report) -> bool:
    """Whether the reader may file `report`."""
    return may(request.user, Verb.REPORT, report)


def _question(line) -> str:
    """What asks for a look at a line: an unusual step, or ""."""
    return unusual(line.trend, line.value) if line.reading else ""


def receipt(report: Report, lines, filed) -> str:
    """The text that a reporter pastes into a chat: what was filed, by whom, when."""
    week = f"第{report.period.number}周({zh_day(report.period.start)}至{zh_day(report.period.end)})"
    at = timezone.localtime(filed.taken_at)
    rows = [
        f"{line.indicator.name}:{qualified(line.value, line.qualifier)}{line.indicator.unit}"
        f"({signed(line.change)})"
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


class ReportApproveView(View):
    """Verify a filed report."""

    def post(self, request, pk):
        report = report_or_404(request, pk, Verb.REVIEW)
        try:
            approve_report(report=report, by=request.user, at=clock.now())
        except ValidationError as problem:
            messages.warning(request, problem.messages[0])
            return redirect("projects:report_detail", pk)
        messages.success(
            request,
            f"{report.project.name}第{report.period.number}周周报已审核通过，即日起计入汇总。",
        )
        return redirect("projects:report_review_list")


class ReportReturnView(View):
    """Send a filed report back with a reason."""

    def post(self, request, pk):
        report = report_or_404(request, pk, Verb.REVIEW)
        asked = Indicator.objects.filter(readings__report=report).distinct()
        form = ReturnForm(request.POST, indicators=asked)
        if not form.is_valid():
            return detail_page(request, report, form)
        try:
            return_report(report=report, by=request.user, at=clock.now(), **form.cleaned_data)
        except ValidationError as problem:
            messages.warning(request, problem.messages[0])
            return redirect("projects:report_detail", pk)
        messages.success(
            request,
            f"{report.project.name}第{report.period.number}周周报已退回，原因已告知填报人。",
        )
        return redirect("projects:report_review_list")


class ReportCorrectView(View):
    """Correct a verified figure: a new row from today on, with its reason."""

    def get(self, request, pk):
        reading = self._reading(request, pk)
        return self._page(request, reading, CorrectForm(reading=reading))

    def post(self, request, pk):
        reading = self._reading(request, pk)
        form = CorrectForm(request.POST, reading=reading)
        if form.is_valid():
            value, qualifier = form.cleaned_data["value"]
            try:
                correct_reading(
                    reading=reading,
                    value=value,
                    qualifier=qualifier,
                    reason=form.cleaned_data["reason"],
                    by=request.user,
                    at=clock.now(),
                )
            except ValidationError as problem:
                fields = getattr(problem, "error_dict", None)
                for field, found in (problem.message_dict if fields else {}).items():
                    form.add_error(field if field in form.fields else None, found)
                if not fields:
                    form.add_error(None, problem.messages)
            else:
                messages.success(request, "已更正，即日起按新数据计入汇总，此前日期的数据不变。")
                return redirect("projects:report_detail", reading.report_id)
        return self._page(request, reading, form)

    @staticmethod
    def _reading(request, pk) -> Reading:
        """The verified reading `pk` of a report in the reader's scope, else 404."""
        rows = visible_to(Reading.objects.known_on(clock.today()), request.user, Verb.REVIEW)
        reading = rows.filter(pk=pk, report__isnull=False).first()
        if reading is None:
            raise Http404("没有这项已审核的数据。")
        return reading

    @staticmethod
    def _page(request, reading, form):
        report = Report.objects.for_pages().get(pk=reading.report_id)
        context = {"reading": reading, "report": report, "form": form}
        status = 422 if form.errors else 200
        return render(request, "projects/report_correct.html", context, status=status)
