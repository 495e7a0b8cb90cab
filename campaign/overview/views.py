"""The first page after log-in: the overview for those who look, the to-do list for those who enter."""

from django.shortcuts import render
from django.template.loader import render_to_string
from django.views import View
from markupsafe import Markup

from campaign.figures.board import Board
from campaign.figures.counting import count_over_days
from campaign.gaps.kinds import GAPS
from campaign.overview import alerts
from campaign.overview.panels import head_tiles, mosaic, programme_bars
from ledgers import clock
from ledgers.all_pages import ALL_SIGNED_IN
from ledgers.pages.choices_left import has_choice
from ledgers.query_cache import cached, cached_page, one_state
from orgs.access import Verb, scope_of
from projects.models import Report
from volunteers.models import RoadChief

# What a member of staff sees of their own place, in this order.
HOME_FIGURES = (
    "courtyards",
    "buildings",
    "households",
    "courtyard_heads",
    "building_heads",
    "courtyard_branches",
    "self_management_committees",
    "problems_open",
)
SHOWN_AT_ONCE = 12


class OverviewView(View):
    """GET: the leader's overview of everything in scope, on `request.on`."""

    verb = Verb.VIEW
    title = "总览"

    def get(self, request):
        scope, day = scope_of(request.user), request.on
        return cached_page(
            request,
            "campaign/overview/overview.html",
            "campaign/overview/overview_fragment.html",
            lambda: overview(request, scope, day),
            vary=(scope,),
        )


def overview(request, scope, day) -> dict:
    """All that the overview of a scope shows on a day."""
    board = Board(scope, day)
    red = alerts.red_alerts(scope, day)
    return {
        "board": board,
        "tiles": head_tiles(board),
        "mosaic": mosaic_text(request, scope, day),
        "bars": programme_bars(scope, day),
        "alerts": red,
        "alerts_new": [alert for alert in red if alert.is_new(day)],
    }


def mosaic_text(request, scope, day) -> Markup:
    """The mosaic as it stands on the page: hundreds of links, remembered apart from the figures."""
    text = cached(
        ("mosaic", scope, day, request.asked_on),
        lambda: render_to_string(
            "campaign/overview/mosaic_fragment.html", {"streets": mosaic(scope, day)}, request
        ),
    )
    return Markup(text)  # noqa: S704 (our own template, escaped when it was rendered)


class HomeView(View):
    """GET: the page that fits the account: overview, to-do list, or the administrators' entry."""

    verb = ALL_SIGNED_IN
    title = "首页"

    def get(self, request):
        scope = scope_of(request.user)
        if scope.can(Verb.REPORT) or scope.can(Verb.REVIEW) or scope.can(Verb.EDIT):
            return self.staff_home(request, scope)
        if scope.can(Verb.VIEW):
            return OverviewView.as_view()(request)
        return render(request, "campaign/overview/home_admin.html", {"scope": scope})

    def staff_home(self, request, scope):
        today = clock.today()
        roads = RoadChief.objects.visible_to(request.user, Verb.EDIT).on(today)
        with one_state():
            may_patrol = has_choice(("patrol", scope), roads)
            return cached_page(
                request,
                "campaign/overview/home_staff.html",
                "campaign/overview/home_staff_fragment.html",
                lambda: self.to_do(scope, request.on),
                vary=(scope,),
                context={"may_patrol": may_patrol},
            )

    def to_do(self, scope, day) -> dict:
        """What is owed, waiting and missing in a scope on a day."""
        return {
            "board": Board(scope, day, codes=HOME_FIGURES),
            "owed": self._reports(scope, Verb.REPORT, Report.objects.owed(), day),
            "waiting": self._reports(scope, Verb.REVIEW, Report.objects.waiting(), day),
            "gaps": open_gaps(scope, day),
            "may_report": scope.can(Verb.REPORT),
            "may_review": scope.can(Verb.REVIEW),
            "limit": SHOWN_AT_ONCE,
        }

    def _reports(self, scope, verb, reports, day) -> list[Report]:
        """Those of `reports` on which the reader has something to do, returned ones first."""
        if not scope.can(verb):
            return []
        rows = reports.recent(day).filter(scope.condition_for(Report, verb))
        rows = rows.select_related("project", "period", "division")
        order = {"returned": 0, "draft": 1, "due": 2, "filed": 3}
        return sorted(
            rows,
            key=lambda r: (order[r.status], -r.period.start.toordinal(), r.project.search_text),
        )


def open_gaps(scope, day) -> list[tuple]:
    """(gap, number of rows) of every kind of gap that is open in scope, red ones first."""
    numbers = count_over_days(list(GAPS.values()), [day], scope)
    found = [
        (gap, numbers[gap.code, day].value) for gap in GAPS.values() if (gap.code, day) in numbers
    ]
    return sorted((pair for pair in found if pair[1]), key=lambda pair: pair[0].severity != "red")
