"""The forms of the ledgers: who may, what can be chosen, errors, and two people at once."""

from datetime import date

import pytest
from django.test import Client
from django.urls import reverse
from makers import make_building, make_courtyard, make_person, make_unit
from pages import beside, changes, options, plain, read, value_of, values, words_of
from test_every_ledger import text

from courtyards.models import Building, Courtyard
from orgs.models import Person, Unit
from projects.models import Problem

pytestmark = pytest.mark.usefixtures("county")
NEW = "/courtyards/courtyards/new/"


@pytest.fixture
def court():
    return make_courtyard("示例院", location="示例路1号", remark="旧")


def edit_address(row) -> str:
    return reverse(f"{row._meta.app_label}:{row._meta.model_name}_update", args=[row.pk])


def client_of(user) -> Client:
    client = Client()
    client.force_login(user)
    return client


def typed(html: str) -> dict:
    """What the form holds: the values of its fields, as a browser would send them."""
    return values(read(html).select_one("form[data-guard]"))


def fill(client, address, **changes):
    """Open a form, change some fields, file it."""
    return client.post(address, typed(text(client.get(address))) | changes)


class TestWhoMay:
    def test_a_reporter_edits_the_rows_of_the_street(self, visit, court, street_reporter):
        assert visit(edit_address(court), street_reporter).status_code == 200
        assert edit_address(court) in text(
            visit(f"/courtyards/courtyards/{court.pk}/", street_reporter)
        )

    def test_a_leader_looks_and_does_not_edit(self, visit, court, leader):
        assert visit(edit_address(court), leader).status_code == 403
        assert client_of(leader).post(edit_address(court), {"name": "改名"}).status_code == 403
        assert edit_address(court) not in text(visit(f"/courtyards/courtyards/{court.pk}/", leader))

    def test_a_row_that_one_sees_but_may_not_edit_is_a_403(self, visit, make_account, court):
        mixed = make_account("mixed", "leader", code="410182")
        mixed.grants.create(role="reporter", division_id="410182002", since=date(2020, 1, 1))
        assert visit(f"/courtyards/courtyards/{court.pk}/", mixed).status_code == 200
        assert visit(edit_address(court), mixed).status_code == 403

    def test_units_are_for_organisation_administrators(self, visit, street_reporter, orgdept):
        address = edit_address(make_unit("示例局"))
        assert visit(address, street_reporter).status_code == 403
        assert visit(address, orgdept).status_code == 200


class TestStoring:
    def test_a_new_row(self, street_reporter):
        client = client_of(street_reporter)
        response = fill(
            client, NEW, name="新院", division="410182001001", since="2021-04-01", kind="single"
        )
        row = Courtyard.objects.get()
        assert response.status_code == 302 and response["Location"].endswith(f"/{row.pk}/")
        assert row.search_text.startswith("xinyuan ")
        assert "已保存：新院" in text(client.get(response["Location"]))
        assert row.events.get().pgh_context.metadata["user"] == street_reporter.pk

    def test_a_building_takes_its_community_from_the_courtyard(self, court, street_reporter):
        client = client_of(street_reporter)
        address = f"/courtyards/buildings/new/?courtyard={court.pk}"
        assert value_of(client.get(address), "courtyard") == str(court.pk)
        fill(client, address, name="1号楼", since="2021-04-01")
        assert Building.objects.get().division_id == court.division_id

    @pytest.mark.parametrize(
        ("noun", "values", "model"),
        [
            ("people", {"name": "示例甲", "division": "410182", "phone": "13800001234"}, Person),
            ("units", {"name": "示例局", "division": "410182", "kind": "organ"}, Unit),
        ],
    )
    def test_people_and_units(self, orgdept, noun, values, model):
        assert fill(client_of(orgdept), f"/orgs/{noun}/new/", **values).status_code == 302
        assert model.objects.get().name == values["name"]

    def test_a_problem(self, street_reporter):
        unit = make_unit("示例局")
        values = {
            "title": "示例漏水", "category": "leak", "source": "resident", "division": "410182001001",
            "responsible_unit": unit.pk, "raised_on": "2021-04-01", "due_on": "2021-04-20",
        }  # fmt: skip
        client = client_of(street_reporter)
        assert fill(client, "/projects/problems/new/", **values).status_code == 302
        assert Problem.objects.get().responsible_unit == unit
        late = values | {"due_on": "2021-03-01"}
        assert "整改时限不能早于提出日期" in text(fill(client, "/projects/problems/new/", **late))

    def test_fields_outside_the_form_are_left_alone(self, street_reporter):
        row = Problem.objects.create(
            title="示例", category="leak", source="resident", division_id="410182001001",
            responsible_unit=make_unit(), raised_on="2021-03-01", due_on="2021-03-10",
            closed_on="2021-03-05", ending="mended",
        )  # fmt: skip
        fill(client_of(street_reporter), edit_address(row), title="示例二")
        row.refresh_from_db()
        assert (row.title, row.ending, str(row.closed_on)) == ("示例二", "mended", "2021-03-05")


