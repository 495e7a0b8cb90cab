"""Units and their people: lead and executive, secondments by rank, pairings, temporary members."""

from datetime import date

import pytest
from django.core.exceptions import ValidationError
from django.urls import reverse
from makers import (
    START,
    make_branch,
    make_courtyard,
    make_organization,
    make_person,
    make_post,
    make_unit,
)
from pages import plain, section, words_of

from courtyards.models import BranchCoverage, BranchPairing
from orgs.models import Person, Post, Secondment, TemporaryMembership
from orgs.people.secondments import begin_secondment, join_temporary
from orgs.people.services import appoint

pytestmark = pytest.mark.usefixtures("county")
TODAY = date(2021, 4, 30)
DAY = date(2021, 4, 20)


@pytest.fixture
def office(as_user, orgdept):
    return as_user(orgdept)


@pytest.fixture
def headquarters(county):
    return make_unit("示例指挥部", kind="headquarters")


def words(answer) -> str:
    return answer.content.decode()


def detail(unit) -> str:
    return reverse("orgs:unit_detail", args=[unit.pk])


class TestLeadAndExecutive:
    def test_from_a_gap_to_a_lead(self, office, headquarters):
        gap = reverse("gap_detail", args=["unit_no_lead"])
        address = reverse("orgs:unit_lead_appoint", args=[headquarters.pk])
        assert address in words(office.get(gap))
        person = make_person()
        answer = office.post(address, {"person": person.pk, "since": "2021-04-20"})
        assert answer["Location"] == detail(headquarters)
        assert Post.objects.get().role == "lead"
        assert "示例甲" in words(office.get(detail(headquarters)))
        assert address not in words(office.get(gap))
        assert address in words(office.get(gap, {"on": "2021-04-19"}))

    def test_every_headquarters_town_and_street_and_no_other_unit(self, office, headquarters):
        town = make_unit("丙镇政府", kind="town", code="410182103")
        make_unit("示例局")
        page = words(office.get(reverse("gap_detail", args=["unit_no_executive"])))
        assert "示例指挥部" in page
        assert "丙镇政府" in page
        assert "示例局" not in page
        assert "空缺" in words(office.get(detail(town)))

    def test_replacing_the_executive_from_the_page(self, office, headquarters):
        old = make_post(make_person(), "executive", unit=headquarters)
        address = reverse("orgs:unit_executive_appoint", args=[headquarters.pk])
        assert "示例甲的任职于同日结束" in words(office.get(address))
        new = make_person("示例乙")
        office.post(address, {"person": new.pk, "since": "2021-04-20"})
        old.refresh_from_db()
        assert old.until == DAY
        assert Post.objects.on(DAY).get().person == new
        page = office.get(detail(headquarters), {"on": "2021-04-19"})
        leading = plain(section(page, "牵头与主抓"))
        assert "示例甲" in leading and "示例乙" not in leading

    def test_one_lead_at_a_time_in_words(self, headquarters):
        make_post(make_person(), "lead", unit=headquarters)
        with pytest.raises(ValidationError, match="一名牵头、一名主抓"):
            appoint(person=make_person("示例乙"), role="lead", unit=headquarters, since=DAY)

    @pytest.mark.parametrize(
        ("kind", "status", "sentence"),
        [
            ("organ", "full", "只有专项工作指挥部和乡镇"),
            ("street", "none", "不是正式党员"),
            ("town", "probationary", "不是正式党员"),
        ],
    )
    def test_who_may_lead_and_where(self, kind, status, sentence):
        person = make_person(party_status=status)
        with pytest.raises(ValidationError, match=sentence):
            appoint(person=person, role="lead", unit=make_unit(kind=kind), since=DAY)

    def test_nobody_is_both(self, headquarters):
        person = make_person()
        make_post(person, "lead", unit=headquarters)
        with pytest.raises(ValidationError, match="不能由一人兼任"):
            appoint(person=person, role="executive", unit=headquarters, since=DAY)

    def test_other_units_have_no_such_page(self, office):
        unit = make_unit()
        page = words(office.get(reverse("orgs:unit_lead_appoint", args=[unit.pk])))
        assert "只有专项工作指挥部" in page
        assert "确认任命" not in page

    def test_a_reader_sees_and_does_not_mend(self, as_user, leader, headquarters):
        page = words(as_user(leader).get(detail(headquarters)))
        assert "空缺" in page
        assert "/lead/" not in page


