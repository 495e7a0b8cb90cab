"""Weekly and daily figures, patrols and Party organisations: stored, and then found unchanged."""

from collections import Counter
from datetime import date, timedelta
from decimal import Decimal

import pytest
from django.core.exceptions import ValidationError
from workbooks import SAMPLES, workbook

from ledgers import clock
from ledgers.bulk.writing import check_row
from ledgers.importing.apply import apply_outcome
from ledgers.importing.outcome import read_file
from ledgers.importing.undo import undo_import
from orgs.imports.permitted import KINDS
from projects.models import DemolitionRecord, Project, Reading, Report, Target
from volunteers.models import PatrolFinding, RoadChief, RoadPatrol

TODAY = date(2021, 4, 30)


def load(kind, content, **options):
    """What storing a workbook comes to."""
    outcome = read_file(KINDS[kind], content, "台账.xlsx", today=clock.today())
    outcome.batch = apply_outcome(outcome=outcome, **options)
    return outcome


def statuses(outcome):
    return [record.status for record in outcome.records]


def texts(outcome):
    return [problem.text for record in outcome.records for problem in record.problems]


def state(*models):
    """All rows of these tables, to be compared after an undo."""
    return {model: Counter(model.objects.values_list()) for model in models}


# -- weekly ----------------------------------------------------------------------------------------

WEEKLY = [
    "序号", "项目名称", "所属社区", "总投资(万元)", "累计完成投资(万元)", "形象进度(%)", "拆违面积(㎡)",
]  # fmt: skip


def weekly(project, invested, share, area="约5000", total=1000, day="2021年4月30日"):
    row = [1, project.name, project.division.name, total, invested, share, area]
    return workbook([[day], WEEKLY, row])


@pytest.fixture
def project(demo):
    """An old community whose report of this week is still owed, with nothing typed."""
    report = (
        Report.objects.filter(
            period__start=date(2021, 4, 26), project__kind="old_community", readings=None
        )
        .exclude(status__in=["filed", "approved"])
        .select_related("project__division")
        .first()
    )
    return report.project


def report_of(project):
    return Report.objects.get(project=project, period__start=date(2021, 4, 26))


def test_weekly_figures_become_a_draft(project):
    before = state(Reading, Report, Project)
    first = load("weekly", weekly(project, 9000, "77%"))
    assert (statuses(first), texts(first)) == (
        ["doubtful"],
        ["累计完成投资超过了总投资，请核对数字和单位。"],
    )
    stored = load("weekly", weekly(project, 999, "77%"))
    assert statuses(stored) == ["changed"], texts(stored)
    report = report_of(project)
    figures = {one.indicator.code: one for one in report.readings.select_related("indicator")}
    assert (report.status, figures["invested_wan"].value) == ("draft", Decimal(999))
    assert (figures["demolished_m2"].value, figures["demolished_m2"].qualifier) == (5000, "about")
    assert {one.verified_on for one in figures.values()} == {None}
    project.refresh_from_db()
    assert project.budget_wan == 1000
    again = load("weekly", weekly(project, 999, "77%"))
    assert (statuses(again), again.batch) == (["unchanged"], None)
    corrected = load("weekly", weekly(project, 998, "77%"))
    assert (statuses(corrected), corrected.records[0].changes) == (
        ["changed"], {"cumulative_wan": (999, 998)},
    )  # fmt: skip
    with pytest.raises(ValidationError, match="在导入之后又有变更"):
        undo_import(batch=stored.batch)
    undo_import(batch=corrected.batch)
    assert figures["invested_wan"].__class__.objects.get(pk=figures["invested_wan"].pk).value == 999
    undo_import(batch=stored.batch)  # what was taken back since then stands no longer in the way
    assert state(Reading, Report, Project) == before


@pytest.mark.parametrize(
    ("status", "words"), [("filed", "等待审核"), ("approved", "请由审核员在周报中更正")]
)
def test_what_is_handed_in_is_not_rewritten(demo, status, words):
    report = Report.objects.filter(project__kind="old_community", status=status).last()
    day = report.period.end.strftime("%Y年%m月%d日")
    before = state(Reading, Report)
    outcome = load("weekly", weekly(report.project, 999, "99%", "9999", day=day))
    assert statuses(outcome) == ["wrong"], texts(outcome)
    assert words in texts(outcome)[0]
    assert (outcome.batch, state(Reading, Report)) == (None, before)


