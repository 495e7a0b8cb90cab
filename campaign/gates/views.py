"""Pages that show once more what was typed: after signing in again, and where a form's mark is stale."""

from django.shortcuts import redirect, render
from django.views import View

from campaign.gates.form_recovery import (
    AGAIN,
    KEPT,
    from_our_page,
    in_words,
    kept_for,
    may_send_again,
    typed_in,
)
from campaign.gates.middleware import first_duty
from ledgers.all_pages import ALL_SIGNED_IN


class TypedFormView(View):
    """GET: what was typed before the session ended, to be sent again. POST: it is thrown away."""

    verb = ALL_SIGNED_IN
    title = "登录失效前填写的内容"

    def get(self, request):
        typed = kept_for(request)
        if typed is None:
            return redirect("home")
        return _page(request, typed, stale=False)

    def post(self, request):
        request.session.pop(KEPT, None)
        return redirect("home")


def csrf_failure(request, reason=""):
    """The page for a form whose mark is not that of the session (CSRF_FAILURE_VIEW). Status 403.

    Only where our own page sent it and the account may send it does it offer to send it again.
    """
    match = request.resolver_match
    offers = match and request.user.is_authenticated and from_our_page(request)
    offers = offers and may_send_again(request) and not first_duty(request)
    return _page(request, typed_in(request) if offers else None, stale=True, status=403)


def _page(request, typed, *, stale: bool, status: int = 200):
    context = {
        "typed": typed,
        "again": AGAIN,
        "words": in_words(typed, request.user) if typed else [],
        "stale": stale,
        "account": request.user,
    }
    response = render(request, "campaign/gates/unsent_form.html", context, status=status)
    response["Cache-Control"] = "no-store"
    return response
