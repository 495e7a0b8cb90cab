"""What is refused before a file is read, each with a reason that says what to do."""

import zipfile
from dataclasses import dataclass
from io import BytesIO
from xml.parsers import expat

from openpyxl.utils.cell import column_index_from_string

LARGEST_FILE = 20 * 1024 * 1024
LARGEST_UNPACKED = 200 * 1024 * 1024
MOST_ROWS = 100_000
# A table wider than this is no ledger; one far-off cell would make a reader fill all between.
MOST_COLUMNS = 104
OLE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
_ENCRYPTED = "EncryptedPackage".encode("utf-16-le")
_CHUNK = 1 << 20
_BROKEN = "文件已损坏，打不开，请用表格软件打开后另存为.xlsx再导入。"


class FileRefused(Exception):
    """The whole file cannot be taken; the message says why, in Chinese."""


class _Unpacks(Exception):
    """A package unpacks to more than it may."""


@dataclass
class Admitted:
    """A file that may be read: its form (xlsx, csv), and whether formulas in it have failed.

    `cells`: how many a workbook has, empty ones and those that are covered by merged fields included.
    """

    form: str
    has_errors: bool = False
    cells: int = 0


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
        raise FileRefused(f"文件超过{most}，请删去图片和多余的工作表，或分成几个文件再导入。")


def check(content: bytes, name: str, limits: Limits = OF_A_LEDGER) -> Admitted:
    """What a file is that may be read; raises Refused for any other."""
    check_size(len(content), limits)
    if not content.strip():
        raise FileRefused("文件是空的，请核对后重新选择。")
    if content.startswith(OLE):
        raise FileRefused(why_ole(content))
    if zipfile.is_zipfile(BytesIO(content)):
        admitted = Admitted("xlsx")
        _check_package(content, admitted, limits)
        return admitted
    if content.startswith(b"PK"):
        raise FileRefused(_BROKEN)
    if name.lower().endswith((".csv", ".txt", ".tsv")):
        return Admitted("csv")
    raise FileRefused("这不是工作簿，请导入.xlsx或.csv文件。")


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
                raise FileRefused("文件设了打开密码，请取消密码后再导入。")
            if sum(part.file_size for part in parts) > limits.room:
                raise _Unpacks
            unpacked = 0
            for part in parts:
                unpacked += _check_part(package, part, limits.room - unpacked, admitted)
    except _Unpacks as error:
        most = f"{limits.unpacked >> 20}MB" if limits.unpacked else "200MB"
        raise FileRefused(f"文件解压后超过{most}，请删去多余内容后再导入。") from error
    except (
        zipfile.BadZipFile,
        EOFError,
        OSError,
        RuntimeError,
        ValueError,
        expat.ExpatError,
    ) as error:
        raise FileRefused(_BROKEN) from error


def _refuse_by_names(names: list[str]) -> None:
    lower = [name.lower() for name in names]
    if not any(name.startswith("xl/") for name in lower) or "[content_types].xml" not in lower:
        raise FileRefused("这不是工作簿，请导入.xlsx或.csv文件。")
    if any("vbaproject" in name or "/macrosheets/" in name for name in lower):
        raise FileRefused("工作簿带有宏，请另存为不带宏的.xlsx再导入。")
    if any(name.startswith("xl/externallinks/") for name in lower):
        raise FileRefused("工作簿引用了别的文件，请把公式粘贴为数值、断开链接后再导入。")
    if any(name.endswith(".bin") and "workbook" in name for name in lower):
        raise FileRefused("这是.xlsb文件，请用表格软件另存为.xlsx再导入。")


def _check_part(
    package: zipfile.ZipFile, part: zipfile.ZipInfo, room: int, admitted: Admitted
) -> int:
    """Unpack one part piece by piece, looking at what a reader could be harmed by; its size."""
    scan = _Scan(admitted) if part.filename.lower().endswith((".xml", ".rels")) else None
    size = 0
    with package.open(part) as stream:
        while chunk := stream.read(_CHUNK):
            size += len(chunk)
            if size > room:
                raise _Unpacks
            if scan:
                scan.feed(chunk)
    if scan and size:
        scan.close()
    return size


