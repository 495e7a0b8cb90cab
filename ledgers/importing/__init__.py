"""Any workbook of a ledger, back in: open it safely, find its table, clean it, compare it.

    file → guard (what is refused) → grid (cells) → sheet (header, rows, totals)
         → kind (which columns, which rules) → outcome (each row with its status and problems)

A kind is declared once, on the floor of its models (`courtyards/imports/` and so on); everything
here knows no ledger in particular.
"""
