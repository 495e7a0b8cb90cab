"""Posts, persons and Party organisations: what happens when they change."""

from datetime import date, timedelta

import pytest
from django.core.exceptions import ValidationError
from makers import (
    START,
    make_branch,
    make_building,
    make_courtyard,
    make_organization,
    make_person,
    make_post,
    make_unit,
)

from courtyards.models import BranchCoverage, BranchPairing, GroupCoverage
from orgs.accounts.services import refuse_mixed_duties, reveal_phone
from orgs.models import Grant, PartyOrganization, Post, TemporaryMembership, User
from orgs.party.services import dissolve_organization, establish_organization
from orgs.people.services import appoint, end_post, register_person, replace_post
from orgs.tenures import tenures_ending_with
from projects.models import Programme, Project, ProjectOrganization
from volunteers.models import Honour, Team

pytestmark = pytest.mark.usefixtures("county")
DAY = date(2021, 4, 10)
EVE = DAY - timedelta(days=1)


def words_of(raised) -> str:
    return "".join(raised.value.messages)


class TestPosts:
    def test_appointing_and_ending(self):
        branch, person = make_branch(), make_person()
        post = appoint(
            person=person,
            role="secretary",
            organization=branch,
            since=START,
            by_office="街道党工委",
        )
        assert post.appointed_by == "街道党工委"
        end_post(post=post, on=DAY)
        assert Post.objects.on(EVE).secretaries().count() == 1
        assert Post.objects.on(DAY).secretaries().count() == 0
        assert list(PartyOrganization.objects.without_secretary(DAY)) == [branch]

    def test_two_secretaries_at_once_are_refused_in_words(self):
        branch = make_branch()
        make_post(make_person(), organization=branch)
        with pytest.raises(ValidationError) as raised:
            appoint(person=make_person("示例乙"), role="secretary", organization=branch, since=DAY)
        assert "只能有一名书记" in words_of(raised)

    def test_replacing_leaves_no_vacant_day(self):
        branch = make_branch()
        old = make_post(make_person(), organization=branch)
        new = replace_post(post=old, person=make_person("示例乙"), on=DAY)
        old.refresh_from_db()
        assert (old.until, new.since, new.role) == (DAY, DAY, "secretary")
        assert Post.objects.on(DAY).get() == new
        assert Post.objects.on(EVE).get() == old

    @pytest.mark.parametrize(
        ("role", "status", "word"),
        [
            ("lead", "full", "行政职务"),
            ("group_leader", "full", "党小组长只能"),
            ("secretary", "probationary", "不是正式党员"),
            ("secretary", "none", "不是正式党员"),
        ],
    )
    def test_unfit_posts_in_a_branch(self, role, status, word):
        with pytest.raises(ValidationError) as raised:
            appoint(
                person=make_person(party_status=status),
                role=role,
                organization=make_branch(),
                since=DAY,
            )
        assert word in words_of(raised)

    def test_a_group_has_a_leader_and_no_secretary(self):
        group = make_organization("示例党小组", "group", make_branch())
        with pytest.raises(ValidationError, match="党小组只设组长"):
            appoint(person=make_person(), role="secretary", organization=group, since=DAY)
        assert appoint(person=make_person(), role="group_leader", organization=group, since=DAY).pk

    def test_one_body_and_only_one(self):
        for bodies in ({}, {"unit": make_unit(), "organization": make_branch()}):
            with pytest.raises(ValidationError, match="二者选一"):
                appoint(person=make_person(), role="secretary", since=DAY, **bodies)

    def test_a_body_that_does_not_stand_takes_nobody(self):
        branch = make_branch(dissolved_on=EVE)
        with pytest.raises(ValidationError, match="已经撤销"):
            appoint(person=make_person(), role="secretary", organization=branch, since=DAY)

    def test_ending_twice_and_ending_before_the_start(self):
        post = make_post(make_person(), organization=make_branch())
        with pytest.raises(ValidationError) as raised:
            end_post(post=post, on=START - timedelta(days=1))
        assert "不能早于起始日期" in words_of(raised)
        end_post(post=post, on=DAY)
        with pytest.raises(ValidationError, match="已于2021年4月10日结束"):
            end_post(post=post, on=DAY)

    def test_a_grant_ends_with_its_post(self):
        post = make_post(make_person(), organization=make_branch())
        user = User.objects.create_user("holder")
        grant = Grant.objects.create(
            user=user, role="reviewer", division_id="410182001", since=START, post=post
        )
        free = Grant.objects.create(user=user, role="leader", division_id="410182", since=START)
        end_post(post=post, on=DAY)
        grant.refresh_from_db()
        free.refresh_from_db()
        assert (grant.until, free.until) == (DAY, None)


