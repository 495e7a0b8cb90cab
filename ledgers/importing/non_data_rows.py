"""The lines of a sheet that are no data: totals, notes, signatures, and lines over a block of rows."""

import re
from datetime import date

from ledgers.cleaning import find_date, is_blank
from ledgers.importing.kinds import ImportColumn
from ledgers.importing.raw_sheets import RawSheet
from ledgers.importing.rows import RowReader

_NUMERAL = r"[\d一二三四五六七八九十百两]+"
TOTAL = re.compile(
    rf".{{0,14}}?(小计|合计|总计|共计|累计|汇总|总数)(\(.*\)|{_NUMERAL}个.{{0,6}})?[::]?"
    r"|计|[Tt][Oo][Tt][Aa][Ll]|[∑Σ]"
)
# 12个村 and 全镇 are totals where a row begins so; further right they may be a deadline (5个工作日内), a
# group of a village (全村) or a count of the row's own.
_WHOLE = r"全(街道|镇|乡|市|县|区|社区|村|办)"
_BEGINS_TOTAL = re.compile(rf"({_WHOLE})?共?{_NUMERAL}个.{{0,6}}|{_WHOLE}")
_SECOND_OF_TOTAL = re.compile(
    rf"共?{_NUMERAL}个(行政村|自然村|村|社区|楼院|院落|小区|片区|项目|单位)|(?!全村){_WHOLE}"
)
# Lines that repeat or divide what the rows say; nothing is compared with them.
BETWEEN = re.compile(
    r".{0,6}(平均|均值)(值|数)?[::]?|其中([::].{0,12})?|(上页|前页|本页)(结转|转来|小结)|承(前|上)页|(过|转|接)(次|下|上)页"
    r"|\(?续表?(\(?[一二三四五六七八九十\d]+\)?)?\)?|以下空白"
)
NOTE = re.compile(r"(注|备注|说明|填表说明|填报说明|填写说明)[::\d一二三(]|[※★*]")
SIGNATURE = re.compile(
    r"(单位|部门|社区|村|街道)?(负责人|分管领导|主管领导|主要领导|填表人?|填报人?|审核人?|制表人?|经办人?|"
    r"联系人|联系电话|填报日期|填报时间|填表日期|填表时间|报送日期|日期|填报单位|签字|盖章)"
    r"(签字|签名|签章)?(\(.*?\))?[::]"
)
SERIAL_NUMBER = re.compile(r"\(?\d+[)、.]?")
ERROR = re.compile(r"#(REF!|N/A|VALUE!|NAME\?|DIV/0!|NUM!|NULL!)")
NUMBERING = re.compile(r"^[((]?[一二三四五六七八九十\d]+(?:[))][、.．]?|[、.．])")
_COUNTED = re.compile(rf"\(?共?{_NUMERAL}个(行政村|村|社区|楼院|院|小区|项目|单位)?\)?$")
_AMOUNT = re.compile(r"[\d.,%/-]+|\d+个?.{0,4}")
_UNIT_LINE = re.compile(r"(?<![填报送])(?:计量)?单位[::]([^::]+?)(?=$|填报|报送)")
# The keys of the columns that hold such places.
_LEVELS = (
    (re.compile(r".{1,8}(街道|街道办|街道办事处|办事处|镇|乡|镇政府|乡政府)"), ("street", "town")),
    (re.compile(r".{1,10}(社区|社区居委会)"), ("community",)),
)


def total_label(first: list[str], written: list[str]) -> str:
    """The label of a row of totals, "" for another row.

    `first`: the texts of its first columns; `written`: all of its texts that are not empty.
    """
    if label := next((text for text in first if TOTAL.fullmatch(text)), ""):
        return label
    if written and written[0] in first and _BEGINS_TOTAL.fullmatch(written[0]):
        return written[0]
    second = written[1] if len(written) > 1 and written[1] in first else ""
    sums = all(_AMOUNT.fullmatch(text) for text in written[2:])
    return second if sums and _SECOND_OF_TOTAL.fullmatch(second) else ""


def is_signature(written: list[str]) -> bool:
    """Whether the texts of a row are where people sign: 负责人: 填表人: 联系电话:."""
    signed = sum(bool(SIGNATURE.search(text)) for text in written)
    return signed > 0 and SIGNATURE.match(written[0]) is not None and len(written) <= 2 * signed + 1


def place_line(written: list[str]) -> tuple[str, tuple[str, ...]] | None:
    """The place that a line over a block of rows names, and the keys that its column may have.

    某镇 alone, 一、某镇, 某镇(5个村) beside sums; None for any other row.
    """
    if len(written) > 1 and re.fullmatch(r"[一二三四五六七八九十]+", written[0]):
        written = written[1:]
    bare = NUMBERING.sub("", written[0])
    name = _COUNTED.sub("", bare)
    sums = written[1:]
    if sums and (name == bare or not all(_AMOUNT.fullmatch(text) for text in sums)):
        return None
    for pattern, keys in _LEVELS:
        if pattern.fullmatch(name):
            return name, keys
    return None


_COMMUNITY = re.compile(r"((?!.*[各全本每等])(?!老旧).{2,16}?社区)(?:居委会)?")


def community_over(name: str, above: list[str]) -> str:
    """The community that a sheet without such a column is about: by its name, else by its title; or ""."""
    whole = _COMMUNITY.fullmatch(name)
    titles = (_COMMUNITY.match(text) for text in above if "社区" in text)
    found = whole or next(filter(None, titles), None)
    return found[1] if found else ""


def day_of(above: list[str], name: str) -> date | None:
    """The day that the lines above the header name; the one marked 填报时间 before others."""
    marked = [text for text in above if re.search(r"(填报|报送|统计|截至|截止)", text)]
    for text in [*marked, *above, name]:
        if found := find_date(text.split("填报时间")[-1]) or find_date(text):
            return found
    return None


def units_of(above: list[str]) -> tuple[str, ...]:
    """The units that the line above the header names: 单位:万元、㎡."""
    for text in above:
        if found := _UNIT_LINE.search(text):
            return tuple(filter(None, re.split(r"[、,;/\s]+", found[1])))
    return ()


def unless_error(cell: str, key: str, reader: RowReader) -> str | None:
    """The cell, or nothing where its formula failed, which is told."""
    if not ERROR.fullmatch(cell.strip()):
        return cell
    reader.wrong(key, f"公式出错（{cell.strip()}），请改成数值。")
    return None


def doubt_struck(
    grid: RawSheet, columns: dict[int, ImportColumn], row: int, reader: RowReader
) -> None:
    """What is struck through may no longer hold; of a whole row it is said once."""
    written = [
        (place, column.key)
        for place, column in columns.items()
        if not is_blank(grid.at(row, place))
    ]
    struck = [key for place, key in written if (row, place) in grid.struck]
    if len(struck) == len(written) > 1:
        reader.doubt(struck[0], "这一行有删除线，请核对是否作废。")
        return
    for key in struck:
        reader.doubt(key, "这一格有删除线，请核对是否作废。")
