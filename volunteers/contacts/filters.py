"""What can be asked of contact duties, doors and villagers' groups."""

from ledgers.pages.filters import ChoiceFilter, LedgerFilterSet, RowFilter
from orgs.filters import DivisionFilter
from orgs.models import Person
from volunteers import models


class ContactDutyFilters(LedgerFilterSet):
    division = DivisionFilter("division__code")
    tier = ChoiceFilter("tier", label="层级", choices=models.ContactDuty.Tier.choices)
    person = RowFilter("person_id", label="包联人", to=Person)


class HouseholdFilters(LedgerFilterSet):
    division = DivisionFilter("division__code")
    group = RowFilter("group_id", label="村民小组", to=models.VillagersGroup)


class VillagersGroupFilters(LedgerFilterSet):
    division = DivisionFilter("division__code")
