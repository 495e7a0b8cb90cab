"""Cells that say nothing doubtful, only more than they need to; and their neighbours that do."""

import pytest

from ledgers.cleaning import count, money_wan, percent, phone, yes_no


@pytest.mark.parametrize(
    ("cell", "value", "qualifier"),
    [
        ("30（处）", 30, "exact"), ("共403户", 403, "exact"), ("约150（户）", 150, "about"), ("5处。", 5, "exact"),
        ("116处（约）", 116, "about"), ("'1492", 1492, "exact"), ("共计30处", 30, "exact"), ("30余（处）", 30, "at_least"),
    ],
)  # fmt: skip
def test_counts(cell, value, qualifier):
    found = count(cell, ("户", "处"))
    assert (found.value, found.qualifier, found.certain) == (value, qualifier, True)


@pytest.mark.parametrize(
    "cell",
    ["30（另3处）", "30处（含厕所）", "共同403", "5（缺1）", "30（人）", "约30余（处）", "30()"],
)
def test_counts_still_in_doubt(cell):
    assert count(cell, ("户", "处")).doubt


def test_the_name_of_what_is_counted_is_its_unit():
    assert (
        count("2个党小组", (), "党小组数").certain
        and count("两个党小组", (), "党小组数").value == 2
    )
    assert count("2个支部", (), "党小组数").doubt


def test_money_and_shares():
    assert float(money_wan("1480.7(万元)").value) == 1480.7 and money_wan("1480.7(万元)").certain
    assert float(money_wan("1.2（亿元）").value) == 12000
    assert percent("35（左右）").certain and percent("共35").certain


@pytest.mark.parametrize(
    "cell",
    [
        "手机13800001234", "电话：13800001234", "联系电话:13800001234", "86-13800001234", "+86 13800001234",
        "13800001234,", "13800001234；", "13800001234、", "13800001234.0", "Tel: 13800001234",
    ],
)  # fmt: skip
def test_phones(cell):
    assert phone(cell).value == "13800001234" and phone(cell).certain


@pytest.mark.parametrize(
    "cell",
    [
        "手机1380000123",
        "13800001234转2",
        "电话：",
        "138000012340.0",
        "手机13800001234、13800001235",
    ],
)
def test_phones_still_in_doubt(cell):
    assert phone(cell).doubt


def test_yes_and_no():
    assert yes_no("已成立√").value is True and yes_no("已成立√").certain
    assert yes_no("没成立").value is False and yes_no("没成立").certain
    assert yes_no("未成立√").doubt and yes_no("筹建√").doubt
