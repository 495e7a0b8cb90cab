"""Comments of a sheet: their texts, and the shapes without which no program shows them."""

import re
from html import unescape

from openpyxl.utils import get_column_letter

from ledgers.streamed import escaped

AUTHOR = "台账核对"
_MAIN = "http://schemas.openxmlformats.org/spreadsheetml/2006/main"
HEAD = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n'
_COMMENT = re.compile(r"<comment\b[^>]*?ref=[\"']([A-Z]+\d+)[\"'][^>]*>.*?</comment>", re.S)

Cells = dict[tuple[int, int], list[str]]


def place_of(cell: tuple[int, int]) -> str:
    """D7 for (7, 3)."""
    return f"{get_column_letter(cell[1] + 1)}{cell[0]}"


def new_comments(cells: Cells) -> str:
    """The XML of a part with a comment for each cell."""
    made = "".join(_comment(cell, 0, lines) for cell, lines in cells.items())
    return (
        f'{HEAD}<comments xmlns="{_MAIN}"><authors><author>{AUTHOR}</author></authors>'
        f"<commentList>{made}</commentList></comments>"
    )


def _comment(cell: tuple[int, int], author: int, lines: list[str]) -> str:
    text = escaped("\n".join(lines))
    return (
        f'<comment ref="{place_of(cell)}" authorId="{author}">'
        f'<text><r><t xml:space="preserve">{text}</t></r></text></comment>'
    )


def add_comments(text: str, cells: Cells) -> tuple[str, Cells]:
    """A part with further comments; where a cell has one, the new lines follow its own.

    Also gives the cells that had none, which need a shape.
    """
    by_place = {place_of(cell): (cell, lines) for cell, lines in cells.items()}
    held: set[str] = set()

    def longer(found: re.Match) -> str:
        place = unescape(found[1])
        if place not in by_place:
            return found[0]
        held.add(place)
        lines = [line for line in by_place[place][1] if escaped(line) not in found[0]]
        if not lines:
            return found[0]
        more = escaped("\n" + "\n".join(lines))
        run = f'<r><t xml:space="preserve">{more}</t></r></text>'
        return found[0].replace("<text/>", "<text></text>").replace("</text>", run, 1)

    text = _COMMENT.sub(longer, text)
    rest = {cell: lines for place, (cell, lines) in by_place.items() if place not in held}
    author = len(re.findall(r"<author>|<author\s*/>", text))
    text = text.replace("<authors/>", "<authors></authors>")
    text = text.replace("</authors>", f"<author>{AUTHOR}</author></authors>", 1)
    made = "".join(_comment(cell, author, lines) for cell, lines in rest.items())
    text = re.sub(r"<commentList\s*/>", "<commentList></commentList>", text)
    return text.replace("</commentList>", f"{made}</commentList>", 1), rest


def new_shapes(cells: Cells) -> str:
    """A drawing with a shape for each comment."""
    return (
        '<xml xmlns:v="urn:schemas-microsoft-com:vml" xmlns:o="urn:schemas-microsoft-com:office:office" '
        'xmlns:x="urn:schemas-microsoft-com:office:excel"><o:shapelayout v:ext="edit">'
        '<o:idmap v:ext="edit" data="77"/></o:shapelayout><v:shapetype id="_x0000_t202" '
        'coordsize="21600,21600" o:spt="202" path="m,l,21600r21600,l21600,xe">'
        '<v:stroke joinstyle="miter"/><v:path gradientshapeok="t" o:connecttype="rect"/>'
        f"</v:shapetype>{shapes_for(cells)}</xml>"
    )


def shapes_for(cells: Cells) -> str:
    """The shapes of comments, hidden until the mouse is over their cells."""
    names = (
        'xmlns:v="urn:schemas-microsoft-com:vml" xmlns:o="urn:schemas-microsoft-com:office:office" '
        'xmlns:x="urn:schemas-microsoft-com:office:excel"'
    )
    made = []
    for number, (row, column) in enumerate(cells, start=1):
        anchor = f"{column + 1}, 15, {max(row - 2, 0)}, 10, {column + 4}, 15, {row + 4}, 4"
        made.append(
            f'<v:shape {names} id="_x0000_s{77 * 1024 + number}" type="#_x0000_t202" '
            'style="position:absolute;margin-left:59pt;margin-top:1pt;width:220pt;height:80pt;'
            'z-index:1;visibility:hidden" fillcolor="#ffffe1" o:insetmode="auto">'
            '<v:fill color2="#ffffe1"/><v:shadow on="t" color="black" obscured="t"/>'
            '<v:path o:connecttype="none"/><v:textbox style="mso-direction-alt:auto">'
            '<div style="text-align:left"></div></v:textbox><x:ClientData ObjectType="Note">'
            f"<x:MoveWithCells/><x:SizeWithCells/><x:Anchor>{anchor}</x:Anchor>"
            f"<x:AutoFill>False</x:AutoFill><x:Row>{row - 1}</x:Row><x:Column>{column}</x:Column>"
            "</x:ClientData></v:shape>"
        )
    return "".join(made)