# What is decided about all that the branch of these tests carries.
FATES = {
    "projects.programme.temp_branch": "vacate",
    "projects.projectorganization.organization": "end",
    "volunteers.team.organization": "vacate",
}


class TestDissolving:
    @pytest.fixture
    def branch(self):
        """A courtyard branch with everything that can hang on one."""
        branch = make_branch(parent=make_organization())
        court, unit = make_courtyard(), make_unit()
        post = make_post(make_person(), organization=branch)
        user = User.objects.create_user("secretary")
        Grant.objects.create(
            user=user, role="reporter", division_id="410182001001", since=START, post=post
        )
        BranchCoverage.objects.create(organization=branch, courtyard=court, since=START)
        BranchPairing.objects.create(organization=branch, unit=unit, since=START)
        TemporaryMembership.objects.create(
            person=make_person("示例丙"), organization=branch, since=START
        )
        programme = Programme.objects.create(
            name="楼院",
            line="unmanaged_courtyards",
            division_id="410182",
            headquarters=unit,
            temp_branch=branch,
            since=START,
        )
        project = Project.objects.create(
            name="示例项目", programme=programme, kind="other", division_id="410182", since=START
        )
        ProjectOrganization.objects.create(
            project=project, organization=branch, level="site", since=START
        )
        Honour.objects.create(
            kind="five_star_branch", division_id="410182", organization=branch, since=START
        )
        Team.objects.create(
            name="示例队", kind="commando", division_id="410182", organization=branch, since=START
        )
        return branch

    def test_all_that_hangs_on_it_ends_that_day_and_nothing_else(self, branch):
        dissolve_organization(organization=branch, on=DAY, fates=FATES)
        ended = [
            Post,
            BranchCoverage,
            BranchPairing,
            TemporaryMembership,
            ProjectOrganization,
            Honour,
            Grant,
        ]
        for model in ended:
            assert model.objects.get().until == DAY, model
        for model in (Programme, Project, Team):
            assert model.objects.get().until is None, model

    def test_courtyard_branches_fall_from_that_day_and_not_before(self, branch):
        count = PartyOrganization.objects.courtyard_branches
        dissolve_organization(organization=branch, on=DAY, fates=FATES)
        assert (count(EVE).count(), count(DAY).count()) == (1, 0)

    def test_the_preview_names_what_will_end(self, branch):
        found = tenures_ending_with(branch, on=DAY)
        assert {rows.model._meta.verbose_name for rows in found} == {
            "任职", "授权", "党支部覆盖楼院", "支部联建", "临时党组织成员", "项目党组织", "荣誉",
        }  # fmt: skip

    def test_refused_while_something_stands_under_it(self, branch):
        group = make_organization("示例一组", "group", branch)
        with pytest.raises(ValidationError, match="1个党组织没有撤销：示例一组"):
            dissolve_organization(organization=branch, on=DAY, fates=FATES)
        branch.refresh_from_db()
        assert branch.dissolved_on is None
        building = make_building(make_courtyard("另院"))
        GroupCoverage.objects.create(organization=group, building=building, since=START)
        dissolve_organization(organization=group, on=DAY)
        dissolve_organization(organization=branch, on=DAY, fates=FATES)
        assert GroupCoverage.objects.get().until == DAY

    def test_once_only_and_never_before_it_stood(self, branch):
        with pytest.raises(ValidationError, match="不能早于成立日期"):
            dissolve_organization(organization=branch, on=START - timedelta(days=1), fates=FATES)
        dissolve_organization(organization=branch, on=DAY, fates=FATES)
        with pytest.raises(ValidationError, match="已于2021年4月10日撤销"):
            dissolve_organization(organization=branch, on=DAY, fates=FATES)

    def test_what_was_to_begin_later_holds_on_no_day(self, branch):
        later = Post.objects.create(
            person=make_person("示例丁"),
            role="deputy_secretary",
            organization=branch,
            since=DAY + timedelta(days=20),
        )
        dissolve_organization(organization=branch, on=DAY, fates=FATES)
        later.refresh_from_db()
        assert later.until == later.since

    def test_what_ended_earlier_keeps_its_day(self, branch):
        old = make_post(make_person("示例戊"), "deputy_secretary", organization=branch, until=EVE)
        dissolve_organization(organization=branch, on=DAY, fates=FATES)
        old.refresh_from_db()
        assert old.until == EVE


