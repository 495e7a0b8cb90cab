"""A workbook as a download."""

import tempfile
from datetime import date

import xlsxwriter
from django.http import FileResponse

from ledgers.exports import IN_MEMORY, download
from ledgers.workbooks.copy import CopySheet
from ledgers.workbooks.official import OfficialSheet
from ledgers.workbooks.sheet import BOOK_OPTIONS

# What `?format=` may say besides csv and xlsx: the sheet, and what the file's name adds.
FORMS = {"official": (OfficialSheet, ""), "copy": (CopySheet, "工作底稿")}


class WorkbookFile:
    """The rows of `queryset` in the shape of `workbook`, for `user`, as of the day `on`."""

    def __init__(self, workbook, *, queryset, user, on: date, asked: list[str]):
        self.workbook, self.queryset = workbook, queryset
        self.about = {"user": user, "on": on, "asked": asked}
        self.rows = 0  # known once the file is written
        self.on_row = None  # called with the number of each row as it is read

    def write(self, form: str, target) -> None:
        """Write the book to the binary file `target`."""
        sheet_class, _ = FORMS[form]
        with xlsxwriter.Workbook(target, BOOK_OPTIONS) as book:
            sheet = sheet_class(book, self.workbook, **self.about)
            sheet.write(self._counted(self.workbook.records(self.queryset, self.about["on"])))

    def _counted(self, records):
        for self.rows, record in enumerate(records, start=1):
            if self.on_row:
                self.on_row(self.rows)
            yield record

    def name(self, form: str) -> str:
        """The name under which the file is offered."""
        return f"{self.workbook.label}{FORMS[form][1]}_{self.about['on']:%Y%m%d}.xlsx"

    def response(self, form: str) -> FileResponse:
        """The file as a download. It is written before the answer begins: no half files."""
        target = tempfile.SpooledTemporaryFile(max_size=IN_MEMORY)  # noqa: SIM115 (sent, then closed)
        self.write(form, target)
        target.seek(0)
        return download(target, self.name(form))
