"""Work phones: with blanks, dashes, two per cell, or broken by the spreadsheet."""

import re
from decimal import Decimal

from ledgers.cleaning.clean import EMPTY, Clean
from ledgers.cleaning.text import is_blank, is_ditto, normal, plain_number, squash

_MOBILE = re.compile(r"1[3-9]\d{9}")
_PLAIN_MOBILE = re.compile(r"1[3-9][0-9]{9}")
# The area code (010, 02x, else 0 and three digits), the number, the extension.
_LANDLINE = re.compile(
    r"(?:(?P<area>0(?:10|2\d|[3-9]\d\d))-?)?(?P<number>[2-9]\d{6,7})(?:(?:转|转分机|分机)-?(?P<inner>\d{1,5}))?"
)
_SHORT = 7  # digits of a number that a county of eight may have lost one of
_SCIENTIFIC = re.compile(r"\d(?:\.(\d+))?[eE]\+?(\d+)")
_QUOTED = re.compile(r"""^=?['"`]|['"]$""")
_LEAD = re.compile(
    r"^(办公|联系|工作|移动)?(手机号码|手机号|手机|电话号码|电话|座机|方式|[Tt][Ee][Ll])[:.\s]*(?=[\d+(])"
)
_TAIL = re.compile(r"[,;、。\s]+$|(?<=\d{11})\.0$")
_BETWEEN = re.compile(r"[,;/\n、]|或|和")
# A number in the midst of other words: a mobile also in groups, a landline by its area code.
_IN_TEXT = re.compile(
    r"(?<!\d)(?:1\d\d(?:\d{8}|[- ]\d{4}[- ]\d{4})"
    r"|0(?:10|2\d|[3-9]\d\d)[- ]?[2-9]\d{6,7}(?:转\d{1,5})?)(?!\d)"
)
_WHOLE_LENGTH = 11  # of a mobile, the shortest number that shows anything when masked


def phone(cell: object) -> Clean:
    """One work phone: eleven digits of a mobile, or a landline as 0371-64600000转8001.

    A landline without its area code stays as it is typed: within the county it is dialled so.
    """
    if type(cell) is str and _PLAIN_MOBILE.fullmatch(cell):
        return Clean(cell)
    if is_blank(cell):
        return EMPTY
    if isinstance(cell, (int, float)) and not isinstance(cell, bool):
        text = plain_number(cell)
    else:
        # '138… and ="138…" keep a spreadsheet from making a number of it.
        text = _TAIL.sub("", _LEAD.sub("", _QUOTED.sub("", normal(cell))))
    if scientific := _SCIENTIFIC.fullmatch(squash(text)):
        if len(scientific[1] or "") != int(scientific[2]):
            # With fewer digits than the number has, the last of them may be rounded.
            return Clean(wrong=f"“{text}”被表格软件写成了科学记数，号码已不全，请重新填写。")
        text = plain_number(Decimal(squash(text)))
    if is_ditto(text):
        return Clean(doubt="“同上”之上没有可以照抄的电话，请填写电话。")
    whole = _one(text)
    if whole:
        if len(whole) == _SHORT:
            return Clean(whole, doubt=f"“{whole}”只有7位，又没有区号，请核对。")
        return Clean(whole)
    parts = [part for part in _BETWEEN.split(text) if part.strip()]
    if len(parts) == 1:
        parts = re.split(r"\s{2,}|(?<=\d{11}) ", text)
    numbers = [number for part in parts if (number := _one(part))]
    if len(numbers) > 1 and len(numbers) == len(parts):
        if len(set(numbers)) == 1:
            return Clean(numbers[0])
        written = " ".join(text.split())
        return Clean(numbers[0], doubt=f"“{written}”是{len(numbers)}个号码，请只留一个工作电话。")
    digits = re.sub(r"\D", "", text)
    return Clean(_inside(text), doubt=_why(squash(text), digits))


def mask(number: str) -> str:
    """A stored number as everyone may see it: 138****1234 (practice after the PIPL, art. 51).

    Of a landline the area code and the last four digits stay, and no extension; a number without
    its area code has too few digits to show any.
    """
    number = (number or "").partition("转")[0]
    if len(number) < _WHOLE_LENGTH:
        return "****" if number else ""
    return f"{number[:3]}****{number[-4:]}"


def holds_number(text: str) -> bool:
    """Whether a phone number stands somewhere in `text`."""
    return _IN_TEXT.search(text) is not None


def masked_text(text: str) -> str:
    """`text` with each number in it masked, mobiles and landlines alike."""
    return _IN_TEXT.sub(lambda found: mask(re.sub(r"[- ]", "", found[0])), text)


def _one(text: str) -> str:
    """The one number that `text` is, or nothing."""
    bare = re.sub(r"[\s()]|^\+?86-?(?=1[3-9])", "", text.strip().removeprefix("+86"))
    mobile = bare.replace("-", "").replace(".", "")
    if _MOBILE.fullmatch(mobile):
        return mobile
    found = _LANDLINE.fullmatch(bare)
    if not found:
        return ""
    area = f"{found['area']}-" if found["area"] else ""
    inner = f"转{found['inner']}" if found["inner"] else ""
    return f"{area}{found['number']}{inner}"


def _inside(text: str) -> str | None:
    found = re.search(r"(?<!\d)1[3-9]\d{9}(?!\d)", squash(text).replace("-", ""))
    return found.group() if found else None


def _why(text: str, digits: str) -> str:
    if "*" in text or "·" in text:
        return f"“{text}”是隐去几位的号码，请填写完整号码。"
    if re.fullmatch(r"[\d\s-]+", text) and digits.startswith("1") and len(digits) != 11:
        return f"手机号应为11位，“{text}”是{len(digits)}位，请核对。"
    return f"“{text}”不是一个完整的电话号码，请核对。"
