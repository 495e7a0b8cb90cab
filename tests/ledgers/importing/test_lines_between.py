"""Lines that are no data: further words for totals, and places over a block of rows."""

import pytest
from test_more_mess import FLAT
from workbooks import BROAD

from ledgers.importing.lines import BETWEEN, place_line, total_label

FRINGE = [
    "序号", "乡镇", "村", "户外厕所应拆", "户外厕所已拆", "户外厕所当日拆", "私搭乱建处数", "私搭乱建面积",
]  # fmt: skip


@pytest.mark.parametrize(
    "text",
    ["小计:", "总数", "街道汇总", "汇总", "全街道", "共3个", "合计3个楼院", "计", "Total", "∑", "索河街道合计", "合计(3个)"],
)  # fmt: skip
def test_words_for_totals(text):
    assert total_label([text], [text]) == text


@pytest.mark.parametrize(
    "text",
    ["平均", "街道平均", "其中:", "其中:片区", "上页结转", "承前页", "过次页", "(续)", "续表"],
)
def test_words_between_the_rows(text):
    assert BETWEEN.fullmatch(text)


@pytest.mark.parametrize(
    "text", ["会计局家属院", "计生委家属院", "广场社区", "汇总路院", "其中路1号院", "全兴院"]
)
def test_names_that_hold_such_words(text):
    assert not total_label([text], [text]) and not BETWEEN.fullmatch(text)


@pytest.mark.parametrize(
    ("written", "name"),
    [
        (["豫龙镇"], "豫龙镇"), (["一、索河街道"], "索河街道"), (["(二)贾峪镇(5个村)"], "贾峪镇"), (["广场社区"], "广场社区"),
        (["二", "京城路街道(3个)", "393"], "京城路街道"), (["高村乡(2个村)", "100", "50"], "高村乡"),
        (["兴华社区(2个)"], "兴华社区"), (["高村乡", "100"], None), (["豫龙镇", "柿园"], None), (["示例院"], None),
    ],
)  # fmt: skip
def test_lines_that_name_a_place(written, name):
    found = place_line(written)
    assert (found and found[0]) == name


@pytest.mark.parametrize(
    "word", ["总 数", "街道汇总", "共2个", "合计2个楼院", "平均", "其中：片区", "承前页", "∑"]
)
def test_a_line_between_is_no_row(read, word):
    rows = [
        [1, "索河办", "广场", "示例一院", 1, 10, 30],
        [None, word, None, None, 1, 10, 30],
        [2, "索河办", "广场", "示例二院", 1, 10, 30],
    ]
    outcome = read("courtyards", [FLAT, *rows])
    assert [record.values["name"] for record in outcome.records] == ["示例一院", "示例二院"]


def test_places_over_their_rows(read):
    rows = [
        ["一、索河街道"], [1, None, "广场", "示例一院", 1, 10, 30], ["广场社区"], [2, None, None, "示例二院", 1, 10, 30],
        [None, "京城路街道"], [3, None, "海天", "示例三院", 1, 10, 30], ["索河街道（1个）", None, None, None, 1, 10, 30],
        [None, None, "广场社区"], [4, None, None, "示例四院", 1, 10, 30],
    ]  # fmt: skip
    records = read("courtyards", [FLAT, *rows]).records
    codes = [BROAD, BROAD, "410182002009", BROAD]
    assert [record.values["community_code"] for record in records] == codes
    assert not any(
        problem.key in ("street", "community") for record in records for problem in record.problems
    )


def test_towns_over_their_villages(read):
    rows = [
        ["2021年3月5日"], FRINGE, ["贾峪镇"], [1, None, "马沟", 5, 3, "-", 2, 20],
        ["高村乡（2个村）", None, None, 5, 3, 0, 2, 20], [2, None, "马沟", 5, 3, "-", 2, 20],
    ]  # fmt: skip
    first, second = read("fringe", rows).records
    assert first.certain and second.certain
    assert first.values["village_code"] != second.values["village_code"]


def test_what_stands_below_an_unknown_line_is_in_doubt(read):
    rows = [
        [1, "索河办", "广场", "示例一院", 1, 10, 30],
        ["东片"],
        [2, None, None, "示例二院", 1, 10, 30],
    ]
    _, second = read("courtyards", [FLAT, *rows]).records
    assert {problem.key for problem in second.problems} >= {"community"}
