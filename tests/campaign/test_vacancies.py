"""What was given up and not filled is a gap from that day on, and a page fills it."""

from datetime import date

import pytest
from django.urls import reverse
from handovers import make_handling, make_order, make_problem, make_project
from makers import (
    START,
    make_branch,
    make_courtyard,
    make_organization,
    make_person,
    make_post,
    make_unit,
)
from pages import value_of

from campaign.gaps.kinds import GAPS
from courtyards.models import Headship
from orgs.models import Post
from projects.models import Handling, Road, Supervisor
from volunteers.models import ContactDuty, Household, RoadChief, Team

pytestmark = pytest.mark.usefixtures("county")
DAY = date(2021, 4, 20)
EVE = date(2021, 4, 19)
VILLAGE = "410182103216"


@pytest.fixture
def office(as_user, orgdept):
    return as_user(orgdept)


def gap(code, day=DAY):
    return list(GAPS[code].rows(day))


def fill(office, name, row, person, **values):
    address = reverse(name, args=[row.pk])
    assert office.get(address).status_code == 200
    data = {"person": person.pk, "since": "2021-04-20"} | values
    return office.post(address, data)


def make_duty(person, door="1组8号", **values):
    household, _ = Household.objects.get_or_create(division_id=VILLAGE, door=door)
    return ContactDuty.objects.create(
        person=person, tier="link_head", division_id=VILLAGE, household=household, **values
    )


class TestVacatedPosts:
    def test_from_the_day_on_until_it_is_filled(self, office):
        post = make_post(make_person(), "head", unit=make_unit(), until=DAY)
        assert (gap("post_vacated", EVE), gap("post_vacated")) == ([], [post])
        page = office.get(reverse("gap_detail", args=["post_vacated"]))
        assert reverse("orgs:post_succeed", args=[post.pk]) in page.content.decode()
        heir = make_person("示例乙")
        assert fill(office, "orgs:post_succeed", post, heir).status_code == 302
        assert gap("post_vacated") == []
        assert Post.objects.on(DAY).get().person == heir
        again = office.get(reverse("orgs:post_succeed", args=[post.pk])).content.decode()
        assert "现由示例乙担任，没有空缺" in again

    def test_only_the_last_of_a_post_and_only_of_a_standing_body(self):
        unit, branch = make_unit(), make_branch(dissolved_on=DAY)
        make_post(make_person(), "head", unit=unit, until=date(2021, 3, 1))
        last = make_post(
            make_person("示例乙"), "head", unit=unit, since=date(2021, 3, 1), until=DAY
        )
        make_post(make_person("示例丙"), "deputy_secretary", organization=branch, until=DAY)
        make_post(make_person("示例丁"), "staff", unit=unit, until=DAY)
        assert gap("post_vacated") == [last]

    def test_two_deputies_are_not_one_vacancy(self):
        branch = make_branch()
        make_post(make_person(), "deputy_secretary", organization=branch, until=DAY)
        make_post(make_person("示例乙"), "deputy_secretary", organization=branch)
        assert gap("post_vacated") == []

    def test_a_group_without_its_leader(self, office):
        group = make_organization("示例党小组", "group", make_branch())
        post = make_post(make_person(), "group_leader", organization=group, until=DAY)
        assert (gap("group_no_leader", EVE), gap("group_no_leader")) == ([], [group])
        assert gap("post_vacated") == []
        assert post.organization == group


