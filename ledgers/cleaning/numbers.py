"""Counts, areas, money and percentages."""

import re
from datetime import date
from decimal import Decimal

from ledgers.cleaning.amounts import SCALES, Amount, guess, read_amount
from ledgers.cleaning.clean import EMPTY, Clean
from ledgers.cleaning.text import is_blank, is_ditto, remember, squash

_TIMES = {"": 1, **SCALES}
# Nobody counts ten million doors; such a number is a phone or a date in the wrong column.
LARGEST_COUNT = 10_000_000
# 万元 in one unit of money that a cell may name.
MONEY = {
    "": None, "元": Decimal("0.0001"), "千元": Decimal("0.1"), "万": Decimal(1),
    "万元": Decimal(1), "万元整": Decimal(1), "百万元": Decimal(100), "百万": Decimal(100),
    "千万元": Decimal(1000), "千万": Decimal(1000), "亿": Decimal(10_000), "亿元": Decimal(10_000),
}  # fmt: skip
# Above this (十亿元) a sum of one project is in yuan, not in 万元.
LARGEST_WAN = 100_000
SQUARE_METRES = {"": None, "㎡": Decimal(1), "万㎡": Decimal(10_000), "亩": None, "公顷": None}
# Other words for what is counted.
COUNTED = {
    "栋": {"栋", "幢", "座", "楼", "栋楼"},
    "户": {"户", "家"},
    "人": {"人", "口", "口人", "名"},
}
NOT_BEGUN = {"未开工", "未动工", "未启动", "尚未开工", "没有开工", "前期", "前期准备"}
DONE = {"已完工", "完工", "完成", "已完成", "已竣工", "竣工", "全部完成"}


def number(value: Decimal) -> int | float:
    """A decimal as JSON writes it: whole numbers whole."""
    return int(value) if value == value.to_integral_value() else float(value)


@remember
def count(cell: object, units: tuple[str, ...] = (), name: str = "数") -> Clean:
    """A whole number of things (户, 人, 栋 …). `units`: the words that may follow it.

    Signs for nothing give an empty value; what they mean (0, or not known) the caller says.
    """
    if is_blank(cell):
        return EMPTY
    if isinstance(cell, date):
        return Clean(doubt="这一格被表格软件变成了日期，请重新填写数字。")
    amount = read_amount(cell)
    if amount is None or is_ditto(cell):
        value, why = guess(cell)
        return Clean(None if value is None else number(value), doubt=why)
    if amount.number < 0:
        return Clean(number(amount.number), wrong=f"{name}不能为负数。")
    value = amount.number * SCALES.get(amount.scale, 1)
    result = Clean(number(value), amount.qualifier, amount.doubt)
    # 2个党小组 in 党小组数.
    thing = name.removesuffix("数")
    words = {"个", thing, f"个{thing}"}.union(*(COUNTED.get(unit, {unit}) for unit in units))
    if amount.unit and amount.unit not in words:
        result = result.doubtful(f"“{squash(cell)}”的单位“{amount.unit}”与本列不符，请核对。")
    if amount.scale in ("万", "亿") and "." in str(amount.number):
        result = result.doubtful(f"“{squash(cell)}”以万计，可能是约数，请填到个位。")
    if value != value.to_integral_value():
        result = result.doubtful(f"{name}应是整数，现为{squash(cell)}。")
    if value > LARGEST_COUNT:
        result = result.doubtful(f"“{squash(cell)}”过大，请核对是否填错了列。")
    return result


def _scaled(cell: object, amount: Amount, factors: dict, header_factor: Decimal) -> Clean:
    """An amount times what its own unit says, or its header's where it names none."""
    unit = amount.scale + amount.unit
    if unit not in factors:
        return Clean(number(amount.number), doubt=f"“{squash(cell)}”的单位认不准，请核对。")
    factor = factors[unit]
    if factor is None and unit:
        return Clean(number(amount.number), doubt=f"请把“{squash(cell)}”换算成本列的单位。")
    value = amount.number * (header_factor if factor is None else factor)
    return Clean(value, amount.qualifier, amount.doubt)


def _names_unit(cell: object) -> bool:
    amount = read_amount(cell)
    return amount is not None and bool(amount.scale + amount.unit)


