"""Every constraint of this floor: the database refuses, and a person is told in Chinese why."""

from types import SimpleNamespace

import pytest
from django.apps import apps
from django.core.exceptions import ValidationError
from django.db import IntegrityError, transaction
from django.test import Client
from django.urls import reverse
from makers import make_branch, make_person
from pages import beside, errors

from projects.models import Road
from volunteers import models

pytestmark = pytest.mark.usefixtures("county")
HERE = "410182001001"
DAYS = {"since": "2021-03-01", "until": "2021-02-01"}
SINCE = {"since": "2021-03-01"}
ENDS_EARLY = "终止日期不能早于起始日期。"


@pytest.fixture
def place():
    """What the rows below are about."""
    return SimpleNamespace(
        branch=make_branch(),
        other=make_branch("另一支部"),
        person=make_person(),
        second=make_person("示例乙"),
        door=models.Household.objects.create(division_id=HERE, door="1号"),
        road=Road.objects.create(name="示例路", division_id=HERE),
        text=models.FrontageTemplate.objects.create(name="责任书", version="four", **SINCE),
    )


def team(place, **more):
    return {"name": "示例队", "kind": "service", "division_id": HERE, "members": 5} | more


def duty(place, **more):
    values = {"tier": "link_head", "person": place.person, "division_id": HERE}
    return values | {"household": place.door} | more


def chief(place, **more):
    return {"road": place.road, "level": "first", "person": place.person} | more


def agreement(place, **more):
    values = {"number": "示001", "template": place.text, "party_kind": "merchant"}
    return values | {"division_id": HERE, "premises": "示例路1号"} | more


def honour(place, **more):
    return {"kind": "vanguard", "division_id": HERE, "person": place.person} | more


# Constraint: the form (noun) where it has one, the model, what stands already, what is refused, why.
ENTERED = {
    "volunteers_team_until_after_since": (
        "team", models.Team, None, lambda at: team(at, **DAYS), ENDS_EARLY
    ),
    "team_name_once": (
        "team", models.Team, lambda at: team(at, **SINCE), lambda at: team(at, **SINCE),
        "该区划已有同名队伍。",
    ),
    "volunteers_frontageagreement_until_after_since": (
        "frontage_agreement", models.FrontageAgreement, None,
        lambda at: agreement(at, **DAYS), ENDS_EARLY,
    ),
    "volunteers_honour_until_after_since": (
        "honour", models.Honour, None, lambda at: honour(at, **DAYS), ENDS_EARLY
    ),
    "honour_names_its_bearer": (
        "honour", models.Honour, None, lambda at: honour(at, person=None, **SINCE),
        "示范户填户，先锋、模范填人员，五星支部填党组织。",
    ),
    "villagers_group_once": (
        "villagers_group", models.VillagersGroup,
        lambda at: {"name": "一组", "division_id": HERE},
        lambda at: {"name": "一组", "division_id": HERE}, "该村已有同名小组。",
    ),
    "household_door_once": (
        "household", models.Household, None, lambda at: {"door": "1号", "division_id": HERE},
        "该村（社区）已有此门牌。",
    ),
    "volunteers_contactduty_until_after_since": (
        "contact_duty", models.ContactDuty, None, lambda at: duty(at, **DAYS), ENDS_EARLY
    ),
    "contact_duty_tier_names_its_target": (
        "contact_duty", models.ContactDuty, None, lambda at: duty(at, tier="cadre_group", **SINCE),
        "包村填村、包组填村民小组、包户与联户长填户、联片填片区，其余留空。",
    ),
    "contact_duty_one_link_head": (
        "contact_duty", models.ContactDuty, lambda at: duty(at, **SINCE),
        lambda at: duty(at, person=at.second, since="2021-04-01"), "该户此期间已有联户长。",
    ),
    "volunteers_roadchief_until_after_since": (
        "road_chief", models.RoadChief, None, lambda at: chief(at, **DAYS), ENDS_EARLY
    ),
    "road_chief_one_per_level": (
        "road_chief", models.RoadChief, lambda at: chief(at, **SINCE),
        lambda at: chief(at, person=at.second, since="2021-04-01"), "该路段此期间已有这一级路长。",
    ),
}  # fmt: skip
KEPT_ELSEWHERE = {
    "volunteers_branchlink_until_after_since": (
        models.BranchLink, None, lambda at: {"first": at.branch, "second": at.other, **DAYS},
        ENDS_EARLY,
    ),
    "branch_link_two_branches": (
        models.BranchLink, None, lambda at: {"first": at.branch, "second": at.branch, **SINCE},
        "党支部不能与自己联建。",
    ),
    "branch_link_once": (
        models.BranchLink, lambda at: {"first": at.branch, "second": at.other, **SINCE},
        lambda at: {"first": at.branch, "second": at.other, "since": "2021-04-01"},
        "两个党支部此期间已联建。",
    ),
    "pledge_due_after_pledged": (
        models.Pledge, None,
        lambda at: {"pledger_office": "书记", "division_id": HERE, "target": "拆除216处",
                    "pledged_on": "2021-04-10", "due_on": "2021-04-09"},
        "期限不能早于立状日期。",
    ),
    "open_letter_version_once": (
        models.OpenLetter,
        lambda at: {"title": "一封信", "version": "一", "issued_on": "2021-04-01",
                    "division_id": HERE},
        lambda at: {"title": "一封信", "version": "一", "issued_on": "2021-04-02",
                    "division_id": HERE},
        "包含 标题 和 版本 的 公开信 已经存在。",
    ),
    "volunteers_frontagetemplate_until_after_since": (
        models.FrontageTemplate, None,
        lambda at: {"name": "文本", "version": "four", "items": ["卫生"], **DAYS}, ENDS_EARLY,
    ),
    "volunteers_responsibilityarea_until_after_since": (
        models.ResponsibilityArea, None,
        lambda at: {"name": "一区", "division_id": HERE, "holder": at.person, **DAYS}, ENDS_EARLY,
    ),
    "volunteers_pointsrule_until_after_since": (
        models.PointsRule, None,
        lambda at: {"name": "加分", "division_id": HERE, "kind": "reward", "points": 2, **DAYS},
        ENDS_EARLY,
    ),
    "volunteers_postsign_until_after_since": (
        models.PostSign, None, lambda at: {"person": at.person, "title": "示例岗", **DAYS},
        ENDS_EARLY,
    ),
}  # fmt: skip


