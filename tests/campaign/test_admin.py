"""Django admin: every model of the domain, in Chinese, quick at any size, for the few who may."""

import re

import pytest
from django.apps import apps
from django.contrib import admin
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.urls import reverse
from makers import START, make_branch, make_courtyard, make_organization, make_person, make_post
from pages import names, read

from courtyards.models import Building, Headship
from ledgers.admin import ADMINISTER, AUDIT, ORGANISE, ReadOnly
from orgs.models import Division, Grant, PartyOrganization, PhoneReveal, User

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


# Whose pages they are: the demo account that holds the duty.
HOLDERS = {ORGANISE: "orgdept", ADMINISTER: "admin", AUDIT: "auditor"}


@pytest.fixture
def boss(as_user, orgdept):
    """Who keeps the domain's rows: the organisation administrator."""
    return as_user(orgdept)


@pytest.fixture
def keeper(as_user, admin_user):
    """Who keeps the accounts: the system administrator."""
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
    model_admin = admin.site._registry[model]
    client = as_user(demo[HOLDERS[model_admin.duty]])
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
    row = model.objects.order_by("-pk").first()
    pages = [add]
    if row is not None:
        pages.append(client.get(address(model, "change", row.pk)))
        assert pages[1].status_code == 200
    for page in pages:
        assert len(read(page).select("option")) < 300


def test_index_in_chinese(boss):
    page = boss.get(reverse("admin:index")).content.decode()
    assert "三项工程一项管理 · 系统管理" in page
    for app in FLOORS:
        assert HAN.search(apps.get_app_config(app).verbose_name)


def test_who_may_enter(as_user, leader, street_reporter, outsider, make_account):
    clerk = make_account("clerk", is_staff=True, is_superuser=True)
    for user in (leader, street_reporter, outsider, clerk):
        assert as_user(user).get(reverse("admin:index")).status_code == 403
        assert as_user(user).get(address(PartyOrganization, "changelist")).status_code == 403


def test_visitors_find_one_log_in_page_only(client, db):
    for page in ("index", "login"):
        answer = client.get(reverse(f"admin:{page}"), follow=True)
        assert answer.redirect_chain[-1][0].startswith("/accounts/login/?next=/")


@pytest.fixture
def cast(leader, street_reporter, street_reviewer, orgdept, admin_user, auditor, make_account):
    """An account of each role, and one that Django itself would let do everything."""
    superuser = make_account("root", is_staff=True, is_superuser=True)
    return [leader, street_reporter, street_reviewer, orgdept, admin_user, auditor, superuser]


def test_each_admin_page_and_action_belongs_to_one_duty(cast, rf):
    """Every registered page × every role × look, add, change, delete: exactly its duty's holder."""
    wrong, seen = [], set()
    for model, model_admin in admin.site._registry.items():
        holder = HOLDERS[model_admin.duty]
        seen.add(holder)
        for user in cast:
            request = rf.get("/")
            request.user = user
            writes = user.username == holder and not isinstance(model_admin, ReadOnly)
            expected = {
                "has_module_permission": user.username == holder,
                "has_view_permission": user.username == holder,
                "has_add_permission": writes,
                "has_change_permission": writes,
                "has_delete_permission": writes and model is Grant,
            }
            found = {name: getattr(model_admin, name)(request) for name in expected}
            if found != expected:
                wrong.append((model._meta.label, user.username, found))
    assert not wrong
    assert seen == set(HOLDERS.values())


def test_the_auditor_writes_nothing_in_admin(rf, auditor):
    request = rf.get("/")
    request.user = auditor
    open_to_auditor = [a for a in admin.site._registry.values() if a.has_view_permission(request)]
    assert open_to_auditor
    for model_admin in open_to_auditor:
        assert isinstance(model_admin, ReadOnly)
        assert not model_admin.get_actions(request)


def test_pages_of_other_duties_are_refused(as_user, orgdept, admin_user, auditor):
    pages = {
        "orgdept": address(PartyOrganization, "changelist"),
        "admin": address(User, "changelist"),
        "auditor": address(PhoneReveal, "changelist"),
    }
    for user in (orgdept, admin_user, auditor):
        answers = {name: as_user(user).get(page).status_code for name, page in pages.items()}
        assert answers == {name: 200 if name == user.username else 403 for name in pages}


def test_rows_out_of_reach_are_neither_listed_opened_nor_pointed_at(as_user, make_account):
    """An organisation administrator of one street, and a person and a courtyard of another."""
    near, far = make_person("示例近", phone="13800001111"), make_person("示例远", "410182002001")
    court = make_courtyard()
    client = as_user(make_account("street-org", "org_admin", code="410182001"))
    page = client.get(address(type(near), "changelist")).content.decode()
    assert "示例近" in page and "示例远" not in page
    assert client.get(address(type(near), "change", near.pk)).status_code == 200
    assert client.get(address(type(near), "change", far.pk)).status_code == 302  # 找不到
    found = client.get(
        reverse("admin:autocomplete"),
        {"app_label": "orgs", "model_name": "post", "field_name": "person", "term": "示例"},
    )
    assert [row["text"] for row in found.json()["results"]] == ["示例近"]
    answer = client.post(
        address(Headship, "add"),
        {"person": far.pk, "courtyard": court.pk, "since": "2021-01-01"},
    )
    assert answer.status_code == 200 and not Headship.objects.exists()
    values = {"name": "示例外", "division": "410182002001", "rank": "none", "party_status": "full"}
    assert client.post(address(type(near), "add"), values).status_code == 200
    assert not type(near).objects.filter(name="示例外").exists()


def test_a_division_out_of_reach_cannot_be_made(as_user, make_account):
    client = as_user(make_account("street-org", "org_admin", code="410182001"))
    values = {"code": "410199", "name": "示例县二", "level": "county", "parent": "4101"}
    assert client.post(address(Division, "add"), values).status_code == 403
    assert not Division.objects.filter(code="410199").exists()
    inside = {
        "code": "410182001009",
        "name": "甲九社区",
        "level": "community",
        "parent": "410182001",
    }
    assert client.post(address(Division, "add"), inside).status_code == 302


def test_who_opens_accounts_finds_people_by_typing_and_reads_no_page_of_them(keeper, county):
    person = make_person("示例甲")
    asked = {"app_label": "orgs", "model_name": "user", "field_name": "person", "term": "slj"}
    found = keeper.get(reverse("admin:autocomplete"), asked)
    assert [row["text"] for row in found.json()["results"]] == ["示例甲"]
    assert keeper.get(address(type(person), "changelist")).status_code == 403
    assert keeper.get(address(type(person), "change", person.pk)).status_code == 403


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
def test_the_three_administrators_exclude_one_another(keeper, county, until, given):
    user = User.objects.create_user("clerk")
    values = {"username": "clerk", "first_name": "示例账号", "is_active": "on"}
    change = address(User, "change", user.pk)
    answer = keeper.post(change, values | GRANTS | {"grants-0-until": until})
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
        page = boss.get(address(PartyOrganization, "change", branch.pk))
        assert "name" in names(page) and "dissolved_on" not in names(page)


def test_foreign_keys_are_found_by_pinyin(boss, county):
    make_person("示例甲")
    answer = boss.get(
        reverse("admin:autocomplete"),
        {"app_label": "orgs", "model_name": "post", "field_name": "person", "term": "Slj"},
    )
    assert [row["text"] for row in answer.json()["results"]] == ["示例甲"]
