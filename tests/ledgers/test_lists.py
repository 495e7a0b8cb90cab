"""The list page: scope, search, filters, sorting, paging, days, exports, in-place refresh."""

from datetime import date
from urllib.parse import unquote

import pytest
from makers import (
    make_building,
    make_courtyard,
    make_organization,
    make_person,
    make_post,
    make_unit,
)
from pages import hrefs, is_whole, options, read, shown_cells, value_of
from test_every_ledger import csv_lines, sheet_lines, text

from courtyards.models import BranchCoverage, Courtyard, Headship, Survey
from orgs.models import Division, PartyOrganization
from projects.models import Problem

pytestmark = pytest.mark.usefixtures("county")
LIST = "/courtyards/courtyards/"
FIRST, SECOND, OTHER_STREET = "410182001001", "410182001002", "410182002001"


def names(response) -> list[str]:
    return [row[0] for row in shown_cells(response)]


def offered(response) -> list[str]:
    """The divisions that the filter offers."""
    return list(options(response, "division").values())


@pytest.fixture
def courts():
    """Three courtyards: two in one street, one in another."""
    return [
        make_courtyard("轴承厂西院", FIRST),
        make_courtyard("百货楼院", SECOND),
        make_courtyard("油脂厂院", OTHER_STREET),
    ]


class TestScope:
    def test_a_reader_sees_the_rows_of_the_scope_only(
        self, visit, courts, street_reporter, community_reporter, roads_hq, leader
    ):
        assert len(names(visit(LIST, leader))) == 3
        assert names(visit(LIST, street_reporter)) == ["百货楼院", "轴承厂西院"]
        assert names(visit(LIST, community_reporter)) == ["轴承厂西院"]
        assert names(visit(LIST, roads_hq)) == []  # another line of work

    def test_another_branchs_row_does_not_exist(self, visit, courts, street_reporter):
        own, _, other = (f"{LIST}{court.pk}/" for court in courts)
        assert visit(own, street_reporter).status_code == 200
        assert visit(other, street_reporter).status_code == 404
        assert visit(f"{other}edit/", street_reporter).status_code == 404
        assert visit(f"{LIST}99999999999999999999999/", street_reporter).status_code == 404

    def test_exports_keep_the_scope(self, visit, courts, street_reporter):
        lines = csv_lines(visit(LIST, street_reporter, format="csv"))
        assert [line[0] for line in lines[2:]] == ["百货楼院", "轴承厂西院"]

    def test_an_account_without_a_grant_and_the_auditor_are_refused(self, visit, outsider, auditor):
        for user in (outsider, auditor):
            assert visit(LIST, user).status_code == 403

    def test_a_linked_row_outside_the_scope_is_named_but_not_linked(
        self, visit, courts, street_reporter
    ):
        branch = make_organization("县直机关党支部", "branch", code="410182")
        BranchCoverage.objects.create(
            courtyard=courts[0], organization=branch, since=date(2020, 9, 1)
        )
        html = text(visit(f"{LIST}{courts[0].pk}/", street_reporter))
        assert "县直机关党支部" in html and f"/orgs/organizations/{branch.pk}/" not in html


class TestSearch:
    @pytest.mark.parametrize(
        "asked", ["轴承", "zhoucheng", "zcc", "ZCCXY", "西院", " zhou xiyuan ", "承厂"]
    )
    def test_chinese_pinyin_and_initials_find_the_row(self, visit, courts, asked):
        assert names(visit(LIST, q=asked)) == ["轴承厂西院"]

    def test_signs_of_a_pattern_are_only_signs(self, visit, courts):
        for asked in ("%", "_", "\\"):
            assert names(visit(LIST, q=asked)) == []

    def test_a_row_without_a_name_is_found_by_those_it_names(self, visit, courts):
        for name, court in zip(("示例甲", "示例乙"), courts, strict=False):
            Headship.objects.create(
                courtyard=court,
                person=make_person(name),
                division=court.division,
                since=date(2020, 9, 1),
            )
        assert names(visit("/courtyards/headships/", q="slj")) == ["示例甲"]
        assert names(visit("/courtyards/headships/", q="baihuo")) == ["示例乙"]

    def test_a_building_is_found_by_its_courtyard(self, visit, courts):
        make_building(courts[0], "7号楼")
        make_building(courts[1], "7号楼")
        rows = shown_cells(text(visit("/courtyards/buildings/", q="zcc 7")))
        assert [row[:2] for row in rows] == [["7号楼", "轴承厂西院"]]


