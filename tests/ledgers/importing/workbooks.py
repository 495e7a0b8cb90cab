"""Sample workbooks, and workbooks written for a test."""

from io import BytesIO
from pathlib import Path

import openpyxl

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
