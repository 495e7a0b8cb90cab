"""Merging, moving and dissolving Party organisations: nothing is lost, nothing is doubled."""

from datetime import date, timedelta

import pytest
from django.core.exceptions import ValidationError
from django.db.models import ForeignKey
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
from ledgers.meanwhile import ChangedMeanwhile
from ledgers.models import Tenure
from orgs.models import (
    FormationPartner,
    Grant,
    MemberCount,
    PartyOrganization,
    PastAffiliation,
    Person,
    Post,
    TemporaryMembership,
    User,
)
from orgs.party.previews import plan_merge, plan_move
from orgs.party.rows_to_settle import all_rows_to_settle
from orgs.party.services import dissolve_organization, merge_organization
from orgs.party.tree import move_organization
from projects.models import Programme, Project, ProjectOrganization
from volunteers.models import BranchLink, Team

pytestmark = pytest.mark.usefixtures("county")
TODAY = date(2021, 4, 30)
DAY = date(2021, 4, 10)
EVE = DAY - timedelta(days=1)


def words_of(raised) -> str:
    return "".join(raised.value.messages)


def sound() -> bool:
    return PartyOrganization.objects.find_problems() == ([], [], [], [], [])


@pytest.fixture
def general():
    return make_organization()


@pytest.fixture
def pair(general):
    """A community branch, and its duplicate with much of its own."""
    full, twin = make_branch("示例支部", general), make_branch("示例支部（重复）", general)
    make_post(make_person("示例书记"), organization=full)
    make_post(make_person("示例另一书记"), organization=twin)
    deputy = make_post(make_person("示例副书记"), "deputy_secretary", organization=twin)
    Grant.objects.create(
        user=User.objects.create_user("deputy"),
        role="reporter",
        division_id="410182001001",
        since=START,
        post=deputy,
    )
    member = make_person("示例委员")
    for body in (full, twin):
        make_post(member, "committee_member", organization=body)
    shared, own = make_courtyard("共有院"), make_courtyard("独有院")
    for body, court in ((full, shared), (twin, shared), (twin, own)):
        BranchCoverage.objects.create(organization=body, courtyard=court, since=START)
    BranchPairing.objects.create(organization=twin, unit=make_unit(), since=START)
    FormationPartner.objects.create(organization=twin, unit=make_unit("联建单位"))
    make_person("示例党员", home_branch=twin)
    BranchLink.objects.create(first=full, second=twin, since=START)
    group = make_organization("示例一组", "group", twin)
    GroupCoverage.objects.create(
        organization=group, building=make_building(own, "1号楼"), since=START
    )
    Team.objects.create(
        name="示例队", kind="volunteer", division_id="410182001", organization=twin, since=START
    )
    MemberCount.objects.create(organization=twin, counted_on=START, full_members=9)
    return full, twin


