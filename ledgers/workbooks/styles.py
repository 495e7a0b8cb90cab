"""How cells look, made once for each look: fonts of official papers, borders, locks."""

from ledgers.streamed import looks_like_formula

# Fonts that office machines have; a machine without them takes its own.
TITLE, HEAD, BODY = "方正小标宋简体", "黑体", "宋体"


class Styles:
    """The formats of one book, found by what they say."""

    def __init__(self, book):
        self.book = book
        self._made: dict = {}
        self._cells: dict = {}

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

    def cell(self, content, form: str = "", *, bold=False, open_=False, wide=False, top=False):
        """A cell of the table with `content` in the number format `form`.

        `open_`: not locked; `wide`: the column holds sentences, so text begins at the left;
        `top`: it is merged downward, perhaps over pages, so it begins on the first of them.
        """
        is_text = isinstance(content, str)
        # Written as text it is no formula; the mark of quoted text keeps it so when somebody edits
        # the cell.
        suspicious = is_text and looks_like_formula(content)
        # Looking up by a short key is what a cell costs; the looks themselves are made once.
        key = (is_text, is_text and bool(content), form, bold, open_, wide, top, suspicious)
        if key not in self._cells:
            self._cells[key] = self._look(*key)
        return self._cells[key]

    def _look(self, is_text, has_text, form, bold, open_, wide, top, suspicious):
        looks = {"font_name": HEAD if bold else BODY, "font_size": 10, "border": 1}
        looks["align"] = "left" if is_text and wide else "center"
        looks["valign"] = "top" if top else "vcenter"
        if is_text:
            looks["text_wrap"] = True
            looks |= {"quote_prefix": True} if suspicious else {}
            looks |= {"num_format": "@"} if open_ and has_text else {}
        if form and not has_text:
            looks["num_format"] = form
        if open_:
            looks |= {"locked": False, "bg_color": "#FFFBEB"}
        return self._get(**looks)
