"""The grid of any ledger: saved cell by cell or by the form, by the forms' rules, never over others."""

import json

import pytest
from django.urls import reverse
from pages import names, read, value_of

from courtyards.models import Building, Courtyard
from ledgers import registry
from ledgers.grid.views import AT_ONCE
from ledgers.meanwhile import token_of_row
from orgs.choices import Role

GRID = "/courtyards/courtyards/grid/"


@pytest.fixture
def place(county):
    from datetime import date

    return Courtyard.objects.create(
        name="甲家属院", kind="single", division_id="410182001001", since=date(2020, 3, 1)
    )


@pytest.fixture
def reporter(street_reporter, client):
    client.force_login(street_reporter)
    return street_reporter


def send(client, *cells, **more):
    keys = ("row", "column", "text", "version")
    body = {"cells": [dict(zip(keys, map(str, cell), strict=True)) for cell in cells]} | more
    return client.post(GRID, json.dumps(body), content_type="application/json")


def saved(client, *cells):
    return send(client, *cells).json()["saved"]


def version(row, name):
    return token_of_row(row, [row._meta.get_field(name).attname])


def test_a_cell_is_saved_as_it_is_typed(reporter, client, place):
    (answer,) = saved(client, (place.pk, "built", "1987年", version(place, "built")))
    place.refresh_from_db()
    assert answer["state"] == "saved" and answer["text"] == place.built == "1987年"
    assert answer["version"] == version(place, "built")
    again = saved(client, (place.pk, "built", "1987年", answer["version"]))
    assert again[0]["version"] == answer["version"]  # sent twice, nothing new


def test_choices_and_days_are_understood_by_their_words(reporter, client, place):
    found = saved(
        client,
        (place.pk, "kind", "片区", version(place, "kind")),
        (place.pk, "division", "甲二社区", version(place, "division")),
        (place.pk, "since", "2020年4月5日", version(place, "since")),
    )
    place.refresh_from_db()
    assert [one["state"] for one in found] == ["saved"] * 3
    assert (place.kind, place.division_id, place.since.isoformat()) == (
        "cluster", "410182001002", "2020-04-05"
    )  # fmt: skip
    wrong = saved(
        client,
        (place.pk, "kind", "飞地", version(place, "kind")),
        (place.pk, "division", "乙一社区", version(place, "division")),
        (place.pk, "name", "", version(place, "name")),
    )
    assert [one["state"] for one in wrong] == ["wrong"] * 3
    assert "没有“飞地”这个选项" in wrong[0]["error"]
    place.refresh_from_db()
    assert (place.kind, place.name) == ("cluster", "甲家属院")


def test_another_persons_cell_is_never_written_over_unseen(reporter, client, place):
    opened = version(place, "built")
    Courtyard.objects.filter(pk=place.pk).update(built="1990年", location="东街")
    (answer,) = saved(client, (place.pk, "built", "1987年", opened))
    assert (answer["state"], answer["theirs"]) == ("conflict", "1990年")
    place.refresh_from_db()
    assert place.built == "1990年"
    # Another field of the same row is no conflict, and keeping one's own is a word of its own.
    (mine,) = saved(client, (place.pk, "built", "1987年", answer["version"]))
    assert mine["state"] == "saved"
    (same,) = saved(client, (place.pk, "built", "1987年", opened))
    assert same["state"] == "saved"  # both wrote the same
    news = client.get(GRID + "?cells=1").json()["rows"][0]["cells"]
    assert (news["built"]["text"], news["location"]["text"]) == ("1987年", "东街")


def test_out_of_scope_is_not_there(reporter, client, place, other_street_reporter, leader):
    client.force_login(other_street_reporter)
    assert send(client, (place.pk, "built", "1", "x")).status_code == 404
    assert send(client, ("nonsense", "built", "1", "x")).status_code == 404
    client.force_login(leader)
    assert client.get(GRID).status_code == 403


def test_a_message_that_makes_no_sense_is_refused(reporter, client, place):
    assert client.post(GRID, "[", content_type="application/json").status_code == 400
    many = [(place.pk, "built", "1", "x")] * (AT_ONCE + 1)
    assert send(client, *many).status_code == 400
    assert send(client, (place.pk, "search_text", "1", "x")).status_code == 404


def test_an_empty_row_registers_something_new(reporter, client, place):
    texts = {"name": "乙家属院", "kind": "楼院", "division": "甲一社区", "since": "2021.4.5"}
    answer = send(client, action="register", row="new0", texts=texts | {"division": "没有"}).json()
    assert answer["saved"][0]["others"]["division"]["error"] and Courtyard.objects.count() == 1
    answer = send(client, action="register", row="new0", texts=texts).json()
    new = Courtyard.objects.latest("pk")
    assert (answer["row"]["row"], new.name, new.since.isoformat()) == (
        str(new.pk), "乙家属院", "2021-04-05"
    )  # fmt: skip


def test_without_javascript_the_form_saves_what_was_changed(reporter, client, place):
    page = client.get(GRID).content.decode()
    assert {f"c-{place.pk}-built", "c-new4-name"} <= set(names(page))
    key = place.pk
    typed = {
        f"c-{key}-built": "1987年", f"o-{key}-built": "", f"v-{key}-built": version(place, "built"),
        f"c-{key}-name": "甲家属院", f"o-{key}-name": "甲家属院", f"v-{key}-name": "old",
        f"c-{key}-kind": "飞地", f"o-{key}-kind": "楼院", f"v-{key}-kind": version(place, "kind"),
        "c-new0-name": "丙家属院",
    }  # fmt: skip
    answer = client.post(GRID, typed)
    place.refresh_from_db()
    page = answer.content.decode()
    assert answer.status_code == 409 and place.built == "1987年"
    assert value_of(page, f"c-{key}-kind") == "飞地" and "没有“飞地”这个选项" in page
    assert value_of(page, "c-new0-name") == "丙家属院" and Courtyard.objects.count() == 1
    typed |= {"c-new0-division": "甲一社区", "c-new0-kind": "楼院", "c-new0-since": "2021-04-05"}
    client.post(GRID, typed)
    assert Courtyard.objects.filter(name="丙家属院").exists()


def test_the_page_costs_the_same_for_any_number_of_rows(
    reporter, client, place, django_assert_max_num_queries
):
    client.get(GRID)
    with django_assert_max_num_queries(16):
        client.get(GRID)
    for number in range(30):
        Courtyard.objects.create(
            name=f"院{number}", kind="single", division_id="410182001001", since=place.since
        )
    with django_assert_max_num_queries(16):
        assert len(read(client.get(GRID)).select("[data-row]")) == 36


def test_every_ledger_with_a_form_has_its_grid(make_account, client, place):
    user = make_account("all", Role.ORG_ADMIN, Role.REPORTER)
    client.force_login(user)
    Building.objects.create(
        courtyard=place, division=place.division, name="1号楼", since=place.since
    )
    for ledger in registry.all_ledgers():
        if ledger.form:
            answer = client.get(reverse(ledger.url_name("grid")))
            assert answer.status_code == 200, ledger.noun
            assert len(read(answer).select("[data-row]")) >= 5, ledger.noun
