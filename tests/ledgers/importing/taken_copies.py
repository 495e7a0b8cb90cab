"""Working copies of the demo county taken out, saved by openpyxl, edited, and read back in."""

import io
from datetime import date

import openpyxl

from ledgers import clock, registry
from ledgers.importing.outcome import read_file
from ledgers.workbooks import WorkbookFile
from orgs.imports.permitted import KINDS


def taken(kind, user, form="copy"):
    """The working copy (or official form) of a whole ledger, as bytes."""
    ledger, workbook = registry.workbook_of(kind)
    on = clock.today()
    rows = ledger.queryset(user, on)
    target = io.BytesIO()
    WorkbookFile(workbook, queryset=rows, user=user, on=on, asked=[]).write(form, target)
    return target.getvalue()


def saved(content, edit=None):
    """The file as openpyxl saves it, with what `edit(sheet)` does to it."""
    book = openpyxl.load_workbook(io.BytesIO(content))
    if edit:
        edit(book.worksheets[0])
    stream = io.BytesIO()
    book.save(stream)
    return stream.getvalue()


def read(kind, content, **more):
    return read_file(KINDS[kind], content, "底稿.xlsx", today=clock.today(), **more)


def column(sheet, *words) -> int:
    """The number of the column under these header words."""
    found = next(cell.column for cell in sheet[3] if cell.value == words[0])
    while len(words) > 1 and sheet.cell(4, found).value != words[1]:
        found += 1
    return found


# For each kind: the words over a column, what its value becomes, and the value that changes.
EDITS = {
    "courtyards": (("户数",), 21, "households"),
    "party_organizations": (("党员数", "正式"), 43, "full_members"),
    "pairings": (("到岗时间",), date(2021, 4, 1), "since"),
    "weekly": (("总投资（万元）",), 98765, "total_wan"),
    "fringe": (("私搭乱建", "处"), 4321, "structures"),
    "patrols": (("整改时限",), date(2021, 4, 29), "due_on"),
}


def edit_ten(sheet, kind) -> list[int]:
    """Write the value of EDITS into ten lines of the sheet; their numbers."""
    words, value, _ = EDITS[kind]
    place = column(sheet, *words)
    rows = [line[0].row for line in sheet.iter_rows() if isinstance(line[0].value, int)][3:13]
    for row in rows:
        sheet.cell(row, place).value = value
    return rows


def assert_ten_changes(outcome, kind, edited) -> None:
    """Exactly the lines `edited` changed, each in the one value of EDITS."""
    _, value, name = EDITS[kind]
    changed = [record for record in outcome.records if record.status != "unchanged"]
    assert [(record.row, record.status, set(record.changes)) for record in changed] == [
        (row, "changed", {name}) for row in edited
    ]
    assert len(edited) == 10 and all(record.changes[name][1] == value for record in changed)
