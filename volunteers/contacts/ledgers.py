"""The ledgers of contact duties, doors and villagers' groups."""

from django.db.models.functions import Coalesce

from ledgers.pages.ledger import Ledger
from ledgers.pages.sections import Rows
from ledgers.registry import register
from volunteers import models
from volunteers.contacts.filters import ContactDutyFilters, HouseholdFilters, VillagersGroupFilters
from volunteers.contacts.forms import ContactDutyForm, HouseholdForm, VillagersGroupForm
from volunteers.contacts.tables import (
    ContactDutyTable,
    HouseholdTable,
    VillagersGroupTable,
    VisitTable,
)


@register
class ContactDutyLedger(Ledger):
    model = models.ContactDuty
    noun = "contact_duty"
    tab_position = 1
    path = "contact-duties"
    title = "包联台账"
    intro = "领导包村、干部包组、党员包户、联户长、支委联片"
    table = ContactDutyTable
    filters = ContactDutyFilters
    form = ContactDutyForm
    search = (
        "person__search_text",
        "village__search_text",
        "group__search_text",
        "courtyard__search_text",
        "household__door",
    )
    search_hint = "包联人、村、组、户或片区"
    sections = (
        Rows(
            "走访",
            models.Visit,
            "duty",
            table=VisitTable,
            wide=True,
            empty="还没有走访记录。",
        ),
    )

    def annotated(self, queryset, on):
        return queryset.annotate(
            target=Coalesce("village__name", "group__name", "household__door", "courtyard__name")
        )


@register
class HouseholdLedger(Ledger):
    model = models.Household
    noun = "household"
    tab_position = 8
    title = "户（门牌）台账"
    intro = "只登记门牌，不登记居民"
    table = HouseholdTable
    filters = HouseholdFilters
    form = HouseholdForm
    search = ("door", "group__search_text")
    search_hint = "门牌或村民小组"
    sections = (
        Rows(
            "包联人",
            models.ContactDuty,
            "household",
            columns=("person", "tier", "phone", "since", "until"),
            holding=False,
            empty="还没有包户党员或联户长。",
        ),
    )


@register
class VillagersGroupLedger(Ledger):
    model = models.VillagersGroup
    noun = "villagers_group"
    tab_position = 9
    title = "村民小组台账"
    table = VillagersGroupTable
    filters = VillagersGroupFilters
    form = VillagersGroupForm
    sections = (
        Rows(
            "包组干部",
            models.ContactDuty,
            "group",
            columns=("person", "tier", "phone", "since", "until"),
            holding=False,
            empty="还没有包组干部。",
        ),
        Rows(
            "户",
            models.Household,
            "group",
            columns=("door",),
            list_filter="group",
            add="group",
            empty="还没有登记户。",
        ),
    )
