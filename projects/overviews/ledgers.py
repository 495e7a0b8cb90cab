"""The ledgers of money and of the state of smart projects."""

from ledgers.pages.ledger import Ledger
from ledgers.registry import register
from projects import models, tab_groups
from projects.overviews.filters import MoneySheetFilters, StatusNoteFilters
from projects.overviews.forms import MoneySheetForm, StatusNoteForm
from projects.overviews.tables import MoneySheetTable, StatusNoteTable


@register
class MoneySheetLedger(Ledger):
    model = models.MoneySheet
    noun = "money_sheet"
    tab_position = 14
    room = tab_groups.PLAN
    title = "资金台账"
    intro = "每张表是截至当日的累计数；完成投资以周报核定数为准，不在这里填。"
    table = MoneySheetTable
    filters = MoneySheetFilters
    form = MoneySheetForm
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
class StatusNoteLedger(Ledger):
    model = models.StatusNote
    noun = "status_note"
    tab_position = 15
    room = tab_groups.PLAN
    title = "智慧项目进展台账"
    table = StatusNoteTable
    filters = StatusNoteFilters
    form = StatusNoteForm
    search = ("project__search_text", "note")
    search_hint = "项目或进展"
    as_of = "noted_on"
