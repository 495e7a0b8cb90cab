"""Titles, headers of several levels, totals, notes, groups: what stands around the rows of a ledger."""

from datetime import date

import pytest

from ledgers.importing.guard import FileRefused

TITLE = ["无主管楼院(片区)基本情况台账"]
UNIT = ["填报单位:(盖章)    填报时间:2021.3.5    单位:个、户、人"]
FLAT = ["序号", "街道", "社区", "楼院名称", "楼栋数", "户数", "人口数"]


def names(outcome):
    return [record.values["name"] for record in outcome.records]


def problems(outcome):
    return [(record.row, problem.key) for record in outcome.records for problem in record.problems]


def test_three_levels_merged(read):
    outcome = read(
        "courtyards",
        [
            TITLE,
            UNIT,
            [
                "序号",
                "街道",
                "社区",
                "楼院(片区)名称",
                "基本情况",
                None,
                None,
                None,
                None,
                "楼院长",
                None,
            ],
            [None, None, None, None, "楼栋数", "户数", "人口数", None, None, "姓名", "电话"],
            [None, None, None, None, None, None, "总数", "60岁以上", "党员", None, None],
            [
                1,
                "索河办",
                "广场",
                "某厂家属院(东)",
                "６栋",
                "约150",
                "400余",
                "/",
                23,
                "示 例",
                "13800001111",
            ],
        ],
        merges=[
            "A3:A5",
            "B3:B5",
            "C3:C5",
            "D3:D5",
            "E3:I3",
            "E4:E5",
            "F4:F5",
            "G4:I4",
            "J3:K3",
            "J4:J5",
            "K4:K5",
        ],
    )
    (record,) = outcome.records
    assert record.problems == []
    assert record.values == {
        "community_code": "410182001002", "name": "某厂家属院(东)", "buildings": 6, "households": 150,
        "households_qualifier": "about", "residents": 400, "residents_qualifier": "at_least", "has_branch": 0,
        "formation": "", "groups": 0, "head": "示例", "head_phone": "13800001111", "has_committee": 0, "committee_on": None,
    }  # fmt: skip
    assert record.row == 6
    assert outcome.sheets[0].reported_on == date(2021, 3, 5)
    assert {"has_branch", "committee_on"} <= record.absent


def test_two_levels_without_merging(read):
    outcome = read(
        "courtyards",
        [
            ["序号", "社区", "楼院名称", "户数", "党组织", None, None, "自管会", None],
            [
                None,
                None,
                None,
                None,
                "是否成立支部",
                "组建方式",
                "党小组数",
                "是否成立",
                "成立时间",
            ],
            [1, "广场社区", "示例院", 20, "是", "联建", 2, "√", "2020.9.1"],
        ],
    )
    values = outcome.records[0].values
    assert (values["has_branch"], values["formation"], values["groups"]) == (1, "联建", 2)
    assert (values["has_committee"], values["committee_on"]) == (1, date(2020, 9, 1))


def test_phones_belong_to_the_post_above_them(read):
    head = ["序号", "社区", "楼院名称", "户数", "书记", None, "楼院长", None]
    sub = [None, None, None, None, "姓名", "电话", "姓名", "电话"]
    outcome = read(
        "courtyards",
        [head, sub, [1, "广场", "示例院", 20, "示例甲", "13800000001", "示例乙", "13800000002"]],
    )
    assert (outcome.records[0].values["head"], outcome.records[0].values["head_phone"]) == (
        "示例乙",
        "13800000002",
    )


def test_what_is_no_row(read):
    outcome = read(
        "courtyards",
        [
            TITLE, UNIT, FLAT, ["1", "2", "3", "4", "5", "6", "7"],
            ["一、索河街道办事处"],
            [1, None, "广场", "示例一院", 2, 20, 60],
            [2, None, "广场", "示例二院", 3, 30, 90],
            [None, "小计", None, None, 5, 50, 150],
            [3, None, None, None, None, None, None],
            FLAT,
            [4, "京城办", "海天", "示例三院", 1, 10, 30],
            ["合计", None, None, None, 6, 61, 180],
            ["注:1.片区指集中连片的多个楼院;"], ["2.户数以摸排为准。"],
            ["单位负责人:", None, "填表人:", None, "联系电话:", 64600000],
        ],
    )  # fmt: skip
    assert names(outcome) == ["示例一院", "示例二院", "示例三院"]
    assert [record.row for record in outcome.records] == [6, 7, 11]
    assert problems(outcome) == []
    (wrong,) = outcome.differences
    assert (wrong.row, wrong.column, wrong.written, wrong.computed) == (12, "户数", 61, 60)


