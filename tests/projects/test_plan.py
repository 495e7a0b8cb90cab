"""Plan against actual: stages, moved plans, curves, lights, money, demolition, satisfaction."""

from datetime import date, timedelta
from decimal import Decimal

import pytest
from django.core.exceptions import ValidationError
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.urls import reverse
from pages import inline

from ledgers.query_cache import forget
from projects import lights
from projects.models import (
    DemolitionCase,
    DemolitionRecord,
    Indicator,
    Milestone,
    MoneySheet,
    Project,
    Reading,
    Target,
)
from projects.overviews.totals import money_page
from projects.plan.curve import curve_panel
from projects.plan.results import count_spaces, record_satisfaction
from projects.plan.schedule import standings
from projects.plan.services import move_plan, plan_stages, reach_stage
from projects.sites.services import advance_case, raise_dispute, resolve_dispute
from projects.stages import PHASES, STAGES

TODAY = date(2021, 4, 30)


def day(month: int, number: int) -> date:
    return date(2021, month, number)


def standing(project, on=TODAY):
    return standings(Project.objects.filter(pk=project.pk), on)[0]


def refused(error) -> str:
    return "；".join(error.value.messages)


@pytest.fixture
def planned(make_project):
    """An old community whose first seven stages are planned, a month each."""
    project = make_project("计划小区")
    stages = [s.code for s in STAGES["old_community"]][:8]
    plan_stages(project=project, days={s: day(i, 10) for i, s in enumerate(stages, 1)})
    return project


@pytest.fixture
def progress(db):
    return Indicator.objects.create(
        code="progress_percent", name="形象进度", unit="%", position=9, since=date(2020, 1, 1)
    )


def test_stages_of_every_kind_share_out_all_points_and_have_a_column():
    columns = set().union(*(stages for _, _, stages in PHASES))
    assert set(STAGES) == set(Project.Kind.values)
    assert len(STAGES["old_community"]) == 12
    for kind, stages in STAGES.items():
        assert sum(stage.points for stage in stages) == 100, kind
        codes = [stage.code for stage in stages]
        assert codes == sorted(codes, key=Milestone.Stage.values.index)
        assert columns >= set(codes)


def test_a_plan_is_made_in_order_moved_with_reason_and_remembered(planned):
    with pytest.raises(ValidationError) as error:
        plan_stages(project=planned, days={"acceptance": day(1, 1)})
    assert "计划日期" in refused(error)
    tender = planned.milestones.get(stage="tender")
    for values, words in (
        ({"planned_on": day(5, 20), "reason": ""}, "请写明调整原因"),
        ({"planned_on": day(5, 10), "reason": "示例"}, "无需调整"),
        ({"planned_on": day(1, 20), "reason": "示例"}, "不能早于"),
        ({"planned_on": day(7, 20), "reason": "示例"}, "不能晚于"),
    ):
        with pytest.raises(ValidationError) as error:
            move_plan(milestone=tender, on=day(4, 20), **values)
        assert words in refused(error)
    move_plan(milestone=tender, planned_on=day(5, 20), reason="管线迁改", on=day(4, 20))
    move_plan(milestone=tender, planned_on=day(5, 25), reason="再顺延", on=day(4, 25))
    with pytest.raises(ValidationError):
        move_plan(milestone=tender, planned_on=day(5, 27), reason="倒填", on=day(4, 1))

    def plan(on):
        return next(m for m in standing(planned, on).marks if m.stage == "tender")

    assert [plan(on).planned for on in (day(4, 19), day(4, 20), day(4, 25))] == [
        day(5, 10),
        day(5, 20),
        day(5, 25),
    ]
    assert plan(TODAY).first_planned == day(5, 10) and plan(TODAY).moved_days == 15


