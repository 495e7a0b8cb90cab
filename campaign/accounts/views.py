"""Pages of those who keep the accounts: list, preview, links, lock-outs; the auditor's matrix."""

from django.contrib import messages
from django.core.exceptions import ValidationError
from django.core.paginator import Paginator
from django.db.models import Q
from django.http import HttpResponseBadRequest
from django.shortcuts import get_object_or_404, redirect, render
from django.views import View

from campaign.accounts.login_slips import slip
from campaign.accounts.reach import Reaches
from ledgers import clock
from orgs.access import Verb, scope_of
from orgs.accounts.lockout import KINDS, locks, release
from orgs.accounts.login_links import make_link
from orgs.accounts.scopes import accounts_under, scopes_of
from orgs.accounts.second_factor import has_second_factor, remove_second_factor
from orgs.accounts.sign_in_records import record_account_event

PAGE_SIZE = 50
LINKS_SHOWN = 5


class AccountListView(View):
    """GET: the accounts that the reader administers; `?q=` searches by account, name and unit."""

    verb = Verb.ADMINISTER
    title = "账号管理"

    def get(self, request):
        text = request.GET.get("q", "").strip()[:60]
        rows = accounts_under(request.user, Verb.ADMINISTER).select_related("unit", "person")
        if text:
            rows = rows.filter(
                Q(username__icontains=text)
                | Q(first_name__contains=text)
                | Q(unit__search_text__contains=text.lower())
                | Q(person__search_text__contains=text.lower())
            )
        page = Paginator(rows.order_by("username"), PAGE_SIZE).get_page(request.GET.get("page"))
        context = {"page": page, "rows": scopes_of(page.object_list), "q": text}
        return render(request, "campaign/accounts/list.html", context)


class _OneAccount(View):
    """A page about one account that the reader administers; any other is a 404."""

    def account(self):
        rows = accounts_under(self.request.user, Verb.ADMINISTER)
        return get_object_or_404(rows.select_related("unit", "person"), pk=self.kwargs["pk"])


class AccountPreviewView(_OneAccount):
    """GET: what the account may do and sees, in words and numbers; its links, its second factor."""

    verb = Verb.ADMINISTER
    title = "账号权限预览"

    def get(self, request, pk):
        account, now = self.account(), clock.actual()
        links = account.links.select_related("made_by")[:LINKS_SHOWN]
        context = {
            "account": account,
            "grants": scopes_of([account])[0][1],
            "reach": Reaches(clock.today()).of(scope_of(account)),
            "links": [(link, link.state_words(now)) for link in links],
            "has_factor": has_second_factor(account),
            "has_password": account.has_usable_password(),
            "locks": locks(username=account.username),
        }
        return render(request, "campaign/accounts/preview.html", context)


class AccountLinkView(_OneAccount):
    """POST: a new one-time link for the account, shown on this answer only."""

    verb = Verb.ADMINISTER
    title = "签发一次性链接"
    http_method_names = ["post"]

    def post(self, request, pk):
        account = self.account()
        try:
            token = make_link(user=account, by=request.user)
        except ValidationError as error:
            messages.error(request, " ".join(error.messages))
            return redirect("account_preview", pk=pk)
        record_account_event(
            "account",
            request=request,
            user=request.user,
            obj=account,
            detail={"what": "签发一次性链接"},
        )
        context = {"slips": [slip(request, account, token)], "back": account}
        response = render(request, "campaign/accounts/slips.html", context)
        response["Cache-Control"] = "no-store"
        return response


class FactorResetView(_OneAccount):
    """POST: forget the account's second factor, so that its holder sets it up anew."""

    verb = Verb.ADMINISTER
    title = "重置第二重验证"
    http_method_names = ["post"]

    def post(self, request, pk):
        account = self.account()
        remove_second_factor(user=account)
        record_account_event(
            "account",
            request=request,
            user=request.user,
            obj=account,
            detail={"what": "重置第二重验证"},
        )
        messages.success(request, "已重置，该账号的登录已全部退出，下次登录时须重新设置。")
        return redirect("account_preview", pk=pk)


class LockListView(View):
    """GET: accounts and addresses that are locked out now. POST: let one go (`kind`, `value`)."""

    verb = Verb.ADMINISTER
    title = "登录锁定"

    def get(self, request):
        return render(request, "campaign/accounts/locks.html", {"locks": locks()})

    def post(self, request):
        kind, value = request.POST.get("kind", ""), request.POST.get("value", "")
        if kind not in KINDS or not value:
            return HttpResponseBadRequest("没有收到要解除的账号或地址。")
        release(kind=kind, value=value)
        what = f"解除锁定：{KINDS[kind]}{value}"
        record_account_event("account", request=request, user=request.user, detail={"what": what})
        messages.success(request, f"已解除对{KINDS[kind]}{value}的锁定。")
        return redirect("lock_list")
