"""What can be asked of divisions."""

from ledgers.pages.filters import ChoiceFilter, LedgerFilterSet
from orgs.filters import DivisionFilter
from orgs.models import Division


class DivisionFilters(LedgerFilterSet):
    division = DivisionFilter("code", label="上级区划")
    level = ChoiceFilter("level", label="层级", choices=Division.Level.choices)
    state = ChoiceFilter(
        label="状态", method="by_state", choices=[("current", "现行"), ("abolished", "已撤销")]
    )

    def by_state(self, queryset, name, value):
        return queryset.on(self.on) if value == "current" else queryset.abolished_by(self.on)
