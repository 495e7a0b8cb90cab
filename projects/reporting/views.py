"""The reporter's pages: what I owe, the weekly form, its draft, filing and withdrawing."""

from django.contrib import messages
from django.core.paginator import Paginator
from django.shortcuts import redirect, render
from django.views import View

from ledgers import clock
from ledgers.formats import zh_moment
from ledgers.meanwhile import ChangedMeanwhile
from orgs.access import Verb, visible_to
from projects.models import Period, Report
from projects.reporting.draft_answers import draft_as_json, wants_json
from projects.reporting.errors import (
    FieldsRefused,
    PeriodLocked,
    ReasonNeeded,
    WrongState,
)
from projects.reporting.forms import ReportForm, figure_labels
from projects.reporting.page_helpers import clock_time, deadline_of, report_or_404
from projects.reporting.photos import MOST_PHOTOS, keep_photos
from projects.reporting.report_lines import lines_of
from projects.reporting.services import (
    OPEN,
    file_report,
    lock_sentence,
    save_draft,
    withdraw_report,
)
from projects.reporting.writing import token_of_report

PAGE_SIZE = 50


class ReportMineView(View):
    """What the reader has to file: returned, due this week, overdue of older weeks; and what is in."""

    verb = Verb.REPORT
    title = "我的周报"

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
            "locked": {report.pk for report, _ in rows if report.locked_at(now)},
        }
        return render(request, "projects/reporting/report_mine.html", context)


def _due(row, period) -> bool:
    return row[0].status != Report.Status.RETURNED and row[0].period == period


def _older(row, period) -> bool:
    return row[0].status != Report.Status.RETURNED and row[0].period != period


class ReportFormView(View):
    """The weekly form; its post files the report."""

    verb = Verb.REPORT
    title = "填报周报"
    typed_labels = staticmethod(figure_labels)

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
        if report.status in OPEN:
            for message in keep_photos(request, report):
                messages.warning(request, message)
        form = bound_form(request, report)
        if not form.is_valid() and report.status in OPEN:
            return form_page(request, report, form)
        return _file(request, report, form)


def _file(request, report, form):
    """File what `form` says (None: no change), then show the receipt; else the form with advice."""
    typed = typed_in(form) if form else {"no_change": True}
    now = clock.now()
    try:
        file_report(report=report, by=request.user, at=now, **typed)
    except PeriodLocked as problem:
        return _kept_though_locked(request, report, form, problem)
    except WrongState as problem:
        messages.warning(request, problem.messages[0])
        return redirect("projects:report_detail", report.pk)
    except (FieldsRefused, ChangedMeanwhile) as problem:
        form = form or bound_form(request, report)
        return form_page(request, report, form, problem)
    if Report.objects.late().filter(pk=report.pk).exists():
        due = zh_moment(report.period.due_at)
        messages.warning(request, f"已报送。截止时间（{due}）已过，这份周报记为迟报。")
    return redirect("projects:report_detail", report.pk)


def _kept_though_locked(request, report, form, problem):
    """The week locked while the form was open: what was typed stays as a draft, and is said so."""
    said = problem.messages[0]
    if form:
        try:
            save_draft(report=report, by=request.user, at=clock.now(), **typed_in(form))
        except ChangedMeanwhile as stale:
            return form_page(request, report, form, stale)
        said += "您填的内容已存为草稿，没有丢失。"
    messages.warning(request, said)
    return redirect("projects:report_form", report.pk)


class ReportDraftView(View):
    """Keeps the draft: as typed (answers JSON) or by the button (answers the form again)."""

    verb = Verb.REPORT
    title = "保存周报草稿"

    def post(self, request, pk):
        report = report_or_404(request, pk, Verb.REPORT)
        refused = keep_photos(request, report) if report.status in OPEN else []
        return answer_draft(request, report, refused)


