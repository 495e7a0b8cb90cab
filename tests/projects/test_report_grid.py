"""The weekly grid: a cell is a draft, twins move together, nobody writes over another unseen."""

import json
from decimal import Decimal

import pytest
from django.urls import reverse
from pages import read

from projects.models import Reading, Report
from projects.reporting.services import save_draft
from tests.projects.conftest import moment

pytestmark = pytest.mark.django_db
GRID = reverse("projects:report_grid")


@pytest.fixture
def reporter(as_user, report, community_reporter):
    return as_user(community_reporter)


def send(client, *cells):
    keys = ("row", "column", "text", "version")
    body = {"cells": [dict(zip(keys, map(str, cell), strict=True)) for cell in cells]}
    return client.post(GRID, json.dumps(body), content_type="application/json")


def cells_of(client, report) -> dict:
    rows = client.get(GRID + "?cells=1").json()["rows"]
    return next(row["cells"] for row in rows if row["row"] == str(report.pk))


def fill(client, report):
    for column, text in (
        ("inc-invested_wan", "18.5"),
        ("inc-demolished_m2", "0"),
        ("tot-progress", "71"),
    ):
        version = cells_of(client, report)[column]["version"]
        assert (
            send(client, (report.pk, column, text, version)).json()["saved"][0]["state"] == "saved"
        )


def test_an_increment_and_its_total_are_twins(reporter, report):
    page = reporter.get(GRID).content.decode()
    assert "上次 300" in page and "上周 +12" in page
    (saved,) = send(reporter, (report.pk, "inc-invested_wan", "１８.5", "")).json()["saved"]
    assert (saved["state"], saved["text"]) == ("saved", "18.5")
    assert saved["others"]["tot-invested_wan"]["text"] == "318.5"
    cell = cells_of(reporter, report)["tot-invested_wan"]
    (saved,) = send(reporter, (report.pk, "tot-invested_wan", "约320", cell["version"])).json()[
        "saved"
    ]
    assert saved["others"]["inc-invested_wan"]["text"] == "20"
    reading = Reading.objects.get(report=report)
    assert (reading.value, reading.qualifier, reading.verified_on) == (Decimal(320), "about", None)
    report.refresh_from_db()
    assert report.status == Report.Status.DRAFT
    (fall,) = send(reporter, (report.pk, "tot-invested_wan", "290", saved["version"])).json()[
        "saved"
    ]
    assert "情况说明" in fall["note"]


def test_what_cannot_be_a_figure_says_why_and_stores_nothing(reporter, report):
    wrong = send(
        reporter,
        (report.pk, "inc-invested_wan", "一点点", ""),
        (report.pk, "tot-progress", "-5", ""),
        (report.pk, "tot-nothing", "1", ""),
    ).json()["saved"]
    assert [one["state"] for one in wrong] == ["wrong"] * 3 and "请核对" in wrong[0]["error"]
    assert not Reading.objects.filter(report=report).exists()


def test_two_people_in_one_grid(reporter, report, street_reporter):
    opened = cells_of(reporter, report)["tot-invested_wan"]["version"]
    save_draft(
        report=report,
        values={"invested_wan": (Decimal(310), "exact")},
        by=street_reporter,
        at=moment(30),
    )
    (saved,) = send(reporter, (report.pk, "tot-invested_wan", "318.5", opened)).json()["saved"]
    assert (saved["state"], saved["theirs"]) == ("conflict", "310")
    assert Reading.objects.get(report=report).value == 310
    # Another figure of the same report is no conflict; one's own word after seeing it counts.
    (other,) = send(reporter, (report.pk, "inc-demolished_m2", "5", "")).json()["saved"]
    (mine,) = send(reporter, (report.pk, "tot-invested_wan", "318.5", saved["version"])).json()[
        "saved"
    ]
    assert (other["state"], mine["state"]) == ("saved", "saved")


def test_filing_a_row_all_rows_or_no_change(reporter, report, make_report):
    quiet, bare = make_report("甲二小区"), make_report("甲三小区")
    answer = reporter.post(GRID, {"action": f"file:{report.pk}"})
    assert answer.status_code == 409 and "还没有报送" in answer.content.decode()
    fill(reporter, report)
    send(reporter, (bare.pk, "inc-invested_wan", "1", ""))
    page = reporter.post(GRID, {"action": "file_all:"}).content.decode()
    assert "已报送 1 份" in page and "甲三小区" in page
    assert (
        "已报送：甲二小区" in reporter.post(GRID, {"action": f"quiet:{quiet.pk}"}).content.decode()
    )
    states = dict(Report.objects.values_list("project__name", "status"))
    assert states == {"甲一小区": "filed", "甲二小区": "filed", "甲三小区": "draft"}
    (saved,) = send(reporter, (report.pk, "inc-invested_wan", "1", "")).json()["saved"]
    assert saved["state"] in ("wrong", "conflict")


def test_another_streets_report_is_not_there(
    as_user, report, other_street_reporter, street_reviewer
):
    client = as_user(other_street_reporter)
    assert str(report.pk) not in client.get(GRID + "?cells=1").content.decode()
    assert send(client, (report.pk, "inc-invested_wan", "1", "")).status_code == 404
    assert as_user(street_reviewer).get(GRID).status_code == 403


def test_queries_do_not_grow_with_rows(
    reporter, report, make_report, django_assert_max_num_queries
):
    reporter.get(GRID)
    with django_assert_max_num_queries(16):
        reporter.get(GRID)
    for number in range(12):
        make_report(f"小区{number}")
    with django_assert_max_num_queries(16):
        assert len(read(reporter.get(GRID)).select("[data-row]")) == 13
