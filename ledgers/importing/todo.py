"""The sheet 待改: how many mistakes there are, and each with a link to its cell."""

from collections import Counter

from ledgers.streamed import escaped

HEADS = ("序号", "类别", "工作表", "单元格", "项目", "问题和改法")
WIDTHS = (6, 10, 16, 10, 20, 80)
TITLE = "待改清单"
HINT = "点击“单元格”一列的位置可跳到该格；改好后保存，再从“导入”交回本文件。"
_START = (
    '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n'
    '<worksheet xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main">'
)


def todo_sheet(shown: list, marks: list, looks: dict[str, int]) -> str:
    """The XML of the sheet; `shown` are listed, all `marks` are counted.

    `looks` are the numbers of the styles head, link and text.
    """
    head = [looks["head"]] * len(HEADS)
    linked = [looks["link" if title == "单元格" else "text"] for title in HEADS]
    counts = Counter(mark.word for mark in marks)
    cells = {(mark.sheet, mark.place) for mark in marks}
    summary = "，".join(f"{word}{number}处" for word, number in counts.most_common())
    lines = [
        [TITLE],
        [
            f"共{len(marks)}处待改，在{len(cells)}个单元格：{summary}。"
            if marks
            else "没有待改的内容。"
        ],
        [HINT],
    ]
    if len(marks) > len(shown):
        lines.append([f"太多，只列出前{len(shown)}处；改好这些后请再导入一次。"])
    rows = [
        _row(number, line, head if number == 1 else [0]) for number, line in enumerate(lines, 1)
    ]
    top = len(lines) + 1
    rows.append(_row(top, HEADS, head))
    links = []
    for number, mark in enumerate(shown, start=1):
        row = top + number
        line = (number, mark.word, mark.sheet, mark.place, mark.label, mark.text)
        rows.append(_row(row, line, linked))
        target = f"'{mark.sheet.replace(chr(39), chr(39) * 2)}'!{mark.place}"
        links.append(f'<hyperlink ref="D{row}" location="{_attribute(target)}"/>')
    found = f"<hyperlinks>{''.join(links)}</hyperlinks>" if links else ""
    return (
        f"{_START}<cols>{_widths()}</cols><sheetData>{''.join(rows)}</sheetData>{found}"
        '<pageSetup paperSize="9" orientation="landscape" fitToHeight="0"/></worksheet>'
    )


def _widths() -> str:
    return "".join(
        f'<col min="{n}" max="{n}" width="{width}" customWidth="1"/>'
        for n, width in enumerate(WIDTHS, start=1)
    )


def _row(number: int, line, styles: list[int]) -> str:
    cells = []
    for place, content in enumerate(line):
        at = f'r="{chr(ord("A") + place)}{number}" s="{styles[place]}"'
        if isinstance(content, int):
            cells.append(f"<c {at}><v>{content}</v></c>")
        else:
            # Inline text is text, whatever it begins with.
            text = f'<t xml:space="preserve">{escaped(content)}</t>'
            cells.append(f'<c {at} t="inlineStr"><is>{text}</is></c>')
    return f'<row r="{number}">{"".join(cells)}</row>'


def _attribute(text: str) -> str:
    return escaped(text).replace('"', "&quot;")
