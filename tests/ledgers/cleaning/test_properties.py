"""What must hold for every cell, whatever stands in it."""

from datetime import date, timedelta

import mess
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from ledgers.cleaning import (
    Clean,
    DateReader,
    building_names,
    count,
    measure,
    money_wan,
    normal,
    percent,
    person_name,
    phone,
    place_name,
    place_names,
    yes_no,
)
from ledgers.cleaning.lunar import lunar_date
from ledgers.cleaning.numerals import numeral
from ledgers.models import Qualifier

TYPED = st.text(
    "0123456789.,-~/余约近多左右以上千百十万亿元户人处㎡²%年月日号楼院底初正腊闰同上无 \n()（）、；E+*#√×",
    max_size=12,
)
CELLS = st.one_of(
    st.none(), st.booleans(), st.integers(-(10**14), 10**14), st.floats(), st.text(max_size=20), TYPED,
    st.dates(), st.datetimes(),
)  # fmt: skip
READERS = [
    count, measure, money_wan, percent, person_name, phone, place_name, yes_no, building_names, DateReader(),
    DateReader(date(2021, 3, 5)), DateReader(date(2020, 2, 29), past=False),
]  # fmt: skip


@settings(max_examples=150, deadline=None)
@given(cell=CELLS)
@pytest.mark.parametrize("reader", READERS)
def test_every_cell_gives_an_answer(reader, cell):
    found = reader(cell)
    assert isinstance(found, Clean)
    assert found.qualifier in Qualifier.values
    assert not (found.doubt and found.wrong)


@settings(max_examples=300, deadline=None)
@given(cell=TYPED)
def test_what_is_certain_is_what_stands_there(cell):
    """A certain count holds the very digits of its cell, and only one number was there."""
    found = count(cell, ("户", "人", "处"))
    digits = "".join(sign for sign in normal(cell) if sign.isdigit())
    if found.certain and found.value is not None and digits:
        head = str(found.value).rstrip("0") or "0"
        assert digits.lstrip("0").rstrip("0") in (head.lstrip("0"), "")


@given(value=st.integers(0, 9999), qualifier=st.sampled_from(list(mess.SOFT)), data=st.data())
def test_soft_figures_stay_soft(value, qualifier, data):
    form = data.draw(st.sampled_from(mess.SOFT[qualifier]))
    written = data.draw(
        st.sampled_from([str(value), str(value).translate(mess.FULL), f"{value:,}"])
    )
    found = count(form.format(written, unit="户"), ("户",))
    assert (found.value, found.qualifier, found.certain) == (value, qualifier, True)


@given(st.integers(0, 9999))
def test_numerals_come_back(value):
    assert numeral(mess.spelled(value)) == value


@given(st.integers(1, 9999), st.integers(1, 9999))
def test_large_numerals_are_right_or_unread(high, low):
    gap = "零" if low < 1000 else ""
    assert numeral(f"{mess.spelled(high)}万{gap}{mess.spelled(low)}") in (high * 10_000 + low, None)


@given(st.dates(date(2000, 1, 1), date(2021, 3, 5)), st.randoms(use_true_random=False))
def test_a_certain_day_is_the_day(day, rng):
    """Every style of writing a day gives that day, or a doubt; without its year it is this year's."""
    cell = mess.day(rng, day)
    found = DateReader(date(2021, 3, 5))(cell)
    without_year = isinstance(cell, str) and cell in (
        f"{day.month}月{day.day}日",
        f"{day.month}.{day.day}",
    )
    if found.certain and not without_year:
        assert found.value == day


@given(st.dates(date(2000, 3, 1), date(2040, 12, 31)))
def test_lunar_days_follow_each_other(day):
    """Each day of the table is the day of exactly one lunar date near it."""
    found = {
        lunar_date(year, month, number, leap)
        for year in (day.year - 1, day.year)
        for month in range(1, 13)
        for number in (1, 15, 29)
        for leap in (False, True)
    } - {None}
    assert any(abs(day - one) < timedelta(days=15) for one in found)


@given(st.sampled_from(["李例四", "欧阳示例", "张三"]), st.randoms(use_true_random=False))
def test_a_certain_name_is_the_name(name, rng):
    found = person_name(mess.person(rng, name))
    assert found.doubt or found.value == name


@given(st.integers(13_000_000_000, 19_999_999_999), st.randoms(use_true_random=False))
def test_a_certain_phone_is_the_phone(number, rng):
    found = phone(mess.phone(rng, str(number)))
    assert not found.certain or found.value == str(number)


@given(st.lists(st.integers(1, 99), min_size=2, max_size=4, unique=True))
def test_courtyards_are_split_or_doubted(numbers):
    full = place_names("、".join(f"示例{number}号院" for number in numbers))
    assert [one.value for one in full] == [f"示例{number}号院" for number in numbers]
    assert all(one.certain for one in full)
    short = place_names("示例" + "、".join(str(number) for number in numbers) + "号院")
    assert any(one.doubt for one in short)
