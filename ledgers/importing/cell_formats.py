"""What the look of a cell says of its content, which the quick reader of workbooks leaves out.

A number under the format 0% shows a hundred times as much, under 0"%" just itself with the sign; what
is struck through may no longer hold. Files without such formats are hardly looked at.
"""

import re
import zipfile
from collections.abc import Iterator
from dataclasses import dataclass, field
from decimal import Decimal
from io import BytesIO
from posixpath import dirname, join, normpath
from xml.etree.ElementTree import Element, ParseError

from openpyxl.utils.cell import column_index_from_string, coordinate_from_string
from openpyxl.utils.exceptions import CellCoordinatesException
from openpyxl.xml.functions import fromstring, iterparse

from ledgers.cleaning.text import plain_number

PERCENT, LITERAL = "percent", "literal"
Place = tuple[int, int]  # row, column, both from 0
_BUILT_IN = {"9": PERCENT, "10": PERCENT}
_QUOTED = re.compile(r'"[^"]*"|\\.|\[[^\]]*\]|_.|\*.')


@dataclass
class Looked:
    """Of one sheet: how the numbers in percent are meant, and which cells are struck through."""

    percents: dict[Place, str] = field(default_factory=dict)
    struck: set[Place] = field(default_factory=set)


def looked_at(content: bytes) -> dict[str, Looked]:
    """By the names of the sheets of an .xlsx, what their cells' looks say; {} where they say nothing.

    Elements are found by their names whatever prefix a program gives them ({*}): programs also differ
    in the address of the namespace (transitional or strict).
    """
    try:
        with zipfile.ZipFile(BytesIO(content)) as archive:
            percents, struck = _styles(_part(archive, "styles.xml"))
            texts = _struck_texts(_part(archive, "sharedStrings.xml"))
            if not (percents or struck or texts):
                return {}
            return {
                name: _look(archive, part, percents, struck, texts)
                for name, part in _sheets(archive)
            }
    except (ParseError, KeyError, ValueError, CellCoordinatesException):
        return {}


def _part(archive: zipfile.ZipFile, ending: str) -> Element:
    """The part of this name in the folder xl; an empty element where there is none."""
    names = [name for name in archive.namelist() if name.lower() == f"xl/{ending.lower()}"]
    return fromstring(archive.read(names[0])) if names else Element("none")


def _sheets(archive: zipfile.ZipFile) -> Iterator[tuple[str, str]]:
    """The name of each sheet and the part that holds its cells."""
    book = next(
        (
            relation.get("Target").removeprefix("/")
            for relation in fromstring(archive.read("_rels/.rels")).iterfind("{*}Relationship")
            if relation.get("Type").endswith("/officeDocument")
        ),
        "xl/workbook.xml",
    )
    folder, _, name = book.rpartition("/")
    relations = fromstring(archive.read(join(folder, "_rels", f"{name}.rels")))
    targets = {one.get("Id"): one.get("Target") for one in relations.iterfind("{*}Relationship")}
    for sheet in fromstring(archive.read(book)).iterfind("{*}sheets/{*}sheet"):
        number = next(value for key, value in sheet.items() if key.endswith("}id"))
        part = normpath(join(f"/{dirname(book)}", targets[number])).lstrip("/")
        if part in archive.namelist():
            yield sheet.get("name"), part


def _styles(styles: Element) -> tuple[dict[str, str], set[str]]:
    """The numbers of the cell formats that show per cent, and of those that strike through."""
    formats = dict(_BUILT_IN)
    for one in styles.iterfind("{*}numFmts/{*}numFmt"):
        if meant := _meant(one.get("formatCode", "")):
            formats[one.get("numFmtId")] = meant
    fonts = enumerate(styles.iterfind("{*}fonts/{*}font"))
    lined = {str(number) for number, font in fonts if _is_struck(font)}
    looks = list(styles.iterfind("{*}cellXfs/{*}xf"))
    percents = {
        str(number): formats[look.get("numFmtId")]
        for number, look in enumerate(looks)
        if look.get("numFmtId") in formats
    }
    return percents, {str(n) for n, look in enumerate(looks) if look.get("fontId") in lined}


def _meant(code: str) -> str:
    """Whether a number format multiplies by a hundred or only writes the sign behind the number."""
    first = code.split(";")[0]
    if "%" in _QUOTED.sub("", first):
        return PERCENT
    return LITERAL if "%" in first else ""


def _is_struck(element: Element) -> bool:
    """Whether a font, or a part of a text, is struck through."""
    return any(line.get("val") not in ("0", "false") for line in element.iterfind(".//{*}strike"))


def _struck_texts(strings: Element) -> set[str]:
    """The numbers of the shared texts of which a part is struck through."""
    items = enumerate(strings.iterfind("{*}si"))
    return {str(number) for number, item in items if _is_struck(item)}


def _look(archive: zipfile.ZipFile, part: str, percents: dict, struck: set, texts: set) -> Looked:
    looked = Looked()
    with archive.open(part) as stream:
        for place, cell in _cells(stream):
            if not len(cell):
                continue
            style = cell.get("s")
            if style in percents:
                looked.percents[place] = percents[style]
            shared = cell.findtext("{*}v") if texts and cell.get("t") == "s" else None
            if style in struck or shared in texts or _is_struck(cell):
                looked.struck.add(place)
    return looked


def _cells(stream) -> Iterator[tuple[Place, Element]]:
    """The cells of a sheet with their places; a row or cell that names none follows the one before."""
    row, column = -1, -1
    for event, element in iterparse(stream, events=("start", "end")):
        kind = element.tag.rpartition("}")[2]
        if kind == "row" and event == "start":
            row, column = int(element.get("r", row + 2)) - 1, -1
        elif kind == "c" and event == "end":
            column += 1
            if place := element.get("r"):
                letters, number = coordinate_from_string(place)
                row, column = number - 1, column_index_from_string(letters) - 1
            yield (row, column), element
        elif kind == "row":
            element.clear()


def as_shown(cell, meant: str):
    """A number as text with its per cent sign, as people see it; other cells as they are."""
    if isinstance(cell, bool) or not isinstance(cell, (int, float)):
        return cell
    number = Decimal(plain_number(cell)) * (100 if meant == PERCENT else 1)
    return f"{plain_number(number)}%"