class TestVacatedDuties:
    def test_a_contact_duty(self, office):
        duty = make_duty(make_person(code=VILLAGE), since=START, until=DAY)
        assert (gap("contact_duty_vacated", EVE), gap("contact_duty_vacated")) == ([], [duty])
        heir = make_person("示例乙", code=VILLAGE)
        assert fill(office, "volunteers:contact_duty_succeed", duty, heir).status_code == 302
        assert gap("contact_duty_vacated") == []
        new = ContactDuty.objects.get(person=heir)
        assert (new.household, new.since, new.until) == (duty.household, DAY, None)

    def test_another_tier_of_the_same_door_does_not_fill_it(self):
        duty = make_duty(make_person(code=VILLAGE), since=START, until=DAY)
        ContactDuty.objects.create(
            person=make_person("示例乙"), tier="member_household", division_id=VILLAGE,
            household=duty.household, since=START,
        )  # fmt: skip
        make_duty(make_person("示例丙"), door="2组1号", since=START)
        assert gap("contact_duty_vacated") == [duty]

    def test_a_courtyard_that_is_gone_needs_nobody(self):
        court = make_courtyard(until=DAY)
        ContactDuty.objects.create(
            person=make_person(), tier="committee_cluster", division_id=court.division_id,
            courtyard=court, since=START, until=EVE,
        )  # fmt: skip
        assert len(gap("contact_duty_vacated", EVE)) == 1
        assert gap("contact_duty_vacated") == []

    def test_a_road_chief(self, office):
        road = Road.objects.create(name="示例路", division_id="410182001")
        about = {"road": road, "level": "third"}
        chief = RoadChief.objects.create(person=make_person(), since=START, until=DAY, **about)
        RoadChief.objects.create(
            person=make_person("示例乙"), road=road, level="first", since=START
        )
        assert (gap("road_chief_vacated", EVE), gap("road_chief_vacated")) == ([], [chief])
        heir = make_person("示例丙")
        assert fill(office, "volunteers:road_chief_succeed", chief, heir).status_code == 302
        assert RoadChief.objects.on(DAY).get(**about).person == heir
        assert gap("road_chief_vacated") == []

    def test_a_team_without_leader(self, office):
        team = Team.objects.create(
            name="示例队", kind="service", division_id="410182001", since=START
        )
        assert gap("team_no_leader") == [team]
        heir = make_person("示例乙")
        address = reverse("volunteers:team_leader", args=[team.pk])
        shown = value_of(office.get(address), "shown")
        assert fill(office, "volunteers:team_leader", team, heir).status_code == 302
        assert gap("team_no_leader") == []
        values = {"person": make_person("示例丙").pk, "since": DAY, "shown": shown}
        stale = office.post(address, values)
        assert stale.status_code == 409
        assert "核对" in stale.content.decode()


class TestHandlers:
    @pytest.mark.parametrize("kind", ["problem", "order"])
    def test_left_by_its_handler(self, office, kind):
        matter = make_problem() if kind == "problem" else make_order()
        code = f"{kind}_no_handler"
        assert gap(code) == []  # nobody ever handled it: not a vacancy
        first = make_handling(make_person(), **{kind: matter})
        Handling.objects.update(until=DAY)
        assert (gap(code, EVE), gap(code)) == ([], [matter])
        heir = make_person("示例乙")
        assert fill(office, f"projects:{kind}_handler", matter, heir).status_code == 302
        assert gap(code) == []
        held = matter.handlings.on(DAY).get()
        assert (held.person, held.since) == (heir, first.__class__.objects.get(pk=first.pk).until)

    def test_a_new_handler_ends_the_old_one(self, office):
        problem = make_problem()
        old = make_handling(make_person(), problem=problem)
        heir = make_person("示例乙")
        answer = fill(office, "projects:problem_handler", problem, heir, present=old.pk)
        assert answer.status_code == 302
        old.refresh_from_db()
        assert old.until == DAY
        page = office.get(reverse("projects:problem_detail", args=[problem.pk])).content.decode()
        assert "示例乙" in page

    def test_refused_in_words(self, office):
        closed = make_problem("旧事", closed_on=DAY, ending="mended")
        page = office.get(reverse("projects:problem_handler", args=[closed.pk])).content.decode()
        assert "已于2021年4月20日办结" in page
        early = fill(
            office, "projects:problem_handler", make_problem(), make_person(), since="2020-01-01"
        )
        assert "才提出" in early.content.decode()

    def test_other_streets_do_not_exist(self, as_user, other_street_reporter, street_reporter):
        problem = make_problem()
        address = reverse("projects:problem_handler", args=[problem.pk])
        assert as_user(other_street_reporter).get(address).status_code == 404
        assert as_user(street_reporter).get(address).status_code == 200


def test_a_project_whose_supervisors_have_left(office):
    project = make_project(make_unit("示例指挥部", kind="headquarters"))
    assert gap("project_no_supervisor") == []
    Supervisor.objects.create(project=project, person=make_person(), since=START, until=DAY)
    assert (gap("project_no_supervisor", EVE), gap("project_no_supervisor")) == ([], [project])
    heir = make_person("示例乙")
    assert fill(office, "projects:supervisor_appoint", project, heir).status_code == 302
    assert gap("project_no_supervisor") == []
    page = office.get(reverse("projects:project_detail", args=[project.pk])).content.decode()
    assert "示例乙" in page


def test_a_courtyard_moved_to_another_community_takes_its_handlers_along(orgdept):
    from courtyards.places.services import CourtyardChange, change_courtyards
    from orgs.models import Division

    court = make_courtyard()
    problem = make_problem()
    problem.courtyard = court
    problem.save()
    handling = make_handling(make_person(), problem=problem)
    target = Division.objects.get(code="410182001002")
    change_courtyards([CourtyardChange(court, {"division_id": target.pk})])
    handling.refresh_from_db()
    assert handling.division == target
    assert not Headship.objects.exists()
