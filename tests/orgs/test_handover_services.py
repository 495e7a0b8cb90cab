"""The hand-over: everything goes to somebody or is knowingly left, at once or not at all."""

from datetime import date, timedelta

import pytest
from django.core.exceptions import ValidationError
from handovers import (
    DAY,
    KEEP,
    VACATE,
    act,
    give,
    make_handling,
    make_holder,
    make_order,
    make_problem,
    seen_by,
)
from makers import START, make_branch, make_courtyard, make_person, make_post

from courtyards.models import Headship, PairedCadre
from ledgers.meanwhile import ChangedMeanwhile
from orgs.models import Grant, Person, Post, User
from orgs.people import handover_items as handover
from orgs.people.handover import Decision, HandOverRefused, rehearse_hand_over
from orgs.people.handover_items import HandoverKind, handover_kind, held_on
from orgs.people.services import appoint, end_post, reinstate
from projects.models import Handling
from volunteers.models import ContactDuty, PostSign, Team

pytestmark = pytest.mark.usefixtures("county")
TODAY = date(2021, 4, 30)
EVE = DAY - timedelta(days=1)


def give_all_to(successor):
    """Everything to one person; what cannot be passed on ends."""
    return lambda item: give(successor) if item.kind.fill else VACATE


def codes_of(person, day, user):
    return sorted(item.kind.code for item in held_on(person, day, user=user))


@pytest.fixture
def holder(county):
    return make_holder()


@pytest.fixture
def successor(county, holder):
    return make_person("示例乙", unit=holder[0].unit, rank="section")


class TestEverythingAtOnce:
    def test_the_holder_has_one_of_each_kind(self, holder, orgdept):
        person, rows = holder
        assert codes_of(person, DAY, orgdept) == sorted(rows)
        assert {kind.code for kind in handover.all_handover_kinds()} == set(rows)

    def test_one_successor_takes_all(self, holder, successor, orgdept):
        person, rows = holder
        done = act(person, orgdept, give_all_to(successor))
        assert codes_of(person, DAY, orgdept) == []
        taken = set(rows) - {"temporary_membership", "grant"}
        assert set(codes_of(successor, DAY, orgdept)) == taken
        # The day before, everything was as it had been; the undated leader is the exception.
        assert set(codes_of(person, EVE, orgdept)) == set(rows) - {"team"}
        assert len(done) == len(rows)
        person.refresh_from_db()
        assert person.left_on == DAY

    def test_successors_get_the_same_duty(self, holder, successor, orgdept):
        person, rows = holder
        act(person, orgdept, give_all_to(successor))
        post = Post.objects.get(person=successor)
        assert (post.organization, post.role, post.since) == (
            rows["post"].organization, "secretary", DAY,
        )  # fmt: skip
        cadre = PairedCadre.objects.get(person=successor)
        assert (cadre.courtyard, cadre.capacity) == (rows["paired_cadre"].courtyard, "section")
        assert PairedCadre.objects.get(person=person).handover_note == "已当面交接"
        duty = ContactDuty.objects.get(person=successor)
        assert duty.household == rows["contact_duty"].household
        assert PostSign.objects.get(person=successor).duties.count() == 1
        assert Team.objects.get().leader == successor
        assert Handling.objects.get(person=successor).problem == rows["handling"].problem

    def test_all_left_vacant(self, holder, orgdept):
        person, _ = holder
        act(person, orgdept, lambda item: VACATE)
        assert codes_of(person, DAY, orgdept) == []
        assert Team.objects.get().leader is None
        assert not Headship.objects.on(DAY).exists()
        assert Headship.objects.on(EVE).count() == 1

    def test_a_grant_ends_with_the_post_that_carries_it_and_the_others_with_the_person(
        self, holder, successor, orgdept
    ):
        person, rows = holder
        carried = Grant.objects.create(
            user=person.user, role="reviewer", division_id="410182001", since=START,
            post=rows["post"],
        )  # fmt: skip
        done = act(person, orgdept, give_all_to(successor))
        assert any("1项账号授权同日终止" in each.remark for each in done)
        assert not Grant.objects.on(DAY).filter(user=person.user).exists()
        carried.refresh_from_db()
        assert carried.until == DAY

    def test_the_administrators_grants_are_not_this_hands_to_take(self, holder, orgdept):
        person, _ = holder
        audit = User.objects.create_user("auditor-too")
        person.user.grants.all().delete()
        kept = Grant.objects.create(
            user=person.user, role="auditor", division_id="410182", since=START
        )
        act(person, orgdept, lambda item: VACATE)
        kept.refresh_from_db()
        assert (kept.until, audit.grants.count()) == (None, 0)

    def test_history_names_each_row_once(self, holder, orgdept):
        person, rows = holder
        before = rows["headship"].events.count()
        act(person, orgdept, lambda item: VACATE)
        events = rows["headship"].events.order_by("-pgh_id")
        assert events.count() == before + 1
        assert events[0].until == DAY


