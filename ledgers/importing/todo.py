"""The sheet 待改: how many mistakes there are, and each with a link to its cell."""

from collections import Counter

from openpyxl.cell.cell import ILLEGAL_CHARACTERS_RE
from openpyxl.styles import Alignment, Font
from openpyxl.worksheet.hyperlink import Hyperlink

from ledgers.streamed import LONGEST, looks_like_formula

HEADS = ("序号", "类别", "工作表", "单元格", "项目", "问题和改法")
WIDTHS = (6, 10, 16, 10, 20, 80)
TITLE = "待改清单"
HINT = "点击“单元格”一列的位置可跳到该格；改好后保存，再从“导入”交回本文件。"
_LINK_COLUMN = HEADS.index("单元格") + 1
_TEXT, _HEAD = Font(name="宋体", size=11), Font(name="宋体", size=11, bold=True)
_LINK = Font(name="宋体", size=11, underline="single", color="FF0563C1")
_WRAPPED = Alignment(vertical="top", wrap_text=True)


def add_todo(book, shown: list, marks: list, note: str = "") -> None:
    """One more sheet behind those of `book`; `shown` are listed, all `marks` are counted.

    `note` is one more line above the list: what the reader should know of this copy of the file.
    """
    sheet = book.create_sheet("待改")
    for number, width in enumerate(WIDTHS):
        sheet.column_dimensions["ABCDEF"[number]].width = width
    for number, line in enumerate(_lines(shown, marks, note), start=1):
        write_text(sheet.cell(number, 1), line)
        sheet.cell(number, 1).font = _HEAD if number == 1 else _TEXT
    top = sheet.max_row + 1
    _row(sheet, top, HEADS, _HEAD)
    for number, mark in enumerate(shown, start=1):
        line = (number, mark.word, mark.sheet, mark.place, mark.label, mark.text)
        _row(sheet, top + number, line, _TEXT)
        link = sheet.cell(top + number, _LINK_COLUMN)
        name = mark.sheet.replace("'", "''")
        link.hyperlink = Hyperlink(ref=link.coordinate, location=f"'{name}'!{mark.place}")
        link.font = _LINK
    sheet.page_setup.paperSize = sheet.PAPERSIZE_A4
    sheet.page_setup.orientation = "landscape"
    sheet.page_setup.fitToHeight = 0


def _lines(shown: list, marks: list, note: str) -> list[str]:
    """What stands above the list."""
    counts = Counter(mark.word for mark in marks)
    cells = {(mark.sheet, mark.place) for mark in marks}
    summary = "，".join(f"{word}{number}处" for word, number in counts.most_common())
    lines = [TITLE, "没有待改的内容。", HINT]
    if marks:
        lines[1] = f"共{len(marks)}处待改，在{len(cells)}个单元格：{summary}。"
    if note:
        lines.append(note)
    if len(marks) > len(shown):
        lines.append(f"太多，只列出前{len(shown)}处；改好这些后请再导入一次。")
    return lines


def _row(sheet, row: int, line, font) -> None:
    for column, content in enumerate(line, start=1):
        cell = sheet.cell(row, column)
        cell.font, cell.alignment = font, _WRAPPED
        if isinstance(content, str):
            write_text(cell, content)
        else:
            cell.value = content


def write_text(cell, text: str) -> None:
    """Write `text` as text, whatever it begins with; what no sheet can hold is left out."""
    cell.value = clean(text)[:LONGEST]
    if cell.value:
        cell.data_type = "s"
    if looks_like_formula(text):
        cell.quotePrefix = True  # so it stays text when somebody edits the cell


def clean(text: str) -> str:
    """`text` without the characters that XML cannot hold."""
    return ILLEGAL_CHARACTERS_RE.sub("", text).translate({0xFFFE: None, 0xFFFF: None})
