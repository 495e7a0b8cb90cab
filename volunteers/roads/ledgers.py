"""The ledgers of road chiefs and what their patrols find."""

from ledgers.pages.ledger import Ledger
from ledgers.pages.sections import Rows
from ledgers.registry import register
from volunteers import models
from volunteers.roads.filters import PatrolFindingFilters, RoadChiefFilters
from volunteers.roads.forms import RoadChiefForm
from volunteers.roads.tables import PatrolFindingTable, RoadChiefTable, RoadPatrolTable


@register
class RoadChiefLedger(Ledger):
    model = models.RoadChief
    noun = "road_chief"
    tab_position = 6
    title = "路长台账"
    table = RoadChiefTable
    filters = RoadChiefFilters
    form = RoadChiefForm
    search = ("person__search_text", "road__search_text")
    search_hint = "路长或路段"
    sections = (
        Rows(
            "巡查",
            models.RoadPatrol,
            "chief",
            table=RoadPatrolTable,
            limit=10,
            empty="还没有巡查记录。",
        ),
    )


@register
class PatrolFindingLedger(Ledger):
    model = models.PatrolFinding
    noun = "patrol_finding"
    tab_position = 7
    title = "路长巡查问题台账"
    table = PatrolFindingTable
    filters = PatrolFindingFilters
    search = ("finding", "patrol__chief__road__search_text", "responsible_unit__search_text")
    search_hint = "问题、路段或责任单位"
    as_of = "patrol__patrolled_at__date"
    ordering = ("-patrol__patrolled_at",)
