"""The page of a row: facts, who answers, related rows, history."""

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
    make_post,
    make_unit,
)
from pages import changes, plain, section
from test_every_ledger import text

from courtyards.models import (
    BranchCoverage,
    GroupCoverage,
    Headship,
    PairedCadre,
    SelfManagementCommittee,
    Survey,
)
from ledgers.trail.row_history import trail_of
from projects.models import Indicator, Programme, Project, Reading

pytestmark = pytest.mark.usefixtures("county")


def page_of(row) -> str:
    nouns = {"Courtyard": "courtyards:courtyard", "Building": "courtyards:building"}
    nouns |= {"Person": "orgs:person", "Unit": "orgs:unit", "Project": "projects:project"}
    nouns |= {"PartyOrganization": "orgs:organization", "Division": "orgs:division"}
    return reverse(f"{nouns[type(row).__name__]}_detail", args=[row.pk])


@pytest.fixture
def court():
    return make_courtyard("示例院", location="示例路1号")


def chain(html: str) -> str:
    """Who answers, in words."""
    return plain(section(html, "谁负责").ol)


class TestChain:
    @pytest.fixture
    def staffed(self, court):
        """A courtyard in which every place of the chain is held."""
        building = make_building(court, "1号楼")
        general = make_organization("示例社区党总支")
        branch = make_branch("示例院党支部", general)
        group = make_organization("示例党小组", "group", branch)
        make_post(make_person("总支书记甲"), organization=general)
        make_post(make_person("支部书记乙"), organization=branch)
        make_post(make_person("小组长丙"), "group_leader", organization=group)
        BranchCoverage.objects.create(courtyard=court, organization=branch, since=START)
        GroupCoverage.objects.create(building=building, organization=group, since=START)
        place = {"division": court.division, "since": START}
        Headship.objects.create(courtyard=court, person=make_person("楼院长丁"), **place)
        Headship.objects.create(building=building, person=make_person("楼栋长戊"), **place)
        SelfManagementCommittee.objects.create(courtyard=court, name="示例自管会", since=START)
        PairedCadre.objects.create(
            courtyard=court,
            person=make_person("包联干部己"),
            unit=make_unit("示例局"),
            capacity="young",
            since=START,
            until=date(2021, 4, 20),
        )
        return building

    def test_everyone_who_answers_is_named(self, visit, court, staffed):
        for row in (court, staffed):
            html = chain(text(visit(page_of(row), on="2021-04-19")))
            for name in (
                "总支书记甲",
                "支部书记乙",
                "小组长丙",
                "楼院长丁",
                "示例自管会",
                "包联干部己",
            ):
                assert name in html
            assert "示例局" in html and "空缺" not in html
        assert "楼栋长戊" in html  # the building's own page names its head

    def test_an_empty_place_is_red_and_says_so(self, visit, court, staffed):
        page = visit(page_of(court), on="2021-04-20")
        (vacant,) = section(page, "谁负责").select("ol > li[class]")  # only what is red has a class
        assert "空缺" in plain(vacant) and "包联干部己" not in chain(text(page))
        empty = chain(text(visit(page_of(make_courtyard("另一院")))))
        assert empty.count("空缺") == 6  # all but the general branch of the community


class TestSections:
    def test_surveys_are_newest_first_and_soft(self, visit, court):
        for day, households in (("2020-09-01", 140), ("2021-03-01", 150)):
            Survey.objects.create(
                courtyard=court, surveyed_on=day, buildings=2, households=households,
                households_qualifier="about", residents=300,
            )  # fmt: skip
        html = text(visit(page_of(court)))
        assert html.index("约150") < html.index("约140")
        assert "约150" not in text(visit(page_of(court), on="2021-02-28"))

    def test_a_long_section_leads_to_the_filtered_list(self, visit, court):
        for number in range(33):
            make_building(court, f"{number}号楼")
        html = text(visit(page_of(court)))
        assert "另有 3 条未列出" in html
        assert f"/courtyards/buildings/?courtyard={court.pk}" in html

    def test_a_tree_shows_what_is_above_and_below(self, visit):
        general = make_organization("示例党总支")
        branch = make_branch("示例支部", general)
        make_organization("示例小组", "group", branch)
        html = text(visit(page_of(branch)))
        assert "示例党总支" in html and "示例小组" in html
        assert "没有上级党组织" in text(visit(page_of(general)))

    def test_a_person_shows_masked_phone_and_all_posts(self, visit, court):
        person = make_person("示例甲", phone="13800001234")
        make_post(person, organization=make_branch("示例支部"), until=date(2021, 1, 1))
        Headship.objects.create(
            courtyard=court, person=person, division=court.division, since=START
        )
        html = text(visit(page_of(person)))
        assert "138****1234" in html and "13800001234" not in html
        assert "示例支部" in html and "示例院" in html

    def test_a_project_shows_the_last_eight_weeks(self, visit):
        programme = Programme.objects.create(
            name="示例战线", line="roads", division_id="410182", since=START,
            headquarters=make_unit("示例指挥部", kind="headquarters"),
        )  # fmt: skip
        project = Project.objects.create(
            name="示例路", programme=programme, kind="road_section", division_id="410182",
            since=START,
        )  # fmt: skip
        indicator = Indicator.objects.create(code="length_m", name="长度", unit="米", since=START)
        for day, value in (("2020-12-01", 7), ("2021-04-25", 1234)):
            Reading.objects.create(
                project=project, indicator=indicator, day=day, value=value, verified_on=day
            )
        html = text(visit(page_of(project)))
        assert "长度" in html and "1234" in html

    def test_a_row_that_has_ended_says_so(self, visit, court):
        court.until = date(2021, 4, 1)
        court.save()
        assert "当日已终止" in text(visit(page_of(court)))
        assert "当日已终止" not in text(visit(page_of(court), on="2021-03-31"))
        assert "当日尚未开始" in text(visit(page_of(court), on="2020-01-01"))

    def test_a_division_is_found_by_its_code(self, visit, county, court):
        html = text(visit(page_of(court.division)))
        assert "示例院" in html
        assert visit("/orgs/divisions/99/").status_code == 404


class TestHistory:
    def test_an_update_reads_as_old_and_new(self, visit, court, street_reporter):
        court.location, court.kind = "示例路2号", "cluster"
        court.save()
        html = text(visit(page_of(court)))
        assert ("示例路1号", "示例路2号") in changes(html)
        assert ("楼院", "片区") in changes(html)
        assert "系统" in html

    def test_bulk_changes_are_in_it(self, court):
        type(court).objects.filter(pk=court.pk).update(remark="批量")
        entry = trail_of(court)[0]
        assert [(c.label, c.old, c.new) for c in entry.changes] == [("备注", "—", "批量")]

    def test_related_rows_are_named_and_phones_masked(self):
        first, second = make_unit("示例局"), make_unit("示例所")
        person = make_person("示例甲", unit=first, phone="13800001234")
        person.unit, person.phone = second, "13900005678"
        person.save()
        changes = {c.label: (c.old, c.new) for c in trail_of(person)[0].changes}
        assert changes["单位"] == ("示例局", "示例所")
        assert changes["工作电话"] == ("138****1234", "139****5678")

    def test_only_the_newest_twenty_are_shown(self, court):
        for number in range(25):
            court.remark = str(number)
            court.save()
        trail = trail_of(court)
        assert len(trail) == 20 and trail[-1].changes[0].old == "4"
