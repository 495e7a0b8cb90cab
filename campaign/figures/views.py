"""The figures: all of them, one card each, and the rows behind each."""

from django.http import Http404
from django.urls import reverse
from django.utils.http import urlencode
from django.views import View

from campaign.figures import FIGURES
from campaign.figures.board import Board
from campaign.figures.cards import breakdown, coverage, newest_change, parts_add_up, trend_chart
from campaign.figures.counting import scoped_rows
from ledgers.as_of import BadRequestPage
from ledgers.pages.list_views import LedgerListView
from ledgers.query_cache import cached_page
from ledgers.registry import ledger_for
from orgs.access import Verb, scope_of
from orgs.models import Division


def asked_figure(code: str):
    """The figure of an address. Raises Http404 for an unknown code."""
    if code not in FIGURES:
        raise Http404(f"no figure {code}")
    return FIGURES[code]


def asked_division(request) -> Division | None:
    """The division of `?division=`, inside the reader's scope. Raises BadRequestPage."""
    code = request.GET.get("division", "").strip()
    if not code:
        return None
    if not code.isdecimal() or len(code) not in (2, 4, 6, 9, 12):
        raise BadRequestPage(f"区划代码“{code[:20]}”应为2、4、6、9或12位数字。")
    division = Division.objects.filter(code=code).visible_to(request.user).first()
    if division is None:
        raise Http404(f"no division {code}")
    return division


class FigureListView(View):
    """GET: every headline figure in scope, by theme."""

    verb = Verb.VIEW
    title = "指标"

    def get(self, request):
        scope, day = scope_of(request.user), request.on
        return cached_page(
            request,
            "campaign/figures/figure_list.html",
            "campaign/figures/figure_list_fragment.html",
            lambda: {"themes": figures_by_theme(scope, day)},
            vary=(scope,),
        )


def figures_by_theme(scope, day) -> dict[str, list]:
    """Every headline figure in scope on a day, under its theme."""
    themes: dict[str, list] = {}
    for shown in Board(scope, day).all():
        themes.setdefault(shown.figure.theme, []).append(shown)
    return themes


class FigureDetailView(View):
    """GET: a figure's card: value, definition, checks, breakdown, trend, last change."""

    verb = Verb.VIEW
    title = "指标卡片"

    def get(self, request, code):
        figure, division = asked_figure(code), asked_division(request)
        scope, day = scope_of(request.user), request.on
        return cached_page(
            request,
            "campaign/figures/figure_detail.html",
            "campaign/figures/figure_detail_fragment.html",
            lambda: card(figure, division, scope, day),
            vary=(scope, code, division and (division.code, str(division))),
            context={"figure": figure, "division": division},
        )


def card(figure, division, scope, day) -> dict:
    """All that a figure's card shows. Raises Http404 where the scope reaches no such row."""
    prefix = division.code if division else ""
    codes = {figure.code, *(c for check in figure.checks for c in check.left + check.right)}
    board = Board(scope, day, prefix, codes)
    if figure.code not in board:
        raise Http404(f"figure {figure.code} is out of scope")
    shown, parts = board[figure.code], breakdown(figure, day, scope, prefix)
    trend = board.trends([figure.code])[figure.code]
    return {
        "figure": figure,
        "shown": shown,
        "checks": shown.checks + parts_add_up(figure, shown.value, parts),
        "division": division,
        "breakdown": parts,
        "coverage": coverage(figure, day, scope, prefix),
        "trend": trend,
        "chart": trend_chart([counting.value for _, counting in trend]),
        "change": newest_change(figure, day, scope, prefix),
    }


class FigureRowsView(LedgerListView):
    """GET: exactly the rows behind a figure, as a ledger list with its exports."""

    verb = Verb.VIEW
    title = "指标明细"

    def setup(self, request, *args, **kwargs):
        super().setup(request, *args, **kwargs)
        self.figure = asked_figure(kwargs["code"])
        self.division = asked_division(request)

    @property
    def ledger(self):
        return ledger_for(self.figure.rows(self.request.on).model)

    def base_queryset(self):
        prefix = self.division.code if self.division else ""
        return scoped_rows(self.figure, scope_of(self.request.user), self.request.on, prefix)

    @property
    def heading(self):
        return f"{self.figure.name}：明细"

    @property
    def lead(self):
        how = f"逐行相加“计入数”（{self.figure.unit}）" if self.figure.amount else "行数"
        return f"{self.figure.definition}{how}即为该指标。"

    @property
    def extra_columns(self):
        return (
            ((self.figure.amount, f"计入数（{self.figure.unit}）"),) if self.figure.amount else ()
        )

    @property
    def breadcrumb(self):
        suffix = {"on": self.request.asked_on.isoformat()} if self.request.asked_on else {}
        query = f"?{urlencode(suffix)}" if suffix else ""
        return (
            ("指标", reverse("figure_list") + query),
            (self.figure.name, reverse("figure_detail", args=[self.figure.code]) + query),
        )
