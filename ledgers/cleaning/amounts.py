"""The one grammar of amounts: a soft word, a number, a scale, a unit, another soft word."""

import re
from collections.abc import Iterable
from dataclasses import dataclass
from decimal import Decimal, InvalidOperation

from ledgers.cleaning.numerals import NUMERAL, numeral
from ledgers.cleaning.text import has_odd_digits, normal, plain_number, squash
from ledgers.models import Qualifier

ABOUT, NEARLY, AT_LEAST, EXACT = (
    Qualifier.ABOUT,
    Qualifier.NEARLY,
    Qualifier.AT_LEAST,
    Qualifier.EXACT,
)
BEFORE = {
    "约": ABOUT, "大约": ABOUT, "约为": ABOUT, "约有": ABOUT, "大概": ABOUT, "~": ABOUT,
    "近": NEARLY, "将近": NEARLY, "接近": NEARLY,
    "超": AT_LEAST, "超过": AT_LEAST, "逾": AT_LEAST, "至少": AT_LEAST, "不少于": AT_LEAST,
    "不低于": AT_LEAST, "≥": AT_LEAST, ">=": AT_LEAST,
}  # fmt: skip
AFTER = {
    "余": AT_LEAST, "多": AT_LEAST, "以上": AT_LEAST, "及以上": AT_LEAST, "出头": AT_LEAST,
    "左右": ABOUT, "上下": ABOUT, "来": ABOUT, "许": ABOUT,
}  # fmt: skip
SCALES = {
    "百": 100, "千": 1000, "万": 10_000, "百万": 1_000_000, "千万": 10_000_000, "亿": 100_000_000,
}  # fmt: skip


def _either(words: Iterable[str]) -> str:
    return "|".join(sorted(map(re.escape, words), key=len, reverse=True))


_AMOUNT = re.compile(
    rf"(?P<before>{_either(BEFORE)})?"
    rf"(?P<number>-?\d[\d,]*(?:\.\d+)?|{NUMERAL})"
    r"(?P<scale>[百千万亿]?)"
    rf"(?P<inner>{_either(AFTER)})?"
    r"(?P<late>万)?"
    r"(?P<unit>[^\d余多左上以出来许及()]*?)"
    rf"(?P<after>{_either(AFTER)})?"
)
_GROUPED = re.compile(r"-?\d{1,3}(,\d{3})+(\.\d+)?")
_SPLIT_DIGITS = re.compile(r"\d[ \n]+(?!\d{3}(?:\D|$))\d")


@dataclass(frozen=True)
class Amount:
    """What an amount says; `scale` is the word between number and unit ("" = none)."""

    number: Decimal
    scale: str
    unit: str
    qualifier: str
    doubt: str = ""


# 30(处), 1480.7(万元) and 116处(约) say no more in the brackets than stands before or behind a number.
_UNIT_IN_BRACKETS = re.compile(r"([^()]*[\d余多])\((户|人|名|栋|幢|处|个|台|㎡|元|万元|亿元)\)")
_SOFT_IN_BRACKETS = re.compile(r"([^()]*)\((约|大约|左右|余)\)")
_TOGETHER = re.compile(r"^['‘’`]|^(共计?|计|合计)(?=\d)|。$")


def _tidy(text: str) -> str:
    """An amount without what says nothing of it: 共, a full stop, an apostrophe, brackets of a unit."""
    text = _TOGETHER.sub("", text)
    if unit := _UNIT_IN_BRACKETS.fullmatch(text):
        return unit[1] + unit[2]
    if soft := _SOFT_IN_BRACKETS.fullmatch(text):
        return soft[2] + soft[1] if soft[2] in BEFORE else soft[1] + soft[2]
    return text


def read_amount(cell: object) -> Amount | None:
    """The amount in a cell, or None where none can be made out."""
    if isinstance(cell, (int, float, Decimal)) and not isinstance(cell, bool):
        given = Decimal(plain_number(cell))
        return Amount(given, "", "", EXACT) if given.is_finite() else None
    text = squash(cell)
    match = _AMOUNT.fullmatch(_tidy(text))
    if match is None or has_odd_digits(cell):
        return None
    written, scale = match["number"], match["scale"] + (match["late"] or "")
    if len(written) > 1 and written[-1] in "万亿":
        # 五十万: its 万 is a scale like that of 50万, and may be the unit of money.
        written, scale = written[:-1], written[-1] + scale
    number = _number(written)
    if number is None or scale not in ("", *SCALES):
        return None
    soft = [BEFORE[match["before"]]] if match["before"] else []
    soft += [AFTER[match[name]] for name in ("inner", "after") if match[name]]
    doubt = ""
    if len(set(soft)) > 1:
        doubt = f"“{text}”同时写了两种约数，请改成一种。"
    elif _SPLIT_DIGITS.search(normal(cell)):
        doubt = f"“{normal(cell)}”数字中间有空格，请核对。"
    return Amount(
        number,
        scale,
        match["unit"],
        soft[0] if soft else EXACT,
        doubt,
    )


def _number(text: str) -> Decimal | None:
    if len(text) == 2 and text in _NEIGHBOURS:
        return None
    if "," in text and not _GROUPED.fullmatch(text):
        return None
    spelled = numeral(text)
    try:
        return Decimal(text.replace(",", "")) if spelled is None else Decimal(spelled)
    except InvalidOperation:
        return None


# 六七个 is six or seven, not 67.
_NEIGHBOURS = "一二三四五六七八九"
_FIRST = re.compile(r"\d+(?:\.\d+)?")
_RANGE = re.compile(r"[^\d]*(\d+(?:\.\d+)?)\D{0,3}[-~至到](\d+(?:\.\d+)?)[^\d]*")


def guess(cell: object) -> tuple[Decimal | None, str]:
    """For a cell that is no amount: the first number in it, and why it is not taken as it is."""
    text = squash(cell)
    if span := _RANGE.fullmatch(text):
        return Decimal(span[1]), f"“{text}”是一个范围，请填一个数，可写“约”或“余”。"
    found = _FIRST.search(text.replace(",", ""))
    number = Decimal(found.group()) if found else None
    if found and re.search(r"[(（\[]", text):
        return number, f"“{text}”括号里还有说明，请核对数字，说明移到备注。"
    if found and len(_FIRST.findall(text)) > 1:
        return number, f"“{text}”里有不止一个数，请只填一个。"
    return number, f"“{text}”读不出确定的数，请改成数字。"
