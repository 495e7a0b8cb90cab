"""The second factor: setting it up, and saying it after log-in."""

from django import forms
from django.contrib import messages
from django.shortcuts import redirect, render
from django.utils.http import url_has_allowed_host_and_scheme
from django.views import View

from campaign.gates.middleware import factor_required
from ledgers.all_pages import ALL_SIGNED_IN
from orgs.accounts import second_factor as factor
from orgs.accounts.sign_in_records import SECOND_FACTOR, record_account_event


class CodeForm(forms.Form):
    """Six digits, or a recovery code."""

    code = forms.CharField(
        label="验证码",
        max_length=20,
        error_messages={"required": "请填写验证码。"},
        widget=forms.TextInput(
            attrs={"autocomplete": "one-time-code", "inputmode": "text", "autofocus": True}
        ),
    )


def _back(request) -> str:
    """Where the visitor wanted to go, if that is a page of ours."""
    wanted = request.POST.get("next") or request.GET.get("next") or "/"
    safe = url_has_allowed_host_and_scheme(wanted, {request.get_host()}, request.is_secure())
    return wanted if safe else "/"


class VerifyView(View):
    """After log-in: GET asks for the code, POST checks it and goes on."""

    verb = ALL_SIGNED_IN
    title = "填写验证码"

    def get(self, request):
        if request.session.get(factor.STATE) != factor.DUE:
            return redirect(_back(request))
        return self._page(request, CodeForm())

    def post(self, request):
        form = CodeForm(request.POST)
        if not form.is_valid():
            return self._page(request, form, status=400)
        right, wait = factor.verify(user=request.user, code=form.cleaned_data["code"])
        if not right:
            record_account_event(
                "sign_in_failed", request=request, user=request.user, detail={"what": SECOND_FACTOR}
            )
            words = "验证码不对，请看手机上最新的六位数字。"
            form.add_error("code", f"试得太快，请等{wait}秒再试。" if wait else words)
            return self._page(request, form, status=400)
        request.session[factor.STATE] = factor.PASSED
        request.session.cycle_key()
        record_account_event(
            "sign_in", request=request, user=request.user, detail={"what": SECOND_FACTOR}
        )
        return redirect(_back(request))

    @staticmethod
    def _page(request, form, status=200):
        context = {"form": form, "next": _back(request)}
        return render(request, "campaign/accounts/factor_verify.html", context, status=status)


class FactorView(View):
    """One's own second factor. GET shows how it stands; POST `do`: begin, confirm, codes, remove."""

    verb = ALL_SIGNED_IN
    title = "第二重验证"

    def get(self, request):
        return self._page(request)

    def post(self, request):
        steps = {
            "begin": self._begin,
            "confirm": self._confirm,
            "codes": self._codes,
            "remove": self._remove,
        }
        step = steps.get(request.POST.get("do"))
        return step(request) if step else self._page(request, status=400)

    def _begin(self, request):
        factor.begin_enrolment(user=request.user)
        return redirect("second_factor")

    def _confirm(self, request):
        form = CodeForm(request.POST)
        if not form.is_valid():
            return self._page(request, form=form, status=400)
        codes = factor.confirm_enrolment(user=request.user, code=form.cleaned_data["code"])
        if codes is None:
            form.add_error("code", "验证码不对。请核对手机时间是否准确，再填最新的六位数字。")
            return self._page(request, form=form, status=400)
        request.session[factor.STATE] = factor.PASSED
        self._note(request, "启用第二重验证")
        return self._page(request, codes=codes)

    def _codes(self, request):
        if not factor.has_second_factor(request.user):
            return self._page(request, status=400)
        codes = factor.new_recovery_codes(user=request.user)
        self._note(request, "重新生成恢复码")
        return self._page(request, codes=codes)

    def _remove(self, request):
        if factor_required(request.user):
            messages.error(request, "您的角色必须使用第二重验证，不能停用。")
            return redirect("second_factor")
        factor.remove_second_factor(user=request.user)
        self._note(request, "停用第二重验证")
        messages.success(request, "第二重验证已停用，请重新登录。")
        return redirect("login")

    @staticmethod
    def _note(request, what: str):
        record_account_event(
            "account", request=request, user=request.user, obj=request.user, detail={"what": what}
        )

    @staticmethod
    def _page(request, *, form=None, codes=(), status=200):
        enrolled = factor.has_second_factor(request.user)
        device = None if enrolled and not form else factor.device_to_enrol(request.user)
        context = {
            "enrolled": enrolled,
            "required": factor_required(request.user),
            "device": device,
            "qr": factor.secret_code(device) if device else "",
            "secret": factor.typed_secret(device) if device else "",
            "form": form or CodeForm(),
            "codes": codes,
            "left": factor.recovery_codes_left(request.user) if enrolled else 0,
        }
        response = render(request, "campaign/accounts/factor.html", context, status=status)
        response["Cache-Control"] = "no-store"
        return response