def answer_draft(request, report, refused=()):
    """Store what the form says as a draft and answer; `refused`: what went wrong before that."""
    form = bound_form(request, report)
    form.is_valid()
    problem, saved = None, None
    try:
        saved = save_draft(report=report, by=request.user, at=clock.now(), **typed_in(form))
    except (ChangedMeanwhile, WrongState, FieldsRefused) as raised:
        problem = raised
    if wants_json(request):
        return draft_as_json(form, problem, saved)
    for message in refused:
        messages.warning(request, message)
    if isinstance(problem, WrongState):
        messages.warning(request, problem.messages[0])
        return redirect("projects:report_detail", report.pk)
    if problem or form.errors:
        return form_page(request, report, form, problem)
    messages.success(request, f"草稿已保存（{clock_time(clock.now())}），尚未报送。")
    return redirect("projects:report_form", report.pk)


class ReportWithdrawView(View):
    """Take a filed report back, as long as nobody has reviewed it."""

    verb = Verb.REPORT
    title = "撤回周报"

    def post(self, request, pk):
        report = report_or_404(request, pk, Verb.REPORT)
        try:
            withdraw_report(report=report, by=request.user, at=clock.now())
        except WrongState as problem:
            messages.warning(request, problem.messages[0])
            return redirect("projects:report_detail", pk)
        messages.success(request, "已撤回，修改后请重新报送；截止时间以后再报的，记为迟报。")
        return redirect("projects:report_form", pk)


def bound_form(request, report) -> ReportForm:
    """The form with what was typed."""
    lines = lines_of([report], clock.today(), targets=True)[report.pk]
    return ReportForm(request.POST, report=report, lines=lines)


def typed_in(form) -> dict:
    """What a bound form says, as the services take it."""
    return {
        "values": form.values,
        "reasons": form.reasons,
        "remark": form.cleaned_data.get("remark"),
        "shown": form.data.get("shown"),
    }


def form_page(request, report, form, problem=None):
    """The form page; with a `problem` of a service beside the fields or above them."""
    stale = None
    if isinstance(problem, FieldsRefused):
        form.refuse(problem.message_dict)
    elif isinstance(problem, ChangedMeanwhile):
        stale = problem
        _take_over(form, problem)
    now, photos = clock.now(), list(report.photos.all())
    context = {
        "report": report,
        "form": form,
        "returned": _returned(report),
        "deadline": deadline_of(report.period, now),
        "locked": lock_sentence(report) if report.locked_at(now) else "",
        "stale": stale,
        "shown_token": _shown_by(form, report, stale),
        "asks": isinstance(problem, ReasonNeeded),
        "untouched": not form.is_bound and all(line.reading is None for line in form.lines),
        "may_repeat": all(line.last for line in form.lines),
        "pending": _waiting_before(report),
        "photos": photos,
        "most_photos": MOST_PHOTOS,
    }
    return render(
        request,
        "projects/reporting/report_form.html",
        context,
        status=422 if problem or form.errors else 200,
    )


def _shown_by(form, report, stale) -> str:
    """The token for the form: what stands now, or what its reader still has before the eyes."""
    if form.is_bound and stale is None:
        return form.data.get("shown") or token_of_report(report)
    return stale.now if stale else token_of_report(report)


def _take_over(form, stale: ChangedMeanwhile) -> None:
    """The next save is deliberate: the reader has seen the other's figures."""
    form.data = form.data.copy()
    for difference in stale.differences:
        if not difference.typed:  # blank is no wish to delete what the other filled in
            name = "remark" if difference.field == "remark" else f"tot-{difference.field}"
            form.data[name] = difference.stored


def _returned(report) -> dict:
    """The steps of the latest return by the indicator they are about, where the report came back."""
    if report.status != Report.Status.RETURNED:
        return {}
    steps = list(report.steps.filter(action="returned").select_related("by", "indicator"))
    return {step.indicator_id: step for step in steps if step.taken_at == steps[-1].taken_at}


def _waiting_before(report) -> Report | None:
    """An earlier week's report of the project that is filed and not verified yet, if any."""
    earlier = Report.objects.waiting().filter(
        project=report.project, period__start__lt=report.period.start
    )
    return earlier.select_related("period").last()
