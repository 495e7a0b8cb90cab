"""Text as a keyboard gives it, made one: widths, blanks, invisible signs, signs for nothing."""

import re
import unicodedata
from datetime import date
from decimal import Decimal
from functools import lru_cache

# A sheet says the same few words in thousands of cells; each is made out once. `typed`, because
# True, 1 and 1.0 are one key to Python and three cells to us.
remember = lru_cache(maxsize=20_000, typed=True)

# NFKC would make "m2" of them, and the 2 would then be read as part of the number.
_SQUARE_METRES = re.compile(r"(?:㎡|m²|M²|m2|M2|平方米|平米|平方)")
_INVISIBLE = re.compile(r"[\u200b-\u200f\u202a-\u202e\u2060\ufeff\u00ad]")
# Nothing in these is wide, invisible or blank; most cells are such, and need no more looking at.
# (m and 平 are kept out: m2 and 平方米 become ㎡.)
_PLAIN = re.compile(r"[0-9A-LN-Za-ln-z一-鿿.()#/:,*+-]*")
_CONTROL = re.compile(r"[\x00-\x08\x0b\x0c\x0e-\x1f\x7f]")
_DASHES = re.compile(r"[‐‑‒–—―−﹣－]+")
# Signs that stand for "nothing here". 无 is not among them for 是否, where it says no.
_BLANKS = {
    "",
    "/",
    "//",
    "\\",
    "-",
    "--",
    "---",
    "无",
    "暂无",
    "没有",
    "空",
    "空白",
    "N/A",
    "n/a",
    "NA",
    "、",
    ".",
}
# NFKC makes ′′ of ″ and :: of the wide colons that some draw the sign with.
_DITTO = re.compile(
    r"(\.{3})?[同仝][上前](行|栏|格|单位|社区|街道|路段|楼院)?|[\"“”〃〞〝↑]{1,4}|(''|′′|::|,,){1,2}|々|-[〃\"]-"
)


def _normal(cell: object) -> str:
    """The cell as text: half-width (《》 stay), one kind of dash, no invisible signs, trimmed."""
    if cell is None:
        return ""
    if isinstance(cell, bool):
        return "是" if cell else "否"
    if isinstance(cell, (int, float, Decimal)):
        return plain_number(cell)
    if isinstance(cell, date):
        return cell.isoformat()[:10]
    if isinstance(cell, str) and "平" not in cell and _PLAIN.fullmatch(cell):
        return cell
    text = _CONTROL.sub("", _INVISIBLE.sub("", str(cell)))
    parts = _SQUARE_METRES.split(text)
    text = "㎡".join(unicodedata.normalize("NFKC", part) for part in parts)
    text = _DASHES.sub("-", text)
    return "\n".join(" ".join(line.split()) for line in text.splitlines()).strip()


def _squash(cell: object) -> str:
    """`normal` without any white space inside."""
    text = _normal(cell)
    return text if text.isalnum() else "".join(text.split())


# A text that stands in one cell only costs more to remember than to make out: the functions below
# therefore take the bare ones.
normal, squash = remember(_normal), remember(_squash)


@remember
def is_blank(cell: object) -> bool:
    """Whether the cell says nothing: empty, or one of the usual signs for nothing (/, -, 无)."""
    return _squash(cell) in _BLANKS


@remember
def is_empty(cell: object) -> bool:
    """Whether nothing at all stands in the cell."""
    return _squash(cell) == ""


@remember
def is_ditto(cell: object) -> bool:
    """Whether the cell says: the same as the one above (同上)."""
    return _DITTO.fullmatch(_squash(cell)) is not None


def has_odd_digits(cell: object) -> bool:
    """Whether digits stand there that NFKC would run together with others: ①, ², ½."""
    if not isinstance(cell, str):
        return False
    text = _SQUARE_METRES.sub("", cell)
    return any(unicodedata.category(sign) == "No" for sign in text)


def plain_number(value: int | float | Decimal) -> str:
    """A number as one writes it: 13, 13.5, never 1.3e10."""
    if isinstance(value, float) and value.is_integer() and abs(value) < 10**15:
        return str(int(value))
    number = Decimal(repr(value)) if isinstance(value, float) else Decimal(value)
    if not number.is_finite():
        return str(value)
    if number == number.to_integral_value():
        return str(int(number))
    return format(number, "f").rstrip("0")
