"""What the header of a file says, for a person to look at and to correct by hand."""

from collections.abc import Mapping
from dataclasses import dataclass

from openpyxl.utils import get_column_letter

from ledgers.cleaning import normal
from ledgers.importing.guard import FileRefused
from ledgers.importing.header import Header, find_header
from ledgers.importing.kinds import LedgerKind
from ledgers.importing.raw_sheets import RawSheet, read_grids

SAMPLES, LOOKED_AT = 3, 50  # cells shown of a column, and rows below the header searched for them


@dataclass(frozen=True)
class ColumnHead:
    """A column of the sheet: where it stands, what is written over it, and as what it is taken.

    `text` are the words over it from the top level down, joined by "/" ("" = none); `key` is the
    column of the ledger that it was taken for, `label` its name ("" = none); `samples` are the
    first cells below.
    """

    index: int
    letter: str
    text: str
    key: str
    label: str
    samples: tuple[str, ...]


@dataclass(frozen=True)
class SheetHead:
    """The header of a sheet. A choice of columns holds for every file with the same `shape`.

    `top` and `bottom` are the numbers of its rows on the sheet (1 = the first); `missing` are the
    labels of needed columns that it lacks: as long as there are any, the sheet is not read.
    """

    sheet: str
    top: int
    bottom: int
    columns: tuple[ColumnHead, ...]
    shape: str
    missing: tuple[str, ...]


def read_header(
    kind: LedgerKind,
    content: bytes,
    name: str,
    columns: Mapping[str, Mapping[int, str]] | None = None,
) -> list[SheetHead]:
    """The headers of all sheets that have one, also where columns are missing; none is refused.

    `columns` as for `read_file`. Raises Refused only where the file itself cannot be taken.
    """
    found = []
    for grid in read_grids(content, name):
        choice = (columns or {}).get(grid.name)
        check_choice(kind, choice or {})
        header = find_header(grid, kind, choice)
        if header is not None:
            found.append(head_of(grid, header))
    return found


def check_choice(kind: LedgerKind, choice: Mapping[int, str]) -> None:
    """Raises Refused where a choice of columns cannot be: an unknown column, or one twice."""
    labels = {column.key: column.label for column in kind.columns}
    seen: set[str] = set()
    for index, key in choice.items():
        if key and key not in labels:
            raise FileRefused(f"{kind.title}没有“{key}”这一列，请重新选择。")
        if key in seen:
            raise FileRefused(f"“{labels[key]}”选了两列，请只留一列。")
        if index < 0:
            raise FileRefused("列号不对，请重新选择。")
        seen |= {key} - {""}


def head_of(grid: RawSheet, header: Header) -> SheetHead:
    """What `header` says of its sheet."""
    columns = []
    for index in range(grid.width):
        column = header.columns.get(index)
        samples = _samples(grid, header, index)
        text = _text(grid, header, index)
        if text or samples:
            key, label = (column.key, column.label) if column else ("", "")
            letter = get_column_letter(index + 1)
            columns.append(ColumnHead(index, letter, text, key, label, samples))
    missing = tuple(column.label for column in header.missing)
    return SheetHead(
        grid.name, header.top + 1, header.bottom + 1, tuple(columns), header.shape, missing
    )


def _text(grid: RawSheet, header: Header, index: int) -> str:
    """The words over a column as they are written, units and brackets included."""
    if index not in header.paths:
        return ""
    parts: list[str] = []
    for row in range(header.top, header.bottom + 1):
        text = normal(grid.at(row, index)).replace("\n", "")
        if text and text not in parts[-1:]:
            parts.append(text)
    levels = header.paths[index].count("/") + 1
    return "/".join(parts) if len(parts) >= levels else header.paths[index]


def _samples(grid: RawSheet, header: Header, index: int) -> tuple[str, ...]:
    found: list[str] = []
    for row in range(header.bottom + 1, min(header.bottom + 1 + LOOKED_AT, len(grid.rows))):
        cells = grid.rows[row]
        if index < len(cells) and (text := normal(cells[index])):
            found.append(text[:40])
            if len(found) == SAMPLES:
                break
    return tuple(found)
