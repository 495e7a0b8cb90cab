"""Exports of exactly the rows that a list shows: CSV by PostgreSQL's COPY, XLSX by XlsxWriter.

CSV: every column of a ledger can be said as an SQL expression (`Column.expression`), so the
database writes the whole file by itself; that is five times faster than building rows in Python
and the only mechanism for CSV. XLSX is written row by row from the same plain values as the list,
through a server-side cursor, in constant memory.

Both begin with one line of title, day and filter, marked 示例数据 in demo mode, then the headers.
"""

import tempfile
from datetime import date
from urllib.parse import quote

import xlsxwriter
from django.conf import settings
from django.db import connection
from django.http import FileResponse

from ledgers import clock, formats
from ledgers.streamed import FORMULA_SIGNS, TEXT_STAYS_TEXT, write_line, write_text

BOM = "\ufeff"
# Spreadsheets read a cell that begins with one of these as a formula (OWASP, CSV injection); the
# full-width ones count too, and control characters, which some pass over before they look. `ascii`
# is PostgreSQL's code of the first character, 0 where there is none.
FORMULA_CODES = ", ".join(str(ord(sign)) for sign in FORMULA_SIGNS)
IS_FORMULA = f"(ascii({{0}}) IN ({FORMULA_CODES}, 127) OR ascii({{0}}) BETWEEN 1 AND 31)"
IN_MEMORY = 4 * 1024 * 1024  # larger files wait on disk until they are sent


class Export:
    """A file of the rows of `queryset` under the columns of `plan`.

    `asked` says in words what was filtered; `on` is the day that the rows speak of.
    """

    KINDS = {
        "csv": "text/csv; charset=utf-8",
        "xlsx": "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
    }

    def __init__(self, *, title: str, plan, queryset, on: date, asked: list[str], by: str = ""):
        self.title, self.plan, self.queryset = title, plan, queryset
        self.on, self.asked, self.by = on, asked, by
        self.rows = 0  # known once the file is written
        self.on_row = None  # called with the number of each row as it is written as a workbook

    def response(self, kind: str) -> FileResponse:
        """The file as a download. It is written before the answer begins: no half files."""
        target = tempfile.SpooledTemporaryFile(max_size=IN_MEMORY)  # noqa: SIM115 (sent, then closed)
        self.write(kind, target)
        target.seek(0)
        return download(target, self.name(kind))

    def name(self, kind: str) -> str:
        """The name under which the file is offered."""
        return f"{self.title}_{self.on:%Y%m%d}.{kind}"

    def write(self, kind: str, target) -> None:
        """Write the rows to the binary file `target`."""
        {"csv": self.write_csv, "xlsx": self.write_xlsx}[kind](target)

    def heading(self) -> str:
        """The first line, which is the file's watermark too: who took it out, and when.

        示例数据 · 楼院台账 · 截至2021年4月30日 · 筛选：类别：片区 · 导出：示例甲（suohe）4月30日 09:00.
        """
        asked = f"筛选：{'、'.join(self.asked)}" if self.asked else "全部"
        parts = [self.title, f"截至{formats.zh_date(self.on)}", asked]
        return " · ".join((["示例数据"] if settings.DEMO else []) + parts + self._watermark())

    def _watermark(self) -> list[str]:
        return watermark(self.by)

    # -- CSV ----------------------------------------------------------------------------------

    def write_csv(self, target) -> None:
        """Write the rows to the binary file `target`, text cells safe from formula reading."""
        target.write(f"{BOM}{_csv_cell(self.heading())}\r\n".encode())
        target.write((",".join(map(_csv_cell, self.plan.labels())) + "\r\n").encode())
        with connection.cursor() as cursor:
            # Django's own cursor has no COPY; its inner one is psycopg2's.
            cursor.cursor.copy_expert(self._copy_statement(cursor), target)
            self.rows = cursor.cursor.rowcount

    def _copy_statement(self, cursor) -> str:
        """COPY of the rows. The inner query sorts; the outer one only makes text cells safe."""
        cells = self.plan.cells
        outputs = {f"c{i}": cell.expression() for i, cell in enumerate(cells)}
        inner, params = (
            self.queryset.annotate(**outputs).values_list(*outputs).query.sql_with_params()
        )
        names = [
            f"CASE WHEN {IS_FORMULA.format(f'c{i}::text')} THEN '''' || c{i} ELSE c{i}::text END"
            if cell.free_text
            else f"c{i}"
            for i, cell in enumerate(cells)
        ]
        columns = ", ".join(outputs)
        query = f"SELECT {', '.join(names)} FROM ({inner}) AS rows({columns})"  # noqa: S608 (Django's SQL)
        query = cursor.mogrify(query.replace("%", "%%") if not params else query, params).decode()
        return f"COPY ({query}) TO STDOUT WITH (FORMAT csv, ENCODING 'UTF8')"

    # -- XLSX ---------------------------------------------------------------------------------

    def write_xlsx(self, target) -> None:
        """Write the rows as a workbook: numbers as numbers, dates as dates, the rest as text."""
        options = {"constant_memory": True, "in_memory": False, **TEXT_STAYS_TEXT}
        with xlsxwriter.Workbook(target, options) as book:
            sheet = book.add_worksheet("台账")
            sheet.freeze_panes(2, 1)
            bold = book.add_format({"bold": True, "text_wrap": True, "bg_color": "#F3EFE8"})
            for index, cell in enumerate(self.plan.cells):
                sheet.set_column(index, index, cell.width)
            write_text(sheet, 0, 0, self.heading(), book.add_format({"bold": True}))
            sheet.write_row(1, 0, self.plan.labels(), bold)
            self._write_rows(book, sheet)

    def _write_rows(self, book, sheet) -> None:
        looks = {"": None}
        records = self.plan.records(self.queryset).iterator(chunk_size=2000)
        for number, record in enumerate(records, start=2):
            self.rows = number - 1
            if self.on_row:
                self.on_row(self.rows)
            cells = []
            for cell, places, _ in self.plan.steps:
                values = [record[place] for place in places]
                content = cell.sheet(*values)
                code = cell.sheet_format(*values) if content != "" else ""
                if code not in looks:
                    looks[code] = book.add_format({"num_format": code})
                cells.append((content, looks[code]))
            write_line(sheet, number, cells)


def download(target, name: str) -> FileResponse:
    """The binary file `target` as a download under `name`, which says by its ending what it is."""
    ending = name.rpartition(".")[2]
    response = FileResponse(target, content_type=Export.KINDS[ending])
    return attached(response, name, plain=f"ledger.{ending}")


def attached(response, name: str, *, plain: str):
    """`response` to be kept under `name`; old programs, which read ASCII only, take `plain`."""
    response["Content-Disposition"] = (
        f"attachment; filename=\"{plain}\"; filename*=UTF-8''{quote(name)}"
    )
    return response


def signature(user) -> str:
    """An account as a file names it: its display name and its user name."""
    return f"{user.display_name}（{user.get_username()}）"


def watermark(by: str) -> list[str]:
    """The part of a file's first line that says who took it out, and when; none for nobody."""
    return [f"导出：{by}，{formats.zh_moment(clock.now())}"] if by else []


def _csv_cell(text: str) -> str:
    """A cell of the two lines that are not written by COPY."""
    return '"' + text.replace('"', '""') + '"'
