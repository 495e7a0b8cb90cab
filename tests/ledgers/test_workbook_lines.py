"""Lines, serial numbers and totals of a form: plain records in, plain lines out, no database."""

from types import SimpleNamespace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from courtyards.models import Survey
from ledgers.columns import Column, NumberColumn, SoftColumn
from ledgers.models import QUALIFIER_STRENGTH, Qualifier
from ledgers.workbooks import Workbook, WorkbookColumn
from ledgers.workbooks.lines import LineMaker, SheetLine, Total


class Form(Workbook):
    groups = ("街道", "社区")
    subtotals = True
    cells = (
        WorkbookColumn("街道", Column("", "street")),
        WorkbookColumn("社区", Column("", "community")),
        WorkbookColumn("名称", Column("", "name")),
        WorkbookColumn("户数", SoftColumn("", "n", qualifier="q"), total=True),
        WorkbookColumn("照片"),
    )


class DetailedForm(Workbook):
    details = "groups"
    cells = (
        WorkbookColumn("名称", Column("", "name")),
        WorkbookColumn("人数", NumberColumn("", "n"), total=True),
        WorkbookColumn(("小组", "名称"), item="name"),
    )


def lines(records, form=Form, *, totals=True) -> list:
    return list(LineMaker(form(Survey), totals=totals).lines(records))


def record(street, community, name, number, qualifier="exact"):
    return (1, street, community, name, number, qualifier)


def test_groups_close_from_the_inside_and_the_whole_comes_last():
    made = lines(
        [
            record("甲街道", "甲一", "一院", 10),
            record("甲街道", "甲一", "二院", 5),
            record("甲街道", "甲二", "三院", 1),
            record("乙街道", "甲二", "四院", 7),
        ]
    )
    shape = [
        (line.level, line.sums[3]) if isinstance(line, Total) else line.serial for line in made
    ]
    # 甲二 of 乙街道 is not the 甲二 of 甲街道, though they bear one name.
    assert shape == [1, 2, (1, 15), 3, (1, 1), (0, 16), 4, (1, 7), (0, 7), (-1, 23)]


@pytest.mark.parametrize(
    ("parts", "total"),
    [
        ([(150, "about"), (2, "exact")], "约152"),
        ([(40, "at_least"), (2, "nearly")], "近42"),
        ([(40, "at_least"), (2, "exact")], "42余"),
        ([(40, "exact"), (None, "about")], 40),
        ([(None, None), (None, None)], None),
        ([(0, "exact")], 0),
    ],
)
def test_a_sum_is_as_soft_as_its_softest_part(parts, total):
    made = lines([record("甲", "一", "院", *part) for part in parts])
    assert made[-1].sums[3] == total


@given(
    st.lists(
        st.tuples(
            st.sampled_from("甲乙"),
            st.sampled_from("一二三"),
            st.one_of(st.none(), st.integers(0, 10**6)),
            st.sampled_from(QUALIFIER_STRENGTH),
        ),
        max_size=30,
    )
)
def test_subtotals_add_up_to_the_whole(rows):
    rows.sort(key=lambda row: row[:2])
    made = lines([record(s, c, "院", n, q) for s, c, n, q in rows])
    exact = lines([record(s, c, "院", n, Qualifier.EXACT) for s, c, n, q in rows])
    totals = {
        level: [t for t in exact if isinstance(t, Total) and t.level == level]
        for level in (-1, 0, 1)
    }
    amount = sum(row[2] or 0 for row in rows)
    for level in (0, 1):
        assert sum(total.sums[3] or 0 for total in totals[level]) == amount
    assert len(totals[-1]) == bool(rows)
    assert [line.serial for line in made if isinstance(line, SheetLine)] == list(
        range(1, len(rows) + 1)
    )


def test_nothing_listed_has_no_totals():
    assert lines([]) == []


def test_a_copy_has_no_totals():
    made = lines([record("甲", "一", "院", 3)], totals=False)
    assert [type(line) for line in made] == [SheetLine]


def test_soft_figures_are_said_and_hard_ones_are_numbers():
    values = [lines([record("甲", "一", "院", n, q)])[0].values[3] for n, q in
              ((150, "about"), (50, "nearly"), (2600, "at_least"), (7, "exact"), (None, "about"))]  # fmt: skip
    assert values == ["约150", "近50", "2600余", 7, ""]


def test_a_record_with_details_fills_a_line_for_each():
    rows = [(1, "支部", 5, [{"name": "一组"}, {"name": None}]), (2, "支部二", 4, [])]
    made = lines(rows, DetailedForm)
    assert [line.values for line in made[:-1]] == [
        ["支部", 5, "一组"],
        ["", "", ""],
        ["支部二", 4, ""],
    ]
    assert [(line.serial, line.first, line.lines) for line in made[:-1]] == [
        (1, True, 2), (1, False, 2), (2, True, 1),
    ]  # fmt: skip
    assert made[-1].sums == {1: 9}


def test_a_version_changes_with_any_value_and_with_the_key(settings):
    one = Form(Survey).version(record("甲", "一", "院", 3))
    assert one == Form(Survey).version(record("甲", "一", "院", 3)) and len(one) == 16
    assert one != Form(Survey).version(record("甲", "一", "院", 4))
    assert one != Form(Survey).version(record("甲", "一", "院", 3, "about"))
    settings.SECRET_KEY = "another"
    assert one != Form(Survey).version(record("甲", "一", "院", 3))


def test_what_is_kept_and_what_is_open():
    assert [WorkbookColumn("照片").is_kept, WorkbookColumn("名", item="name").is_kept] == [
        False,
        True,
    ]
    assert not WorkbookColumn("电话", Column("", "phone"), private=True).is_kept
    reader = SimpleNamespace()
    assert WorkbookColumn("级别", Column(""), choices=("正", "副")).options(reader, None) == (
        "正",
        "副",
    )
    assert WorkbookColumn("社区", Column(""), choices=lambda user, on: ["老城"]).options(
        reader, None
    ) == ("老城",)
