"""Rules of contact duties, agreements, honours and road chiefs."""

from datetime import date

import pytest
from django.core.exceptions import ValidationError
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from makers import COMMUNITY, START, make_branch, make_courtyard, make_organization, make_person

from orgs.models import Division
from orgs.party.services import dissolve_organization
from projects.models import Road
from volunteers.models import (
    BranchLink,
    ContactDuty,
    FrontageTemplate,
    Honour,
    Household,
    Pledge,
    RoadChief,
    VillagersGroup,
)
from volunteers.models.contacts import TIER_TARGET

DAY = date(2021, 4, 10)
TARGETS = sorted(set(TIER_TARGET.values()))


@pytest.fixture
def targets(county):
    """One row of each kind that a contact duty can be about."""
    village = Division.objects.get(code="410182103216")
    group = VillagersGroup.objects.create(division=village, name="一组")
    return {
        "village": village,
        "group": group,
        "household": Household.objects.create(division=village, group=group, door="1号"),
        "courtyard": make_courtyard(kind="cluster"),
    }


class TestContactDuties:
    @settings(max_examples=40, deadline=None, suppress_health_check=list(HealthCheck))
    @given(tier=st.sampled_from(ContactDuty.Tier.values), named=st.sets(st.sampled_from(TARGETS)))
    def test_each_tier_names_its_own_target_and_no_other(self, targets, tier, named):
        """包村—村, 包组—组, 包户、联户长—户, 联片—片区: everything else is refused in words."""
        duty = ContactDuty(
            tier=tier, person=make_person(), division_id=COMMUNITY, since=START,
            **{name: targets[name] for name in named},
        )  # fmt: skip
        if named == {TIER_TARGET[tier]}:
            duty.full_clean()
            assert duty.target == targets[TIER_TARGET[tier]]
        else:
            with pytest.raises(ValidationError, match="其余留空"):
                duty.full_clean()

    def test_one_link_head_of_a_household_but_several_members(self, targets):
        def duty(tier, name):
            return ContactDuty(
                tier=tier, person=make_person(name), division_id="410182103216",
                household=targets["household"], since=START,
            )  # fmt: skip

        for tier, name in [("link_head", "示例甲"), ("member_household", "示例乙")]:
            row = duty(tier, name)
            row.full_clean()
            row.save()
        duty("member_household", "示例丙").full_clean()
        with pytest.raises(ValidationError, match="已有联户长"):
            duty("link_head", "示例丁").full_clean()

    def test_a_household_is_a_door_and_has_no_name(self):
        fields = {field.name for field in Household._meta.get_fields() if field.concrete}
        assert fields == {"id", "division", "group", "building", "door"}

    def test_a_door_is_entered_once(self, targets):
        twin = Household(division=targets["village"], door="1号")
        with pytest.raises(ValidationError, match="已有此门牌"):
            twin.full_clean()


class TestLinksAndHonours:
    def test_a_branch_is_not_linked_with_itself(self, county):
        branch = make_branch()
        with pytest.raises(ValidationError, match="不能与自己联建"):
            BranchLink(first=branch, second=branch, since=START).full_clean()

    @pytest.mark.parametrize(
        ("kind", "bearer"),
        [
            ("model_household", "household"),
            ("vanguard", "person"),
            ("model_cadre", "person"),
            ("five_star_branch", "organization"),
        ],
    )
    def test_an_honour_names_its_bearer(self, targets, kind, bearer):
        bearers = {
            "household": targets["household"],
            "person": make_person(),
            "organization": make_branch(),
        }
        base = {"kind": kind, "division_id": COMMUNITY, "since": START}
        Honour(**base, **{bearer: bearers.pop(bearer)}).full_clean()
        with pytest.raises(ValidationError, match="五星支部填党组织"):
            Honour(**base, **bearers).full_clean()

    def test_links_end_with_the_branch_from_either_side(self, county):
        first, second = make_branch(), make_branch("另一支部")
        BranchLink.objects.create(first=first, second=second, since=START)
        dissolve_organization(organization=second, on=DAY)
        assert BranchLink.objects.get().until == DAY


class TestAgreements:
    def test_three_and_four_guarantees_are_two_versions(self):
        assert dict(FrontageTemplate.Version.choices) == {"three": "门前三包", "four": "门前四包"}

    def test_a_pledge_is_due_after_it_was_given(self, county):
        pledge = Pledge(
            pledger_office="村党支部书记", division=county, target="12天拆除216处",
            pledged_on=DAY, due_on=START, to_organization=make_organization(),
        )  # fmt: skip
        with pytest.raises(ValidationError, match="期限不能早于立状日期"):
            pledge.full_clean()


def test_one_chief_of_each_level_on_a_road(county):
    road = Road.objects.create(name="示例路", division=county)
    RoadChief.objects.create(road=road, person=make_person(), level="first", since=START)
    RoadChief(road=road, person=make_person("示例乙"), level="second", since=START).full_clean()
    with pytest.raises(ValidationError, match="已有这一级路长"):
        RoadChief(road=road, person=make_person("示例丙"), level="first", since=DAY).full_clean()
