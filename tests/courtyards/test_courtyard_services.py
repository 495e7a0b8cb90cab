"""Heads, committees, cadres, coverage and surveys: counts change from a day on and not before."""

from datetime import date, timedelta

import pytest
from django.core.exceptions import ValidationError
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from makers import (
    START,
    make_branch,
    make_building,
    make_courtyard,
    make_organization,
    make_person,
    make_unit,
)

from courtyards.heads.services import (
    appoint_head,
    assign_cadre,
    end_assignment,
    end_headship,
    form_committee,
    replace_cadre,
    replace_head,
)
from courtyards.models import BranchCoverage, Building, Courtyard, GroupCoverage, Headship, Survey
from courtyards.pairing.services import cover_building, cover_courtyard, pair_branch
from courtyards.places.services import CourtyardChange, change_courtyards, record_survey
from orgs.models import Division, PartyOrganization
from projects.models import Problem
from volunteers.models import Household

pytestmark = pytest.mark.usefixtures("county")
DAY = date(2021, 4, 10)
EVE = DAY - timedelta(days=1)


def heads(day) -> int:
    return Headship.objects.on(day).filter(courtyard__isnull=False).count()


class TestHeads:
    def test_ending_a_head_lowers_the_count_from_that_day_on(self):
        court = make_courtyard()
        headship = appoint_head(person=make_person(), courtyard=court, since=START)
        end_headship(headship=headship, on=DAY)
        assert [heads(START - timedelta(days=1)), heads(START), heads(EVE), heads(DAY)] == [
            0, 1, 1, 0,
        ]  # fmt: skip
        has_head = [Courtyard.objects.with_organization(d).get().has_head for d in (EVE, DAY)]
        assert has_head == [True, False]

    def test_two_heads_at_once_are_refused_in_words(self):
        court, building = make_courtyard(), None
        building = make_building(court)
        for place in ({"courtyard": court}, {"building": building}):
            appoint_head(person=make_person(), since=START, **place)
            with pytest.raises(ValidationError, match="请先结束前任任职"):
                appoint_head(person=make_person("示例乙"), since=DAY, **place)
        assert Headship.objects.count() == 2

    def test_the_community_is_taken_from_the_place(self):
        building = make_building(make_courtyard(code="410182001002"))
        headship = appoint_head(person=make_person(), building=building, since=DAY)
        assert headship.division_id == "410182001002"

    def test_replacing_leaves_no_vacant_day(self):
        court = make_courtyard()
        old = appoint_head(person=make_person(), courtyard=court, since=START)
        new = replace_head(headship=old, person=make_person("示例乙"), on=DAY)
        assert [heads(EVE), heads(DAY)] == [1, 1]
        assert Headship.objects.on(DAY).get() == new

    def test_refusals(self):
        court = make_courtyard(since=DAY)
        with pytest.raises(ValidationError, match="不在册"):
            appoint_head(person=make_person(), courtyard=court, since=EVE)
        with pytest.raises(ValidationError, match="二者选一"):
            appoint_head(person=make_person(), since=DAY)

    @settings(max_examples=25, deadline=None, suppress_health_check=list(HealthCheck))
    @given(days=st.lists(st.integers(0, 40), min_size=1, max_size=6))
    def test_however_often_it_changes_hands_there_is_never_more_than_one(self, county, days):
        """Appoint, replace or end on arbitrary days: at most one head on any day."""
        court = make_courtyard(f"随机院{Courtyard.objects.count()}")
        person, headship = make_person(), None
        for step, offset in enumerate(days):
            day = START + timedelta(days=offset)
            try:
                if headship is None:
                    headship = appoint_head(person=person, courtyard=court, since=day)
                elif step % 2:
                    headship = replace_head(headship=headship, person=person, on=day)
                else:
                    end_headship(headship=headship, on=day)
                    headship = None
            except ValidationError:
                continue
        mine = Headship.objects.filter(courtyard=court)
        for offset in range(45):
            assert mine.on(START + timedelta(days=offset)).count() <= 1


