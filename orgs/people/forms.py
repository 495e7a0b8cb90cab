"""Ledger forms of units and people."""

from orgs.ledger_forms import ScopedForm
from orgs.models import Person, Unit
from orgs.phones import WriteOnlyPhone


class UnitForm(ScopedForm):
    upward = ("parent",)

    class Meta:
        model = Unit
        fields = [
            "name",
            "short_name",
            "kind",
            "division",
            "parent",
            "established_on",
            "dissolved_on",
        ]


class PersonForm(WriteOnlyPhone, ScopedForm):
    upward = ("unit", "home_branch")

    class Meta:
        model = Person
        fields = [
            "name",
            "division",
            "unit",
            "office",
            "rank",
            "party_status",
            "home_branch",
            "phone",
        ]
