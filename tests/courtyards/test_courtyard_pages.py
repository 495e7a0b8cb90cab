"""Pages that mend a courtyard or a building, one tap from the gap."""

from datetime import date

import pytest
from django.urls import reverse
from makers import (
    START,
    make_branch,
    make_building,
    make_courtyard,
    make_organization,
    make_person,
    make_unit,
)
from pages import value_of

from courtyards.models import (
    BranchCoverage,
    BranchPairing,
    Building,
    Courtyard,
    GroupCoverage,
    Headship,
    PairedCadre,
    SelfManagementCommittee,
    Survey,
)
from orgs.models import PartyOrganization
from projects.models import Problem

pytestmark = pytest.mark.usefixtures("county")
DAY = "2021-04-20"
ON = date(2021, 4, 20)
ELSEWHERE = "410182002001"


@pytest.fixture
def clerk(as_user, community_reporter):
    """The community's reporter, on a phone."""
    return as_user(community_reporter)


@pytest.fixture
def court():
    return make_courtyard()


def at(name, row) -> str:
    return reverse(name, args=[row.pk])


def words(answer) -> str:
    return answer.content.decode()


def cover(court) -> PartyOrganization:
    branch = make_branch(parent=make_organization())
    BranchCoverage.objects.create(organization=branch, courtyard=court, since=START)
    return branch


class TestHeads:
    @pytest.mark.parametrize("kind", ["courtyard", "building"])
    def test_from_vacant_to_held_to_vacant(self, clerk, court, kind):
        place = court if kind == "courtyard" else make_building(court)
        address = at(f"courtyards:{kind}_head_appoint", place)
        assert "空缺" in words(clerk.get(address))
        answer = clerk.post(
            address,
            {"person": make_person().pk, "since": DAY, "appointed_by": "街道"},
        )
        assert answer["Location"] == at(f"courtyards:{kind}_detail", place)
        head = Headship.objects.get()
        assert (getattr(head, kind), head.since, head.appointed_by) == (place, ON, "街道")
        page = words(clerk.get(at(f"courtyards:{kind}_detail", place)))
        assert "结束示例甲任职" in page
        answer = clerk.post(at("courtyards:headship_end", head), {"on": "2021-04-25"})
        assert answer["Location"] == at(f"courtyards:{kind}_detail", place)
        assert [Headship.objects.on(date(2021, 4, d)).count() for d in (24, 25)] == [1, 0]

    def test_history_stands_beside_the_form(self, clerk, court):
        Headship.objects.create(
            person=make_person("示例前任"), courtyard=court, division=court.division, since=START,
            until=date(2020, 12, 1), appointed_by="示例街道办",
        )  # fmt: skip
        page = words(clerk.get(at("courtyards:courtyard_head_appoint", court)))
        assert "示例前任" in page
        assert "2020年6月1日 至 2020年12月1日" in page

    def test_a_person_known_twice_over_is_not_entered_again(self, clerk, court):
        make_person("示例甲", party_status="none")
        answer = clerk.post(
            at("courtyards:courtyard_head_appoint", court),
            {"name": "示例甲", "since": DAY},
        )
        assert answer.status_code == 422
        assert "不要重复登记" in words(answer)


