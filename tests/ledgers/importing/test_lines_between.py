"""Lines that are no data: further words for totals, and places over a block of rows."""

import pytest
from test_more_mess import FLAT
from workbooks import BROAD

from ledgers.importing.guard import FileRefused
from ledgers.importing.non_data_rows import BETWEEN, place_line, total_label

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


def test_a_second_table_with_other_columns_is_told_and_not_read_by_the_first(read):
    first = [1, "索河办", "广场", "示例一院", 6, 150, 400]
    moved = ["序号", "街道", "社区", "楼院名称", "户数", "楼栋数", "人口数"]
    second = [1, "索河办", "广场", "示例二院", 150, 6, 400]
    rows = [
        FLAT,
        first,
        ["附表"],
        moved,
        second,
        FLAT,
        [2, "索河办", "广场", "示例三院", 6, 150, 400],
    ]
    records = read("courtyards", rows).records
    assert [record.status for record in records] == ["new", "wrong", "new"]
    assert "第4行另有一个表头" in records[1].problems[0].text


def test_a_header_repeated_in_other_spelling_is_passed_over(read):
    again = ["序号", "街 道", "社区", "楼院名称", "楼栋数（栋）", "户数", "人口数"]
    rows = [FLAT, [1, "索河办", "广场", "示例一院", 6, 150, 400], again, [2, "索河办", "广场", "示例二院", 6, 150, 400]]  # fmt: skip
    assert [one.status for one in read("courtyards", rows).records] == ["new", "new"]


NO_COMMUNITY = ["序号", "楼院名称", "楼栋数", "户数", "人口数"]


@pytest.mark.parametrize(
    ("sheet", "title"),
    [("广场社区", "楼院台账"), ("Sheet1", "荥阳市索河街道广场社区楼院台账"), ("广场社区居委会", "各社区楼院台账")],
)  # fmt: skip
def test_a_sheet_for_each_community(read, sheet, title):
    rows = [
        [title],
        NO_COMMUNITY,
        [1, "示例一院", 6, 150, 400],
        ["兴华社区"],
        [2, "示例二院", 6, 150, 400],
    ]
    one, other = read("courtyards", rows, title=sheet).records
    assert (one.values["community_code"], one.problems) == (BROAD, [])
    assert other.values["community_code"] not in (BROAD, None)


@pytest.mark.parametrize("title", ["楼院台账", "各社区楼院台账", "老旧社区楼院台账"])
def test_a_sheet_that_names_no_community_is_refused(read, title):
    with pytest.raises(FileRefused, match="社区"):
        read("courtyards", [[title], NO_COMMUNITY, [1, "示例一院", 6, 150, 400]])


def test_what_stands_in_no_column_is_told_by_its_name(read):
    rows = [["楼院台账"], NO_COMMUNITY, [1, "示例一院", 6, 150, 400]]
    [record] = read("courtyards", rows, title="没有的社区").records
    assert [(one.column, one.wrong) for one in record.problems] == [("社区", True)]