def test_as_above(read):
    outcome = read(
        "courtyards",
        [
            FLAT, [1, "索河办", "广场", "示例一院", 2, 20, 60], [2, None, None, "示例二院", 3, 30, 90],
            [3, "同上", "同上", "示例三院", 1, "同上", 99], [4, None, "兴华", "示例四院", 1, 10, 20],
        ],
    )  # fmt: skip
    assert [r.values["community_code"][-3:] for r in outcome.records] == [
        "002",
        "002",
        "002",
        "004",
    ]
    assert outcome.records[2].values["households"] == 30
    assert problems(outcome) == []


def test_as_above_does_not_reach_over_a_total(read):
    rows = [
        FLAT,
        [1, "索河办", "广场", "示例一院", 2, 20, 60],
        [None, "小计", None, None, 2, 20, 60],
    ]
    outcome = read(
        "courtyards",
        [
            *rows,
            [2, None, None, "示例二院", "同上", 10, 30],
            [3, None, "兴华", "示例三院", 1, 1, 2],
        ],
    )
    assert problems(outcome) == [(4, "community"), (4, "buildings")]


def test_a_community_of_another_street_is_doubtful(read):
    outcome = read(
        "courtyards",
        [
            FLAT,
            [1, "京城办", "广场", "示例院", 2, 20, 60],
            [2, "索河办", "没有的社区", "示例院", 2, 20, 60],
        ],
    )
    assert [record.status for record in outcome.records] == ["doubtful", "wrong"]
    assert problems(outcome) == [(2, "community"), (3, "community")]


def test_numbers_merged_over_two_rows_are_doubtful(read):
    rows = [
        FLAT,
        [1, "索河办", "广场", "示例一院", 2, 50, 60],
        [2, "索河办", "广场", "示例二院", 2, None, 60],
    ]
    assert problems(read("courtyards", rows, merges=["F2:F3"])) == [
        (2, "households"),
        (3, "households"),
    ]


def test_the_same_courtyard_twice(read):
    one, other = (
        [1, "索河办", "广场", "示例院", 2, 20, 60],
        [2, "索河街道", "广场社区", "示例院 ", 2, 20, 60],
    )
    assert [r.status for r in read("courtyards", [FLAT, one, other]).records] == ["new", "doubtful"]
    other[4] = 3
    assert [r.status for r in read("courtyards", [FLAT, one, other]).records] == [
        "doubtful",
        "doubtful",
    ]


def test_contradictions_are_doubtful(read):
    head = [*FLAT, "是否成立支部", "组建方式", "党小组数", "是否成立自管会", "自管会成立时间"]
    base = [1, "索河办", "广场", "示例院", 2, 20, 60]
    rows = [
        [*base, "否", "联建", 2, "否", None], [*base, None, "联建", 2, None, None], [*base, "是", None, 2, "否", None],
        [*base, "否", None, None, "是", None], [*base, "否", None, None, None, "2020.9.1"], [*base, "是", "独建", None, "否", "/"],
    ]  # fmt: skip
    for number, row in enumerate(rows):
        row[3] = f"示例{number}院"
    assert problems(read("courtyards", [head, *rows])) == [
        (2, "has_branch"), (3, "has_branch"), (4, "formation"), (5, "committee_on"), (6, "has_committee"), (7, "groups"),
    ]  # fmt: skip


def test_columns_nobody_knows_are_listed(read):
    outcome = read(
        "courtyards",
        [[*FLAT, "抄表员"], [1, "索河办", "广场", "示例院", 2, 20, 60, "x"]],
        说明=[["填写说明"]],
    )
    assert [path for _, path in outcome.sheets[0].header.unknown] == ["抄表员"]
    assert outcome.skipped_sheets == ["说明"]


def test_a_file_of_another_kind_is_refused(read):
    with pytest.raises(FileRefused, match="包联台账"):
        read("pairings", [FLAT, [1, "索河办", "广场", "示例院", 2, 20, 60]])


def test_csv_comes_in_the_same_way(read):
    text = (
        "台账\r\n序号,街道,社区,楼院名称,楼栋数,户数,人口数\r\n1,索河办,广场,示例院,２,约20,60\r\n"
    )
    (record,) = read("courtyards", text.encode("gb18030"), name="台账.csv").records
    assert (record.values["buildings"], record.values["households_qualifier"]) == (2, "about")


