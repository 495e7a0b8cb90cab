"""Several courtyards in one cell: taken apart where that is certain, else left whole and doubtful."""

import re

from ledgers.cleaning.clean import Clean
from ledgers.cleaning.names import place_name
from ledgers.cleaning.text import has_odd_digits, is_blank, is_ditto, normal, squash

_CIRCLED = {chr(0x2460 + place): f"{place + 1}." for place in range(20)}
_NUMBERED = re.compile(r"(?:^|(?<=[\s、,;。]))\(?(\d{1,2})(?:[.、]|\)[.、]?)(?![\d、])")
# The number of a line before the one name in it: 2.乙院, （2）乙院, ②乙院.
_LINE = re.compile(r"^\s*(?:[(（]?\d{1,2}(?:[.．、]|[)）][.、]?)(?![\d、])|[①-⑳])\s*")
# Most names: no sign and no word that may join two, and at most one 院 or 小区.
_EVIDENTLY_ONE = re.compile(r"(?!.*(院.*院|小区.*小区|[等至到全所各辖]))[A-Za-z0-9㐀-鿿]+")
_BRACKETED = re.compile(r"\([^()]*\)")
# Between names, whatever the names are; and signs that stand between names or within one.
_HARD = re.compile(r"[、,;/|]+")
_STRICT = re.compile(r"[。+&]+")
_SOFT = re.compile(r"[\s•]+")
_WHOLE = re.compile(r"(院|区|楼|苑|园)$")
# What is called so is only part of a name: 东院, 家属院, 2号院.
_PART = re.compile(
    r"[东西南北中前后老新大小]*(家属|住宅|居民|职工|宿舍|生活)?(院|楼|小区|区|楼院)"
    r"|[\d一二三四五六七八九十]+(号|#)?(院|楼|小区|区)"
)
_NUMBER_ONLY = re.compile(r"\d+(号|#)?(院|楼|小区|区)")
_SPAN = re.compile(r"\d(号|#)?[-~至到]\d+(号|#)")
_AND_SO_ON = re.compile(
    r"等([\d一二三四五六七八九十两几多]+[个处]|(楼|小区|.?院)?$)"
    r"|(全部|所有|各|全体|辖区内?).{0,4}(院|楼|小区)"
)
# 医院家属院 is one courtyard, 甲院乙院 two.
_INSTITUTION = "医法学察戏剧影书卫生科寺妇养敬老大党福利四合道究计技"
_TWO_RUN_TOGETHER = re.compile(
    rf".*[^{_INSTITUTION}]院(?![路街内前后南北东西]?[路街巷]).*院(\(.*\))?|.+小区.+小区"
)


def place_names(cell: object) -> list[Clean]:
    """One reading for each courtyard that a cell names (2号院、5号院, line by line, 1.甲院 2.乙院).

    What cannot be taken apart with certainty is one reading of the whole cell, in doubt.
    """
    if is_blank(cell):
        return []
    if is_ditto(cell):
        return [place_name(cell)]
    # Circled digits that number nothing would become part of a name.
    odd = has_odd_digits(cell)
    parts = _numbered(cell) or (None if odd else _apart(normal(cell)))
    if parts is None:
        reason = f"“{squash(cell)}”写了几个楼院但不都是全称，请写全，用顿号分开。"
        return [Clean(squash(cell), doubt=reason)]
    return [_one(part) for part in parts]


def one_place(cell: object, what: str) -> tuple[Clean, str]:
    """The name in a cell of a sheet with one `what` (楼院, 项目) a row; and why it may be several.

    The second is empty for most. It is kept apart from other doubts, because a name like
    京城路1、2号院 is that of one thing where the ledger already has one of just that name.
    """
    if isinstance(cell, str) and _EVIDENTLY_ONE.fullmatch(cell):
        return place_name(cell), ""
    if isinstance(cell, str) and len(_numbered(cell) or ()) < 2:
        cell = _LINE.sub("", cell) or cell
    whole, names = place_name(cell), place_names(cell)
    if not whole.certain or not names or (len(names) == 1 and names[0].certain):
        return whole, ""
    return whole, f"“{whole.value}”像是不止一个{what}，请每个{what}一行，数字分开填。"