class TestCoverage:
    def test_a_branch_of_the_community(self, clerk, court):
        branch = make_branch(parent=make_organization())
        other = make_branch("外社区支部", code=ELSEWHERE)
        address = at("courtyards:branch_cover", court)
        page = words(clerk.get(address))
        assert branch.name in page
        assert other.name not in page
        assert "或新建党支部" not in page
        refused = clerk.post(address, {"organization": other.pk, "since": DAY})
        assert refused.status_code == 422
        clerk.post(address, {"organization": branch.pk, "since": DAY})
        assert Courtyard.objects.with_organization(ON).get().has_branch

    def test_the_organisation_department_may_form_one(self, as_user, orgdept, court):
        office = as_user(orgdept)
        address = at("courtyards:branch_cover", court)
        values = {"name": "示例院党支部", "formation": "independent", "since": DAY}
        refused = office.post(address, values)
        assert "还没有社区党总支" in words(refused)
        make_organization()
        assert office.post(address, values).status_code == 302
        branch = BranchCoverage.objects.get().organization
        assert (branch.formation, branch.established_on) == ("independent", ON)
        assert PartyOrganization.objects.get_parent(branch).kind == "general_branch"

    def test_a_group_needs_a_branch_first(self, clerk, court):
        building = make_building(court)
        page = words(clerk.get(at("courtyards:building_group_cover", building)))
        assert "先落实党支部" in page
        assert at("courtyards:branch_cover", court) in page

    def test_an_existing_group_or_a_new_one(self, clerk, court):
        branch, first, second = cover(court), make_building(court), make_building(court, "2号楼")
        group = make_organization("示例一组", "group", branch)
        clerk.post(
            at("courtyards:building_group_cover", first),
            {"organization": group.pk, "since": DAY},
        )
        answer = clerk.post(
            at("courtyards:building_group_cover", second),
            {"name": "示例二组", "branch": branch.pk, "since": DAY},
        )
        assert answer.status_code == 302
        assert Building.objects.with_organization(ON).filter(has_group=True).count() == 2
        new = GroupCoverage.objects.get(building=second).organization
        assert PartyOrganization.objects.get_parent(new) == branch

    @pytest.mark.parametrize(
        ("values", "word"),
        [({}, "请选用一个，或填写新建的名称"), ({"name": "新组"}, "请选择新建党小组所属的党支部")],
    )
    def test_what_is_missing_is_said(self, clerk, court, values, word):
        cover(court)
        address = at("courtyards:building_group_cover", make_building(court))
        answer = clerk.post(address, values | {"since": DAY})
        assert answer.status_code == 422
        assert word in words(answer)


class TestCommitteeAndSurvey:
    def test_a_committee(self, clerk, court):
        address = at("courtyards:committee_form", court)
        assert "示例院自管会" in words(clerk.get(address))
        values = {"name": "示例院自管会", "since": DAY, "members": "5"}
        assert clerk.post(address, values).status_code == 302
        row = SelfManagementCommittee.objects.get()
        assert (row.courtyard, row.members) == (court, 5)
        again = clerk.post(address, values)
        assert "已有自管会" in words(again)

    def test_a_survey_opens_with_the_last_one(self, clerk, court):
        Survey.objects.create(
            courtyard=court, surveyed_on=START, buildings=6, households=150, residents=400,
            households_qualifier="about",
        )  # fmt: skip
        address = at("courtyards:survey_create", court)
        page = clerk.get(address)
        assert "约150户" in words(page)
        assert value_of(page, "residents") == "400"
        values = {
            "surveyed_on": DAY, "buildings": 6, "households": 160, "households_qualifier": "exact",
            "residents": 410, "residents_qualifier": "at_least",
        }  # fmt: skip
        assert clerk.post(address, values).status_code == 302
        assert Courtyard.objects.with_survey(ON).get().households == 160
        for change, word in [
            ({"surveyed_on": "2021-05-02"}, "不能晚于今天"),
            ({"elderly": 500, "surveyed_on": "2021-04-21"}, "不能多于人口数"),
            ({"households": "-1", "surveyed_on": "2021-04-21"}, "不能为负数"),
            ({"households": "很多", "surveyed_on": "2021-04-21"}, "“很多”"),
        ]:
            answer = clerk.post(address, values | change)
            assert answer.status_code == 422
            assert word in words(answer), change