class TestMerging:
    def test_every_post_and_cover_is_kept(self, pair):
        full, twin = pair
        merge_organization(organization=twin, into=full, on=DAY)
        before = {row.courtyard.name for row in BranchCoverage.objects.on(EVE)}
        after = BranchCoverage.objects.on(DAY)
        assert {row.courtyard.name for row in after} == before == {"共有院", "独有院"}
        assert {row.organization for row in after} == {full}
        assert after.count() == 2
        held = {(p.person.name, p.role) for p in Post.objects.on(DAY)}
        assert held == {
            ("示例书记", "secretary"),
            ("示例副书记", "deputy_secretary"),
            ("示例委员", "committee_member"),
        }
        assert set(Post.objects.on(DAY).values_list("organization", flat=True)) == {full.pk}
        assert Post.objects.on(EVE).filter(organization=twin).count() == 3
        grant = Grant.objects.on(DAY).get()
        assert (grant.user.username, grant.post.organization) == ("deputy", full)

    def test_what_stands_under_it_and_what_it_carries_goes_over(self, pair):
        full, twin = pair
        merge_organization(organization=twin, into=full, on=DAY)
        group = PartyOrganization.objects.get(name="示例一组")
        assert PartyOrganization.objects.get_parent(group) == full
        assert PartyOrganization.objects.superior_of(group, EVE).get() == twin
        assert GroupCoverage.objects.on(DAY).get().organization == group
        assert BranchPairing.objects.on(DAY).get().organization == full
        assert Person.objects.get(name="示例党员").home_branch == full
        assert Team.objects.get().organization == full
        assert full.formation_partners.get().unit.name == "联建单位"
        assert not BranchLink.objects.on(DAY).exists()
        twin.refresh_from_db()
        assert twin.dissolved_on == DAY
        assert twin.member_counts.count() == 1  # counts are history, never added up
        assert sound()

    def test_nothing_running_points_at_the_dissolved_one(self, pair):
        full, twin = pair
        merge_organization(organization=twin, into=full, on=DAY)
        for relation in PartyOrganization._meta.related_objects:
            if issubclass(relation.related_model, Tenure) and relation.one_to_many:
                rows = relation.related_model.objects.on(DAY)
                assert not rows.filter(**{relation.field.name: twin}).exists(), relation

    def test_the_preview_says_what_is_kept_and_what_is_not_doubled(self, pair):
        full, twin = pair
        plan = plan_merge(twin, full, DAY)
        (kept_title, kept), (_, gone) = plan.parts
        assert "示例支部" in kept_title
        counts = {line.label: line.count for line in kept}
        assert counts["任职"] == 1
        assert counts["授权"] == 1
        assert counts["党支部覆盖楼院"] == 1
        assert counts["下级党组织"] == 1
        why = {(line.label, line.note) for line in gone}
        assert ("党支部覆盖楼院", "对方已有同样的登记") in why
        assert ("任职", "对方已有同样的登记") in why
        assert any(label == "任职" and "只能有一名书记" in note for label, note in why)
        assert any("不能与自己联建" in note for _, note in why)
        assert any("重新统计" in words for words in plan.warnings)

    def test_two_people_at_once(self, pair):
        full, twin = pair
        version = plan_merge(twin, full, DAY).token
        make_post(make_person("示例新人"), "committee_member", organization=twin)
        with pytest.raises(ChangedMeanwhile):
            merge_organization(organization=twin, into=full, on=DAY, shown=version)
        version = plan_merge(twin, full, DAY).token
        merge_organization(organization=twin, into=full, on=DAY, shown=version)
        assert Post.objects.on(DAY).filter(organization=full).count() == 4

    def test_what_begins_later_begins_with_the_survivor(self, pair):
        full, twin = pair
        later = DAY + timedelta(days=60)
        make_post(make_person("示例来者"), "committee_member", since=later, organization=twin)
        merge_organization(organization=twin, into=full, on=DAY)
        posts = Post.objects.filter(person__name="示例来者").order_by("pk")
        assert [(p.organization, p.since, p.until) for p in posts] == [
            (twin, later, later),
            (full, later, None),
        ]

    @pytest.mark.parametrize(
        ("kind", "on", "word"),
        [
            ("group", DAY, "不能并入"),
            ("branch", TODAY + timedelta(days=1), "不能晚于今天"),
            ("branch", START - timedelta(days=1), "尚未成立"),
        ],
    )
    def test_refusals(self, general, kind, on, word):
        branch = make_branch("甲支部", general)
        parent = branch if kind == "group" else general
        other = make_organization("乙", kind, parent)
        with pytest.raises(ValidationError) as raised:
            merge_organization(organization=branch, into=other, on=on)
        assert word in words_of(raised)

    def test_not_into_itself_nor_into_what_is_gone(self, general):
        branch = make_branch("甲支部", general)
        gone = make_branch("乙支部", general, dissolved_on=EVE)
        for other, word in ((branch, "自身"), (gone, "已经撤销")):
            with pytest.raises(ValidationError) as raised:
                merge_organization(organization=branch, into=other, on=DAY)
            assert word in words_of(raised)


class TestMoving:
    def test_the_days_before_still_tell_where_it_stood(self, general):
        other, branch = make_organization("另一总支"), make_branch("甲支部", general)
        move_organization(organization=branch, target=other, on=DAY)
        ask = PartyOrganization.objects
        assert ask.superior_of(branch, EVE).get() == general
        branch.refresh_from_db()
        assert ask.superior_of(branch, DAY).get() == other
        assert list(ask.inferiors_of(general, EVE)) == [branch]
        general.refresh_from_db()
        other.refresh_from_db()
        assert not ask.inferiors_of(general, DAY).exists()
        assert list(ask.inferiors_of(other, DAY)) == [branch]
        assert not ask.inferiors_of(other, EVE).exists()
        past = PastAffiliation.objects.get()
        assert (past.since, past.until) == (START, DAY)

    def test_moving_twice_and_to_the_top(self, general):
        other, branch = make_organization("另一总支"), make_branch("甲支部", general)
        move_organization(organization=branch, target=other, on=EVE)
        move_organization(organization=branch, target=general, position="left", on=DAY)
        rows = PastAffiliation.objects.order_by("since").values_list("superior", "since", "until")
        assert list(rows) == [(general.pk, START, EVE), (other.pk, EVE, DAY)]
        branch.refresh_from_db()
        assert not PartyOrganization.objects.superior_of(branch, DAY).exists()
        with pytest.raises(ValidationError, match="不能更早"):
            move_organization(organization=branch, target=other, on=EVE)
        assert sound()

    def test_only_the_order_leaves_no_trace(self, general):
        first, second = make_branch("甲支部", general), make_branch("乙支部", general)
        move_organization(organization=second, target=first, position="left")
        assert not PastAffiliation.objects.exists()
        names = PartyOrganization.objects.get_children(general).values_list("name", flat=True)
        assert list(names) == ["乙支部", "甲支部"]

    def test_not_ahead_of_its_day(self, general):
        branch = make_branch("甲支部", general)
        with pytest.raises(ValidationError, match="不能晚于今天"):
            move_organization(
                organization=branch,
                target=make_organization("另一总支"),
                on=TODAY + timedelta(days=1),
            )

    def test_the_preview_counts_what_comes_along(self, pair):
        _, twin = pair
        plan = plan_move(twin, make_organization("另一总支"), DAY)
        counts = {line.label: line.count for line in plan.parts[0][1]}
        assert counts["下级党组织"] == 1
        assert counts["党员队伍（所属党组织）"] == 1
        assert counts["党小组覆盖楼栋"] == 1
        assert counts["任职"] == 3


