"""What happens on site: demolition, red stations."""

from ledgers.ledger import Ledger
from ledgers.registry import register
from ledgers.sections import Rows
from projects import filters, models, rooms, site_forms, tables


@register
class DemolitionRecordLedger(Ledger):
    model = models.DemolitionRecord
    noun = "demolition_record"
    room = rooms.SITE
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
    room = rooms.SITE
    title = "集中拆除行动台账"
    table = tables.DemolitionRoundTable
    form = site_forms.DemolitionRoundForm
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
    room = rooms.SITE
    title = "党员红色驿站台账"
    table = tables.RedStationTable
    form = site_forms.RedStationForm
    filters = filters.OfProjectFilters
