"""The organisation's ledgers, and what else stands on their pages."""

from ledgers.registry import extend
from orgs.divisions import ledgers as _divisions  # noqa: F401
from orgs.models import (
    PartyOrganization,
    Person,
    Post,
    Secondment,
    Unit,
)
from orgs.party import ledgers as _party  # noqa: F401
from orgs.party.actions import ORGANIZATION_ACTIONS
from orgs.party.sections import TEMPORARY_MEMBERS
from orgs.people import ledgers as _people  # noqa: F401
from orgs.people.actions import PERSON_ACTIONS, POST_ACTIONS, SECONDMENT_ACTIONS, UNIT_ACTIONS

extend(PartyOrganization, ORGANIZATION_ACTIONS, TEMPORARY_MEMBERS)
extend(Person, PERSON_ACTIONS)
extend(Post, POST_ACTIONS)
extend(Secondment, SECONDMENT_ACTIONS)
extend(Unit, UNIT_ACTIONS)
