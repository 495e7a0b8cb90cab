"""备注流水 of a weekly report: what its page shows of them, and writing one."""

from ledgers import registry
from ledgers.pages.note_views import refused_note
from ledgers.pages.notes import LONGEST, WRITE, notes_of
from orgs.access import may
from projects.models import Report


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
