"""Columns in other words, two that look alike, and a bare 电话: named, or doubted, never guessed."""

import pytest

COURTYARD = ["序号", "街道", "社区", "楼院名称", "楼栋数", "户数"]
PLAIN = [1, "索河办", "广场", "示例一院", 1, 10]
WEEKLY = ["序号", "项目名称", "所属社区", "总投资(万元)", "累计完成投资(万元)"]


def record_of(read, kind, *rows):
    return read(kind, list(rows)).records[0]


def told(record):
    return {problem.key for problem in record.problems}


@pytest.mark.parametrize("word", ["业主自治管理委员会", "自管委", "自治组织", "业委会"])
def test_a_committee_by_another_name(read, word):
    head = [*COURTYARD, f"{word}是否成立", f"{word}成立时间"]
    record = record_of(read, "courtyards", ["2021年4月30日"], head, [*PLAIN, "√", "2020.5.22"])
    values = record.values
    assert (values["has_committee"], values["committee_on"].isoformat()) == (1, "2020-05-22")


def test_a_head_that_only_looks_like_one_is_doubted_where_it_says_something(read):
    head = [*COURTYARD, "楼院长", "紧急电话号"]
    filled, empty = read(
        "courtyards",
        [
            head,
            [*PLAIN, "示例甲", "13800001234"],
            [2, *PLAIN[1:3], "示例二院", 1, 10, "示例乙", None],
        ],
    ).records
    assert "head_phone" in told(filled) and "head_phone" not in told(empty)
    assert "紧急电话号" in filled.problems[0].text


def test_two_columns_of_one_head_are_doubted_where_they_differ(read):
    head = [*COURTYARD, "户数"]
    differs, same = read(
        "courtyards", [head, [*PLAIN, 12], [2, *PLAIN[1:3], "示例二院", 1, 10, 10]]
    ).records
    assert "households" in told(differs) and "households" not in told(same)


def test_a_phone_belongs_to_the_person_at_its_left(read):
    head = [
        *COURTYARD,
        "社区书记",
        "联系电话",
        "楼院长",
        "政治面貌",
        "联系电话",
        "包联干部",
        "联系电话",
    ]
    row = [
        *PLAIN,
        "示例甲",
        "13800001111",
        "示例乙",
        "党员",
        "13800002222",
        "示例丙",
        "13800003333",
    ]
    record = record_of(read, "courtyards", head, row)
    assert (record.values["head"], record.values["head_phone"]) == ("示例乙", "13800002222")
    assert "head_phone" not in told(record)


def test_a_day_of_founding_belongs_to_what_was_founded(read):
    head = [*COURTYARD, "是否成立支部", "成立时间", "组建方式", "党小组数", "是否成立自管会"]
    record = record_of(
        read, "courtyards", ["2021年4月30日"], head, [*PLAIN, "是", "2019.1.1", "独建", 2, "是"]
    )
    assert record.values["committee_on"] is None and "committee_on" in told(record)


def test_last_week_is_not_this_week(read):
    heads = [[*WEEKLY, "形象进度(%)", None], [None] * 5 + ["上周", "本周"]]
    record = record_of(read, "weekly", *heads, [1, "示例小区", "广场", 90, 40, 30, 35])
    assert record.values["percent"] == 35 and "percent" not in told(record)


def test_what_was_invested_this_year_is_not_the_total(read):
    head = [*WEEKLY[:4], "本年累计完成投资(万元)", "开工累计完成投资(万元)"]
    record = record_of(read, "weekly", head, [1, "示例小区", "广场", 190, 100, 138.7])
    assert record.values["cumulative_wan"] == 138.7


def test_a_row_of_units_under_the_header(read):
    units = [None, None, None, "亿元", "万元", "%"]
    record = record_of(
        read, "weekly", [*WEEKLY[:3], "总投资", "累计完成投资", "形象进度"], units,
        [1, "示例小区", "广场", 1.2, 40, 35],
    )  # fmt: skip
    assert (record.values["total_wan"], record.values["cumulative_wan"]) == (12_000, 40)
    assert record.row == 3


def test_a_row_that_letters_and_numbers_the_columns(read):
    record = record_of(read, "courtyards", COURTYARD, ["甲", "乙", "丙", "丁", 1, 2], PLAIN)
    assert (record.row, record.values["households"]) == (3, 10)


def test_without_any_date_on_the_sheet_a_year_is_not_taken_for_granted(read):
    head = [*COURTYARD, "是否成立自管会", "自管会成立时间"]
    for written in ("3月5日", "正月初四"):
        dated = record_of(read, "courtyards", ["2021年4月30日"], head, [*PLAIN, "是", written])
        bare = record_of(read, "courtyards", head, [*PLAIN, "是", written])
        assert "committee_on" not in told(dated) and "committee_on" in told(bare)


def test_so_is_the_day_until_which_something_is_to_be_mended(read):
    head = ["序号", "路段", "巡查时间", "问题描述", "类别", "整改时限"]
    row = [1, "示例路", "2021.4.6", "示例事", "洁", "4月10日"]
    dated = record_of(read, "patrols", ["填报时间:2021年4月30日"], head, row)
    bare = record_of(read, "patrols", head, row)
    assert "due_on" not in told(dated) and "due_on" in told(bare)


def test_what_contradicts_no_is_told_and_not_dropped(read):
    head = [*COURTYARD, "是否成立支部", "组建方式", "党小组数", "是否成立自管会", "自管会成立时间"]
    record = record_of(
        read, "courtyards", ["2021年4月30日"], head, [*PLAIN, "否", "联建", 2, "否", "2020.3.21"]
    )
    assert (record.values["formation"], record.values["groups"]) == ("联建", 2)
    assert record.values["committee_on"] is not None
    assert {"has_branch", "has_committee"} <= told(record)
