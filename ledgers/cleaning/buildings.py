"""Lists of buildings: 1-3号楼、5#, 甲楼."""

import re

from ledgers.cleaning.clean import Clean
from ledgers.cleaning.numerals import NUMERAL, numeral
from ledgers.cleaning.text import is_blank, normal, squash

# A longer row of buildings is a slip: 1-300 for 1-30.
LONGEST_RUN = 60
# 幢, 座 and 栋 count as well as number: 3栋 alone in a cell may be three of them.
_WORD = r"(?:号楼|号|#楼|#|栋楼|栋|幢楼|幢|座)"
_NUMBER = rf"(\d{{1,3}}|{NUMERAL})"
_RUN = re.compile(rf"第?{_NUMBER}{_WORD}?[-~至到]第?{_NUMBER}(?:{_WORD}|楼)?")
_ONE = re.compile(rf"第?{_NUMBER}(?:{_WORD}|楼)?")
_COUNTED = re.compile(rf"共?{_NUMBER}(?:栋楼|栋|幢楼|幢|座)")
# 1#2#3#, 1号楼2号楼: each ends with its sign, so that nothing has to stand between.
_EACH = re.compile(r"(?<=[#楼])(?=[\d一二三四五六七八九十])(?!.*\d[-~至到])")


def building_names(cell: object) -> Clean:
    """The buildings that a cell names, as a list: 1-3号楼、5#、六幢 is 1号楼 2号楼 3号楼 5号楼 6号楼."""
    if is_blank(cell):
        return Clean([])
    found: list[str] = []
    doubt = ""
    if _COUNTED.fullmatch(squash(cell)):
        doubt = f"“{squash(cell)}”是楼号还是栋数？请写成1号楼、2号楼。"
    for part in re.split(r"[、,;/\n]+", normal(cell)):
        for text in _EACH.split(squash(part)):
            names = _named(text)
            if names is None:
                doubt = doubt or f"“{text}”看不出是哪几栋楼，请写成1号楼、2号楼。"
            found += names or []
    if len(set(found)) < len(found):
        doubt = doubt or f"“{squash(cell)}”有重复的楼栋，请核对。"
    return Clean(list(dict.fromkeys(found)), doubt=doubt)


def _named(text: str) -> list[str] | None:
    """The buildings of one piece of a list; None where it cannot be made out."""
    if not text:
        return []
    if run := _RUN.fullmatch(text):
        first, last = _number(run[1]), _number(run[2])
        if first is None or last is None or not first < last <= first + LONGEST_RUN:
            return None
        return [f"{number}号楼" for number in range(first, last + 1)]
    if one := _ONE.fullmatch(text):
        number = _number(one[1])
        return None if number is None else [f"{number}号楼"]
    return [text] if re.fullmatch(r"[^\d#楼-]{1,8}楼", text) else None


def _number(text: str) -> int | None:
    return int(text) if text.isdigit() else numeral(text)
