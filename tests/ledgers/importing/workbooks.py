"""Sample workbooks, and workbooks written for a test."""

from io import BytesIO
from pathlib import Path

import openpyxl

BROAD = "410182001002"  # the community 广场 of the samples
COURTYARD_HEAD = [
    "序号", "街道", "社区", "楼院名称", "楼栋数", "户数", "人口数", "楼院长", "电话", "是否成立自管会", "自管会成立时间",
]  # fmt: skip
COURTYARD_ROW = [
    1, "索河办", "广场社区", "示例院", 6, "约150", "400余人", "示例", "13800001111", "√", "2020.9.1",
]  # fmt: skip
SAMPLES = Path(__file__).parent / "samples"


def workbook(rows, *, merges=(), title="台账", **more_sheets) -> bytes:
    """An .xlsx with `rows` in its first sheet; further sheets by their names."""
    book = openpyxl.Workbook()
    book.active.title = title
    for row in rows:
        book.active.append(row)
    for span in merges:
        book.active.merge_cells(span)
    for name, lines in more_sheets.items():
        sheet = book.create_sheet(name)
        for line in lines:
            sheet.append(line)
    stream = BytesIO()
    book.save(stream)
    return stream.getvalue()