class TestErrors:
    def test_they_stand_beside_the_field_and_nothing_typed_is_lost(self, street_reporter):
        response = fill(client_of(street_reporter), NEW, location="示例路", since="昨天")
        html = text(response)
        assert response.status_code == 400 and not Courtyard.objects.exists()
        assert "这个字段是必填项" in beside(html, "name")
        assert (value_of(html, "location"), value_of(html, "since")) == ("示例路", "昨天")

    def test_rules_of_the_database_are_told_in_chinese(self, court, street_reporter):
        client = client_of(street_reporter)
        html = text(
            fill(client, NEW, name="示例院", division=court.division_id, since="2021-04-01")
        )
        assert "该社区已有同名楼院" in html
        html = text(fill(client, edit_address(court), until="2019-01-01"))
        assert "终止日期不能早于起始日期" in html

    def test_only_the_scope_can_be_chosen(self, street_reporter, other_street_reporter):
        client = client_of(street_reporter)
        html = text(client.get(NEW))
        offered = list(options(html, "division").values())
        assert "甲一社区" in offered and "甲街道" not in offered and "乙一社区" not in html
        response = fill(client, NEW, name="新院", division="410182002001", since="2021-04-01")
        assert response.status_code == 400 and not Courtyard.objects.exists()

    def test_a_row_cannot_be_moved_where_one_may_not_edit(self, make_account, court):
        """The choice shows the row's own place, also where the account only looks."""
        user = make_account("two", "reporter", code="410182001001")
        user.grants.create(role="leader", division_id="410182001002", since=date(2020, 1, 1))
        response = fill(client_of(user), edit_address(court), division="410182001002")
        court.refresh_from_db()
        assert response.status_code == 400 and court.division_id == "410182001001"


class TestTwoAtOnce:
    @pytest.fixture
    def conflict(self, court, street_reporter, street_reviewer):
        """One account opens the form; another changes the row; the first files."""
        address = edit_address(court)
        first, second = client_of(street_reporter), client_of(street_reviewer)
        opened = typed(text(first.get(address)))
        assert fill(second, address, location="示例路9号").status_code == 302
        return first, address, opened | {"location": "示例路5号", "remark": "新"}

    def test_nothing_is_stored_and_both_values_are_shown(self, conflict, court):
        client, address, filled = conflict
        response = client.post(address, filled)
        html = text(response)
        court.refresh_from_db()
        assert response.status_code == 409
        assert (court.location, court.remark) == ("示例路9号", "旧")
        assert ("示例路1号", "示例路9号") in changes(html) and "尚未保存" in html
        assert "suohe-review" in html
        assert (value_of(html, "location"), value_of(html, "remark")) == ("示例路5号", "新")
        assert plain(html).count("对方已改：") == 1  # the remark was changed by nobody else

    def test_filing_again_decides(self, conflict, court):
        client, address, filled = conflict
        again = typed(text(client.post(address, filled)))
        assert client.post(address, again).status_code == 302
        court.refresh_from_db()
        assert (court.location, court.remark) == ("示例路5号", "新")

    def test_a_third_change_in_between_is_shown_again(self, conflict, court, orgdept):
        client, address, filled = conflict
        again = typed(text(client.post(address, filled)))
        fill(client_of(orgdept), address, remark="第三人")
        response = client.post(address, again)
        assert response.status_code == 409 and ("旧", "第三人") in changes(response)

    def test_a_change_of_another_field_does_not_disturb(self, court, street_reporter):
        person = make_person("示例甲")
        client, address = client_of(street_reporter), edit_address(person)
        opened = typed(text(client.get(address)))
        Person.objects.filter(pk=person.pk).update(search_text="another key")
        assert client.post(address, opened | {"office": "主任"}).status_code == 302

    def test_a_forged_token_is_a_conflict_not_an_error(self, court, street_reporter):
        client, address = client_of(street_reporter), edit_address(court)
        for token in ("", "x" * 20):
            filled = typed(text(client.get(address))) | {"remark": "新", "shown": token}
            response = client.post(address, filled)
            assert response.status_code == 409 and "(不详)" in text(response)

    def test_a_row_deleted_meanwhile_is_a_404(self, court, street_reporter):
        building = make_building(court)
        client, address = client_of(street_reporter), edit_address(building)
        opened = typed(text(client.get(address)))
        building.delete()
        assert client.post(address, opened).status_code == 404


class TestManyRows:
    """More rows than a select can hold are typed and searched for."""

    @pytest.fixture
    def form(self, monkeypatch, street_reporter):
        monkeypatch.setattr("ledgers.pages.forms.MANY", 1)
        for name in ("轴承厂东院", "轴承厂西院", "百货楼院"):
            make_courtyard(name)
        client, address = client_of(street_reporter), "/courtyards/buildings/new/"
        return lambda text: fill(client, address, name="1号楼", since="2021-04-01", courtyard=text)

    @pytest.mark.parametrize("asked", ["百货楼院", "baihuo", "bhly"])
    def test_one_match_is_taken(self, form, asked):
        assert form(asked).status_code == 302
        assert Building.objects.get().courtyard.name == "百货楼院"

    def test_several_are_offered(self, form):
        html = text(form("zcc"))
        assert "有多个，请从列表中选定" in html
        assert "轴承厂东院" in words_of(html, "option") and "百货楼院" not in words_of(
            html, "option"
        )

    def test_rows_of_one_name_are_told_apart(self, form):
        make_courtyard("百货楼院", "410182001002")
        html = text(form("百货楼院"))
        assert "百货楼院（甲一社区）" in html and "百货楼院（甲二社区）" in html

    def test_none_is_told(self, form):
        response = form("没有这个院")
        assert response.status_code == 400 and "没有找到“没有这个院”" in text(response)

    def test_the_chosen_row_is_shown_by_name(self, form, street_reporter):
        form("百货楼院")
        html = text(client_of(street_reporter).get(edit_address(Building.objects.get())))
        assert value_of(html, "courtyard") == "百货楼院"
