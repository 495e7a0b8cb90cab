"""The demo county: the article's totals and their neighbours come out of its rows."""

import re
from collections import Counter
from datetime import date, timedelta

import pytest
from demo_facts import (
    ARTICLE,
    TODAY,
    WEEK_AGO,
    branches,
    cadres,
    domain_models,
    latest_sum,
    surveys,
)
from django.apps import apps
from django.db.models import Count
from django.utils.timezone import localtime

from campaign.models import CampaignText
from courtyards.models import (
    BranchCoverage,
    BranchPairing,
    Courtyard,
    GroupCoverage,
    Headship,
    PairedCadre,
    SelfManagementCommittee,
    Survey,
)
from orgs.models import (
    Division,
    MemberCount,
    PartyOrganization,
    Person,
    Post,
    Secondment,
    User,
)
from projects.models import (
    DemolitionRecord,
    DemolitionRound,
    Evaluation,
    Milestone,
    Period,
    Problem,
    Project,
    Reading,
    Report,
    ReportStep,
    SupervisionOrder,
)
from volunteers.models import Activity, ContactDuty


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
    assert PartyOrganization.objects.find_problems() == ([], [], [], [], [])
    assert PartyOrganization.objects.of_kind("general_branch").filter(depth=1).count() == 20
    by_path = {o.path: o for o in PartyOrganization.objects.all()}
    step = PartyOrganization.steplen
    assert {by_path[b.path[:-step]].kind for b in branches()} == {"general_branch"}
    covered = set(BranchCoverage.objects.values_list("organization_id", "courtyard_id"))
    for coverage in GroupCoverage.objects.select_related("organization", "building"):
        branch = by_path[coverage.organization.path[:-step]]
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


# Made only when somebody needs them: rules of one's own, links for one use.
WHEN_NEEDED = {"CivicRule", "ProblemLink"}
SHOWN = [model for model in domain_models() if model.__name__ not in WHEN_NEEDED]


@pytest.mark.parametrize("model", SHOWN, ids=lambda model: model.__name__)
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


def test_the_road_far_behind_its_plan_has_been_so_for_weeks(demo):
    for weeks in range(3):
        day = TODAY - timedelta(weeks=weeks)
        road = (
            Project.objects.with_reading("progress_percent", day)
            .with_target("progress_percent", day)
            .get(name="桃贾路综合改造工程")
        )
        assert road.target - road.reading > 30


def test_history_tells_when_rows_came_about(demo):
    events = apps.get_model("courtyards", "HeadshipEvent").objects.order_by("pgh_created_at")
    days = [localtime(moment).date() for moment in events.values_list("pgh_created_at", flat=True)]
    assert days[0] < date(2020, 11, 1) and WEEK_AGO < days[-1] <= TODAY
    undated = apps.get_model("orgs", "DivisionEvent").objects.values_list("pgh_created_at")
    assert {localtime(moment).date() for (moment,) in undated} == {TODAY}


def test_history_holds_each_row_once(demo):
    for model in (Division, Courtyard, Reading, Report, PartyOrganization):
        event = apps.get_model(model._meta.app_label, f"{model.__name__}Event")
        loaded = event.objects.filter(
            pgh_label="insert", pgh_context__metadata__batch__startswith="载入示例数据:"
        )
        assert loaded.count() == model._base_manager.count()
