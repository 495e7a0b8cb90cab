"""What can be asked of pairings and paired cadres."""

from courtyards.models import (
    PairedCadre,
)
from ledgers.pages.filters import ChoiceFilter, LedgerFilterSet, RowFilter
from orgs.filters import DivisionFilter
from orgs.models import PartyOrganization, Unit


class BranchPairingFilters(LedgerFilterSet):
    division = DivisionFilter("organization__division__code")
    unit = RowFilter("unit_id", label="单位", to=Unit)
    organization = RowFilter("organization_id", label="党支部", to=PartyOrganization)


class PairedCadreFilters(LedgerFilterSet):
    division = DivisionFilter("courtyard__division__code")
    capacity = ChoiceFilter("capacity", label="身份", choices=PairedCadre.Capacity.choices)
    unit = RowFilter("unit_id", label="派出单位", to=Unit)