def test_stages_are_reached_in_order_or_with_a_reason(planned):
    survey, consent, approval = (
        planned.milestones.get(stage=s) for s in ("survey", "consent", "approval")
    )
    with pytest.raises(ValidationError) as error:
        reach_stage(milestone=survey, actual_on=day(5, 1), today=TODAY)
    assert "不能晚于今天" in refused(error)
    with pytest.raises(ValidationError) as error:
        reach_stage(milestone=approval, actual_on=day(3, 12), today=TODAY)
    assert "摸排、意愿征求" in refused(error)
    row = reach_stage(
        milestone=approval, actual_on=day(3, 12), today=TODAY, skip_reason="随片区一并立项"
    )
    assert row.skip_reason == "随片区一并立项"
    with pytest.raises(ValidationError) as error:
        reach_stage(milestone=consent, actual_on=day(3, 20), today=TODAY)
    assert "晚于“立项与资金”" in refused(error)
    with pytest.raises(ValidationError):
        reach_stage(milestone=row, actual_on=day(3, 12), today=TODAY)
    found = standing(planned)
    assert found.last.stage == "approval" and found.last.late_days == 2
    assert found.coming.stage == "design" and found.phase == "prepare"
    assert standing(planned, day(3, 11)).last is None


def test_progress_follows_the_stages_or_the_plans_own_points(planned, progress):
    # Tender ends on May 10 with 10 points, the start on June 10 with 12.
    assert standing(planned, day(5, 10)).planned_percent == 10
    assert standing(planned, day(6, 10)).planned_percent == 12
    assert standing(planned, day(7, 10)).planned_percent == 85
    assert 12 < standing(planned, day(6, 25)).planned_percent < 85
    assert standing(planned, day(12, 1)).planned_percent == 100
    Target.objects.create(project=planned, indicator=progress, due_on=day(4, 23), value=60)
    assert standing(planned).planned_percent == 60


def test_every_light_says_why_and_the_worst_one_counts(planned, progress):
    Target.objects.create(project=planned, indicator=progress, due_on=day(4, 23), value=60)
    Reading.objects.create(
        project=planned, indicator=progress, day=day(4, 11), value=29, verified_on=day(4, 12)
    )
    found = dict(standing(planned).lights)
    assert (found["进度"].colour, found["进度"].why) == ("red", "形象进度低于计划31个百分点")
    assert (found["节点"].colour, found["节点"].why) == ("red", "摸排已超计划110天")
    assert (found["数据"].colour, found["数据"].why) == ("red", "数据已19天未更新")
    light = standing(planned).light
    assert light.colour == "red" and light.why.count("；") == 2
    start = lights.stage_light("开工", True, day(2, 1), TODAY)
    assert start.colour == "amber" and start.why == "开工已超计划88天"
    assert lights.stage_light("开工", True, day(1, 30), TODAY).colour == "red"
    assert lights.stage_light("设计", False, day(4, 16), TODAY).colour == "amber"
    assert lights.stage_light("设计", False, day(4, 15), TODAY).colour == "red"
    assert lights.investment_light(Decimal(69), Decimal(100)).why == "投资低于计划31%"
    assert lights.investment_light(Decimal(70), Decimal(100)).colour == "amber"
    assert lights.worst([lights.Light("grey", "未知"), lights.Light("green", "好")]).why == "好"
    colours = Project.objects.with_light(TODAY).values_list("light", flat=True)
    assert list(colours) == [found["进度"].colour]


def test_the_curve_keeps_reported_and_verified_apart(make_report, progress):
    report = make_report("乙小区")
    report.status = "filed"
    report.save()
    project = report.project
    for on, value, verified, of in (
        (day(4, 18), 40, day(4, 19), None),
        (day(5, 2), 55, None, report),
    ):
        Reading.objects.create(
            project=project,
            indicator=progress,
            day=on,
            value=value,
            verified_on=verified,
            report=of,
        )

    class Page:
        obj, on = project, TODAY

    curve = curve_panel(Page)
    assert [(w.day, w.reported, w.verified) for w in curve.weeks] == [
        (day(5, 2), Decimal(55), None),
        (day(4, 18), Decimal(40), Decimal(40)),
    ]
    assert [value for _, _, value in curve.waiting] == [Decimal(55)]
    assert curve.says == "核定40%"


