"""Who may: grant × division × line of work, ended grants and posts, and default deny."""

from datetime import date, timedelta

import pytest
from django.contrib.auth.models import AnonymousUser
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from makers import START, make_branch, make_courtyard, make_person, make_post, make_unit

from courtyards.models import Courtyard
from orgs.access import ROLE_VERBS, GrantedScope, Scope, Verb, may, scope_of, visible_to
from orgs.choices import Role, WorkLine
from orgs.models import Grant, Person, User
from projects.models import Programme, Project

TODAY = date(2021, 4, 30)


def fresh(user) -> User:
    """The same account as the next request reads it."""
    return User.objects.get(pk=user.pk)


class TestMatrix:
    def test_every_role_has_its_verbs_and_no_other_role_exists(self):
        assert set(ROLE_VERBS) == set(Role.values)
        assert all(verbs <= set(Verb.values) for verbs in ROLE_VERBS.values())

    def test_the_three_administrators_share_no_work(self):
        business = {Verb.REPORT, Verb.REVIEW, Verb.EDIT, Verb.ORGANISE}
        system, audit, organise = (
            ROLE_VERBS[role] for role in (Role.SYSTEM_ADMIN, Role.AUDITOR, Role.ORG_ADMIN)
        )
        assert not system & audit
        assert not system & organise
        assert not audit & organise
        assert not audit & business
        assert not system & business

    def test_nobody_reports_and_reviews_by_one_role(self):
        assert not any({Verb.REPORT, Verb.REVIEW} <= verbs for verbs in ROLE_VERBS.values())

    def test_leaders_look(self):
        assert ROLE_VERBS[Role.LEADER] == {Verb.VIEW, Verb.EXPORT}


PREFIXES = ["41", "4101", "410182", "410182001", "410182001001", "410182002", "410182103"]
grants = st.lists(
    st.builds(
        GrantedScope,
        role=st.sampled_from(Role.values),
        prefix=st.sampled_from(PREFIXES),
        line=st.sampled_from(["", *WorkLine.values]),
    ),
    max_size=5,
)


class TestScopeWithoutADatabase:
    # A busy machine draws slowly; that says nothing about the rule.
    @settings(deadline=None, suppress_health_check=[HealthCheck.too_slow])
    @given(grants=grants, verb=st.sampled_from(Verb.values))
    def test_prefixes_cover_exactly_what_was_granted(self, grants, verb):
        scope = Scope(tuple(grants))
        given_prefixes = [grant.prefix for grant in grants if verb in ROLE_VERBS[grant.role]]
        found = scope.prefixes(verb)
        assert set(found) <= set(given_prefixes)
        assert all(any(prefix.startswith(top) for top in found) for prefix in given_prefixes)
        assert not any(a != b and a.startswith(b) for a in found for b in found)
        assert scope.can(verb) == bool(given_prefixes)

    def test_nothing_is_granted_by_default(self):
        scope = Scope(())
        assert not any(scope.can(verb) for verb in Verb.values)
        assert (scope.prefixes(), scope.home_prefix, scope.roles) == ([], "-", set())


