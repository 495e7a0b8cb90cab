"""The demo county: the article's totals come out of its rows, and the same seed gives the same rows."""

import re
from collections import Counter
from datetime import date, timedelta
from io import StringIO
from time import monotonic

import pytest
from django.apps import apps
from django.core.management import CommandError, call_command
from django.db import connection
from django.db.models import Count, Sum

from campaign.demo.numbers import apportion
from campaign.models import Campaign, CampaignText
from courtyards.models import (
    BranchCoverage,
    BranchPairing,
    Building,
    Courtyard,
    GroupCoverage,
    Headship,
    PairedCadre,
    SelfManagementCommittee,
    Survey,
)
from orgs.models import (
    Division,
    Grant,
    MemberCount,
    PartyOrganization,
    Person,
    Post,
    Secondment,
    Unit,
    User,
)
from projects.models import (
    DemolitionRecord,
    DemolitionRound,
    Evaluation,
    Milestone,
    Period,
    Problem,
    Programme,
    Project,
    Reading,
    Report,
    ReportStep,
    SupervisionOrder,
)
from volunteers.models import Activity, ContactDuty, Team

TODAY = date(2021, 4, 30)
WEEK_AGO = date(2021, 4, 23)
APPS = ("orgs", "courtyards", "projects", "volunteers", "campaign")
# Rows that only use of the portal leaves behind.
LEFT_BY_USE = {"PhoneReveal"}


def latest_sum(kind: str, indicator: str, day=TODAY):
    """Sum over projects of a kind of the latest verified value of an indicator."""
    projects = Project.objects.of_kind(kind).with_reading(indicator, day)
    return sum(project.reading or 0 for project in projects)


def domain_models():
    """Every model of ours that holds the county's data."""
    for model in apps.get_models():
        is_event = hasattr(model, "pgh_tracked_model")
        if model._meta.app_label in APPS and not is_event and model.__name__ not in LEFT_BY_USE:
            yield model


def digest() -> dict[str, str]:
    """A fingerprint of every table of the county, links included."""
    tables = {m._meta.db_table: m._meta.pk.column for m in domain_models()}
    for model in domain_models():
        for many in model._meta.local_many_to_many:
            through = many.remote_field.through
            tables[through._meta.db_table] = through._meta.pk.column
    found = {}
    with connection.cursor() as cursor:
        for table, key in sorted(tables.items()):
            cursor.execute(f"SELECT md5(string_agg(t::text, '|' ORDER BY {key})) FROM {table} t")  # noqa: S608
            found[table] = cursor.fetchone()[0]
    return found


def empty_tables():
    """Empties the county's tables; the caller's transaction is rolled back afterwards."""
    tables = ", ".join(model._meta.db_table for model in domain_models())
    with connection.cursor() as cursor:
        cursor.execute(f"TRUNCATE {tables} CASCADE")


def surveys():
    return Courtyard.objects.on(TODAY).with_survey(TODAY)


def branches():
    return PartyOrganization.objects.courtyard_branches(TODAY)


def cadres():
    return PairedCadre.objects.on(TODAY)


def demonstration_days():
    return DemolitionRecord.objects.filter(
        round__project__is_demonstration=True, round__project__kind="village"
    )