class TestCommitteesAndCadres:
    def test_a_committee_counts_from_its_day(self):
        court = make_courtyard()
        form_committee(courtyard=court, name="示例自管会", since=DAY, members=5)
        flags = [Courtyard.objects.with_organization(d).get().has_committee for d in (EVE, DAY)]
        assert flags == [False, True]
        with pytest.raises(ValidationError, match="已有自管会"):
            form_committee(courtyard=court, name="第二自管会", since=DAY)

    def test_a_cadre_is_replaced_with_a_hand_over_note(self):
        court, unit = make_courtyard(), make_unit()
        row = assign_cadre(
            person=make_person(), courtyard=court, unit=unit, capacity="young", since=START
        )
        with pytest.raises(ValidationError, match="交接说明"):
            end_assignment(paired_cadre=row, on=DAY, handover_note=" ")
        new = replace_cadre(
            paired_cadre=row,
            person=make_person("示例乙"),
            unit=unit,
            capacity="section",
            on=DAY,
            handover_note="下水道改造未完，已交接",
        )
        row.refresh_from_db()
        assert (row.until, new.since) == (DAY, DAY)
        assert row.handover_note.startswith("下水道")

    def test_one_cadre_on_two_courtyards_is_fine_twice_on_one_is_not(self):
        person, unit = make_person(), make_unit()
        first, second = make_courtyard(), make_courtyard("另院")
        for court in (first, second):
            assign_cadre(person=person, courtyard=court, unit=unit, capacity="young", since=START)
        with pytest.raises(ValidationError, match="已包联这个楼院"):
            assign_cadre(person=person, courtyard=first, unit=unit, capacity="young", since=DAY)


class TestCoverage:
    def test_covering_raises_the_count_from_that_day(self):
        branch, court = make_branch(), make_courtyard()
        cover_courtyard(organization=branch, courtyard=court, since=DAY)
        count = PartyOrganization.objects.courtyard_branches
        assert [count(EVE).count(), count(DAY).count()] == [0, 1]

    def test_another_branch_takes_over_on_its_day(self):
        court, old, new = make_courtyard(), make_branch(), make_branch("新支部")
        cover_courtyard(organization=old, courtyard=court, since=START)
        cover_courtyard(organization=new, courtyard=court, since=DAY)
        names = [Courtyard.objects.with_names(d).get().branch_name for d in (EVE, DAY)]
        assert names == [old.name, new.name]

    def test_a_branch_formed_alone_covers_one_courtyard(self):
        alone = make_organization("独建支部", "branch", formation="independent")
        cover_courtyard(organization=alone, courtyard=make_courtyard(), since=START)
        with pytest.raises(ValidationError, match="须为联建"):
            cover_courtyard(organization=alone, courtyard=make_courtyard("另院"), since=DAY)
        joint = make_branch("联建支部")
        for court in Courtyard.objects.all():
            cover_courtyard(organization=joint, courtyard=court, since=DAY)
        assert BranchCoverage.objects.on(DAY).count() == 2

    def test_a_group_covers_a_building_of_its_branch(self):
        branch, court = make_branch(), make_courtyard()
        group = make_organization("示例一组", "group", branch)
        building = make_building(court)
        with pytest.raises(ValidationError, match="所属党支部没有覆盖"):
            cover_building(organization=group, building=building, since=DAY)
        cover_courtyard(organization=branch, courtyard=court, since=START)
        cover_building(organization=group, building=building, since=DAY)
        flags = [Building.objects.with_organization(d).get().has_group for d in (EVE, DAY)]
        assert flags == [False, True]
        other = make_organization("示例二组", "group", branch)
        after = DAY + timedelta(days=5)
        cover_building(organization=other, building=building, since=after)
        assert GroupCoverage.objects.on(after).get().organization == other

    def test_the_right_kind_of_organization(self):
        court = make_courtyard()
        with pytest.raises(ValidationError, match="应是党支部"):
            cover_courtyard(organization=make_organization(), courtyard=court, since=DAY)
        with pytest.raises(ValidationError, match="应是党小组"):
            cover_building(organization=make_branch(), building=make_building(court), since=DAY)
        with pytest.raises(ValidationError, match="应是党支部"):
            pair_branch(unit=make_unit(), organization=make_organization(), since=DAY)

    def test_a_unit_is_paired_once_with_a_branch(self):
        unit, branch = make_unit(), make_branch()
        pair_branch(unit=unit, organization=branch, since=DAY, agreement="联建协议")
        with pytest.raises(ValidationError, match="已与这个党支部联建"):
            pair_branch(unit=unit, organization=branch, since=DAY)