def test_a_report_makes_no_project(demo):
    unknown = Project(name="没有的小区", division=Project.objects.first().division)
    head = "广场社区"
    content = workbook([["2021年4月30日"], WEEKLY, [1, unknown.name, head, 10, 5, "5%", 0]])
    outcome = load("weekly", content)
    assert "周报不新建项目" in texts(outcome)[0]
    with pytest.raises(ValidationError, match="没有入库：错误1行"):
        load("weekly", content, only_good=False)


def test_the_weekly_sample_twice(demo):
    content = (SAMPLES / "weekly.xlsx").read_bytes()
    first = load("weekly", content)
    again = load("weekly", content)
    assert first.batch is None or again.batch is None
    assert {"new", "changed"}.isdisjoint(statuses(again))


# -- daily -----------------------------------------------------------------------------------------

FRINGE = [
    "序号", "乡镇", "村", "组", "户外厕所应拆", "户外厕所已拆", "户外厕所当日拆", "私搭乱建处数", "私搭乱建面积", "私搭乱建当日",
]  # fmt: skip


def fringe(village, *rows, day="2021年4月29日"):
    place = village.division
    lines = [[n, place.parent.name, place.name, *row] for n, row in enumerate(rows, 1)]
    return workbook([[day], FRINGE, *lines])


@pytest.fixture
def village(demo):
    return (
        Project.objects.filter(kind="village", demolitions=None)
        .select_related("division__parent")
        .order_by("pk")
        .first()
        or Project.objects.filter(kind="village").select_related("division__parent").last()
    )


def test_daily_figures(village):
    DemolitionRecord.objects.filter(project=village).delete()
    tables = Reading, DemolitionRecord, Target
    before = state(*tables)
    row = [None, 300, 200, 5, 150, "约900", 3]
    first = load("fringe", fringe(village, row))
    assert statuses(first) == ["changed"], texts(first)
    toilets, structures = village.demolitions.order_by("kind")
    assert (toilets.places, toilets.demolished_on) == (5, date(2021, 4, 29))
    assert (structures.places, structures.area_m2, structures.area_qualifier) == (3, 900, "about")
    total = Reading.objects.get(
        project=village, day=date(2021, 4, 29), indicator__code="toilets_removed"
    )
    assert (total.value, total.report, total.verified_on) == (200, None, None)
    assert statuses(load("fringe", fringe(village, row))) == ["unchanged"]
    next_day = [None, 300, 204, 4, 150, "约930", 2]
    second = load("fringe", fringe(village, next_day, day="2021年4月30日"))
    assert village.demolitions.get(demolished_on=TODAY, kind="unauthorised").area_m2 == 30
    assert statuses(load("fringe", fringe(village, row))) == ["unchanged"]
    less = load("fringe", fringe(village, [None, 300, 204, 4, 150, 800, 2], day="2021年4月30日"))
    assert "累计面积比此前登记的" in texts(less)[0]
    undo_import(batch=second.batch)
    undo_import(batch=first.batch)
    assert state(*tables) == before
    with pytest.raises(ValidationError, match="不必重复"):
        undo_import(batch=first.batch)


def test_groups_of_a_village_are_added_up(village):
    DemolitionRecord.objects.filter(project=village).delete()
    rows = [["一组", 100, 60, 2, 10, 50, 0], ["二组", 200, 90, 3, 20, 70, 0]]
    assert statuses(load("fringe", fringe(village, *rows))) == ["changed", "changed"]
    assert village.demolitions.get(kind="outdoor_toilet").places == 5
    assert statuses(load("fringe", fringe(village, *rows))) == ["unchanged", "unchanged"]
    rows[1][2] = "90-95"
    rows[0][2] = 61
    outcome = load("fringe", fringe(village, *rows))
    assert statuses(outcome) == ["wrong", "doubtful"]
    assert "全村合计不全" in texts(outcome)[0]


def test_on_the_last_day_of_a_week_totals_are_the_report_s(village):
    Report.objects.filter(project=village, period__start=date(2021, 4, 19)).update(status="draft")
    sunday = date(2021, 4, 25)
    Reading.objects.filter(project=village, day=sunday).update(verified_on=None)
    row = [None, 300, 299, 0, 298, "2000", 0]
    first = load("fringe", fringe(village, row, day="2021年4月25日"))
    assert statuses(first) == ["changed"], texts(first)
    total = Reading.objects.get(project=village, day=sunday, indicator__code="toilets_removed")
    assert (total.value, total.report.status) == (299, "draft")
    assert statuses(load("fringe", fringe(village, row, day="2021年4月25日"))) == ["unchanged"]