class TestEstablishing:
    def test_a_group_under_a_branch(self):
        branch = make_branch()
        group = establish_organization(
            parent=branch,
            name="示例党小组",
            kind="group",
            division=branch.division,
            established_on=DAY,
        )
        assert PartyOrganization.objects.get_parent(group) == branch
        assert PartyOrganization.objects.find_problems() == ([], [], [], [], [])

    @pytest.mark.parametrize(
        ("kind", "day", "word"),
        [("temp_branch", DAY, "只能设在"), ("group", START - timedelta(days=9), "尚未成立")],
    )
    def test_refusals(self, kind, day, word):
        branch = make_branch()
        with pytest.raises(ValidationError, match=word):
            establish_organization(
                parent=branch,
                name="新组织",
                kind=kind,
                division=branch.division,
                established_on=day,
            )

    def test_one_name_once_under_one_parent(self):
        branch = make_branch()
        make_organization("示例党小组", "group", branch)
        with pytest.raises(ValidationError, match="同名党组织"):
            establish_organization(
                parent=branch,
                name="示例党小组",
                kind="group",
                division=branch.division,
                established_on=DAY,
            )


class TestPersons:
    def test_registering_strips_inner_blanks_and_refuses_a_twin(self, county):
        person = register_person(name=" 示例 三 ", division=county, phone="13800001111")
        assert person.name == "示例三"
        assert person.masked_phone == "138****1111"
        with pytest.raises(ValidationError, match="不要重复登记"):
            register_person(name="示例三", division=county, phone="13800001111")
        assert register_person(name="示例三", division=county, phone="13800002222").pk

    def test_every_look_at_a_phone_leaves_a_record(self, outsider):
        person = make_person(phone="13800001111")
        assert reveal_phone(user=outsider, person=person) == "13800001111"
        assert person.reveals.get().user == outsider
        with pytest.raises(ValidationError, match="没有登记"):
            reveal_phone(user=outsider, person=make_person("示例乙"))


class TestSeparationOfDuties:
    def test_three_administrators_exclude_one_another(self, auditor):
        with pytest.raises(ValidationError, match="三员分立"):
            refuse_mixed_duties(user=auditor, role="system_admin", since=DAY)

    @pytest.mark.parametrize("role", ["leader", "reporter", "reviewer", "org_admin"])
    def test_neither_keeps_nor_audits_accounts_beside_other_work(self, auditor, admin_user, role):
        for user in (auditor, admin_user):
            with pytest.raises(ValidationError, match="三员分立"):
                refuse_mixed_duties(user=user, role=role, since=DAY)

    def test_one_after_the_other_and_other_roles_are_fine(self, auditor, orgdept):
        refuse_mixed_duties(user=auditor, role="auditor", since=DAY)
        refuse_mixed_duties(user=orgdept, role="leader", since=DAY)
        auditor.grants.update(until=DAY)
        refuse_mixed_duties(user=auditor, role="system_admin", since=DAY)
