"""Ledger forms of units and people."""

from ledgers.fields import NameField, UnitNameField
from orgs.ledger_forms import ScopedForm
from orgs.models import Person, Unit
from orgs.phones import OptionalPhoneField, WriteOnlyPhone


class UnitForm(ScopedForm):
    upward = ("parent",)

    class Meta:
        model = Unit
        field_classes = {"name": UnitNameField}
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
        field_classes = {"name": NameField, "phone": OptionalPhoneField}
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
