"""What people type into cells, one reading each. The table of the rules of notes 4.8."""

from datetime import date, datetime

import pytest
from django.core.exceptions import ValidationError

from ledgers.cleaning import (
    Clean,
    DateReader,
    building_names,
    count,
    measure,
    money_wan,
    percent,
    person_name,
    phone,
    place_name,
    place_names,
    yes_no,
)
from ledgers.cleaning.numerals import numeral
from ledgers.fields import NameField

READ = DateReader(date(2021, 3, 5))
UNITS = ("户", "人", "栋")


@pytest.mark.parametrize(
    ("cell", "value", "qualifier"),
    [
        (13.0, 13, "exact"), ("６栋", 6, "exact"), ("403 户", 403, "exact"), ("1,122人", 1122, "exact"),
        ("约150", 150, "about"), ("640左右", 640, "about"), ("近1270", 1270, "nearly"), ("400余", 400, "at_least"),
        ("220余户", 220, "at_least"), ("710多人", 710, "at_least"), ("300户以上", 300, "at_least"),
        ("三十二户", 32, "exact"), ("一百零五", 105, "exact"), ("两千余人", 2000, "at_least"), ("百余户", 100, "at_least"),
        ("零", 0, "exact"), ("1 234户", 1234, "exact"),
    ],
)  # fmt: skip
def test_counts(cell, value, qualifier):
    found = count(cell, UNITS)
    assert (found.value, found.qualifier, found.certain) == (value, qualifier, True)


@pytest.mark.parametrize(
    "cell",
    [
        "80-90", "5(缺1)", "216处(含厕所)", "几十户", "12 34", "12,34", "约150余", "3.6万", "403处", "①5", "5²",
        13.5, "同上", "同上周", "二百五", "不足100", datetime(2021, 3, 5), "+5", "1.2.3", "待核", 13_800_000_000,
    ],
)  # fmt: skip
def test_counts_in_doubt(cell):
    assert count(cell, UNITS).doubt


def test_a_count_is_never_negative():
    assert count(-3).wrong


@pytest.mark.parametrize(
    "cell", [None, "", " ", "/", "-", "—", "无", "暂无", "N/A", "\u3000", "／"]
)
def test_signs_for_nothing(cell):
    found = count(cell)
    assert found.value is None
    assert found.certain


@pytest.mark.parametrize(
    ("cell", "wan"),
    [
        (138.7, 138.7), ("393万元", 393), ("105.0万", 105), ("0.0161亿", 161), ("1.2亿元", 12000), ("1,200,000元", 120),
        ("５０.５", 50.5), ("五十万元", 50), ("五万", 5), ("3千万元", 3000), ("300余万元", 300),
    ],
)  # fmt: skip
def test_money(cell, wan):
    found = money_wan(cell)
    assert float(found.value) == wan
    assert found.certain


def test_money_takes_its_unit_from_the_header():
    assert money_wan(1_200_000, "元").value == 120
    assert money_wan(1.2, "亿元").value == 12000
    assert money_wan(3_930_000).doubt
    assert money_wan("2千").doubt


@pytest.mark.parametrize(
    ("cell", "value", "qualifier"),
    [
        ("60余㎡", 60, "at_least"),
        ("60多m²", 60, "at_least"),
        ("约350平方米", 350, "about"),
        ("1.2万平米", 12000, "exact"),
    ],
)
def test_areas(cell, value, qualifier):
    found = measure(cell)
    assert (found.value, found.qualifier, found.certain) == (value, qualifier, True)
    assert measure(3.2, "万㎡").value == 32000
    assert measure("3亩").doubt


@pytest.mark.parametrize(
    ("cell", "value"),
    [
        (0.35, 35),
        ("23%", 23),
        (35, 35),
        ("85%左右", 85),
        ("８５％", 85),
        (0.07, 7),
        ("百分之三十五", 35),
        ("0.5%", 0.5),
    ],
)
def test_percentages(cell, value):
    found = percent(cell)
    assert (found.value, found.certain) == (value, True)


def test_percentages_in_doubt():
    assert percent(1).doubt
    assert percent(1, as_percent=True).value == 100
    assert percent("已完工").doubt
    assert percent("未开工").doubt and percent("未开工").value == 0
    assert percent(350).wrong


