"""One string, one answer: typed into a form, into a cell of a grid, or brought in a workbook."""

from datetime import date
from decimal import Decimal

import pytest
from django.core.exceptions import ValidationError

from courtyards.heads.forms import CommitteeForm
from courtyards.imports.courtyards import CourtyardKind
from courtyards.places.forms import SurveyForm
from courtyards.places.ledger_forms import BuildingForm, CourtyardForm
from ledgers.cleaning import mask, masked_text
from ledgers.fields import SoftFigureField, read_figure, written
from ledgers.grid.words import form_value
from ledgers.importing.kinds import Setting
from ledgers.importing.rows import RowReader
from orgs.divisions.gazetteer import Gazetteer, Place
from orgs.people.choosing import ChoosePersonForm as PickedPersonForm
from orgs.people.forms import PersonForm
from projects.plan.ledger_forms import ProjectForm
from projects.reporting.imports import WeeklyKind
from tests.conftest import DIVISIONS, TODAY

TOLD = "told"

PHONES = [
    "13800001111", "138 0000 1111", "138-0000-1111", "+8613800001111", "+86 138 0000 1111", "8613800001111",
    "１３８００００１１１１", "'13800001111", "手机13800001111", "电话：13800001111", "办公电话 0371-64600000",
    "0371-64600000", "037164600000", "(0371)64600000", "（0371）64600000", "0371 64600000", "0371－64600000",
    "0371-64600000转8001", "0371-64600000转分机8001", "64600000", "010-62345678", "13800001111。",
    "1234567", "99999999999", "1380000111", "138000011112", "138****1111", "6460000", "1.38E+10", "1.3800001111E+10",
    "13800001111/13900002222", "13800001111、13800001111", "13800001111 13900002222", "打电话", "同上", "1380000111x",
    "12345678901", "0371-6460", "138.0000.1111", "13800001111（办）", "TEL:13800001111", "tel 13800001111",
]  # fmt: skip
COUNTS = [
    "6", "06", "６", "12个", "十二", "一百二十", "1,200", "１，２００", "两", "三十二", "廿五", "壹佰", "0", "6.0",
    "约6", "6左右", "六七", "80-90", "5(缺1)", "几十", "12 34", "12,34", "约150余", "3.6万", "①5", "5²", "6.5", "同上",
    "二百五", "不足100", "+5", "1.2.3", "待核", "13800001111", "-6", "1e3", "NaN", "六栋半", "共6", "6。", "一万三",
    "百", "6处多", "五百0三",
]  # fmt: skip
COUNTS_WITH_UNITS = [
    "6栋",
    "6幢",
    "6座",
    "六栋楼",
    "6 栋",
    "6户",
    "6人",
    "6(栋)",
    "约6栋",
    "6栋左右",
    "6栋以上",
]
AREAS = [
    "150", "约150", "150左右", "近50", "将近50", "2600余", "3000多㎡", "3000余平方米", "3000㎡以上", "逾300", "300许",
    "三百余", "百余", "300来", "一百二十", "约为300", "约有300", "大概300", "接近300", "300出头", "超300", "超过300",
    "至少300", "不少于300", "≥300", "~300", "300上下", "３００余", "1,234.5", "1.2万平方米", "3万余平方米", "60多m²",
    "约3000余", "约约30", "3亩", "2公顷", "80-90", "八十", "已完工", "58栋/2150户", "1.2.3", "1e9", "12 34",
    "300(含院墙)", "300㎡左右", "约３００平米", "0", "0.5", "余300", "三五百",
]  # fmt: skip
SUMS = [
    "318.5", "1,234.5万元", "1.2亿", "1.2亿元", "300万", "30000元", "3千万元", "五十万元", "五万", "105.0万", "0.0161亿",
    "1,200,000元", "５０.５", "393 万元", "2千", "3930000", "300美元", "1.2.3", "待定额", "318.5(预)",
    "120000", "12亿元", "120000万元", "300-400",
]  # fmt: skip
DAYS = [
    "2021-04-30", "2021.4.30", "2021/4/30", "2021年4月30日", "2021年4月30号", "20210430", "21.4.30", "21年4月30日",
    "4月30日", "4月30号", "4.30", "４月３０日", "二〇二一年四月三十日", "2021、4、5", "2021.4.5.", "2021年4月30日上午",
    "2021-04-30 09:30", "2021年4月30日（星期五）", "44260", "2020.2.29", "2021年正月十五", "2021.4", "2021年4月",
    "2021年4月底", "2021年", "2021", "4月", "2021.2.30", "2021年13月1日", "1921-04-20", "0202-01-01", "昨天", "同上",
    "09/04/20", "4/30/2021", "20210", "1月3日", "2月29日", "四月三日", "2021年四月", "去年", "202104", "年底", "1999.1.1",
]  # fmt: skip
PEOPLE = [
    "张三", "张 三", "张　三", "李小明", "欧阳小明", "阿卜杜拉·买买提", "阿卜杜拉•买买提", "张三、李四", "张三 李四", "张三（代）",
    "张三书记", "张三同志", "张三等", "张", "Nuri", "张三13800001111", "同上", "张三 男", "张三/李四", "张三\n李四", "王主任",
    "张三,李四", "3号", "张 小 三", "李四，",
]  # fmt: skip
COMMUNITIES = [
    "甲一社区", "甲一", "甲一社区居委会", "甲一社区居民委员会", "甲一居委会", "甲 一 社区", "甲街道甲一社区", "甲街道/甲一社区",
    "甲一社区（甲街道）", "甲二", "乙一社区", "乙一", "丙一村", "丙一村委会", "丙一", "丁九社区", "甲", "甲一、甲二", "社区", "同上",
]  # fmt: skip