class TestSecondments:
    @pytest.fixture
    def campaign_office(self, county):
        return make_unit("示例双改办", kind="campaign_office")

    def add(self, office, campaign_office, person, **values):
        address = reverse("orgs:unit_second", args=[campaign_office.pk])
        data = {"person": person.pk, "since": "2021-04-20", "rank": "member"}
        return office.post(address, data | values)

    def test_second_and_send_back_from_the_page(self, office, campaign_office):
        unit = make_unit()
        person = make_person(unit=unit)
        answer = self.add(office, campaign_office, person, desk="综合组")
        assert answer["Location"] == detail(campaign_office)
        row = Secondment.objects.get()
        assert (row.home_unit, row.desk, row.since) == (unit, "综合组", DAY)
        end = reverse("orgs:secondment_end", args=[row.pk])
        assert end in words(office.get(reverse("orgs:secondment_detail", args=[row.pk])))
        office.post(end, {"on": "2021-04-25"})
        row.refresh_from_db()
        assert row.until == date(2021, 4, 25)

    def test_counts_by_rank_as_of_the_day(self, office, campaign_office):
        unit = make_unit()
        for number, (rank, seconded) in enumerate(
            [("deputy_county", "deputy_county"), ("section", "section"), ("staff", "member")] * 2
        ):
            person = make_person(f"示例{number}", unit=unit, rank=rank)
            begin_secondment(
                person=person, home_unit=unit, to_unit=campaign_office, rank=seconded,
                since=START, until=DAY if number < 2 else None,
            )  # fmt: skip

        def counts(**query):
            part = section(office.get(detail(campaign_office), query), "抽调力量")
            return [words.removesuffix(" 名") for words in words_of(part, "dd:has(> a)")]

        assert counts() == ["1", "1", "2", "4"]
        assert counts(on="2021-04-19") == ["2", "2", "2", "6"]
        listed = reverse("orgs:secondment_list")
        page = words(office.get(listed, {"to_unit": campaign_office.pk, "rank": "member"}))
        assert "示例2" in page and "示例5" in page and "示例4" not in page

    @pytest.mark.parametrize(
        ("person", "values", "sentence"),
        [
            ({"rank": "staff"}, {"rank": "section"}, "不能按科级领导干部抽调"),
            ({"rank": "section"}, {"rank": "deputy_county"}, "不能按副县级领导抽调"),
            ({"party_status": "none"}, {}, "不是党员"),
            ({"unit": None}, {}, "没有登记单位"),
            ({}, {"until": "2021-04-01"}, "终止日期不能早于起始日期"),
        ],
    )
    def test_refused_in_words(self, office, campaign_office, person, values, sentence):
        row = make_person(**{"unit": make_unit()} | person)
        answer = self.add(office, campaign_office, row, **values)
        assert answer.status_code == 422
        assert sentence in words(answer)
        assert not Secondment.objects.exists()

    def test_nobody_is_seconded_twice(self, office, campaign_office):
        person = make_person(unit=make_unit())
        self.add(office, campaign_office, person)
        assert "此期间已有抽调" in words(self.add(office, campaign_office, person))

    def test_only_to_the_office_and_the_headquarters(self, office):
        unit = make_unit("示例局")
        page = words(office.get(reverse("orgs:unit_second", args=[unit.pk])))
        assert "应到双改办或专项工作指挥部" in page
        with pytest.raises(ValidationError, match="双改办或专项工作指挥部"):
            begin_secondment(
                person=make_person(), home_unit=make_unit("乙局"), to_unit=unit, rank="member",
                since=DAY,
            )  # fmt: skip


class TestTemporaryMembers:
    def test_the_home_branch_stays(self, office):
        home = make_branch("原支部")
        person = make_person(home_branch=home)
        body = make_organization("示例临时党支部", "temp_branch")
        address = reverse("orgs:temporary_member_add", args=[body.pk])
        answer = office.post(address, {"person": person.pk, "since": "2021-04-20"}, follow=True)
        assert "组织关系仍在原支部" in words(answer)
        assert Person.objects.get(pk=person.pk).home_branch == home
        row = TemporaryMembership.objects.get()
        assert "示例临时党支部" in words(
            office.get(reverse("orgs:person_detail", args=[person.pk]))
        )
        end = reverse("orgs:temporary_member_end", args=[row.pk])
        assert end in words(office.get(reverse("orgs:organization_detail", args=[body.pk])))
        office.post(end, {"on": "2021-04-25"})
        assert not TemporaryMembership.objects.on(TODAY).exists()
        assert Person.objects.get(pk=person.pk).home_branch == home

    def test_refused_in_words(self, office):
        branch, temporary = make_branch(), make_organization("临时支部", "temp_branch")
        page = words(office.get(reverse("orgs:temporary_member_add", args=[branch.pk])))
        assert "只有临时党总支、临时党支部" in page
        with pytest.raises(ValidationError, match="不是临时党组织"):
            join_temporary(person=make_person(), organization=branch, since=DAY)
        outsider = make_person("示例乙", party_status="none")
        with pytest.raises(ValidationError, match="不是党员"):
            join_temporary(person=outsider, organization=temporary, since=DAY)
        join_temporary(person=make_person("示例丙"), organization=temporary, since=START)
        with pytest.raises(ValidationError, match="已在这个临时党组织中"):
            join_temporary(
                person=Person.objects.get(name="示例丙"), organization=temporary, since=DAY
            )


def test_a_pairing_ends_from_the_page_and_the_unit_is_a_gap(office):
    unit, branch = make_unit(), make_branch()
    BranchCoverage.objects.create(organization=branch, courtyard=make_courtyard(), since=START)
    pairing = BranchPairing.objects.create(unit=unit, organization=branch, since=START)
    gap = reverse("gap_detail", args=["unit_no_pairing"])
    assert unit.name not in words(office.get(gap))
    address = reverse("courtyards:pairing_end", args=[pairing.pk])
    assert address in words(
        office.get(reverse("courtyards:branch_pairing_detail", args=[pairing.pk]))
    )
    assert office.post(address, {"on": "2021-04-20"})["Location"] == detail(unit)
    pairing.refresh_from_db()
    assert pairing.until == DAY
    assert unit.name in words(office.get(gap))
