"""Django admin: every model of the domain, in Chinese, quick at any size, for the few who may."""

import re

import pytest
from django.apps import apps
from django.contrib import admin
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.urls import reverse
from makers import START, make_branch, make_courtyard, make_organization, make_person, make_post

from courtyards.models import Building, Headship
from ledgers.admin import ReadOnly
from orgs.models import Grant, PartyOrganization, User

FLOORS = ("orgs", "courtyards", "projects", "volunteers", "campaign")
HAN = re.compile("[一-鿿]")


def domain_models():
    """Every model of ours that stores the domain: not the trail's events, not bare join tables."""
    for model in apps.get_models():
        bare = model._meta.auto_created or hasattr(model, "pgh_tracked_model")
        if model._meta.app_label in FLOORS and not bare:
            yield model


MODELS = sorted(domain_models(), key=lambda model: model._meta.label)
each_model = pytest.mark.parametrize("model", MODELS, ids=lambda model: model._meta.label)


def address(model, page: str, *args) -> str:
    return reverse(f"admin:{model._meta.app_label}_{model._meta.model_name}_{page}", args=args)


@pytest.fixture
def boss(as_user, admin_user):
    return as_user(admin_user)


@each_model
def test_registered_with_chinese_names(model):
    assert model in admin.site._registry
    assert HAN.search(str(model._meta.verbose_name))
    plain = [
        field.name
        for field in model._meta.fields
        if field.editable and not field.primary_key and not HAN.search(str(field.verbose_name))
    ]
    tree = {"path", "depth", "numchild"}
    inherited = {"password", "is_superuser"}
    assert set(plain) <= tree | inherited


@each_model
def test_lists_never_grow_with_their_rows_and_forms_never_list_all_rows(
    model, demo, as_user, monkeypatch
):
    client = as_user(demo["admin"])
    model_admin = admin.site._registry[model]
    counts = []
    for size in (6, 12):
        monkeypatch.setattr(model_admin, "list_per_page", size)
        with CaptureQueriesContext(
            connection,
        ) as queries:
            answer = client.get(address(model, "changelist"))
        assert answer.status_code == 200
        counts.append(len(queries))
    assert counts[1] <= counts[0], f"{counts} queries"
    assert client.get(address(model, "changelist"), {"q": "A示例 2"}).status_code == 200

    add = client.get(address(model, "add"))
    assert add.status_code == (403 if isinstance(model_admin, ReadOnly) else 200)
    row = model.objects.order_by("pk").first()
    pages = [add]
    if row is not None:
        pages.append(client.get(address(model, "change", row.pk)))
        assert pages[1].status_code == 200
    for page in pages:
        assert page.content.count(b"<option") < 300


def test_index_in_chinese(boss):
    page = boss.get(reverse("admin:index")).content.decode()
    assert "三项工程一项管理 · 系统管理" in page
    for app in FLOORS:
        assert HAN.search(apps.get_app_config(app).verbose_name)


def test_who_may_enter(as_user, leader, auditor, orgdept, make_account):
    for user in (leader, auditor, orgdept):
        answer = as_user(user).get(reverse("admin:index"))
        assert answer.status_code == 302
        assert "login" in answer["Location"]
    # Staff without a grant to administer: the door opens, and there is nothing behind it.
    clerk = make_account("clerk", is_staff=True)
    assert as_user(clerk).get(address(PartyOrganization, "changelist")).status_code == 403
    keeper = make_account("keeper", "system_admin", is_staff=True)
    assert as_user(keeper).get(address(PartyOrganization, "changelist")).status_code == 200


def test_nothing_is_deleted_but_a_grant_given_by_mistake(boss, admin_user, rf):
    request = rf.get("/")
    request.user = admin_user
    deletable = [
        model for model in MODELS if admin.site._registry[model].has_delete_permission(request)
    ]
    assert deletable == [Grant]


def test_phones_are_masked_and_write_only(boss, county):
    person = make_person("示例甲", phone="13800001234")
    change = address(type(person), "change", person.pk)
    for page in (boss.get(address(type(person), "changelist")), boss.get(change)):
        assert "138****1234" in page.content.decode()
        assert "13800001234" not in page.content.decode()
    values = {"name": "示例乙", "division": "410182", "rank": "none", "party_status": "full"}
    assert boss.post(change, values | {"phone": ""}).status_code == 302
    person.refresh_from_db()
    assert (person.name, person.phone) == ("示例乙", "13800001234")
    boss.post(change, values | {"phone": "13800005678"})
    person.refresh_from_db()
    assert person.phone == "13800005678"


def test_rules_of_the_domain_speak_chinese_in_admin(boss, county):
    court = make_courtyard()
    Headship.objects.create(
        person=make_person(), courtyard=court, division=court.division, since=START
    )
    answer = boss.post(
        address(Headship, "add"),
        {"person": make_person("示例乙").pk, "courtyard": court.pk, "since": "2021-01-01"},
    )
    assert "请先结束前任任职" in answer.content.decode()


