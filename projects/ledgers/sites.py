"""What happens on site: demolition, red stations."""

from ledgers.ledger import Ledger
from ledgers.registry import register
from ledgers.sections import Rows
from projects import filters, models, tables


@register
class DemolitionRecordLedger(Ledger):
    model = models.DemolitionRecord
    noun = "demolition_record"
    title = "拆除台账"
    table = tables.DemolitionRecordTable
    filters = filters.DemolitionRecordFilters
    search = ("project__search_text",)
    search_hint = "项目（村）"
    as_of = "demolished_on"


@register
class DemolitionRoundLedger(Ledger):
    model = models.DemolitionRound
    noun = "demolition_round"
    title = "集中拆除行动台账"
    table = tables.DemolitionRoundTable
    filters = filters.OfProjectFilters
    search = ("project__search_text", "policy")
    search_hint = "项目（村）或做法"
    as_of = "since"  # a sweep stays in the ledger after its last day
    sections = (
        Rows(
            "拆除记录",
            models.DemolitionRecord,
            "round",
            columns=("demolished_on", "kind", "places", "area_m2", "legal_basis"),
            empty="还没有拆除记录。",
        ),
    )


@register
class RedStationLedger(Ledger):
    model = models.RedStation
    noun = "red_station"
    title = "党员红色驿站台账"
    table = tables.RedStationTable
    filters = filters.OfProjectFilters
