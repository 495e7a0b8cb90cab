"""What can be asked of units, people, posts and secondments."""

from django.db.models import Q

from ledgers.pages.filters import ChoiceFilter, LedgerFilterSet, RowFilter, YesNoFilter
from orgs.choices import Rank
from orgs.filters import DivisionFilter
from orgs.models import PartyOrganization, Person, Post, Secondment, Unit


class UnitFilters(LedgerFilterSet):
    division = DivisionFilter("division__code")
    kind = ChoiceFilter("kind", label="类别", choices=Unit.Kind.choices)


class PersonFilters(LedgerFilterSet):
    division = DivisionFilter("division__code")
    rank = ChoiceFilter("rank", label="级别", choices=Rank.choices)
    party_status = ChoiceFilter(
        "party_status", label="政治面貌", choices=Person.PartyStatus.choices
    )
    unit = RowFilter("unit_id", label="单位", to=Unit)
    office = YesNoFilter(label="状态", method="by_office", words=("在任", "已离任"))

    def by_office(self, queryset, name, value):
        left = Q(left_on__lte=self.on)
        return queryset.exclude(left) if value == "yes" else queryset.filter(left)


class PostFilters(LedgerFilterSet):
    division = DivisionFilter("person__division__code")
    role = ChoiceFilter("role", label="职务", choices=Post.Role.choices)
    organization = RowFilter("organization_id", label="党组织", to=PartyOrganization)
    unit = RowFilter("unit_id", label="单位", to=Unit)


class SecondmentFilters(LedgerFilterSet):
    division = DivisionFilter("to_unit__division__code")
    rank = ChoiceFilter("rank", label="抽调身份", choices=Secondment.SecondedRank.choices)
    home_unit = RowFilter("home_unit_id", label="原单位", to=Unit)
    to_unit = RowFilter("to_unit_id", label="抽调至", to=Unit)