def _measured(
    cell: object, factors: dict, header_factor: Decimal, name: str, signed: bool = False
) -> Clean:
    if is_blank(cell):
        return EMPTY
    if isinstance(cell, date):
        return Clean(doubt="这一格被表格软件变成了日期，请重新填写数字。")
    amount = read_amount(cell)
    if amount is None or is_ditto(cell):
        value, why = guess(cell)
        return Clean(None if value is None else number(value), doubt=why)
    result = _scaled(cell, amount, factors, header_factor)
    if amount.number < 0 and not signed:
        return Clean(number(amount.number), wrong=f"{name}不能为负数。")
    return result


@remember
def measure(cell: object, header_unit: str = "㎡", signed: bool = False) -> Clean:
    """An area in ㎡. `header_unit` (㎡ or 万㎡) holds for bare numbers; `signed` as for money."""
    factor = SQUARE_METRES.get(header_unit) or Decimal(1)
    result = _measured(cell, SQUARE_METRES, factor, "面积", signed)
    if header_unit and SQUARE_METRES.get(header_unit, 1) is None and result.value is not None:
        result = result.doubtful(f"这一列以{header_unit}为单位，请换算成平方米。")
    if isinstance(result.value, Decimal):
        return Clean(number(result.value), result.qualifier, result.doubt)
    return result


@remember
def money_wan(cell: object, header_unit: str = "万元", signed: bool = False) -> Clean:
    """A sum in 万元 as Decimal. `header_unit` (万元, 元, 亿元) holds for bare numbers.

    `signed`: a change of a sum, which may be below nought.
    """
    result = _measured(cell, MONEY, MONEY.get(header_unit) or Decimal(1), "金额", signed)
    if result.value is not None and result.value > LARGEST_WAN and not _names_unit(cell):
        result = result.doubtful(
            f"“{squash(cell)}”合{number(Decimal(result.value))}万元，请核对单位，无误请写上单位。"
        )
    return result


@remember
def percent(cell: object, as_percent: bool | None = None, signed: bool = False) -> Clean:
    """A share in per cent: 35, "35%", 0.35 and "百分之三十五" are the same.

    `as_percent`: whether the cell is shown as a percentage (None = not known), which tells 1 from 100 %;
    False where the number stands before a % sign of the form's. `signed`: a change, in points.
    """
    if is_blank(cell):
        return EMPTY
    text = squash(cell)
    if text in DONE:
        return Clean(100, doubt=f"“{text}”不是数字，如已全部完成请填100%。")
    if text in NOT_BEGUN:
        return Clean(0, doubt=f"“{text}”不是数字，如还没有开工请填0。")
    bare = text.replace("百分之", "")
    marked = bare != text or "%" in bare
    amount = read_amount(cell if not marked else bare.replace("%", ""))
    if amount is None or amount.scale or amount.unit not in ("", "个百分点", "百分点"):
        value, why = guess(cell)
        return Clean(None if value is None else number(value), doubt=why)
    value = amount.number
    bare_share = as_percent is not False and 0 < value < 1
    fraction = not marked and (as_percent is True or bare_share)
    result = Clean(number(value * 100 if fraction else value), amount.qualifier, amount.doubt)
    if value == 1 and not marked and as_percent is None:
        result = Clean(100, doubt="“1”可能是1%，也可能是100%，请写上百分号。")
    if not signed and not 0 <= result.value <= 100:
        return Clean(result.value, wrong="进度应在0%到100%之间。")
    return result


def figure(cell: object, unit: str = "") -> Clean:
    """A soft figure as a field under `unit` takes it: a total, or a change with its sign.

    Money comes in 万元, areas in ㎡, a share in per cent, all else as it is counted.
    """
    name = squash(unit)
    if re.match(r"\+\d", text := squash(cell)):
        cell = text[1:]  # a rise, in a field for changes
    if name == "%":
        return percent(cell, False, True)
    if MONEY.get(name) == 1:
        return money_wan(cell, signed=True)
    if SQUARE_METRES.get(name) == 1:
        return measure(cell, signed=True)
    own = {scale + word: Decimal(factor) for scale, factor in _TIMES.items() for word in ("", name)}
    return _measured(cell, own, Decimal(1), unit, signed=True)


@remember
def decimal(cell: object) -> Clean:
    """A number without a unit (points, a price), exact to its last place."""
    result = _measured(cell, {"": None}, Decimal(1), "数", signed=True)
    return result.exactly(f"“{squash(cell)}”是约数，请填准数。")


def measured_total(cell: object) -> Decimal | None:
    """The number of a line of totals, or None where the cell holds none to compare with."""
    amount = None if is_blank(cell) or isinstance(cell, date) else read_amount(cell)
    return None if amount is None else amount.number * SCALES.get(amount.scale, 1)
