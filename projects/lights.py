"""Red, amber, green: the rules in one place, each with its source, each light able to say why.

- Progress against plan: more than 30 points behind is red, 10 to 30 amber (the published rule of
  another city's project dispatch, domain notes 6, S:79; a lag below 10 points counts as on plan).
- Start (开工): past its day is amber, three months past it red (S:79).
- Any other stage past its day: amber, from the 15th day red (the alternative by days late, S:80).
- Investment against its plan: more than 30 % behind is red, less amber from 10 % on (S:81 names 30 %
  for the use of funds; the 10 % are those of the progress rule).
- Age of the data: up to 7 days green, up to 14 amber, older red (house rule).
- Problems: red when more than 3 days past their deadline (house rule).

A project's light is the worst of its lights; what is not known (grey) never hides a colour.
"""

from dataclasses import dataclass
from datetime import date
from decimal import Decimal

from django.db.models import Case, CharField, F, Q, Value, When
from django.db.models.lookups import GreaterThan, GreaterThanOrEqual

from ledgers.formats import number

RED_LAG_POINTS = 30
AMBER_LAG_POINTS = 10
RED_OVERDUE_DAYS = 3
RED_START_DAYS = 90
RED_STAGE_DAYS = 15
RED_MONEY_PERCENT = 30
AMBER_MONEY_PERCENT = 10
FRESH_DAYS = 7
STALE_DAYS = 14
RED, AMBER, GREEN, GREY = "red", "amber", "green", "grey"
WORDS = {RED: "红灯", AMBER: "黄灯", GREEN: "绿灯", GREY: "无数据"}


@dataclass(frozen=True)
class Light:
    """A colour with its word and its reason; never the colour alone."""

    colour: str
    why: str

    @property
    def word(self) -> str:
        return WORDS[self.colour]


def progress_light(actual: Decimal | None, planned: Decimal | None) -> Light:
    """The light of a progress (百分点) against its plan on the same day."""
    if planned is None:
        return Light(GREY, "未排计划")
    if actual is None:
        return Light(GREY, "尚无审核通过的进度")
    lag = planned - actual
    if lag > RED_LAG_POINTS:
        return Light(RED, f"形象进度低于计划{number(lag)}个百分点")
    if lag >= AMBER_LAG_POINTS:
        return Light(AMBER, f"形象进度低于计划{number(lag)}个百分点")
    if lag > 0:
        return Light(GREEN, f"略低于计划{number(lag)}个百分点")
    return Light(GREEN, "达到计划")


def progress_colour() -> Case:
    """The colour of `progress_light` as an expression over a project's `reading` and `target`."""
    lag = F("target") - F("reading")
    return Case(
        When(Q(target__isnull=True) | Q(reading__isnull=True), then=Value(GREY)),
        When(GreaterThan(lag, RED_LAG_POINTS), then=Value(RED)),
        When(GreaterThanOrEqual(lag, AMBER_LAG_POINTS), then=Value(AMBER)),
        default=Value(GREEN),
        output_field=CharField(),
    )


def stage_light(word: str, is_start: bool, planned: date | None, day: date) -> Light:
    """The light of a stage not reached by `day`, planned for `planned`."""
    if planned is None:
        return Light(GREY, f"{word}未排计划")
    late = (day - planned).days
    if late <= 0:
        return Light(GREEN, f"{word}还有{-late}天" if late else f"{word}今日到期")
    red_from = RED_START_DAYS if is_start else RED_STAGE_DAYS
    return Light(RED if late >= red_from else AMBER, f"{word}已超计划{late}天")


def investment_light(actual: Decimal | None, planned: Decimal | None) -> Light:
    """The light of the verified investment against its plan on the same day (both 万元)."""
    if not planned:
        return Light(GREY, "未排投资计划")
    if actual is None:
        return Light(GREY, "尚无审核通过的投资")
    short = (planned - actual) * 100 / planned
    if short < AMBER_MONEY_PERCENT:
        return Light(GREEN, "投资达到计划" if short <= 0 else "投资略低于计划")
    colour = RED if short > RED_MONEY_PERCENT else AMBER
    return Light(colour, f"投资低于计划{number(round(short))}%")


def freshness_light(data_day: date | None, day: date) -> Light:
    """The light of the age of the newest verified data; a week's last day may lie after `day`."""
    if data_day is None:
        return Light(GREY, "尚无审核通过的数据")
    age = (day - data_day).days
    if age <= FRESH_DAYS:
        return Light(GREEN, "数据为近一周")
    return Light(RED if age > STALE_DAYS else AMBER, f"数据已{age}天未更新")


def worst(lights: list[Light]) -> Light:
    """The worst colour of `lights`, with the reasons of all that have it."""
    for colour in (RED, AMBER, GREEN):
        found = [light.why for light in lights if light.colour == colour]
        if found:
            return Light(colour, "；".join(found))
    return Light(GREY, "；".join(light.why for light in lights))


def coverage_light(part, whole) -> Light:
    """The light of a coverage such as heads of courtyards: all is green, under two fifths is red."""
    if not whole:
        return Light(GREY, "无统计对象")
    if part >= whole:
        return Light(GREEN, "全覆盖")
    missing = whole - part
    return Light(RED if part * 5 < whole * 2 else AMBER, f"还差{number(missing)}")