PLACES = Gazetteer(Place(*row) for row in DIVISIONS)
SETTING = Setting(TODAY, TODAY, PLACES)


def told_or(read):
    try:
        return plain(read())
    except ValidationError:
        return TOLD


def plain(value):
    """A value as all three ways can be compared."""
    if isinstance(value, tuple):
        return tuple(map(plain, value))
    return Decimal(str(value)) if isinstance(value, (int, float, Decimal)) else value


def by_form(form_class, name, text):
    field = form_class.base_fields[name]
    return told_or(lambda: field.clean(text))


def by_grid(form_class, name, text):
    form = form_class(user=None, bare=True)
    return told_or(lambda: form.fields[name].clean(form_value(form, name, text)))


def by_import(kind, name, text, *beside):
    """What the column of a workbook gives, with the further values `beside`."""
    cells = {"community": "甲一社区", "project": "示例", "name": "示例院"} | {name: text}
    row = RowReader(3, "台账", cells, {})
    (record,) = kind().read(row, SETTING)
    if any(problem.key == name for problem in record.problems):
        return TOLD
    said = record.values | record.more
    return plain(tuple(said.get(key, "exact") for key in beside) if beside else said[name])


def test_there_are_enough_of_them():
    kinds = (PHONES, COUNTS, COUNTS_WITH_UNITS, AREAS, SUMS, DAYS, PEOPLE, COMMUNITIES)
    assert sum(map(len, kinds)) >= 200
    assert all(len(kind) == len(set(kind)) for kind in kinds)


@pytest.mark.parametrize("text", PHONES)
def test_phones(text):
    answer = by_form(PickedPersonForm, "phone", text)
    assert by_grid(PersonForm, "phone", text) == answer
    assert by_import(CourtyardKind, "head_phone", text) == answer
    # What was stored is taken again as it stands, everywhere.
    if answer != TOLD:
        assert by_form(PickedPersonForm, "phone", answer) == answer
        assert len(answer) <= 20


@pytest.mark.parametrize("text", COUNTS)
def test_counts(text):
    answer = by_form(SurveyForm, "buildings", text)
    assert by_import(CourtyardKind, "buildings", text) == answer
    assert by_grid(BuildingForm, "floors", text) == answer


@pytest.mark.parametrize("text", COUNTS_WITH_UNITS)
def test_counts_with_their_unit(text):
    assert by_form(SurveyForm, "buildings", text) == by_import(CourtyardKind, "buildings", text)


@pytest.mark.parametrize("text", AREAS)
def test_soft_figures(text):
    answer = told_or(lambda: SoftFigureField(unit="平方米").clean(text))
    assert told_or(lambda: read_figure(text, "平方米")) == answer
    names = ("demolished_m2", "demolished_qualifier")
    assert by_import(WeeklyKind, "demolished_m2", text, *names) == answer
    if answer != TOLD:
        assert read_figure(written(*answer, "平方米"), "平方米") == answer


@pytest.mark.parametrize("text", SUMS)
def test_sums(text):
    answer = by_grid(ProjectForm, "budget_wan", text)
    assert by_form(ProjectForm, "budget_wan", text) == answer
    assert by_import(WeeklyKind, "total_wan", text) == answer
    figure = told_or(lambda: SoftFigureField(unit="万元").clean(text))
    assert by_import(WeeklyKind, "cumulative_wan", text, "cumulative_wan", "none") == figure


@pytest.mark.parametrize("text", DAYS)
def test_days(text):
    answer = by_form(CommitteeForm, "since", text)
    assert by_grid(CourtyardForm, "since", text) == answer
    assert by_import(CourtyardKind, "committee_on", text) == answer
    if answer != TOLD:
        assert isinstance(answer, date)


@pytest.mark.parametrize("text", PEOPLE)
def test_names_of_people(text):
    answer = by_form(PickedPersonForm, "name", text)
    assert by_grid(PersonForm, "name", text) == answer
    assert by_import(CourtyardKind, "head", text) == answer


@pytest.mark.parametrize("text", COMMUNITIES)
def test_communities(text, orgdept):
    form = CourtyardForm(user=orgdept)
    answer = told_or(lambda: form_value(form, "division", text))
    row = RowReader(3, "台账", {"community": text, "name": "示例院"}, {})
    (record,) = CourtyardKind().read(row, SETTING)
    told = any(problem.key == "community" for problem in record.problems)
    assert (TOLD if told else record.values["community_code"]) == answer


@pytest.mark.parametrize(
    ("number", "masked"),
    [
        ("13800001234", "138****1234"),
        ("0371-64600000", "037****0000"),
        ("0371-64600000转8001", "037****0000"),
        ("64600000", "****"),
        ("6460000", "****"),
        ("", ""),
        (None, ""),
    ],
)
def test_a_number_is_masked_in_one_way(number, masked):
    assert mask(number) == masked


def test_numbers_in_other_words_are_masked_alike():
    text = "找13800001234或138 0000 1234，办公室0371-64600000转8001，20210430拆除3000平方米"
    assert masked_text(text) == (
        "找138****1234或138****1234，办公室037****0000，20210430拆除3000平方米"
    )
