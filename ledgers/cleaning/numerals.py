"""Chinese numerals: 三十二, 一百零五, 两千, 廿五, 二〇二一, 壹佰."""

import re

_DIGITS = dict(zip("零〇一二两三四五六七八九", (0, 0, 1, 2, 2, 3, 4, 5, 6, 7, 8, 9), strict=True))
_DIGITS |= dict(zip("壹贰叁肆伍陆柒捌玖", range(1, 10), strict=True))
_TENS = {"十": 10, "拾": 10, "百": 100, "佰": 100, "千": 1000, "仟": 1000}
_MYRIADS = {"万": 10_000, "亿": 100_000_000}
_COMPOUND = {"廿": "二十", "卅": "三十"}
SIGNS = "".join([*_DIGITS, *_TENS, *_MYRIADS, *_COMPOUND])
NUMERAL = rf"[{SIGNS}]+"


def numeral(text: str) -> int | None:
    """The number that `text` spells, or None where it spells none or leaves room for doubt.

    二百五 and 一万三 are None: spoken short forms may mean 250 or 205.
    """
    for short, full in _COMPOUND.items():
        text = text.replace(short, full)
    if not text or not re.fullmatch(NUMERAL, text):
        return None
    if all(sign in _DIGITS for sign in text):
        # Digit by digit, as years are written; a lone digit is itself. 两 stands for a count only.
        if len(text) > 1 and "两" in text:
            return None
        return int("".join(str(_DIGITS[sign]) for sign in text))
    return None if "零零" in text else _positional(text)


def _positional(text: str) -> int | None:
    for sign, factor in sorted(_MYRIADS.items(), key=lambda pair: -pair[1]):
        if sign in text:
            head, _, tail = text.partition(sign)
            high = _section(head) if head else 1
            low = _tail(tail, factor)
            return None if high is None or low is None else high * factor + low
    return _section(text)


def _tail(text: str, factor: int) -> int | None:
    """What follows 万 or 亿: empty, or a number with its 零 where a place is left out."""
    if not text:
        return 0
    value = _positional(text)
    skipped = value is not None and value < factor // 10
    return (
        None if value is None or value >= factor or (skipped and text[0] not in "零〇") else value
    )


def _section(text: str) -> int | None:
    """A number below ten thousand, with its places in falling order."""
    if len(text) > 1 and text[0] in "百佰千仟":
        # 百十 and 百八十 are about a hundred, and a hundred or more.
        return None
    total, digit, place, zero = 0, None, 10_000, False
    for sign in text:
        if sign in _DIGITS:
            if digit is not None and digit != 0:
                return None
            digit = _DIGITS[sign]
            zero = zero or digit == 0
            continue
        factor = _TENS.get(sign)
        if factor is None:
            return None  # 万亿: a scale where a number should stand
        if factor >= place or (digit is None and total and factor != 10):
            return None
        if digit == 0 and factor != 10:
            return None
        total += (digit or 1) * factor
        digit, place, zero = None, factor, False
    if digit:
        # 二百五: a digit right after 百 or 千 without 零 is a spoken short form.
        if place not in (10, 10_000) and not zero:
            return None
        total += digit
    return total
