"""Compared with a full county: what projects, villages and branches hold already."""

from datetime import date

import pytest
from django.db.models import Sum
from workbooks import SAMPLES, workbook

from ledgers import clock
from ledgers.importing.outcome import read_file
from orgs.imports.permitted import KINDS
from orgs.models import PartyOrganization
from projects.models import Indicator, Project, Reading
from volunteers.models import PatrolFinding

TODAY = date(2021, 4, 30)


def outcome_of(kind, content, name="台账.xlsx"):
    return read_file(KINDS[kind], content, name, today=clock.today())


def latest(project, code):
    return (
        Reading.objects.filter(project=project, indicator__code=code)
        .known_on(TODAY)
        .latest_first()
        .first()
    )


@pytest.fixture
def village(demo):
    return (
        Project.objects.filter(kind="village")
        .select_related("division__parent")
        .order_by("pk")
        .first()
    )


def fringe(village, removed, structures):
    head = [
        "序号",
        "乡镇",
        "村",
        "户外厕所应拆",
        "户外厕所已拆",
        "户外厕所当日拆",
        "私搭乱建处数",
        "私搭乱建面积",
    ]
    toilets = Indicator.objects.get(code="toilets_removed")
    due = village.targets.filter(indicator__code="toilets_removed").order_by("due_on").last()
    due = due or village.targets.create(indicator=toilets, due_on=date(2021, 12, 31), value=999)
    own = village.demolitions.filter(demolished_on__lte=TODAY)
    today = own.filter(kind="outdoor_toilet", demolished_on=TODAY).aggregate(n=Sum("places"))["n"]
    area = own.filter(kind="unauthorised").aggregate(m2=Sum("area_m2"))["m2"]
    place = village.division
    row = [1, place.parent.name, place.name, due.value, removed, today or 0, structures, area or 0]  # fmt: skip
    return workbook([["2021年4月30日"], head, row])


def test_villages_hold_what_was_verified(village):
    toilets, structures = latest(village, "toilets_removed"), latest(village, "structures_removed")
    (same,) = outcome_of(
        "fringe", fringe(village, int(toilets.value), int(structures.value))
    ).records
    assert same.status == "unchanged"
    (more,) = outcome_of(
        "fringe", fringe(village, int(toilets.value) + 1, int(structures.value))
    ).records
    assert more.changes == {"toilets_removed": (int(toilets.value), int(toilets.value) + 1)}


def test_a_total_that_falls_is_doubtful(demo):
    project = (
        Project.objects.filter(kind="old_community")
        .select_related("division")
        .order_by("pk")
        .first()
    )
    invested, share = (
        latest(project, "invested_wan").value,
        latest(project, "progress_percent").value,
    )
    head = ["序号", "项目名称", "所属社区", "累计完成投资(万元)", "形象进度(%)"]

    def read(money):
        row = [1, project.name, project.division.name, float(money), f"{share}%"]
        return outcome_of("weekly", workbook([["2021年4月30日"], head, row])).records[0]

    assert read(invested).status == "unchanged"
    assert read(invested + 1).status == "changed"
    assert [problem.key for problem in read(invested - 1).problems] == ["cumulative_wan"]


def test_the_samples_meet_the_county(demo):
    """Every row finds its status; the samples' places are the county's own."""
    for kind in ("courtyards", "pairings", "weekly", "fringe"):
        outcome = outcome_of(kind, (SAMPLES / f"{kind}.xlsx").read_bytes())
        assert sum(outcome.counts.values()) == len(outcome.records)
        assert outcome.counts["wrong"] == 0


def test_a_branch_as_it_stands(demo):
    branch = (
        PartyOrganization.objects.on(TODAY)
        .of_kind("branch")
        .filter(courtyard_coverages__isnull=False)
        .first()
    )
    covered = branch.courtyard_coverages.on(TODAY).values_list("courtyard__name", flat=True)
    head = ["序号", "社区党总支", "楼院党支部名称", "组建方式", "覆盖楼院", "成立时间"]
    row = [
        1,
        branch.division.name,
        branch.name,
        branch.get_formation_display(),
        "、".join(covered),
        branch.established_on,
    ]
    (record,) = outcome_of("party_organizations", workbook([head, row])).records
    assert (record.status, record.problems) == ("unchanged", [])


def test_a_finding_as_it_stands(demo):
    one = PatrolFinding.objects.select_related("patrol__chief__road").filter(closed_on=None).first()
    head = ["序号", "路段", "巡查时间", "问题描述", "类别", "整改时限"]
    patrol = one.patrol
    row = [
        1,
        patrol.chief.road.name,
        clock.local_day(patrol.patrolled_at),
        one.finding,
        one.get_aspect_display(),
        one.due_on,
    ]
    (record,) = outcome_of("patrols", workbook([head, row])).records
    assert (record.status, record.problems) == ("unchanged", [])
