"""What the look of a cell says of its content, which the quick reader of workbooks leaves out.

A number under the format 0% shows a hundred times as much, under 0"%" just itself with the sign; what
is struck through may no longer hold. Files without such formats are hardly looked at.
"""

import re
import zipfile
from dataclasses import dataclass, field
from decimal import Decimal
from io import BytesIO

from ledgers.cleaning.text import plain_number
from ledgers.importing.looks import Unusual
from ledgers.importing.package import Package, attribute

PERCENT, LITERAL = "percent", "literal"
Place = tuple[int, int]  # row, column, both from 0
_BUILT_IN = {"9": PERCENT, "10": PERCENT}
_STRUCK = re.compile(r"<strike\b(?![^>]*val=[\"'](?:0|false)[\"'])")
_QUOTED = re.compile(r'"[^"]*"|\\.|\[[^\]]*\]|_.|\*.')
_CELL = re.compile(r"<c\b([^>]*?)(?:/>|>(.*?)</c>)", re.S)
_PLACE = re.compile(r"""\br=["']([A-Z]{1,3})(\d+)["']""")


@dataclass
class Looked:
    """Of one sheet: how the numbers in percent are meant, and which cells are struck through."""

    percents: dict[Place, str] = field(default_factory=dict)
    struck: set[Place] = field(default_factory=set)


def looked_at(content: bytes) -> dict[str, Looked]:
    """By the names of the sheets of an .xlsx, what their cells' looks say; {} where they say nothing."""
    with zipfile.ZipFile(BytesIO(content)) as archive:
        styles = _part(archive, "styles.xml")
        strings = _part(archive, "sharedStrings.xml")
    percents, struck = _styles(styles)
    texts = _struck_texts(strings)
    if not (percents or struck or texts):
        return {}
    try:
        package = Package(content)
        found = {name: package.text(part) for name, part in package.sheets.items()}
    except (Unusual, UnicodeDecodeError):
        return {}
    return {name: _look(text, percents, struck, texts) for name, text in found.items()}


def _part(archive: zipfile.ZipFile, ending: str) -> str:
    names = [name for name in archive.namelist() if name.lower() == f"xl/{ending.lower()}"]
    return archive.read(names[0]).decode("utf-8-sig", "replace") if names else ""


def _styles(text: str) -> tuple[dict[str, str], set[str]]:
    """The numbers of the cell formats that show per cent, and of those that strike through."""
    formats = dict(_BUILT_IN)
    for tag in re.findall(r"<numFmt\b[^>]*>", text):
        if meant := _meant(attribute(tag, "formatCode")):
            formats[attribute(tag, "numFmtId")] = meant
    fonts = re.findall(r"<font\b[^>]*?(?:/>|>.*?</font>)", _inside(text, "fonts"), re.S)
    lined = {str(number) for number, font in enumerate(fonts) if _STRUCK.search(font)}
    tags = re.findall(r"<xf\b[^>]*>", _inside(text, "cellXfs"))
    percents = {
        str(number): formats[attribute(tag, "numFmtId")]
        for number, tag in enumerate(tags)
        if attribute(tag, "numFmtId") in formats
    }
    return percents, {str(n) for n, tag in enumerate(tags) if attribute(tag, "fontId") in lined}


def _meant(code: str) -> str:
    """Whether a number format multiplies by a hundred or only writes the sign behind the number."""
    first = code.split(";")[0]
    if "%" in _QUOTED.sub("", first):
        return PERCENT
    return LITERAL if "%" in first else ""


def _inside(text: str, name: str) -> str:
    found = re.search(rf"<{name}\b[^>]*>(.*?)</{name}>", text, re.S)
    return found[1] if found else ""


def _struck_texts(text: str) -> set[str]:
    """The numbers of the shared texts of which a part is struck through."""
    if "<strike" not in text:
        return set()
    items = re.findall(r"<si\b[^>]*?(?:/>|>.*?</si>)", text, re.S)
    return {str(number) for number, item in enumerate(items) if _STRUCK.search(item)}


def _look(text: str, percents: dict, struck: set[str], texts: set[str]) -> Looked:
    looked = Looked()
    for cell in _CELL.finditer(text):
        place = _PLACE.search(cell[1])
        if not place or not cell[2]:
            continue
        style = attribute(cell[1], "s")
        if style in percents:
            looked.percents[_at(place)] = percents[style]
        if style in struck or _is_struck(cell, texts):
            looked.struck.add(_at(place))
    return looked


def _is_struck(cell: re.Match, texts: set[str]) -> bool:
    """Whether part of the cell's own text is struck through, be it shared or written in place."""
    if "<strike" in cell[2]:
        return _STRUCK.search(cell[2]) is not None
    if not texts or attribute(cell[1], "t") != "s":
        return False
    found = re.search(r"<v>(\d+)</v>", cell[2])
    return found is not None and found[1] in texts


def _at(place: re.Match) -> Place:
    column = 0
    for letter in place[1]:
        column = column * 26 + ord(letter) - 64
    return int(place[2]) - 1, column - 1


def as_shown(cell, meant: str):
    """A number as text with its per cent sign, as people see it; other cells as they are."""
    if isinstance(cell, bool) or not isinstance(cell, (int, float)):
        return cell
    number = Decimal(plain_number(cell)) * (100 if meant == PERCENT else 1)
    return f"{plain_number(number)}%"