def test_a_building_lies_where_its_courtyard_lies(boss, county):
    court = make_courtyard()
    answer = boss.post(
        address(Building, "add"), {"courtyard": court.pk, "name": "9号楼", "since": "2020-06-01"}
    )
    assert answer.status_code == 302
    assert Building.objects.get().division_id == court.division_id


GRANTS = {
    "grants-TOTAL_FORMS": "2",
    "grants-INITIAL_FORMS": "0",
    "grants-0-role": "system_admin",
    "grants-0-division": "410182",
    "grants-0-since": "2021-01-01",
    "grants-1-role": "auditor",
    "grants-1-division": "410182",
    "grants-1-since": "2021-02-01",
}


@pytest.mark.parametrize(("until", "given"), [("", 0), ("2021-02-01", 2)])
def test_the_three_administrators_exclude_one_another(boss, county, until, given):
    user = User.objects.create_user("clerk")
    values = {"username": "clerk", "first_name": "示例账号", "is_active": "on"}
    change = address(User, "change", user.pk)
    answer = boss.post(change, values | GRANTS | {"grants-0-until": until})
    assert user.grants.count() == given
    assert answer.status_code == (302 if given else 200)
    if not given:
        assert "不得由同一账号兼任" in answer.content.decode()


class TestTree:
    def inlines(self):
        names = ("formation_partners", "posts", "member_counts")
        return {f"{name}-{part}_FORMS": "0" for name in names for part in ("TOTAL", "INITIAL")}

    def test_one_level_at_a_time(self, boss, county):
        root = make_organization("示例总支")
        branch = make_branch("示例支部", root)
        page = boss.get(address(PartyOrganization, "changelist")).content.decode()
        assert "示例总支" in page
        assert "示例支部" not in page
        children = boss.get(f"{address(PartyOrganization, 'changelist')}children/{root.pk}/")
        assert "示例支部" in children.json()["result_html"]
        found = boss.get(address(PartyOrganization, "changelist"), {"q": "SLZB"})
        assert found["Location"] == f"?open={branch.pk}"

    def test_adding_below(self, boss, county):
        first, second = make_organization("甲总支"), make_organization("乙总支")
        values = self.inlines() | {
            "name": "示例支部",
            "kind": "branch",
            "formation": "joint",
            "division": "410182001001",
            "established_on": "2021-01-01",
            "treebeard_position": "last-child",
        }
        answer = boss.post(
            address(PartyOrganization, "add"), values | {"treebeard_ref_node": first.pk}
        )
        assert answer.status_code == 302, answer.context["adminform"].form.errors
        branch = PartyOrganization.objects.get(name="示例支部")
        assert PartyOrganization.objects.get_parent(branch) == first
        answer = boss.post(
            address(PartyOrganization, "change", branch.pk),
            values | {"treebeard_ref_node": second.pk, "name": "改名支部"},
        )
        assert answer.status_code == 302
        branch = PartyOrganization.objects.get(pk=branch.pk)
        # It is moved by the action of its own, on a day; a form does not move it.
        assert (PartyOrganization.objects.get_parent(branch), branch.name) == (first, "改名支部")
        assert PartyOrganization.objects.find_problems() == ([], [], [], [], [])

    def test_drag_and_drop(self, boss, county):
        first, second = make_organization("甲总支"), make_organization("乙总支")
        branch = make_branch("示例支部", first)
        answer = boss.post(
            f"{address(PartyOrganization, 'changelist')}move/",
            {"node": branch.pk, "target": second.pk, "relation": "child"},
        )
        assert answer.status_code == 200
        branch = PartyOrganization.objects.get(pk=branch.pk)
        assert PartyOrganization.objects.get_parent(branch) == second

    @pytest.mark.parametrize("relation", ["child", "sibling"])
    def test_a_group_may_not_be_dragged_out_of_a_branch(self, boss, county, relation):
        general = make_organization("甲总支")
        branch = make_branch("示例支部", general)
        group = make_organization("示例一组", "group", branch)
        move = f"{address(PartyOrganization, 'changelist')}move/"
        answer = boss.post(move, {"node": group.pk, "target": general.pk, "relation": relation})
        assert answer.status_code == 400
        assert "党小组只能设在党支部" in answer.content.decode()
        answer = boss.post(move, {"node": general.pk, "target": branch.pk, "relation": "child"})
        assert "不能移到那里" in answer.content.decode()
        assert boss.post(move, {"node": "x"}).status_code == 400
        assert PartyOrganization.objects.find_problems() == ([], [], [], [], [])

    def test_the_last_day_of_an_organisation_is_not_typed_here(self, boss, county):
        branch = make_branch()
        make_post(make_person(), organization=branch)
        page = boss.get(address(PartyOrganization, "change", branch.pk)).content.decode()
        assert 'name="dissolved_on"' not in page


def test_foreign_keys_are_found_by_pinyin(boss, county):
    make_person("示例甲")
    answer = boss.get(
        reverse("admin:autocomplete"),
        {"app_label": "orgs", "model_name": "post", "field_name": "person", "term": "Slj"},
    )
    assert [row["text"] for row in answer.json()["results"]] == ["示例甲"]
