"""Every figure equals its rows, on any day, for anyone; the article regenerates itself."""

from datetime import date, timedelta

import pytest
from django.test import Client
from pages import figure, row_count

from campaign.figures import FIGURES, HEADLINES
from campaign.figures.board import Board
from campaign.figures.counting import count_by_division, scoped_rows
from courtyards.models import BranchCoverage, Headship, Survey
from orgs.access import scope_of
from orgs.models import PartyOrganization
from projects.models import Reading
from projects.reporting.readings import correct_reading

DAY = date(2021, 4, 30)
REQUIRED = [
    "streets",
    "communities",
    "courtyards",
    "buildings",
    "households",
    "residents",
    "courtyard_branches",
    "branches_independent",
    "branches_joint",
    "building_groups",
    "courtyard_heads",
    "building_heads",
    "self_management_committees",
    "paired_units",
    "paired_cadres",
    "paired_cadres_two",
    "paired_cadres_section",
    "temp_general_branches",
    "temp_branches",
    "commando_teams",
    "seconded_deputy_county",
    "seconded_section",
    "seconded_members",
    "fringe_towns",
    "fringe_villages",
    "village_removals",
    "village_removal_days",
    "village_removal_members",
    "demo_road_length_m",
    "demo_road_width_m",
    "old_communities_started",
    "old_communities_with_party",
    "old_communities_effective",
    "old_invested_wan",
    "old_demolished_m2",
    "parking_roads",
    "parking_spaces",
    "garages_started",
    "volunteer_teams",
    "red_stations",
    "reports_due",
    "reports_filed",
    "problems_open",
    "problems_overdue",
]

# The article's figures (domain notes, 1g), each with how hard it is.
ARTICLE = {
    "streets": (2, "exact"),
    "communities": (20, "exact"),
    "courtyards": (224, "exact"),
    "buildings": (1330, "exact"),
    "households": (36149, "exact"),
    "residents": (98036, "exact"),
    "courtyard_branches": (97, "exact"),
    "building_groups": (207, "exact"),
    "courtyard_heads": (224, "exact"),
    "building_heads": (264, "exact"),
    "self_management_committees": (97, "exact"),
    "paired_units": (69, "exact"),
    "paired_cadres": (221, "exact"),
    "paired_cadres_two": (3, "exact"),
    "paired_cadres_section": (20, "exact"),
    "temp_general_branches": (1, "exact"),
    "temp_branches": (5, "exact"),
    "commando_teams": (13, "exact"),
    "seconded_deputy_county": (7, "exact"),
    "seconded_section": (15, "exact"),
    "seconded_members": (51, "exact"),
    "fringe_towns": (3, "exact"),
    "fringe_villages": (46, "exact"),
    "village_removals": (216, "exact"),
    "village_removal_days": (12, "exact"),
    "village_removal_members": (64, "exact"),
    "demo_road_length_m": (1200, "exact"),
    "demo_road_width_m": (50, "nearly"),
    "old_communities_started": (20, "exact"),
    "old_communities_with_party": (20, "exact"),
    "old_communities_effective": (6, "exact"),
    "old_invested_wan": (2497, "exact"),
    "old_demolished_m2": (3000, "at_least"),
    "parking_roads": (21, "exact"),
    "parking_spaces": (2600, "at_least"),
    "garages_started": (21, "exact"),
}


def test_every_required_figure_is_declared_once():
    assert sorted(figure.code for figure in HEADLINES) == sorted(REQUIRED)
    assert all(figure.definition and figure.unit and figure.name for figure in FIGURES.values())


def test_the_article_regenerates_itself(demo):
    board = Board(scope_of(demo["leader"]), DAY)
    assert {c: (board[c].value, board[c].qualifier) for c in ARTICLE} == ARTICLE
    assert board["volunteer_teams"].value > 10


def test_every_check_of_the_demo_county_holds(demo):
    board = Board(scope_of(demo["leader"]), DAY)
    assert [shown.code for shown in board.all() if not shown.sound] == []
    assert len(board["courtyard_branches"].checks) == 1


@pytest.mark.parametrize("day", [DAY, date(2021, 3, 1), date(2020, 12, 15)])
@pytest.mark.parametrize("account", ["leader", "suohe", "laocheng", "roads-hq"])
def test_every_figure_is_the_number_or_sum_of_its_rows(demo, account, day):
    scope = scope_of(demo[account])
    board = Board(scope, day)
    for shown in board.all():
        rows = list(scoped_rows(shown.figure, scope, day))
        if not shown.figure.amount:
            assert shown.value == len({row.pk for row in rows}) == len(rows), shown.code
            continue
        amounts = [getattr(row, shown.figure.amount) for row in rows]
        amounts = [amount for amount in amounts if amount is not None]
        reduce = {"sum": sum, "max": lambda values: max(values, default=None)}[
            shown.figure.aggregate
        ]
        assert shown.value == reduce(amounts), shown.code