def refuses(model, values: dict) -> str:
    """The name of the constraint by which the database refuses the row."""
    with pytest.raises(IntegrityError) as refused, transaction.atomic():
        model.objects.create(**values)
    return refused.value.__cause__.diag.constraint_name


def test_no_constraint_is_without_its_test():
    known = {
        constraint.name
        for model in apps.get_app_config("volunteers").get_models()
        for constraint in model._meta.constraints
    }
    assert known == set(ENTERED) | set(KEPT_ELSEWHERE)


@pytest.mark.parametrize("name", ENTERED)
def test_the_form_says_why_and_the_database_stands_behind_it(name, place, street_reporter):
    noun, model, first, refused, sentence = ENTERED[name]
    if first:
        model.objects.create(**first(place))
    values, before = refused(place), model.objects.count()
    client = Client()
    client.force_login(street_reporter)
    typed = {
        key.removesuffix("_id"): getattr(value, "pk", value)
        for key, value in values.items()
        if value is not None
    }
    answer = client.post(reverse(f"volunteers:{noun}_create"), typed)
    assert answer.status_code == 400 and sentence in errors(answer)
    assert model.objects.count() == before
    assert refuses(model, values) == name


@pytest.mark.parametrize("name", KEPT_ELSEWHERE)
def test_a_row_without_a_form_is_told_and_refused_alike(name, place):
    model, first, refused, sentence = KEPT_ELSEWHERE[name]
    if first:
        model.objects.create(**first(place))
    with pytest.raises(ValidationError, match=sentence):
        model(**refused(place)).full_clean()
    assert refuses(model, refused(place)) == name


def test_a_number_of_an_agreement_is_given_once_and_said_beside_it(place, street_reporter):
    models.FrontageAgreement.objects.create(**agreement(place, **SINCE))
    client = Client()
    client.force_login(street_reporter)
    typed = agreement(place, template=place.text.pk, division=HERE, **SINCE)
    answer = client.post(reverse("volunteers:frontage_agreement_create"), typed)
    assert answer.status_code == 400 and "已存在" in beside(answer, "number")
