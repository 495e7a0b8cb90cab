"""A case through its steps; what residents write; what a meeting raises."""

from datetime import date, datetime, timedelta
from decimal import Decimal

import pytest
from django.core.exceptions import ValidationError

from ledgers.meanwhile import ChangedMeanwhile
from orgs.models import Division, Unit
from projects.civic.meetings import Said, problem_from_opinion, record_meeting
from projects.civic.notice_clock import may_start
from projects.civic.objections import answer_objection, decide_early_start, record_objection
from projects.civic.services import (
    close_case,
    open_case,
    record_step,
    return_notice,
    token_of_steps,
)
from projects.civic.voices import TooMany, leave_voice, review_voice, without_numbers
from projects.models import CivicRule, CivicStep, Opinion, Problem, StoolMeeting
from tests.projects.conftest import ZONE

DAY = timedelta(days=1)
FIRST = date(2021, 3, 1)
GOOD = {"due": 30, "present": 24, "agree": 20, "against": 3, "abstain": 1}


@pytest.fixture
def case(make_project):
    return open_case(kind="community", matter="示例方案", opened_on=FIRST, project=make_project())


def shown_of(case) -> str:
    return token_of_steps(case, list(case.steps.all()))


def take(case, kind, day, **values):
    """Record a step on `day` as if it were today."""
    is_notice = kind.endswith("_notice")
    values = {"content": "示例内容", "counts": None if is_notice else GOOD} | values
    values.setdefault("shown", shown_of(case))
    return record_step(case=case, kind=kind, held_on=day, today=day, **values)


def decided(case, day=FIRST) -> CivicStep:
    """The case up to its decision's notice; returns the notice."""
    for number, kind in enumerate(("solicit", "propose", "deliberate", "resolve")):
        take(case, kind, day + number * DAY)
    return take(case, "decision_notice", day + 4 * DAY)


def test_a_case_from_soliciting_to_its_end(case):
    notice = decided(case)
    assert notice.notice_until == FIRST + 9 * DAY
    case.refresh_from_db()
    assert case.status == "running" and len(case.public_key) >= 16
    with pytest.raises(ValidationError, match="不能公开结果"):
        take(case, "result_notice", FIRST + 9 * DAY)
    may_start(case.project, FIRST + 10 * DAY)
    result = take(case, "result_notice", FIRST + 30 * DAY)
    with pytest.raises(ValidationError, match="期满后才能办结"):
        close_case(case=case, on=result.notice_until)
    closed = close_case(case=case, on=result.notice_until + DAY)
    assert (closed.status, closed.closed_on) == ("closed", result.notice_until + DAY)
    assert close_case(case=case, on=result.notice_until + 9 * DAY).closed_on == closed.closed_on
    with pytest.raises(ChangedMeanwhile):
        take(case, "solicit", FIRST + 60 * DAY)


def test_steps_keep_their_order_and_a_form_sent_twice_leaves_one(case):
    with pytest.raises(ChangedMeanwhile, match="征求意见"):
        take(case, "propose", FIRST)
    shown = shown_of(case)
    take(case, "solicit", FIRST)
    with pytest.raises(ChangedMeanwhile, match="没有重复登记"):
        take(case, "solicit", FIRST, shown=shown)
    # Also where the same step is due again because it was sent back to itself.
    shown = shown_of(case)
    take(case, "propose", FIRST, outcome="returned", returns_to="propose")
    with pytest.raises(ChangedMeanwhile):
        take(case, "propose", FIRST, outcome="returned", returns_to="propose", shown=shown)
    assert [step.kind for step in case.steps.all()] == ["solicit", "propose"]


@pytest.mark.parametrize(
    ("counts", "field"),
    [
        (GOOD | {"present": 19, "agree": 19, "against": 0, "abstain": 0}, "outcome"),
        (GOOD | {"agree": 12, "against": 12, "abstain": 0}, "outcome"),
        (GOOD | {"due": 0, "present": 0, "agree": 0, "against": 0, "abstain": 0}, "due"),
        (GOOD | {"against": 9}, "__all__"),
    ],
)
def test_what_does_not_reach_its_rule_does_not_pass(case, counts, field):
    take(case, "solicit", FIRST)
    with pytest.raises(ValidationError) as refused:
        take(case, "propose", FIRST + DAY, counts=counts)
    assert field in refused.value.message_dict
    assert case.steps.count() == 1


