"""Town and community in one cell, several places in one, and phones as spreadsheets leave them."""

import pytest
from workbooks import BROAD

from ledgers.cleaning import building_names, person_name, phone

HEAD = ["序号", "街道社区", "楼院名称", "楼栋数", "户数", "人口数"]
WEEKLY = ["序号", "项目名称", "所属社区", "总投资(万元)", "累计完成投资(万元)", "形象进度(%)"]


def courtyard(read, where, head="街道社区", name="示例一院"):
    head = [head if word == "街道社区" else word for word in HEAD]
    [record] = read(
        "courtyards", [["填报时间:2021.3.5"], head, [1, where, name, 6, 150, 400]]
    ).records
    return record


@pytest.mark.parametrize(
    "head",
    ["街道/社区", "街道（社区）", "社区（街道）", "所属街道社区", "街道 社区", "所在街道及社区", "属地", "辖区"],
)  # fmt: skip
def test_a_column_of_town_and_community(read, head):
    record = courtyard(read, "索河街道/广场社区", head)
    assert (record.values["community_code"], record.problems) == (BROAD, [])


@pytest.mark.parametrize(
    "cell",
    ["索河街道广场社区", "索河街道 广场社区", "索河·广场", "索河—广场社区", "索河街道办事处，广场", "广场社区/索河街道",
     "广场社区（索河街道）", "索河办\n广场", "荥阳市索河街道广场社区居委会"],
)  # fmt: skip
def test_town_and_community_in_one_cell(read, cell):
    record = courtyard(read, cell)
    assert (record.values["community_code"], record.problems) == (BROAD, [])


@pytest.mark.parametrize(
    ("cell", "status"), [("京城路街道/广场社区", "wrong"), ("广场社区（东片）", "doubtful")]
)
def test_a_town_that_does_not_fit_is_told(read, cell, status):
    assert courtyard(read, cell).status == status


def test_both_in_the_town_s_cell(read):
    head = ["序号", "街道", "社区", "楼院名称", "楼栋数", "户数", "人口数"]
    rows = [
        [1, "索河街道广场社区", None, "示例一院", 6, 150, 400],
        [2, "京城路街道", None, "示例二院", 6, 150, 400],
    ]
    both, town = read("courtyards", [["填报时间:2021.3.5"], head, *rows]).records
    assert (both.values["community_code"], both.problems) == (BROAD, [])
    assert town.values["community_code"] is None


@pytest.mark.parametrize(
    "cell", ["示例一院、示例二院", "示例一院\n示例二院", "1.示例一院 2.示例二院"]
)
def test_two_courtyards_in_the_cell_of_one(read, cell):
    record = courtyard(read, "索河街道广场社区", name=cell)
    assert record.status == "doubtful" and "一行只写一个" in record.problems[0].text


@pytest.mark.parametrize("cell", ["物资局1、2号院", "医院家属院", "1-3号楼院"])
def test_one_courtyard_whose_name_only_looks_like_two(read, cell):
    assert courtyard(read, "索河街道广场社区", name=cell).status == "new"


@pytest.mark.parametrize("cell", ["示例小区、示范小区", "示例小区/示范小区", "示例小区\n示范小区"])
def test_two_projects_in_a_cell(read, cell):
    rows = [["2021年4月30日"], WEEKLY, [1, cell, "广场", 1000, 500, 50]]
    [record] = read("weekly", rows).records
    assert record.status == "doubtful" and "2个项目" in record.problems[0].text


@pytest.mark.parametrize(
    ("cell", "number"),
    [
        ("1.3800004515E+10", "13800004515"), (1.3800004515e10, "13800004515"), ("(0371)64661234", "0371-64661234"),
        ("037164661234", "0371-64661234"), ("0371—64661234", "0371-64661234"), ("64661234", "64661234"),
    ],
)  # fmt: skip
def test_phones_as_spreadsheets_leave_them(cell, number):
    found = phone(cell)
    assert (found.value, found.doubt) == (number, "")


@pytest.mark.parametrize(
    "cell", ["1.38E+10", "1.380000452E+10", "0371-64661234转8001", "64661234-8001"]
)
def test_phones_that_have_lost_something_are_doubted(cell):
    assert phone(cell).doubt


@pytest.mark.parametrize(
    ("cell", "names"),
    [
        ("一号楼；二号楼", ["1号楼", "2号楼"]), ("十二号楼", ["12号楼"]), ("一至三号楼", ["1号楼", "2号楼", "3号楼"]), ("一幢、2幢", ["1号楼", "2号楼"]),
        ("东楼、一楼", ["东楼", "一楼"]),
    ],
)  # fmt: skip
def test_buildings_in_written_numbers(cell, names):
    found = building_names(cell)
    assert (found.value, found.doubt) == (names, "")


def test_a_sex_behind_a_name_is_no_part_of_it():
    found = person_name("李例戊 女")
    assert found.value == "李例戊" and "不只是姓名" in found.doubt
