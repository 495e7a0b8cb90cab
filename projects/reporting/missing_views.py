"""未报清单: which reports of a week are not in hand, the text that asks for them, and reopening."""

from datetime import date

from django.contrib import messages
from django.core.exceptions import PermissionDenied, ValidationError
from django.shortcuts import redirect, render
from django.urls import reverse
from django.views import View

from ledgers import clock
from orgs.access import Verb, may
from projects.models import Period, Report
from projects.reporting.forms import ReopenForm
from projects.reporting.missing import BY, RATE_WEEKS, missing_groups, punctuality
from projects.reporting.page_helpers import deadline_of
from projects.reporting.periods import years_not_entered
from projects.reporting.reviewing import REOPENED_FOR, reopen_week
from projects.reporting.services import OPEN

# The weeks that can be chosen on the page.
CHOICES = 9


class MissingListView(View):
    """The missing reports of a week by headquarters, street or community, and the on-time rates."""

    verb = Verb.VIEW
    title = "未报清单"

    def get(self, request):
        return missing_page(request)


class WeekReopenView(View):
    """POST: let all locked reports of a week be filed still that the reviewer answers for, and why."""

    verb = Verb.REVIEW
    title = "整周重开"

    def post(self, request):
        if not may(request.user, Verb.REVIEW):
            raise PermissionDenied
        period = Period.objects.filter(start=_monday(request.POST)).first()
        if period is None:
            messages.warning(request, "没有这一周，没有重开；请选择周次后再重开。")
            return redirect("projects:report_missing")
        form = ReopenForm(request.POST)
        if not form.is_valid():
            return missing_page(request, form, period)
        reports = Report.objects.filter(period=period).visible_to(request.user, Verb.REVIEW)
        reason = form.cleaned_data["reason"]
        try:
            opened = reopen_week(reports=reports, by=request.user, at=clock.now(), reason=reason)
        except ValidationError as problem:
            messages.warning(request, problem.messages[0])
        else:
            messages.success(
                request, f"已重开{len(opened)}份，{REOPENED_FOR.days}天内可以补报，仍记为迟报。"
            )
        return redirect(f"{reverse('projects:report_missing')}?week={period.start.isoformat()}")


def missing_page(request, reopen: ReopenForm | None = None, asked: Period | None = None):
    """The page; `reopen` is the form that was refused, about the week `asked`."""
    by = request.GET.get("by") if request.GET.get("by") in BY else "street"
    weeks = list(Period.objects.filter(start__lte=request.on).order_by("-start")[:CHOICES])
    period = asked or _asked(request, weeks)
    now = clock.now()
    visible = Report.objects.visible_to(request.user)
    context = {
        "by": by,
        "groupings": [(key, one.title) for key, one in BY.items()],
        "weeks": weeks,
        "period": period,
        "groups": [],
        "rates": punctuality(visible, by, request.on, now) if weeks else [],
        "rate_weeks": RATE_WEEKS,
        "years": years_not_entered(clock.today()),
        "reopen": reopen,
    }
    if period:
        owed = list(_missing(visible, period, request))
        context |= {
            "deadline": deadline_of(period, now),
            "due": visible.filter(period=period).count(),
            "count": len(owed),
            "groups": missing_groups(owed, period, by, now),
            "locked": {one.pk for one in owed if one.status in OPEN and one.locked_at(now)},
            "may_review": may(request.user, Verb.REVIEW),
        }
    status = 422 if reopen else 200
    return render(request, "projects/reporting/report_missing.html", context, status=status)


def _missing(visible, period, request):
    """What was owed for `period` and not in hand on the day asked for."""
    return (
        visible.filter(period=period)
        .not_filed_by(request.on)
        .select_related("project__programme", "division", "period")
        .order_by("division_id", "project__search_text", "pk")
    )


def _monday(data) -> date | None:
    """The first day of the week that was chosen; None where there is no such day."""
    try:
        return date.fromisoformat(data.get("week", ""))
    except ValueError:
        return None


def _asked(request, weeks: list[Period]) -> Period | None:
    """The week that was chosen, else the latest."""
    monday = _monday(request.GET)
    return next((week for week in weeks if week.start == monday), weeks[0] if weeks else None)
