"""The Party's own rules on its organisations, on each side of every threshold."""

from datetime import date, timedelta

import pytest
from makers import (
    START,
    make_branch,
    make_courtyard,
    make_organization,
    make_person,
    make_post,
    make_unit,
)
from pages import row_count

from campaign.gaps.kinds import GAPS
from courtyards.models import BranchCoverage
from orgs.models import FormationPartner, MemberCount
from orgs.party.rules import PARTY_RULES, broken_rules
from projects.models import Programme

pytestmark = pytest.mark.usefixtures("county")
DAY = date(2021, 4, 30)
RULES = {rule.code: rule for rule in PARTY_RULES}


def breaks(code: str, organization, day=DAY) -> bool:
    return RULES[code].rows(day).filter(pk=organization.pk).exists()


def count(organization, full, probationary=0, on=START):
    MemberCount.objects.create(
        organization=organization,
        counted_on=on,
        full_members=full,
        probationary_members=probationary,
    )


def organization(kind: str, **values):
    if kind == "group":
        return make_organization("示例一组", kind, make_branch(), **values)
    return make_organization("示例组织", kind, **values)


@pytest.mark.parametrize(
    ("code", "kind", "full", "probationary", "expected"),
    [
        ("branch_too_small", "branch", 2, 9, True),
        ("branch_too_small", "branch", 3, 0, False),
        ("branch_too_small", "joint_branch", 2, 0, True),
        ("branch_too_small", "group", 2, 0, False),
        ("branch_too_large", "branch", 50, 0, False),
        ("branch_too_large", "branch", 50, 1, True),
        ("branch_too_large", "general_branch", 60, 0, False),
        ("general_branch_size", "general_branch", 49, 0, True),
        ("general_branch_size", "general_branch", 49, 1, False),
        ("general_branch_size", "general_branch", 100, 0, False),
        ("general_branch_size", "general_branch", 100, 1, True),
        ("general_branch_size", "temp_general_branch", 20, 0, False),
        ("group_too_small", "group", 2, 0, True),
        ("group_too_small", "group", 1, 2, False),
        ("group_too_small", "group", 0, 5, True),
    ],
)
def test_sizes(code, kind, full, probationary, expected):
    body = organization(kind)
    assert not breaks(code, body)  # without a count nothing is claimed
    count(body, full, probationary)
    assert breaks(code, body) == expected


def test_the_last_count_up_to_the_day_decides():
    body = make_branch()
    count(body, 2)
    count(body, 3, on=DAY)
    assert not breaks("branch_too_small", body)
    assert breaks("branch_too_small", body, DAY - timedelta(days=1))


@pytest.mark.parametrize(
    ("code", "kind"), [("branch_too_large", "branch"), ("general_branch_size", "general_branch")]
)
def test_what_was_approved_is_no_breach(code, kind):
    body = organization(kind, size_approval="〔2020〕1号")
    count(body, 120)
    assert not breaks(code, body)


@pytest.mark.parametrize(
    ("kind", "days", "expected"),
    [
        ("branch", 183, True),
        ("branch", 184, False),
        ("branch", -30, True),
        ("general_branch", 10, True),
        ("temp_branch", 10, False),
        ("group", 10, False),
    ],
)
def test_terms(kind, days, expected):
    body = organization(kind, term_end=DAY + timedelta(days=days))
    assert breaks("branch_term_ends", body) == expected


def test_posts_that_must_be_held():
    branch, group = make_branch(), organization("group")
    assert breaks("branch_no_secretary", branch)
    assert breaks("group_no_leader", group)
    assert not breaks("branch_no_secretary", group)
    make_post(make_person(), organization=branch, until=DAY)
    make_post(make_person("示例乙"), "group_leader", organization=group)
    assert breaks("branch_no_secretary", branch)
    assert not breaks("branch_no_secretary", branch, DAY - timedelta(days=1))
    assert not breaks("group_no_leader", group)


