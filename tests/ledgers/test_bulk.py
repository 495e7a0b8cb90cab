"""批量修改: chosen rows, one field, a preview that stores nothing, and what others changed meanwhile."""

import pytest
from django.test import Client
from makers import make_building, make_courtyard, make_person, make_unit
from pages import changes, form_with, names, pieces, plain, read, values
from test_every_ledger import text

from courtyards.models import Building, Courtyard
from ledgers import registry
from ledgers.trail.row_history import trail_of
from orgs.models import Person

pytestmark = pytest.mark.usefixtures("county")
LIST = "/courtyards/courtyards/"
BULK = f"{LIST}bulk/"
FIRST, SECOND, OTHER_STREET = "410182001001", "410182001002", "410182002001"


@pytest.fixture
def courts():
    return [make_courtyard(f"示例{n}院", FIRST) for n in "甲乙丙"]


@pytest.fixture
def client(street_reporter):
    client = Client()
    client.force_login(street_reporter)
    return client


def hidden(html: str) -> dict:
    """The fields of a preview's form, as a browser would send them."""
    return values(form_with(html, "shown"))


def picking(*rows, base=BULK) -> str:
    return base + "?" + "&".join(f"pick={row.pk}" for row in rows)


def preview(client, address, field, value):
    return client.post(address, {"step": "preview", "field": field, f"to-{field}": value})


def kinds() -> list[str]:
    return list(Courtyard.objects.order_by("name").values_list("kind", flat=True))


class TestDeclaration:
    def test_bulk_fields_are_fields_of_the_form(self, ledger):
        assert set(ledger.bulk) <= set(ledger.form.base_fields if ledger.form else ())

    def test_which_ledgers_have_it(self):
        nouns = {ledger.noun for ledger in registry.all_ledgers() if ledger.bulk}
        assert nouns == {"courtyard", "building", "person", "project", "problem"}


class TestChoosing:
    def test_boxes_are_for_those_who_may(self, visit, courts, street_reporter, leader):
        assert names(visit(LIST, street_reporter)).count("pick") == 3
        assert "pick" not in names(visit(LIST, leader))
        assert visit(BULK, leader).status_code == 403

    def test_the_page_lists_the_rows_and_the_fields(self, client, courts):
        html = text(client.get(picking(*courts[:2])))
        assert "示例甲院" in html and "示例丙院" not in html
        assert "to-kind" in names(html) and "to-name" not in names(html)

    def test_nothing_chosen(self, client, courts):
        assert "还没有选择条目" in text(client.get(BULK))
        assert preview(client, BULK, "kind", "cluster").status_code == 400
        assert client.post(BULK).status_code == 400

    def test_another_branchs_row_does_not_exist(self, client, courts):
        foreign = make_courtyard("外街院", OTHER_STREET)
        for address in (picking(foreign), picking(courts[0], foreign), f"{BULK}?pick=x"):
            assert client.get(address).status_code == 404
        rows = {"step": "apply", "field": "kind", "to-kind": "cluster", "shown": f"{foreign.pk}:x"}
        assert client.post(BULK, rows).status_code == 404
        foreign.refresh_from_db()
        assert foreign.kind == "single"

    def test_all_filtered_rows_up_to_the_limit(self, client, visit, courts, monkeypatch):
        make_courtyard("外街院", OTHER_STREET)
        html = text(client.get(f"{BULK}?all=1&q=jia"))
        assert "示例甲院" in html and "示例乙院" not in html
        assert "共 3 条" in plain(client.get(f"{BULK}?all=1"))
        monkeypatch.setattr("ledgers.pages.bulk_views.BULK_LIMIT", 2)
        response = client.get(f"{BULK}?all=1")
        assert response.status_code == 400 and "一次最多批量修改2条" in text(response)
        assert client.get(f"{BULK}?all=1&kind=villa").status_code == 400