def test_the_fringe_sample_twice(demo):
    content = (SAMPLES / "fringe.xlsx").read_bytes()
    first = load("fringe", content)
    again = load("fringe", content)
    assert {"new", "changed"}.isdisjoint(statuses(again))
    assert statuses(again).count("unchanged") >= statuses(first).count("changed")


# -- patrols ---------------------------------------------------------------------------------------

PATROLS = [
    "序号", "路段", "二级路长", "三级路长", "巡查时间", "问题描述", "类别", "责任单位", "整改时限", "完成时间", "是否销号",
]  # fmt: skip


@pytest.fixture
def chief(demo):
    return (
        RoadChief.objects.on(TODAY)
        .filter(level="third")
        .select_related("road", "person")
        .order_by("pk")
        .first()
    )


def patrol(chief, *rows):
    lines = [[n, chief.road.name, *row] for n, row in enumerate(rows, 1)]
    return workbook([["填报时间:2021.4.30"], PATROLS, *lines])


def test_patrols_with_their_findings(chief):
    tables = RoadPatrol, PatrolFinding
    before = state(*tables)
    name = chief.person.name
    rows = [
        [None, name, "2021.4.6", "示例垃圾未清", "洁", None, "2021.4.8", "2021.4.7", "√"],
        [None, name, "2021.4.6", "示例路灯不亮", "亮", None, "2021.4.9", None, "否"],
    ]
    first = load("patrols", patrol(chief, *rows))
    assert statuses(first) == ["new", "new"], texts(first)
    made = RoadPatrol.objects.get(findings__finding="示例垃圾未清")
    assert (made.chief, made.findings.count()) == (chief, 2)
    assert clock.local_day(made.patrolled_at) == date(2021, 4, 6)
    assert statuses(load("patrols", patrol(chief, *rows))) == ["unchanged", "unchanged"]
    rows[1][-2:] = ["2021.4.9", "是"]
    closing = load("patrols", patrol(chief, *rows))
    assert statuses(closing) == ["unchanged", "changed"]
    assert PatrolFinding.objects.get(finding="示例路灯不亮").closed_on == date(2021, 4, 9)
    rows[1][-2:] = [None, "否"]
    assert "已销号" in texts(load("patrols", patrol(chief, *rows)))[0]
    undo_import(batch=closing.batch)
    undo_import(batch=first.batch)
    assert state(*tables) == before


def test_a_patrol_appoints_nobody_and_knows_its_units(chief):
    rows = [
        [None, None, "2021.4.6", "示例乙事", "洁", "没有的局", None, None, "否"],
        [None, None, "2021.4.6", "示例丙事", "洁", None, None, None, "否"],
        [None, "示例外人", "2021.4.6", "示例甲事", "洁", None, None, None, "否"],
    ]
    outcome = load("patrols", patrol(chief, *rows))
    assert statuses(outcome) == ["wrong", "new", "wrong"]
    assert ["没有的局" in texts(outcome)[0], "路长台账" in texts(outcome)[1]] == [True, True]
    assert not PatrolFinding.objects.filter(finding="示例甲事").exists()


def test_a_patrol_of_a_day_to_come_is_doubted_and_not_stored(chief):
    rows = [
        [None, None, "2021.5.6", "示例甲事", "洁", None, None, None, "否"],
        [None, None, "2021.4.6", "示例乙事", "洁", None, "2021.4.5", None, "否"],
        [None, None, "2021.4.6", "示例丙事", "洁", None, "2021.5.6", None, "否"],
    ]
    outcome = load("patrols", patrol(chief, *rows))
    assert statuses(outcome) == ["doubtful", "doubtful", "new"]
    told = texts(outcome)
    assert "2021.5.6”晚于今天，请核对" in told[0] and "整改时限早于巡查时间" in told[1]
    ahead = workbook([["填报时间:2021.6.1"], PATROLS, [1, chief.road.name, *rows[0]]])
    assert statuses(load("patrols", ahead)) == ["doubtful"]
    assert not PatrolFinding.objects.filter(finding__in=["示例甲事", "示例乙事"]).exists()
    with pytest.raises(ValidationError, match="日期不能晚于今天"):
        check_row(RoadPatrol(chief=chief, patrolled_at=clock.now() + timedelta(days=1)))


def test_a_road_elsewhere_is_wrong(chief):
    content = patrol(chief, [None, None, "2021.4.6", "示例事", "洁", None, None, None, "否"])
    for within, status in (((chief.road.division_id[:6],), "new"), (("419999",), "wrong")):
        outcome = read_file(KINDS["patrols"], content, "台账.xlsx", today=TODAY, within=within)
        assert statuses(outcome) == [status]
