"""What can be asked of Party organisations."""

from django.db.models import Exists, OuterRef

from ledgers.pages.filters import ChoiceFilter, LedgerFilterSet, YesNoFilter
from orgs.filters import DivisionFilter
from orgs.models import PartyOrganization, Post


class OrganizationFilters(LedgerFilterSet):
    division = DivisionFilter("division__code")
    kind = ChoiceFilter("kind", label="类别", choices=PartyOrganization.Kind.choices)
    formation = ChoiceFilter(
        "formation", label="组建方式", choices=PartyOrganization.Formation.choices
    )
    leader = YesNoFilter(label="书记（组长）", method="by_leader", words=("有", "空缺"))

    def by_leader(self, queryset, name, value):
        held = Post.objects.on(self.on).filter(
            organization=OuterRef("pk"), role__in=["secretary", "group_leader"]
        )
        return queryset.filter(Exists(held) if value == "yes" else ~Exists(held))