class TestPreview:
    def test_it_shows_old_and_new_and_stores_nothing(self, client, courts):
        Courtyard.objects.filter(pk=courts[2].pk).update(kind="cluster")
        before = courts[0].events.count()
        html = text(preview(client, picking(*courts), "kind", "cluster"))
        assert changes(html) == [("楼院", "片区")] * 2
        assert "将修改 2 条" in plain(html) and pieces(html).count("不变") == 1
        assert sorted(kinds()) == ["cluster", "single", "single"]
        assert courts[0].events.count() == before

    def test_a_wrong_value_or_field_is_told(self, client, courts):
        html = text(preview(client, picking(*courts), "kind", "villa"))
        assert "所填内容有误" in html
        for field in ("name", "nothing", ""):
            response = preview(client, picking(*courts), field, "x")
            assert response.status_code == 400 and "请选择要修改的栏目" in text(response)

    def test_what_a_rule_forbids_stands_in_its_row(self, client, courts):
        """A place of the same name in the target community: the form's rule, told beside the row."""
        make_courtyard("示例甲院", SECOND)
        html = text(preview(client, picking(*courts[:2]), "division", SECOND))
        assert "该社区已有同名楼院" in html and "1 条不能修改" in plain(html)
        response = client.post(picking(*courts[:2]), hidden(html))
        assert response.status_code == 302
        codes = {court.name: court.division_id for court in Courtyard.objects.filter(
            pk__in=[court.pk for court in courts])}  # fmt: skip
        assert codes == {"示例甲院": FIRST, "示例乙院": SECOND, "示例丙院": FIRST}

    def test_a_row_that_one_may_see_but_not_edit(self, make_account, courts):
        user = make_account("two", "reporter", code=FIRST)
        user.grants.create(role="leader", division_id=SECOND, since="2020-01-01")
        seen = make_courtyard("只看院", SECOND)
        client = Client()
        client.force_login(user)
        html = text(preview(client, picking(courts[0], seen), "kind", "cluster"))
        assert "不在您的维护范围内" in html and "将修改 1 条" in plain(html)
        client.post(BULK, hidden(html) | {"shown": f"{seen.pk}:x"})
        seen.refresh_from_db()
        assert seen.kind == "single"

    def test_rows_cannot_be_moved_out_of_the_scope(self, client, courts):
        html = text(preview(client, picking(*courts), "division", OTHER_STREET))
        assert read(html).find("ins") is None
        assert set(Courtyard.objects.values_list("division_id", flat=True)) == {FIRST}


class TestApplying:
    def test_stored_with_history_and_what_hangs_on_it(self, client, courts, street_reporter):
        building = make_building(courts[0], "1号楼")
        address = picking(*courts[:2]) + "&q=shili"
        html = text(preview(client, address, "division", SECOND))
        response = client.post(address, hidden(html))
        assert response.status_code == 302 and response.url == f"{LIST}?q=shili"
        assert "已批量修改2条楼院" in text(client.get(response.url))
        assert Building.objects.get(pk=building.pk).division_id == SECOND  # as the form does
        entry = trail_of(courts[0])[0]
        assert entry.who == street_reporter.display_name
        assert [(c.label, c.new) for c in entry.changes] == [("社区", "甲二社区")]

    def test_what_was_changed_meanwhile_is_left_out_and_can_be_decided(self, client, courts):
        address = picking(*courts)
        html = text(preview(client, address, "remark", "本街道统一改"))
        Courtyard.objects.filter(pk=courts[1].pk).update(remark="他人改")
        Courtyard.objects.filter(pk=courts[2].pk).update(location="他人改了别的栏")
        response = client.post(address, hidden(html))
        assert response.status_code == 409
        html = text(response)
        assert "已修改 2 条" in html and "已被他人改过" in html and "他人改" in html
        remarks = {c.pk: c.remark for c in Courtyard.objects.all()}
        assert remarks[courts[1].pk] == "他人改"
        assert remarks[courts[2].pk] == "本街道统一改"
        assert Courtyard.objects.get(pk=courts[2].pk).location == "他人改了别的栏"
        assert client.post(address, hidden(html)).status_code == 302
        assert set(Courtyard.objects.values_list("remark", flat=True)) == {"本街道统一改"}

    def test_a_field_can_be_emptied_and_a_unit_be_searched(self, client, courts):
        unit = make_unit("示例局", "410182")
        html = text(preview(client, picking(courts[0]), "original_owner", unit.pk))
        client.post(picking(courts[0]), hidden(html))
        assert Courtyard.objects.get(pk=courts[0].pk).original_owner == unit
        html = text(preview(client, picking(courts[0]), "original_owner", ""))
        client.post(picking(courts[0]), hidden(html))
        assert Courtyard.objects.get(pk=courts[0].pk).original_owner is None

    def test_a_persons_phone_stays_when_another_field_is_changed(self, client):
        people = [make_person(f"示例{n}", FIRST, phone="13800001234") for n in "甲乙"]
        address = picking(*people, base="/orgs/people/bulk/")
        html = text(preview(client, address, "office", "社区专干"))
        assert client.post(address, hidden(html)).status_code == 302
        found = Person.objects.values_list("office", "phone")
        assert list(found) == [("社区专干", "13800001234")] * 2

    def test_numbers_of_buildings(self, client, courts):
        houses = [make_building(courts[0], f"{n}号楼") for n in (1, 2)]
        address = picking(*houses, base="/courtyards/buildings/bulk/")
        assert preview(client, address, "floors", "很多").status_code == 400
        html = text(preview(client, address, "floors", "六"))
        client.post(address, hidden(html))
        assert list(Building.objects.values_list("floors", flat=True)) == [6, 6]
