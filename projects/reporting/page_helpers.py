"""Finding a report for a page: outside one's scope it does not exist, without the verb it is refused."""

from dataclasses import dataclass
from datetime import datetime

from django.core.exceptions import PermissionDenied
from django.http import Http404
from django.utils import timezone

from ledgers import registry
from ledgers.pages.note_views import refused_note
from ledgers.pages.notes import LONGEST, WRITE, notes_of
from orgs.access import Verb, may
from projects.models import Period, Report


def report_or_404(request, pk: int, verb: str = Verb.VIEW) -> Report:
    """The report `pk` of the reader's scope; 404 outside it, 403 where `verb` is not granted."""
    report = Report.objects.for_pages().visible_to(request.user).filter(pk=pk).first()
    if report is None:
        raise Http404("没有这份周报。")
    if verb != Verb.VIEW and not may(request.user, verb, report):
        raise PermissionDenied
    return report


@dataclass(frozen=True)
class Deadline:
    """How a week's deadline stands: in words, and the colour that goes with them."""

    text: str
    tone: str  # "" plenty of time, "amber" today or tomorrow morning, "red" over
    over: bool


def deadline_of(period: Period, now: datetime) -> Deadline:
    """The time left until the reports of `period` are due, or how long they are late."""
    seconds = int((period.due_at - now).total_seconds())
    over = seconds < 0
    text = f"已逾期 {_span(-seconds)}" if over else f"剩 {_span(seconds)}"
    return Deadline(text, "red" if over else "amber" if seconds < 24 * 3600 else "", over)


def _span(seconds: int) -> str:
    if seconds >= 24 * 3600:
        return f"{seconds // (24 * 3600)} 天"
    if seconds >= 3600:
        return f"{seconds // 3600} 小时"
    return f"{max(seconds // 60, 1)} 分钟"


def clock_time(at: datetime) -> str:
    """09:20, as the county's clocks show it."""
    return f"{timezone.localtime(at):%H:%M}"


def notes_on(report: Report, user, told: dict | None) -> dict:
    """What the page needs for its notes; `told` is a note that was refused, with why."""
    ledger = registry.find(Report)
    notes, older = notes_of(ledger, report)
    blank = {"note_text": "", "note_problem": "", "note_asks": False}
    return {
        "ledger": ledger,
        "pk": report.pk,
        "notes": notes,
        "older": older,
        "longest": LONGEST,
        "may_note": may(user, WRITE, report),
        **(told or blank),
    }


def write_note(request, report: Report) -> dict | None:
    """Add what was posted as a note on `report`; None, or what to show where it was refused."""
    return refused_note(request, registry.find(Report), report)
