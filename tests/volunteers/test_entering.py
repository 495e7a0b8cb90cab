"""What staff enter about teams, activities, honours, duties and doors, and where no link is offered."""

from datetime import date
from types import SimpleNamespace

import pytest
from django.test import Client
from django.urls import reverse
from makers import make_branch, make_person, make_unit
from pages import names, value_of

from ledgers.registry import ledger_for
from projects import models as projects
from volunteers import models

pytestmark = pytest.mark.usefixtures("county")
HERE, THERE, VILLAGE = "410182001001", "410182002001", "410182103216"


@pytest.fixture
def street(street_reporter):
    client = Client()
    client.force_login(street_reporter)
    return client


def make_programme(line: str):
    return projects.Programme.objects.create(
        line=line,
        name="示例战线",
        division_id="410182",
        headquarters=make_unit(f"示例指挥部{line}"),
        since="2020-01-01",
    )


@pytest.fixture
def place():
    """A project, a branch, a person and a door of the reporter's street."""
    programme = make_programme("old_neighbourhoods")
    project = projects.Project.objects.create(
        programme=programme, kind="old_community", name="示例项目", division_id=HERE,
        lead_unit=make_unit("示例局"), since="2020-06-01",
    )  # fmt: skip
    door = models.Household.objects.create(division_id=HERE, door="示例街1号")
    return SimpleNamespace(
        project=project, branch=make_branch("示例支部"), person=make_person(), door=door
    )


def enter(client, noun: str, **values):
    values = {name: getattr(value, "pk", value) for name, value in values.items()}
    return client.post(reverse(f"volunteers:{noun}_create"), values)


def told(response) -> str:
    return response.content.decode()


def test_a_team_of_a_project_with_its_number_and_no_names(street, place):
    values = {"name": "示例突击队", "kind": "commando", "division": HERE, "members": 18}
    answer = enter(street, "team", **values, since="2021-03-01")
    assert answer.status_code == 400 and "突击队按项目组建，请选择攻坚项目" in told(answer)
    assert (
        enter(street, "team", **values, project=place.project, since="2021-03-01").status_code
        == 302
    )
    team = models.Team.objects.get()
    assert (team.project, team.members, team.leader) == (place.project, 18, None)
    page = names(street.get(reverse("volunteers:team_create")))
    assert "leader" not in page and "members" in page
    assert reverse("volunteers:team_create") in told(street.get(reverse("volunteers:team_list")))


def test_a_team_is_entered_from_its_project_and_an_activity_from_its_team(street, place):
    project = told(street.get(reverse("projects:project_detail", args=[place.project.pk])))
    assert f"{reverse('volunteers:team_create')}?project={place.project.pk}" in project
    team = models.Team.objects.create(
        name="示例队", kind="service", division_id=HERE, since="2021-01-01"
    )
    page = told(street.get(reverse("volunteers:team_detail", args=[team.pk])))
    assert f"{reverse('volunteers:activity_create')}?team={team.pk}" in page


def test_an_activity_is_a_number_of_participants(street, place):
    answer = enter(
        street, "activity", title="清理楼道", kind="vanguard", held_on="2021-04-10",
        division=HERE, organization=place.branch, participants=26,
    )  # fmt: skip
    assert answer.status_code == 302
    assert models.Activity.objects.get().participants == 26


def test_an_honour_names_its_own_bearer_and_no_other(street, place):
    values = {"kind": "five_star_branch", "division": HERE, "since": "2021-03-01"}
    assert "五星支部填党组织" in told(enter(street, "honour", **values))
    both = enter(street, "honour", **values, organization=place.branch, person=place.person)
    assert "这项荣誉授予党组织，请只填党组织" in told(both)
    assert enter(street, "honour", **values, organization=place.branch).status_code == 302
    assert enter(
        street, "honour", **values | {"kind": "model_household"}, household=place.door
    ).status_code == 302  # fmt: skip
    assert models.Honour.objects.count() == 2


