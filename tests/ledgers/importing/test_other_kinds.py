"""党组织台账 and 路长巡查问题台账, which have no sample; and comparing with what is stored."""

from datetime import date

import pytest
from makers import make_branch, make_courtyard, make_organization, make_person, make_unit

from courtyards.heads.services import appoint_head, assign_cadre, form_committee
from courtyards.pairing.services import cover_courtyard
from courtyards.places.services import record_survey

BROAD = "410182001002"  # the community 广场 of the samples


def problems(outcome):
    return [(record.row, problem.key) for record in outcome.records for problem in record.problems]


ORGANIZATIONS = [
    ["党组织台账"],
    ["填报单位:组织部   填报时间:2021年4月30日"],
    [
        "序号",
        "社区党总支",
        "楼院党支部名称",
        "组建方式",
        "覆盖楼院",
        "成立时间",
        "批准单位、文号",
        "书记",
        "支委",
        "党员数",
        None,
        "党小组",
        None,
        None,
        None,
    ],
    [None] * 9 + ["正式", "预备", "名称", "组长", "覆盖楼栋", "党员数"],
]


def test_groups_in_rows_of_their_own(read):
    rows = [
        [1, "广场社区党总支", "示例院党支部", "独建", "示例院", "20.7.1", "索河街道党工委 索办〔2020〕5号", "示 例", "示例甲、示例乙", "12", 1, "第一党小组", "示例丙", "1-3号楼、5#", 7],
        [None] * 11 + ["第二党小组", "示例丁", "4号楼", 6],
        [2, "兴华社区党总支", "示例联合党支部", "联建", "一院、二院", "2020年8月3日", None, "示例戊", None, "8人", "/", None, None, None, None],
    ]  # fmt: skip
    outcome = read("party_organizations", ORGANIZATIONS + rows)
    assert problems(outcome) == []
    first, second = outcome.records
    assert first.values == {
        "community_code": BROAD, "general_branch": "广场社区党总支", "name": "示例院党支部", "formation": "独建",
        "courtyards": ["示例院"], "established_on": date(2020, 7, 1), "approved_by": "索河街道党工委",
        "approval_number": "索办〔2020〕5号", "secretary": "示例", "committee_members": ["示例甲", "示例乙"],
        "full_members": 12, "probationary_members": 1,
        "groups": [
            {"name": "第一党小组", "leader": "示例丙", "buildings": ["1号楼", "2号楼", "3号楼", "5号楼"], "members": 7},
            {"name": "第二党小组", "leader": "示例丁", "buildings": ["4号楼"], "members": 6},
        ],
    }  # fmt: skip
    assert (second.values["courtyards"], second.values["probationary_members"]) == (
        ["一院", "二院"],
        0,
    )


# A branch as far as its groups.
BRANCH = [
    1, "广场社区党总支", "示例院党支部", "独建", "示例院", "20.7.1", None, "示例", None, 12, 0,
]  # fmt: skip


def test_groups_line_by_line_in_one_cell(read):
    fits = [*BRANCH, "第一党小组\n第二党小组", "示例丙\n示例丁", "1-3号楼\n4号楼、5#", "7\n6"]
    uneven = [*BRANCH, "第一党小组\n第二党小组", "示例丙", "1号楼", 13]
    uneven[2] = "另一党支部"
    outcome = read("party_organizations", [*ORGANIZATIONS, fits, uneven])
    assert [group["buildings"] for group in outcome.records[0].values["groups"]] == [
        ["1号楼", "2号楼", "3号楼"],
        ["4号楼", "5号楼"],
    ]
    assert {key for number, key in problems(outcome)} == {
        "group_leader",
        "group_buildings",
        "group_members",
    }
    assert {number for number, key in problems(outcome)} == {6}


def test_what_is_one_group_and_what_is_none(read):
    two = [*BRANCH, "第一党小组、第二党小组", "示例丙、示例丁", "1号楼\n2号楼", "6、6"]
    one = [*BRANCH, "1、2号楼党小组", "示例丙", "1、2号楼", 12]
    number = [*BRANCH, "党小组2个", None, None, None]
    one[2], number[2] = "另一党支部", "又一党支部"
    outcome = read("party_organizations", [*ORGANIZATIONS, two, one, number])
    assert [len(record.values["groups"]) for record in outcome.records] == [2, 1, 1]
    assert problems(outcome) == [(6, "group_name"), (7, "group_name")]


def test_two_units_in_a_cell_and_a_day_before_which(read):
    head = ["序号", "派出单位", "姓名", "级别", "街道", "社区", "楼院", "到岗时间"]
    rows = [[1, "市示例局、市示范局", "示例甲", None, "索河办", "广场", "示例院", "2020.9.1"],
            [2, "市示例和示范服务中心", "示例乙", None, "索河办", "广场", "示例院", "2020.9.1"]]  # fmt: skip
    assert problems(read("pairings", [head, *rows])) == [(2, "unit")]
    row = [1, "示例路", None, None, None, None, "4.9", "缺株", "绿", None, None, "于4月15日前完成"]
    outcome = read("patrols", [*PATROLS, row])
    assert outcome.records[0].values["due_on"] == date(2021, 4, 15) and not problems(outcome)


