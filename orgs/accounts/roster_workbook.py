"""The roster as a workbook: its columns, reading one that was sent, writing the empty one."""

import io
import zipfile
from dataclasses import dataclass
from datetime import date, datetime

import xlsxwriter
from django.core.exceptions import ValidationError
from openpyxl import load_workbook

from orgs.choices import Line, Role

MAX_BYTES = 2 * 1024 * 1024
# A workbook is a compressed archive: one that unpacks to more than this is not a roster.
MAX_UNPACKED = 40 * 1024 * 1024
MAX_ROWS = 1000
HEADER_WITHIN = 5  # the header stands in one of the first rows
MAX_CELL = 120
ENTRY_ROWS = 500

# key, header, required, what to fill in
COLUMNS = (
    ("name", "姓名", True, "与人员名册一致"),
    ("unit", "单位", False, "单位全称或简称"),
    ("office", "职务", False, "仅供核对"),
    ("phone", "电话", False, "只用来区分同名人员，不保存"),
    ("username", "账号", False, "不填则按姓名拼音拟定"),
    ("role", "角色", True, "从下拉列表选取"),
    ("division", "区划", True, "名称或代码；重名的填代码"),
    ("line", "战线", False, "不填为全部战线"),
    ("post", "任职", False, "授权随该任职终止，例如：书记"),
    ("since", "起始日期", False, "不填为今天"),
    ("until", "终止日期", False, "可不填"),
)
KEYS = tuple(key for key, *_ in COLUMNS)
HEADERS = {header: key for key, header, *_ in COLUMNS}
LABELS = {key: header for key, header, *_ in COLUMNS}


@dataclass(frozen=True)
class RosterRow:
    """One row as it was typed: its number in the sheet, and its texts by column key."""

    number: int
    cells: dict[str, str]

    def packed(self) -> list:
        """The row as plain lists, for the signed copy in the preview's form."""
        return [self.number, [self.cells[key] for key in KEYS]]

    @classmethod
    def unpacked(cls, packed: list) -> "RosterRow":
        """The row that `packed` gave."""
        number, texts = packed
        return cls(number, dict(zip(KEYS, texts, strict=True)))


def read(file) -> list[RosterRow]:
    """The rows of an uploaded workbook, empty ones left out. ValidationError says what is wrong."""
    content = _checked(file)
    try:
        book = load_workbook(io.BytesIO(content), read_only=True, data_only=True)
    except Exception as error:  # openpyxl raises whatever a broken part makes it raise
        raise ValidationError(
            "文件打不开，可能已损坏。请用表格软件另存为.xlsx后再上传。"
        ) from error
    try:
        return _rows_of(book.worksheets[0])
    finally:
        book.close()


def _checked(file) -> bytes:
    """The content of `file`, if it is a workbook of a size that a roster may have."""
    if file.size > MAX_BYTES:
        raise ValidationError("文件超过2MB，请删去多余的工作表、图片后再上传。")
    content = file.read(MAX_BYTES + 1)
    wrong = ValidationError("这不是.xlsx表格文件。请下载名册模板，填好后上传。")
    if not content.startswith(b"PK\x03\x04"):
        raise wrong
    try:
        with zipfile.ZipFile(io.BytesIO(content)) as archive:
            parts = {part.filename: part.file_size for part in archive.infolist()}
    except zipfile.BadZipFile:
        raise wrong from None
    if "[Content_Types].xml" not in parts or "xl/workbook.xml" not in parts:
        raise wrong
    if any(name.lower().endswith("vbaproject.bin") for name in parts):
        raise ValidationError("文件中有宏，不予接收。请另存为不含宏的.xlsx后再上传。")
    if sum(parts.values()) > MAX_UNPACKED:
        raise ValidationError("文件展开后过大，不像一份名册。请用名册模板重新填写。")
    return content


def _rows_of(sheet) -> list[RosterRow]:
    places: dict[str, int] = {}
    found: list[RosterRow] = []
    for number, values in enumerate(sheet.iter_rows(values_only=True), start=1):
        texts = [_text(value) for value in values]
        if not places:
            places = _header(texts)
            if not places and number >= HEADER_WITHIN:
                break
            continue
        cells = {key: texts[at] if at < len(texts) else "" for key, at in places.items()}
        if any(cells.values()):
            found.append(RosterRow(number, {key: cells.get(key, "") for key in KEYS}))
        if len(found) > MAX_ROWS:
            raise ValidationError(f"一次最多{MAX_ROWS}行，请分成几份上传。")
    _refuse_unfit(places, found)
    return found


def _header(texts: list[str]) -> dict[str, int]:
    """Where each column stands, if `texts` is the header: it has at least 姓名 and 角色."""
    names = [text.split("（")[0].replace("*", "").replace(" ", "") for text in texts]
    places = {HEADERS[name]: at for at, name in enumerate(names) if name in HEADERS}
    return places if {"name", "role"} <= places.keys() else {}


def _refuse_unfit(places: dict, found: list) -> None:
    if not places:
        raise ValidationError("没有找到表头。表头应含“姓名”“角色”“区划”等列，请使用名册模板。")
    missing = [header for key, header, required, _ in COLUMNS if required and key not in places]
    if missing:
        raise ValidationError(
            f"缺少{'、'.join(f'“{each}”' for each in missing)}列，请使用名册模板。"
        )
    if not found:
        raise ValidationError("表中没有人员，请在表头下面逐行填写。")


def _text(value) -> str:
    """A cell as text: dates as 2021-04-30, whole numbers without a point."""
    if value is None:
        return ""
    if isinstance(value, datetime):
        value = value.date()
    if isinstance(value, date):
        return value.isoformat()
    if isinstance(value, float) and value.is_integer():
        value = int(value)
    return str(value).strip()[:MAX_CELL]


def empty_roster(divisions: list[tuple[str, str]], units: list[str]) -> bytes:
    """The empty roster with drop-down lists; `divisions` are (code, name) pairs."""
    target = io.BytesIO()
    with xlsxwriter.Workbook(target, {"in_memory": True, "strings_to_formulas": False}) as book:
        sheet, lists = book.add_worksheet("名册"), book.add_worksheet("选项")
        head = book.add_format({"bold": True, "bg_color": "#F3EFE8", "border": 1})
        note = book.add_format({"italic": True, "font_color": "#5D626B", "text_wrap": True})
        text = book.add_format({"num_format": "@"})
        for at, (_key, header, required, hint) in enumerate(COLUMNS):
            sheet.write_string(0, at, header + "*" * required, head)
            sheet.write_comment(0, at, hint)
            sheet.set_column(at, at, 16, text)
        sheet.freeze_panes(1, 1)
        choices = {
            "role": [role.label for role in Role],
            "division": [f"{code} {name}" for code, name in divisions],
            "line": [line.label for line in Line],
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
