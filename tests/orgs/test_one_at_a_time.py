"""One holder of a post at a time: the database refuses a second, and every way in says so in words."""

from datetime import date

import pytest
from django.core.exceptions import ValidationError
from django.db import IntegrityError, transaction
from django.urls import reverse
from handovers import make_handling, make_problem
from makers import (
    START,
    make_branch,
    make_building,
    make_courtyard,
    make_organization,
    make_person,
    make_post,
    make_unit,
)

from courtyards.heads.services import appoint_head
from courtyards.models import Headship
from orgs.models import Post
from orgs.people.services import appoint
from projects.models import Handling, Road
from volunteers.models import RoadChief

pytestmark = pytest.mark.usefixtures("county")
DAY = date(2021, 4, 20)
COMMUNITY = "410182001001"


def secretary():
    return Post, {"role": "secretary", "organization": make_branch()}, "只能有一名书记"


def group_leader():
    group = make_organization("示例党小组", "group", make_branch())
    return Post, {"role": "group_leader", "organization": group}, "只能有一名组长"


def lead():
    unit = make_unit("示例指挥部", kind="headquarters")
    return Post, {"role": "lead", "unit": unit}, "一名牵头、一名主抓"


def executive():
    return Post, {"role": "executive", "unit": make_unit(kind="town")}, "一名牵头、一名主抓"


def courtyard_head():
    return Headship, {"courtyard": make_courtyard(), "division_id": COMMUNITY}, "已有楼院长"


def building_head():
    building = make_building(make_courtyard())
    return Headship, {"building": building, "division_id": COMMUNITY}, "已有楼栋长"


def road_chief():
    road = Road.objects.create(name="示例路", division_id=COMMUNITY)
    return RoadChief, {"road": road, "level": "first"}, "已有这一级路长"


def handler():
    return Handling, {"problem": make_problem(), "division_id": COMMUNITY}, "已有经办人"


KINDS = [
    secretary, group_leader, lead, executive, courtyard_head, building_head, road_chief, handler,
]  # fmt: skip
each_kind = pytest.mark.parametrize("kind", KINDS, ids=lambda kind: kind.__name__)


@pytest.fixture
def taken(kind):
    """A post that somebody holds: model, what makes it this post, the sentence of refusal."""
    model, place, sentence = kind()
    model.objects.create(person=make_person("示例甲"), since=START, **place)
    return model, place, sentence


@each_kind
def test_the_database_refuses_a_second_and_takes_a_next(taken):
    model, place, _ = taken
    second = model(person=make_person("示例乙"), since=DAY, **place)
    with pytest.raises(IntegrityError), transaction.atomic():
        second.save()
    model.objects.update(until=DAY)
    second.save()
    assert model.objects.on(DAY).get().person.name == "示例乙"


@each_kind
def test_a_form_says_it_in_words(taken):
    model, place, sentence = taken
    with pytest.raises(ValidationError, match=sentence):
        model(person=make_person("示例乙"), since=DAY, **place).full_clean()


@each_kind
def test_the_admin_page_says_it_in_words(taken, as_user, orgdept):
    model, place, sentence = taken
    values = {name: getattr(value, "pk", value) for name, value in place.items()}
    values["division"] = values.pop("division_id", "")
    values |= {"person": make_person("示例乙").pk, "since": "2021-04-20"}
    address = reverse(f"admin:{model._meta.app_label}_{model._meta.model_name}_add")
    answer = as_user(orgdept).post(address, values)
    assert answer.status_code == 200
    assert sentence in answer.content.decode()
    assert model.objects.count() == 1


def test_the_services_say_it_in_words():
    branch, court = make_branch(), make_courtyard()
    make_post(make_person("示例甲"), organization=branch)
    Headship.objects.create(
        person=make_person("示例乙"), courtyard=court, division_id=COMMUNITY, since=START
    )
    with pytest.raises(ValidationError, match="只能有一名书记"):
        appoint(person=make_person("示例丙"), role="secretary", organization=branch, since=DAY)
    with pytest.raises(ValidationError, match="已有楼院长"):
        appoint_head(person=make_person("示例丁"), courtyard=court, since=DAY)


class TestTwoAtOnceOnOneAdminPage:
    """Rows typed together: each is fine against the stored ones, and they clash with each other."""

    def post(self, client, branch, *rows):
        names = ("formation_partners", "posts", "member_counts")
        values = {f"{name}-{part}_FORMS": "0" for name in names for part in ("TOTAL", "INITIAL")}
        values |= {
            "name": branch.name,
            "kind": "branch",
            "formation": "joint",
            "division": COMMUNITY,
            "established_on": "2020-06-01",
            "treebeard_position": "last-child",
            "treebeard_ref_node": "",
            "posts-TOTAL_FORMS": str(len(rows)),
        }
        for place, (role, since, until) in enumerate(rows):
            person = make_person(f"示例{place}")
            row = {"person": person.pk, "role": role, "since": since, "until": until}
            values |= {f"posts-{place}-{name}": value for name, value in row.items()}
        address = reverse("admin:orgs_partyorganization_change", args=[branch.pk])
        return client.post(address, values)

    def test_two_secretaries_are_refused_in_words(self, as_user, orgdept):
        branch = make_branch()
        rows = [("secretary", "2021-01-01", ""), ("secretary", "2021-04-01", "")]
        answer = self.post(as_user(orgdept), branch, *rows)
        assert answer.status_code == 200
        assert "只能有一名书记" in answer.content.decode()
        assert not branch.posts.exists()

    def test_one_after_the_other_and_two_members_are_fine(self, as_user, orgdept):
        branch = make_branch()
        rows = [
            ("secretary", "2021-01-01", "2021-04-01"),
            ("secretary", "2021-04-01", ""),
            ("committee_member", "2021-01-01", ""),
            ("committee_member", "2021-01-01", ""),
        ]
        assert self.post(as_user(orgdept), branch, *rows).status_code == 302
        assert branch.posts.count() == 4


def test_handlers_follow_one_another_without_a_gap():
    problem = make_problem()
    first = make_handling(make_person("示例甲"), problem=problem, until=DAY)
    second = make_handling(make_person("示例乙"), problem=problem, since=DAY)
    assert [first.holds_on(DAY), second.holds_on(DAY)] == [False, True]
