"""What can be asked of teams, activities and honours."""

from ledgers.pages.filters import ChoiceFilter, DayFilter, LedgerFilterSet, RowFilter
from orgs.filters import DivisionFilter
from orgs.models import PartyOrganization
from projects.models import Project
from volunteers import models


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


class HonourFilters(LedgerFilterSet):
    division = DivisionFilter("division__code")
    kind = ChoiceFilter("kind", label="荣誉", choices=models.Honour.Kind.choices)
