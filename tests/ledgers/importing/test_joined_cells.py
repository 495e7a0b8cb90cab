"""Town and community in one cell, several places in one, and phones as spreadsheets leave them."""

import pytest
from workbooks import BROAD

from ledgers.cleaning import building_names, person_name, phone, unit_name

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
    ["索河街道广场社区", "索河街道 广场社区", "索河·广场", "索河—广场社区", "广场社区/索河街道",
     "广场社区（索河街道）", "索河办\n广场", "荥阳市索河街道广场社区居委会"],
)  # fmt: skip
def test_town_and_community_in_one_cell(read, cell):
    record = courtyard(read, cell)
    assert (record.values["community_code"], record.problems) == (BROAD, [])


@pytest.mark.parametrize(
    ("cell", "status"), [("京城路街道/广场社区", "doubtful"), ("广场社区（东片）", "doubtful")]
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
    ("cell", "number"),
    [
        ("1.3800004515E+10", "13800004515"), (1.3800004515e10, "13800004515"), ("(0371)64661234", "0371-64661234"),
        ("037164661234", "0371-64661234"), ("0371—64661234", "0371-64661234"), ("64661234", "64661234"),
    ],
)  # fmt: skip
def test_phones_as_spreadsheets_leave_them(cell, number):
    found = phone(cell)
    assert (found.value, found.doubt) == (number, "")


@pytest.mark.parametrize("cell", ["1.38E+10", "1.380000452E+10"])
def test_phones_that_have_lost_something_are_told(cell):
    found = phone(cell)
    assert found.doubt or found.wrong


@pytest.mark.parametrize(
    ("cell", "names"),
    [
        ("一号楼；二号楼", ["1号楼", "2号楼"]), ("十二号楼", ["12号楼"]), ("一至三号楼", ["1号楼", "2号楼", "3号楼"]), ("一幢、2幢", ["1号楼", "2号楼"]),
    ],
)  # fmt: skip
def test_buildings_in_written_numbers(cell, names):
    found = building_names(cell)
    assert (found.value, found.doubt) == (names, "")


def test_a_sex_behind_a_name_is_no_part_of_it():
    found = person_name("李例戊 女")
    assert found.value == "李例戊" and "不只是姓名" in found.doubt


@pytest.mark.parametrize("cell", ["市示例局、市示范局", "市示例局\n市示范局", "市示例局/示范中心"])
def test_two_units_in_a_cell(cell):
    assert "不止一个单位" in unit_name(cell).doubt


@pytest.mark.parametrize("cell", ["市示例和示范服务中心", "市委办", "示例局（东所）"])
def test_one_unit(cell):
    assert not unit_name(cell).doubt
