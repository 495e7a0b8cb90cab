"""Pages that mend the organisation: posts, dissolving, pairing, phones; and the person picker."""

from datetime import date

import pytest
from django.urls import reverse
from makers import (
    COMMUNITY,
    START,
    make_branch,
    make_courtyard,
    make_organization,
    make_person,
    make_post,
    make_unit,
)
from pages import beside, is_whole, value_of

from courtyards.models import BranchCoverage, BranchPairing
from orgs.models import Person, PhoneReveal, Post

pytestmark = pytest.mark.usefixtures("county")
TODAY = date(2021, 4, 30)
DAY = "2021-04-20"


@pytest.fixture
def office(as_user, orgdept):
    return as_user(orgdept)


def words(answer) -> str:
    return answer.content.decode()


class TestSecretary:
    def address(self, organization):
        return reverse("orgs:secretary_appoint", args=[organization.pk])

    def test_from_a_vacancy_to_a_secretary(self, office):
        branch, person = make_branch(parent=make_organization()), make_person()
        page = words(office.get(self.address(branch)))
        assert "任命书记" in page
        assert "空缺" in page
        assert person.name in page
        answer = office.post(
            self.address(branch),
            {"person": person.pk, "since": DAY, "appointed_by": "示例总支"},
        )
        assert answer.status_code == 302
        assert answer["Location"] == reverse("orgs:organization_detail", args=[branch.pk])
        assert Post.objects.get().appointed_by == "示例总支"
        assert "已登记示例甲" in words(office.get(answer["Location"]))

    def test_a_group_gets_a_leader(self, office):
        group = make_organization("示例党小组", "group", make_branch())
        assert "任命党小组长" in words(office.get(self.address(group)))
        office.post(self.address(group), {"person": make_person().pk, "since": DAY})
        assert Post.objects.get().role == "group_leader"

    def test_replacing_shows_the_present_holder_and_ends_the_post(self, office):
        branch = make_branch()
        old = make_post(make_person(), organization=branch)
        assert "示例甲的任职于同日结束" in words(office.get(self.address(branch)))
        answer = office.post(
            self.address(branch),
            {"person": make_person("示例乙").pk, "since": DAY},
        )
        assert answer.status_code == 302
        old.refresh_from_db()
        assert old.until == date(2021, 4, 20)

    def test_filed_twice_it_counts_once(self, office):
        branch, person = make_branch(), make_person()
        page = office.get(self.address(branch))
        values = {"person": person.pk, "since": DAY, "once": value_of(page, "once")}
        values["shown"] = value_of(page, "shown")
        assert office.post(self.address(branch), values).status_code == 302
        again = office.post(self.address(branch), values, follow=True)
        assert "没有重复登记" in words(again)
        late = office.post(self.address(branch), values | {"once": ""})
        assert late.status_code == 409
        assert "打开本页以后" in words(late)
        assert Post.objects.count() == 1

    def test_what_the_service_refuses_stands_beside_the_field(self, office):
        branch = make_branch()
        answer = office.post(
            self.address(branch),
            {"person": make_person(party_status="none").pk, "since": DAY},
        )
        assert answer.status_code == 422
        assert "不是正式党员" in beside(answer, "q")
        early = office.post(
            self.address(branch),
            {"person": make_person("示例乙").pk, "since": "2019-01-01"},
        )
        assert "尚未成立" in beside(early, "since")

    def test_scope_and_verb(self, as_user, street_reporter, orgdept, make_account):
        branch = make_branch()
        assert as_user(street_reporter).get(self.address(branch)).status_code == 403
        other = make_account("other", "org_admin", code="410182002")
        assert as_user(other).get(self.address(branch)).status_code == 404
        assert as_user(other).post(self.address(branch), {}).status_code == 404


