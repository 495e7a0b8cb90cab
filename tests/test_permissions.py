"""The permission matrix: every URL, every account, own and other branch, GET and POST.

What a page asks for stands in its view class; what it is expected to ask for, in permissions.txt
beside this file, so that a changed verb is a line of its own in review.
"""

import re
from pathlib import Path

import pytest
from django.core.exceptions import PermissionDenied
from django.core.files.base import ContentFile
from django.db import transaction
from django.http import HttpResponse
from django.test import Client
from django.urls import ResolverMatch, get_resolver, resolve
from django.urls.resolvers import URLPattern, URLResolver
from django.views import View
from samples import share

from campaign.gates.permissions import PermissionMiddleware
from courtyards.models import Courtyard, PairedCadre
from ledgers import clock, registry
from ledgers.all_pages import ALL_SIGNED_IN, PUBLIC, all_pages
from ledgers.models import ImportBatch, ImportUpload, Job
from orgs.access import Verb, scope_of
from orgs.accounts.scopes import accounts_under
from orgs.accounts.see_as import accounts_to_see_as
from orgs.imports.batches import batches_for
from orgs.imports.permitted import KINDS, may_import
from orgs.models import Grant, PartyOrganization, TemporaryMembership, Unit, User
from projects.models import (
    BeforeAfterPhoto,
    CivicObjection,
    CivicStep,
    Opinion,
    ProblemStep,
    Report,
    ReportPhoto,
    ResidentVoice,
)

BASELINE = Path(__file__).with_name("permissions.txt")
PERMISSIONS = dict(line.split() for line in BASELINE.read_text("utf-8").splitlines())
LET_IN = {200, 302, 303, 400, 405, 409, 410, 422}
ACCOUNTS = [
    "leader",
    "orgdept",
    "roads-hq",
    "fringe-hq",
    "old-hq",
    "suohe",
    "suohe-review",
    "jingcheng",
    "jingcheng-review",
    "laocheng",
    "auditor",
    "admin",
    "outsider",
]
# Pages whose row is not the model that their address begins with.
OTHER_ROWS = {
    "/projects/reports/": Report,
    "/projects/problem-steps/": ProblemStep,
    "/courtyards/units/": Unit,
    "/courtyards/structure/": PartyOrganization,
    "/courtyards/cadres/": PairedCadre,
    "/jobs/": Job,
    "/projects/report-photos/": ReportPhoto,
    "/imports/batches/": ImportBatch,
    "/imports/": ImportUpload,
    "/accounts/people/": User,
    "/accounts/see-as/": User,
    "/orgs/temporary-members/": TemporaryMembership,
    "/projects/civic-steps/": CivicStep,
    "/projects/civic-objections/": CivicObjection,
    "/projects/opinions/": Opinion,
    "/projects/voices/": ResidentVoice,
    "/projects/photo-pairs/": BeforeAfterPhoto,
    "/projects/courtyards/": Courtyard,
}
CODES = {
    "link_use": "no-such-link",
    "public_case": "no-such-case",
    "public_photo": "no-such-case",
    "problem_link_use": "no-such-link",
    "figure_detail": "reports_due",
    "figure_rows": "reports_due",
    "gap_detail": "courtyard_no_branch",
    "import_start": "courtyards",
}

# Rows without a place of their own: their pages say whose they are.
OWN = (User, Job, ImportUpload, ImportBatch)


def walk(patterns, prefix="", namespace=""):
    for pattern in patterns:
        route = prefix + str(pattern.pattern)
        if isinstance(pattern, URLResolver):
            if pattern.namespace == "admin":
                continue
            inner = f"{pattern.namespace}:" if pattern.namespace else namespace
            yield from walk(pattern.url_patterns, route, inner)
        elif isinstance(pattern, URLPattern):
            yield f"{namespace}{pattern.name}", "/" + route


URLS = dict(walk(get_resolver().url_patterns))


def model_of(route: str):
    """The model whose row stands in a route, by the ledger whose detail page begins alike."""
    start = route.split("<")[0]
    for address, model in OTHER_ROWS.items():
        if start.startswith(address):
            return model
    for ledger in registry.all_ledgers():
        if URLS.get(ledger.url_name("detail"), "").split("<")[0] == start:
            return ledger.model
    raise LookupError(f"whose row is in {route}?")


def address(name: str, pk=None) -> str:
    value = CODES.get(name, pk)
    return re.sub(r"<[^>]+>", str(value), URLS[name])


def needs_row(name: str) -> bool:
    return "<" in URLS[name] and name not in CODES


def statuses(client, url: str) -> dict[str, int]:
    """The answers to GET and POST, each undone afterwards."""
    found = {}
    for method in ("get", "post"):
        with transaction.atomic():
            found[method] = getattr(client, method)(url).status_code
            transaction.set_rollback(True)
    return found


def test_each_page_asks_for_what_was_agreed():
    asked = "".join(f"{name} {all_pages()[name].verb}\n" for name in sorted(URLS))
    assert asked == BASELINE.read_text("utf-8")


def test_each_verb_is_a_verb():
    assert set(PERMISSIONS.values()) <= {*Verb.values, PUBLIC, ALL_SIGNED_IN}


def test_each_page_that_is_no_ledgers_says_its_own_name_and_verb():
    """None has them from the class it builds on, where nobody would have thought of them."""
    silent = set()
    for match in (resolve(re.sub(r"<(\w+:)?\w+>", "1", route)) for route in URLS.values()):
        given = match.func.view_initkwargs
        said = vars(match.func.view_class) | given
        if "ledger" not in given and not {"verb", "title"} <= set(said):
            silent.add(match.view_name)
    assert silent == set()