def test_what_is_sent_back_stays_in_the_history(case):
    take(case, "solicit", FIRST)
    take(case, "propose", FIRST + DAY)
    few = GOOD | {"present": 12, "agree": 12, "against": 0, "abstain": 0}
    back = {"outcome": "returned", "returns_to": "propose", "counts": few}
    take(case, "deliberate", FIRST + 2 * DAY, **back)
    case.refresh_from_db()
    assert case.status == "returned"
    with pytest.raises(ValidationError, match="早于上一步"):
        take(case, "propose", FIRST + DAY)
    take(case, "propose", FIRST + 5 * DAY)
    take(case, "deliberate", FIRST + 6 * DAY)
    take(case, "resolve", FIRST + 7 * DAY, outcome="rejected")
    case.refresh_from_db()
    assert (case.status, case.closed_on) == ("rejected", FIRST + 7 * DAY)
    kinds = [(step.kind, step.outcome) for step in case.steps.all()]
    assert kinds[2] == ("deliberate", "returned") and len(kinds) == 6
    # The matter may be opened anew, and only now.
    again = {"kind": "community", "matter": "示例方案", "project": case.project}
    open_case(opened_on=FIRST + 8 * DAY, **again)
    with pytest.raises(ValidationError, match="不必重复启动"):
        open_case(opened_on=FIRST + 9 * DAY, **again)


def test_an_objection_stops_the_clock_until_it_is_answered(case):
    notice = decided(case)
    inside, after = notice.notice_until, notice.notice_until + 4 * DAY
    told = {"notice": notice, "received_on": inside, "today": inside, "content": "示例异议"}
    objection = record_objection(**told)
    assert record_objection(**told) == objection
    with pytest.raises(ValidationError, match="1件异议未答复"):
        may_start(case.project, after)
    with pytest.raises(ValidationError, match="请填写答复"):
        answer_objection(objection=objection, on=after, answer=" ")
    answer_objection(objection=objection, on=after, answer="示例答复")
    may_start(case.project, after)
    with pytest.raises(ValidationError, match="不必重复答复"):
        answer_objection(objection=objection, on=after, answer="另一答复")


def test_a_decision_taken_back_starts_nothing(case):
    notice = decided(case)
    after = notice.notice_until + DAY
    return_notice(notice=notice, on=after, returns_to="resolve", reason="异议成立")
    with pytest.raises(ValidationError, match="还没有公示"):
        may_start(case.project, after)
    decision = {
        "project": case.project,
        "decided_on": after,
        "today": after,
        "decided_by": "示例指挥长",
        "reason": "汛期抢险",
    }
    assert decide_early_start(**decision) == decide_early_start(**decision)
    may_start(case.project, after)
    assert take(case, "resolve", after + DAY).kind == "resolve"


# -- owners


def owners_case(make_project, matter: str):
    told = {"kind": "community", "matter": "示例车位方案", "project": make_project()}
    case = open_case(opened_on=FIRST, owners_matter=matter, proposed_by="members", **told)
    for number, kind in enumerate(("solicit", "propose", "deliberate")):
        take(case, kind, FIRST + number * DAY)
    return case


def vote(heads: tuple, areas: tuple) -> dict:
    names = ("due", "present", "agree", "against", "abstain")
    counted = dict(zip(names, heads, strict=True))
    return counted | {f"{n}_m2": Decimal(a) for n, a in zip(names, areas, strict=True)}


HEADS = (90, 60, 45, 15, 0)
AREAS = ("6000", "4000", "3000", "1000", "0")


@pytest.mark.parametrize(
    ("matter", "heads", "areas", "why"),
    [
        ("rebuild", HEADS, AREAS, ""),
        ("rebuild", (90, 59, 59, 0, 0), AREAS, "三分之二以上为60，还差1"),
        ("rebuild", HEADS, ("6000", "3999.99", "3999.99", "0", "0"), "4000㎡，还差0.01㎡"),
        ("rebuild", (90, 60, 44, 15, 0), AREAS, "四分之三以上为45，还差1"),
        ("rebuild", HEADS, ("6000", "4000", "2999.99", "0", "0"), "3000㎡，还差0.01㎡"),
        ("manager", (90, 60, 31, 15, 0), ("6000", "4000", "2000.01", "0", "0"), ""),
        ("manager", (90, 60, 31, 15, 0), ("6000", "4000", "2000", "0", "0"), "还差0.01㎡"),
        ("manager", (90, 60, 30, 15, 0), AREAS, "过半数为31，还差1"),
    ],
)
def test_owners_decide_by_number_and_by_area(make_project, matter, heads, areas, why):
    case = owners_case(make_project, matter)
    kind = "owners_special" if matter == "rebuild" else "owners"
    told = {"counts": vote(heads, areas)}
    if not why:
        assert take(case, kind, FIRST + 3 * DAY, **told).agree_m2 > 0
        assert take(case, "decision_notice", FIRST + 4 * DAY).notice_until
        return
    with pytest.raises(ValidationError, match=why) as refused:
        take(case, kind, FIRST + 3 * DAY, **told)
    assert "第二百七十八条" in refused.value.messages[0]


def test_the_countys_own_rule_goes_before_the_codes(make_project):
    case = owners_case(make_project, "manager")
    CivicRule.objects.create(
        process_kind="community", step_kind="owners", since=FIRST, source="本县规定",
        quorum="three_quarters", majority="over_half",
    )  # fmt: skip
    with pytest.raises(ValidationError, match="四分之三以上为68"):
        take(case, "owners", FIRST + 3 * DAY, counts=vote(HEADS, AREAS))