def test_agreements_duties_chiefs_groups_and_doors(street, place):
    template = models.FrontageTemplate.objects.create(
        name="示例责任书", version="four", since="2020-01-01"
    )
    road = projects.Road.objects.create(name="示例路", division_id=HERE)
    since = {"since": "2021-03-01"}
    assert enter(
        street, "frontage_agreement", number="示001", template=template, party_kind="merchant",
        division=HERE, premises="示例路1号", **since,
    ).status_code == 302  # fmt: skip
    assert enter(street, "villagers_group", name="一组", division=HERE).status_code == 302
    assert enter(street, "household", door="示例街2号", division=HERE).status_code == 302
    assert enter(
        street, "contact_duty", tier="link_head", person=place.person, division=HERE,
        household=place.door, **since,
    ).status_code == 302  # fmt: skip
    assert enter(
        street, "road_chief", road=road, level="first", person=place.person, **since
    ).status_code == 302  # fmt: skip
    assert models.RoadChief.objects.get().person == place.person


def test_who_has_left_takes_no_new_duty(street, place):
    road = projects.Road.objects.create(name="示例路", division_id=HERE)
    place.person.left_on = date(2021, 3, 1)
    place.person.save()
    answer = enter(
        street, "road_chief", road=road, level="first", person=place.person, since="2021-04-01"
    )
    assert answer.status_code == 400 and "离任，请另选一人" in told(answer)
    assert not models.RoadChief.objects.exists()


def test_another_person_comes_by_the_hand_over_not_by_the_form(street, place):
    road = projects.Road.objects.create(name="示例路", division_id=HERE)
    chief = models.RoadChief.objects.create(
        road=road, level="first", person=place.person, since="2021-01-01"
    )
    page = names(street.get(reverse("volunteers:road_chief_update", args=[chief.pk])))
    assert "person" not in page and "until" in page


def test_a_door_lies_where_its_group_lies(street):
    group = models.VillagersGroup.objects.create(name="一组", division_id="410182001002")
    answer = enter(street, "household", door="1号", division=HERE, group=group)
    assert "不在甲一社区，请核对" in told(answer)


def test_rows_of_another_street_are_not_there(street, place):
    other = models.Team.objects.create(
        name="示例队", kind="volunteer", division_id=THERE, since="2021-01-01"
    )
    assert street.get(reverse("volunteers:team_update", args=[other.pk])).status_code == 404
    answer = enter(
        street, "team", name="乙队", kind="volunteer", division=THERE, members=3, since="2021-03-01"
    )
    assert answer.status_code == 400 and models.Team.objects.count() == 1


def test_the_second_of_two_is_shown_what_the_first_changed(street, place):
    team = models.Team.objects.create(
        name="示例队", kind="volunteer", division_id=HERE, members=5, since="2021-01-01"
    )
    page = reverse("volunteers:team_update", args=[team.pk])
    shown = value_of(street.get(page), "shown")
    values = {"name": "示例队", "kind": "volunteer", "division": HERE, "since": "2021-01-01"}
    assert street.post(page, values | {"members": 7, "shown": shown}).status_code == 302
    answer = street.post(page, values | {"members": 9, "shown": shown})
    assert answer.status_code == 409 and "尚未保存" in told(answer)
    team.refresh_from_db()
    assert team.members == 7


class TestNoLinkWithoutAChoice:
    """roads-hq has no village and no smart project, so it is offered neither of their forms."""

    @pytest.mark.parametrize("model", [projects.ToiletCount, projects.StatusNote])
    def test_a_form_without_a_project_to_choose(self, roads_hq, old_hq, place, model):
        ledger = ledger_for(model)
        client = Client()
        client.force_login(roads_hq)
        create, page = reverse(ledger.url_name("create")), reverse(ledger.url_name("list"))
        assert create not in told(client.get(page))

    def test_it_comes_with_the_first_project(self, fringe_hq, place):
        client = Client()
        client.force_login(fringe_hq)
        create, page = reverse("projects:toilet_count_create"), "/projects/toilet-counts/"
        assert create not in told(client.get(page))
        fringe = make_programme("urban_fringe")
        projects.Project.objects.create(
            programme=fringe, kind="village", name="示例村", division_id=VILLAGE,
            since="2020-06-01",
        )  # fmt: skip
        assert create in told(client.get(page))

    def test_the_page_of_shifts_obeys_it_too(self, old_hq, place):
        client = Client()
        client.force_login(old_hq)
        assert reverse("projects:work_shift_create") not in told(client.get("/projects/shifts/"))
