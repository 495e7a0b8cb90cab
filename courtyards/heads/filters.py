"""What can be asked of heads and committees."""

from courtyards.models import (
    Courtyard,
)
from ledgers.pages.filters import ChoiceFilter, LedgerFilterSet, RowFilter
from orgs.filters import DivisionFilter


class HeadshipFilters(LedgerFilterSet):
    division = DivisionFilter("division__code")
    kind = ChoiceFilter(
        label="任职", method="by_kind", choices=[("courtyard", "楼院长"), ("building", "楼栋长")]
    )
    courtyard = RowFilter("courtyard_id", label="楼院", to=Courtyard)

    def by_kind(self, queryset, name, value):
        return queryset.filter(**{f"{value}__isnull": False})


class CommitteeFilters(LedgerFilterSet):
    division = DivisionFilter("courtyard__division__code")
