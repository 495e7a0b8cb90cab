"""Seeing as another account; previews without rows; the matrix; who opens whose account."""

import pytest
from makers import make_courtyard, make_person
from pages import links, words_of

from campaign.accounts.reach import Reaches
from ledgers import clock
from ledgers.all_pages import all_pages
from ledgers.models import AuditRecord
from orgs.access import Verb, scope_of
from orgs.accounts.scopes import accounts_under
from orgs.accounts.see_as import accounts_to_see_as
from orgs.models import Person

START, END = "/accounts/see-as/{}/", "/accounts/see-as/end/"


@pytest.fixture
def seeing(as_user, orgdept, street_reporter):
    """The organisation administrator, seeing as the reporter of a street."""
    client = as_user(orgdept)
    assert client.post(START.format(street_reporter.pk)).url == "/"
    return client


class TestSeeingAs:
    def test_shows_the_rows_and_the_menu_of_the_other(self, seeing):
        make_courtyard("甲院")
        make_courtyard("乙院", code="410182002001")
        page = seeing.get("/courtyards/courtyards/").content.decode()
        assert "甲院" in page and "乙院" not in page
        assert "的视角查看" in page and "结束查看" in page
        assert "报送" in page and "以其视角查看" not in links(page)

    def test_every_writing_is_refused(self, seeing):
        person = make_person(phone="13800001111")
        for page in (
            f"/orgs/people/{person.pk}/edit/",
            f"/orgs/people/{person.pk}/phone/",
            "/orgs/people/new/",
            "/accounts/password/",
            "/accounts/factor/",
        ):
            answer = seeing.post(page, {"name": "改名"})
            assert answer.status_code == 403
            assert "只能看" in answer.content.decode()
        person.refresh_from_db()
        assert person.name == "示例甲"
        assert not person.reveals.exists()

    def test_nothing_is_carried_away_and_nothing_of_the_account_itself_opens(self, seeing):
        for page in (
            "/courtyards/courtyards/?format=csv",
            "/admin/",
            "/accounts/sign-ins/",
            "/accounts/password/",
            "/accounts/see-as/",
        ):
            assert seeing.get(page).status_code == 403, page

    def test_ends_by_the_button_and_both_ends_are_recorded(self, seeing, orgdept, street_reporter):
        assert seeing.post(END).url == "/accounts/see-as/"
        assert "结束查看" not in seeing.get("/").content.decode()
        records = AuditRecord.objects.filter(kind="see_as").order_by("pk")
        assert [(r.username, r.object_key, r.detail["what"]) for r in records] == [
            ("orgdept", str(street_reporter.pk), "开始"),
            ("orgdept", str(street_reporter.pk), "结束"),
        ]

    def test_ends_with_the_right_to_it(self, seeing, orgdept, street_reporter):
        orgdept.grants.update(until=clock.today())
        page = seeing.get("/").content.decode()
        assert "结束查看" not in page and "账号尚未授权" in page

    def test_signing_out_is_that_of_who_is_there(self, seeing):
        seeing.post("/accounts/logout/")
        assert AuditRecord.objects.get(kind="sign_out").username == "orgdept"
        assert seeing.get("/").status_code == 302

    def test_only_within_ones_own_view(
        self, as_user, make_account, leader, admin_user, auditor, street_reporter, outsider
    ):
        street = make_account("street-org", "org_admin", code="410182001")
        roads = make_account("roads-org", "org_admin", line="roads")
        names = {user.username for user in accounts_to_see_as(street)}
        assert names == {"suohe"}
        assert not accounts_to_see_as(roads).exists()  # theirs reach over all lines
        for user in (leader, admin_user, auditor, outsider, street):
            assert as_user(street).post(START.format(user.pk)).status_code == 404

    def test_neither_the_system_administrator_nor_the_auditor(
        self, as_user, admin_user, auditor, leader
    ):
        for user in (admin_user, auditor):
            assert as_user(user).post(START.format(leader.pk)).status_code == 403


class TestPreview:
    def test_tells_numbers_and_no_rows(self, as_user, admin_user, street_reporter):
        make_courtyard("甲院")
        make_courtyard("乙院", code="410182002001")
        make_person("示例丁")
        answer = as_user(admin_user).get(f"/accounts/people/{street_reporter.pk}/")
        page = " ".join(answer.content.decode().split())
        assert {"楼院1", "人员1"} <= set(words_of(answer, "li"))
        assert "填报员：甲街道（410182001），全部战线" in page
        assert "甲院" not in page and "示例丁" not in page

    @pytest.mark.parametrize("account", ["leader", "suohe", "roads-hq", "laocheng", "auditor"])
    def test_its_numbers_are_those_of_the_lists(self, demo, account):
        user, day = demo[account], clock.today()
        told = dict(Reaches(day).of(scope_of(user)).rows)
        from ledgers import registry

        for name in ("courtyards.Courtyard", "projects.Project", "orgs.Person"):
            ledger = registry.ledger_for(name)
            assert told[ledger.label] == ledger.queryset(user, day).count()
        assert (told["楼院"] > 0) == (account not in ("auditor", "roads-hq"))

    def test_accounts_are_found_by_pinyin_and_paged(self, as_user, admin_user, make_account):
        person = make_person("示例丁")
        make_account("clerk", "reporter", person=person)
        page = as_user(admin_user).get("/accounts/people/?q=slding").content.decode()
        assert "没有找到账号" in page
        page = as_user(admin_user).get("/accounts/people/?q=shiliding").content.decode()
        assert "clerk" in page


def test_the_matrix_is_the_one_of_the_code(as_user, auditor):
    answer = as_user(auditor).get("/accounts/matrix/")
    page = answer.content.decode()
    assert f"共{len(all_pages())}个页面" in page
    assert "楼栋台账·修改" in page and "/courtyards/buildings/…/edit/" in page


def test_accounts_under_leaves_out_who_reaches_further(make_account, county):
    from orgs.models import User

    street = make_account("street-admin", "system_admin", code="410182001")
    near = make_account("near", "reporter", code="410182001001")
    make_account("wide", "leader")
    bare = make_account("bare")
    names = set(accounts_under(street, Verb.ADMINISTER))
    assert names == {street, near, bare}
    assert not accounts_under(near, Verb.ADMINISTER).exists()
    assert User.objects.count() == 4
    assert Person.objects.count() == 0
