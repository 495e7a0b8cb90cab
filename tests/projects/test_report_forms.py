"""Soft figures as they are typed, and the two fields of one figure. No database."""

from datetime import date
from decimal import Decimal

import pytest
from django.core.exceptions import ValidationError

from ledgers.fields import read_figure
from projects.models import Indicator, Reading, Report
from projects.reporting.forms import ReportForm
from projects.reporting.report_lines import ReportLine


@pytest.mark.parametrize(
    ("text", "unit", "value", "qualifier"),
    [
        ("318.5", "万元", "318.5", "exact"),
        ("318.5", "万元", "318.5", "exact"),
        ("1,234.5万元", "万元", "1234.5", "exact"),
        ("约150", "户", "150", "about"),
        ("150户左右", "户", "150", "about"),
        ("近50", "米", "50", "nearly"),
        ("2600余", "个", "2600", "at_least"),
        ("3000多平方米", "平方米", "3000", "at_least"),
        ("3000余㎡", "平方米", "3000", "at_least"),
        ("3000㎡以上", "平方米", "3000", "at_least"),
        ("一百二十", "户", "120", "exact"),
        ("逾300", "处", "300", "at_least"),
        ("300元", "万元", "0.03", "exact"),
        ("1.2亿", "万元", "12000", "exact"),
        ("300万", "万元", "300", "exact"),
        ("3万余平方米", "平方米", "30000", "at_least"),
        ("85%左右", "%", "85", "about"),
        ("-12", "万元", "-12", "exact"),
        (" − 12 ", "万元", "-12", "exact"),
        ("0", "万元", "0", "exact"),
    ],
)
def test_figures_as_people_write_them(text, unit, value, qualifier):
    assert read_figure(text, unit) == (Decimal(value), qualifier)


@pytest.mark.parametrize("text", ["", "  ", " "])
def test_blank_is_nothing(text):
    assert read_figure(text, "万元") is None


@pytest.mark.parametrize(
    "text", ["已完工", "58栋/2150户", "1.2.3", "1e9", "约3000余", "NaN", "Infinity"]
)
def test_other_text_is_refused(text):
    with pytest.raises(ValidationError):
        read_figure(text, "万元")


INVESTED = Indicator(code="invested_wan", name="累计完成投资", unit="万元", decimals=2)


def form_for(data, *, last=("300", "exact"), stored=None):
    """A bound form with one figure whose last verified total and stored draft are given."""
    line = ReportLine(indicator=INVESTED)
    if last:
        line.before = [Reading(value=Decimal(last[0]), qualifier=last[1], day=date(2021, 4, 25))]
    if stored:
        line.reading = Reading(value=Decimal(stored[0]), qualifier=stored[1])
    report = Report(version=3)
    names = {"inc": "inc-invested_wan", "tot": "tot-invested_wan"}
    typed = {names[key]: value for key, value in data.items()}
    return ReportForm(typed, report=report, lines=[line])


@pytest.mark.parametrize(
    ("data", "options", "value", "qualifier"),
    [
        ({"inc": "18.5"}, {}, "318.5", "exact"),
        ({"tot": "318.5"}, {}, "318.5", "exact"),
        ({"inc": "18.5", "tot": "318.5"}, {}, "318.5", "exact"),
        ({"inc": "约18.5"}, {}, "318.5", "about"),
        ({"inc": "10"}, {"last": ("2600", "at_least")}, "2610", "at_least"),
        ({"tot": "2610"}, {"last": ("2600", "at_least")}, "2610", "exact"),
        ({"inc": "-12"}, {}, "288", "exact"),
        ({"inc": "12"}, {"last": None}, "12", "exact"),
        # without JavaScript the untouched one of a stored pair stays behind
        ({"inc": "20", "tot": "318.5"}, {"stored": ("318.5", "exact")}, "320", "exact"),
        ({"inc": "18.5", "tot": "321"}, {"stored": ("318.5", "exact")}, "321", "exact"),
        ({"inc": "18.5", "tot": "约318.5"}, {"stored": ("318.5", "about")}, "318.5", "about"),
    ],
)
def test_either_field_gives_the_total(data, options, value, qualifier):
    form = form_for(data, **options)
    assert form.is_valid(), form.errors
    assert form.values == {"invested_wan": (Decimal(value), qualifier)}


@pytest.mark.parametrize(
    ("data", "field", "words"),
    [
        ({"inc": "18.5", "tot": "320"}, "tot", "不一致"),
        ({"inc": "-301"}, "inc", "不能为负数"),
        ({"tot": "1.234"}, "tot", "2 位小数"),
        ({"tot": "同上周"}, "tot", "读不出确定的数"),
    ],
)
def test_errors_stand_beside_the_field_and_the_text_stays(data, field, words):
    form = form_for(data)
    assert not form.is_valid()
    name = f"{field}-invested_wan"
    assert words in form.errors[name][0]
    assert form[name].value() == data[field]
    assert form.values == {}


def test_nothing_typed_is_nothing_stored():
    form = form_for({})
    assert form.is_valid()
    assert form.values == {"invested_wan": None}
