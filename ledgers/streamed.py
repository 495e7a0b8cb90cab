"""Cells of a workbook that goes out: text is text, whatever it looks like; numbers and days are such."""

from datetime import date, datetime

# Spreadsheets read a typed cell that begins with one of these, or with a control character, as a
# formula (OWASP, CSV injection); the full-width ones count too.
FORMULA_SIGNS = "=+-@＝＋－＠"
LONGEST = 32767  # characters in a cell; Excel refuses a file with more
EPOCH = date(1899, 12, 30).toordinal()
# XlsxWriter would make links, numbers and formulas of texts that look like them.
TEXT_STAYS_TEXT = {
    "strings_to_formulas": False,
    "strings_to_urls": False,
    "strings_to_numbers": False,
}


def looks_like_formula(text: str) -> bool:
    """Whether a spreadsheet could take `text` for a formula, if it were typed into a cell."""
    return bool(text) and (text[0] in FORMULA_SIGNS or text[0] < " " or text[0] == "\x7f")


def write_line(sheet, row: int, cells) -> None:
    """Write row `row` of an XlsxWriter sheet: (content, format or None) pairs from column A on."""
    for column, (content, style) in enumerate(cells):
        write_cell(sheet, row, column, content, style)


def write_cell(sheet, row: int, column: int, content, style=None) -> None:
    """Write a cell; `content` is None, text, a number or a day."""
    if content is None or content == "":
        if style:
            sheet.write_blank(row, column, None, style)
    elif isinstance(content, str):
        write_text(sheet, row, column, content, style)
    elif isinstance(content, datetime):
        raise TypeError("moments are written as text")
    elif isinstance(content, date):
        # As the number of days that sheets count: a third of what write_datetime takes.
        sheet.write_number(row, column, content.toordinal() - EPOCH, style)
    else:
        sheet.write_number(row, column, content, style)


def write_text(sheet, row: int, column: int, text: str, style=None) -> None:
    """Write text, cut where Excel would refuse the file."""
    if text.startswith("<r>") and text.endswith("</r>"):
        # XlsxWriter takes such a text for markup of its own, made from fragments, and lets it
        # through unescaped; given as fragments, each is escaped. It counts in UTF-16.
        text = text[: LONGEST // 2]
        looks = [style] if style else []
        sheet.write_rich_string(row, column, text[:1], text[1:2], text[2:], *looks)
    else:
        sheet.write_string(row, column, text, style)