class TestEndOfATemporaryBody:
    @pytest.fixture
    def temporary(self):
        top = make_organization("示例临时党总支", "temp_general_branch", code="410182")
        body = make_organization("示例临时支部", "temp_branch", top, code="410182")
        programme = Programme.objects.create(
            name="示例战线",
            line="roads",
            division_id="410182",
            headquarters=make_unit(),
            temp_branch=body,
            since=START,
        )
        project = Project.objects.create(
            name="示例项目", programme=programme, kind="other", division_id="410182", since=START
        )
        ProjectOrganization.objects.create(
            project=project, organization=body, level="site", since=START
        )
        Team.objects.create(
            name="示例队", kind="commando", division_id="410182", organization=body, since=START
        )
        TemporaryMembership.objects.create(
            person=make_person("示例成员"), organization=body, since=START
        )
        return body

    def keys(self):
        return {holding.model.__name__: holding.key for holding in all_rows_to_settle()}

    def test_refused_until_everything_is_decided(self, temporary):
        with pytest.raises(ValidationError) as raised:
            dissolve_organization(organization=temporary, on=DAY)
        for word in ("战线", "项目党组织", "党员队伍"):
            assert word in words_of(raised)
        fates = {self.keys()[name]: "end" for name in ("Programme", "Team")}
        with pytest.raises(ValidationError, match="项目党组织"):
            dissolve_organization(organization=temporary, on=DAY, fates=fates)
        temporary.refresh_from_db()
        assert temporary.dissolved_on is None
        assert Team.objects.get().until is None

    def test_handed_over_ended_and_left_vacant(self, temporary):
        keys = self.keys()
        successor = make_branch("示例接收支部")
        fates = {
            keys["Programme"]: "vacate",
            keys["ProjectOrganization"]: "hand_over",
            keys["Team"]: "end",
        }
        with pytest.raises(ValidationError, match="选定接收"):
            dissolve_organization(organization=temporary, on=DAY, fates=fates)
        dissolve_organization(organization=temporary, on=DAY, fates=fates, successor=successor)
        assert Programme.objects.get().temp_branch is None
        assert Programme.objects.get().until is None
        assert Team.objects.get().until == DAY
        old, new = ProjectOrganization.objects.order_by("since")
        assert (old.until, new.since, new.organization) == (DAY, DAY, successor)
        assert TemporaryMembership.objects.get().until == DAY

    def test_a_fate_that_does_not_fit_is_none(self, temporary):
        fates = dict.fromkeys(self.keys().values(), "end")
        fates[self.keys()["ProjectOrganization"]] = "vacate"  # it cannot be without one
        with pytest.raises(ValidationError, match="项目党组织"):
            dissolve_organization(organization=temporary, on=DAY, fates=fates)


# Rows that tell of a day on which something happened: they stay with the body they happened in.
HAPPENED = {"FollowUpVisit", "Activity", "MemberCount", "FormationPartner", "PastAffiliation"}


def test_every_row_that_names_an_organisation_says_what_becomes_of_it():
    """A new foreign key to a Party organisation has to be thought of when one is dissolved."""
    silent = []
    for relation in PartyOrganization._meta.related_objects:
        model, key = relation.related_model, relation.field
        if not isinstance(key, ForeignKey) or hasattr(model, "pgh_tracked_model"):
            continue
        ends = issubclass(model, Tenure) and (
            not key.null or key.name in getattr(model, "ends_with", ())
        )
        handed = key.name in getattr(model, "handed_over", {})
        if not (ends or handed or model.__name__ in HAPPENED):
            silent.append(f"{model.__name__}.{key.name}")
    assert not silent
