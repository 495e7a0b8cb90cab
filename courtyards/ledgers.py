"""The courtyards' ledgers, and what else stands on whose page."""

from courtyards import actions, sections
from courtyards.heads import ledgers as _heads  # noqa: F401
from courtyards.models import (
    BranchPairing,
    Building,
    Courtyard,
    Headship,
    PairedCadre,
)
from courtyards.pairing import ledgers as _pairing  # noqa: F401
from courtyards.places import ledgers as _places  # noqa: F401
from ledgers.registry import add_page, extend
from orgs.models import Division, PartyOrganization, Person, Unit

add_page("orgs", "三级组织架构", "courtyards:structure_list")
extend(PartyOrganization, *sections.OF_ORGANIZATION)
extend(Unit, *sections.OF_UNIT)
extend(Person, *sections.OF_PERSON)
extend(Division, *sections.OF_DIVISION)

extend(Courtyard, actions.COURTYARD_ACTIONS)
extend(Building, actions.BUILDING_ACTIONS)
extend(Headship, actions.HEADSHIP_ACTIONS)
extend(PairedCadre, actions.CADRE_ACTIONS)
extend(BranchPairing, actions.PAIRING_ACTIONS)
extend(Unit, actions.UNIT_ACTIONS)
