"""The page of one row: its facts, what belongs to it, and its history."""

from django.shortcuts import get_object_or_404, render
from django.urls import reverse
from django.utils.http import urlencode
from django.views import View

from ledgers.facts import Fact, facts_of
from ledgers.sections import Page
from ledgers.trail import trail_of


class LedgerDetailView(View):
    """GET: one row as of `request.on`. A row outside the reader's scope is a 404."""

    ledger = None
    template = "ledgers/detail.html"

    def get(self, request, pk):
        ledger = self.ledger
        obj = get_object_or_404(ledger.visible(request.user).select_related(*_joins(ledger)), pk=pk)
        page = Page(obj, request.user, request.on, self._suffix(), self._address)
        drawn = [section.draw(page) for section in ledger.sections]
        facts = facts_of(obj, ledger.facts, request.user, self._row_address)
        context = {
            "ledger": ledger,
            "obj": obj,
            "title": ledger.heading(obj),
            "standing": _standing(obj, request.on),
            "facts": [*facts, *(Fact(*fact) for fact in ledger.more_facts(obj, request.on))],
            "sections": [section for section in drawn if section],
            "trail": trail_of(obj),
            "may_change": bool(ledger.form) and request.user.may(ledger.change_verb, obj),
        }
        return render(request, self.template, context)

    def _suffix(self) -> str:
        asked = self.request.asked_on
        return f"?on={asked.isoformat()}" if asked else ""

    def _address(self, name, *args, **query) -> str:
        if self.request.asked_on:
            query.setdefault("on", self.request.asked_on.isoformat())
        return reverse(name, args=args) + (f"?{urlencode(query)}" if query else "")

    def _row_address(self, ledger, pk) -> str:
        return self._address(ledger.url_name("detail"), pk)


def _joins(ledger) -> list[str]:
    """The foreign keys whose rows are named among the facts: one query instead of one for each."""
    return [field.name for field in ledger.model._meta.fields if field.is_relation]


def _standing(obj, on) -> tuple[str, str]:
    """(word, tone) for a row that does not hold on the day asked for; ("", "") for one that does."""
    since = getattr(obj, "since", None) or getattr(obj, "established_on", None)
    until = getattr(obj, "until", None) or getattr(obj, "dissolved_on", None)
    if since and since > on:
        return "当日尚未开始", "a"
    if until and until <= on:
        return "当日已终止", "r"
    return "", ""
