"""What can be asked of the volunteers' ledgers."""

from ledgers.filters import ChoiceFilter, DayFilter, LedgerFilterSet, RowFilter, YesNoFilter
from orgs.filters import DivisionFilter
from orgs.models import PartyOrganization, Person
from projects.models import Project
from volunteers import models


class ContactDutyFilters(LedgerFilterSet):
    division = DivisionFilter("division__code")
    tier = ChoiceFilter("tier", label="层级", choices=models.ContactDuty.Tier.choices)
    person = RowFilter("person_id", label="包联人", to=Person)


class TeamFilters(LedgerFilterSet):
    division = DivisionFilter("division__code")
    kind = ChoiceFilter("kind", label="类别", choices=models.Team.Kind.choices)
    organization = RowFilter("organization_id", label="党组织", to=PartyOrganization)
    project = RowFilter("project_id", label="攻坚项目", to=Project)


class ActivityFilters(LedgerFilterSet):
    division = DivisionFilter("division__code")
    kind = ChoiceFilter("kind", label="类别", choices=models.Activity.Kind.choices)
    first = DayFilter("held_on", lookup_expr="gte", label="日期自")
    last = DayFilter("held_on", lookup_expr="lte", label="日期至")
    team = RowFilter("team_id", label="队伍", to=models.Team)


class FrontageAgreementFilters(LedgerFilterSet):
    division = DivisionFilter("division__code")
    version = ChoiceFilter(
        "template__version", label="文本", choices=models.FrontageTemplate.Version.choices
    )
    party_kind = ChoiceFilter(
        "party_kind", label="签订方", choices=models.FrontageAgreement.Party.choices
    )


class HonourFilters(LedgerFilterSet):
    division = DivisionFilter("division__code")
    kind = ChoiceFilter("kind", label="荣誉", choices=models.Honour.Kind.choices)


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


class HouseholdFilters(LedgerFilterSet):
    division = DivisionFilter("division__code")
    group = RowFilter("group_id", label="村民小组", to=models.VillagersGroup)


class VillagersGroupFilters(LedgerFilterSet):
    division = DivisionFilter("division__code")