class TestSurveys:
    def test_a_new_survey_counts_from_its_day(self):
        court = make_courtyard()
        record_survey(
            courtyard=court,
            surveyed_on=START,
            buildings=6,
            households=150,
            residents=400,
            households_qualifier="about",
            residents_qualifier="at_least",
        )
        record_survey(courtyard=court, surveyed_on=DAY, buildings=6, households=160, residents=420)
        before, after = (Courtyard.objects.with_survey(d).get() for d in (EVE, DAY))
        assert (before.households, before.households_qualifier) == (150, "about")
        assert (after.households, after.residents_qualifier) == (160, "exact")
        assert Courtyard.objects.with_survey(START - timedelta(days=1)).get().households is None

    @pytest.mark.parametrize(
        ("change", "word"),
        [
            ({"surveyed_on": date(2021, 5, 1)}, "不能晚于今天"),
            ({"surveyed_on": START - timedelta(days=1)}, "不在册"),
            ({"elderly": 401}, "不能多于人口数"),
            ({"party_members": 999}, "不能多于人口数"),
            ({"households": None}, "不能为"),
        ],
    )
    def test_refusals(self, change, word):
        values = {"surveyed_on": DAY, "buildings": 6, "households": 150, "residents": 400}
        with pytest.raises(ValidationError, match=word):
            record_survey(courtyard=make_courtyard(), **values | change)
        assert not Survey.objects.exists()

    def test_once_a_day(self):
        values = {"surveyed_on": DAY, "buildings": 6, "households": 150, "residents": 400}
        court = make_courtyard()
        record_survey(courtyard=court, **values)
        with pytest.raises(ValidationError, match="当日已有摸排数据"):
            record_survey(courtyard=court, **values)


def move(court, code):
    return CourtyardChange(court, {"division_id": code})


class TestMovingAndRenaming:
    def test_a_courtyard_moves_with_all_that_lies_in_it(self):
        court = make_courtyard()
        building = make_building(court)
        appoint_head(person=make_person(), building=building, since=START)
        appoint_head(person=make_person(), courtyard=court, since=START)
        Problem.objects.create(
            title="路灯不亮",
            category="other",
            source="resident",
            division=court.division,
            courtyard=court,
            raised_on=START,
            due_on=DAY,
        )
        Household.objects.create(division=court.division, building=building, door="1-101")
        stays = make_building(make_courtyard("另院"))
        target = Division.objects.get(code="410182002001")
        change_courtyards.one(move(court, target.pk))
        moved = [
            Building.objects.get(pk=building.pk),
            Problem.objects.get(),
            Household.objects.get(),
        ]
        moved += list(Headship.objects.all())
        assert {row.division_id for row in moved} == {target.code}
        stays.refresh_from_db()
        assert stays.division_id != target.code

    def test_only_to_a_community_and_not_onto_a_namesake(self):
        court = make_courtyard()
        with pytest.raises(ValidationError, match="社区"):
            change_courtyards.one(move(court, "410182002"))
        make_courtyard(code="410182002001")
        with pytest.raises(ValidationError, match="已有同名楼院"):
            change_courtyards.one(move(court, "410182002001"))

    def test_buildings_are_found_by_the_new_name(self):
        court = make_courtyard("轴承院")
        make_building(court, "3号楼")
        change_courtyards([CourtyardChange(court, {"name": "东风院"})])
        assert Building.objects.filter(search_text__contains="东风院3号楼").count() == 1
        assert not Building.objects.filter(search_text__contains="轴承").exists()
