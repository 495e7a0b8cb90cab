"""What an outsider's workbooks showed to be read wrongly without a word, kind by kind."""

from datetime import date

import pytest

PATROLS = [
    ["填报时间:2021.4.30"],
    ["序号", "路段", "起止点", "一级路长", "二级路长", "巡查时间", "问题描述", "交办时间", "整改时限", "整改情况", "完成时间", "是否销号"],
]  # fmt: skip
DAYS = [None, None, None, None, None]


def keys(record):
    return [problem.key for problem in record.problems]


def patrol(read, *rows):
    """Records of rows of 路段, 起止点, 一级路长, 二级路长."""
    lines = [
        [n, *row, f"4.{n}", f"问题{n}", f"4.{n}", *DAYS[:4]] for n, row in enumerate(rows, start=1)
    ]
    records = read("patrols", PATROLS + lines).records
    names = ("road", "section", "chief_first", "chief_second")
    return [[record.values[name] for name in names] for record in records], records


FIRST = ("示例路", "甲街至乙街", "示例甲", "示例乙")


@pytest.mark.parametrize(
    "row",
    [
        (None, None, None, None), ("示例路", None, None, None), ("同上", "同上", "〃", "″"), ("同上", None, "：：", "″"),
    ],
)  # fmt: skip
def test_what_belongs_to_a_road_is_taken_from_above(read, row):
    values, records = patrol(read, FIRST, row, (None, None, None, None))
    assert values == [list(FIRST)] * 3
    assert all(record.status == "new" for record in records)


def test_another_road_takes_nothing_from_above(read):
    values, records = patrol(read, FIRST, ("另一路", None, None, None), (None, None, None, None))
    assert values[1:] == [["另一路", "", "", ""]] * 2
    assert all(record.certain for record in records)


def test_another_section_of_the_road_leaves_its_chiefs_in_doubt(read):
    values, records = patrol(read, FIRST, (None, "乙街至丙街", None, "示例丙"))
    assert values[1] == ["示例路", "乙街至丙街", "示例甲", "示例丙"]
    assert keys(records[1]) == ["chief_first"]


def test_a_sign_for_nothing_stays_nothing(read):
    values, _ = patrol(read, FIRST, (None, "/", "无", "-"))
    assert values[1] == ["示例路", "", "", ""]


def test_a_sign_for_as_above_in_the_first_row_is_in_doubt(read):
    _, records = patrol(read, ("示例路", "同上", "示例甲", "示例乙"))
    assert keys(records[0]) == ["section"]


@pytest.mark.parametrize(
    ("limit", "result", "closed", "doubted"),
    [
        ("5日", None, "否", ["due_on"]), ("5日内", None, "否", []), ("5天", None, "否", []),
        (None, "已整改，已销号", None, ["closed"]), (None, "已办结", None, ["closed"]),
        (None, "整改中", None, []), (None, "未销号", None, []), (None, "尚未整改", None, []),
    ],
)  # fmt: skip
def test_limits_and_what_is_struck_off(read, limit, result, closed, doubted):
    row = [1, *FIRST, "4.6", "垃圾", "4.6", limit, result, None, closed]
    (record,) = read("patrols", [*PATROLS, row]).records
    assert keys(record) == doubted
    assert limit is None or record.values["due_on"] == date(2021, 4, 11)


# -- pairings -----------------------------------------------------------------------------------------

PAIRED = ["序号", "派出单位", "姓名", "级别", "电话", "街道", "社区", "楼院", "到岗时间"]


def pairing(n, unit, courtyard):
    phone = f"1380000111{n}"
    return [
        n,
        unit,
        f"示例{'甲乙丙丁戊'[n]}",
        "正科",
        phone,
        "索河办",
        "广场",
        courtyard,
        "2020.9.4",
    ]


