"""Signing in and out, one's own password, and the one-time link that sets the first."""

from django import forms
from django.conf import settings
from django.contrib import messages
from django.contrib.auth import update_session_auth_hash
from django.contrib.auth.decorators import login_not_required
from django.contrib.auth.forms import PasswordChangeForm, SetPasswordForm
from django.contrib.auth.views import (
    LoginView,
    LogoutView,
    PasswordChangeDoneView,
    PasswordChangeView,
)
from django.core.exceptions import ValidationError
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils.decorators import method_decorator
from django.views import View

from campaign.gates.form_recovery import KEPT, drop_what_is_not_mine, note_author
from ledgers import clock
from ledgers.all_pages import ALL_SIGNED_IN, PUBLIC
from orgs.accounts.lockout import lock_on
from orgs.accounts.login_links import link_of, set_password, use_link
from orgs.accounts.second_factor import DUE, STATE, has_second_factor
from orgs.accounts.sign_in_records import record_account_event
from orgs.models import User

ENDED = {
    "idle": "您有一段时间没有操作，系统已自动退出。请重新登录。",
    "limit": "本次登录已到最长时限，系统已自动退出。请重新登录。",
    "gone": "登录已失效，请重新登录。",
}
TYPED = "您刚才填写的内容已保留，登录后可以核对并重新提交。"


class PortalLoginView(LoginView):
    """GET: the form. POST: signs in, notes it in the audit, asks for the second factor if there is one."""

    verb = PUBLIC
    title = "登录"
    redirect_authenticated_user = True

    def get_context_data(self, **kwargs):
        notice = ENDED.get(self.request.GET.get("ended", ""), "")
        if KEPT in self.request.session:
            notice += TYPED
        return super().get_context_data(**kwargs) | {"notice": notice}

    def get_initial(self):
        return super().get_initial() | {"username": self.request.GET.get("account", "")}

    def form_valid(self, form):
        response = super().form_valid(form)
        if has_second_factor(self.request.user):
            self.request.session[STATE] = DUE
        drop_what_is_not_mine(self.request)
        note_author(self.request, response)
        record_account_event("sign_in", request=self.request, user=self.request.user)
        return response

    def form_invalid(self, form):
        username = form.data.get("username", "")[:150]
        if getattr(self.request, "axes_locked_out", False):
            kind = "locked_out"
        elif username and form.data.get("password"):
            kind = "sign_in_failed"
        else:  # nothing was tried
            return super().form_invalid(form)
        user = User.objects.filter(username=username).first()
        record_account_event(kind, request=self.request, user=user, username=username)
        return super().form_invalid(form)


def locked_out(request, response=None, credentials=None):
    """The page of who is locked out (AXES_LOCKOUT_CALLABLE): what was locked, until when."""
    username = (credentials or {}).get("username") or request.POST.get("username", "")
    lock = lock_on(request, username)
    context = {"lock": lock, "minutes": settings.LOCKOUT_MINUTES}
    response = render(request, "campaign/accounts/locked.html", context, status=429)
    if lock is not None:
        wait = int((lock.until - clock.actual()).total_seconds())
        response["Retry-After"] = str(max(1, wait))
    return response


class PortalLogoutView(LogoutView):
    """POST: signs out, and notes it in the audit."""

    verb = ALL_SIGNED_IN
    title = "退出"
    http_method_names = ["post", "options"]

    def post(self, request, *args, **kwargs):
        who = getattr(request, "seen_by", None) or request.user
        record_account_event("sign_out", request=request, user=who)
        return super().post(request, *args, **kwargs)


class _SetsPassword:
    """Stores through the service, whose refusals stand beside the field."""

    def store(self) -> User:
        return set_password(user=self.user, password=self.cleaned_data["new_password1"])


class OwnPasswordForm(_SetsPassword, PasswordChangeForm):
    """The old password and, twice, the new one."""


class PasswordView(PasswordChangeView):
    """One's own password. Other sessions of the account end with the old one."""

    verb = ALL_SIGNED_IN
    title = "修改密码"
    form_class = OwnPasswordForm

    def get_context_data(self, **kwargs):
        return super().get_context_data(**kwargs) | {"must": self.request.user.must_change_password}

    def form_valid(self, form):
        user = form.store()
        update_session_auth_hash(self.request, user)
        record_account_event(
            "account", request=self.request, user=user, obj=user, detail={"what": "修改密码"}
        )
        return redirect("password_change_done")


class PasswordDoneView(PasswordChangeDoneView):
    """GET: that the password was changed."""

    verb = ALL_SIGNED_IN
    title = "密码已修改"


class LinkForm(SetPasswordForm):
    """The first password, twice."""

    def __init__(self, *args, **kwargs):
        super().__init__(*args, **kwargs)
        self.fields["new_password1"].label = "新密码"
        self.fields["new_password2"].label = "再输入一次"


@method_decorator(login_not_required, name="dispatch")
class LinkView(View):
    """A one-time link. GET: the form, which uses up nothing. POST: sets the password, once."""

    verb = PUBLIC
    title = "一次性链接"

    def get(self, request, token):
        link = link_of(token)
        if link is None:
            return self._spent(request)
        return self._page(request, link, LinkForm(link.user))

    def post(self, request, token):
        link = link_of(token)
        if link is None:
            return self._spent(request)
        form = LinkForm(link.user, request.POST)
        if not form.is_valid():
            return self._page(request, link, form, status=400)
        try:
            user = use_link(token=token, password=form.cleaned_data["new_password1"])
        except ValidationError as error:
            form.add_error(None, forms.ValidationError(error.messages))
            return self._page(request, link, form, status=400)
        record_account_event(
            "account", request=request, user=user, obj=user, detail={"what": "用一次性链接设置密码"}
        )
        messages.success(request, f"密码已经设好。请用账号“{user.username}”登录。")
        return redirect(reverse("login", query={"account": user.username}))

    @staticmethod
    def _page(request, link, form, status=200):
        context = {"form": form, "account": link.user, "expires_at": link.expires_at}
        response = render(request, "campaign/accounts/link.html", context, status=status)
        response["Cache-Control"] = "no-store"
        return response

    @staticmethod
    def _spent(request):
        return render(request, "campaign/accounts/link_spent.html", status=410)
