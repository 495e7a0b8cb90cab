"""以其视角查看: the organisation administrator looks through another account's eyes, reading only."""

from django.shortcuts import get_object_or_404, redirect, render
from django.views import View

from ledgers.all_pages import ALL_SIGNED_IN
from orgs.access import Verb
from orgs.accounts.scopes import scopes_of
from orgs.accounts.see_as import SEE_AS, accounts_to_see_as
from orgs.accounts.sign_in_records import record_account_event


class SeeAsListView(View):
    """GET: the accounts that the reader may see as; `?q=` searches by account and name."""

    verb = Verb.ORGANISE
    title = "以其视角查看"

    def get(self, request):
        text = request.GET.get("q", "").strip()[:60]
        rows = accounts_to_see_as(request.user).select_related("unit").order_by("username")
        if text:
            rows = rows.filter(username__icontains=text) | rows.filter(first_name__contains=text)
        accounts = list(rows[:200])
        context = {"rows": scopes_of(accounts), "q": text}
        return render(request, "campaign/accounts/see_as_list.html", context)


class SeeAsView(View):
    """POST: look through this account's eyes from now on, until it is ended."""

    verb = Verb.ORGANISE
    title = "开始以其视角查看"
    http_method_names = ["post"]

    def post(self, request, pk):
        account = get_object_or_404(accounts_to_see_as(request.user), pk=pk)
        request.session[SEE_AS] = account.pk
        record_account_event(
            "see_as", request=request, user=request.user, obj=account, detail={"what": "开始"}
        )
        return redirect("home")


class SeeAsEndView(View):
    """POST: back to one's own view."""

    verb = ALL_SIGNED_IN
    title = "结束以其视角查看"
    http_method_names = ["post"]

    def post(self, request):
        if request.session.pop(SEE_AS, None) and request.seen_by:
            record_account_event(
                "see_as",
                request=request,
                user=request.seen_by,
                obj=request.user,
                detail={"what": "结束"},
            )
            return redirect("see_as_list")
        return redirect("home")
