"""The ledgers of pairings and paired cadres."""

from courtyards.models import (
    BranchPairing,
    PairedCadre,
)
from courtyards.pairing.filters import BranchPairingFilters, PairedCadreFilters
from courtyards.pairing.tables import BranchPairingTable, PairedCadreTable
from ledgers.pages.ledger import Ledger
from ledgers.registry import register


@register
class BranchPairingLedger(Ledger):
    model = BranchPairing
    noun = "branch_pairing"
    tab_position = 5
    origin = "在单位的页面登记支部联建。"
    table = BranchPairingTable
    filters = BranchPairingFilters
    search = ("unit__search_text", "organization__search_text")
    search_hint = "单位或党支部"


@register
class PairedCadreLedger(Ledger):
    model = PairedCadre
    noun = "paired_cadre"
    tab_position = 6
    origin = "在楼院的页面登记包联干部。"
    title = "包联干部台账"
    table = PairedCadreTable
    filters = PairedCadreFilters
    search = ("person__search_text", "unit__search_text", "courtyard__search_text")
    search_hint = "干部、单位或楼院"
