"""A list too long to hold: its rows one by one, from a text table of any length, plain or packed.

The same eyes as for a ledger's file: the guard, the encodings and delimiters, the search for the
header. Only the rows below it are not walked through cell by cell, and none of them is kept.
A workbook is taken as well, as long as a ledger's may be.
"""

import csv
import gzip
import lzma
from collections.abc import Iterator
from functools import partial
from itertools import chain, islice
from pathlib import Path
from typing import NamedTuple

from ledgers.importing.encoding import delimiter_of, encoding_of
from ledgers.importing.guard import OLE, FileRefused, check_size, why_ole
from ledgers.importing.header import SEARCHED_ROWS, Header, find_header
from ledgers.importing.kinds import LedgerKind
from ledgers.importing.raw_sheets import RawSheet, read_grids

PACKED = {b"\xfd7zXZ\x00": lzma.open, b"\x1f\x8b": gzip.open}
_WORKBOOK = b"PK\x03\x04"
_BLOCK = 1 << 20
_HEAD = 1 << 16  # bytes of a binary file that say why it is not taken
_BEGINNING = 4096  # characters that show what stands between the cells

Row = tuple[int, list]  # its number in the file, its cells


class Table(NamedTuple):
    """The head of a long list, and its rows below that, which can be walked through once.

    `header` is None where no row of the beginning is one. While they are walked through, rows
    raise Refused where a packed file turns out to be cut off or a row is not valid.
    """

    header: Header | None
    top: list  # the cells of the row in which the header begins; of the first where there is none
    rows: Iterator[Row]


def open_table(path: Path, kind: LedgerKind) -> Table:
    """The list of `kind` in the file at `path`. Raises Refused with a reason in Chinese."""
    rows = _rows_of(path)
    first = list(islice(rows, SEARCHED_ROWS))
    # Heads of data files are typed by machines: Code and CODE are code.
    grid = RawSheet(
        path.name, [[str(cell).strip().lower() for cell in cells] for _, cells in first]
    )
    header = find_header(grid, kind)
    if header is not None and not header.columns:
        header = None  # a row of data in the place of a heading
    below = header.bottom + 1 if header else 1
    top = first[header.top if header else 0][1] if first else []
    return Table(header, top, chain(first[below:], rows))


def _rows_of(path: Path) -> Iterator[Row]:
    """The rows of the file, by what its first bytes say that it is rather than by its name."""
    try:
        with path.open("rb") as file:
            start = file.read(_HEAD)
        if start.startswith(OLE):
            raise FileRefused(why_ole(start))
        if start.startswith(_WORKBOOK):
            check_size(path.stat().st_size)
            yield from enumerate(read_grids(path.read_bytes(), path.name)[0].rows, start=1)
            return
        opened = next((way for magic, way in PACKED.items() if start.startswith(magic)), open)
        yield from _text_rows(partial(opened, path))
    except (EOFError, lzma.LZMAError, gzip.BadGzipFile) as error:
        raise FileRefused(f"压缩文件不完整或已损坏：{path.name}。") from error
    except OSError as error:
        raise FileRefused(f"无法读取文件{path}：{error.strerror or error}。") from error


def _text_rows(opened) -> Iterator[Row]:
    """Once through for the encoding, once for the rows: never whole into memory."""

    def blocks() -> Iterator[bytes]:
        with opened("rb") as file:
            while block := file.read(_BLOCK):
                yield block

    encoding = encoding_of(blocks)
    with opened("rt", encoding=encoding, newline="") as text:
        delimiter = delimiter_of(text.read(_BEGINNING))
    with opened("rt", encoding=encoding, newline="") as text:
        # PostgreSQL cannot hold the character zero; as another control character it is found.
        reader = csv.reader((line.replace("\0", "\1") for line in text), delimiter=delimiter)
        try:
            for row in reader:
                yield reader.line_num, row
        except csv.Error as error:
            raise FileRefused(f"第{reader.line_num}行不是有效的CSV：{error}。") from error