class TestPersonPicker:
    @pytest.fixture
    def address(self):
        return reverse("orgs:secretary_appoint", args=[make_branch().pk])

    def test_look_up_without_script_keeps_what_was_typed(self, office, address):
        make_person("示例张三")
        make_person("示例李四")
        answer = office.post(
            address, {"find": "1", "q": "slzs", "since": "2021-04-02", "appointed_by": "某机关"}
        )
        page = words(answer)
        assert answer.status_code == 200
        assert "示例张三" in page
        assert "示例李四" not in page
        assert value_of(answer, "since") == "2021-04-02"
        assert "某机关" in page
        assert not Post.objects.exists()

    def test_the_script_gets_only_the_matches(self, office, address):
        make_person("示例张三", phone="13800001234")
        answer = office.get(address, {"q": "ZhangSan", "matches": "1"})
        part = words(answer)
        assert "示例张三" in part
        assert not is_whole(answer)
        assert "13800001234" not in part
        assert "138****1234" in part
        assert "没有找到" in words(office.get(address, {"q": "nobody", "matches": "1"}))

    def test_nobody_of_another_branch_is_offered_or_taken(self, as_user, make_account):
        clerk = as_user(make_account("clerk", "org_admin", code="410182001"))
        branch, stranger = make_branch(), make_person("示例外人", code="410182002001")
        address = reverse("orgs:secretary_appoint", args=[branch.pk])
        assert "示例外人" not in words(clerk.get(address, {"q": "示例"}))
        answer = clerk.post(address, {"person": stranger.pk, "since": DAY})
        assert answer.status_code == 422
        assert "不在您的管理范围内" in words(answer)

    def test_a_new_person_is_entered_with_the_post(self, office, address):
        values = {
            "name": "示例新人", "office": "支部书记", "phone": "13800005555",
            "party_status": "full", "since": DAY,
        }  # fmt: skip
        assert office.post(address, values).status_code == 302
        person = Person.objects.get(name="示例新人")
        assert (person.division_id, person.posts.count()) == (COMMUNITY, 1)

    def test_nothing_is_left_of_a_new_person_whose_post_is_refused(self, office, address):
        values = {"name": "示例新人", "party_status": "none", "since": DAY}
        assert office.post(address, values).status_code == 422
        assert not Person.objects.exists()

    @pytest.mark.parametrize(
        ("values", "field", "word"),
        [
            ({"since": DAY}, "q", "请查找并选定一人"),
            ({"since": ""}, "since", "请填写此项"),
            ({"since": "昨天"}, "since", "读不出确定的日期"),
            ({"since": "0202-01-01"}, "since", "这个年份不大可能"),
            ({"name": "示例", "phone": "打电话", "since": DAY}, "phone", "不是一个完整的电话号码"),
            ({"person": "999999999999999999999", "since": DAY}, "q", "管理范围"),
            ({"person": "x", "since": DAY}, "q", "管理范围"),
        ],
    )
    def test_errors_stand_beside_their_fields(self, office, address, values, field, word):
        answer = office.post(address, values | {})
        assert answer.status_code == 422
        assert word in beside(answer, field)

    def test_one_or_the_other(self, office, address):
        values = {"person": make_person().pk, "name": "示例乙", "since": DAY}
        answer = office.post(address, values)
        assert "请只留一项" in words(answer)


def test_ending_a_post(office):
    post = make_post(make_person(), organization=make_branch())
    address = reverse("orgs:post_end", args=[post.pk])
    assert "示例院党支部" in words(office.get(address))
    answer = office.post(address, {"on": DAY})
    assert answer["Location"] == reverse("orgs:person_detail", args=[post.person_id])
    post.refresh_from_db()
    assert post.until == date(2021, 4, 20)
    assert "已于2021年4月20日结束" in words(office.post(address, {"on": DAY}))


def test_pairing_a_unit(office):
    unit, branch = make_unit(), make_branch()
    BranchCoverage.objects.create(organization=branch, courtyard=make_courtyard(), since=START)
    uncovering = make_branch("未覆盖支部")
    address = reverse("courtyards:unit_pair", args=[unit.pk])
    page = words(office.get(address))
    assert branch.name in page
    assert uncovering.name not in page
    office.post(address, {"organization": branch.pk, "since": DAY, "agreement": ""})
    assert BranchPairing.objects.get().unit == unit


class TestPhones:
    def address(self, person):
        return reverse("orgs:phone_reveal", args=[person.pk])

    def test_shown_once_and_recorded(self, as_user, street_reporter):
        person = make_person(phone="13800001234")
        client = as_user(street_reporter)
        answer = client.post(self.address(person))
        assert "13800001234" in words(answer)
        assert answer["Cache-Control"] == "no-store"
        reveal = PhoneReveal.objects.get()
        assert (reveal.user, reveal.person, reveal.revealed_at.date()) == (
            street_reporter, person, TODAY,
        )  # fmt: skip
        assert client.get(self.address(person)).status_code == 405

    def test_for_whose_duty_needs_it(self, as_user, leader, other_street_reporter, auditor):
        person = make_person(phone="13800001234")
        assert as_user(leader).post(self.address(person)).status_code == 403
        assert as_user(other_street_reporter).post(self.address(person)).status_code == 404
        assert as_user(auditor).post(self.address(person)).status_code == 403
        assert not PhoneReveal.objects.exists()

    def test_without_a_number(self, as_user, street_reporter):
        answer = as_user(street_reporter).post(self.address(make_person()), follow=True)
        assert "没有登记工作电话" in words(answer)

    def test_the_edit_form_never_shows_it(self, as_user, street_reporter):
        person = make_person(phone="13800001234")
        client = as_user(street_reporter)
        page = words(client.get(reverse("orgs:person_update", args=[person.pk])))
        assert "13800001234" not in page
        assert "138****1234" in page