PATROLS = [
    ["路长巡查问题台账"],
    ["填报时间:2021.4.30"],
    [
        "序号",
        "路段",
        "起止点",
        "路长",
        None,
        None,
        "巡查时间",
        "问题描述",
        "类别(序/洁/绿/亮)",
        "责任单位",
        "交办时间",
        "整改时限",
        "整改情况",
        "完成时间",
        "是否销号",
    ],
    [None, None, None, "一级", "二级", "三级"],
]


def test_problems_of_patrols(read):
    rows = [
        [1, "示例路东段", "甲街至乙街", "示例甲", "示例乙", None, "2021.4.6上午9点半", "垃圾未清", "洁", "示例局", "2021.4.6", "立行立改", "已整改√", "4月6日", "√"],
        [2, None, None, None, None, None, "4月7日", "路灯不亮", "亮化", "示例局", None, "3天内", "整改中", None, "否"],
        [3, "示例路西段", None, None, None, None, "4.8", "占道经营", "秩序", None, "4月8日", "2021.4.12", None, None, "已销号"],
        [4, "示例路西段", None, None, None, None, "4.9", "缺株", "绿、洁", None, None, "5个工作日", None, "4月1日", None],
    ]  # fmt: skip
    outcome = read(
        "patrols",
        PATROLS + rows,
        四包责任书=[["商户名称", "地址", "负责人"], ["示例店", "示例路", "示例"]],
    )
    first, second, *_ = outcome.records
    assert (first.values["patrolled_on"], first.values["due_on"], first.values["closed"]) == (
        date(2021, 4, 6),
        date(2021, 4, 6),
        1,
    )
    assert (first.values["aspect"], second.values["aspect"]) == ("洁化", "亮化")
    assert (second.values["road"], second.values["due_on"]) == ("示例路东段", date(2021, 4, 10))
    assert set(problems(outcome)) == {
        (7, "completed_on"), (8, "aspect"), (8, "due_on"), (8, "closed"), (8, "completed_on"),
    }  # fmt: skip
    assert outcome.skipped_sheets == ["四包责任书"]


# -- compared with what is stored -------------------------------------------------------------------

HEAD = [
    "序号",
    "街道",
    "社区",
    "楼院名称",
    "楼栋数",
    "户数",
    "人口数",
    "是否成立支部",
    "组建方式",
    "党小组数",
    "楼院长",
    "电话",
    "是否成立自管会",
    "自管会成立时间",
]
ROW = [
    1,
    "索河办",
    "广场社区",
    "示例院",
    6,
    "约150",
    "400余人",
    "是",
    "联建",
    "/",
    "示例",
    "13800001111",
    "√",
    "2020.9.1",
]
DAY = date(2020, 9, 1)


@pytest.fixture
def stored(divisions):
    """The courtyard of ROW as it stands in the ledger."""
    place = make_courtyard("示例院", code=BROAD)
    record_survey(courtyard=place, surveyed_on=DAY, buildings=6, households=150, households_qualifier="about",
                  residents=400, residents_qualifier="at_least")  # fmt: skip
    branch = make_branch("示例院党支部", make_organization("示例总支", code=BROAD), code=BROAD)
    cover_courtyard(organization=branch, courtyard=place, since=DAY)
    appoint_head(
        person=make_person("示例", code=BROAD, phone="13800001111"), courtyard=place, since=DAY
    )
    form_committee(courtyard=place, name="示例院自管会", since=DAY)
    return place


def test_what_is_stored_already_is_unchanged(stored, read):
    row = list(ROW)
    row[9] = 0
    (record,) = read("courtyards", [HEAD, row]).records
    assert (record.status, record.changes) == ("unchanged", {})


def test_changes_are_told_cell_by_cell(stored, read):
    row = list(ROW)
    row[5], row[9], row[10] = "160", 0, "示例丙"
    other = [2, "索河办", "广场", "另一院", 1, 20, 60]
    changed, new = read("courtyards", [HEAD, row, other]).records
    assert changed.changes == {
        "households": (150, 160),
        "households_qualifier": ("about", "exact"),
        "head": ("示例", "示例丙"),
    }
    assert (changed.status, new.status) == ("changed", "new")


def test_a_sheet_without_a_column_changes_nothing_there(stored, read):
    outcome = read("courtyards", [HEAD[:7], ROW[:7]])
    assert [record.status for record in outcome.records] == ["unchanged"]


def test_comparing_asks_the_database_once_for_all_rows(stored, read, django_assert_max_num_queries):
    rows = [[n, "索河办", "广场", f"示例{n}院", 1, 20, 60] for n in range(300)]
    with django_assert_max_num_queries(4):
        read("courtyards", [HEAD, *rows])


def test_pairings_compared(stored, read):
    unit = make_unit("荥阳市示例局", short_name="市示例局")
    cadre = make_person("示例甲", code="410182", phone="13800000001", unit=unit)
    assign_cadre(person=cadre, courtyard=stored, unit=unit, capacity="section", since=DAY)
    head = ["序号", "派出单位", "姓名", "级别", "电话", "街道", "社区", "楼院", "到岗时间"]
    row = [1, "市示例局", "示例甲", "正科", "13800000001", "索河办", "广场", "示例院", "2020.9.1"]
    other = [
        2,
        "市示例局",
        "示例乙",
        None,
        "13800000002",
        "索河办",
        "广场",
        "还没有的院",
        "2020.9.1",
    ]
    same, new = read("pairings", [head, row, other]).records
    assert (same.status, new.status) == ("unchanged", "new")
    row[3] = "一般"
    assert read("pairings", [head, row]).records[0].changes == {"section_level": (1, 0)}