def test_an_owners_vote_has_areas_and_only_that(make_project):
    case = owners_case(make_project, "other")
    with pytest.raises(ChangedMeanwhile):
        take(case, "resolve", FIRST + 3 * DAY)
    with pytest.raises(ValidationError, match="专有部分总面积"):
        take(case, "owners", FIRST + 3 * DAY)
    many = vote(HEADS, ("6000", "4000", "3000", "1000", "0.01"))
    with pytest.raises(ValidationError, match="面积之和不能大于"):
        take(case, "owners", FIRST + 3 * DAY, counts=many)
    back = {"outcome": "returned", "returns_to": "deliberate"}
    few = vote((90, 10, 5, 5, 0), ("6000", "700", "350", "350", "0"))
    take(case, "owners", FIRST + 3 * DAY, counts=few, **back)
    assert take(case, "deliberate", FIRST + 4 * DAY)
    early = {"kind": "community", "project": case.project, "owners_matter": "other"}
    old = open_case(matter="示例旧事", opened_on=date(2020, 12, 1), **early)
    for number, kind in enumerate(("solicit", "propose", "deliberate")):
        take(old, kind, date(2020, 12, 1) + number * DAY)
    with pytest.raises(ValidationError, match="2021年1月1日起施行"):
        take(old, "owners", date(2020, 12, 31), counts=vote(HEADS, AREAS))
    with pytest.raises(ValidationError, match="四议两公开"):
        open_case(matter="示例村事", opened_on=FIRST, **early | {"kind": "village"})


# -- what residents write


def said(case, text="示例意见", **values):
    values = {"reasonable": 5, "quality": None, "address": "192.0.2.1"} | values
    at = datetime(2021, 3, 6, 19, tzinfo=ZONE)
    return leave_voice(process=case, text=text, at=at, day=at.date(), **values)


@pytest.mark.parametrize(
    ("text", "kept"),
    [
        ("打13812345678找我", "打〔号码已隐去〕找我"),
        ("138 1234 5678", "〔号码已隐去〕"),
        ("证号41018219800101123X。", "证号〔号码已隐去〕。"),
        ("电话０３７１－６４６１２３４５", "电话〔号码已隐去〕"),
        ("座机64612345", "座机〔号码已隐去〕"),
        ("2021年4月30日，3号楼，收120元", "2021年4月30日，3号楼，收120元"),
        ("2021-04-30开始", "2021-04-30开始"),
    ],
)
def test_numbers_by_which_somebody_is_found_are_hidden(text, kept):
    assert without_numbers(text) == kept


def test_a_voice_waits_for_its_review(case, street_reviewer):
    notice = decided(case)
    voice = said(case, "收费偏高，电话13812345678")
    assert (voice.state, voice.text) == ("waiting", "收费偏高，电话〔号码已隐去〕")
    at = datetime(2021, 3, 7, 9, tzinfo=ZONE)
    with pytest.raises(ValidationError, match="写明原因"):
        review_voice(voice=voice, by=street_reviewer, at=at, show=False)
    told = {"voice": voice, "by": street_reviewer, "at": at, "show": True, "as_objection": True}
    review_voice(**told)
    assert review_voice(**told).state == "shown"
    objection = notice.objections.get()
    assert (objection.content, objection.channel) == (voice.text, "online")


def test_the_public_may_write_so_much_a_day(case, monkeypatch):
    monkeypatch.setattr("projects.civic.voices.PER_ADDRESS", 2)
    monkeypatch.setattr("projects.civic.voices.PER_CASE", 3)
    assert said(case) and said(case)
    with pytest.raises(TooMany, match="您所在的网络"):
        said(case)
    assert said(case, address="192.0.2.2")
    with pytest.raises(TooMany, match="已满"):
        said(case, address="192.0.2.3")
    assert case.voices.count() == 3
    with pytest.raises(ValidationError, match="至少打一个分"):
        said(case, " ", reasonable=None)


# -- meetings


def test_an_opinion_becomes_one_problem_however_often_it_is_tapped(county):
    place = Division.objects.get(code="410182001001")
    Unit.objects.create(name="甲街道办事处", kind="street", division_id="410182001")
    told = {
        "held_on": FIRST,
        "topic": "示例议题",
        "attendees": 12,
        "division": place,
        "said": [Said("leak", "示例漏水", 4), Said("parking", "示例停车")],
    }
    meeting, is_new = record_meeting(**told)
    assert is_new and record_meeting(**told) == (meeting, False)
    assert StoolMeeting.objects.count() == 1 and Opinion.objects.count() == 2
    opinion = meeting.opinions.get(category="leak")
    problem, is_new = problem_from_opinion(opinion=opinion, on=FIRST)
    assert is_new and problem_from_opinion(opinion=opinion, on=FIRST + DAY) == (problem, False)
    assert (problem.source, problem.category) == ("meeting", "leak")
    assert problem.due_on == FIRST + 15 * DAY and Problem.objects.count() == 1
    assert problem.opinion.meeting == meeting
