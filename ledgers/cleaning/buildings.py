"""Lists of buildings: 1-3号楼、5#, 甲楼."""

import re

from ledgers.cleaning.clean import Clean
from ledgers.cleaning.numerals import numeral
from ledgers.cleaning.text import is_blank, normal, squash

# A longer row of buildings is a slip: 1-300 for 1-30.
LONGEST_RUN = 60
_RUN = re.compile(r"(\d{1,3})(?:号楼|号|#楼|#|栋|幢)?[-~至到](\d{1,3})(?:号楼|号|#楼|#|栋|幢|楼)?")
_ONE = re.compile(r"(\d{1,3})(?:号楼|号|#楼|#|栋|幢|楼)?")
# 一号楼 and 一至三号楼; 一楼 may be a floor and stays as it is.
_WRITTEN_OUT = re.compile(
    r"[一二三四五六七八九十百]+(?=(?:[-~至到][一二三四五六七八九十百]+)?(?:号|#|栋|幢))"
)


def building_names(cell) -> Clean:
    """The buildings that a cell names, as a list: 1-3号楼、5# is 1号楼 2号楼 3号楼 5号楼."""
    if is_blank(cell):
        return Clean([])
    found: list[str] = []
    doubt = ""
    for part in re.split(r"[、,;/\n]+", normal(cell)):
        text = _WRITTEN_OUT.sub(lambda one: str(numeral(one[0]) or one[0]), squash(part))
        run, one = _RUN.fullmatch(text), _ONE.fullmatch(text)
        if run and int(run[1]) < int(run[2]) <= int(run[1]) + LONGEST_RUN:
            found += [f"{number}号楼" for number in range(int(run[1]), int(run[2]) + 1)]
        elif one:
            found.append(f"{int(one[1])}号楼")
        elif text and not run and re.fullmatch(r"[^\d#-]{1,8}楼", text):
            found.append(text)
        elif text:
            doubt = doubt or f"“{text}”看不出是哪几栋楼，请写成1号楼、2号楼。"
    if len(set(found)) < len(found):
        doubt = doubt or f"“{squash(cell)}”有重复的楼栋，请核对。"
    return Clean(list(dict.fromkeys(found)), doubt=doubt)
