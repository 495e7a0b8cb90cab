"""What is missing: every kind of gap in scope, and the rows of one with the page that mends each."""

from django.http import Http404
from django.shortcuts import render
from django.urls import reverse
from django.utils.http import urlencode
from django.views import View

from campaign.figures.counting import count_over_days, scoped_rows
from campaign.gaps.kinds import GAPS
from ledgers.all_pages import ALL_SIGNED_IN, verb_of
from ledgers.pages.list_views import LedgerListView
from ledgers.registry import ledger_for
from orgs.access import Verb, scope_of


class GapListView(View):
    """GET: every kind of gap with its number of rows; those without any are shown as in order."""

    verb = Verb.VIEW
    title = "缺口"

    def get(self, request):
        scope = scope_of(request.user)
        numbers = count_over_days(list(GAPS.values()), [request.on], scope)
        gaps = [
            (gap, numbers[gap.code, request.on].value)
            for gap in GAPS.values()
            if (gap.code, request.on) in numbers
        ]
        gaps.sort(key=lambda pair: (not pair[1], pair[0].severity != "red"))
        return render(request, "campaign/gaps/gap_list.html", {"gaps": gaps})


class GapDetailView(LedgerListView):
    """GET: the rows of a gap as a ledger list; each row's name leads to the page that mends it."""

    verb = Verb.VIEW
    title = "缺口明细"

    def setup(self, request, *args, **kwargs):
        super().setup(request, *args, **kwargs)
        if kwargs["code"] not in GAPS:
            raise Http404(f"no gap {kwargs['code']}")
        self.gap = GAPS[kwargs["code"]]

    @property
    def ledger(self):
        return ledger_for(self.gap.rows(self.request.on).model)

    def base_queryset(self):
        return scoped_rows(self.gap, scope_of(self.request.user), self.request.on)

    @property
    def heading(self):
        return self.gap.name

    @property
    def lead(self):
        source = f"依据：{self.gap.source}。" if self.gap.source else ""
        return self.gap.advice + source

    @property
    def row_action(self):
        """(URL name, label) of the page that mends a row; None for those who may not open it."""
        verb = verb_of(self.gap.mend)
        may = verb == ALL_SIGNED_IN or scope_of(self.request.user).can(verb)
        return (self.gap.mend, self.gap.action) if may else None

    @property
    def breadcrumb(self):
        asked = self.request.asked_on
        query = f"?{urlencode({'on': asked.isoformat()})}" if asked else ""
        return (("缺口", reverse("gap_list") + query),)