def _one(part: str) -> Clean:
    """One courtyard, doubtful where the words hold several."""
    name = squash(part)
    several = (
        _SPAN.search(name)
        or _AND_SO_ON.search(name)
        or _TWO_RUN_TOGETHER.fullmatch(name)
        or any(re.search(r"[、,;/和及]", note) for note in _BRACKETED.findall(name))
    )
    if several:
        return Clean(name, doubt=f"“{name}”像是不止一个楼院，请写出每个的全称，用顿号分开。")
    return place_name(part)


def _numbered(cell: object) -> list[str] | None:
    """The pieces of a list that is numbered 1, 2, 3 …; None for any other cell."""
    text = str(cell)
    for sign, written in _CIRCLED.items():
        text = text.replace(sign, f"\n{written}")
    if has_odd_digits(text):
        return None
    text = normal(text)
    found = list(_NUMBERED.finditer(text))
    if (
        not found
        or found[0].start()
        or [int(one[1]) for one in found] != [*range(1, len(found) + 1)]
    ):
        return None
    ends = [one.start() for one in found[1:]] + [len(text)]
    pieces = [text[one.end() : end] for one, end in zip(found, ends, strict=True)]
    pieces = [piece.strip(" \n、,;。") for piece in pieces]
    if any(not squash(piece) or _HARD.search(piece) for piece in pieces):
        return None
    return pieces


def _apart(text: str) -> list[str] | None:
    """The names in a text, or None where it is not certain where one ends."""
    # What stands in brackets belongs to its name: 甲院(东、西) is not taken apart there.
    kept: list[str] = []

    def hide(found: re.Match) -> str:
        kept.append(found[0])
        return chr(0xE000 + len(kept) - 1)

    hidden = _BRACKETED.sub(hide, text)
    parts: list[str] = []
    for piece in _pieces(hidden, _HARD):
        names = _softly(piece)
        if names is None:
            return None
        parts += names
    if len(parts) > 1 and not _all_named(parts):
        return None
    return [re.sub(r"[\ue000-\uf8ff]", lambda one: kept[ord(one[0]) - 0xE000], p) for p in parts]


def _pieces(text: str, pattern: re.Pattern) -> list[str]:
    return [piece.strip() for piece in pattern.split(text) if piece.strip()]


def _softly(text: str) -> list[str] | None:
    """A piece between commas: its names where blanks, lines or other signs part them, else it whole."""
    strict = _pieces(text, _STRICT)
    if len(strict) > 1:
        return strict if all(map(_is_whole, strict)) else None
    pieces = _pieces(strict[0], _SOFT) if strict else []
    if len(pieces) < 2:
        return pieces
    if _all_alike(pieces):
        return pieces
    # 物资局 over 家属院 is one name, broken in the cell.
    if not any(_is_named(piece) for piece in pieces[:-1]):
        return [strict[0]]
    return None


def _bare(name: str) -> str:
    return re.sub(r"[\ue000-\uf8ff]", "", squash(name))


def _is_named(name: str) -> bool:
    return _WHOLE.search(_bare(name)) is not None


def _is_whole(name: str) -> bool:
    return _is_named(name) and _PART.fullmatch(_bare(name)) is None


def _all_alike(pieces: list[str]) -> bool:
    """Whether all are whole names, or all are numbered courtyards (2号院、5号院)."""
    return all(map(_is_whole, pieces)) or all(
        _NUMBER_ONLY.fullmatch(_bare(piece)) for piece in pieces
    )


def _all_named(parts: list[str]) -> bool:
    """Whether commas stand between names and not between parts of one (物资局1、2号院)."""
    bare = [_bare(part) for part in parts]
    if all(map(_PART.fullmatch, bare)):
        return True
    if any(_PART.fullmatch(name) or len(name) < 2 or name[0].isdigit() for name in bare):
        return False
    # A last 院 would be meant for all.
    return all(map(_is_named, parts)) or not _is_named(parts[-1])