ARTICLE = {
    "streets": (2, lambda: surveys().values("division__parent").distinct().count()),
    "communities": (20, lambda: surveys().values("division").distinct().count()),
    "courtyards": (224, lambda: surveys().count()),
    "buildings surveyed": (1330, lambda: surveys().aggregate(n=Sum("surveyed_buildings"))["n"]),
    "buildings": (1330, lambda: Building.objects.on(TODAY).count()),
    "households": (36149, lambda: surveys().aggregate(n=Sum("households"))["n"]),
    "residents": (98036, lambda: surveys().aggregate(n=Sum("residents"))["n"]),
    "branches": (97, lambda: branches().count()),
    "groups": (207, lambda: PartyOrganization.objects.building_groups(TODAY).count()),
    "courtyard heads": (
        224,
        lambda: Headship.objects.on(TODAY).filter(courtyard__isnull=False).count(),
    ),
    "building heads": (
        264,
        lambda: Headship.objects.on(TODAY).filter(building__isnull=False).count(),
    ),
    "committees": (97, lambda: SelfManagementCommittee.objects.on(TODAY).count()),
    "units": (69, lambda: Unit.objects.filter(kind="organ").paired_on(TODAY).count()),
    "cadres": (221, lambda: cadres().values("person").distinct().count()),
    "cadres with two": (
        3,
        lambda: cadres().values("person").annotate(n=Count("pk")).filter(n=2).count(),
    ),
    "section-level cadres": (
        20,
        lambda: cadres().filter(capacity="section").values("person").distinct().count(),
    ),
    "temporary general branches": (
        1,
        lambda: PartyOrganization.objects.on(TODAY).of_kind("temp_general_branch").count(),
    ),
    "temporary branches": (
        5,
        lambda: PartyOrganization.objects.on(TODAY).of_kind("temp_branch").count(),
    ),
    "commando teams": (13, lambda: Team.objects.on(TODAY).filter(kind="commando").count()),
    "fringe villages": (46, lambda: Project.objects.on(TODAY).of_kind("village").count()),
    "fringe towns": (
        3,
        lambda: Project.objects.of_kind("village").values("division__parent").distinct().count(),
    ),
    "village removals": (216, lambda: demonstration_days().aggregate(n=Sum("places"))["n"]),
    "village days": (12, lambda: demonstration_days().values("demolished_on").distinct().count()),
    "old communities": (
        20,
        lambda: Project.objects.of_kind("old_community").started(TODAY).count(),
    ),
    "old communities with Party": (
        20,
        lambda: Project.objects.of_kind("old_community").with_organization(TODAY).count(),
    ),
    "old communities effective": (
        6,
        lambda: Project.objects.of_kind("old_community").effective(TODAY).count(),
    ),
    "invested": (2497, lambda: latest_sum("old_community", "invested_wan")),
    "demolished": (3000, lambda: latest_sum("old_community", "demolished_m2")),
    "parking roads": (21, lambda: Project.objects.on(TODAY).of_kind("parking_road").count()),
    "parking spaces": (2600, lambda: latest_sum("parking_road", "parking_spaces")),
    "garages": (21, lambda: Project.objects.of_kind("garage").started(TODAY).count()),
    "road length": (1200, lambda: latest_sum("road_section", "road_length_m")),
    "road width": (50, lambda: latest_sum("road_section", "road_width_m")),
    "volunteer teams": (13, lambda: Team.objects.on(TODAY).filter(kind="volunteer").count()),
    "programmes": (5, lambda: Programme.objects.on(TODAY).count()),
}


@pytest.mark.parametrize("name", ARTICLE)
def test_the_article_comes_out_of_rows(demo, name):
    expected, count = ARTICLE[name]
    assert count() == expected


def test_seconded_by_rank(demo):
    seconded = Secondment.objects.on(TODAY).filter(to_unit__kind="campaign_office")
    assert Counter(seconded.values_list("rank", flat=True)) == {
        "deputy_county": 7,
        "section": 15,
        "member": 51,
    }


def test_branches_are_alone_or_joint_and_cover_what_they_should(demo):
    sizes = {
        branch.pk: (branch.formation, n, branch.formation_partners.count())
        for branch in branches()
        for n in [BranchCoverage.objects.on(TODAY).filter(organization=branch).count()]
    }
    independent = [size for size in sizes.values() if size[0] == "independent"]
    joint = [size for size in sizes.values() if size[0] == "joint"]
    assert (len(independent), len(joint)) == (61, 36)
    assert all(n == 1 for _, n, _ in independent)
    assert all(n in (2, 3) or (n == 1 and partners) for _, n, partners in joint)
    assert set(branches().values_list("kind", "formation")) == {
        ("branch", "independent"),
        ("joint_branch", "joint"),
    }
    assert (
        not BranchCoverage.objects.on(TODAY)
        .values("courtyard")
        .annotate(n=Count("pk"))
        .filter(n__gt=1)
    )


def test_branches_and_committees_are_two_choices_of_courtyards(demo):
    courtyards = Courtyard.objects.on(TODAY).with_organization(TODAY)
    found = Counter(courtyards.values_list("has_branch", "has_committee"))
    assert set(found) == {(True, True), (True, False), (False, True), (False, False)}
    assert courtyards.filter(has_head=True, has_cadre=True).count() == 224


def test_the_tree_is_sound_and_has_three_levels(demo):
    assert PartyOrganization.find_problems() == ([], [], [], [], [])
    assert PartyOrganization.objects.of_kind("general_branch").filter(depth=1).count() == 20
    parents = {b.get_parent().kind for b in branches()}
    assert parents == {"general_branch"}
    covered = set(BranchCoverage.objects.values_list("organization_id", "courtyard_id"))
    for coverage in GroupCoverage.objects.select_related("organization", "building"):
        branch = coverage.organization.get_parent()
        assert (branch.pk, coverage.building.courtyard_id) in covered
        assert branch.division_id == coverage.building.division_id


