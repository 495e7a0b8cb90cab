"""What has happened has its day by today at the latest; numbers stay within what they are part of."""

from datetime import date, timedelta

import pytest
from django.core.exceptions import ValidationError
from django.db import IntegrityError, transaction
from django.urls import reverse
from makers import make_organization, make_unit
from pages import fields, value_of

from ledgers.meanwhile import ChangedMeanwhile
from projects.civic.meetings import Said, record_meeting
from projects.civic.services import correct_opening, open_case, record_step
from projects.models import (
    CivicStep,
    DemolitionCase,
    FollowUpVisit,
    MoneySheet,
    Opinion,
    Problem,
    RedStation,
    StatusNote,
    StoolMeeting,
    WorkShift,
)
from projects.sites.services import advance_case, raise_dispute

TODAY = date(2021, 4, 30)
DAY = timedelta(days=1)


@pytest.fixture
def case(make_project):
    return open_case(kind="community", matter="示例方案", opened_on=TODAY, project=make_project())


def told_of(row) -> dict:
    """What is said of each field of `row`."""
    try:
        row.full_clean()
    except ValidationError as refused:
        return refused.message_dict
    return {}


class TestADayToCome:
    def test_is_refused_wherever_something_has_happened(self, make_project):
        project = make_project()
        rows = [
            (MoneySheet(project=project, as_of=TODAY + DAY), "as_of"),
            (StatusNote(project=project, noted_on=TODAY + DAY), "noted_on"),
            (WorkShift(project=project, worked_on=TODAY + DAY), "worked_on"),
            (Problem(project=project, raised_on=TODAY + DAY), "raised_on"),
            (DemolitionCase(project=project, registered_on=TODAY + DAY), "registered_on"),
            (StoolMeeting(project=project, held_on=TODAY + DAY), "held_on"),
        ]
        for row, field in rows:
            assert told_of(row)[field] == ["日期不能晚于今天。"], type(row)
            setattr(row, field, TODAY)
            assert field not in told_of(row), type(row)

    def test_does_not_hide_a_problem(self, as_user, street_reporter, make_project):
        row = Problem.objects.create(
            title="示例", category="light", source="resident", project=make_project(),
            division_id="410182001001", raised_on=TODAY, due_on=TODAY + DAY,
        )  # fmt: skip
        page = reverse("projects:problem_update", args=[row.pk])
        client = as_user(street_reporter)
        shown = value_of(client.get(page), "shown")
        sent = {
            "shown": shown, "title": "示例", "category": "light",
            "source": "resident", "division": row.division_id, "project": row.project_id,
            "raised_on": "2021-05-30",
        }  # fmt: skip
        answer = client.post(page, sent)
        assert answer.status_code == 400 and "日期不能晚于今天" in answer.content.decode()
        row.refresh_from_db()
        assert row.raised_on == TODAY

    def test_neither_opens_a_case_nor_locks_a_demolition(self, make_project):
        with pytest.raises(ValidationError, match="日期不能晚于今天"):
            open_case(kind="community", matter="甲", opened_on=TODAY + DAY, project=make_project())
        row = DemolitionCase.objects.create(
            project=make_project("甲二"), place="示例路口", kind="illegal", registered_on=TODAY
        )
        with pytest.raises(ValidationError, match="日期不能晚于今天"):
            raise_dispute(case=row, on=TODAY + DAY, matter="权属")


class TestTheOpeningOfACase:
    def test_is_corrected_while_no_step_stands_on_it(self, as_user, case, street_reporter):
        page = reverse("projects:civic_opening", args=[case.pk])
        shown = reverse("projects:civic_process_detail", args=[case.pk])
        client = as_user(street_reporter)
        assert page in client.get(shown).content.decode()
        day = TODAY - 3 * DAY
        with pytest.raises(ValidationError, match="不能早于启动日期（2021年4月30日）"):
            solicit(case, day)
        answer = client.post(page, {"matter": "示例方案二", "opened_on": day.isoformat()})
        assert answer.status_code == 302
        case.refresh_from_db()
        assert (case.opened_on, case.matter) == (day, "示例方案二")
        solicit(case, day)
        assert page not in client.get(shown).content.decode()
        with pytest.raises(ChangedMeanwhile):
            correct_opening(case=case, opened_on=day - DAY, matter="示例方案")
        assert "启动信息不能再改" in client.get(page).content.decode()


def solicit(case, day, **counts) -> CivicStep:
    told = {"due": 30, "present": 24, "agree": 20, "against": 3, "abstain": 1} | counts
    return record_step(
        case=case, kind="solicit", held_on=day, today=TODAY, counts=told, content="示例"
    )


