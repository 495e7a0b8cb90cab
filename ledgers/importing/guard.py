"""What is refused before a file is read, each with a reason that says what to do."""

import re
import zipfile
from dataclasses import dataclass
from io import BytesIO

LARGEST_FILE = 20 * 1024 * 1024
LARGEST_UNPACKED = 200 * 1024 * 1024
MOST_ROWS = 100_000
# A table wider than this is no ledger; one far-off cell would make a reader fill all between.
MOST_COLUMNS = 104
OLE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
_ENCRYPTED = "EncryptedPackage".encode("utf-16-le")
_ENTITY = re.compile(rb"<!(?:DOCTYPE|ENTITY)", re.I)
# A cell with content beyond column CZ, or in a row of more than six digits or 100,001 and after.
_FAR_COLUMN = re.compile(rb"""r=["'](?:[D-Z][A-Z]|[A-Z]{3})\d+["'](?:[^>]*[^/])?>""")
_FAR_ROW = re.compile(
    rb"""r=["'][A-Z]+(?:[1-9]\d{6,}|[2-9]\d{5}|1[1-9]\d{4}|10[1-9]\d{3})["'](?:[^>]*[^/])?>"""
)
_ERROR_CELL = re.compile(rb"""\st=["']e["']""")
_CHUNK, _OVERLAP = 1 << 20, 256


class Refused(Exception):
    """The whole file cannot be taken; the message says why, in Chinese."""


class _Unpacks(Exception):
    """A package unpacks to more than it may."""


@dataclass
class Admitted:
    """A file that may be read: its form (xlsx, csv), and whether formulas in it have failed."""

    form: str
    has_errors: bool = False


@dataclass(frozen=True)
class Limits:
    """How large a file may be, packed and unpacked; None: as large as a ledger's."""

    file: int | None = None
    unpacked: int | None = None

    @property
    def file_bytes(self) -> int:
        return self.file or LARGEST_FILE

    @property
    def room(self) -> int:
        """How many bytes it may unpack to."""
        return self.unpacked or LARGEST_UNPACKED


OF_A_LEDGER = Limits()


def check_size(size: int, limits: Limits = OF_A_LEDGER) -> None:
    """Raise Refused for a file of more bytes than are read; asked before they are read, too."""
    if size > limits.file_bytes:
        most = f"{limits.file_bytes >> 20}MB"
        raise Refused(f"文件超过{most}，请删去图片和多余的工作表，或分成几个文件再导入。")


def check(content: bytes, name: str, limits: Limits = OF_A_LEDGER) -> Admitted:
    """What a file is that may be read; raises Refused for any other."""
    check_size(len(content), limits)
    if not content.strip():
        raise Refused("文件是空的，请核对后重新选择。")
    if content.startswith(OLE):
        raise Refused(why_ole(content))
    if zipfile.is_zipfile(BytesIO(content)):
        admitted = Admitted("xlsx")
        _check_package(content, admitted, limits)
        return admitted
    if content.startswith(b"PK"):
        raise Refused("文件已损坏，打不开，请用表格软件打开后另存为.xlsx再导入。")
    if name.lower().endswith((".csv", ".txt", ".tsv")):
        return Admitted("csv")
    raise Refused("这不是工作簿，请导入.xlsx或.csv文件。")


def why_ole(content: bytes) -> str:
    """Why a file of the old binary form (it begins with `OLE`) is not taken."""
    if _ENCRYPTED in content:
        return "文件设了打开密码，请取消密码后再导入。"
    return "这是旧版.xls文件（可能带宏），请用表格软件另存为.xlsx再导入。"


def _check_package(content: bytes, admitted: Admitted, limits: Limits) -> None:
    try:
        with zipfile.ZipFile(BytesIO(content)) as package:
            parts = package.infolist()
            names = [part.filename for part in parts]
            _refuse_by_names(names)
            if any(part.flag_bits & 1 for part in parts):
                raise Refused("文件设了打开密码，请取消密码后再导入。")
            if sum(part.file_size for part in parts) > limits.room:
                raise _Unpacks
            unpacked = 0
            for part in parts:
                unpacked += _check_part(package, part, limits.room - unpacked, admitted)
    except _Unpacks as error:
        most = f"{limits.unpacked >> 20}MB" if limits.unpacked else "200MB"
        raise Refused(f"文件解压后超过{most}，请删去多余内容后再导入。") from error
    except (zipfile.BadZipFile, EOFError, OSError, RuntimeError) as error:
        raise Refused("文件已损坏，打不开，请用表格软件打开后另存为.xlsx再导入。") from error


def _refuse_by_names(names: list[str]) -> None:
    lower = [name.lower() for name in names]
    if not any(name.startswith("xl/") for name in lower) or "[content_types].xml" not in lower:
        raise Refused("这不是工作簿，请导入.xlsx或.csv文件。")
    if any("vbaproject" in name or "/macrosheets/" in name for name in lower):
        raise Refused("工作簿带有宏，请另存为不带宏的.xlsx再导入。")
    if any(name.startswith("xl/externallinks/") for name in lower):
        raise Refused("工作簿引用了别的文件，请把公式粘贴为数值、断开链接后再导入。")
    if any(name.endswith(".bin") and "workbook" in name for name in lower):
        raise Refused("这是.xlsb文件，请用表格软件另存为.xlsx再导入。")


def _check_part(
    package: zipfile.ZipFile, part: zipfile.ZipInfo, room: int, admitted: Admitted
) -> int:
    """Unpack one part piece by piece, looking at what a reader could be harmed by; its size."""
    is_xml = part.filename.lower().endswith((".xml", ".rels"))
    is_sheet = "worksheets/" in part.filename.lower()
    size, tail = 0, b""
    with package.open(part) as stream:
        while chunk := stream.read(_CHUNK):
            size += len(chunk)
            if size > room:
                raise _Unpacks
            window = tail + chunk
            # A spreadsheet program writes UTF-8; in another coding a definition could hide.
            if is_xml and (b"\0" in window or _ENTITY.search(window)):
                raise Refused("工作簿里有不该有的实体定义，不是表格软件生成的，不能导入。")
            if is_sheet:
                _check_sheet_bounds(window)
                admitted.has_errors |= _ERROR_CELL.search(window) is not None
            tail = window[-_OVERLAP:]
    return size


def _check_sheet_bounds(window: bytes) -> None:
    if _FAR_ROW.search(window):
        raise Refused("工作表超过10万行，请分成几个文件再导入。")
    if _FAR_COLUMN.search(window):
        raise Refused(f"工作表超过{MOST_COLUMNS}列，请删去表格右边多余的内容再导入。")
