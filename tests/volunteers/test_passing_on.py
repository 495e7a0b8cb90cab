"""Duties that come to somebody else, teams and their leaders, and what a patrol may be."""

from datetime import date, timedelta
from uuid import uuid4

import pytest
from django.core.exceptions import ValidationError
from django.test import Client
from django.urls import reverse
from makers import START, make_courtyard, make_person, make_unit
from pages import beside

from projects.models import Problem, Road
from volunteers import models
from volunteers.contacts.services import pass_area, pass_duty, pass_sign
from volunteers.roads.patrols import problem_from_finding, record_patrol
from volunteers.roads.services import pass_road
from volunteers.teams.services import set_team_leader

pytestmark = pytest.mark.usefixtures("county")
HERE, TODAY, DAY = "410182001001", date(2021, 4, 30), date(2021, 4, 10)


@pytest.fixture
def gone():
    """Somebody who has left."""
    return make_person("示例旧人", left_on=DAY)


@pytest.fixture
def chief():
    make_unit("甲街道办事处", code="410182001", kind="street")  # answers for what a patrol finds
    road = Road.objects.create(name="示例路", division_id=HERE)
    return models.RoadChief.objects.create(
        road=road, person=make_person("示例路长"), level="first", since=DAY
    )


class TestPassingOn:
    def test_a_sign_takes_its_duties_and_households_along(self):
        sign = models.PostSign.objects.create(person=make_person(), title="卫生岗", since=START)
        sign.duties.add(models.SignDuty.objects.create(name="清扫"))
        sign.households.add(models.Household.objects.create(division_id=HERE, door="1号"))
        sign.until = DAY
        sign.save()
        new = pass_sign(sign=sign, person=make_person("示例乙"), since=DAY)
        assert (new.title, new.until, new.person.name) == ("卫生岗", None, "示例乙")
        assert [row.name for row in new.duties.all()] == ["清扫"]
        assert [row.door for row in new.households.all()] == ["1号"]

    def test_nobody_who_has_left_takes_anything(self, chief, gone):
        place = {"division_id": HERE, "since": START}
        person = make_person()
        area = models.ResponsibilityArea.objects.create(name="一区", holder=person, **place)
        sign = models.PostSign.objects.create(person=person, title="岗", since=START)
        duty = models.ContactDuty.objects.create(
            tier="committee_cluster", person=person, courtyard=make_courtyard(), **place
        )
        for act in (
            lambda: pass_area(area=area, person=gone, since=TODAY),
            lambda: pass_sign(sign=sign, person=gone, since=TODAY),
            lambda: pass_duty(duty=duty, person=gone, since=TODAY),
            lambda: pass_road(chief=chief, person=gone, since=TODAY),
        ):
            with pytest.raises(ValidationError, match="离任，请另选一人"):
                act()
        assert models.RoadChief.objects.count() == models.ContactDuty.objects.count() == 1

    def test_a_road_has_no_two_chiefs_of_a_level_while_the_first_is_in_office(self, chief):
        with pytest.raises(ValidationError, match="已有这一级路长"):
            pass_road(chief=chief, person=make_person("示例乙"), since=TODAY)
        models.RoadChief.objects.filter(pk=chief.pk).update(until=TODAY)
        new = pass_road(chief=chief, person=make_person("示例丙"), since=TODAY)
        assert (new.road, new.level, new.since) == (chief.road, "first", TODAY)

    def test_a_place_that_is_no_more_is_nobodys_duty(self):
        court = make_courtyard(until=DAY)
        duty = models.ContactDuty.objects.create(
            tier="committee_cluster", person=make_person(), courtyard=court, division_id=HERE,
            since=START, until=DAY,
        )  # fmt: skip
        with pytest.raises(ValidationError, match="不在册，请核对日期") as refused:
            pass_duty(duty=duty, person=make_person("示例乙"), since=TODAY)
        assert list(refused.value.message_dict) == ["since"]


class TestTeamLeader:
    def test_named_and_taken_away_while_the_team_is_there(self, gone):
        team = models.Team.objects.create(
            name="示例队", kind="service", division_id=HERE, since=START, until=TODAY
        )
        person = make_person()
        assert set_team_leader(team=team, leader=person, since=DAY).leader == person
        with pytest.raises(ValidationError, match="离任"):
            set_team_leader(team=team, leader=gone, since=DAY)
        with pytest.raises(ValidationError, match="不在册"):
            set_team_leader(team=team, leader=None, since=TODAY)
        team.refresh_from_db()
        assert team.leader == person
        assert set_team_leader(team=team, leader=None, since=DAY).leader is None


class TestPatrols:
    @pytest.mark.parametrize(
        ("day", "sentence"),
        [
            (DAY - timedelta(days=1), "2021年4月9日不在任期内，请核对日期。"),
            (TODAY + timedelta(days=1), "日期还没有到，请巡查后登记。"),
        ],
    )
    def test_only_in_office_and_not_before_they_are_made(
        self, chief, street_reporter, day, sentence
    ):
        with pytest.raises(ValidationError, match=sentence):
            record_patrol(chief=chief, day=day, found={})
        client = Client()
        client.force_login(street_reporter)
        page = reverse("volunteers:road_patrol", args=[chief.pk])
        answer = client.post(page, {"day": day.isoformat()})
        assert answer.status_code == 422 and beside(answer, "day")
        assert not models.RoadPatrol.objects.exists()

    def test_what_is_not_in_order_has_to_be_said(self, chief, street_reporter):
        client = Client()
        client.force_login(street_reporter)
        page = reverse("volunteers:road_patrol", args=[chief.pk])
        answer = client.post(page, {"day": "2021-04-30", "light_bad": "on"})
        assert answer.status_code == 422
        assert beside(answer, "light_note") == "亮化有问题的，请写明是什么问题。"
        assert not models.RoadPatrol.objects.exists()
        typed = {
            "day": "2021-04-30",
            "light_note": "路灯不亮",
            "as_problems": "on",
            "once": str(uuid4()),
        }
        for _ in range(2):  # tapped twice
            assert client.post(page, typed).status_code == 302
        finding = models.PatrolFinding.objects.get()
        assert (finding.aspect, finding.problem) == ("light", Problem.objects.get())

    def test_the_same_words_on_another_day_are_another_patrol(self, chief):
        found = {"clean": "积水"}
        record_patrol(chief=chief, day=TODAY, found=found)
        record_patrol(chief=chief, day=DAY, found=found)
        assert chief.patrols.count() == 2

    def test_a_finding_becomes_one_problem_and_none_once_it_is_closed(self, chief):
        patrol = record_patrol(chief=chief, day=DAY, found={"clean": "积水", "green": "缺株"})
        clean, green = patrol.findings.order_by("aspect")
        problem, new = problem_from_finding(finding=clean, on=TODAY)
        assert new and (problem.road, problem.category) == (chief.road, "clean")
        assert problem.due_on >= TODAY  # the finding's own day may have passed
        assert problem_from_finding(finding=clean, on=TODAY) == (problem, False)
        models.PatrolFinding.objects.filter(pk=green.pk).update(closed_on=DAY)
        with pytest.raises(ValidationError, match="已于2021年4月10日销号，不必转为问题"):
            problem_from_finding(finding=green, on=TODAY)
        assert Problem.objects.count() == 1