class TestCadres:
    @pytest.fixture
    def office(self, as_user, orgdept):
        return as_user(orgdept)

    def test_sent_replaced_and_ended(self, office, court):
        unit = make_unit()
        first = make_person("示例干部", code="410182", unit=unit)
        address = at("courtyards:cadre_assign", court)
        values = {"person": first.pk, "capacity": "section", "since": DAY}
        assert office.post(address, values).status_code == 302
        row = PairedCadre.objects.get()
        assert (row.unit, row.capacity) == (unit, "section")

        page = words(office.get(address))
        assert "接替示例干部" in page
        new = {
            "name": "示例接任", "unit": unit.pk, "capacity": "young", "since": "2021-04-25",
        }  # fmt: skip
        refused = office.post(address, new)
        assert "请写明交接说明" in words(refused)
        assert office.post(address, new | {"handover_note": "路灯未修"}).status_code == 302
        row.refresh_from_db()
        current = PairedCadre.objects.on(date(2021, 4, 25)).get()
        assert (row.until, row.handover_note) == (date(2021, 4, 25), "路灯未修")
        assert (current.person.unit, current.person.division_id) == (unit, "410182")

        address = at("courtyards:cadre_end", current)
        assert office.post(address, {"on": "2021-04-28"}).status_code == 422
        values = {"on": "2021-04-28", "handover_note": "已交社区"}
        assert office.post(address, values).status_code == 302
        assert not Courtyard.objects.with_organization(date(2021, 4, 28)).get().has_cadre

    def test_cadres_of_the_paired_unit_are_offered(self, office, court):
        unit = make_unit()
        make_person("示例联建干部", code="410182", unit=unit)
        make_person("示例无关干部", code="410182")
        BranchPairing.objects.create(unit=unit, organization=cover(court), since=START)
        page = words(office.get(at("courtyards:cadre_assign", court)))
        assert "示例联建干部" in page
        assert "示例无关干部" not in page

    def test_too_many_courtyards_is_a_warning(self, office, court):
        unit = make_unit()
        cadre = make_person("示例干部", code="410182", unit=unit)
        for name in ("乙院", "丙院"):
            PairedCadre.objects.create(
                person=cadre,
                courtyard=make_courtyard(name),
                unit=unit,
                capacity="young",
                since=START,
            )
        answer = office.post(
            at("courtyards:cadre_assign", court),
            {"person": cadre.pk, "capacity": "young", "since": DAY},
            follow=True,
        )
        assert "已包联3个楼院" in words(answer)

    def test_a_new_cadre_needs_a_unit(self, office, court):
        answer = office.post(
            at("courtyards:cadre_assign", court),
            {"name": "示例新人", "capacity": "young", "since": DAY},
        )
        assert "请选择派出单位" in words(answer)

    def test_the_community_may_not_send_cadres(self, clerk, court):
        assert clerk.get(at("courtyards:cadre_assign", court)).status_code == 403


class TestProblems:
    @pytest.fixture
    def problem(self, court):
        return Problem.objects.create(
            title="下水道堵塞", category="drainage", source="resident", division=court.division,
            courtyard=court, raised_on=START, due_on=date(2021, 4, 1),
        )  # fmt: skip

    def test_closing(self, clerk, problem):
        address = at("projects:problem_close", problem)
        assert "已超期29天" in words(clerk.get(address))
        refused = clerk.post(address, {"ending": "cannot", "on": DAY})
        assert "请写明原因" in words(refused)
        values = {"ending": "mended", "on": DAY, "note": "已疏通"}
        assert clerk.post(address, values).status_code == 302
        problem.refresh_from_db()
        assert (problem.closed_on, problem.ending_note) == (ON, "已疏通")
        told = words(clerk.get(address))
        assert "已于2021年4月20日" in told and "销号" in told

    def test_double_press_closes_once(self, clerk, problem):
        address = at("projects:problem_close", problem)
        values = {"ending": "mended", "on": DAY, "note": ""}
        values["once"] = value_of(clerk.get(address), "once")
        clerk.post(address, values)
        assert clerk.post(address, values | {"on": "2021-04-25"}).status_code == 302
        problem.refresh_from_db()
        assert problem.closed_on == ON


PAGES = [
    "courtyards:courtyard_head_appoint", "courtyards:committee_form", "courtyards:branch_cover",
    "courtyards:survey_create",
]  # fmt: skip


@pytest.mark.parametrize("name", PAGES)
def test_another_community_is_not_found_and_leaders_only_look(name, as_user, clerk, leader):
    elsewhere, here = make_courtyard(code=ELSEWHERE), make_courtyard()
    assert clerk.get(at(name, elsewhere)).status_code == 404
    assert clerk.post(at(name, elsewhere), {}).status_code == 404
    assert as_user(leader).get(at(name, here)).status_code == 403
    assert as_user(leader).post(at(name, here), {}).status_code == 403


@pytest.mark.parametrize("name", PAGES)
def test_an_empty_form_is_refused_beside_its_fields(name, clerk, court):
    answer = clerk.post(at(name, court), {})
    assert answer.status_code == 422
    assert "请填写此项" in words(answer)
    assert "还没有登记，请按提示更正" in words(answer)
