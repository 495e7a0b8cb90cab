"""The clock of a notice, and that no works start before it has run."""

from datetime import date, timedelta

import pytest
from django.core.exceptions import ValidationError

from projects.civic.lights import step_lights
from projects.civic.notice_clock import clock_of, may_start
from projects.civic.rules import Rulebook, default_rule
from projects.models import (
    CivicObjection,
    CivicProcess,
    CivicRule,
    CivicStep,
    EarlyStart,
    Share,
)

NOTICE = date(2021, 4, 20)
LAST = date(2021, 4, 25)
DAY = timedelta(days=1)


@pytest.fixture
def case(make_project):
    project = make_project()
    return CivicProcess.objects.create(
        kind="community",
        matter="示例方案",
        division=project.division,
        project=project,
        opened_on=date(2021, 4, 1),
        status="running",
    )


@pytest.fixture
def notice(case):
    return CivicStep.objects.create(
        process=case, kind="decision_notice", held_on=NOTICE, notice_until=LAST
    )


def test_works_wait_for_the_last_day_of_the_notice(notice, case):
    with pytest.raises(ValidationError, match="还有1天"):
        may_start(case.project, LAST)
    may_start(case.project, LAST + DAY)


def test_an_unanswered_objection_stops_the_end_of_the_clock(notice, case):
    objection = CivicObjection.objects.create(step=notice, received_on=LAST, content="示例异议")
    late = LAST + 5 * DAY
    with pytest.raises(ValidationError, match="1件异议未答复"):
        may_start(case.project, late)
    objection.answered_on, objection.answer = late, "示例答复"
    objection.save()
    assert clock_of(notice).state(late - DAY) == "stopped"
    assert clock_of(notice).state(late) == "over"
    may_start(case.project, late)
    # What comes after the last day is answered too, but the days of the notice are over.
    CivicObjection.objects.create(step=notice, received_on=late, content="期满后的异议")
    may_start(case.project, late)


def test_a_recorded_decision_lets_works_start_from_its_day(notice, case):
    EarlyStart.objects.create(
        project=case.project, decided_on=LAST - DAY, decided_by="示例副书记", reason="汛期抢险"
    )
    may_start(case.project, LAST - DAY)
    with pytest.raises(ValidationError, match="提前开工决定"):
        may_start(case.project, LAST - 2 * DAY)


def test_what_was_sent_back_or_rejected_lets_nothing_start(notice, case):
    CivicStep.objects.filter(pk=notice.pk).update(outcome="returned", returns_to="propose")
    with pytest.raises(ValidationError, match="决议还没有公示"):
        may_start(case.project, LAST + DAY)
    CivicProcess.objects.update(status="rejected")
    with pytest.raises(ValidationError, match="还没有办理一征三议两公开"):
        may_start(case.project, LAST + DAY)


def test_who_needs_no_procedure_waits_only_for_one_that_was_opened(make_project):
    road = make_project("示例路", kind="road_section")
    may_start(road, NOTICE)
    CivicProcess.objects.create(
        kind="community",
        matter="示例路方案",
        division=road.division,
        project=road,
        opened_on=NOTICE,
    )
    may_start(road, NOTICE - DAY)
    with pytest.raises(ValidationError, match="示例路方案"):
        may_start(road, NOTICE)


@pytest.mark.parametrize(
    ("share", "whole", "needed"),
    [
        ("over_half", 10, 6),
        ("over_half", 11, 6),
        ("half", 11, 6),
        ("half", 10, 5),
        ("two_thirds", 9, 6),
        ("two_thirds", 10, 7),
        ("three_quarters", 10, 8),
        ("none", 10, 0),
    ],
)
def test_a_share_is_the_smallest_number_that_is_enough(share, whole, needed):
    assert Share(share).needed(whole) == needed


def test_lights_say_why_on_both_sides_of_the_threshold():
    rule = default_rule("village", "deliberate")  # two thirds present, half of those due agree
    step = CivicStep(kind="deliberate", due=30, present=20, agree=15)
    assert [light.colour for _, light in step_lights(step, rule)] == ["green", "green"]
    step.present, step.agree = 19, 14
    for _, light in step_lights(step, rule):
        assert light.colour == "red" and "还差1" in light.why
    assert step_lights(CivicStep(kind="deliberate"), rule)[0][1].colour == "red"


def test_a_stored_rule_holds_from_its_day(db):
    CivicRule.objects.create(
        process_kind="community",
        step_kind="decision_notice",
        notice_days=7,
        source="本县规定",
        since=NOTICE,
    )
    book = Rulebook("community")
    assert book.rule("decision_notice", NOTICE - DAY).notice_days == 5
    assert book.rule("decision_notice", NOTICE).notice_days == 7