def test_every_courtyard_has_one_cadre_and_every_unit_sends_some(demo):
    per_courtyard = cadres().values("courtyard").annotate(n=Count("pk"))
    assert Counter(row["n"] for row in per_courtyard) == {1: 224}
    assert cadres().values("unit").distinct().count() == 69
    assert all(c.person.unit_id == c.unit_id for c in cadres().select_related("person"))
    assert BranchPairing.objects.on(TODAY).exclude(organization__in=branches()).count() == 0


def test_soft_figures_stay_soft(demo):
    def qualifiers(indicator):
        readings = Reading.objects.filter(indicator__code=indicator)
        return set(readings.values_list("qualifier", flat=True))

    assert qualifiers("parking_spaces") == {"exact", "at_least"}
    assert qualifiers("demolished_m2") == {"exact", "at_least"}
    assert qualifiers("road_length_m") == {"exact"}
    assert qualifiers("road_width_m") == {"nearly"}
    assert set(surveys().values_list("households_qualifier", "residents_qualifier")) == {
        ("exact", "exact")
    }
    first = Survey.objects.filter(surveyed_on__lt=date(2020, 11, 1))
    assert {"about", "nearly", "at_least"} <= set(
        first.values_list("households_qualifier", flat=True)
    )


def test_the_demonstration_village(demo):
    round_ = DemolitionRound.objects.get(project__is_demonstration=True)
    assert round_.members_first == 64
    assert (round_.until - round_.since).days == 12
    meeting = Activity.objects.get(
        kind="members_meeting", division=round_.project.division, participants=64
    )
    assert meeting.held_on < round_.since
    assert DemolitionRecord.objects.exclude(round=round_).filter(project__kind="village").exists()
    weekly = Project.objects.filter(pk=round_.project_id)
    places = sum(
        weekly.with_reading(code, TODAY).get().reading
        for code in ("toilets_removed", "structures_removed")
    )
    assert places == 216


def test_works_that_began_on_the_fourth_day_of_the_year(demo):
    starts = Milestone.objects.filter(stage="start", note="正月初四")
    assert set(starts.values_list("project__name", "actual_on")) == {
        ("莲花街廊道绿化工程", date(2021, 2, 15)),
        ("桃贾路综合改造工程", date(2021, 2, 15)),
    }


def test_leading_posts_of_headquarters_and_towns(demo):
    for kinds, count in ((["headquarters"], 5), (["town", "street"], 14)):
        for role in ("lead", "executive"):
            assert Post.objects.on(TODAY).filter(unit__kind__in=kinds, role=role).count() == count
    top = PartyOrganization.objects.get(kind="temp_general_branch")
    roles = Counter(top.posts.on(TODAY).values_list("role", flat=True))
    assert roles == {"secretary": 1, "deputy_secretary": 1, "committee_member": 5}


def test_lines_stand_as_planned_and_as_they_are(demo):
    expected = {
        "roads": (62, 65),
        "urban_fringe": (54, 70),
        "old_neighbourhoods": (71, 68),
        "refined_management": (48, 60),
    }
    for line, (actual, planned) in expected.items():
        rows = [
            project
            for project in Project.objects.filter(programme__line=line)
            .with_reading("progress_percent", TODAY)
            .with_target("progress_percent", TODAY)
            if project.reading is not None
        ]
        assert sum(p.reading for p in rows) / len(rows) == actual
        assert sum(p.target for p in rows) / len(rows) == planned


def test_the_last_week_against_the_week_before(demo):
    def heads(day):
        return Headship.objects.on(day).filter(building__isnull=False).count()

    def committees(day):
        return SelfManagementCommittee.objects.on(day).count()

    assert heads(TODAY) - heads(WEEK_AGO) == 18
    assert committees(TODAY) - committees(WEEK_AGO) == 5
    assert latest_sum("old_community", "invested_wan", WEEK_AGO) == 2334
    assert Problem.objects.open_on(TODAY).count() == 38
    assert Problem.objects.open_on(WEEK_AGO).count() == 45
    assert Problem.objects.overdue_on(TODAY).count() == 4
    assert SupervisionOrder.objects.overdue_on(TODAY).count() == 2