class Silent(View):
    def get(self, request):
        return HttpResponse("in")


def by_function(request):
    return HttpResponse("in")


@pytest.mark.parametrize("view", [Silent.as_view(), by_function], ids=["class", "function"])
def test_a_page_that_says_no_verb_is_refused(accounts, rf, view):
    request = rf.get("/")
    request.user = accounts["orgdept"]
    request.resolver_match = ResolverMatch(view, (), {}, "silent")
    with pytest.raises(PermissionDenied):
        PermissionMiddleware(None).process_view(request, view, (), {})


def rows_within(name: str, model, user, verb: str):
    """The rows of `model` that the page `name` opens for `user`."""
    if name == "see_as_start":
        return accounts_to_see_as(user)
    if model is User:
        return accounts_under(user, verb)
    if model in (Job, ImportUpload):
        return model.objects.of(user)
    if model is ImportBatch:
        return batches_for(user)
    return model._base_manager.filter(scope_of(user).condition_for(model, verb))


def add_photos(by) -> None:
    """A picture beside each report that is owed: the demo county has none."""
    for report in Report.objects.filter(status="due"):
        picture = ContentFile(b"a picture", name="picture.jpg")
        at = "2021-04-30T08:00:00+08:00"
        ReportPhoto.objects.create(report=report, picture=picture, added_by=by, added_at=at)


@pytest.fixture
def accounts(demo):
    User.objects.create_user("outsider")
    # An account whose grant reaches beyond the county: under nobody of the cast.
    above = User.objects.create_user("above")
    Grant.objects.create(user=above, role="leader", division_id="4101", since="2020-01-01")
    Job.objects.create(code="export", title="导出", user=above)
    add_photos(above)
    ImportUpload.objects.create(kind="courtyards", file_name="台账.xlsx", digest="0", user=above)
    ImportBatch.objects.create(
        kind="courtyards", file_name="台账.xlsx", digest="0", imported_at=clock.now(),
        imported_by=above, place="4101",
    )  # fmt: skip
    return {user.username: user for user in User.objects.all()}


@pytest.mark.parametrize("name", sorted(URLS))
def test_visitors_are_sent_to_the_log_in_page(accounts, name):
    pk = None
    if needs_row(name):
        pk = model_of(URLS[name])._base_manager.values_list("pk", flat=True).first()
    answers = statuses(Client(), address(name, pk))
    # A public page that is found by an address nobody can guess is not there for another.
    expected = {200, 404, 405, 410} if PERMISSIONS[name] == PUBLIC else {302}
    assert set(answers.values()) <= expected


@pytest.mark.parametrize("account", ACCOUNTS)
def test_the_matrix_holds_for_every_url(accounts, account):
    user = accounts[account]
    scope, client = scope_of(user), Client()
    client.force_login(user)
    wrong = {}
    # A third of the pages for each account, each page for at least four of them.
    for name in share(sorted(PERMISSIONS), ACCOUNTS.index(account), 3):
        if name in ("login", "logout"):
            continue
        verb = PERMISSIONS[name]
        allowed = verb in (PUBLIC, ALL_SIGNED_IN) or scope.can(verb)
        if name == "import_start":  # each kind asks for its own verb and line besides
            allowed = allowed and may_import(user, KINDS["courtyards"])
        row_verb = verb if verb in Verb.values else Verb.VIEW
        if not needs_row(name):
            hidden = {404} if verb == PUBLIC else set()
            expect(wrong, client, name, None, LET_IN | hidden if allowed else {403})
            continue
        model = model_of(URLS[name])
        rows = model._base_manager.order_by("pk")
        own = rows_within(name, model, user, row_verb).order_by("pk").first()
        look = row_verb if model in OWN else Verb.VIEW
        within = rows_within(name, model, user, look)
        foreign = rows.exclude(pk__in=within.order_by().values("pk")).first()
        if own:
            expect(wrong, client, name, own.pk, LET_IN if allowed else {403})
        if foreign:
            expect(wrong, client, name, foreign.pk, {404, 405} if allowed else {403})
    assert not wrong, "\n".join(map(str, wrong.items()))


def expect(wrong: dict, client, name: str, pk, allowed: set[int]) -> None:
    """Note in `wrong` where an answer to GET or POST is not among the allowed ones."""
    answers = statuses(client, address(name, pk))
    if not set(answers.values()) <= allowed:
        wrong[name, pk] = (answers, sorted(allowed))


@pytest.mark.parametrize("account", ["leader", "suohe", "roads-hq", "outsider"])
def test_django_admin_is_for_administrators_only(accounts, account):
    client = Client()
    client.force_login(accounts[account])
    assert client.get("/admin/").status_code == 403


@pytest.mark.parametrize("account", ["orgdept", "admin", "auditor"])
def test_each_administrator_enters_django_admin(accounts, account):
    client = Client()
    client.force_login(accounts[account])
    assert client.get("/admin/").status_code == 200


@pytest.mark.parametrize("account", ["admin", "auditor"])
def test_who_keeps_accounts_or_audits_opens_no_business_page(accounts, account):
    client = Client()
    client.force_login(accounts[account])
    opened = [
        name
        for name, verb in PERMISSIONS.items()
        if verb in (Verb.VIEW, Verb.REPORT, Verb.REVIEW, Verb.EDIT, Verb.ORGANISE)
        and not needs_row(name)
        and statuses(client, address(name)) != {"get": 403, "post": 403}
    ]
    assert opened == []


def test_healthz_answers_without_an_account(db):
    answer = Client().get("/healthz")
    assert answer.status_code == 200
    assert answer.json() == {"database": "up"}
