"""An .xlsx as the parts it is made of, changed where asked and nowhere else."""

import re
import zipfile
from functools import cached_property
from html import unescape
from io import BytesIO
from posixpath import dirname, join, normpath, relpath

from openpyxl.utils import column_index_from_string, get_column_letter

from ledgers.importing.comments import HEAD, add_comments, new_comments, new_shapes, shapes_for
from ledgers.importing.looks import Looks, Unusual

_REL = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
_RELS = "http://schemas.openxmlformats.org/package/2006/relationships"
_TYPE = "application/vnd.openxmlformats-officedocument.spreadsheetml.{}+xml"
_SHEET = re.compile(r"<sheet\s[^>]*>")
_ROW = re.compile(r"<row\b[^>]*?(?:/>|>.*?</row>)", re.S)
_CELL = re.compile(r"<c\b([^>]*?)(/?)>")
_NUMBER = re.compile(r'<row\b[^>]*?\sr="(\d+)"')
_MERGE = re.compile(r"<mergeCell\b[^>]*?ref=[\"']([A-Z]+)(\d+):([A-Z]+)(\d+)")
# What may stand after <legacyDrawing> in a sheet.
_AFTER_DRAWING = re.compile(
    r"<(?:legacyDrawingHF|drawingHF|picture|oleObjects|controls|webPublishItems|tableParts|extLst)\b"
    r"|</worksheet>"
)

Cells = dict[tuple[int, int], list[str]]  # (row from 1, column from 0) → sentences


def attribute(tag: str, name: str) -> str:
    """An attribute of a start tag, or nothing."""
    found = re.search(rf'\s{name}\s*=\s*(?:"([^"]*)"|\'([^\']*)\')', tag)
    return unescape(found[1] if found[1] is not None else found[2]) if found else ""


