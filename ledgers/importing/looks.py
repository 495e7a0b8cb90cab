"""The styles of a workbook: further cell formats, each made from one that is there."""

import re

RED = "FFFF9C9C"  # dark text stays legible on it
_XF = re.compile(r"<xf\b[^>]*?(?:/>|>.*?</xf>)", re.S)
_FONTS = {
    "head": '<font><b/><sz val="11"/><name val="宋体"/></font>',
    "link": '<font><u/><sz val="11"/><color rgb="FF0563C1"/><name val="宋体"/></font>',
    "text": '<font><sz val="11"/><name val="宋体"/></font>',
}
_FILL = f'<fill><patternFill patternType="solid"><fgColor rgb="{RED}"/></patternFill></fill>'
_WRAPPED = '<alignment vertical="top" wrapText="1"/>'


class Unusual(Exception):
    """The package is written in a way that is not known here."""


class Looks:
    """The part xl/styles.xml. Raises Unusual where it lacks what every such part has."""

    def __init__(self, text: str):
        self.text = text
        self.xfs: list[str] = _XF.findall(self._inside("cellXfs"))
        self.fonts = len(re.findall(r"<font\b", self._inside("fonts")))
        self.fills = len(re.findall(r"<fill\b", self._inside("fills")))
        if not (self.xfs and self.fonts and self.fills):
            raise Unusual("styles")
        self._red: dict[int, int] = {}
        self.named = {name: self._add(self._named(n)) for n, name in enumerate(_FONTS)}

    def _inside(self, name: str) -> str:
        found = re.search(rf"<{name}\b[^>]*>(.*?)</{name}>", self.text, re.S)
        return found[1] if found else ""

    def _add(self, xf: str) -> int:
        self.xfs.append(xf)
        return len(self.xfs) - 1

    def _named(self, number: int) -> str:
        font = f'fontId="{self.fonts + number}" applyFont="1"'
        return (
            f'<xf numFmtId="0" {font} fillId="0" borderId="0" xfId="0" applyAlignment="1">'
            f"{_WRAPPED}</xf>"
        )

    def red(self, style: int) -> int:
        """The number of the format that is format `style` on red."""
        if style not in self._red:
            xf = self.xfs[style] if style < len(self.xfs) else self.xfs[0]
            head = re.match(r"<xf\b[^>]*?(?=/?>)", xf)[0]
            kept = re.sub(r"""\s(fillId|applyFill)=["'][^"']*["']""", "", head)
            look = f'{kept} fillId="{self.fills}" applyFill="1"{xf[len(head) :]}'
            self._red[style] = self._add(look)
        return self._red[style]

    def written(self) -> str:
        """The part with all that was added."""
        text = self._more(self.text, "fonts", "".join(_FONTS.values()), self.fonts + len(_FONTS))
        text = self._more(text, "fills", _FILL, self.fills + 1)
        whole = f'<cellXfs count="{len(self.xfs)}">{"".join(self.xfs)}</cellXfs>'
        return re.sub(r"<cellXfs\b.*?</cellXfs>", lambda _: whole, text, count=1, flags=re.S)

    @staticmethod
    def _more(text: str, name: str, line: str, count: int) -> str:
        text = text.replace(f"</{name}>", f"{line}</{name}>", 1)

        def counted(found: re.Match) -> str:
            kept = re.sub(r"""\scount=["']\d*["']""", "", found[0][:-1])
            return f'{kept} count="{count}">'

        return re.sub(rf"<{name}\b[^>]*>", counted, text, count=1)
