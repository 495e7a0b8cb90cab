"""Red, amber, green: the rules in one place, each light able to say why.

Progress against plan: more than 30 points behind is red, 10 to 30 amber (the published rule of
another city's project dispatch; a lag below 10 points counts as on plan). Problems: red when more
than 3 days past their deadline.
"""

from dataclasses import dataclass
from decimal import Decimal

from ledgers.formats import number

RED_LAG_POINTS = 30
AMBER_LAG_POINTS = 10
RED_OVERDUE_DAYS = 3
RED, AMBER, GREEN, GREY = "r", "a", "g", "n"
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


def coverage_light(part, whole) -> Light:
    """The light of a coverage such as heads of courtyards: all is green, under two fifths is red."""
    if not whole:
        return Light(GREY, "无统计对象")
    if part >= whole:
        return Light(GREEN, "全覆盖")
    missing = whole - part
    return Light(RED if part * 5 < whole * 2 else AMBER, f"还差{number(missing)}")