def test_more_against_than_for_is_amber_and_goes_on(as_user, case, street_reporter):
    solicit(case, TODAY, agree=4, against=18, abstain=2)
    page = reverse("projects:civic_process_detail", args=[case.pk])
    text = as_user(street_reporter).get(page).content.decode()
    assert "同意4，不同意18，反对的多" in text and "非法定要求" in text
    case.refresh_from_db()
    assert case.status == "running"


def test_a_demolition_says_which_step_came_before(make_project):
    row = DemolitionCase.objects.create(
        project=make_project(), place="示例路口", kind="illegal", registered_on=TODAY
    )
    with pytest.raises(ValidationError) as refused:
        advance_case(case=row, on=TODAY - DAY, today=TODAY)
    assert refused.value.message_dict == {"on": ["日期不能早于上一步“登记”（2021年4月30日）。"]}


def test_a_visit_is_followed_by_its_deadline(make_project):
    visit = FollowUpVisit(
        project=make_project(), organization=make_organization(), kind="guidance",
        visited_on=TODAY, due_on=TODAY - DAY,
    )  # fmt: skip
    with pytest.raises(ValidationError, match="整改时限不能早于本次日期"):
        visit.full_clean()


def test_a_red_station_stands_once(make_project):
    values = {"name": "示例驿站", "project": make_project(), "host": make_unit(), "since": TODAY}
    first = RedStation.objects.create(**values)
    with pytest.raises(ValidationError, match="已有同名的红色驿站"):
        RedStation(**values).full_clean()
    with pytest.raises(IntegrityError), transaction.atomic():
        RedStation.objects.create(**values)
    RedStation.objects.filter(pk=first.pk).update(until=TODAY)
    RedStation(**values).full_clean()


def test_a_shift_is_not_a_hundred_times_its_plan(make_project):
    shift = WorkShift(
        project=make_project(kind="road_section"), worked_on=TODAY, kind="day", traffic="open",
        planned_m=40, done_m=4000,
    )  # fmt: skip
    with pytest.raises(ValidationError, match="超过计划的3倍"):
        shift.full_clean()
    shift.done_m = 120
    shift.full_clean()


def test_no_more_voices_than_who_came(as_user, street_reporter, make_project):
    project = make_project()
    told = {"project": project, "held_on": TODAY, "topic": "示例", "attendees": 12}
    with pytest.raises(ValidationError, match="到会12人，同类意见不能有13条"):
        record_meeting(said=[Said("leak", "示例漏水", 13)], **told)
    assert not StoolMeeting.objects.exists()
    record_meeting(said=[Said("leak", "示例漏水", 12)], **told)
    assert Opinion.objects.get().voices == 12
    page = reverse("projects:stool_enter")
    sent = {
        "project": project.pk, "held_on": "2021-04-29", "topic": "示例二", "attendees": "12",
        "text-leak-1": "示例漏水", "voices-leak-1": "40",
    }  # fmt: skip
    answer = as_user(street_reporter).post(page, sent)
    assert answer.status_code == 422
    assert "到会12人，同类意见不能更多" in answer.content.decode()


def test_limits_and_choices_are_said_as_an_official_would(as_user, street_reporter, make_project):
    project = make_project()
    page = reverse("projects:demolition_case_create")
    client = as_user(street_reporter)
    assert "---" not in client.get(page).content.decode()
    sent = {"project": project.pk, "place": "甲", "kind": "illegal", "places": "-1"}
    text = client.post(page, sent).content.decode()
    assert "不能为负数" in text and "确保该值" not in text


def test_a_milestone_has_one_name(as_user, street_reporter, make_project):
    row = make_project(kind="village").milestones.create(stage="works", planned_on=TODAY)
    client = as_user(street_reporter)
    listed = client.get(reverse("projects:milestone_list")).content.decode()
    shown = client.get(reverse("projects:milestone_detail", args=[row.pk])).content.decode()
    assert "拆除清理完成" in listed and "甲一小区 拆除清理完成" in shown


def test_a_new_row_begins_today(as_user, street_reporter):
    """Fewer taps than Excel: what most likely is today's stands there; a deadline does not."""
    client = as_user(street_reporter)
    for name, field in (("problem", "raised_on"), ("red_station", "since"), ("project", "since")):
        (day,) = fields(client.get(reverse(f"projects:{name}_create")), field)
        assert (day["type"], day["value"]) == ("date", "2021-04-30"), name
    (day,) = fields(client.get(reverse("projects:problem_create")), "due_on")
    assert (day["type"], day["value"]) == ("date", "")
