"""Addresses of divisions, Party organisations, units and people."""

from ledgers.ledger_urls import urls_of
from orgs.party.views import reorganizing_urls
from orgs.people.urls import people_urls
from orgs.people.views import mending_urls

app_name = "orgs"
urlpatterns = [
    *mending_urls,
    *people_urls,
    *reorganizing_urls,
    *urls_of("orgs"),
]