def test_trends_rise_over_the_weeks(demo):
    fridays = [TODAY - timedelta(weeks=back) for back in (25, 17, 9, 1, 0)]
    for count in (
        lambda day: Headship.objects.on(day).filter(building__isnull=False).count(),
        lambda day: Headship.objects.on(day).filter(courtyard__isnull=False).count(),
        lambda day: PartyOrganization.objects.courtyard_branches(day).count(),
        lambda day: PairedCadre.objects.on(day).count(),
        lambda day: latest_sum("old_community", "invested_wan", day),
    ):
        values = [count(day) for day in fridays]
        assert values == sorted(values) and values[0] < values[-1]
    assert Courtyard.objects.on(fridays[0]).count() == 224


def test_weeks_and_reports(demo):
    periods = list(Period.objects.order_by("start"))
    assert len(periods) == 26
    assert periods[0].start == date(2020, 11, 2)
    assert (periods[-1].year, periods[-1].number) == (2021, 17)
    assert periods[-1].due_at.isoformat() == "2021-04-30T09:00:00+00:00"
    last = Report.objects.filter(period=periods[-1])
    assert {"due", "draft", "filed", "returned", "approved"} == set(
        last.values_list("status", flat=True)
    )
    for street in ("410182001", "410182002"):
        assert (
            last.within(street).filter(status="filed", project__kind="old_community").count() >= 2
        )
    assert ReportStep.objects.filter(taken_on__gt=TODAY).count() == 0
    assert Report.objects.overdue(TODAY).count() > 0
    unverified = Reading.objects.filter(verified_on=None)
    assert set(unverified.values_list("report__status", flat=True)) == {
        "filed",
        "returned",
        "draft",
    }
    returned = ReportStep.objects.filter(action="returned", report__period=periods[-1])
    assert all(step.indicator and re.search(r"\d.*\d", step.reason) for step in returned)
    assert ReportStep.objects.filter(action="corrected").count() == 1


def test_the_report_that_the_browser_test_files_is_owed(demo):
    project = Project.objects.with_reading("invested_wan", TODAY).get(name="永丰巷小区")
    assert project.division_id == "410182001001"
    assert project.reading == 300
    report = project.reports.get(period__start=date(2021, 4, 26))
    assert report.status == "due" and not report.steps.exists() and not report.readings.exists()
    assert project.reading_day == date(2021, 4, 25)


def test_approved_reports_have_verified_readings_and_the_other_way_round(demo):
    approved = Reading.objects.filter(report__status="approved")
    assert not approved.filter(verified_on=None).exists()
    assert not Reading.objects.filter(verified_on__gt=TODAY).exists()
    steps = {step.report_id: step.action for step in ReportStep.objects.order_by("taken_at", "pk")}
    for pk, status in Report.objects.values_list("pk", "status"):
        last = {"corrected": "approved"}.get(steps.get(pk), steps.get(pk))
        assert last == (None if status in ("due", "draft") else status)


def test_contact_duties_in_all_tiers_and_effects_in_all_kinds(demo):
    tiers = set(ContactDuty.objects.on(TODAY).values_list("tier", flat=True))
    assert tiers == set(ContactDuty.Tier.values)
    assert set(CampaignText.objects.values_list("kind", flat=True)) == set(CampaignText.Kind.values)
    assert {"good", "fair"} == set(Evaluation.objects.values_list("verdict", flat=True))
    assert MemberCount.objects.filter(full_members__lt=3).count() >= 2
    assert PartyOrganization.objects.without_secretary(TODAY).count() > 0
    assert PartyOrganization.objects.filter(dissolved_on__isnull=False).count() == 2


@pytest.mark.parametrize("model", domain_models(), ids=lambda model: model.__name__)
def test_no_model_is_left_without_rows(demo, model):
    assert model._base_manager.exists()


def test_persons_are_evidently_invented(demo):
    people = Person.objects.values_list("name", "phone")
    assert all(re.fullmatch(r".示例.", name) for name, _ in people)
    assert all(re.fullmatch(r"1380000\d{4}", phone) for _, phone in people)
    assert len({phone for _, phone in people}) == len({name for name, _ in people}) == len(people)


def test_every_row_is_one_that_a_form_would_accept(demo):
    for model in domain_models():
        if model is not User:
            links = [field.name for field in model._meta.fields if field.is_relation]
            for row in model._base_manager.order_by("pk")[:400]:
                row.clean_fields(exclude=links)
                row.clean()


def test_history_holds_each_row_once(demo):
    for model in (Division, Courtyard, Reading, Report, PartyOrganization):
        event = apps.get_model(model._meta.app_label, f"{model.__name__}Event")
        loaded = event.objects.filter(pgh_label="insert", pgh_context__metadata__source="load_demo")
        assert loaded.count() == model._base_manager.count()


