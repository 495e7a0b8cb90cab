"""What can never be stored, in words; on unsaved rows where the row alone decides."""

from datetime import date, timedelta

import pytest
from django.core.exceptions import ValidationError
from django.db import IntegrityError, transaction
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from makers import START, make_branch, make_organization, make_person, make_post, make_unit

from ledgers.models import Tenure
from orgs.models import (
    Division,
    PartyOrganization,
    Person,
    Post,
    Secondment,
    TemporaryMembership,
    Unit,
)

DAY = date(2021, 4, 10)
days = st.dates(date(2019, 1, 1), date(2022, 12, 31))


class TestTenure:
    @given(since=days, until=st.none() | days, day=days)
    def test_holds_from_its_first_day_to_the_day_before_its_last(self, since, until, day):
        post = Post(since=since, until=until)
        assert post.holds_on(day) == (since <= day and (until is None or day < until))

    @settings(max_examples=20, deadline=None, suppress_health_check=list(HealthCheck))
    @given(since=days, length=st.none() | st.integers(0, 400), day=days)
    def test_the_database_agrees_with_the_row(self, county, since, length, day):
        until = None if length is None else since + timedelta(days=length)
        with transaction.atomic():
            post = make_post(make_person(), organization=make_branch(), since=since, until=until)
            assert Post.objects.on(day).filter(pk=post.pk).exists() == post.holds_on(day)
            transaction.set_rollback(True)

    def test_no_tenure_ends_before_it_began(self):
        from django.apps import apps

        for model in apps.get_models():
            if not issubclass(model, Tenure) or model._meta.abstract:
                continue
            names = [constraint.name for constraint in model._meta.constraints]
            assert any(name.endswith("until_after_since") or "_until_" in name for name in names), (
                model
            )


class TestDivisions:
    @pytest.mark.parametrize("code", ["4", "410", "41018", "4101820", "41018200100", "41o182", ""])
    def test_codes_have_the_official_lengths(self, code):
        division = Division(code=code, name="示例", level="county")
        with pytest.raises(ValidationError) as raised:
            division.clean_fields()
        assert "code" in raised.value.error_dict

    def test_a_code_begins_with_its_parents(self, county):
        stray = Division(code="410183001", name="示例", level="township", parent=county)
        with pytest.raises(ValidationError, match="必须以上级代码开头"):
            stray.full_clean()

    def test_two_villages_may_bear_one_name(self, county):
        for code in ("410182103300", "410182103301"):
            Division.objects.create(
                code=code, name="重名村", level="village", parent_id="410182103"
            )
        assert Division.objects.filter(name="重名村").count() == 2


@pytest.mark.usefixtures("county")
class TestOrganizations:
    def test_dissolved_after_established(self):
        row = make_organization()
        row.dissolved_on = START - timedelta(days=1)
        with pytest.raises(ValidationError, match="不能早于成立日期"):
            row.full_clean()

    @pytest.mark.parametrize("kind", ["general_branch", "group", "temp_branch"])
    def test_only_branches_are_formed_alone_or_jointly(self, kind):
        row = make_organization(kind=kind)
        row.formation = "joint"
        with pytest.raises(ValidationError, match="填写组建方式"):
            row.full_clean()

    @pytest.mark.parametrize(
        ("kind", "temporary"),
        [(kind, kind.startswith("temp")) for kind in PartyOrganization.Kind.values],
    )
    def test_temporary_bodies(self, kind, temporary):
        assert PartyOrganization(kind=kind).is_temporary is temporary

    def test_three_levels_count_as_what_they_are(self):
        general = make_organization()
        branch = make_branch(parent=general)
        make_organization("示例党小组", "group", branch)
        of_kind = PartyOrganization.objects.on(DAY).of_kind
        assert [of_kind(k).count() for k in ("general_branch", "branch", "group")] == [1, 1, 1]
        assert list(PartyOrganization.objects.courtyard_branches(DAY)) == []
        without = PartyOrganization.objects.without_secretary(DAY)
        assert set(without) == {general, branch}


@pytest.mark.usefixtures("county")
class TestPosts:
    def test_one_secretary_at_a_time_in_form_and_database(self):
        branch = make_branch()
        make_post(make_person(), organization=branch, until=DAY)
        late = Post(
            person=make_person("示例乙"), role="secretary", organization=branch,
            since=DAY - timedelta(days=1),
        )  # fmt: skip
        with pytest.raises(ValidationError, match="只能有一名书记"):
            late.full_clean()
        with pytest.raises(IntegrityError), transaction.atomic():
            late.save()
        late.since = DAY
        late.full_clean()
        late.save()

    @pytest.mark.parametrize("role", ["deputy_secretary", "committee_member"])
    def test_several_deputies_and_members_are_fine(self, role):
        branch = make_branch()
        for name in ("示例甲", "示例乙"):
            make_post(make_person(name), role, organization=branch)
        assert Post.objects.on(DAY).count() == 2

    def test_one_lead_and_one_executive_in_every_headquarters(self):
        unit = make_unit("示例指挥部", kind="headquarters")
        make_post(make_person(), "lead", unit=unit)
        make_post(make_person("示例乙"), "executive", unit=unit)
        second = Post(person=make_person("示例丙"), role="lead", unit=unit, since=DAY)
        with pytest.raises(ValidationError, match="一名牵头、一名主抓"):
            second.full_clean()

    def test_in_one_body(self):
        person = make_person()
        for bodies in ({}, {"unit": make_unit(), "organization": make_branch()}):
            with pytest.raises(ValidationError, match="二者选一"):
                Post(person=person, role="staff", since=DAY, **bodies).full_clean()

    def test_a_member_serves_in_a_temporary_branch_and_keeps_the_home_branch(self):
        home = make_branch()
        person = make_person(home_branch=home)
        temporary = make_organization("示例临时党支部", "temp_branch")
        TemporaryMembership.objects.create(person=person, organization=temporary, since=START)
        assert person.home_branch == home
        twice = TemporaryMembership(person=person, organization=temporary, since=DAY)
        with pytest.raises(ValidationError, match="已在这个临时党组织中"):
            twice.full_clean()

    def test_nobody_is_seconded_twice_at_once(self):
        person, home, office = make_person(), make_unit(), make_unit("示例双改办")
        Secondment.objects.create(
            person=person, home_unit=home, to_unit=office, rank="member", since=START
        )
        again = Secondment(person=person, home_unit=home, to_unit=office, rank="section", since=DAY)
        with pytest.raises(ValidationError, match="此期间已有抽调"):
            again.full_clean()


@pytest.mark.parametrize(
    ("phone", "masked"),
    [
        ("13800001234", "138****1234"),
        ("0371-64600000", "037****0000"),
        ("12345", "****"),
        ("", ""),
    ],
)
def test_masked_phones(phone, masked):
    assert Person(phone=phone).masked_phone == masked


@pytest.mark.usefixtures("county")
def test_persons_and_units_are_found_by_pinyin_initials_and_name():
    make_person("示例张三")
    make_unit("荥阳市示例局")
    for typed in ("shilizhang", "slzs", "张三"):
        assert Person.objects.filter(search_text__contains=typed).count() == 1
    assert Unit.objects.filter(search_text__contains="xingyang").count() == 1