class TestFilters:
    def test_by_division_prefix(self, visit, courts):
        assert names(visit(LIST, division="410182001")) == ["百货楼院", "轴承厂西院"]
        assert names(visit(LIST, division=OTHER_STREET)) == ["油脂厂院"]
        assert len(names(visit(LIST, division="4101"))) == 3

    def test_communities_are_offered_once_their_street_is_chosen(self, visit, courts):
        assert "甲一社区" not in offered(visit(LIST))
        page = visit(LIST, division="410182001")
        assert "甲一社区" in offered(page) and "乙一社区" not in offered(page)
        assert value_of(page, "division") == "410182001"

    def test_a_street_is_offered_its_communities_at_once(self, visit, courts, street_reporter):
        page = visit(LIST, street_reporter)
        assert "甲一社区" in offered(page) and "乙街道" not in offered(page)

    def test_by_what_is_there_and_what_is_missing(self, visit, courts):
        Headship.objects.create(
            courtyard=courts[0],
            person=make_person(),
            division=courts[0].division,
            since=date(2021, 1, 1),
            until=date(2021, 3, 1),
        )
        assert names(visit(LIST, head="yes", on="2021-02-28")) == ["轴承厂西院"]
        assert names(visit(LIST, head="yes", on="2021-03-01")) == []
        assert len(names(visit(LIST, head="no", on="2021-03-01"))) == 3

    def test_by_another_row(self, visit, courts):
        make_building(courts[0], "1号楼")
        make_building(courts[1], "2号楼")
        response = visit("/courtyards/buildings/", courtyard=courts[0].pk)
        assert names(response) == ["1号楼"] and "楼院：轴承厂西院" in text(response)
        assert visit("/courtyards/buildings/", courtyard=999999).status_code == 404

    @pytest.mark.parametrize(
        ("address", "query", "message"),
        [
            (LIST, {"kind": "villa"}, "没有“villa”这个选项"),
            (LIST, {"head": "maybe"}, "没有“maybe”这个选项"),
            (LIST, {"division": "abc"}, "区划代码应为"),
            (LIST, {"division": "410182999"}, "没有这个区划"),
            ("/courtyards/surveys/", {"first": "2021-02-30"}, "不是日历上的日期"),
            ("/courtyards/buildings/", {"courtyard": "x"}, "编号应为数字"),
            (LIST, {"q": "长" * 61}, "60"),
        ],
    )
    def test_a_wrong_value_is_told_beside_the_field(self, visit, courts, address, query, message):
        response = visit(address, **query)
        assert response.status_code == 400
        assert message in text(response) and "筛选条件有误" in text(response)
        assert read(response).find("tbody") is None
        assert visit(address, format="csv", **query).status_code == 400

    def test_another_streets_division_is_a_wrong_value(self, visit, courts, street_reporter):
        response = visit(LIST, street_reporter, division="410182002")
        assert response.status_code == 400 and "不在您的范围内" in text(response)

    def test_states_of_problems_are_those_of_the_day(self, visit):
        Problem.objects.create(
            title="示例漏水",
            category="leak",
            source="resident",
            division_id=FIRST,
            responsible_unit=make_unit(),
            raised_on=date(2021, 3, 1),
            due_on=date(2021, 3, 10),
            closed_on=date(2021, 4, 1),
            ending="mended",
        )
        found = {
            (state, day): names(visit("/projects/problems/", state=state, on=day))
            for state in ("open", "overdue", "closed")
            for day in ("2021-02-01", "2021-03-05", "2021-03-20", "2021-04-02")
        }
        assert {key for key, rows in found.items() if rows} == {
            ("open", "2021-03-05"),
            ("open", "2021-03-20"),
            ("overdue", "2021-03-20"),
            ("closed", "2021-04-02"),
        }