@pytest.mark.parametrize(
    "cell",
    [
        date(2021, 3, 5), datetime(2021, 3, 5, 8), "2021.3.5", "2021/3/5", "2021-03-05", "21.3.5", "2021年3月5日", "3月5日",
        "20210305", 20210305, 44260, "44260", "２０２１．３．５", "二〇二一年三月五日", "2021年3月5日上午9点半", "2021.3.5 9:30",
        "2021-03-05 00:00:00", "2021、3、5", "3.5", "2021年正月廿二",
    ],
)  # fmt: skip
def test_days(cell):
    assert READ(cell).value == date(2021, 3, 5)
    assert READ(cell).certain


@pytest.mark.parametrize(
    ("cell", "guess"),
    [
        ("2021年3月", date(2021, 3, 1)), ("2020.9", date(2020, 9, 1)), ("2月底", date(2021, 2, 28)), ("2020", date(2020, 1, 1)),
        ("9月20日", date(2020, 9, 20)), (3.5, date(2021, 3, 5)), ("2022.1.1", date(2022, 1, 1)), ("7/1/2020", date(2020, 7, 1)),
        ("2020年9月上旬", date(2020, 9, 1)), ("腊月廿三", date(2021, 2, 4)), ("不详", None), ("待定", None), (7, None),
    ],
)  # fmt: skip
def test_days_in_doubt(cell, guess):
    assert READ(cell).doubt
    assert READ(cell).value == guess


def test_days_that_are_none():
    assert READ("2020-02-30").wrong
    assert READ("2020.13.1").wrong
    assert READ("/").value is None
    assert DateReader()("3月5日").doubt
    assert DateReader(date(2021, 3, 5), past=False)("2021.12.1").certain


def test_lunar_days():
    assert READ("正月初四").value == date(2021, 2, 15)
    assert READ("2020年正月初四").value == date(2020, 1, 28)
    assert READ("2020年闰四月初一").value == date(2020, 5, 23)
    assert READ("农历二〇二〇年八月十五").value == date(2020, 10, 1)


@pytest.mark.parametrize(
    "cell",
    [
        "138-0000-4350",
        "138 0000 4350",
        13800004350,
        13800004350.0,
        "１３８００００４３５０",
        "+86 13800004350",
    ],
)
def test_phones(cell):
    assert phone(cell).value == "13800004350"
    assert phone(cell).certain


@pytest.mark.parametrize(
    "cell",
    [
        "1380000435",
        "138****4350",
        "13800004350/13900001111",
        "13800004350(书记)",
        "同上",
        "张三",
    ],
)
def test_phones_in_doubt(cell):
    assert phone(cell).doubt


@pytest.mark.parametrize("cell", ["1.38E+10", "1.3800002E+10", "1.380000435e+10"])
def test_lost_digits_of_a_phone_are_wrong(cell):
    found = phone(cell)
    assert found.value is None and "请重新填写" in found.wrong


@pytest.mark.parametrize(
    ("cell", "number"),
    [
        ("1.3800004515E+10", "13800004515"),
        ("１３８ ００００－４５１５", "13800004515"),
        ("+86-138-0000-4515", "13800004515"),
        ("8613800004515", "13800004515"),
        ("64661234", "64661234"),
        ("037164661234", "0371-64661234"),
        ("（0371）6466 1234", "0371-64661234"),
        ("0371—64661234转8001", "0371-64661234转8001"),
        ("64661234 转分机 8001", "64661234转8001"),
        ("010-64661234", "010-64661234"),
    ],
)
def test_phones_as_offices_write_them(cell, number):
    found = phone(cell)
    assert found.value == number and found.certain


def test_phones_that_a_person_has_to_look_at():
    assert "2个号码" in phone("13800004515 0371-64661234").doubt
    assert phone("13800004515 0371-64661234").value == "13800004515"
    assert "7位" in phone("6466123").doubt
    assert phone("64661234-8001").doubt


def test_landlines():
    assert phone("0371-64600000").value == "0371-64600000"
    assert phone("13800004350/13800004350").certain


@pytest.mark.parametrize("cell", ["张 三", "张\u3000三", " 张三 ", "张三"])
def test_names(cell):
    assert person_name(cell).value == "张三"


@pytest.mark.parametrize(
    "cell",
    [
        "张三、李四",
        "张三 李四",
        "张三\n李四",
        "王×(兼2号院)",
        "张三13800004350",
        "王书记",
        "同上",
        "张三等",
    ],
)
def test_names_in_doubt(cell):
    assert person_name(cell).doubt