class TestPartly:
    def test_one_post_goes_and_the_rest_stays(self, holder, successor, orgdept):
        person, rows = holder
        act(
            person,
            orgdept,
            lambda item: give(successor) if item.kind.code == "post" else KEEP,
            leaves=False,
        )
        assert set(codes_of(person, DAY, orgdept)) == set(rows) - {"post"}
        person.refresh_from_db()
        assert person.left_on is None

    def test_keeping_everything_is_nothing_to_do(self, holder, orgdept):
        with pytest.raises(ValidationError, match="没有要办理的事项"):
            act(holder[0], orgdept, lambda item: KEEP, leaves=False)

    def test_an_account_keeps_its_grants_until_the_person_leaves(self, holder, orgdept):
        with pytest.raises(HandOverRefused) as refused:
            act(
                holder[0],
                orgdept,
                lambda item: VACATE if item.kind.code == "grant" else KEEP,
                leaves=False,
            )
        assert "只在全部离任时" in next(iter(refused.value.rows.values()))[0]


class TestRefusals:
    def refused(self, person, user, decide, **about):
        with pytest.raises(HandOverRefused) as refused:
            act(person, user, decide, **about)
        return {key.rpartition("-")[0]: words for key, words in refused.value.rows.items()}

    def test_every_refused_row_is_named_and_nothing_is_stored(self, holder, orgdept):
        person, rows = holder
        outsider = make_person("示例丙", party_status="none", rank="section")
        problems = self.refused(person, orgdept, give_all_to(outsider))
        assert "不是正式党员" in problems["post"][0]
        assert set(problems) == {"post"}
        for name in ("headship", "paired_cadre", "contact_duty"):
            rows[name].refresh_from_db()
            assert rows[name].until is None
        assert Person.objects.get(pk=person.pk).left_on is None
        assert Team.objects.get().leader == person

    def test_a_decision_for_each_row(self, holder, orgdept):
        problems = self.refused(holder[0], orgdept, lambda item: Decision(""))
        assert len(problems) == len(holder[1])
        assert all("请选择由谁接任" in words[0] for words in problems.values())

    def test_nothing_is_kept_by_who_leaves(self, holder, orgdept):
        problems = self.refused(holder[0], orgdept, lambda item: KEEP)
        assert all("不能保留" in words[0] for words in problems.values())

    def test_not_to_oneself_and_not_to_who_has_left(self, holder, orgdept):
        person, _ = holder
        problems = self.refused(person, orgdept, give_all_to(person))
        assert "不能是本人" in problems["headship"][0]
        gone = make_person("示例丁", left_on=DAY)
        problems = self.refused(person, orgdept, give_all_to(gone))
        assert "已于2021年4月20日离任" in problems["headship"][0]

    def test_a_membership_cannot_be_passed_on(self, holder, successor, orgdept):
        problems = self.refused(holder[0], orgdept, lambda item: give(successor))
        assert set(problems) == {"temporary_membership", "grant"}

    def test_a_paired_courtyard_is_not_left_without_a_note(self, holder, orgdept):
        with pytest.raises(ValidationError, match="交接说明"):
            act(holder[0], orgdept, lambda item: VACATE, note=" ")

    def test_leaving_twice(self, holder, orgdept):
        act(holder[0], orgdept, lambda item: VACATE)
        with pytest.raises(ValidationError, match="不必重复办理"):
            act(holder[0], orgdept, lambda item: VACATE)

    def test_who_left_is_appointed_to_nothing(self, holder, orgdept):
        act(holder[0], orgdept, lambda item: VACATE)
        with pytest.raises(ValidationError, match="已于2021年4月20日离任"):
            appoint(person=holder[0], role="secretary", organization=make_branch(), since=DAY)
        earlier = appoint(
            person=holder[0], role="secretary", organization=make_branch("旧支部"), since=START,
            until=DAY,
        )  # fmt: skip
        assert earlier.pk

    def test_who_will_leave_takes_on_nothing_beyond_that_day(self, orgdept):
        person, end = make_person("示例戊"), date(2021, 6, 1)
        act(person, orgdept, lambda item: VACATE, on=end)
        branch = make_branch("短期支部")
        with pytest.raises(ValidationError, match="将于2021年6月1日离任"):
            appoint(person=person, role="secretary", organization=branch, since=DAY)
        held = appoint(person=person, role="secretary", organization=branch, since=DAY, until=end)
        assert held.until == end

    def test_a_departure_by_mistake_is_taken_back(self, orgdept):
        person = make_person("示例戊")
        act(person, orgdept, lambda item: VACATE)
        reinstate(person=person)
        assert appoint(person=person, role="secretary", organization=make_branch(), since=DAY).pk
        with pytest.raises(ValidationError, match="不必撤销"):
            reinstate(person=person)