class Package:
    """The parts of a workbook. Raises Unusual where they are not as most programs write them."""

    def __init__(self, content: bytes):
        with zipfile.ZipFile(BytesIO(content)) as archive:
            self.order = [part.filename for part in archive.infolist()]
            self.parts = {name: archive.read(name) for name in self.order}
        self.book = self._by_type("_rels/.rels", "/officeDocument")
        rels = self._rels_of(self.book)
        self.style_part = self._by_type(rels, "/styles", dirname(self.book))
        self.looks = Looks(self.text(self.style_part))

    # -- parts --------------------------------------------------------------------------------

    def text(self, name: str) -> str:
        if name not in self.parts:
            raise Unusual(name)
        return self.parts[name].decode("utf-8-sig")

    def put(self, name: str, text: str) -> None:
        if name not in self.parts:
            self.order.append(name)
        self.parts[name] = text.encode()

    def saved(self) -> bytes:
        """The package as a file, with the styles that were added."""
        self.put(self.style_part, self.looks.written())
        stream = BytesIO()
        with zipfile.ZipFile(stream, "w", zipfile.ZIP_DEFLATED, compresslevel=3) as archive:
            for name in self.order:
                archive.writestr(name, self.parts[name])
        return stream.getvalue()

    @staticmethod
    def _rels_of(part: str) -> str:
        return join(dirname(part), "_rels", part.rpartition("/")[2] + ".rels")

    def _by_type(self, rels: str, ending: str, base: str = "") -> str:
        """The part that a relation of this type leads to, or nothing."""
        text = self.text(rels) if rels in self.parts else ""
        for tag in re.findall(r"<Relationship\b[^>]*>", text):
            if attribute(tag, "Type").endswith(ending):
                return self._target(tag, base)
        return ""

    @staticmethod
    def _target(tag: str, base: str) -> str:
        target = attribute(tag, "Target")
        return target[1:] if target.startswith("/") else normpath(join(base, target))

    def _relate(self, part: str, kind: str, target: str) -> str:
        """A new relation from a part to another; its identifier."""
        rels = self._rels_of(part)
        empty = f'{HEAD}<Relationships xmlns="{_RELS}"></Relationships>'
        text = self.text(rels) if rels in self.parts else empty
        if text.rstrip().endswith("/>"):
            text = empty
        taken = set(re.findall(r'Id="([^"]*)"', text))
        name = next(f"rIdM{n}" for n in range(1, 10_000) if f"rIdM{n}" not in taken)
        where = relpath(target, dirname(part))
        line = f'<Relationship Id="{name}" Type="{_REL}/{kind}" Target="{where}"/>'
        self.put(rels, _before(text, "</Relationships>", line))
        return name

    def _declare(self, line: str) -> None:
        types = self.text("[Content_Types].xml")
        self.put("[Content_Types].xml", _before(types, "</Types>", line))

    def _free(self, pattern: str) -> str:
        return next(
            pattern.format(n) for n in range(1, 10_000) if pattern.format(n) not in self.parts
        )

    # -- sheets -------------------------------------------------------------------------------

    @cached_property
    def sheets(self) -> dict[str, str]:
        """By name: the part of each sheet."""
        rels = self.text(self._rels_of(self.book))
        tags = re.findall(r"<Relationship\b[^>]*>", rels)
        parts = {attribute(tag, "Id"): self._target(tag, dirname(self.book)) for tag in tags}
        return {
            attribute(tag, "name"): parts.get(attribute(tag, r"\w+:id"), "")
            for tag in _SHEET.findall(self.text(self.book))
        }

    def add_sheet(self, name: str, xml: str) -> None:
        """One more sheet, behind the others; with a number where the name is taken."""
        book, taken = self.text(self.book), set(self.sheets)
        name = next(n for n in (name, *(f"{name}{k}" for k in range(2, 999))) if n not in taken)
        part = self._free(join(dirname(self.book), "worksheets/sheet{}.xml"))
        self.put(part, xml)
        relation = self._relate(self.book, "worksheet", part)
        self._declare(f'<Override PartName="/{part}" ContentType="{_TYPE.format("worksheet")}"/>')
        numbers = [int(attribute(tag, "sheetId")) for tag in _SHEET.findall(book)]
        line = (
            f'<sheet name="{name}" sheetId="{max(numbers) + 1}" '
            f'xmlns:r="{_REL}" r:id="{relation}"/>'
        )
        self.put(self.book, _before(book, "</sheets>", line))

    # -- cells --------------------------------------------------------------------------------

    def mark_cells(self, sheet: str, cells: Cells) -> None:
        """Make cells red and give them comments; what they held and how they looked else stays."""
        part = self.sheets.get(sheet, "")
        text = self.text(part)
        by_row: dict[int, list[int]] = {}
        cells = _uncovered(text, cells)
        for row, column in sorted(cells):
            by_row.setdefault(row, []).append(column)
        text = self._restyled(text, by_row)
        self.put(part, self._commented(part, text, cells))

    def _restyled(self, text: str, by_row: dict[int, list[int]]) -> str:
        pieces, at, last = [], 0, 0
        waiting = sorted(by_row)
        for found in _ROW.finditer(text):
            number = _NUMBER.match(found[0])
            if number is None:
                raise Unusual("rows without numbers")
            row, last = int(number[1]), found.end()
            while waiting and waiting[0] < row:
                pieces += [text[at : found.start()], self._new_row(waiting.pop(0), by_row)]
                at = found.start()
            if waiting and waiting[0] == row:
                pieces += [text[at : found.start()], self._row(found[0], by_row[waiting.pop(0)])]
                at = last
        if not last:
            raise Unusual("no rows")
        pieces += [text[at:last], *(self._new_row(row, by_row) for row in waiting)]
        return "".join([*pieces, text[last:]])

    def _new_row(self, row: int, by_row: dict) -> str:
        made = [self._empty(row, column) for column in by_row[row]]
        return f'<row r="{row}">{"".join(made)}</row>'

    def _empty(self, row: int, column: int) -> str:
        return f'<c r="{get_column_letter(column + 1)}{row}" s="{self.looks.red(0)}"/>'

    def _row(self, text: str, columns: list[int]) -> str:
        """A row of the sheet with some cells in red."""
        number = int(_NUMBER.match(text)[1])
        if text.endswith("/>"):
            text = f"{text[:-2]}></row>"
        pieces, at, waiting = [], 0, list(columns)
        for found in _CELL.finditer(text):
            letters = re.match(r"[A-Z]+", attribute(found[1], "r"))
            if letters is None:
                raise Unusual("cells without places")
            column = column_index_from_string(letters[0]) - 1
            while waiting and waiting[0] < column:
                pieces += [text[at : found.start()], self._empty(number, waiting.pop(0))]
                at = found.start()
            if waiting and waiting[0] == column:
                waiting.pop(0)
                style = int(attribute(found[1], "s") or 0)
                kept = re.sub(r"""\ss=["']\d*["']""", "", found[1])
                red = f'<c{kept} s="{self.looks.red(style)}"{found[2]}>'
                pieces += [text[at : found.start()], red]
                at = found.end()
        end = text.rindex("</row>")
        rest = [self._empty(number, column) for column in waiting]
        return "".join([*pieces, text[at:end], *rest, text[end:]])

    # -- comments -----------------------------------------------------------------------------

    def _commented(self, part: str, text: str, cells: Cells) -> str:
        """The sheet's text with what shows the comments; the comments go into parts of their own."""
        rels, base = self._rels_of(part), dirname(part)
        comments = self._by_type(rels, "/comments", base)
        drawing = self._by_type(rels, "/vmlDrawing", base)
        shown = cells
        if comments:
            xml, shown = add_comments(self.text(comments), cells)
            if "</commentList>" not in xml:
                raise Unusual("comments")
            self.put(comments, xml)
        else:
            comments = self._free(join(dirname(self.book), "comments{}.xml"))
            self.put(comments, new_comments(cells))
            self._relate(part, "comments", comments)
            kind = _TYPE.format("comments")
            self._declare(f'<Override PartName="/{comments}" ContentType="{kind}"/>')
        if drawing and "<legacyDrawing " in text:
            self.put(drawing, _before(self.text(drawing), "</xml>", shapes_for(shown)))
            return text
        return self._drawn(part, text, shown)

    def _drawn(self, part: str, text: str, shown: Cells) -> str:
        """The sheet's text with a drawing for the comments of a sheet that had none."""
        drawing = self._free(join(dirname(self.book), "drawings/vmlDrawing{}.vml"))
        self.put(drawing, new_shapes(shown))
        if 'Extension="vml"' not in self.text("[Content_Types].xml"):
            self._declare(
                '<Default Extension="vml" '
                'ContentType="application/vnd.openxmlformats-officedocument.vmlDrawing"/>'
            )
        relation = self._relate(part, "vmlDrawing", drawing)
        tag = f'<legacyDrawing xmlns:r="{_REL}" r:id="{relation}"/>'
        found = _AFTER_DRAWING.search(text, max(text.rfind("</sheetData>"), 0))
        if found is None:
            raise Unusual("no end")
        return text[: found.start()] + tag + text[found.start() :]


def _before(text: str, end: str, line: str) -> str:
    place = text.rfind(end)
    if place < 0:
        raise Unusual(end)
    return text[:place] + line + text[place:]


def _uncovered(text: str, cells: Cells) -> Cells:
    """The cells, those that a merged field covers as its first one, which is what people see."""
    fields = [
        (int(top), _column(left), int(bottom), _column(right))
        for left, top, right, bottom in _MERGE.findall(text)
    ]
    found: Cells = {}
    for (row, column), lines in cells.items():
        inside = (f for f in fields if f[0] <= row <= f[2] and f[1] <= column <= f[3])
        top, left, *_ = next(inside, (row, column))
        found.setdefault((top, left), []).extend(lines)
    return found


def _column(letters: str) -> int:
    return column_index_from_string(letters) - 1
