"""Two places in one column, and two things in one cell: read as both where certain, never as one."""

import pytest
from makers import make_courtyard
from workbooks import BROAD

from orgs.models import Division

HEAD = ["序号", "街道/社区", "楼院名称", "楼栋数", "户数", "人口数"]


def courtyards(read, head, *cells, name="示例{}院"):
    rows = [[n + 1, cell, name.format(n), 6, 150, 400] for n, cell in enumerate(cells)]
    return read("courtyards", [["台账"], [*HEAD[:1], head, *HEAD[2:]], *rows]).records


@pytest.mark.parametrize(
    "head", ["街道/社区", "街道（社区）", "所属街道社区", "属地", "办事处\n社区"]
)
def test_a_column_for_street_and_community(head, read):
    cells = [
        "索河街道/广场社区", "索河街道 广场社区", "索河街道办事处广场社区", "索河·广场", "索河办\n广场",
        "荥阳市索河街道－广场社区", "广场社区居委会",
    ]  # fmt: skip
    records = courtyards(read, head, *cells)
    assert [record.values["community_code"] for record in records] == [BROAD] * len(cells)
    assert {record.status for record in records} == {"new"}


def test_what_is_not_certain_of_two_places_is_told(read):
    alone, two, elsewhere, unknown = courtyards(
        read,
        "街道/社区",
        "索河街道",
        "广场社区、成皋社区",
        "京城路街道/广场社区",
        "索河街道/广厂社区",
    )
    assert alone.status == two.status == unknown.status == "wrong"
    assert "每个社区一行" in two.problems[0].text
    assert elsewhere.status == "doubtful" and "不在京城路街道" in elsewhere.problems[0].text
    assert {record.values["community_code"] for record in (alone, two, unknown)} == {None}


def test_a_street_that_is_called_like_a_community_is_in_doubt(read):
    Division.objects.create(
        code="410182001099", name="京城路社区", level="community", parent_id="410182001"
    )
    Division.objects.create(
        code="410182002099", name="广场社区", level="community", parent_id="410182002"
    )
    written, short = courtyards(read, "街道/社区", "京城路街道/广场社区", "京城路/广场社区")
    assert (written.status, short.status) == ("new", "doubtful")
    assert {written.values["community_code"], short.values["community_code"]} == {"410182002099"}


def test_a_plain_column_goes_before_one_that_may_be_it(read):
    head = ["序号", "属地", "社区", "楼院名称", "户数", "楼栋数"]
    (record,) = read("courtyards", [head, [1, "市区", "广场社区", "示例院", 150, 6]]).records
    assert record.values["community_code"] == BROAD
    assert "community" not in {problem.key for problem in record.problems}


def test_towns_and_villages_in_one_column(read):
    rows = [
        ["2021年3月5日"], ["序号", "乡镇（村）", "户外厕所应拆", "户外厕所已拆"],
        [1, "豫龙镇/柿园村", 5, 3], [2, "高山镇 竹园", 5, 3], [3, "马沟村", 5, 3], [4, "柿园村、王寨村", 5, 3],
    ]  # fmt: skip
    records = read("fringe", rows).records
    codes = [record.values["village_code"] for record in records]
    assert codes == ["410182102206", "410182106206", None, None]
    assert [record.status for record in records] == ["new", "new", "doubtful", "wrong"]
    assert "每个村一行" in records[3].problems[0].text


@pytest.mark.parametrize(
    "cell", ["永丰巷小区、新华巷小区", "甲小区\n乙小区", "甲小区和乙小区", "甲小区/乙小区"]
)
def test_two_projects_in_one_cell(cell, read):
    head = ["序号", "项目名称", "街道/社区", "总投资(万元)", "累计完成投资(万元)"]
    rows = [["2021年4月30日"], head, [1, cell, "索河街道/广场社区", 300, 100]]
    (record,) = read("weekly", rows).records
    assert record.status == "doubtful" and record.problems[0].key == "project"
    assert record.values["project"] != "甲小区"


def test_two_courtyards_in_one_row_unless_one_is_called_so(read):
    two, one = "京城路1、2号院", "甲院、乙院"
    make_courtyard(two, code=BROAD)
    (known,), (strange,) = (courtyards(read, "社区", "广场社区", name=name) for name in (two, one))
    assert "name" not in {problem.key for problem in known.problems}
    assert strange.status == "doubtful" and "每个楼院一行" in strange.problems[0].text


def test_the_other_doubts_of_a_row_do_not_hide_that_it_is_of_two(read):
    rows = [HEAD, [1, "广场", "甲院、乙院", "约6栋", 150, 400]]
    (record,) = read("courtyards", rows).records
    assert {problem.key for problem in record.problems} == {"name", "buildings"}


def test_two_roads_in_one_cell(read):
    head = ["序号", "路段", "巡查时间", "问题描述"]
    (record,) = read("patrols", [head, [1, "示例路、样板街", "2021.3.5", "有垃圾"]]).records
    assert record.status == "doubtful" and "每个路段一行" in record.problems[0].text


def test_two_branches_in_one_cell(read):
    head = ["序号", "社区党总支", "支部名称", "成立时间"]
    rows = [["2021.3.5"], head, [1, "广场社区党总支", "甲院党支部、乙院党支部", "2020.7.1"],
            [2, "广场社区党总支", "甲院、乙院联合党支部", "2020.7.1"]]  # fmt: skip
    two, one = read("party_organizations", rows).records
    assert two.status == "doubtful" and "2个党支部" in two.problems[0].text
    assert one.status == "new"


@pytest.mark.parametrize("cell", ["①甲院", "1.甲院", "（1）甲院", "②甲院", "12、甲院"])
def test_the_number_of_a_line_is_no_part_of_a_name(cell, read):
    (record,) = courtyards(read, "社区", "广场社区", name=cell)
    assert record.values["name"] == "甲院" and record.status == "new"


def test_households_of_one_kind_are_not_all(read):
    head = ["序号", "社区", "楼院名称", "楼栋数", "空置户数", "实有户数", "人口数"]
    (record,) = read("courtyards", [head, [1, "广场社区", "甲院", 6, 3, 150, 400]]).records
    assert record.values["households"] == 150 and record.status == "new"
