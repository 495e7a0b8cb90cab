"""The grid 表格录入: many rows at once, cell by cell, as in a spreadsheet.

cells.py says what a grid consists of, rows.py makes one of any ledger with a form; the page and the
cell-by-cell saving are in `ledgers/grid/views.py`, the keyboard in `static/js/grid/`.
"""

from ledgers.grid.cells import Cell, Grid, GridColumn, Row, Saved
from ledgers.grid.rows import LedgerGrid

__all__ = ["Cell", "GridColumn", "Grid", "LedgerGrid", "Row", "Saved"]
