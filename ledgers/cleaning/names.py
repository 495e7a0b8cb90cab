"""Names of persons and places, one or several in a cell."""

import re

from ledgers.cleaning.clean import EMPTY, Clean
from ledgers.cleaning.text import is_blank, is_ditto, normal, remember, squash

# A seat that nobody holds is empty, and written in these words.
VACANT = {"空缺", "暂缺", "缺", "待定", "待选", "未定", "暂无", "未任命", "无人", "拟定"}
_SEPARATORS = re.compile(r"[、,;/\n|]+")
_HAN = r"[㐀-䶿一-鿿〇\U00020000-\U000323af]"  # with the rare characters of names
_PERSON = re.compile(rf"{_HAN}{{2,4}}|{_HAN}{{1,12}}(·{_HAN}{{1,12}})+")
# A name of a minority written without its dot, or a name with a remark behind it: who types it into
# a form of its own knows; in a column of a workbook it is asked about.
_LONG = re.compile(rf"{_HAN}{{5,12}}")
_TITLES = (
    "书记",
    "副书记",
    "主任",
    "副主任",
    "局长",
    "副局长",
    "科长",
    "院长",
    "组长",
    "同志",
    "先生",
    "女士",
)


@remember
def person_name(cell: object) -> Clean:
    """One person's name without the blanks that fill it up to three characters (张 三)."""
    if is_blank(cell) or squash(cell) in VACANT:
        return EMPTY
    text = normal(cell)
    if is_ditto(cell):
        return Clean(doubt="“同上”之上没有可以照抄的姓名，请填写姓名。")
    pieces = [piece for piece in _SEPARATORS.split(text) if piece.strip()]
    if len(pieces) > 1:
        return Clean(squash(pieces[0]), doubt=f"“{squash(text)}”是不止一个人，请每人一行。")
    blanks = text.split()
    if len(blanks) > 1 and all(len(part) >= 2 for part in blanks):
        return Clean(blanks[0], doubt=f"“{text}”像是两个人的姓名，请每人一行。")
    if len(blanks) > 1 and blanks[-1] in ("男", "女"):
        reason = f"“{text}”不只是姓名，请把说明移到备注。"
        return Clean("".join(blanks[:-1]), doubt=reason)
    name = "".join(blanks).replace("•", "·").replace("・", "·")
    if len(name) > 2 and name.endswith(_TITLES):
        return Clean(name, doubt=f"“{name}”像是带了职务，请只填姓名。")
    if is_long_name(name):
        return Clean(name, doubt=f"“{name}”比一般姓名长，请核对是不是只写了姓名。")
    if not _PERSON.fullmatch(name):
        found = re.match(rf"{_HAN}{{1,4}}", name)
        reason = f"“{name}”不只是姓名，请把说明移到备注。"
        return Clean(found.group() if found else None, doubt=reason)
    if len(name) > 2 and name.endswith("等"):
        return Clean(name[:-1], doubt=f"“{name}”不止一个人，请每人一行。")
    return Clean(name)


def is_long_name(name: str) -> bool:
    """Whether `name` can be a person's although it is longer than most: 乌云其其格."""
    return bool(_LONG.fullmatch(name)) and not name.endswith((*_TITLES, "等"))


def name_list(cell: object) -> Clean:
    """Several names in a cell, as a list."""
    if is_blank(cell):
        return Clean([])
    parts = [part for part in _SEPARATORS.split(normal(cell)) if part.strip()]
    found = [person_name(part) for part in parts]
    doubt = next((one.doubt for one in found if one.doubt), "")
    return Clean([one.value for one in found if one.value], doubt=doubt)


_TWO_UNITS = re.compile(r"\w{2,}(局|委|办|院|中心|公司)\s*[、,;/\n]+\s*\w{2,}")


def unit_name(cell: object) -> Clean:
    """The name of one unit; 市示例局、市示范局 are two."""
    if is_blank(cell):
        return Clean("")
    name = squash(cell)
    if _TWO_UNITS.search(normal(cell)):
        return Clean(name, doubt=f"“{name}”写了不止一个单位，一行只写一个。")
    if not re.search(r"[㐀-鿿]", name):
        return Clean(name, doubt=f"“{name}”不像单位名称，请填写单位。")
    return Clean(name)


@remember
def plain_text(cell: object) -> Clean:
    """A remark or another free text; signs for nothing become empty."""
    return Clean("" if is_blank(cell) else normal(cell))


_NUMBER_SIGN = re.compile(r"(\d+)#(?=号?(?:院|楼|小区))")
_NOTE = re.compile(r"\(([^()]*)\)$")
# What a note behind a name may say and still be part of it: 家属院(东), 3号院(北区).
_PART_OF_NAME = re.compile(
    r"[东西南北中前后老新]+[院区]?|[一二三四五六七八九十\d]+(?:号院|区|期)|片区"
)
# 同3号院 and 同电厂家属院 mean another row; 同心小区 and 同兴路2号院 are called so.
_POINTS_ELSEWHERE = re.compile(r"同.*(院|楼|区)")
_NAMED_SO = re.compile(
    r"同(?![上前])[^\d一二三四五六七八九十]((小|社)区|(家属)?院|(家属|住宅|居民)?楼)$"
    r"|同[^\d一二三四五六七八九十]{1,6}(路|街)"
)
_TWO_PLACES = re.compile(r".+[院楼区](以?及|和|与).{2,}[院楼区]|.+院(以?及|和|与).院")


@remember
def place_name(cell: object) -> Clean:
    """The name of a courtyard, project or road: no blanks, # written as 号."""
    if is_blank(cell):
        return EMPTY
    if is_ditto(cell):
        return Clean(doubt="“同上”之上没有可以照抄的名称，请填写名称。")
    name = _NUMBER_SIGN.sub(r"\1号", squash(cell)).replace("号号", "号")
    note = _NOTE.search(name)
    if note and not _PART_OF_NAME.fullmatch(note[1]):
        return Clean(name[: note.start()], doubt=f"“{name}”括号里的是不是名称的一部分？请核对。")
    if _POINTS_ELSEWHERE.fullmatch(name) and not _NAMED_SO.match(name):
        return Clean(name, doubt=f"“{name}”像是指另一行，请写出名称。")
    if _TWO_PLACES.fullmatch(name):
        return Clean(name, doubt=f"“{name}”像是两个，请分开写。")
    return Clean(name)