def test_rows_outside_the_accounts_places_are_wrong(read):
    rows = [
        FLAT,
        [1, "索河办", "广场", "示例院", 2, 20, 60],
        [2, "京城办", "海天", "示例院", 2, 20, 60],
    ]
    outcome = read("courtyards", rows, within=("410182001",))
    assert [record.status for record in outcome.records] == ["new", "wrong"]


def test_two_courtyards_of_one_cadre(read):
    head = ["序号", "派出单位", "姓名", "职务", "级别", "电话", "街道", "社区", "楼院", "到岗时间"]
    row = [
        1,
        "市示例局",
        "示例甲",
        "科员",
        None,
        "13800000001",
        "索河办",
        "兴华",
        "示例2号院\n示例片区",
        "2020.7.18",
    ]
    other = [
        2,
        None,
        "示例乙(兼2号院)",
        "副局长",
        None,
        "13800000002",
        None,
        None,
        "示例1、3号院",
        "2020.7",
    ]
    outcome = read("pairings", [["台账"], ["2021年4月"], head, row, other])
    assert [(r.row, r.values["courtyard"], r.status) for r in outcome.records[:2]] == [
        (4, "示例2号院", "new"),
        (4, "示例片区", "new"),
    ]
    assert outcome.records[2].values["unit"] == "市示例局"
    assert {key for row, key in problems(outcome) if row == 5} == {
        "cadre",
        "rank",
        "community",
        "courtyard",
        "since",
    }


def test_same_named_villages_need_their_town(read, divisions):
    from orgs.models import Division

    Division.objects.create(
        code="410182101299", name="马沟村委会", level="village", parent_id="410182101"
    )
    head = ["序号", "乡镇", "村", "户外厕所", None, None, "私搭乱建", None]
    sub = [None, None, None, "应拆", "已拆", "当日拆", "处", "㎡"]
    rows = [
        [1, None, "马沟", 5, 3, 1, 2, 10],
        [2, "贾峪镇", "马沟", 5, 3, 1, 2, 10],
        [3, "乔楼", "马沟村", 5, 3, 1, "216处(含厕所)", 10],
    ]
    outcome = read("fringe", [["2021年3月5日"], head, sub, *rows])
    assert problems(outcome) == [(4, "village"), (6, "structures")]
    assert [record.values["village_code"] for record in outcome.records[1:]] == [
        "410182110219",
        "410182101299",
    ]


def test_weekly_figures_that_cannot_be(read):
    head = [
        "序号",
        "项目名称",
        "所属社区",
        "总投资(万元)",
        "累计完成投资",
        "本周完成投资",
        "形象进度(%)",
        "计划竣工",
        "拆违面积(㎡)",
    ]
    rows = [
        [1, "示例一小区", "广场", 100, 120, 1, 50, "2021.10底", 5], [2, "示例二小区", "广场", 100, 20, 30, 50, None, "/"],
        [3, "示例三小区", "广场", "1.2亿", "同上周", 1, "已完工", None, None], [4, "示例四小区", "广场", 100, 50, 1, "50%左右", None, "60余㎡"],
    ]  # fmt: skip
    outcome = read("weekly", [["2021年4月30日"], head, *rows])
    assert set(problems(outcome)) == {
        (3, "cumulative_wan"), (4, "week_wan"), (5, "percent"), (5, "demolished_m2"), (5, "cumulative_wan"),
    }  # fmt: skip
    assert outcome.records[3].more["percent_qualifier"] == "about"
    assert outcome.records[2].values["total_wan"] == 12000


def test_days_of_a_daily_report_on_sheets_of_their_own(read):
    head = [
        "序号",
        "乡镇",
        "村",
        "户外厕所应拆",
        "户外厕所已拆",
        "户外厕所当日拆",
        "私搭乱建处数",
        "私搭乱建面积",
    ]
    first = [["2021年3月5日"], head, [1, "贾峪镇", "马沟", 5, 3, 1, 2, 10]]
    second = [["2021年3月6日"], head, [1, "贾峪镇", "马沟", 5, 4, 1, 2, 10]]
    outcome = read("fringe", first, title="3.5", **{"3.6": second})
    assert [(r.sheet, r.values["toilets_removed"], r.status) for r in outcome.records] == [
        ("3.5", 3, "new"),
        ("3.6", 4, "new"),
    ]