def test_money_adds_up_or_says_why(make_project, leader, indicators, as_user):
    project, other = make_project(), make_project("乙小区", "410182002001")
    sheet = MoneySheet(
        project=project,
        as_of=day(3, 31),
        total_wan=Decimal("100.0001"),
        county_wan=Decimal("60"),
        city_wan=Decimal("40.0001"),
        contracted_wan=Decimal("90"),
        paid_wan=Decimal("30"),
    )
    sheet.full_clean()
    sheet.save()
    later = MoneySheet(project=project, as_of=day(4, 20), total_wan=120, county_wan=100)
    later.contracted_wan, later.paid_wan = Decimal(130), Decimal(121)
    with pytest.raises(ValidationError) as error:
        later.full_clean()
    assert "来源合计比总投资少20万元；已签合同比总投资多10万元" in refused(error)
    assert "已支付不能超过总投资" in refused(error)
    later.paid_wan, later.reason = Decimal(118), "待上级补助"
    later.full_clean()
    later.save()
    Reading.objects.create(
        project=project,
        indicator=indicators["invested_wan"],
        day=day(4, 25),
        value="97.5",
        verified_on=day(4, 26),
    )
    now, before = money_page(leader, TODAY), money_page(leader, day(4, 19))
    assert (now.total.amounts["total_wan"], before.total.amounts["total_wan"]) == (
        Decimal(120),
        Decimal("100.0001"),
    )
    assert now.total.invested == Decimal("97.5") and before.total.invested is None
    assert [m.key for m in now.short] == [project.pk] and before.short == []
    assert now.short[0].amounts["gap"] == 20 and now.ahead[0].paid_ahead == Decimal("20.5")
    assert now.total.projects == 2 and now.total.sheets == 1
    assert {m.key: m.projects for m in now.streets} == {"410182001": 1, "410182002": 1}
    html = as_user(leader).get(reverse("projects:money")).content.decode()
    assert "97.5" in html and other.name not in html


@pytest.fixture
def case(make_project):
    return DemolitionCase.objects.create(
        project=make_project(),
        place="示例路口",
        kind="illegal",
        area_m2=30,
        registered_on=day(4, 1),
    )


def test_no_demolition_without_basis_or_under_dispute(case):
    def go(number, **values):
        return advance_case(case=case, on=day(4, number), today=TODAY, **values)

    go(2)
    with pytest.raises(ValidationError) as error:
        go(5)
    assert "须先有依据" in refused(error)
    raise_dispute(case=case, on=day(4, 6), matter="权属未清")
    assert DemolitionCase.objects.with_dispute(day(4, 5)).get().disputed is False
    with pytest.raises(ValidationError) as error:
        go(7, legal_basis="示例〔2021〕3号")
    assert "权属未清" in refused(error) and "化解" in refused(error)
    with pytest.raises(ValidationError):
        raise_dispute(case=case, on=day(4, 7), matter="又一个")
    with pytest.raises(ValidationError):
        resolve_dispute(case=case, on=day(4, 8), resolution=" ")
    resolve_dispute(case=case, on=day(4, 8), resolution="调解达成协议")
    assert DemolitionCase.objects.with_dispute(day(4, 7)).get().disputed is True
    go(9, legal_basis="示例〔2021〕3号", appeal_until=day(4, 20))
    with pytest.raises(ValidationError) as error:
        go(20)
    assert "期满前不能拆除" in refused(error)
    assert not DemolitionRecord.objects.exists()
    done = go(21)
    record = DemolitionRecord.objects.get()
    assert (record, record.area_m2, record.demolished_on) == (done.record, 30, day(4, 21))
    assert record.legal_basis == "示例〔2021〕3号"
    with pytest.raises(ValidationError):
        go(22)


