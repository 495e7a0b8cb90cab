"""Reading an official list of divisions: CSV, plain or packed, in either Chinese encoding.

The list is read once through for its encoding and once for its lines, never whole into memory:
the country's has 665,000 lines. What the lines mean, orgs/divisions/services.py says.
"""

import codecs
import csv
import gzip
import lzma
from collections.abc import Iterator
from pathlib import Path
from typing import NamedTuple

REQUIRED = ("code", "name", "level")
OPTIONAL = ("parent_code", "short_name")
COLUMNS = (*REQUIRED, *OPTIONAL)
# What Windows and Excel in China write where they do not write UTF-8 (GB 18030-2005).
ENCODINGS = ("utf-8-sig", "gb18030")
PACKED = {b"\xfd7zXZ\x00": lzma.open, b"\x1f\x8b": gzip.open}
BLOCK = 1 << 20


class UnreadableList(Exception):
    """The file cannot be read as a list of divisions; the message says in Chinese why."""


class Line(NamedTuple):
    """One line of the list: its number in the file, its cells, or why it has none."""

    number: int
    cells: tuple[str, ...]  # in the order of COLUMNS
    problem: str = ""


def lines_of(path: Path) -> Iterator[Line]:
    """The lines of the list at `path` below its heading, one by one; blank ones are left out.

    Raises UnreadableList, also in the middle, where a packed file turns out to be cut off.
    """
    try:
        opened = _opener(path)
        encoding = _encoding(opened, path)
        with opened(path, "rt", encoding=encoding, newline="") as text:
            # PostgreSQL cannot hold the character zero; as another control character it is found.
            yield from _lines(csv.reader(line.replace("\0", "\1") for line in text))
    except (EOFError, lzma.LZMAError, gzip.BadGzipFile) as error:
        raise UnreadableList(f"压缩文件不完整或已损坏：{path.name}。") from error
    except OSError as error:
        raise UnreadableList(f"无法读取文件{path}：{error.strerror or error}。") from error


def _opener(path: Path):
    """The function that opens the file, by its first bytes rather than by its name."""
    with path.open("rb") as file:
        start = file.read(6)
    return next((opener for magic, opener in PACKED.items() if start.startswith(magic)), open)


def _encoding(opened, path: Path) -> str:
    """The first encoding in which the whole file makes sense."""
    for encoding in ENCODINGS:
        decoder = codecs.getincrementaldecoder(encoding)()
        with opened(path, "rb") as file:
            try:
                while block := file.read(BLOCK):
                    decoder.decode(block)
                decoder.decode(b"", final=True)
            except UnicodeDecodeError:
                continue
        return encoding
    raise UnreadableList("文件编码无法识别，请另存为UTF-8或GB18030编码的CSV文件。")


def _lines(reader) -> Iterator[Line]:
    try:
        heading = [cell.strip().lower() for cell in next(reader, [])]
        where = _places(heading)
        for row in reader:
            if not any(row) or not any(cell.strip() for cell in row):
                continue
            if len(row) != len(heading):
                problem = f"应有{len(heading)}列，实有{len(row)}列。"
                yield Line(reader.line_num, ("",) * len(COLUMNS), problem)
                continue
            cells = tuple([row[i].strip() if i is not None else "" for i in where])
            yield Line(reader.line_num, cells)
    except csv.Error as error:
        raise UnreadableList(f"第{reader.line_num}行不是有效的CSV：{error}。") from error


def _places(heading: list[str]) -> list[int | None]:
    """Where each of COLUMNS stands in the heading; None for an optional one that is not there."""
    missing = [name for name in REQUIRED if name not in heading]
    if missing:
        raise UnreadableList(
            f"首行缺少列：{'、'.join(missing)}。首行应为：{','.join([*REQUIRED, 'parent_code'])}。"
        )
    twice = [name for name in COLUMNS if heading.count(name) > 1]
    if twice:
        raise UnreadableList(f"首行的列重复：{'、'.join(twice)}。")
    return [heading.index(name) if name in heading else None for name in COLUMNS]