class TestOrderAndPages:
    @pytest.fixture
    def many(self, county):
        for number in range(105):
            make_courtyard(f"示例{number:03d}院", FIRST)

    def test_default_order_is_by_pinyin(self, visit, courts):
        assert names(visit(LIST)) == ["百货楼院", "油脂厂院", "轴承厂西院"]
        assert names(visit(LIST, sort="-name")) == ["轴承厂西院", "油脂厂院", "百货楼院"]

    def test_empty_values_come_last_both_ways(self, visit, courts):
        for court, households in zip(courts, (9, 100), strict=False):
            Survey.objects.create(
                courtyard=court, surveyed_on="2021-01-01", buildings=1, households=households,
                residents=1,
            )  # fmt: skip
        assert names(visit(LIST, sort="households")) == ["轴承厂西院", "百货楼院", "油脂厂院"]
        assert names(visit(LIST, sort="-households")) == ["百货楼院", "轴承厂西院", "油脂厂院"]

    def test_an_unknown_column_or_page_is_told(self, visit, courts):
        for query in ({"sort": "password"}, {"sort": "--name"}, {"page": "zwei"}, {"page": "1.5"}):
            response = visit(LIST, **query)
            assert response.status_code == 400, query
            assert "notice bad" in text(response)

    def test_phones_are_not_sorted_by(self, visit):
        assert visit("/orgs/people/", sort="phone").status_code == 400

    def test_pages_cover_all_rows_once(self, visit, many):
        pages = [names(visit(LIST, page=number)) for number in (1, 2, 3)]
        assert [len(page) for page in pages] == [50, 50, 5]
        assert len({name for page in pages for name in page}) == 105
        assert names(visit(LIST, page=99)) == pages[2]
        assert names(visit(LIST, page=-4)) == pages[0]

    def test_pages_of_a_sorted_list_cover_all_rows_once(self, visit, many):
        pages = [names(visit(LIST, sort="-head_name", page=number)) for number in (1, 2, 3)]
        assert len({name for page in pages for name in page}) == 105

    def test_links_keep_what_was_asked(self, visit, many):
        page = visit(LIST, q="示例", sort="-name", on="2021-04-01")
        link = next(href for href in hrefs(page) if "page=2" in href)
        for part in ("q=%E7%A4%BA%E4%BE%8B", "sort=-name", "on=2021-04-01"):
            assert part in link
        assert value_of(page, "on") == "2021-04-01"
        row = Courtyard.objects.latest("name")
        assert f"{LIST}{row.pk}/?on=2021-04-01" in hrefs(page)


class TestExports:
    def test_exactly_what_is_filtered_and_sorted(self, visit, courts):
        response = visit(LIST, format="csv", division="410182001", sort="-name")
        head, labels, *lines = csv_lines(response)
        assert head[0] == (
            "示例数据 · 无主管楼院（片区）台账 · 截至2021年4月30日 · 筛选：区划：甲街道"
            " · 导出：leader（leader），2021年4月30日 09:00"
        )
        assert [line[0] for line in lines] == ["轴承厂西院", "百货楼院"]
        name = unquote(response["Content-Disposition"])
        assert "filename*=UTF-8''无主管楼院（片区）台账_20210430.csv" in name
        assert response["Content-Type"] == "text/csv; charset=utf-8"

    def test_production_is_not_marked_as_sample(self, visit, courts, settings):
        settings.DEMO = False
        assert csv_lines(visit(LIST, format="csv"))[0][0].startswith("无主管楼院")

    def test_soft_figures_stay_soft(self, visit, courts):
        Survey.objects.create(
            courtyard=courts[0],
            surveyed_on=date(2021, 1, 1),
            buildings=3,
            households=150,
            households_qualifier="about",
            residents=2600,
            residents_qualifier="at_least",
        )
        row = {line[0]: line for line in csv_lines(visit(LIST, format="csv"))}["轴承厂西院"]
        assert row[4:7] == ["3", "约150", "2600余"]
        sheet = {line[0]: line for line in sheet_lines(visit(LIST, format="xlsx"))}["轴承厂西院"]
        assert sheet[4:7] == [3, 150, 2600]

    @pytest.mark.parametrize("start", ["=1+1", "+1", "-1", "@SUM(A1)", "\t=1", "\r=1", "=1"])
    def test_no_cell_is_read_as_a_formula(self, visit, start):
        make_courtyard(start, FIRST)
        assert csv_lines(visit(LIST, format="csv"))[2][0] == f"'{start}"
        value = sheet_lines(visit(LIST, format="xlsx"))[2][0]
        assert value.replace("_x000D_", "\r") == start

    def test_quotes_commas_and_new_lines_survive(self, visit):
        make_courtyard('他说"好",\n院', FIRST)
        assert csv_lines(visit(LIST, format="csv"))[2][0] == '他说"好",\n院'

    def test_percent_signs_survive_the_statement(self, visit):
        make_courtyard("百分之%s院%", FIRST)
        assert names(visit(LIST)) == ["百分之%s院%"]
        assert csv_lines(visit(LIST, format="csv", q="%s"))[2][0] == "百分之%s院%"

    def test_phones_are_masked(self, visit):
        for name, phone in (("示例长", "13800001234"), ("示例短", "110"), ("示例无", "")):
            make_person(name, phone=phone)
        expected = {"示例长": "138****1234", "示例短": "****", "示例无": ""}
        lines = csv_lines(visit("/orgs/people/", format="csv"))[2:]
        assert {line[0]: line[-1] for line in lines} == expected
        assert "13800001234" not in text(visit("/orgs/people/"))

    def test_an_unknown_format_is_told(self, visit):
        assert visit(LIST, format="pdf").status_code == 400


