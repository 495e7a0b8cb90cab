"""The ledgers of what happens on site: demolition, stations, toilets, shifts; and what they add to a project's page."""

from ledgers.pages.ledger import Ledger
from ledgers.pages.sections import Rows
from ledgers.registry import register
from orgs.actions.links import Action, Actions
from projects import models, tab_groups
from projects.filters import OfProjectFilters
from projects.site_querysets import with_removed_toilets
from projects.sites.filters import (
    DemolitionCaseFilters,
    DemolitionRecordFilters,
    StationEntryFilters,
    WorkShiftFilters,
)
from projects.sites.forms import (
    DemolitionCaseForm,
    DemolitionRoundForm,
    RedStationForm,
    StationEntryForm,
    ToiletCountForm,
    WorkShiftForm,
)
from projects.sites.tables import (
    DemolitionCaseTable,
    DemolitionDisputeTable,
    DemolitionRecordTable,
    DemolitionRoundTable,
    RedStationTable,
    StationEntryTable,
    ToiletCountTable,
    WorkShiftTable,
)


@register
class DemolitionRecordLedger(Ledger):
    model = models.DemolitionRecord
    noun = "demolition_record"
    tab_position = 40
    room = tab_groups.SITE
    title = "拆除台账"
    table = DemolitionRecordTable
    filters = DemolitionRecordFilters
    search = ("project__search_text",)
    search_hint = "项目（村）"
    as_of = "demolished_on"


@register
class DemolitionRoundLedger(Ledger):
    model = models.DemolitionRound
    noun = "demolition_round"
    tab_position = 41
    room = tab_groups.SITE
    title = "集中拆除行动台账"
    table = DemolitionRoundTable
    form = DemolitionRoundForm
    filters = OfProjectFilters
    search = ("project__search_text", "policy")
    search_hint = "项目（村）或做法"
    as_of = "since"  # a sweep stays in the ledger after its last day
    sections = (
        Rows(
            "拆除记录",
            models.DemolitionRecord,
            "round",
            columns=("demolished_on", "kind", "places", "area_m2", "legal_basis"),
            empty="还没有拆除记录。",
        ),
    )


@register
class RedStationLedger(Ledger):
    model = models.RedStation
    noun = "red_station"
    tab_position = 42
    room = tab_groups.SITE
    title = "党员红色驿站台账"
    table = RedStationTable
    form = RedStationForm
    filters = OfProjectFilters


@register
class DemolitionCaseLedger(Ledger):
    model = models.DemolitionCase
    noun = "demolition_case"
    tab_position = 43
    room = tab_groups.SITE
    title = "拆除事项台账"
    intro = "依据在先、依次办理；有争议的停止推进，化解后再办。"
    table = DemolitionCaseTable
    filters = DemolitionCaseFilters
    form = DemolitionCaseForm
    search = ("place", "project__search_text", "legal_basis")
    search_hint = "地点、项目或依据"
    as_of = "registered_on"
    sections = (
        Rows(
            "争议",
            models.DemolitionDispute,
            "case",
            table=DemolitionDisputeTable,
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
    tab_position = 44
    room = tab_groups.SITE
    path = "station-entries"
    title = "红色驿站日志"
    table = StationEntryTable
    filters = StationEntryFilters
    form = StationEntryForm
    search = ("text", "station__search_text")
    search_hint = "内容或驿站"
    as_of = "held_on"


@register
class ToiletCountLedger(Ledger):
    model = models.ToiletCount
    noun = "toilet_count"
    tab_position = 45
    room = tab_groups.SITE
    title = "厕所改造台账"
    intro = "应拆、改厕按村统计；已拆处数以周报核定数为准。"
    table = ToiletCountTable
    filters = OfProjectFilters
    form = ToiletCountForm
    search = ("project__search_text",)
    search_hint = "项目（村）"
    as_of = "counted_on"

    def annotated(self, queryset, on):
        return with_removed_toilets(queryset, on)


@register
class WorkShiftLedger(Ledger):
    model = models.WorkShift
    noun = "work_shift"
    tab_position = 46
    room = tab_groups.SITE
    title = "施工班次台账"
    intro = "白天道路优化，夜间铣刨复摊；按道路、按天登记计划和完成长度。"
    table = WorkShiftTable
    filters = WorkShiftFilters
    form = WorkShiftForm
    search = ("project__search_text", "work_done")
    search_hint = "项目或内容"
    as_of = "worked_on"


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
