"""Overview, homes, gaps and search: what they show, what they cost, that they follow the day."""

import re
from datetime import date

import pytest
from django.core.exceptions import ImproperlyConfigured
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext
from django.urls import reverse
from pages import figure, hrefs, plain, read, row_count, section

from campaign.figures.counting import scoped_rows
from campaign.gaps.kinds import GAPS
from campaign.health import refuse_demo_data_in_production
from courtyards.models import Building, Courtyard, Headship
from ledgers.all_pages import verb_of
from ledgers.query_cache import forget, table_versions
from orgs.access import scope_of
from projects.models import Project, Report

DAY = date(2021, 4, 30)


@pytest.fixture
def visit(demo):
    def signed_in(username):
        client = Client()
        client.force_login(demo[username])
        return client

    return signed_in


def queries_of(client, address) -> int:
    with CaptureQueriesContext(
        connection,
    ) as captured:
        assert client.get(address).status_code == 200
    return len(captured)


def test_the_overview_stays_within_its_queries_whatever_the_rows(visit):
    client = visit("leader")
    client.get("/figures/")  # the first statement of a process is compiled once
    forget()
    cold = queries_of(client, "/")
    assert cold <= 30
    assert queries_of(client, "/") <= 5  # remembered: session, account, grants, data version
    for courtyard in Courtyard.objects.on(DAY)[:100]:
        Courtyard.objects.create(
            name=f"{courtyard.name}二", division=courtyard.division, since="2021-01-01"
        )
    forget()
    assert queries_of(client, "/") == cold


def test_a_remembered_overview_shows_a_change_at_once(visit):
    client = visit("leader")
    assert figure(client.get("/"), "courtyard_heads") == "224"
    version = table_versions()["courtyards_headship"]
    headship = Headship.objects.on(DAY).filter(courtyard__isnull=False).first()
    Headship.objects.filter(pk=headship.pk).update(until=DAY)  # in bulk, past any save()
    assert table_versions()["courtyards_headship"] > version
    assert figure(client.get("/"), "courtyard_heads") == "223"


def test_a_line_says_how_many_projects_it_has_and_leads_to_them(visit):
    client = visit("leader")
    lines = section(client.get("/"), "四条战线").select("a[href*='line=']")
    assert len(lines) == 4
    for line in lines:
        name = plain(line.b)
        counted = plain(line.b.find_next_sibling())
        number, planned = re.fullmatch(r"(\d+)个项目(.*)", counted).groups()
        present = Project.objects.on(DAY).filter(programme__name=name)
        with_plan = present.filter(targets__indicator__code="progress_percent").distinct().count()
        assert int(number) == present.count()
        assert planned == ("" if with_plan == present.count() else f"，{with_plan}个已排计划")
        assert row_count(client.get(line["href"])) == int(number)


def test_every_link_of_the_overview_keeps_the_day(visit):
    page = read(visit("leader").get("/?on=2021-03-01"))
    links = {link for link in hrefs(page.main) if link.startswith("/")}
    assert len(links) > 200
    assert [link for link in links if "on=2021-03-01" not in link] == []


def test_the_overview_says_what_is_red_since_when_and_who_answers(visit):
    red = read(visit("leader").get("/")).find(id="alerts").select("li")
    assert len(red) >= 3
    assert all(re.search(r"自\d+月\d+日起", plain(alert)) for alert in red)


def test_a_community_reporter_finds_what_is_owed_one_tap_away(visit, demo):
    client = visit("laocheng")
    page = hrefs(client.get("/"))
    owed = Report.objects.filter(
        scope_of(demo["laocheng"]).condition_for(Report, "report"),
        status__in=["due", "draft", "returned"],
        period__start__lte=DAY,
        period__start__gt=date(2021, 3, 6),
    )
    assert owed.exists()
    for report in owed:
        assert f"/projects/reports/{report.pk}/form/" in page


@pytest.mark.parametrize("code", list(GAPS))
def test_each_gap_lists_its_rows_and_the_page_that_mends_them(visit, demo, code):
    client = visit("orgdept")
    rows = scoped_rows(GAPS[code], scope_of(demo["orgdept"]), DAY)
    page = client.get(f"/gaps/{code}/")
    assert page.status_code == 200
    assert row_count(page) == rows.count()
    first = rows.first()
    if first is not None:
        mend = reverse(GAPS[code].mend, args=[first.pk])
        may = demo["orgdept"].may(verb_of(GAPS[code].mend))
        assert (mend in hrefs(page)) == may
        assert client.get(mend).status_code in (200, 403)  # 403: staff of the place mend it


def test_search_finds_by_initials_and_names_who_answers(visit):
    building = (
        Building.objects.on(DAY)
        .filter(headships__until__isnull=True, headships__isnull=False)
        .first()
    )
    initials = building.search_text.split()[1]
    page = visit("leader").get(f"/search/?q={initials}").content.decode()
    assert f"/courtyards/buildings/{building.pk}/" in hrefs(page)
    assert "楼栋长" in page
    assert visit("leader").get("/search/?q=%E6%B2%A1%E6%9C%89%E8%BF%99%E4%B8%AA").status_code == 200


def test_production_refuses_to_start_with_the_demo_county(demo, settings):
    settings.DEMO = False
    with pytest.raises(ImproperlyConfigured, match="demo"):
        refuse_demo_data_in_production()


def test_who_has_roads_may_patrol_them(visit):
    """A community without a road chief's road is not sent to an empty list."""
    patrol = reverse("volunteers:patrol_list")
    assert patrol in visit("suohe").get("/").content.decode()
    assert "我的工作" in (page := visit("laocheng").get("/").content.decode())
    assert patrol not in page