@pytest.mark.parametrize("code", REQUIRED)
def test_the_rows_page_lists_exactly_the_figure(demo, code):
    client = Client()
    client.force_login(demo["leader"])
    shown = Board(scope_of(demo["leader"]), DAY)[code]
    page = client.get(f"/figures/{code}/rows/")
    assert page.status_code == 200
    rows = scoped_rows(FIGURES[code], scope_of(demo["leader"]), DAY)
    assert row_count(page) == rows.count()
    csv = client.get(f"/figures/{code}/rows/?format=csv")
    body = b"".join(csv.streaming_content) if csv.streaming else csv.content
    lines = [line for line in body.decode("utf-8-sig").splitlines() if line]
    assert rows.count() <= len(lines)
    card = client.get(f"/figures/{code}/")
    assert figure(card, code) == str(shown.value)


@pytest.mark.parametrize("code", ["households", "buildings", "old_invested_wan", "paired_cadres"])
def test_a_breakdown_adds_up_to_its_figure(demo, code):
    scope = scope_of(demo["leader"])
    parts = count_by_division(FIGURES[code], DAY, scope)
    assert sum(part.value for part in parts.values()) == Board(scope, DAY)[code].value


def values_around(user, code, day):
    """The figure on the day before, on `day` and a week after it."""
    days = [day - timedelta(days=1), day, day + timedelta(weeks=1)]
    return [Board(scope_of(user), one)[code].value for one in days]


def test_ending_a_head_counts_from_that_day(demo):
    day = date(2021, 4, 20)
    before = values_around(demo["leader"], "courtyard_heads", day)
    headship = (
        Headship.objects.on(DAY).filter(courtyard__isnull=False, since__lt="2021-02-01").first()
    )
    headship.until = day
    headship.save()
    after = values_around(demo["leader"], "courtyard_heads", day)
    assert [a - b for a, b in zip(after, before, strict=True)] == [0, -1, -1]


def test_dissolving_a_branch_counts_from_that_day(demo):
    day = date(2021, 4, 20)
    before = values_around(demo["leader"], "courtyard_branches", day)
    branch = PartyOrganization.objects.courtyard_branches(date(2021, 2, 1)).courtyard_branches(DAY)
    branch = branch.first()
    branch.dissolved_on = day
    branch.save()
    after = values_around(demo["leader"], "courtyard_branches", day)
    assert [a - b for a, b in zip(after, before, strict=True)] == [0, -1, -1]
    assert BranchCoverage.objects.filter(organization=branch).exists()


def test_a_new_survey_counts_from_its_day(demo):
    day = date(2021, 4, 20)
    before = values_around(demo["leader"], "households", day)
    old = Survey.objects.filter(surveyed_on__lt=day).order_by("-surveyed_on", "-pk").first()
    Survey.objects.create(
        courtyard=old.courtyard,
        surveyed_on=day,
        buildings=old.buildings,
        households=old.households + 7,
        households_qualifier="about",
        residents=old.residents,
    )
    after = values_around(demo["leader"], "households", day)
    assert [a - b for a, b in zip(after, before, strict=True)] == [0, 7, 7]
    board = Board(scope_of(demo["leader"]), day)
    assert board["households"].text.startswith("约")


def test_a_corrected_reading_counts_from_the_correction(demo):
    from datetime import datetime
    from zoneinfo import ZoneInfo

    at = datetime(2021, 4, 30, 15, 0, tzinfo=ZoneInfo("Asia/Shanghai"))
    before = values_around(demo["leader"], "old_invested_wan", DAY)
    reading = (
        Reading.objects.filter(indicator__code="invested_wan", verified_on__isnull=False)
        .filter(project__kind="old_community")
        .latest_first()
        .first()
    )
    correct_reading(
        reading=reading,
        value=reading.value + 10,
        qualifier="exact",
        reason="发票重复登记，已核对",
        by=demo["old-hq"],
        at=at,
    )
    after = values_around(demo["leader"], "old_invested_wan", DAY)
    assert [a - b for a, b in zip(after, before, strict=True)] == [0, 10, 10]


def test_unknown_figures_and_wrong_dates_are_told_in_chinese(demo):
    client = Client()
    client.force_login(demo["leader"])
    assert client.get("/figures/nothing/").status_code == 404
    wrong = client.get("/figures/?on=2021-13-45")
    assert wrong.status_code == 400
    assert "2021-04-30" in wrong.content.decode()
    assert client.get("/figures/courtyards/?division=abc").status_code == 400
    assert client.get("/figures/courtyards/?division=999999").status_code == 404
