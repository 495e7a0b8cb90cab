"""Admin of divisions, the Party tree, units and people; accounts: orgs/accounts/admin.py."""

from django import forms
from django.contrib import admin
from django.contrib.admin.widgets import AutocompleteSelect
from treebeard.admin import TreeAdmin
from treebeard.forms import MoveNodeForm

from ledgers.admin import ADMINISTER, LedgerAdmin, LedgerInline, administer
from ledgers.fields import NameField
from ledgers.models import LocalReading
from ledgers.pinyin_readings import refresh_keys
from orgs.accounts.admin import AccountAdmin  # noqa: F401 (registers the pages of accounts)
from orgs.ledger_forms import upward
from orgs.models import (
    Division,
    FormationPartner,
    MemberCount,
    PartyOrganization,
    PastAffiliation,
    Person,
    Post,
    Secondment,
    TemporaryMembership,
    Unit,
)
from orgs.party.admin import OrganizationTree
from orgs.party.tree import lock_tree, refuse_kind, refuse_misplaced
from orgs.phones import OptionalPhoneField, WriteOnlyPhone

# -- divisions and units


class PointedAt(LedgerAdmin):
    """Rows that others may also point up to: a street's row at a unit of the county."""

    def choosable(self, request):
        queryset = self.model._default_manager.all()
        return upward(queryset, request.user, self._verb(request) or self.duty)


# Who opens accounts finds places, people and posts by typing; their pages stay closed to them.
administer(
    Division,
    show="name code level parent abolished_on",
    list_filter=("level", ("abolished_on", admin.EmptyFieldListFilter)),
    base=PointedAt,
    found_by=(ADMINISTER,),
)
administer(
    Unit,
    show="name kind division established_on dissolved_on",
    filters="kind",
    named_by="parent",
    base=PointedAt,
    found_by=(ADMINISTER,),
)


class ReadingAdmin(LedgerAdmin):
    """How a place is read; what is named after it is found by that from then on."""

    def get_readonly_fields(self, request, obj=None):
        return ("term",) if obj else ()

    def save_model(self, request, obj, form, change):
        super().save_model(request, obj, form, change)
        refresh_keys(terms=[obj.term])


administer(LocalReading, show="term reading", search="term reading", base=ReadingAdmin)


# -- the Party tree

TREE_POSITIONS = [
    ("last-child", "作为其下级（排在最后）"),
    ("first-child", "作为其下级（排在最前）"),
    ("left", "与其同级，排在它之前"),
    ("right", "与其同级，排在它之后"),
]


class OrganizationForm(MoveNodeForm):
    """Where a Party organisation stands is chosen by typing: the tree may have thousands."""

    def __init__(self, *args, **kwargs):
        super().__init__(*args, **kwargs)
        reference = self.fields["treebeard_ref_node"]
        reference.label, reference.empty_label = "相对于", "(最上级)"
        # The look-up goes through a foreign key to the same model; a tree's own parent is none.
        field = Person._meta.get_field("home_branch")
        reference.widget = AutocompleteSelect(field, admin.site)
        reference.widget.choices = reference.choices
        position = self.fields["treebeard_position"]
        position.label, position.choices = "位置", TREE_POSITIONS

    def clean(self):
        cleaned = super().clean()
        target, kind = cleaned.get("treebeard_ref_node"), cleaned.get("kind")
        if target and cleaned.get("treebeard_position") in ("left", "right"):
            target = PartyOrganization.objects.get_parent(target)
        if kind:
            refuse_misplaced(kind=kind, parent=target)
        return cleaned

    def save(self, commit=True):
        lock_tree()
        return super().save(commit=commit)


class PartnerInline(LedgerInline):
    model = FormationPartner
    verbose_name = "联建单位"


class PostInline(LedgerInline):
    model = Post
    fields = ("person", "role", "since", "until", "appointed_by")
    verbose_name = "任职"


class MemberCountInline(LedgerInline):
    model = MemberCount


class MovedElsewhere(forms.ModelForm):
    """An organisation that stands already: it is moved by its action, on a day, not here."""

    def clean(self):
        cleaned = super().clean()
        if "kind" in self.changed_data and cleaned.get("kind"):
            refuse_kind(organization=self.instance, kind=cleaned["kind"])
        return cleaned


@admin.register(PartyOrganization)
class PartyOrganizationAdmin(OrganizationTree, PointedAt, TreeAdmin):
    """One level of the tree at a time, opened by a click; search finds at any depth."""

    form = OrganizationForm
    list_display = (
        "name", "kind", "formation", "division", "established_on", "dissolved_on", "links",
    )  # fmt: skip
    list_filter = ("kind", "formation")
    fields = (
        "name", "kind", "formation", "division", "unit", "treebeard_position", "treebeard_ref_node",
        "place", "approved_by", "approval_number", "approved_on", "size_approval",
        "established_on", "dissolved_on", "term_end", "rule_warnings",
    )  # fmt: skip
    # Dissolving ends all that hangs on it: that is a service with a page of its own.
    readonly_fields = ("dissolved_on", "place", "rule_warnings")
    inlines = (PartnerInline, PostInline, MemberCountInline)

    def get_fields(self, request, obj=None):
        """A new one is given its place; an old one shows it, with what it should mend."""
        hidden = ("treebeard_position", "treebeard_ref_node") if obj else ("place", "rule_warnings")
        return [name for name in super().get_fields(request, obj) if name not in hidden]

    def get_form(self, request, obj=None, **kwargs):
        return super().get_form(
            request, obj, **(kwargs | {"form": MovedElsewhere} if obj else kwargs)
        )


administer(
    FormationPartner, show="organization unit", search="organization unit", named_by="organization"
)
administer(
    MemberCount,
    show="organization counted_on full_members probationary_members",
    search="organization",
)
administer(
    PastAffiliation,
    show="organization superior since until",
    search="organization superior",
    named_by="organization superior",
    read_only=True,
)


# -- people and posts


class PersonAdminForm(WriteOnlyPhone, forms.ModelForm):
    """The phone is written here, never read."""

    class Meta:
        field_classes = {"name": NameField, "phone": OptionalPhoneField}


administer(
    Person,
    show="name office unit division rank party_status masked_phone",
    filters="rank party_status",
    form=PersonAdminForm,
    found_by=(ADMINISTER,),
)
administer(
    Post,
    show="person role organization unit since until",
    search="person organization unit",
    filters="role state",
    named_by="person organization unit",
    found_by=(ADMINISTER,),
)
administer(
    TemporaryMembership,
    show="person organization since until",
    search="person organization",
    filters="state",
)
administer(
    Secondment,
    show="person home_unit to_unit rank desk since until",
    search="person home_unit to_unit",
    filters="rank state",
)
