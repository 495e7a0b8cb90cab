"""The page of one row: its facts, what belongs to it, and its history."""

from functools import cached_property

from django.shortcuts import get_object_or_404, render
from django.template.loader import render_to_string
from django.urls import reverse
from django.utils.http import urlencode
from markupsafe import Markup

from ledgers.pages.facts import Fact, facts_of
from ledgers.pages.ledger_page import LedgerPage
from ledgers.pages.notes import LONGEST, WRITE, notes_of
from ledgers.pages.sections import Page
from ledgers.query_cache import cached
from ledgers.trail.row_history import trail_of

# What is remembered of a page, piece by piece: the form of the notes stands between the pieces.
TEXTS = {
    "body": "detail_body_fragment",
    "notes": "notes_fragment",
    "history": "history_fragment",
}


class LedgerDetailView(LedgerPage):
    """GET: one row as of `request.on`. A row outside the reader's scope is a 404."""

    verb = "view"
    word = "详情"
    template = "ledgers/pages/detail.html"

    def get(self, request, pk):
        return self.answer({})

    def answer(self, told: dict, status: int = 200):
        """The page; `told` is what the form of the notes says (ledgers/pages/note_views.py)."""
        request = self.request
        about = (self.row_path, request.user.scope, request.on, request.asked_on)
        kept = cached(about, self._draw)
        texts = ("body", "notes", "history")  # our own templates, escaped when they were rendered
        context = kept | {name: Markup(kept[name]) for name in texts}  # noqa: S704
        context |= {"ledger": self.ledger, "pk": self.kwargs["pk"], "live": self._live()}
        context |= {"note_text": "", "note_problem": "", "note_asks": False, "longest": LONGEST}
        return render(request, self.template, context | told, status=status)

    @property
    def row_path(self) -> str:
        return self.request.path

    @cached_property
    def page(self) -> Page:
        """The row and what sections need. Raises Http404 where the reader may not see it."""
        joins = [field.name for field in self.ledger.model._meta.fields if field.is_relation]
        visible = self.ledger.visible(self.request.user).select_related(*joins)
        obj = get_object_or_404(visible, pk=self.kwargs["pk"])
        return Page(obj, self.request.user, self.request.on, self._suffix(), self._address)

    def _live(self) -> list:
        """The sections that are drawn anew for every request, because they hold a form."""
        sections = [section for section in self.ledger.sections if _is_live(section)]
        drawn = [section.draw(self.page) for section in sections]
        return [(section, self.page.obj) for section in drawn if section]

    def _draw(self) -> dict:
        """What is remembered: the head of the page, and its text without frame and head."""
        ledger, user, page = self.ledger, self.request.user, self.page
        obj = page.obj
        drawn = [section.draw(page) for section in ledger.sections if not _is_live(section)]
        facts = facts_of(obj, ledger.facts, user, self._row_address)
        context = {
            "request": self.request,
            "obj": obj,
            "facts": [*facts, *(Fact(*fact) for fact in ledger.more_facts(obj, page.on))],
            "sections": [section for section in drawn if section],
            "trail": trail_of(obj),
            "on": page.on,
        }
        context["notes"], context["older"] = notes_of(ledger, obj)
        return {
            "title": ledger.heading(obj),
            "standing": _standing(obj, page.on),
            "may_change": bool(ledger.form) and user.may(ledger.change_verb, obj),
            "may_note": user.may(WRITE, obj),
            **{
                name: render_to_string(f"ledgers/pages/{template}.html", context, self.request)
                for name, template in TEXTS.items()
            },
        }

    def _suffix(self) -> str:
        asked = self.request.asked_on
        return f"?on={asked.isoformat()}" if asked else ""

    def _address(self, name, *args, **query) -> str:
        if self.request.asked_on:
            query.setdefault("on", self.request.asked_on.isoformat())
        return reverse(name, args=args) + (f"?{urlencode(query)}" if query else "")

    def _row_address(self, ledger, pk) -> str:
        return self._address(ledger.url_name("detail"), pk)


def _is_live(section) -> bool:
    return getattr(section, "live", False)


def _standing(obj, on) -> tuple[str, str]:
    """(word, tone) for a row that does not hold on the day asked for; ("", "") for one that does."""
    since = getattr(obj, "since", None) or getattr(obj, "established_on", None)
    until = getattr(obj, "until", None) or getattr(obj, "dissolved_on", None)
    if since and since > on:
        return "当日尚未开始", "amber"
    abolished = getattr(obj, "abolished_on", None)
    if abolished and abolished <= on:
        return "当日已撤销", "red"
    if until and until <= on:
        return "当日已终止", "red"
    return "", ""
