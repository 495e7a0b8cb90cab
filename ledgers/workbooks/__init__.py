"""Ledgers as workbooks in their official shape, and as working copies that come back.

    declaration (declare) → rows, serial numbers and totals (lines) → a sheet (official, copy)

A workbook is declared once, on the floor that knows all of its columns (`courtyards/imports/workbooks.py`
is a good example), and hung onto the ledger whose rows it takes. The shapes are those of the paper
forms, domain notes 4.8.
"""

from ledgers.workbooks.answer import FORMS, WorkbookFile
from ledgers.workbooks.declare import Workbook, WorkbookColumn

__all__ = ["FORMS", "WorkbookColumn", "Workbook", "WorkbookFile"]