@pytest.mark.parametrize("sign", ["″", "〞", "：：", "々", "↑", "同上单位", "〃"])
def test_a_unit_as_above(read, sign):
    records = read(
        "pairings", [PAIRED, pairing(1, "示例局", "甲院"), pairing(2, sign, "乙院")]
    ).records
    assert [record.values["unit"] for record in records] == ["示例局"] * 2
    assert all(record.certain for record in records)


@pytest.mark.parametrize("unit", ["***", "1", "~~"])
def test_a_unit_without_a_word_is_in_doubt(read, unit):
    (record,) = read("pairings", [PAIRED, pairing(1, unit, "甲院")]).records
    assert keys(record) == ["unit"]


def test_rows_for_courtyards_of_a_cell(read):
    rows = [
        pairing(1, "示例局", "食品厂东院 粮食局西院"),
        pairing(2, "示例局", "教育局东、西院"),
        pairing(3, "示例局", "物资局\n家属院"),
    ]
    records = read("pairings", [PAIRED, *rows]).records
    assert [(record.row, record.values["courtyard"], record.status) for record in records] == [
        (2, "食品厂东院", "new"),
        (2, "粮食局西院", "new"),
        (3, "教育局东、西院", "doubtful"),
        (4, "物资局家属院", "new"),
    ]


# -- organizations -------------------------------------------------------------------------------------

BRANCHES = [
    "序号", "社区党总支", "楼院党支部名称", "组建方式", "覆盖楼院", "成立时间", "批准单位、文号", "书记", "支委",
    "正式党员", "预备党员", "党小组名称", "党小组长", "覆盖楼栋", "党小组党员数",
]  # fmt: skip


def branch(read, **cells):
    row = {
        "社区党总支": "广场社区党总支", "楼院党支部名称": "示例院党支部", "组建方式": "独建", "覆盖楼院": "示例院", "成立时间": "2020.7.1",
        "批准单位、文号": "索河街道党工委", "书记": "示例甲", "正式党员": 12, "预备党员": 1, "党小组名称": "第一党小组", "党小组长": "示例丙",
        "党小组党员数": 12,
    } | cells  # fmt: skip
    (record,) = read("party_organizations", [BRANCHES, [1, *map(row.get, BRANCHES[1:])]]).records
    return record


def test_a_branch_and_its_document(read):
    record = branch(read, **{"批准单位、文号": "索河街道党工委（索党〔2020〕3号）"})
    assert record.certain
    assert record.values["approved_by"] == "索河街道党工委"
    assert record.values["approval_number"] == "索党〔2020〕3号"
    assert keys(branch(read, **{"批准单位、文号": "索党〔2020〕12号、13号"})) == ["approval"]


def test_a_general_branch_in_two_lines(read):
    record = branch(read, 社区党总支="广场社区\n党总支")
    assert record.values["general_branch"] == "广场社区党总支"


@pytest.mark.parametrize(
    ("name", "leader", "read_as", "led", "doubted"),
    [
        ("1.第一党小组", "示例丙", "第一党小组", "示例丙", []), ("第一党小组：示例丙", None, "第一党小组", "示例丙", []),
        ("1号楼党小组", "示例丙", "1号楼党小组", "示例丙", []),
        ("第一党小组：示例丙", "示例丁", "第一党小组", "示例丁", ["group_name"]),
    ],
)  # fmt: skip
def test_names_of_groups(read, name, leader, read_as, led, doubted):
    record = branch(read, 党小组名称=name, 党小组长=leader)
    (group,) = record.values["groups"]
    assert (group["name"], group["leader"], keys(record)) == (read_as, led, doubted)


@pytest.mark.parametrize(
    ("column", "cell", "key"),
    [
        ("正式党员", "约12", "full_members"), ("正式党员", "/", "full_members"), ("预备党员", "2余", "probationary_members"),
        ("党小组党员数", "近12人", "group_members"),
    ],
)  # fmt: skip
def test_members_are_exact(read, column, cell, key):
    assert keys(branch(read, **{column: cell})) == [key]
