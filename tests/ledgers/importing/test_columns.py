"""Which column is which: shown, corrected by hand, and remembered by the shape of the header."""

import pytest
from workbooks import workbook

from ledgers import clock
from ledgers.importing.guard import FileRefused
from ledgers.importing.header_preview import read_header
from ledgers.importing.outcome import read_file
from orgs.imports.permitted import KINDS

TITLE = ["荥阳市老旧小区综合改造进度周报"]
HEAD = ["序号", "改造地点", "所属社区", "总投资(万元)", "已花的钱", "进度说明"]
ROW = [1, "示例小区", "京城路社区", 300, 120, "正在粉刷"]
WEEKLY = KINDS["weekly"]


def file(*rows):
    return workbook([TITLE, *rows], title="周报")


def test_a_header_without_needed_columns_is_shown():
    (head,) = read_header(WEEKLY, file(HEAD, ROW), "周报.xlsx")
    assert (head.sheet, head.top, head.bottom) == ("周报", 2, 2)
    assert set(head.missing) == {"项目名称", "累计完成投资"}
    assert [(one.letter, one.text, one.key) for one in head.columns] == [
        ("A", "序号", ""),
        ("B", "改造地点", ""),
        ("C", "所属社区", "community"),
        ("D", "总投资(万元)", "total_wan"),
        ("E", "已花的钱", ""),
        ("F", "进度说明", ""),
    ]
    assert head.columns[1].samples == ("示例小区",)
    with pytest.raises(FileRefused, match="没有找到老旧小区周报的表头"):
        read_file(WEEKLY, file(HEAD, ROW), "周报.xlsx", today=clock.today())


def test_columns_chosen_by_hand(divisions):
    told = []
    outcome = read_file(
        WEEKLY,
        file(HEAD, ROW),
        "周报.xlsx",
        today=clock.today(),
        columns={"周报": {1: "project", 4: "cumulative_wan", 3: ""}},
        progress=lambda *step: told.append(step),
    )
    (record,) = outcome.records
    assert record.values["project"] == "示例小区"
    assert (record.values["cumulative_wan"], record.values["total_wan"]) == (120, None)
    (head,) = outcome.heads
    assert [one.key for one in head.columns] == [
        "",
        "project",
        "community",
        "",
        "cumulative_wan",
        "",
    ]
    assert told[0] == (0, 0, "正在打开文件") and told[-1] == (1, 1, "正在与台账比对")


def test_a_choice_takes_the_column_from_where_it_was_recognised(divisions):
    rows = [
        ["序号", "项目名称", "所属社区", "累计完成投资", "实际累计"],
        [1, "甲", "京城路社区", 1, 2],
    ]
    columns = {"周报": {4: "cumulative_wan"}}
    outcome = read_file(WEEKLY, file(*rows), "周报.xlsx", today=clock.today(), columns=columns)
    assert outcome.records[0].values["cumulative_wan"] == 2


def test_the_shape_is_that_of_the_words():
    def shape(*head):
        return read_header(WEEKLY, file(list(head), ROW), "周报.xlsx")[0].shape

    assert shape(*HEAD) == shape("序 号", *HEAD[1:])
    assert shape(*HEAD) != shape(HEAD[1], HEAD[0], *HEAD[2:])
    assert shape(*HEAD) != shape(*HEAD[:-1], "进度")


def test_a_header_in_words_that_nobody_knows(divisions):
    rows = [["改造地点", "管它的居委会", "已花的钱"], ["示例小区", "京城路社区", 5]]
    (head,) = read_header(WEEKLY, file(*rows), "周报.xlsx")
    assert (head.top, [one.key for one in head.columns]) == (2, ["", "", ""])
    columns = {"周报": {0: "project", 1: "community", 2: "cumulative_wan"}}
    outcome = read_file(WEEKLY, file(*rows), "周报.xlsx", today=clock.today(), columns=columns)
    assert outcome.records[0].values["cumulative_wan"] == 5


@pytest.mark.parametrize(
    ("choice", "said"),
    [({1: "project", 2: "project"}, "选了两列"), ({1: "nonsense"}, "没有“nonsense”这一列")],
)
def test_a_choice_that_cannot_be(choice, said):
    with pytest.raises(FileRefused, match=said):
        read_header(WEEKLY, file(HEAD, ROW), "周报.xlsx", {"周报": choice})
