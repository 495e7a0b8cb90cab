"""What stands between signing in and working: time, second factor, password, seeing as another.

Nothing here asks the database on an ordinary page; the session says how far its owner has come.
"""

from http import HTTPStatus

from django.conf import settings
from django.contrib.auth import logout
from django.contrib.auth.views import redirect_to_login
from django.http import Http404, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils.http import urlencode

from campaign.gates.form_recovery import AGAIN, KEPT, keep
from campaign.gates.permissions import in_admin, verb_for
from ledgers import clock
from ledgers.trail.browsers import from_networks
from orgs.access import Verb, scope_of
from orgs.accounts.second_factor import DUE, PASSED, STATE
from orgs.accounts.see_as import SEE_AS, may_see_as
from orgs.models import User

SEEN_EVERY = 60  # seconds between two notes that somebody is still there
ALWAYS = {"logout", "login"}
READING = {Verb.VIEW, Verb.REPORT, Verb.REVIEW, Verb.EDIT}


def _moment() -> int:
    return int(clock.actual().timestamp())


class SessionGate:
    """Ends sessions that were left alone or grew too old; keeps admin to its networks."""

    def __init__(self, get_response):
        self.get_response = get_response

    def __call__(self, request):
        request.ended, request.author = "", None
        if request.user.is_authenticated:
            ended, author = self._ended(request.session), request.user.pk
            if ended:
                logout(request)
                if request.method != "POST":
                    return self._to_log_in(request, ended)
                # A form goes on to its check of the token, and then no further (process_view).
                request.ended, request.author = ended, author
            else:
                see_as(request)
        response = self.get_response(request)
        taken = request.method == "POST" and response.status_code == HTTPStatus.FOUND
        if taken and request.user.is_authenticated and AGAIN in request.POST:
            request.session.pop(KEPT, None)
        return response

    @staticmethod
    def _ended(session) -> str:
        """Why the session ends now: idle, limit, or "". Notes the moment once a minute."""
        now = _moment()
        began, seen = session.get("began", now), session.get("seen", now)
        if now - seen > settings.IDLE_SECONDS:
            return "idle"
        if now - began > settings.SESSION_COOKIE_AGE:
            return "limit"
        if "seen" not in session or now - seen >= SEEN_EVERY:
            session["began"], session["seen"] = began, now
        return ""

    @staticmethod
    def _to_log_in(request, ended: str):
        back = request.get_full_path() if request.method == "GET" else "/"
        if request.method == "POST" and keep(request, request.author):
            back = reverse("typed_form")
        response = redirect_to_login(back)
        response["Location"] += f"&ended={ended or 'gone'}"
        if request.headers.get("HX-Request"):  # the whole page goes, not the part asked for
            return HttpResponse(status=204, headers={"HX-Redirect": response["Location"]})
        return response

    def process_view(self, request, view_func, view_args, view_kwargs):
        match = request.resolver_match
        administers = in_admin(match) or verb_for(match) == Verb.ADMINISTER
        if administers and not from_networks(request, settings.ADMIN_NETWORKS):
            raise Http404
        closed = not request.user.is_authenticated and getattr(view_func, "login_required", True)
        if closed and request.method == "POST":
            return self._to_log_in(request, request.ended)
        return None


def see_as(request) -> None:
    """Where this session looks through another account's eyes, put that account in place."""
    request.seen_by = None
    key = request.session.get(SEE_AS)
    if key is None:
        return
    account = User.objects.filter(pk=key).first()
    if account is None or not may_see_as(request.user, account):
        del request.session[SEE_AS]
        return
    request.seen_by, request.user = request.user, account


class AccountGate:
    """Sends an account first to where it must go: second factor, password; keeps 'see as' reading."""

    def __init__(self, get_response):
        self.get_response = get_response

    def __call__(self, request):
        return self.get_response(request)

    def process_view(self, request, view_func, view_args, view_kwargs):
        name = request.resolver_match.view_name
        if not request.user.is_authenticated or name in ALWAYS:
            return None
        if request.seen_by is not None:
            return self._only_reading(request, name)
        goal = first_duty(request)
        if goal and not name.startswith(goal):
            back = request.get_full_path() if request.method == "GET" else "/"
            return redirect(f"{reverse(goal)}?{urlencode({'next': back})}")
        return None

    @staticmethod
    def _only_reading(request, name: str):
        """Nothing is written, taken away or administered while seeing as another account."""
        verb = verb_for(request.resolver_match)
        if name == "see_as_end":
            return None
        reading = request.method in ("GET", "HEAD") and "format" not in request.GET
        if reading and (verb in READING or name == "home"):
            return None
        return render(request, "campaign/accounts/only_reading.html", status=403)


def first_duty(request) -> str:
    """The page that this session must do first: its URL name, or ""."""
    state = request.session.get(STATE)
    if state == DUE:
        return "second_factor_verify"
    if request.user.must_change_password:
        return "password_change"
    if state != PASSED and factor_required(request.user):
        return "second_factor"
    return ""


def factor_required(user) -> bool:
    """Whether a role of the account may not work without a second factor."""
    required = settings.REQUIRE_SECOND_FACTOR
    return bool(required) and not scope_of(user).roles.isdisjoint(required)
