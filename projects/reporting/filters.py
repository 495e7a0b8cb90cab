"""What can be asked of reports and readings."""

from ledgers.pages.filters import ChoiceFilter, DayFilter, LedgerFilterSet, RowFilter, YesNoFilter
from orgs.filters import DivisionFilter
from projects import models
from projects.filters import OfProjectFilters


class ReadingFilters(OfProjectFilters):
    first = DayFilter("day", lookup_expr="gte", label="数据日期自")
    last = DayFilter("day", lookup_expr="lte", label="数据日期至")
    verified = YesNoFilter(label="核定", method="by_verified", words=("已核定", "未核定"))

    def by_verified(self, queryset, name, value):
        known = {"verified_on__lte": self.on}
        return queryset.filter(**known) if value == "yes" else queryset.exclude(**known)


class ReportFilters(LedgerFilterSet):
    division = DivisionFilter("division__code")
    status = ChoiceFilter("status", label="状态", choices=models.Report.Status.choices)
    week = DayFilter(label="所在周的任一天", method="by_week")
    project = RowFilter("project_id", label="项目", to=models.Project)

    def by_week(self, queryset, name, value):
        return queryset.due_on(value)
