"""What can be asked of road chiefs and what their patrols find."""

from ledgers.pages.filters import ChoiceFilter, LedgerFilterSet, YesNoFilter
from orgs.filters import DivisionFilter
from volunteers import models


class RoadChiefFilters(LedgerFilterSet):
    division = DivisionFilter("road__division__code")
    level = ChoiceFilter("level", label="级别", choices=models.RoadChief.Level.choices)


class PatrolFindingFilters(LedgerFilterSet):
    division = DivisionFilter("patrol__chief__road__division__code")
    aspect = ChoiceFilter("aspect", label="类别", choices=models.PatrolFinding.Aspect.choices)
    closed = YesNoFilter(label="销号", method="by_closed", words=("已销号", "未销号"))

    def by_closed(self, queryset, name, value):
        closed = {"closed_on__lte": self.on}
        return queryset.filter(**closed) if value == "yes" else queryset.exclude(**closed)
