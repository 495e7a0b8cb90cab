"""Rows that look like totals and are none; heads that differ only in brackets; signs for nothing."""

import pytest
from workbooks import BROAD

from ledgers.importing.non_data_rows import total_label

PATROLS = ["路段", "巡查时间", "问题描述", "整改时限", "是否销号"]


@pytest.mark.parametrize(
    "row",
    [
        ["示例路", "2021.3.5", "井盖缺失", "5个工作日内", "未销号"],
        ["示例路", "2021.3.5", "3个井盖缺失", "3天内", "未销号"],
        ["示例路", "2021.3.5", "全镇停电", "3个月", None],
    ],
)
def test_a_deadline_or_a_count_in_the_text_makes_no_total(row, read):
    outcome = read("patrols", [["2021年3月31日"], PATROLS, row])
    (record,) = outcome.records
    assert record.values["finding"] == row[2]
    assert not outcome.sheets[0].totals


def test_a_group_of_all_the_village_is_a_row(read):
    head = ["乡镇", "村", "组", "户外厕所应拆", "户外厕所已拆"]
    rows = [
        ["2021年3月5日"],
        head,
        ["豫龙镇", "柿园村", "全村", "5个", "3个"],
        ["12个村", None, None, 5, 3],
    ]
    outcome = read("fringe", rows)
    (record,) = outcome.records
    assert record.values["toilets_due"] == 5
    assert [total.label for total in outcome.sheets[0].totals] == ["12个村"]


@pytest.mark.parametrize(
    ("written", "label"),
    [
        (["合计", "500"], "合计"),
        (["12个村", "500"], "12个村"),
        (["全镇", "500"], "全镇"),
        (["豫龙镇", "12个村", "500", "300"], "12个村"),
        (["京城路街道", "全街道", "500"], "全街道"),
        (["市示例局", "2个楼院", "李样二"], ""),
        (["柿园村", "全村", "5", "3"], ""),
        (["示例院", "6个", "150"], ""),
    ],
)
def test_labels_of_totals(written, label):
    assert total_label(written[:5], written) == label


def test_a_numbered_row_is_one_whatever_the_number_looks_like(read):
    head = ["序号", "路段", "巡查时间", "问题描述", "整改时限"]
    rows = [
        head,
        ["1、", "示例路", "2021.3.5", "井盖", "合计"],
        ["(2)", "示例路", "2021.3.5", "灯", "总计"],
    ]
    assert len(read("patrols", rows).records) == 2


def test_heads_that_differ_in_brackets_only(read):
    head = ["序号", "社区党总支", "楼院党支部名称", "成立时间", "党员数（正式）", "党员数（预备）"]
    rows = [["2021.3.5"], head, [1, "广场社区党总支", "示例党支部", "2020.7.1", "12人", "1名"]]
    (record,) = read("party_organizations", rows).records
    assert (record.values["full_members"], record.values["probationary_members"]) == (12, 1)
    assert record.status == "new"


def test_the_street_before_a_general_branch_is_no_part_of_its_name(read):
    head = ["序号", "街道/社区", "楼院党支部名称", "成立时间"]
    rows = [["2021.3.5"], head, [1, "索河街道/广场社区", "示例党支部", "2020.7.1"]]
    (record,) = read("party_organizations", rows).records
    assert record.values["community_code"] == BROAD
    assert record.values["general_branch"] == "广场社区"


def test_a_sign_for_nothing_is_not_a_silent_as_above(read):
    rows = [["2021.3.31"], PATROLS, ["示例路", "2021.3.5", "垃圾", None, "未销号"],
            ["/", "2021.3.6", "广告", None, "未销号"], [None, "2021.3.7", "灯坏", None, "未销号"]]  # fmt: skip
    first, signed, empty = read("patrols", rows).records
    assert {record.values["road"] for record in (first, signed, empty)} == {"示例路"}
    assert "road" in {problem.key for problem in signed.problems}
    assert "road" not in {problem.key for problem in empty.problems}


COURTYARDS = ["序号", "社区", "楼院名称", "楼栋数", "户数", "人口数"]


def test_a_further_table_with_other_columns_is_told(read):
    turned = ["序号", "社区", "楼院名称", "人口数", "户数", "楼栋数"]
    rows = [
        COURTYARDS,
        [1, "广场", "甲院", 4, 100, 300],
        ["第二批"],
        turned,
        [1, "广场", "乙院", 140, 50, 3],
    ]
    outcome = read("courtyards", rows)
    first, second = outcome.records
    assert (first.status, second.status) == ("new", "wrong")
    assert any("第4行另有一个表头" in problem.text for problem in second.problems)


def test_a_further_table_with_the_same_columns_is_read_on(read):
    again = ["序号", "所属社区", "楼院名称", "楼栋数", "户数（户）", "人口数"]
    rows = [
        COURTYARDS,
        [1, "广场", "甲院", 4, 100, 300],
        ["第二批"],
        again,
        [1, "广场", "乙院", 3, 50, 140],
    ]
    assert [record.status for record in read("courtyards", rows).records] == ["new", "new"]


def test_a_further_table_in_another_unit_is_told(read):
    head = ["序号", "项目名称", "社区", "总投资（万元）", "累计完成投资（万元）"]
    yuan = ["序号", "项目名称", "社区", "总投资（元）", "累计完成投资（元）"]
    rows = [
        ["2021.4.30"],
        head,
        [1, "甲小区", "广场", 300, 100],
        yuan,
        [1, "乙小区", "广场", 300, 100],
    ]
    assert [record.status for record in read("weekly", rows).records] == ["new", "wrong"]


@pytest.mark.parametrize("unit", ["亩", "公顷"])
def test_an_area_in_another_unit_is_in_doubt(unit, read):
    head = [
        "序号",
        "项目名称",
        "社区",
        "总投资（万元）",
        "累计完成投资（万元）",
        f"拆违面积（{unit}）",
    ]
    (record,) = read("weekly", [["2021.4.30"], head, [1, "甲小区", "广场", 300, 100, 5]]).records
    assert record.status == "doubtful" and f"以{unit}为单位" in record.problems[0].text
    below = [*head[:3], "总投资", "累计完成投资", "拆违面积"]
    units = [None, None, None, "万元", "万元", unit]
    (record,) = read(
        "weekly", [["2021.4.30"], below, units, [1, "甲小区", "广场", 300, 100, 5]]
    ).records
    assert record.status == "doubtful" and record.problems[0].key == "demolished_m2"


def test_half_of_what_is_asked_under_a_sign_for_per_cent(read):
    head = ["序号", "项目名称", "社区", "总投资（万元）", "累计完成投资（万元）", "形象进度（%）"]
    rows = [
        ["2021.4.30"],
        head,
        [1, "甲小区", "广场", 300, 100, 0.5],
        [2, "乙小区", "广场", 300, 100, 35],
    ]
    bare, whole = read("weekly", rows).records
    assert bare.status == "doubtful" and "百分号" in bare.problems[0].text
    assert (whole.status, whole.values["percent"]) == ("new", 35)


@pytest.mark.parametrize("cell", ["2020.9.1（周二）", "2020年9月1日 星期二", "2020-9-1周二"])
def test_the_day_of_the_week_behind_a_date(cell, read):
    head = [*COURTYARDS, "是否成立自管会", "自管会成立时间"]
    (record,) = read("courtyards", [head, [1, "广场", "甲院", 4, 100, 300, "√", cell]]).records
    assert str(record.values["committee_on"]) == "2020-09-01" and record.status == "new"