class _Scan:
    """An XML part as it streams by: no definitions, and where it is a sheet, its cells within bounds.

    Elements go by their names, whatever their prefix. A row or cell that does not say its place
    follows the one before. Each cell of a long file comes by here, so little is done for one.
    """

    def __init__(self, admitted: Admitted):
        self.admitted = admitted
        self.is_sheet: bool | None = None  # known once the outermost element begins
        self.row = self.column = 0  # from 1; of the last cell that named no place, or was looked at
        self.place = ""  # of the last cell, as it names it
        self.far = ""  # why the cell that has begun may not hold anything
        self.kinds: dict[str, str] = {}
        self.parser = expat.ParserCreate()
        self.parser.ordered_attributes = True
        self.parser.StartElementHandler = self._root
        self.parser.StartDoctypeDeclHandler = _refuse_definitions

    def feed(self, chunk: bytes) -> None:
        # A spreadsheet program writes UTF-8; in another coding a definition could hide.
        if b"\0" in chunk:
            _refuse_definitions()
        if self.is_sheet is not False:
            self.parser.Parse(chunk, False)

    def close(self) -> None:
        """Raise ExpatError where a sheet has no end."""
        if self.is_sheet is not False:
            self.parser.Parse(b"", True)

    def _root(self, tag: str, attributes: list) -> None:
        self.is_sheet = _local(tag) == "worksheet"
        self.parser.StartElementHandler = self._element if self.is_sheet else None

    def _element(self, tag: str, attributes: list) -> None:
        kind = self.kinds.get(tag) or self.kinds.setdefault(tag, _local(tag))
        if kind == "c":
            self._cell(attributes)
        elif self.far and kind in ("v", "is", "f"):
            # Only a cell that holds something makes a reader fill all between.
            raise FileRefused(self.far)
        elif kind == "row":
            self.row = int(_named(attributes, "r") or self._last()[0] + 1)
            self.column, self.place, self.far = 0, "", ""
        elif kind == "mergeCell":
            self.admitted.cells += _area(_named(attributes, "ref"))

    def _cell(self, attributes: list) -> None:
        self.admitted.cells += 1
        if attributes and attributes[0] == "r":
            self.place = attributes[1]
        else:
            row, column = self._last()
            self.place = _named(attributes, "r")
            self.row, self.column = row, column + 1
        if "e" in attributes and _named(attributes, "t") == "e":
            self.admitted.has_errors = True
        self.far = ""
        if not _is_near(self.place):
            row, column = self._last()
            if row > MOST_ROWS:
                self.far = "工作表超过10万行，请分成几个文件再导入。"
            elif column > MOST_COLUMNS:
                self.far = f"工作表超过{MOST_COLUMNS}列，请删去表格右边多余的内容再导入。"

    def _last(self) -> tuple[int, int]:
        """Row and column of the last cell."""
        if self.place:
            self.row, self.column = _place(self.place)
        return self.row, self.column


def _is_near(place: str) -> bool:
    """Whether a place is plainly within bounds: A1 to Z99999, as most are."""
    return len(place) <= 6 and place[1:2].isdigit()


def _named(attributes: list, name: str) -> str:
    """The attribute of this name in a list of names and values by turns, or nothing."""
    return dict(zip(attributes[::2], attributes[1::2], strict=True)).get(name, "")


def _refuse_definitions(*_) -> None:
    raise FileRefused("工作簿里有不该有的实体定义，不是表格软件生成的，不能导入。")


def _local(tag: str) -> str:
    return tag.rpartition(":")[2]


def _place(text: str) -> tuple[int, int]:
    """Row and column, from 1, of D7."""
    letters = text.rstrip("0123456789")
    return int(text[len(letters) :]), column_index_from_string(letters)


def _area(text: str) -> int:
    """How many cells A1:D7 has."""
    first, _, last = text.partition(":")
    (top, left), (bottom, right) = _place(first), _place(last or first)
    return (abs(bottom - top) + 1) * (abs(right - left) + 1)
