"""Admin of courtyards, buildings, surveys and who answers for them."""

from courtyards.models import (
    BranchCoverage,
    BranchPairing,
    Building,
    Courtyard,
    GroupCoverage,
    Headship,
    PairedCadre,
    SelfManagementCommittee,
    Survey,
    SurveyRound,
)
from courtyards.places.services import carry_along
from ledgers.admin import LedgerAdmin, administer


class PlaceAdmin(LedgerAdmin):
    """A name or a last day takes along what hangs on the place."""

    def save_model(self, request, obj, form, change):
        super().save_model(request, obj, form, change)
        if change:
            carry_along(place=obj, changed=form.changed_data)


class CourtyardAdmin(PlaceAdmin):
    """Moving a courtyard to another community is done in its ledger, which can say what is wrong."""

    def get_readonly_fields(self, request, obj=None):
        return ("division",) if obj else ()


class BuildingAdmin(PlaceAdmin):
    exclude = ("division",)  # its courtyard's

    def get_readonly_fields(self, request, obj=None):
        return ("courtyard",) if obj else ()


class HeadshipAdmin(LedgerAdmin):
    exclude = ("division",)  # its place's


administer(SurveyRound, show="title principle surveyor since until", search="title")
administer(
    Courtyard, show="name kind division location since until", filters="kind state",
    base=CourtyardAdmin,
)  # fmt: skip
administer(
    Survey,
    show="courtyard surveyed_on buildings households residents round",
    search="courtyard",
    filters="households_qualifier",
)
administer(
    Building, show="name courtyard division entrances floors since until", filters="state",
    base=BuildingAdmin,
)  # fmt: skip
administer(
    Headship,
    show="person courtyard building since until appointed_by",
    search="person courtyard building",
    filters="state",
    named_by="building__courtyard",
    base=HeadshipAdmin,
)
administer(
    SelfManagementCommittee, show="name courtyard members since until", filters="state",
)  # fmt: skip
administer(
    BranchCoverage,
    show="organization courtyard since until",
    search="organization courtyard",
    filters="state",
)
administer(
    GroupCoverage,
    show="organization building since until",
    search="organization building",
    filters="state",
)
administer(
    BranchPairing,
    show="unit organization agreement since until",
    search="unit organization",
    filters="state",
)
administer(
    PairedCadre,
    show="person courtyard unit capacity since until",
    search="person courtyard unit",
    filters="capacity state",
)
