"""The pages that move, merge and dissolve Party organisations: preview, confirmation, two at once."""

from datetime import date

import pytest
from django.urls import reverse
from makers import (
    START,
    make_branch,
    make_courtyard,
    make_organization,
    make_person,
    make_post,
)
from pages import fields, is_whole, links, value_of

from courtyards.models import BranchCoverage
from orgs.models import PartyOrganization, PastAffiliation, Post
from volunteers.models import Team

pytestmark = pytest.mark.usefixtures("county")
DAY = "2021-04-20"


@pytest.fixture
def office(as_user, orgdept):
    return as_user(orgdept)


def words(answer) -> str:
    return answer.content.decode()


def address(page: str, row) -> str:
    return reverse(f"orgs:organization_{page}", args=[row.pk])


def version_in(answer) -> str:
    return value_of(answer, "shown")


class TestMovePage:
    def test_found_by_typing_previewed_and_done(self, office):
        first, second = make_organization("甲总支"), make_organization("乙总支")
        branch = make_branch("示例支部", first)
        make_post(make_person(), organization=branch)
        page = office.get(address("move", branch))
        assert "甲总支" in words(page)
        found = office.get(address("move", branch), {"q": "YZZ", "find": "1"})
        assert str(second.pk) in [field["value"] for field in fields(found, "target")]
        partial = office.get(address("move", branch), {"q": "yzz", "matches": "1"})
        assert "乙总支" in words(partial) and not is_whole(partial)
        preview = office.get(address("move", branch), {"target": second.pk, "day": DAY})
        assert "任职 1 项" in words(preview)
        done = office.post(
            address("move", branch),
            {"target": second.pk, "day": DAY, "shown": version_in(preview)},
        )
        assert done["Location"] == reverse("orgs:organization_detail", args=[branch.pk])
        assert "自2021年4月20日起隶属乙总支" in words(office.get(done["Location"]))
        assert PastAffiliation.objects.get().superior == first
        before = words(office.get(done["Location"], {"on": "2021-04-19"}))
        assert "甲总支" in before and "乙总支" not in links(before)

    def test_what_is_wrong_is_said_beside_the_field(self, office):
        group = make_organization("示例一组", "group", make_branch())
        general = make_organization("甲总支")
        answer = office.get(address("move", group), {"target": general.pk, "day": DAY})
        assert answer.status_code == 422
        assert "党小组只能设在" in words(answer)
        answer = office.post(address("move", group), {"day": DAY})
        assert "请查找并选定一个党组织" in words(answer)
        answer = office.post(address("move", group), {"target": general.pk, "day": "昨天"})
        assert "读不出确定的日期" in words(answer)


class TestMergePage:
    def test_previewed_done_and_back_at_the_survivor(self, office):
        general = make_organization()
        full, twin = make_branch("甲支部", general), make_branch("乙支部", general)
        BranchCoverage.objects.create(organization=twin, courtyard=make_courtyard(), since=START)
        for body in (full, twin):
            make_post(make_person(f"示例{body.pk}"), organization=body)
        preview = office.get(address("merge", twin), {"target": full.pk, "day": DAY})
        assert "自该日起转到甲支部" in words(preview)
        assert "只能有一名书记" in words(preview)
        assert not PartyOrganization.objects.filter(dissolved_on__isnull=False).exists()
        done = office.post(
            address("merge", twin),
            {"target": full.pk, "day": DAY, "shown": version_in(preview)},
        )
        assert done["Location"] == reverse("orgs:organization_detail", args=[full.pk])
        assert BranchCoverage.objects.on(date(2021, 4, 20)).get().organization == full

    def test_a_changed_state_is_shown_anew_and_nothing_is_done(self, office):
        general = make_organization()
        full, twin = make_branch("甲支部", general), make_branch("乙支部", general)
        preview = office.get(address("merge", twin), {"target": full.pk, "day": DAY})
        make_post(make_person("示例新人"), "committee_member", organization=twin)
        values = {"target": full.pk, "day": DAY, "shown": version_in(preview)}
        answer = office.post(address("merge", twin), values)
        assert answer.status_code == 409
        assert "情况有了变化" in words(answer)
        assert "示例新人" in words(answer)
        assert Post.objects.get().organization == twin
        values["shown"] = version_in(answer)
        assert office.post(address("merge", twin), values).status_code == 302
        assert Post.objects.on(date(2021, 4, 20)).get().organization == full


class TestDissolvePage:
    def test_the_preview_and_the_act(self, office):
        branch = make_branch(parent=make_organization())
        make_post(make_person(), organization=branch)
        BranchCoverage.objects.create(organization=branch, courtyard=make_courtyard(), since=START)
        page = words(office.get(address("dissolve", branch)))
        assert "任职 1 项" in page
        assert "党支部覆盖楼院 1 项" in page
        answer = office.post(address("dissolve", branch), {"day": DAY})
        assert answer.status_code == 302
        branch.refresh_from_db()
        assert branch.dissolved_on == date(2021, 4, 20)
        again = office.post(address("dissolve", branch), {"day": DAY})
        assert again.status_code == 422
        assert "已于2021年4月20日撤销" in words(again)

    def test_what_stands_below_is_named(self, office):
        branch = make_branch()
        make_organization("示例一组", "group", branch)
        for answer in (
            office.get(address("dissolve", branch)),
            office.post(address("dissolve", branch), {"day": DAY}),
        ):
            assert answer.status_code == 422
            assert "示例一组" in words(answer)

    def test_what_it_carries_has_to_be_decided_and_what_was_ticked_stays(self, office):
        branch, other = make_branch(), make_branch("接收支部")
        Team.objects.create(
            name="示例队",
            kind="volunteer",
            division_id="410182001",
            organization=branch,
            since=START,
        )
        make_person("示例党员", home_branch=branch)
        team, person = "fate:volunteers.team.organization", "fate:orgs.person.home_branch"
        answer = office.post(address("dissolve", branch), {"day": DAY, team: "hand_over"})
        assert answer.status_code == 422
        page = words(answer)
        assert "请选择处理方式" in page
        assert value_of(page, team) == "hand_over"
        both = {"day": DAY, team: "hand_over", person: "vacate"}
        assert "请选定接收的党组织" in words(office.post(address("dissolve", branch), both))
        done = office.post(address("dissolve", branch), both | {"target": other.pk})
        assert done.status_code == 302
        assert Team.objects.get().organization == other
        assert not branch.home_members.exists()


@pytest.mark.parametrize("page", ["move", "merge", "dissolve"])
class TestWhoMay:
    def test_reporters_and_leaders_may_not(self, as_user, street_reporter, leader, page):
        branch = make_branch()
        for user in (street_reporter, leader):
            assert as_user(user).post(address(page, branch), {"day": DAY}).status_code == 403

    def test_another_street_does_not_exist(self, as_user, make_account, page):
        branch, foreign = make_branch(), make_branch("远处支部", code="410182002001")
        user = make_account("street-org", "org_admin", code="410182001")
        client = as_user(user)
        assert client.get(address(page, foreign)).status_code == 404
        answer = client.post(address(page, branch), {"target": foreign.pk, "day": DAY})
        assert "不在您的管理范围内" in words(answer)
        assert "远处支部" not in words(client.get(address(page, branch), {"q": "yczb", "find": 1}))
