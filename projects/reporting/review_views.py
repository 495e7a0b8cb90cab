"""The reviewer's pages: what waits, approve one or many, return, reopen."""

from dataclasses import dataclass

from django.contrib import messages
from django.core.exceptions import ValidationError
from django.core.paginator import Paginator
from django.db.models import Exists, OuterRef
from django.shortcuts import redirect, render
from django.template.loader import render_to_string
from django.views import View
from markupsafe import Markup

from ledgers import clock
from ledgers.formats import zh_moment
from ledgers.query_cache import cached
from orgs.access import Verb, visible_to
from orgs.actions.views import texts_typed
from projects.models import Indicator, Report, ReportPhoto
from projects.reporting.detail_views import detail_page
from projects.reporting.forms import ReopenForm, ReturnForm, figure_labels
from projects.reporting.page_helpers import report_or_404
from projects.reporting.report_lines import lines_of, quiet_weeks, quiet_words
from projects.reporting.reviewing import approve_report, reopen_report, return_report
from projects.reporting.writing import token_of_report

PAGE_SIZE = 50


class ReportReviewListView(View):
    """What waits for the reader's review, each in one line with its change and trend."""

    verb = Verb.REVIEW
    title = "待审核周报"

    def get(self, request):
        asked = request.GET.get("page", "")[:9]
        about = ("report_review_list", request.user.scope, request.asked_on, asked)
        context = cached(about, lambda: self.waiting(request, asked))
        return render(request, "projects/reporting/report_review_list.html", context)

    @staticmethod
    def waiting(request, asked: str) -> dict:
        """The asked-for page of what waits, with each report's text; buttons come with the page."""
        page = Paginator(waiting_for(request.user), PAGE_SIZE).get_page(asked)
        rows = waiting_rows(request, list(page.object_list))
        # Counted already; what is remembered holds text, no rows.
        page.object_list = page.paginator.object_list = ()
        return {"page": page, "rows": rows}


def waiting_for(user):
    """What waits for the review of `user`, the oldest filing first."""
    photos = ReportPhoto.objects.filter(report=OuterRef("pk"))
    waiting = Report.objects.for_pages().with_last_step().with_punctuality().waiting()
    return visible_to(waiting.annotate(has_photos=Exists(photos)), user, Verb.REVIEW)


@dataclass(frozen=True)
class WaitingRow:
    """A report that waits: its text as it stands on the page, and what its buttons need."""

    pk: int
    shown: str
    name: str
    filed_by: int | None
    text: Markup
    asks: Markup


def waiting_rows(request, reports: list[Report]) -> list[WaitingRow]:
    """The lines of `reports` on a page of the reviewer's, in their order."""
    lines, quiet = lines_of(reports, clock.today()), quiet_weeks(reports)
    return [_waiting_row(request, one, lines[one.pk], quiet.get(one.pk, 0)) for one in reports]


def _waiting_row(request, report: Report, lines: list, quiet: int) -> WaitingRow:
    context = {"report": report, "lines": lines, "quiet": quiet_words(report, quiet)}
    # Our own templates, escaped when they were rendered.
    text, asks = (
        Markup(render_to_string(f"projects/reporting/{name}_fragment.html", context, request))  # noqa: S704
        for name in ("review_row", "review_asks")
    )
    return WaitingRow(
        report.pk, token_of_report(report), report.project.name, report.step_by_id, text, asks
    )


class ReportApproveView(View):
    """Verify a filed report."""

    verb = Verb.REVIEW
    title = "周报审核通过"

    def post(self, request, pk):
        report = report_or_404(request, pk, Verb.REVIEW)
        try:
            approve_report(
                report=report, by=request.user, at=clock.now(), shown=request.POST.get("shown")
            )
        except ValidationError as problem:
            messages.warning(request, problem.messages[0])
            return redirect("projects:report_detail", pk)
        messages.success(
            request,
            f"{report.project.name}第{report.period.number}周周报已审核通过，即日起计入汇总。",
        )
        return redirect("projects:report_review_list")


class ReportApproveManyView(View):
    """Several at once: first what would be approved, with every change; then the approval."""

    verb = Verb.REVIEW
    title = "批量审核周报"

    def get(self, request):
        chosen = [int(key) for key in request.GET.getlist("report")[:PAGE_SIZE] if key.isdecimal()]
        reports = list(waiting_for(request.user).filter(pk__in=chosen))
        if not reports:
            messages.warning(request, "没有选中等待审核的周报，请勾选后再点“通过所选”。")
            return redirect("projects:report_review_list")
        rows = waiting_rows(request, reports)
        context = {
            "rows": [row for row in rows if row.filed_by != request.user.pk],
            "own": [row for row in rows if row.filed_by == request.user.pk],
            "gone": len(set(chosen)) - len(rows),
        }
        return render(request, "projects/reporting/report_approve_many.html", context)

    def post(self, request):
        done, refused = [], []
        for shown in request.POST.getlist("shown")[:PAGE_SIZE]:
            key, _, token = shown.partition(":")
            if not (key.isdecimal() and token):
                continue
            report = report_or_404(request, int(key[:18]), Verb.REVIEW)
            try:
                approve_report(report=report, by=request.user, at=clock.now(), shown=token)
                done.append(report.project.name)
            except ValidationError as problem:
                refused.append(f"{report.project.name}：{problem.messages[0]}")
        if done:
            names = "、".join(done)
            messages.success(request, f"已审核通过 {len(done)} 份，即日起计入汇总：{names}。")
        for text in refused:
            messages.warning(request, text)
        return redirect("projects:report_review_list")


class ReportReturnView(View):
    """Send a filed report back with reasons, for single figures or the whole."""

    verb = Verb.REVIEW
    title = "周报退回"
    form_class = ReturnForm
    typed_labels = staticmethod(figure_labels)

    def post(self, request, pk):
        report = report_or_404(request, pk, Verb.REVIEW)
        asked = Indicator.objects.filter(readings__report=report).distinct()
        form = ReturnForm(request.POST, indicators=asked)
        if not form.is_valid():
            return detail_page(request, report, form)
        try:
            return_report(
                report=report,
                by=request.user,
                at=clock.now(),
                reason=form.cleaned_data["reason"],
                reasons=form.reasons,
            )
        except ValidationError as problem:
            return told_beside(request, pk, problem, form)
        messages.success(
            request,
            f"{report.project.name}第{report.period.number}周周报已退回，原因已告知填报人。",
        )
        return redirect("projects:report_review_list")


class ReportReopenView(View):
    """Let a report of a locked week be filed still, with the reason for it."""

    verb = Verb.REVIEW
    title = "重开已锁定的周报"

    def post(self, request, pk):
        report = report_or_404(request, pk, Verb.REVIEW)
        form = ReopenForm(request.POST)
        if not form.is_valid():
            return detail_page(request, report, reopen=form)
        try:
            report = reopen_report(
                report=report, by=request.user, at=clock.now(), reason=form.cleaned_data["reason"]
            )
        except ValidationError as problem:
            return told_beside(request, pk, problem, form)
        until = zh_moment(report.reopened_until)
        messages.success(request, f"已重开，{until} 前可以补报，仍记为迟报。")
        return redirect("projects:report_detail", pk)


def told_beside(request, pk: int, problem: ValidationError, form):
    """The report as it stands by now, why nothing was done, and the text that `form` holds."""
    report = report_or_404(request, pk, Verb.REVIEW)
    return detail_page(request, report, refused=(problem.messages[0], texts_typed(form)))
