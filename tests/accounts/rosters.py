"""Rosters for tests: real workbooks, filled in by hand."""

import io

from openpyxl import Workbook

from orgs.accounts.roster_workbook import COLUMNS

HEADERS = [header + "*" * required for _, header, required, _ in COLUMNS]
KEYS = [key for key, *_ in COLUMNS]


def roster(*rows: dict, headers=HEADERS, name="名册.xlsx"):
    """A workbook of `rows` (texts by column key), ready to be uploaded."""
    book = Workbook()
    sheet = book.active
    sheet.append(headers)
    for row in rows:
        sheet.append([row.get(key) for key in KEYS])
    target = io.BytesIO()
    book.save(target)
    target.seek(0)
    target.name = name
    return target
