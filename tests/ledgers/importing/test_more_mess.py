"""Further habits of offices: units in the unit line, totals on top, towns in the community's cell."""

import pytest

FLAT = ["序号", "街道", "社区", "楼院名称", "楼栋数", "户数", "人口数"]
WEEKLY = ["序号", "项目名称", "所属社区", "总投资", "累计完成投资", "形象进度", "拆违面积"]


def problems(outcome):
    return [(record.row, problem.key) for record in outcome.records for problem in record.problems]


@pytest.mark.parametrize(
    ("line", "heads"),
    [
        ("单位:元、㎡", ["总投资", "累计完成投资"]),
        ("2021年4月30日", ["总投资(元)", "累计完成投资(元)"]),
        ("单位:万元", ["总投资（单位:元）", "累计完成投资\n元"]),
    ],
)
def test_money_in_yuan(read, line, heads):
    head = [*WEEKLY[:3], *heads, *WEEKLY[5:]]
    row = [1, "示例小区", "广场", 900_000, "40万元", "35%", 20]
    values = read("weekly", [["周报"], [line], head, row]).records[0].values
    assert (values["total_wan"], values["cumulative_wan"]) == (90, 40.0)


def test_areas_in_ten_thousands(read):
    head = [*WEEKLY[:6], "拆违面积(万㎡)"]
    rows = [
        [1, "示例小区", "广场", 90, 40, "35%", 0.02],
        [2, "另一小区", "广场", 90, 40, "35%", "20㎡"],
    ]
    outcome = read("weekly", [head, *rows])
    assert [record.values["demolished_m2"] for record in outcome.records] == [200, 20]


def test_totals_above_their_rows(read):
    rows = [
        ["合计", None, None, None, 3, 31, 90],
        [1, "索河办", "广场", "示例一院", 1, 10, 30],
        [2, "索河办", "广场", "示例二院", 2, 20, 60],
    ]
    outcome = read("courtyards", [FLAT, *rows])
    assert [(one.column, one.computed) for one in outcome.differences] == [("户数", 30)]


def test_subtotals_of_two_levels(read):
    rows = [
        [1, "索河办", "广场", "示例一院", 1, 10, 30], [None, None, "广场小计", None, 1, 10, 30],
        [2, "索河办", "兴华", "示例二院", 2, 20, 60], [None, None, "兴华小计", None, 2, 20, 60],
        [None, "索河办小计", None, None, 3, 30, 90], [3, "京城办", "海天", "示例三院", 4, 40, 90],
        [None, "京城办小计", None, None, 4, 40, 90], ["合 计", None, None, None, 7, 70, 180],
    ]  # fmt: skip
    outcome = read("courtyards", [FLAT, *rows])
    assert len(outcome.records) == 3
    assert outcome.differences == []


def test_places_written_with_what_lies_above_them(read):
    rows = [
        [1, None, "索河街道广场社区", "示例一院", 1, 10, 30], [2, None, "荥阳市京城路办海天社区居委会", "示例二院", 1, 10, 30],
        [3, "京城办", "索河街道广场社区", "示例三院", 1, 10, 30], [4, "索河办", "广场社区(北片)", "示例四院", 1, 10, 30],
    ]  # fmt: skip
    outcome = read("courtyards", [FLAT, *rows])
    assert [record.values["community_code"] for record in outcome.records] == [
        "410182001002",
        "410182002009",
        "410182001002",
        "410182001002",
    ]
    assert problems(outcome) == [(4, "community"), (5, "community")]


def test_errors_of_formulas_are_wrong(read):
    outcome = read("courtyards", [FLAT, [1, "索河办", "广场", "示例院", 1, "#REF!", 30]])
    assert [record.status for record in outcome.records] == ["wrong"]


def test_signatures_and_dates_at_the_foot(read):
    rows = [
        [1, "索河办", "广场", "示例院", 1, 10, 30], ["负责人签字:", None, "填表人:示例", None, "填表日期:2021.3.5"],
        [None, None, None, None, None, "2021年3月5日"], ["※片区按一个楼院填报"],
    ]  # fmt: skip
    outcome = read("courtyards", [FLAT, *rows])
    assert len(outcome.records) == 1
    assert [row for row, _ in outcome.sheets[0].ignored] == [3, 4, 5]


def test_a_row_without_its_name_is_not_lost(read):
    outcome = read(
        "courtyards",
        [
            FLAT,
            [1, "索河办", "广场", None, 1, 10, 30],
            [2, "索河办", "广场", "示例院", None, None, None],
        ],
    )
    assert [record.status for record in outcome.records] == ["wrong", "doubtful"]


def test_the_county_writes_both_characters_of_fringe(read):
    """接合部 and 结合部 are one; the title does not decide what a sheet is."""
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
    for title in ("城乡接合部日报", "城乡结合部日报"):
        outcome = read(
            "fringe", [[title], ["2021年3月5日"], head, [1, "贾峪", "马沟", 5, 3, "-", 2, "约20"]]
        )
        assert outcome.counts["new"] == 1
