"""A small programme with its weeks, for the tests of the weekly report."""

from datetime import date, datetime, timedelta
from decimal import Decimal
from zoneinfo import ZoneInfo

import pytest

from orgs.choices import WorkLine
from orgs.models import Unit
from projects.models import Indicator, Period, Programme, Project, Reading, Report

ZONE = ZoneInfo("Asia/Shanghai")


def moment(day: int, hour: int = 9, minute: int = 0) -> datetime:
    """A moment of April 2021."""
    return datetime(2021, 4, day, hour, minute, tzinfo=ZONE)


@pytest.fixture
def indicators(db):
    """Invested money, demolished area and progress of old communities, by code."""
    rows = [
        ("invested_wan", "累计完成投资", "万元", 2, False),
        ("demolished_m2", "拆除违法建设", "平方米", 0, False),
        ("progress", "形象进度", "%", 1, True),
    ]
    return {
        code: Indicator.objects.create(
            code=code,
            name=name,
            unit=unit,
            kinds=["old_community"],
            decimals=decimals,
            is_percent=percent,
            position=position,
            since=date(2020, 1, 1),
        )
        for position, (code, name, unit, decimals, percent) in enumerate(rows)
    }


@pytest.fixture
def periods(db):
    """Weeks 12 to 17 of 2021 by number; due on Friday at 17:00."""
    monday = date(2021, 3, 22)
    result = {}
    for number in range(12, 18):
        due = monday + timedelta(days=4)
        result[number] = Period.objects.create(
            year=2021,
            number=number,
            start=monday,
            end=monday + timedelta(days=6),
            due_at=datetime(due.year, due.month, due.day, 17, tzinfo=ZONE),
        )
        monday += timedelta(days=7)
    return result


@pytest.fixture
def programme(county):
    headquarters = Unit.objects.create(name="老旧小区指挥部", kind="headquarters", division=county)
    return Programme.objects.create(
        name="老旧小区综合改造工程",
        line=WorkLine.OLD_NEIGHBOURHOODS,
        division=county,
        headquarters=headquarters,
        since=date(2020, 3, 1),
    )


@pytest.fixture
def make_project(programme):
    """A function that makes an old community's project in a division."""

    def make(name="甲一小区", code="410182001001", **extra):
        values = {"kind": "old_community", "since": date(2020, 3, 1)} | extra
        return Project.objects.create(name=name, division_id=code, programme=programme, **values)

    return make


@pytest.fixture
def make_report(make_project, periods, indicators):
    """A function that makes the report of week 17 of a new project with four verified weeks."""

    def make(name="甲一小区", code="410182001001", number=17, totals=(262, 274, 288, 300)):
        project = make_project(name, code)
        for week, total in zip(range(13, 17), totals, strict=False):
            day = periods[week].end
            values = {"invested_wan": total, "demolished_m2": 212, "progress": week * 4}
            for indicator, value in values.items():
                Reading.objects.create(
                    project=project,
                    indicator=indicators[indicator],
                    day=day,
                    value=Decimal(value),
                    verified_on=day + timedelta(days=1),
                )
        return Report.objects.create(
            project=project, period=periods[number], division_id=project.division_id
        )

    return make


@pytest.fixture
def report(make_report):
    return make_report()


@pytest.fixture
def full_values():
    """What a reporter types this week: totals by indicator code."""
    return {
        "invested_wan": (Decimal("318.5"), "exact"),
        "demolished_m2": (Decimal("212"), "exact"),
        "progress": (Decimal("71"), "exact"),
    }