class TestDays:
    def test_a_later_day_changes_nothing_before_it(self, holder, successor, orgdept):
        person, rows = holder
        Team.objects.update(leader=None)
        later = TODAY + timedelta(days=30)
        act(person, orgdept, give_all_to(successor), on=later)
        assert Headship.objects.on(TODAY).get().person == person
        assert Headship.objects.on(later).get().person == successor
        assert codes_of(person, later, orgdept) == []
        assert set(codes_of(person, TODAY, orgdept)) == set(rows) - {"team"}

    def test_an_undated_duty_is_not_handed_over_in_advance(self, holder, orgdept):
        with pytest.raises(HandOverRefused) as refused:
            act(holder[0], orgdept, lambda item: VACATE, on=TODAY + timedelta(days=1))
        assert [k.rpartition("-")[0] for k in refused.value.rows] == ["team"]

    def test_what_begins_later_never_begins_and_comes_to_the_successor(self, orgdept, successor):
        person = make_person("示例戊")
        soon = TODAY + timedelta(days=10)
        make_post(person, organization=make_branch("新支部"), since=soon)
        act(person, orgdept, give_all_to(successor), on=TODAY)
        assert not Post.objects.on(soon).filter(person=person).exists()
        assert Post.objects.on(soon).get(person=successor).since == soon
        assert not Post.objects.on(TODAY).filter(person=successor).exists()

    def test_what_began_after_a_past_day_asks_for_another_day(self, orgdept):
        person = make_person("示例戊")
        make_post(person, organization=make_branch("新支部"), since=DAY)
        with pytest.raises(HandOverRefused) as refused:
            act(person, orgdept, lambda item: VACATE, on=EVE)
        assert "晚于离任日期" in next(iter(refused.value.rows.values()))[0]

    def test_a_successor_serves_to_the_planned_end(self, orgdept, successor):
        person, end = make_person("示例戊"), date(2021, 6, 1)
        branch = make_branch("换届支部")
        make_post(person, organization=branch, until=end)
        make_post(make_person("示例己"), organization=branch, since=end)
        act(person, orgdept, give_all_to(successor))
        assert Post.objects.get(person=successor).until == end

    def test_closed_problems_need_nobody(self, orgdept):
        person = make_person("示例戊")
        closed = make_problem("旧事", closed_on=EVE, ending="mended")
        make_handling(person, problem=closed)
        make_handling(person, order=make_order())
        items = held_on(person, DAY, user=orgdept)
        assert [item.label for item in items] == ["经办事项：督办单“限期整改”"]


class TestChangedMeanwhile:
    def test_a_post_that_came_or_went_stops_it(self, holder, orgdept):
        person, rows = holder
        shown = seen_by(orgdept, person)
        end_post(post=rows["post"], on=DAY)
        with pytest.raises(ChangedMeanwhile):
            act(person, orgdept, lambda item: VACATE, shown=shown)
        shown = seen_by(orgdept, person)
        make_post(person, organization=make_branch("新支部"))
        with pytest.raises(ChangedMeanwhile) as changed:
            act(person, orgdept, lambda item: VACATE, shown=shown)
        assert len(changed.value.stored) == len(rows)
        assert Headship.objects.on(DAY).exists()

    def test_a_changed_row_stops_it(self, holder, orgdept):
        person, rows = holder
        shown = seen_by(orgdept, person)
        PairedCadre.objects.filter(pk=rows["paired_cadre"].pk).update(until=TODAY)
        with pytest.raises(ChangedMeanwhile):
            act(person, orgdept, lambda item: VACATE, shown=shown)


class TestScope:
    def test_only_ones_own_rows_and_no_leaving_before_the_others(self, orgdept, make_account):
        clerk = make_account("clerk", "org_admin", code="410182001")
        person = make_person("示例戊")
        far = make_courtyard("外院", code="410182002001")
        near = make_courtyard("近院")
        for court in (near, far):
            Headship.objects.create(
                person=person, courtyard=court, division_id=court.division_id, since=START
            )
        items = held_on(person, DAY, user=clerk)
        assert [item.in_scope for item in items] == [True, False]
        mine = {items[0].key: items[0].token}
        with pytest.raises(ValidationError, match="另有1项职务不在您的管理范围内"):
            act(person, clerk, lambda item: VACATE, shown=mine)
        act(person, clerk, lambda item: VACATE, shown=mine, leaves=False)
        assert Headship.objects.on(DAY).get().courtyard == far

    def test_a_rehearsal_stores_nothing(self, holder, successor, orgdept):
        person, rows = holder
        done = act(person, orgdept, give_all_to(successor), service=rehearse_hand_over)
        assert len(done) == len(rows)
        assert set(codes_of(person, DAY, orgdept)) == set(rows)
        assert codes_of(successor, DAY, orgdept) == []
        assert Person.objects.get(pk=person.pk).left_on is None


def test_a_code_is_registered_once():
    with pytest.raises(Exception, match="twice"):
        handover.register_handover_kind(HandoverKind("post", "任职", "orgs.Post", str))
    assert handover_kind("post").label == "任职"
