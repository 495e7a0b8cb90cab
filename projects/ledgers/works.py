"""Money, demolition step by step, stations' logs, toilets, shifts and smart projects."""

from ledgers.ledger import Ledger
from ledgers.registry import add_page, extend, register
from ledgers.sections import Rows
from orgs.actions import Action, Actions
from projects import models, rooms, site_filters, site_forms, site_tables
from projects.site_querysets import with_removed_toilets


@register
class MoneySheetLedger(Ledger):
    model = models.MoneySheet
    noun = "money_sheet"
    room = rooms.PLAN
    title = "资金台账"
    intro = "每张表是截至当日的累计数；完成投资以周报核定数为准，不在这里填。"
    table = site_tables.MoneySheetTable
    filters = site_filters.MoneySheetFilters
    form = site_forms.MoneySheetForm
    search = ("project__search_text",)
    search_hint = "项目"
    as_of = "as_of"

    def holding(self, queryset, on):
        return super().holding(queryset, on).with_gap()

    def more_facts(self, obj, on):
        return [
            ("来源合计（万元）", f"{obj.sources_wan.normalize():f}"),
            (
                "资金缺口（万元）",
                f"{obj.gap_wan.normalize():f}",
                "",
                "red" if obj.gap_wan > 0 else "",
            ),
        ]


@register
class DemolitionCaseLedger(Ledger):
    model = models.DemolitionCase
    noun = "demolition_case"
    room = rooms.SITE
    title = "拆除事项台账"
    intro = "依据在先、依次办理；有争议的停止推进，化解后再办。"
    table = site_tables.DemolitionCaseTable
    filters = site_filters.DemolitionCaseFilters
    form = site_forms.DemolitionCaseForm
    search = ("place", "project__search_text", "legal_basis")
    search_hint = "地点、项目或依据"
    as_of = "registered_on"
    sections = (
        Rows(
            "争议",
            models.DemolitionDispute,
            "case",
            table=site_tables.DemolitionDisputeTable,
            wide=True,
            empty="没有争议。",
        ),
    )

    def annotated(self, queryset, on):
        return queryset.with_dispute(on)

    def more_facts(self, obj, on):
        disputed = type(obj).objects.with_dispute(on).get(pk=obj.pk).disputed
        return [("争议", "有争议，停止推进", "", "red") if disputed else ("争议", "没有")]


@register
class StationEntryLedger(Ledger):
    model = models.StationEntry
    noun = "station_entry"
    room = rooms.SITE
    path = "station-entries"
    title = "红色驿站日志"
    table = site_tables.StationEntryTable
    filters = site_filters.StationEntryFilters
    form = site_forms.StationEntryForm
    search = ("text", "station__search_text")
    search_hint = "内容或驿站"
    as_of = "held_on"


@register
class ToiletCountLedger(Ledger):
    model = models.ToiletCount
    noun = "toilet_count"
    room = rooms.SITE
    title = "厕所改造台账"
    intro = "应拆、改厕按村统计；已拆处数以周报核定数为准。"
    table = site_tables.ToiletCountTable
    filters = site_filters.OfProjectFilters
    form = site_forms.ToiletCountForm
    search = ("project__search_text",)
    search_hint = "项目（村）"
    as_of = "counted_on"

    def annotated(self, queryset, on):
        return with_removed_toilets(queryset, on)


@register
class WorkShiftLedger(Ledger):
    model = models.WorkShift
    noun = "work_shift"
    room = rooms.SITE
    title = "施工班次台账"
    intro = "白天道路优化，夜间铣刨复摊；按道路、按天登记计划和完成长度。"
    table = site_tables.WorkShiftTable
    filters = site_filters.WorkShiftFilters
    form = site_forms.WorkShiftForm
    search = ("project__search_text", "work_done")
    search_hint = "项目或内容"
    as_of = "worked_on"


@register
class StatusNoteLedger(Ledger):
    model = models.StatusNote
    noun = "status_note"
    room = rooms.PLAN
    title = "智慧项目进展台账"
    table = site_tables.StatusNoteTable
    filters = site_filters.StatusNoteFilters
    form = site_forms.StatusNoteForm
    search = ("project__search_text", "note")
    search_hint = "项目或进展"
    as_of = "noted_on"


def _case_steps(page):
    """What can be done to a demolition: go on, or first resolve what is disputed."""
    case = page.obj
    if case.enforced_on is not None:
        return []
    if case.disputes.filter(resolved_on=None).exists():
        return [(Action("登记化解", "projects:demolition_resolve"), case)]
    return [
        (Action(f"办理下一步：{case.next_step[1]}", "projects:demolition_advance"), case),
        (Action("登记争议", "projects:demolition_dispute", danger=True), case),
    ]


CASE_ACTIONS = Actions(more=_case_steps)
MILESTONE_ACTIONS = Actions(
    (
        Action("登记完成", "projects:milestone_reach", applies=lambda m: m.actual_on is None),
        Action("调整计划", "projects:milestone_move", applies=lambda m: m.actual_on is None),
    )
)
OF_PROJECT = (
    Rows(
        "资金表",
        models.MoneySheet,
        "project",
        columns=("as_of", "total_wan", "gap", "contracted_wan", "paid_wan"),
        limit=6,
        list_filter="project",
        add="project",
        empty="还没有登记资金。",
    ),
    Rows(
        "拆除事项",
        models.DemolitionCase,
        "project",
        columns=("place", "kind", "places", "disputed", "enforced_on"),
        limit=10,
        list_filter="project",
        quiet=True,
    ),
    Rows(
        "施工班次",
        models.WorkShift,
        "project",
        columns=("worked_on", "kind", "planned_m", "done_m"),
        limit=8,
        list_filter="project",
        quiet=True,
    ),
    Rows(
        "项目进展",
        models.StatusNote,
        "project",
        columns=("noted_on", "status", "note", "next_step"),
        limit=6,
        list_filter="project",
        quiet=True,
    ),
    Rows(
        "厕所改造",
        models.ToiletCount,
        "project",
        columns=("counted_on", "due_places", "removed", "rebuilt_households"),
        limit=4,
        list_filter="project",
        quiet=True,
    ),
)
OF_STATION = Rows(
    "驿站日志",
    models.StationEntry,
    "station",
    columns=("held_on", "kind", "text", "attendees"),
    limit=12,
    list_filter="station",
    add="station",
    wide=True,
    empty="还没有日志。",
)
OF_MILESTONE = Rows(
    "计划调整",
    models.PlanChange,
    "milestone",
    table=site_tables.PlanChangeTable,
    wide=True,
    empty="计划没有调整过。",
)

extend(models.Project, *OF_PROJECT)
extend(models.RedStation, OF_STATION)
extend(models.Milestone, OF_MILESTONE, MILESTONE_ACTIONS)
extend(models.DemolitionCase, CASE_ACTIONS)
add_page("projects", "进度时间轴", "projects:timeline", rooms.PLAN)
add_page("projects", "阶段看板", "projects:stage_board", rooms.PLAN)
add_page("projects", "资金汇总", "projects:money", rooms.PLAN)
add_page("projects", "昼夜施工", "projects:shifts", rooms.SITE)
add_page("projects", "拆除与厕所改造", "projects:clearance", rooms.SITE)
add_page("projects", "智慧停车与城市大脑", "projects:smart", rooms.PLAN)
