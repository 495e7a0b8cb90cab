"""Abolished divisions on pages, in forms and filters; filters of readers of a whole province."""

import re
from datetime import date

import pytest
from pages import hrefs, options

from orgs.choices import Role
from orgs.models import Division


@pytest.fixture
def abolished(county):
    """The second community of the first street, out of force from 1 March 2021."""
    gone = Division.objects.get(code="410182001002")
    gone.abolished_on = date(2021, 3, 1)
    gone.save()
    return gone


def codes_in(page) -> list[str]:
    """The codes of the rows of a ledger's list."""
    found = (re.match(r"/orgs/divisions/(\d+)/", link) for link in hrefs(page))
    return [match[1] for match in found if match]


def test_the_ledger_shows_abolished_divisions_with_their_day(as_user, leader, abolished):
    page = as_user(leader).get("/orgs/divisions/")
    assert abolished.pk in codes_in(page)
    assert "2021-03-01" in page.content.decode()


@pytest.mark.parametrize(
    "query, shown",
    [
        ("state=current", False),
        ("state=abolished", True),
        ("state=current&on=2021-02-28", True),
        ("state=abolished&on=2021-02-28", False),
    ],
)
def test_the_ledger_can_be_asked_for_either(as_user, leader, abolished, query, shown):
    page = as_user(leader).get(f"/orgs/divisions/?{query}")
    assert (abolished.pk in codes_in(page)) is shown


def test_the_page_of_an_abolished_division_says_so(as_user, leader, abolished):
    client = as_user(leader)
    assert "当日已撤销" in client.get(f"/orgs/divisions/{abolished.pk}/").content.decode()
    past = client.get(f"/orgs/divisions/{abolished.pk}/?on=2021-02-28").content.decode()
    assert "当日已撤销" not in past


def test_above_it_only_divisions_in_force_are_told(as_user, leader, abolished):
    client = as_user(leader)
    assert abolished.pk not in codes_in(client.get("/orgs/divisions/410182001/"))
    assert abolished.pk in codes_in(client.get("/orgs/divisions/410182001/?on=2021-02-28"))


def test_filters_still_offer_it_marked(as_user, leader, abolished):
    page = as_user(leader).get("/courtyards/courtyards/?division=410182001")
    assert options(page, "division")[abolished.pk] == "甲二社区（已撤销）"


def test_nothing_new_is_entered_in_it(as_user, street_reporter, abolished):
    client = as_user(street_reporter)
    offered = options(client.get("/courtyards/courtyards/new/"), "division")
    assert "410182001001" in offered and abolished.pk not in offered
    values = {"name": "示例院", "kind": "single", "since": "2021-04-01"}
    answers = [
        client.post("/courtyards/courtyards/new/", values | {"division": code}).status_code
        for code in (abolished.pk, "410182001001")
    ]
    assert answers == [400, 302]


def test_a_reader_of_a_province_chooses_step_by_step(as_user, make_account):
    client = as_user(make_account("province", Role.LEADER, code="41"))
    address = "/courtyards/courtyards/?division="
    offered = [set(options(client.get(address + code), "division")) for code in CHOSEN]
    assert offered == [{"", *codes} for codes in OFFERED]


CHOSEN = ["", "410182", "410182001"]
COUNTIES = ["4101", "410182"]
STREETS = [*COUNTIES, "410182001", "410182002", "410182103"]
OFFERED = [COUNTIES, STREETS, [*STREETS, "410182001001", "410182001002"]]
