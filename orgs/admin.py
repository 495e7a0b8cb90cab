"""Admin of divisions, the Party tree, units, people and accounts."""

from django import forms
from django.contrib import admin, messages
from django.contrib.admin.widgets import AutocompleteSelect
from django.contrib.auth.admin import GroupAdmin, UserAdmin  # noqa: F401 (registers Group first)
from django.contrib.auth.models import Group
from django.core.exceptions import PermissionDenied, ValidationError
from django.forms.models import BaseInlineFormSet
from django.http import HttpResponse, HttpResponseBadRequest
from treebeard.admin import TreeAdmin
from treebeard.forms import MoveNodeForm

from ledgers.admin import (
    Administered,
    ByTyping,
    LedgerAdmin,
    LedgerInline,
    administer,
)
from orgs.models import (
    Division,
    FormationPartner,
    Grant,
    MemberCount,
    PartyOrganization,
    Person,
    PhoneReveal,
    Post,
    Secondment,
    TemporaryMembership,
    Unit,
    User,
)
from orgs.phones import WriteOnlyPhone
from orgs.services import move_organization, refuse_misplaced, refuse_mixed_duties
from orgs.services.accounts import EXCLUSIVE_ROLES

# What an account may do stands in its grants alone; Django's groups are not used.
admin.site.unregister(Group)

# -- divisions and units

administer(
    Division,
    show="name code level parent abolished_on",
    list_filter=("level", ("abolished_on", admin.EmptyFieldListFilter)),
)
administer(
    Unit,
    show="name kind division established_on dissolved_on",
    filters="kind",
    named_by="parent",
)


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


class MoveForm(forms.Form):
    """What the tree's drag and drop sends."""

    node = forms.ModelChoiceField(PartyOrganization.objects.all())
    target = forms.ModelChoiceField(PartyOrganization.objects.all())
    relation = forms.ChoiceField(choices=[("child", "last-child"), ("sibling", "left")])


class PartnerInline(LedgerInline):
    model = FormationPartner
    verbose_name = "联建单位"


class PostInline(LedgerInline):
    model = Post
    fields = ("person", "role", "since", "until", "appointed_by")
    verbose_name = "任职"


class MemberCountInline(LedgerInline):
    model = MemberCount


@admin.register(PartyOrganization)
class PartyOrganizationAdmin(LedgerAdmin, TreeAdmin):
    """One level of the tree at a time, opened by a click; search finds at any depth."""

    form = OrganizationForm
    list_display = ("name", "kind", "formation", "division", "established_on", "dissolved_on")
    list_filter = ("kind", "formation")
    fields = (
        "name", "kind", "formation", "division", "unit", "treebeard_position", "treebeard_ref_node",
        "approved_by", "approval_number", "approved_on", "established_on", "dissolved_on",
        "term_end",
    )  # fmt: skip
    # Dissolving ends all that hangs on it: that is a service with a page of its own.
    readonly_fields = ("dissolved_on",)
    inlines = (PartnerInline, PostInline, MemberCountInline)
    change_list_template = "admin/orgs/tree_change_list.html"

    def move_node(self, request):
        """Drag and drop: the service moves; the page reloads and shows what came of it."""
        form = MoveForm(request.POST)
        if not self.has_change_permission(request):
            raise PermissionDenied
        if not form.is_valid():
            return self._not_moved(request, "没有收到要移动的党组织，请刷新后再试。")
        node, target = form.cleaned_data["node"], form.cleaned_data["target"]
        position = dict(form.fields["relation"].choices)[form.cleaned_data["relation"]]
        try:
            move_organization(organization=node, target=target, position=position)
        except ValidationError as error:
            return self._not_moved(request, " ".join(error.messages))
        where = "之下" if position == "last-child" else "之前(同级)"
        messages.info(request, f"已将{node}移到{target}{where}。")
        return HttpResponse("OK")

    @staticmethod
    def _not_moved(request, words: str) -> HttpResponse:
        messages.error(request, words)
        return HttpResponseBadRequest(words)


administer(
    FormationPartner, show="organization unit", search="organization unit", named_by="organization"
)
administer(
    MemberCount,
    show="organization counted_on full_members probationary_members",
    search="organization",
)


# -- people and posts


class PersonForm(WriteOnlyPhone, forms.ModelForm):
    """The phone is written here, never read."""


administer(
    Person,
    show="name office unit division rank party_status masked_phone",
    filters="rank party_status",
    form=PersonForm,
)
administer(
    Post,
    show="person role organization unit since until",
    search="person organization unit",
    filters="role state",
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


# -- accounts


class GrantForm(forms.ModelForm):
    def clean(self):
        cleaned = super().clean()
        user, role, since = (cleaned.get(name) for name in ("user", "role", "since"))
        if user and user.pk and role and since:
            refuse_mixed_duties(
                user=user, role=role, since=since, until=cleaned.get("until"), grant=self.instance
            )
        return cleaned


class _Deletable:
    """A grant given by mistake may be taken back wholly; the trail keeps it."""

    def has_delete_permission(self, request, obj=None):
        return self._administers(request)


class GrantAdmin(_Deletable, LedgerAdmin):
    form = GrantForm


administer(
    Grant,
    show="user role division line post since until",
    search="user__username user__first_name",
    filters="role line state",
    named_by="post__person post__organization post__unit",
    base=GrantAdmin,
)


def _overlap(first: dict, second: dict) -> bool:
    return (first["until"] is None or second["since"] < first["until"]) and (
        second["until"] is None or first["since"] < second["until"]
    )


class GrantFormSet(BaseInlineFormSet):
    """All grants of one account together: the three administrators exclude one another."""

    def clean(self):
        super().clean()
        rows = [
            form.cleaned_data
            for form in self.forms
            if form.is_valid()
            and form.cleaned_data.get("role") in EXCLUSIVE_ROLES
            and not form.cleaned_data.get("DELETE")
        ]
        for place, row in enumerate(rows):
            for other in rows[place + 1 :]:
                if row["role"] != other["role"] and _overlap(row, other):
                    raise ValidationError("组织管理员、系统管理员、安全审计员不得由同一账号兼任。")


class GrantInline(_Deletable, LedgerInline):
    model = Grant
    formset = GrantFormSet


@admin.register(User)
class AccountAdmin(Administered, ByTyping, UserAdmin):
    """Accounts are switched off, not deleted; what they may do stands in their grants."""

    list_display = ("username", "first_name", "person", "is_active", "is_staff", "last_login")
    list_filter = ("is_active", "is_staff")
    list_select_related = ("person",)
    show_full_result_count = False
    search_fields = ("username__contains", "first_name__contains", "person__search_text__contains")
    actions = None
    filter_horizontal = ()
    inlines = (GrantInline,)
    fieldsets = (
        (None, {"fields": ("username", "password", "first_name", "person")}),
        ("登录", {"fields": ("is_active", "is_staff", "last_login", "date_joined")}),
    )
    readonly_fields = ("last_login", "date_joined")
    add_fieldsets = (
        (None, {"fields": ("username", "first_name", "usable_password", "password1", "password2")}),
    )

    def get_form(self, request, obj=None, **kwargs):
        form = super().get_form(request, obj, **kwargs)
        if "first_name" in form.base_fields:
            form.base_fields["first_name"].label = "显示名称"
        return form


administer(
    PhoneReveal,
    show="revealed_at user person",
    search="person user__username",
    read_only=True,
)