class TestPage:
    def test_a_day_shows_who_held_the_place_then(self, visit, courts):
        for name, since, until in (
            ("示例甲", "2020-07-01", "2021-02-01"),
            ("示例乙", "2021-02-01", None),
        ):
            Headship.objects.create(
                courtyard=courts[0], person=make_person(name), division=courts[0].division,
                since=since, until=until,
            )  # fmt: skip
        for day, name in (("2021-01-31", "示例甲"), ("2021-02-01", "示例乙")):
            rows = {row[0]: row for row in shown_cells(text(visit(LIST, on=day)))}
            assert rows["轴承厂西院"][7] == name
            assert rows["百货楼院"][7] == "空缺"

    def test_a_dissolved_branch_no_longer_covers(self, visit, courts):
        branch = make_organization("示例支部", "branch", dissolved_on=date(2021, 4, 1))
        BranchCoverage.objects.create(
            courtyard=courts[0], organization=branch, since=date(2020, 9, 1)
        )
        assert "示例支部" in text(visit(LIST, on="2021-03-31"))
        assert "示例支部" not in text(visit(LIST, on="2021-04-01"))

    def test_a_remembered_page_forgets_with_any_change(
        self, visit, courts, leader, street_reporter, django_assert_max_num_queries
    ):
        visit(LIST), visit(LIST, street_reporter)
        with django_assert_max_num_queries(4):  # session, account, grants, state of the data
            assert len(names(visit(LIST))) == 3
        assert len(names(visit(LIST, street_reporter))) == 2  # each reader has their own
        type(courts[0]).objects.filter(pk=courts[0].pk).update(name="轴承厂新院")
        assert "轴承厂新院" in names(visit(LIST))
        leader.grants.update(division="410182002")
        assert names(visit(LIST)) == ["油脂厂院"]

    def test_htmx_gets_the_rows_alone(self, visit, courts):
        part = visit(LIST, headers={"HX-Request": "true"})
        assert read(part).find(id="rows") and not is_whole(part)
        assert read(part).select(
            "#filter-division[hx-swap-oob=true]"
        )  # the division's choices follow what was chosen
        whole = visit(LIST, headers={"HX-Request": "true", "HX-History-Restore-Request": "true"})
        assert is_whole(whole) and "HX-Request" in whole["Vary"]

    def test_text_is_escaped(self, visit):
        make_courtyard("<b>粗</b>&院", FIRST)
        assert names(visit(LIST)) == ["<b>粗</b>&院"]

    def test_the_button_for_a_new_row_is_for_those_who_may(self, visit, leader, street_reporter):
        assert "courtyards/new/" in text(visit(LIST, street_reporter))
        assert "courtyards/new/" not in text(visit(LIST, leader))

    def test_ledgers_of_an_app_are_tabs(self, visit):
        page = visit(LIST, on="2021-04-01")
        assert "/courtyards/buildings/?on=2021-04-01" in hrefs(page)

    def test_organizations_show_their_secretary_and_members(self, visit):
        branch = make_organization("示例支部", "branch", formation="joint")
        make_post(make_person("示例书记"), organization=branch)
        branch.member_counts.create(counted_on="2021-01-01", full_members=5, probationary_members=1)
        row = shown_cells(text(visit("/orgs/organizations/")))[0]
        assert row[:6] == ["示例支部", "党支部", "联建", "甲一社区", "示例书记", "6"]
        assert PartyOrganization.objects.count() == 1 and Division.objects.count() == 10
