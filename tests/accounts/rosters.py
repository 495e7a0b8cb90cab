"""Rosters for tests: real workbooks, filled in by hand."""

import io

from openpyxl import Workbook

from orgs.accounts.roster_workbook import KEYS, LABELS, REQUIRED

HEADERS = [LABELS[key] + "*" * (key in REQUIRED) for key in KEYS]


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