def test_the_same_seed_gives_the_same_rows(demo):
    before = digest()
    empty_tables()
    started = monotonic()
    call_command("load_demo", stdout=StringIO())
    assert monotonic() - started < 60
    assert digest() == before
    with connection.cursor() as cursor:
        cursor.execute("SET CONSTRAINTS ALL IMMEDIATE")
    unit = Unit.objects.create(name="序列", kind="organ", division_id="410182")
    assert unit.pk > 100


def test_another_seed_gives_other_rows_and_the_same_article(demo):
    before = digest()
    empty_tables()
    call_command("load_demo", seed=7, stdout=StringIO())
    after = digest()
    assert after["courtyards_survey"] != before["courtyards_survey"]
    assert after["orgs_division"] == before["orgs_division"]
    with connection.cursor() as cursor:
        cursor.execute("SET CONSTRAINTS ALL IMMEDIATE")
    assert {name: count() for name, (_, count) in ARTICLE.items()} == {
        name: expected for name, (expected, _) in ARTICLE.items()
    }
    assert PartyOrganization.find_problems() == ([], [], [], [], [])


def test_a_second_run_changes_nothing(demo):
    before = digest()
    out = StringIO()
    call_command("load_demo", stdout=out)
    call_command("load_demo", if_empty=True, stdout=out)
    assert digest() == before
    assert out.getvalue().count("nothing changed") == 2


def test_it_keeps_away_from_real_data(county, settings):
    with pytest.raises(CommandError, match="已有区划数据"):
        call_command("load_demo")
    call_command("load_demo", if_empty=True, stdout=StringIO())
    Campaign.objects.create(county=county, name="专项行动", full_name="专项行动", started_on=TODAY)
    with pytest.raises(CommandError, match="正式数据"):
        call_command("load_demo")
    settings.DEMO = False
    for command in ("load_demo", "demo_accounts"):
        with pytest.raises(CommandError, match="演示"):
            call_command(command)


def test_accounts_open_with_one_password(demo, monkeypatch, client):
    monkeypatch.setenv("DEMO_PASSWORD", "a-pass-word-1")
    assert not any(user.has_usable_password() for user in User.objects.filter(is_demo=True))
    out = StringIO()
    call_command("demo_accounts", stdout=out)
    users = {user.username: user for user in User.objects.filter(is_demo=True)}
    assert set(users) == {
        *("leader", "orgdept", "roads-hq", "fringe-hq", "old-hq", "suohe", "suohe-review"),
        *("jingcheng", "jingcheng-review", "laocheng", "auditor", "admin"),
    }
    assert all(user.check_password("a-pass-word-1") for user in users.values())
    assert [u.username for u in users.values() if u.is_superuser and u.is_staff] == ["admin"]
    assert "a-pass-word-1" in out.getvalue() and "填报员@索河街道" in out.getvalue()
    assert client.login(username="suohe", password="a-pass-word-1")
    roads = Grant.objects.filter(user=users["roads-hq"]).values_list("role", "division_id", "line")
    assert set(roads) == {("reporter", "410182", "roads"), ("reviewer", "410182", "roads")}


def test_accounts_a_second_time_write_nothing(demo, monkeypatch):
    monkeypatch.setenv("DEMO_PASSWORD", "a-pass-word-1")
    call_command("demo_accounts", stdout=StringIO())
    before = digest()
    call_command("demo_accounts", stdout=StringIO())
    assert digest() == before
    monkeypatch.setenv("DEMO_PASSWORD", "another-word-2")
    call_command("demo_accounts", stdout=StringIO())
    assert User.objects.get(username="leader").check_password("another-word-2")


def test_accounts_without_the_county_or_beside_a_namesake(db, demo_database, monkeypatch):
    monkeypatch.delenv("DEMO_PASSWORD", raising=False)
    out = StringIO()
    call_command("demo_accounts", stdout=out)
    password = out.getvalue().strip().rsplit(" ", 1)[1]
    assert len(password) >= 12 and User.objects.get(username="admin").check_password(password)
    User.objects.filter(username="admin").update(is_demo=False)
    with pytest.raises(CommandError, match="同名"):
        call_command("demo_accounts")
    empty_tables()
    with pytest.raises(CommandError, match="尚未装载"):
        call_command("demo_accounts")


def test_parts_add_up():
    assert apportion(10, [1, 1, 1]) == [4, 3, 3]
    assert apportion(7, [0, 5, 1], minimum=1) == [1, 5, 1] or sum(apportion(7, [0, 5, 1], 1)) == 7
    with pytest.raises(ValueError, match="cannot give"):
        apportion(2, [1, 1, 1], minimum=1)