def test_vacant_posts_are_empty():
    assert person_name("暂缺").value is None
    assert person_name("暂缺").certain


def test_courtyards_in_a_cell():
    assert place_name("物资局2#院 ").value == "物资局2号院"
    assert [one.value for one in place_names("物资局2号院\n纺织厂片区")] == [
        "物资局2号院",
        "纺织厂片区",
    ]
    assert all(one.certain for one in place_names("2号院、5号院"))
    assert any(one.doubt for one in place_names("物资局1、2号院"))
    assert place_name("同3号院").doubt and place_name("同电厂家属院").doubt
    assert place_name("同上院").doubt and place_name("同一小区").doubt
    assert all(place_name(name).certain for name in ("同心小区", "同乐家属院", "同兴路2号院"))
    assert place_name("电厂家属院及物资局院").doubt and place_name("和平小区").certain
    assert place_name("某厂家属院(东)").certain
    assert place_name("某厂家属院(已拆)").doubt


def test_buildings_in_a_cell():
    assert building_names("1-3号楼、5#").value == ["1号楼", "2号楼", "3号楼", "5号楼"]
    assert building_names("1至30000栋").doubt
    assert building_names("东边几栋").doubt
    assert building_names("1号楼、1#").doubt


@pytest.mark.parametrize(
    "cell", ["一号楼", "1#楼", "1号楼", "１＃", "1#", "第1栋", "01号楼", "第一幢", "1", "1楼"]
)
def test_one_building_by_its_number(cell):
    found = building_names(cell)
    assert found.value == ["1号楼"] and found.certain


@pytest.mark.parametrize(
    ("cell", "numbers"),
    [
        ("1#2#11#", [1, 2, 11]),
        ("一号楼二号楼", [1, 2]),
        ("一至三号楼", [1, 2, 3]),
        ("1幢、十二幢", [1, 12]),
        ("1#-3#、5号楼", [1, 2, 3, 5]),
    ],
)
def test_rows_of_buildings(cell, numbers):
    found = building_names(cell)
    assert found.value == [f"{number}号楼" for number in numbers] and found.certain


@pytest.mark.parametrize("cell", ["3栋", "三幢", "共5座", "二百五号楼", "1号楼1单元", "全院"])
def test_buildings_in_doubt(cell):
    assert building_names(cell).doubt


def test_yes_and_no():
    assert [yes_no(cell).value for cell in ("√", "是", "已成立", True)] == [True] * 4
    assert [yes_no(cell).value for cell in ("×", "无", "未建", "否", False)] == [False] * 5
    assert yes_no("/").value is None
    assert yes_no("筹建中").doubt


def test_numerals_leave_room_for_doubt():
    assert [numeral(text) for text in ("二百五", "一万三", "三千五", "十百", "")] == [None] * 5
    assert [numeral(text) for text in ("二〇二一", "廿五", "一万零三百")] == [2021, 25, 10300]


@pytest.mark.parametrize("cell", ["百十户", "百八十户", "千百户"])
def test_spoken_numbers_are_in_doubt(cell):
    assert count(cell, ("户",), "户数").doubt


def test_the_sign_that_keeps_a_spreadsheet_from_making_a_number_of_a_date():
    assert DateReader()("'2020-09-01").value == date(2020, 9, 1)


@pytest.mark.parametrize("name", ["王𠅤", "𣲗示例", "古丽·阿不都热依木·买买提"])
def test_rare_characters_and_several_dots_are_names(name):
    assert person_name(name) == Clean(name)


@pytest.mark.parametrize("name", ["乌云其其格", "阿卜杜热合曼"])
def test_a_long_name_is_asked_about_in_a_workbook_and_stands_in_a_form(name):
    assert person_name(name).value == name and person_name(name).doubt
    assert NameField().clean(name) == name


def test_a_remark_behind_a_name_stands_in_no_form():
    for text in ("示例张三副书记", "示例张三（代）", "示例张三、示例李四"):
        with pytest.raises(ValidationError):
            NameField().clean(text)


@pytest.mark.parametrize("text", ["万亿", "亿万", "三万亿万", "百万亿"])
def test_scales_without_a_number_are_no_numeral_and_no_error(text):
    assert numeral(text) is None
