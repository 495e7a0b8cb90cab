"""The ledgers of teams, activities and honours."""

from django.db.models.functions import Coalesce

from ledgers.pages.ledger import Ledger
from ledgers.pages.sections import Rows
from ledgers.registry import register
from volunteers import models
from volunteers.teams.filters import ActivityFilters, HonourFilters, TeamFilters
from volunteers.teams.forms import ActivityForm, HonourForm, TeamForm
from volunteers.teams.tables import ActivityTable, HonourTable, TeamTable


@register
class TeamLedger(Ledger):
    model = models.Team
    noun = "team"
    tab_position = 2
    title = "党员队伍台账"
    table = TeamTable
    filters = TeamFilters
    form = TeamForm
    sections = (
        Rows(
            "活动",
            models.Activity,
            "team",
            columns=("title", "kind", "held_on", "participants", "result"),
            list_filter="team",
            add="team",
            wide=True,
            empty="还没有活动记录。",
        ),
    )


@register
class ActivityLedger(Ledger):
    model = models.Activity
    noun = "activity"
    tab_position = 3
    path = "activities"
    title = "活动台账"
    table = ActivityTable
    filters = ActivityFilters
    form = ActivityForm
    search = ("title", "team__search_text")
    search_hint = "内容或队伍"
    as_of = "held_on"


@register
class HonourLedger(Ledger):
    model = models.Honour
    noun = "honour"
    tab_position = 5
    title = "荣誉台账"
    table = HonourTable
    filters = HonourFilters
    form = HonourForm
    search = ("person__search_text", "organization__search_text", "household__door")
    search_hint = "人员、党组织或门牌"

    def annotated(self, queryset, on):
        return queryset.annotate(
            bearer=Coalesce("person__name", "organization__name", "household__door")
        )
