"""One's own sign-ins: when, from where, with which browser, and how it ended."""

from django.shortcuts import render
from django.views import View

from ledgers.all_pages import ALL_SIGNED_IN
from orgs.accounts.sign_in_records import sign_ins_of

SHOWN = 50


class MySignInsView(View):
    """GET: the newest attempts to sign in to one's own account, whoever made them."""

    verb = ALL_SIGNED_IN
    title = "我的登录记录"

    def get(self, request):
        context = {"entries": sign_ins_of(request.user, SHOWN), "limit": SHOWN}
        return render(request, "campaign/accounts/my_sign_ins.html", context)
