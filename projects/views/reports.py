"""The reporter's pages: what I owe, the weekly form, its draft."""

from django.contrib import messages
from django.core.paginator import Paginator
from django.http import JsonResponse
from django.shortcuts import redirect, render
from django.views import View

from ledgers import clock
from orgs.access import Verb, visible_to
from projects.forms import ReportForm
from projects.models import Period, Report
from projects.services import (
    FieldsRefused,
    ReasonNeeded,
    StaleDraft,
    WrongState,
    file_report,
    save_draft,
)
from projects.services.reports import OPEN
from projects.sheets import lines_of
from projects.views.lookup import clock_time, deadline_of, report_or_404

PAGE_SIZE = 50


class ReportMineView(View):
    """What the reader has to file: returned, due this week, overdue of older weeks; and what is in."""

    def get(self, request):
        now, today = clock.now(), clock.today()
        mine = visible_to(Report.objects.for_pages().with_last_step(), request.user, Verb.REPORT)
        owed = mine.owed().filter(period__start__lte=today)
        page = Paginator(
            owed.order_by("-period__start", "project__search_text", "pk"), PAGE_SIZE
        ).get_page(request.GET.get("page"))
        period = Period.objects.containing(today).first()
        filed = mine.filter(period=period).exclude(status__in=OPEN) if period else mine.none()
        filed_page = Paginator(filed.order_by("project__search_text", "pk"), PAGE_SIZE).get_page(
            request.GET.get("filed")
        )
        rows = [(report, deadline_of(report.period, now)) for report in page]
        context = {
            "page": page,
            "returned": [row for row in rows if row[0].status == Report.Status.RETURNED],
            "due": [row for row in rows if _due(row, period)],
            "overdue": [row for row in rows if _older(row, period)],
            "filed_page": filed_page,
            "period": period,
            "deadline": deadline_of(period, now) if period else None,
        }
        return render(request, "projects/report_mine.html", context)


def _due(row, period) -> bool:
    return row[0].status != Report.Status.RETURNED and row[0].period == period


def _older(row, period) -> bool:
    return row[0].status != Report.Status.RETURNED and row[0].period != period


class ReportFormView(View):
    """The weekly form; its post files the report."""

    def get(self, request, pk):
        report = report_or_404(request, pk, Verb.REPORT)
        if report.status not in OPEN:
            return redirect("projects:report_detail", pk)
        lines = lines_of([report], clock.today(), targets=True)[report.pk]
        return form_page(request, report, ReportForm(report=report, lines=lines))

    def post(self, request, pk):
        report = report_or_404(request, pk, Verb.REPORT)
        if "no_change" in request.POST:
            return _file(request, report, None)
        form = bound_form(request, report)
        if not form.is_valid() and report.status in OPEN:
            return form_page(request, report, form)
        return _file(request, report, form)


def _file(request, report, form):
    """File what `form` says (None: no change), then show the receipt; else the form with advice."""
    typed = {"no_change": True}
    if form:
        typed = {
            "values": form.values,
            "remark": form.cleaned_data.get("remark", ""),
            "version": form.cleaned_data.get("version"),
        }
    try:
        file_report(report=report, by=request.user, at=clock.now(), **typed)
    except WrongState as problem:
        messages.warning(request, problem.messages[0])
        return redirect("projects:report_detail", report.pk)
    except (FieldsRefused, StaleDraft) as problem:
        form = form or bound_form(request, report)
        return form_page(request, report, form, problem)
    return redirect("projects:report_detail", report.pk)


class ReportDraftView(View):
    """Keeps the draft: as typed (answers JSON) or by the button (answers the form again)."""

    def post(self, request, pk):
        report = report_or_404(request, pk, Verb.REPORT)
        form = bound_form(request, report)
        form.is_valid()
        problem = None
        try:
            saved = save_draft(
                report=report,
                values=form.values,
                remark=form.cleaned_data.get("remark"),
                version=form.cleaned_data.get("version"),
                by=request.user,
                at=clock.now(),
            )
        except (StaleDraft, WrongState, FieldsRefused) as raised:
            problem = raised
        if "application/json" in request.headers.get("Accept", ""):
            return self._json(form, problem, None if problem else saved.version)
        if isinstance(problem, WrongState):
            messages.warning(request, problem.messages[0])
            return redirect("projects:report_detail", pk)
        if problem or form.errors:
            return form_page(request, report, form, problem)
        messages.success(request, f"草稿已保存({clock_time(clock.now())}),尚未报送。")
        return redirect("projects:report_form", pk)

    @staticmethod
    def _json(form, problem, version):
        if isinstance(problem, StaleDraft):
            return JsonResponse({"message": problem.message}, status=409)
        if isinstance(problem, WrongState):
            return JsonResponse({"message": problem.messages[0]}, status=409)
        if isinstance(problem, FieldsRefused):
            form.refuse(problem.message_dict)
        errors = {name: found[0] for name, found in form.errors.items()}
        if problem:
            return JsonResponse({"message": "有数字不能保存", "errors": errors}, status=422)
        asks = {line.indicator.code: form.question(line) for line in form.lines}
        return JsonResponse(
            {
                "saved_at": clock_time(clock.now()),
                "version": version,
                "errors": errors,
                "asks": {code: question for code, question in asks.items() if question},
            }
        )


def bound_form(request, report) -> ReportForm:
    """The form with what was typed."""
    lines = lines_of([report], clock.today(), targets=True)[report.pk]
    return ReportForm(request.POST, report=report, lines=lines)


def form_page(request, report, form, problem=None):
    """The form page; with a `problem` of a service beside the fields or above them."""
    stale = None
    if isinstance(problem, FieldsRefused):
        form.refuse(problem.message_dict)
    elif isinstance(problem, StaleDraft):
        # The next save is deliberate: the reader has seen the other's figures.
        stale, form.data = problem, form.data.copy()
        form.data["version"] = problem.version
        for difference in problem.differences:
            if not difference.typed:  # blank is no wish to delete what the other filled in
                name = "remark" if difference.field == "remark" else f"tot-{difference.field}"
                form.data[name] = difference.stored
    steps = report.steps.select_related("by", "indicator")
    context = {
        "report": report,
        "form": form,
        "returned": steps.filter(action="returned").last()
        if report.status == Report.Status.RETURNED
        else None,
        "deadline": deadline_of(report.period, clock.now()),
        "stale": stale,
        "asks": isinstance(problem, ReasonNeeded),
        "untouched": not form.is_bound and all(line.reading is None for line in form.lines),
        "may_repeat": all(line.last for line in form.lines),
        "pending": _waiting_before(report),
    }
    return render(
        request, "projects/report_form.html", context, status=422 if problem or form.errors else 200
    )


def _waiting_before(report) -> Report | None:
    """An earlier week's report of the project that is filed and not verified yet, if any."""
    earlier = Report.objects.waiting().filter(
        project=report.project, period__start__lt=report.period.start
    )
    return earlier.select_related("period").last()