class TestRows:
    @pytest.fixture
    def courts(self, county):
        codes = ("410182001001", "410182001002", "410182002001")
        return {code: make_courtyard(f"院{code[-6:]}", code=code) for code in codes}

    @pytest.mark.parametrize(
        ("code", "seen"),
        [
            ("410182", 3),
            ("410182001", 2),
            ("410182001001", 1),
            ("410182103", 0),
            ("4101", 3),
        ],
    )
    def test_a_division_grant_shows_its_subtree(self, make_account, courts, code, seen):
        user = make_account("clerk", Role.REPORTER, code=code)
        assert Courtyard.objects.visible_to(user).count() == seen

    def test_two_grants_add_up(self, make_account, courts):
        user = make_account("clerk", Role.REPORTER, code="410182001002")
        Grant.objects.create(user=user, role=Role.LEADER, division_id="410182002", since=START)
        user = fresh(user)
        assert Courtyard.objects.visible_to(user).count() == 2
        assert visible_to(Courtyard.objects.all(), user, Verb.EDIT).count() == 1
        inside, outside = courts["410182001002"], courts["410182002001"]
        assert may(user, Verb.EDIT, inside)
        assert not may(user, Verb.EDIT, outside)
        assert may(user, Verb.VIEW, outside)

    def test_a_code_that_only_begins_alike_is_not_below(self, make_account, county):
        """A prefix ends at a level: no level's code is the beginning of a sibling's."""
        lengths = {len(code) for code in PREFIXES}
        assert lengths == {2, 4, 6, 9, 12}
        user = make_account("clerk", Role.REPORTER, code="410182001")
        make_courtyard(code="410182002001")
        assert not Courtyard.objects.visible_to(user).exists()

    @pytest.mark.parametrize(
        ("line", "seen"),
        [("", 2), (WorkLine.ROADS, 1), (WorkLine.URBAN_FRINGE, 1), (WorkLine.COURTYARDS, 0)],
    )
    def test_a_line_of_work_narrows_projects(self, make_account, county, line, seen):
        unit = make_unit("示例指挥部", kind="headquarters")
        for value in (WorkLine.ROADS, WorkLine.URBAN_FRINGE):
            programme = Programme.objects.create(
                name=value, line=value, division=county, headquarters=unit, since=START
            )
            Project.objects.create(
                name=f"项目{value}", programme=programme, kind="other", division=county, since=START
            )
        user = make_account("clerk", Role.REPORTER, line=line)
        assert Project.objects.visible_to(user).count() == seen
        assert Programme.objects.visible_to(user).count() == seen

    @pytest.mark.parametrize(
        ("line", "seen"), [("", 3), (WorkLine.COURTYARDS, 3), (WorkLine.ROADS, 0)]
    )
    def test_courtyards_belong_to_their_own_line(self, make_account, courts, line, seen):
        user = make_account("clerk", Role.REPORTER, line=line)
        assert Courtyard.objects.visible_to(user).count() == seen

    def test_people_belong_to_every_line(self, make_account, county):
        make_person()
        user = make_account("clerk", Role.REPORTER, line=WorkLine.ROADS)
        assert Person.objects.visible_to(user).count() == 1


class TestEnding:
    @pytest.mark.parametrize(
        ("since", "until", "counts"),
        [
            (TODAY, None, True),
            (TODAY + timedelta(days=1), None, False),
            (START, TODAY, False),
            (START, TODAY + timedelta(days=1), True),
        ],
    )
    def test_a_grant_holds_from_its_first_day_to_the_day_before_its_last(
        self, outsider, since, until, counts
    ):
        Grant.objects.create(
            user=outsider, role=Role.LEADER, division_id="410182", since=since, until=until
        )
        assert scope_of(fresh(outsider)).can(Verb.VIEW) is counts

    @pytest.mark.parametrize(
        ("until", "counts"),
        [(None, True), (TODAY + timedelta(days=1), True), (TODAY, False), (START, False)],
    )
    def test_a_grant_ends_with_the_post_that_carries_it(self, outsider, until, counts):
        post = make_post(make_person(), organization=make_branch(), until=until)
        Grant.objects.create(
            user=outsider, role=Role.REPORTER, division_id="410182", since=START, post=post
        )
        assert scope_of(fresh(outsider)).can(Verb.REPORT) is counts

    def test_an_account_switched_off_may_nothing(self, leader):
        assert may(leader, Verb.VIEW)
        leader.is_active = False
        leader.save()
        assert not may(fresh(leader), Verb.VIEW)

    def test_visitors_and_accounts_without_grants_see_nothing(self, outsider):
        make_courtyard()
        for user in (AnonymousUser(), outsider):
            assert not may(user, Verb.VIEW)
            assert not Courtyard.objects.visible_to(user).exists()

    def test_superusers_have_no_back_door_to_business_rows(self, admin_user):
        admin_user.is_superuser = True
        admin_user.save()
        make_courtyard()
        assert admin_user.is_superuser
        assert not Courtyard.objects.visible_to(admin_user).exists()
