"""What can be asked of the ledgers of the sites."""

from ledgers.pages.filters import ChoiceFilter, DayFilter, LedgerFilterSet, RowFilter, YesNoFilter
from orgs.filters import DivisionFilter
from projects import models
from projects.filters import OfProjectFilters


class DemolitionRecordFilters(OfProjectFilters):
    kind = ChoiceFilter("kind", label="种类", choices=models.DemolitionRecord.Kind.choices)
    first = DayFilter("demolished_on", lookup_expr="gte", label="日期自")
    last = DayFilter("demolished_on", lookup_expr="lte", label="日期至")


class DemolitionCaseFilters(OfProjectFilters):
    kind = ChoiceFilter("kind", label="种类", choices=models.DemolitionRecord.Kind.choices)
    done = YesNoFilter(label="拆除", method="by_done", words=("已拆除", "未拆除"))
    disputed = YesNoFilter(label="争议", method="by_dispute", words=("有争议", "无争议"))
    basis = YesNoFilter(label="依据", method="by_basis", words=("有依据", "缺依据"))

    def by_done(self, queryset, name, value):
        done = {"enforced_on__lte": self.on}
        return queryset.filter(**done) if value == "yes" else queryset.exclude(**done)

    def by_dispute(self, queryset, name, value):
        return queryset.with_dispute(self.on).filter(disputed=value == "yes")

    def by_basis(self, queryset, name, value):
        return (
            queryset.exclude(legal_basis="") if value == "yes" else queryset.filter(legal_basis="")
        )


class StationEntryFilters(LedgerFilterSet):
    division = DivisionFilter("station__project__division__code")
    station = RowFilter("station_id", label="红色驿站", to=models.RedStation)
    kind = ChoiceFilter("kind", label="类别", choices=models.StationEntry.Kind.choices)
    first = DayFilter("held_on", lookup_expr="gte", label="日期自")
    last = DayFilter("held_on", lookup_expr="lte", label="日期至")


class WorkShiftFilters(OfProjectFilters):
    kind = ChoiceFilter("kind", label="班次", choices=models.WorkShift.Kind.choices)
    first = DayFilter("worked_on", lookup_expr="gte", label="日期自")
    last = DayFilter("worked_on", lookup_expr="lte", label="日期至")
