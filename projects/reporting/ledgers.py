"""The ledgers of weekly reports and of their readings."""

from datetime import timedelta

from ledgers.pages.ledger import Ledger
from ledgers.registry import register
from projects import models, tab_groups
from projects.reporting.filters import ReadingFilters, ReportFilters
from projects.reporting.tables import ReadingTable, ReportTable


@register
class ReadingLedger(Ledger):
    model = models.Reading
    noun = "reading"
    tab_position = 12
    room = tab_groups.PLAN
    origin = "周报审核通过后会列在这里。"
    title = "指标数据台账"
    table = ReadingTable
    filters = ReadingFilters
    search = ("project__search_text", "indicator__name")
    search_hint = "项目或指标"

    def holding(self, queryset, on):
        """Those of the weeks up to the one of `on`, whose last day may lie just after it."""
        return queryset.filter(day__lt=on + timedelta(weeks=1))


@register
class ReportLedger(Ledger):
    """The rows of weekly reports; their pages belong to the report's own flow."""

    model = models.Report
    noun = "report"
    tab_position = 13
    room = tab_groups.PLAN
    origin = "每周开始时为在建项目自动生成，在“我的周报”填报。"
    title = "周报台账"
    table = ReportTable
    filters = ReportFilters
    search = ("project__search_text",)
    search_hint = "项目"
    as_of = "period__start"
    has_detail = False
