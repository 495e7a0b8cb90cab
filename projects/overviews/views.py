"""Pages over many projects: timeline, board by stage, money, shifts, smart projects. Only read."""

from django.views import View

from ledgers.query_cache import cached_page
from ledgers.registry import ledger_for
from orgs.access import Verb
from projects.models import WorkShift
from projects.overviews import timeline as overviews
from projects.overviews import totals
from projects.overviews.clearance import clearance


class _Remembered(View):
    """A page whose text depends on the reader, the day and the query's `asks` alone."""

    template = fragment = ""
    asks: tuple[str, ...] = ()

    def get(self, request):
        asked = tuple(request.GET.get(name, "")[:12] for name in self.asks)
        return cached_page(
            request,
            self.template,
            self.fragment,
            lambda: self.build(request) | {"on": request.on},
            vary=(request.user.pk, *asked),
            context={"crumb": self.crumb},
        )


class TimelineView(_Remembered):
    """GET: a programme's projects as bars, `?programme=&street=`."""

    verb = Verb.VIEW
    title = "进度时间轴"
    template, fragment = "projects/plan/plan_page.html", "projects/overviews/timeline_fragment.html"
    asks, crumb = ("programme", "street"), "进度时间轴"

    def build(self, request):
        chosen = overviews.choose(request)
        span, bars = overviews.timeline(chosen)
        stages = overviews.table_stages(chosen.rows)
        return {"found": chosen, "span": span, "bars": bars, "stages": stages}


class StageBoardView(_Remembered):
    """GET: a programme's projects as cards in the column of their phase."""

    verb = Verb.VIEW
    title = "阶段看板"
    template, fragment = (
        "projects/plan/plan_page.html",
        "projects/overviews/stage_board_fragment.html",
    )
    asks, crumb = ("programme", "street"), "阶段看板"

    def build(self, request):
        chosen = overviews.choose(request)
        return {"found": chosen, "columns": overviews.columns(chosen.rows)}


class MoneyView(_Remembered):
    """GET: money by source, summed by programme and street, and where it is missing."""

    verb = Verb.VIEW
    title = "资金情况"
    template, fragment = "projects/plan/plan_page.html", "projects/overviews/money_fragment.html"
    crumb = "资金汇总"

    def build(self, request):
        return {"page": totals.money_page(request.user, request.on)}


class ShiftsView(_Remembered):
    """GET: day and night shifts by road over two weeks."""

    verb = Verb.VIEW
    title = "昼夜施工"
    template, fragment = "projects/plan/plan_page.html", "projects/overviews/shifts_fragment.html"
    crumb = "昼夜施工"

    def build(self, request):
        return {
            "roads": totals.road_shifts(request.user, request.on),
            "days": totals.shift_days(request.on),
            "may_register": ledger_for(WorkShift).may_create(request.user),
        }


class SmartView(_Remembered):
    """GET: smart parking, garages, City Brain and smart traffic as project status."""

    verb = Verb.VIEW
    title = "智慧停车与城市大脑"
    template, fragment = "projects/plan/plan_page.html", "projects/overviews/smart_fragment.html"
    crumb = "智慧停车与城市大脑"

    def build(self, request):
        return {"page": totals.smart_page(request.user, request.on)}


class ClearanceView(_Remembered):
    """GET: demolition, sweeps and toilets by street and town."""

    verb = Verb.VIEW
    title = "拆除与厕所改造"
    template, fragment = (
        "projects/plan/plan_page.html",
        "projects/overviews/clearance_fragment.html",
    )
    crumb = "拆除与厕所改造"

    def build(self, request):
        return {"page": clearance(request.user, request.on)}
