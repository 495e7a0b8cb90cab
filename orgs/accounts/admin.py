"""Admin of accounts, grants and links: the system administrator's part, and nobody else's."""

from django import forms
from django.contrib import admin
from django.contrib.auth.admin import UserAdmin
from django.contrib.auth.forms import AdminPasswordChangeForm
from django.core.exceptions import ValidationError
from django.forms.models import BaseInlineFormSet

from ledgers.admin import ADMINISTER, AUDIT, Administered, ByTyping, LedgerAdmin, LedgerInline
from ledgers.admin import administer as register
from orgs.accounts.login_links import set_password
from orgs.accounts.scopes import accounts_under
from orgs.accounts.services import (
    end_sessions,
    exclude_each_other,
    refuse_foreign_post,
    refuse_mixed_duties,
    refuse_own_account,
)
from orgs.accounts.sign_in_records import record_account_event
from orgs.models import Grant, LoginLink, PhoneReveal, User


def _recorded(request, obj, what: str) -> None:
    record_account_event(
        "account", request=request, user=request.user, obj=obj, detail={"what": what}
    )


class GrantForm(forms.ModelForm):
    """Roles that exclude each other, and another person's post, are refused beside the field."""

    def clean(self):
        cleaned = super().clean()
        user, role, since = (cleaned.get(name) for name in ("user", "role", "since"))
        if user and user.pk and role and since:
            refuse_foreign_post(user=user, post=cleaned.get("post"))
            refuse_mixed_duties(
                user=user, role=role, since=since, until=cleaned.get("until"), grant=self.instance
            )
            refuse_own_account(by=self.by, user=user)
        return cleaned


class _OfAccounts:
    """The system administrator's pages. A grant given by mistake may be taken back wholly."""

    duty = ADMINISTER

    def has_delete_permission(self, request, obj=None):
        return self._administers(request)


class GrantAdmin(_OfAccounts, LedgerAdmin):
    form = GrantForm

    def get_form(self, request, obj=None, **kwargs):
        form = super().get_form(request, obj, **kwargs)
        form.by = request.user
        return form

    def save_model(self, request, obj, form, change):
        super().save_model(request, obj, form, change)
        _recorded(request, obj.user, f"{'修改' if change else '增加'}授权：{obj}")

    def delete_model(self, request, obj):
        refuse = obj.user_id == request.user.pk
        if not refuse:
            _recorded(request, obj.user, f"收回授权：{obj}")
            super().delete_model(request, obj)


register(
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
        if self.has_changed() and self.instance.pk == self.by.pk:
            raise ValidationError("不能给自己的账号授权，请由另一名系统管理员办理。")
        rows = [
            form.cleaned_data
            for form in self.forms
            if form.is_valid()
            and form.cleaned_data.get("role")
            and form.cleaned_data.get("since")
            and not form.cleaned_data.get("DELETE")
        ]
        for place, row in enumerate(rows):
            refuse_foreign_post(user=self.instance, post=row.get("post"))
            for other in rows[place + 1 :]:
                if exclude_each_other(row["role"], other["role"]) and _overlap(row, other):
                    raise ValidationError(
                        "系统管理员、安全审计员不得由同一账号兼任，也不得兼任其他角色（三员分立）。"
                    )


class GrantInline(_OfAccounts, LedgerInline):
    model = Grant
    formset = GrantFormSet

    def get_formset(self, request, obj=None, **kwargs):
        formset = super().get_formset(request, obj, **kwargs)
        formset.by = request.user
        return formset


class OthersPasswordForm(AdminPasswordChangeForm):
    """A password that somebody else sets holds for one sign-in only."""

    def save(self, commit=True):
        if not self.cleaned_data["set_usable_password"]:
            return super().save(commit)
        password = self.cleaned_data["password1"]
        return set_password(user=self.user, password=password, by_others=True)


class NewAccountForm(forms.ModelForm):
    """A new account has no password: its holder sets the first one by a one-time link."""

    class Meta:
        model = User
        fields = ("username", "first_name", "unit", "person")

    def save(self, commit=True):
        self.instance.set_unusable_password()
        return super().save(commit)


@admin.register(User)
class AccountAdmin(Administered, ByTyping, UserAdmin):
    """Accounts are switched off, not deleted; what they may do stands in their grants."""

    duty = ADMINISTER
    change_form_template = "admin/orgs/account_change_form.html"
    add_form_template = None  # Django's own speaks of passwords, and in English
    add_form = NewAccountForm
    change_password_form = OthersPasswordForm
    list_display = ("username", "first_name", "unit", "person", "is_active", "last_login")
    list_filter = ("is_active",)
    list_select_related = ("person", "unit")
    show_full_result_count = False
    search_fields = ("username__contains", "first_name__contains", "person__search_text__contains")
    actions = None
    filter_horizontal = ()
    inlines = (GrantInline,)
    fieldsets = (
        (None, {"fields": ("username", "password", "first_name", "unit", "person")}),
        (
            "登录",
            {"fields": ("is_active", "must_change_password", "last_login", "date_joined")},
        ),
    )
    readonly_fields = ("last_login", "date_joined")
    add_fieldsets = ((None, {"fields": ("username", "first_name", "unit", "person")}),)

    def get_queryset(self, request):
        """The accounts whose grants all lie within the administrator's own."""
        under = accounts_under(request.user, self.duty)
        return super().get_queryset(request).filter(pk__in=under.values("pk"))

    def get_form(self, request, obj=None, **kwargs):
        form = super().get_form(request, obj, **kwargs)
        if "first_name" in form.base_fields:
            form.base_fields["first_name"].label = "显示名称"
        return form

    def save_model(self, request, obj, form, change):
        super().save_model(request, obj, form, change)
        if change and "is_active" in form.changed_data and not obj.is_active:
            end_sessions(user=obj)
        fields = "、".join(str(form.fields[name].label) for name in form.changed_data)
        _recorded(request, obj, f"修改账号：{fields}" if change else "新开账号")

    def save_formset(self, request, form, formset, change):
        super().save_formset(request, form, formset, change)
        for grant in [*formset.new_objects, *(row for row, _ in formset.changed_objects)]:
            _recorded(request, grant.user, f"授权：{grant}")
        for grant in formset.deleted_objects:
            _recorded(request, grant.user, f"收回授权：{grant}")


class LinkAdmin(LedgerAdmin):
    duty = ADMINISTER


register(
    LoginLink,
    show="user made_by made_at expires_at used_at withdrawn_at",
    search="user__username user__first_name",
    read_only=True,
    base=LinkAdmin,
)


class RevealAdmin(LedgerAdmin):
    """Who looked at which phone: read by the auditor."""

    duty = AUDIT


register(
    PhoneReveal,
    show="revealed_at user person",
    search="person user__username",
    read_only=True,
    base=RevealAdmin,
)