class TestFormation:
    def cover(self, body, *names):
        for name in names:
            BranchCoverage.objects.create(
                organization=body, courtyard=make_courtyard(name), since=START
            )

    def test_joint_with_nobody(self):
        body = make_branch()
        assert breaks("joint_without_partners", body)
        self.cover(body, "甲院")
        assert breaks("joint_without_partners", body)
        self.cover(body, "乙院")
        assert not breaks("joint_without_partners", body)

    def test_joint_with_a_unit(self):
        body = make_branch()
        FormationPartner.objects.create(organization=body, unit=make_unit())
        assert not breaks("joint_without_partners", body)

    def test_alone_in_name_only(self):
        body = make_organization("独建支部", "branch", formation="independent")
        self.cover(body, "甲院")
        assert not breaks("alone_with_partners", body)
        self.cover(body, "乙院")
        assert breaks("alone_with_partners", body)
        other = make_organization("另一独建支部", "branch", formation="independent")
        FormationPartner.objects.create(organization=other, unit=make_unit())
        assert breaks("alone_with_partners", other)


class TestTemporaryBodies:
    @pytest.fixture
    def bodies(self):
        top = organization("temp_general_branch")
        first, second = (make_organization(name, "temp_branch", top) for name in ("甲", "乙"))
        lines = zip((first, second), ("roads", "urban_fringe"), strict=True)
        for body, line in lines:
            Programme.objects.create(
                name=line,
                line=line,
                division_id="410182",
                headquarters=make_unit(line),
                temp_branch=body,
                since=START,
            )
        return top, first, second

    def test_after_its_programme(self, bodies):
        top, first, second = bodies
        Programme.objects.filter(temp_branch=first).update(until=DAY)
        assert breaks("temporary_after_end", first)
        assert not breaks("temporary_after_end", first, DAY - timedelta(days=1))
        assert not breaks("temporary_after_end", second)
        assert not breaks("temporary_after_end", top)
        Programme.objects.filter(temp_branch=second).update(until=DAY)
        assert breaks("temporary_after_end", top)

    def test_without_a_programme_nothing_is_claimed(self):
        assert not breaks("temporary_after_end", organization("temp_branch"))


def test_a_dissolved_one_breaks_no_rule():
    body = make_branch(dissolved_on=DAY, term_end=DAY)
    count(body, 1)
    assert broken_rules([body.pk], DAY) == {body.pk: []}
    assert broken_rules([body.pk], DAY - timedelta(days=1))[body.pk]


def test_all_rules_in_one_query(django_assert_num_queries):
    bodies = [make_branch(f"支部{number}") for number in range(3)]
    with django_assert_num_queries(1):
        found = broken_rules([body.pk for body in bodies], DAY)
    for rules in found.values():
        assert {rule.code for rule in rules} == {"branch_no_secretary", "joint_without_partners"}


@pytest.mark.parametrize("rule", PARTY_RULES, ids=lambda rule: rule.code)
def test_each_rule_is_a_gap_with_its_source(rule):
    gap = GAPS[rule.code]
    assert gap.rows is rule.rows
    assert gap.source and gap.advice and gap.mend


def test_shown_on_the_page_of_the_organisation_and_among_the_gaps(as_user, orgdept, leader):
    body = make_branch(parent=make_organization())
    count(body, 2)
    page = as_user(orgdept).get(f"/orgs/organizations/{body.pk}/").content.decode()
    for words in (
        "党支部正式党员不足3人",
        "支部工作条例",
        "党组织没有书记",
        f"/{body.pk}/secretary/",
    ):
        assert words in page
    assert f"/{body.pk}/secretary/" not in (
        as_user(leader).get(f"/orgs/organizations/{body.pk}/").content.decode()
    )
    gaps = as_user(orgdept).get("/gaps/").content.decode()
    assert "依据：《中国共产党支部工作条例（试行）》" in gaps
    rows = as_user(orgdept).get("/gaps/branch_too_small/").content.decode()
    assert row_count(rows) == 1
    assert "依据：" in rows
