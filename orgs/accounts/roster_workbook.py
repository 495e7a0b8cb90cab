"""The roster as a workbook: its columns, reading one that was sent, writing the empty one."""

import io
from dataclasses import dataclass, field

import xlsxwriter
from django.core.exceptions import ValidationError

from ledgers import clock
from ledgers.importing.guard import FileRefused, Limits, check_size
from ledgers.importing.header import Header, find_header
from ledgers.importing.kinds import Setting
from ledgers.importing.raw_sheets import RawSheet, read_book
from ledgers.importing.rows import Record
from ledgers.importing.sheet import Sheet, take_apart
from orgs.accounts.roster_kind import RosterKind
from orgs.choices import Role, WorkLine

# A roster is read while its sender waits: it is a short file.
LIMITS = Limits(file=2 << 20, unpacked=40 << 20)
MAX_ROWS = 1000
ENTRY_ROWS = 500

KIND = RosterKind()
HINTS = {
    "name": "与人员名册一致",
    "unit": "单位全称或简称",
    "office": "仅供核对",
    "phone": "只用来区分同名人员，不保存",
    "username": "不填则按姓名拼音拟定",
    "role": "从下拉列表选取",
    "division": "名称或代码；重名的填代码",
    "line": "不填为全部战线",
    "post": "授权随该任职终止，例如：书记",
    "since": "不填为今天",
    "until": "可不填",
}
KEYS = KIND.fields
LABELS = {column.key: column.label for column in KIND.columns}
REQUIRED = tuple(column.key for column in KIND.columns if column.needed)


@dataclass(frozen=True)
class RosterRow:
    """One row as it was typed: its number in the sheet, and its texts by column key.

    `errors` are what the sheet itself says against a cell (a failed formula, a struck-out text),
    `notes` what may have been missed; both stay with the row until the file is sent again.
    """

    number: int
    cells: dict[str, str]
    errors: dict[str, str] = field(default_factory=dict)
    notes: tuple[str, ...] = ()

    def packed(self) -> list:
        """The row as plain lists, for the signed copy in the preview's form."""
        return [self.number, [self.cells[key] for key in KEYS], self.errors, list(self.notes)]

    @classmethod
    def unpacked(cls, packed: list) -> "RosterRow":
        """The row that `packed` gave."""
        number, texts, errors, notes = packed
        return cls(number, dict(zip(KEYS, texts, strict=True)), errors, tuple(notes))


@dataclass(frozen=True)
class Roster:
    """What a file says: its rows, and the lines below the header that were not taken for rows."""

    rows: list[RosterRow]
    passed_over: list[tuple[int, str]]


def read(file) -> Roster:
    """The rows of an uploaded workbook or CSV. ValidationError says what is wrong with it."""
    try:
        check_size(file.size, LIMITS)
        book = read_book(file.read(), file.name, limits=LIMITS)
    except FileRefused as refused:
        raise ValidationError(str(refused)) from refused
    sheets = list(filter(None, (take_apart(grid, KIND) for grid in book.grids)))
    if not sheets:
        raise ValidationError(_why_none(book.grids))
    if len(sheets) > 1:
        names = "、".join(f"“{sheet.name}”" for sheet in sheets)
        raise ValidationError(f"工作表{names}都是名册，请合并成一张，或分别上传。")
    sheet = sheets[0]
    rows = _rows_of(sheet)
    if not rows:
        raise ValidationError("表中没有人员，请在表头下面逐行填写。")
    if len(rows) > MAX_ROWS:
        raise ValidationError(f"一次最多{MAX_ROWS}行，请分成几份上传。")
    return Roster(rows, sheet.ignored)


def _why_none(grids: list[RawSheet]) -> str:
    """Which columns the likeliest sheet lacks."""
    heads = filter(None, (find_header(grid, KIND) for grid in grids))
    head = max(heads, key=lambda header: len(header.columns), default=None)
    if head is None or not head.columns:
        return "没有找到表头。表头应含“姓名”“角色”“区划”等列，请使用名册模板。"
    missing = "、".join(f"“{column.label}”" for column in head.missing)
    return f"缺少{missing}列，请使用名册模板。"


def _rows_of(sheet: Sheet) -> list[RosterRow]:
    today = clock.today()
    setting = Setting(sheet.reported_on, today, places=None)
    records = [record for reader in sheet.rows for record in KIND.read(reader, setting)]
    return [_row(record, sheet.header) for record in records]


def _row(record: Record, header: Header) -> RosterRow:
    """A row whose doubts must be mended in the file, but for those about its columns."""
    unsure = {one.text for one in header.unsure}
    errors = {one.key: one.text for one in record.problems if one.text not in unsure}
    notes = tuple(one.text for one in record.problems if one.text in unsure)
    return RosterRow(record.row, record.values, errors, notes)


def empty_roster(divisions: list[tuple[str, str]], units: list[str]) -> bytes:
    """The empty roster with drop-down lists; `divisions` are (code, name) pairs."""
    target = io.BytesIO()
    with xlsxwriter.Workbook(target, {"in_memory": True, "strings_to_formulas": False}) as book:
        sheet, lists = book.add_worksheet("名册"), book.add_worksheet("选项")
        head = book.add_format({"bold": True, "bg_color": "#F3EFE8", "border": 1})
        note = book.add_format({"italic": True, "font_color": "#5D626B", "text_wrap": True})
        text = book.add_format({"num_format": "@"})
        for at, column in enumerate(KIND.columns):
            sheet.write_string(0, at, column.label + "*" * column.needed, head)
            sheet.write_comment(0, at, HINTS[column.key])
            sheet.set_column(at, at, 16, text)
        sheet.freeze_panes(1, 1)
        choices = {
            "role": [role.label for role in Role],
            "division": [f"{code} {name}" for code, name in divisions],
            "line": [line.label for line in WorkLine],
            "unit": units,
        }
        for column, (key, words) in enumerate(choices.items()):
            _offer(sheet, lists, column, key, words)
        lists.write_string(0, len(choices), "本页供下拉列表使用，不必填写。", note)
    return target.getvalue()


def _offer(sheet, lists, column: int, key: str, words: list[str]) -> None:
    """Put `words` into the sheet of lists, and offer them in the roster's column."""
    lists.write_string(0, column, LABELS[key])
    lists.set_column(column, column, 28)
    for row, word in enumerate(words, start=1):
        lists.write_string(row, column, word)
    if not words:
        return
    letter, at = chr(ord("A") + column), KEYS.index(key)
    sheet.data_validation(
        1,
        at,
        ENTRY_ROWS,
        at,
        {
            "validate": "list",
            "source": f"=选项!${letter}$2:${letter}${len(words) + 1}",
            # A name or a code typed by hand is good too: the preview says whether it was found.
            "error_type": "information",
            "error_title": "请核对",
            "error_message": "列表中没有这一项，上传后会再核对。",
        },
    )
