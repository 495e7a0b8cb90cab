"""An outsider, of another street, meets a 404 for each row of a street, on each page and way in."""

from functools import cache

import pytest
from django.db import transaction
from django.test import Client
from pages import read
from samples import sample
from test_permissions import PERMISSIONS, URLS, add_photos, address, model_of, needs_row

from ledgers import registry
from orgs.access import Verb, scope_of

OUTSIDER = "jingcheng"  # a reporter of one street, who may view, export, report and edit there
EACH = 8  # rows of each model
# Pages that the outsider's role may open in the own street, so that only the row is refused.
# Whose an import is stands in no division; tests/campaign/test_import_pages.py sees to it.
ROW_PAGES = sorted(
    name for name in URLS if needs_row(name) and not URLS[name].startswith("/imports/")
)


def foreign_keys(model, user) -> list:
    """Keys of rows of `model` in other streets: the first, the last, and some between."""
    scope = scope_of(user)
    rows = model._base_manager.exclude(scope.condition_for(model, Verb.VIEW)).order_by("pk")
    keys = list(rows.values_list("pk", flat=True))
    return sorted(set(keys[:: max(len(keys) // EACH, 1)][:EACH]) | set(keys[-1:]))


@pytest.fixture
def outsider_client(demo):
    add_photos(demo[OUTSIDER])
    client = Client()
    client.force_login(demo[OUTSIDER])
    return client, demo[OUTSIDER]


def test_over_a_hundred_rows_of_other_streets_are_not_there(outsider_client):
    client, user = outsider_client
    answers, tried = {}, set()
    # Several pages open rows of one model; whose they are is asked once.
    keys = cache(lambda model: foreign_keys(model, user))
    for name in ROW_PAGES:
        if not scope_of(user).can(PERMISSIONS[name]):
            continue  # refused whatever the row; tests/test_permissions.py sees to it
        model = model_of(URLS[name])
        for key in sample(keys(model), 3):
            tried.add((model, key))
            for method in ("get", "post"):
                with transaction.atomic():
                    answers[name, key, method] = getattr(client, method)(
                        address(name, key)
                    ).status_code
                    transaction.set_rollback(True)
    assert len(tried) >= 100
    found = {at: status for at, status in answers.items() if status not in (404, 405)}
    assert not found
    assert {method for (_, _, method), status in answers.items() if status == 404} == {
        "get",
        "post",
    }
    # Only an action answers 405, and only to a GET, before it looks at any row.
    assert not {at for at, status in answers.items() if status == 405 and _reads(at, answers)}


def _reads(at, answers) -> bool:
    """Whether neither way in gave a 404, so that the row itself was never refused."""
    name, key, _ = at
    return 404 not in (answers[name, key, "get"], answers[name, key, "post"])


def test_every_ledger_is_among_them(outsider_client):
    _, user = outsider_client
    tried = {model_of(URLS[name]) for name in ROW_PAGES if scope_of(user).can(PERMISSIONS[name])}
    assert {ledger.model for ledger in registry.all_ledgers()} <= tried
    # Each has rows in other streets, so that no ledger passes for want of rows.
    bare = {model.__name__ for model in tried if not foreign_keys(model, user)}
    assert bare == set()


def without_tokens(answer) -> str:
    """The page without what is new in each."""
    page = read(answer)
    for token in page.select("[name=csrfmiddlewaretoken]"):
        token.decompose()
    return str(page)


def test_a_row_that_is_not_there_at_all_answers_alike(outsider_client):
    client, user = outsider_client
    model = model_of(URLS["courtyards:courtyard_detail"])
    foreign, nowhere = foreign_keys(model, user)[0], 10**9
    pages = [client.get(address("courtyards:courtyard_detail", pk)) for pk in (foreign, nowhere)]
    assert [page.status_code for page in pages] == [404, 404]
    words = [without_tokens(page) for page in pages]
    assert words[0].replace(f"/{foreign}/", "//") == words[1].replace(f"/{nowhere}/", "//")
