"""How cells look, made once for each look: fonts of official papers, borders, locks."""

# Fonts that office machines have; a machine without them takes its own.
TITLE, HEAD, BODY = "方正小标宋简体", "黑体", "宋体"
# Spreadsheets read a typed cell that begins with one of these as a formula (OWASP, CSV injection).
# Written as text it is none; the mark of quoted text keeps it so when somebody edits the cell.
FORMULA_STARTS = "=+-@＝＋－＠"


def looks_like_formula(text: str) -> bool:
    """Whether a spreadsheet could take `text` for a formula, if it were typed into a cell."""
    return bool(text) and (text[0] in FORMULA_STARTS or text[0] < " " or text[0] == "\x7f")


class Styles:
    """The formats of one book, found by what they say."""

    def __init__(self, book):
        self.book = book
        self._made: dict = {}

    def _get(self, **looks):
        key = tuple(sorted(looks.items()))
        if key not in self._made:
            self._made[key] = self.book.add_format({"valign": "vcenter", **looks})
        return self._made[key]

    def title(self):
        return self._get(font_name=TITLE, font_size=20, align="center")

    def line(self, align: str = "left"):
        """The unit line, notes, the signature line."""
        return self._get(font_name=BODY, font_size=10, align=align, text_wrap=True)

    def mark(self):
        """Who took the file out, and when."""
        return self._get(font_name=BODY, font_size=9, font_color="#7F7F7F", align="left")

    def head(self):
        return self._get(
            font_name=HEAD,
            font_size=10,
            align="center",
            border=1,
            text_wrap=True,
            bg_color="#F2F2F2",
        )

    def cell(self, content, form: str = "", *, bold: bool = False, open_: bool = False):
        """A cell of the table with `content` in the number format `form`; `open_` = not locked."""
        looks = {"font_name": HEAD if bold else BODY, "font_size": 10, "border": 1}
        looks |= {"text_wrap": True} if isinstance(content, str) else {"align": "center"}
        if isinstance(content, str):
            looks["align"] = "center" if len(content) <= 6 else "left"
            looks |= {"quote_prefix": True} if looks_like_formula(content) else {}
            looks |= {"num_format": "@"} if open_ and content else {}
        elif form:
            looks["num_format"] = form
        if open_:
            looks |= {"locked": False, "bg_color": "#FFFBEB"}
        return self._get(**looks)
