import pytest
from django.test import Client

from ledgers import registry

LEDGERS = {f"{ledger.namespace}:{ledger.noun}": ledger for ledger in registry.all_ledgers()}


@pytest.fixture(params=LEDGERS)
def ledger(request):
    """Every ledger in turn."""
    return LEDGERS[request.param]


@pytest.fixture
def visit(leader):
    """A function that opens a page as the county leader, or as `user`, and returns the answer."""
    clients: dict = {}

    def open_page(address, user=leader, headers=None, **query):
        if user not in clients:
            clients[user] = Client()
            clients[user].force_login(user)
        return clients[user].get(address, query, headers=headers)

    return open_page