def test_effective_needs_a_satisfaction_result(make_project):
    project = make_project()

    def survey(asked, satisfied, is_clear=True, on=TODAY):
        return record_satisfaction(
            project=project, on=on, today=TODAY, asked=asked, satisfied=satisfied, is_clear=is_clear
        )

    for asked, satisfied, words in ((19, 19, "至少须有20人"), (50, 39, "满意率不到80%")):
        with pytest.raises(ValidationError) as error:
            survey(asked, satisfied)
        assert words in refused(error)
    project.evaluations.create(axis="effect", verdict="good", evaluated_on=day(4, 1))
    assert list(Project.objects.effective_unproven(TODAY)) == [project]
    assert not Project.objects.effective(TODAY).exists()
    survey(50, 40)
    assert list(Project.objects.effective(TODAY)) == [project]
    assert not Project.objects.effective_unproven(TODAY).exists()
    assert list(Project.objects.effective_unproven(TODAY - timedelta(days=1))) == [project]


def test_spaces_are_counted_on_parking_roads_alone(make_project):
    Indicator.objects.create(
        code="parking_spaces", name="车位", unit="个", decimals=0, position=8, since=day(1, 1)
    )
    with pytest.raises(ValidationError):
        count_spaces(project=make_project(), on=TODAY, today=TODAY, spaces=5)
    road = make_project("示例路", kind="parking_road")
    reading = count_spaces(project=road, on=TODAY, today=TODAY, spaces=120, qualifier="at_least")
    assert (reading.value, reading.qualifier, reading.verified_on) == (120, "at_least", TODAY)
    with pytest.raises(ValidationError):
        count_spaces(project=road, on=TODAY, today=TODAY, spaces=121)


def test_pages_that_mend_the_plan(planned, case, as_user, community_reporter):
    client = as_user(community_reporter)
    mark = planned.milestones.get(stage="consent")
    move, reach = (reverse(f"projects:milestone_{x}", args=[mark.pk]) for x in ("move", "reach"))
    answer = client.post(move, {"planned_on": "2021-02-20", "reason": ""})
    assert answer.status_code == 422 and "请写明调整原因" in answer.content.decode()
    answer = client.post(move, {"planned_on": "2021-02-20", "reason": "示例"})
    assert answer.status_code == 302
    page = client.get(reverse("projects:milestone_detail", args=[mark.pk])).content.decode()
    assert "示例" in page and "2021-02-10" in page
    answer = client.post(reach, {"actual_on": "2021-02-21"})
    assert answer.status_code == 422 and "摸排" in answer.content.decode()
    page = client.get(reverse("projects:project_detail", args=[planned.pk])).content.decode()
    assert "计划与实际" in page and "原2021-02-10" in page and inline(page) == []
    step = reverse("projects:demolition_advance", args=[case.pk])
    assert client.post(step, {"on": "2021-04-03"}).status_code == 302
    stop = reverse("projects:demolition_dispute", args=[case.pk])
    answer = client.post(stop, {"on": "2021-04-04", "matter": "权属未清"})
    assert answer.status_code == 302
    assert "化解之前停止推进" in client.get(step).content.decode()


def test_boards_cost_the_same_with_more_projects(make_project, leader, as_user):
    client = as_user(leader)

    def cost(name):
        forget()
        with CaptureQueriesContext(connection) as queries:
            assert client.get(reverse(name)).status_code == 200
        return len(queries)

    names = [
        f"projects:{n}"
        for n in ("timeline", "stage_board", "money", "shifts", "smart", "clearance")
    ]
    for number in range(2):
        plan_stages(project=make_project(f"小区{number}"), days={"start": day(5, 1)})
        make_project(f"停车{number}", kind="garage")
    cost(names[0])  # what the first visit of a session asks besides
    first = [cost(name) for name in names]
    for number in range(2, 6):
        plan_stages(project=make_project(f"小区{number}"), days={"start": day(5, 1)})
        make_project(f"停车{number}", kind="garage")
    assert [cost(name) for name in names] == first
