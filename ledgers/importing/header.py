"""Where a sheet's header is, and which of its columns is which."""

import hashlib
import re
from collections.abc import Mapping
from dataclasses import dataclass, field

from ledgers.cleaning import squash
from ledgers.importing.column_matching import Unsure, name_columns
from ledgers.importing.kinds import ImportColumn, LedgerKind, heading, unit_in
from ledgers.importing.non_data_rows import community_over
from ledgers.importing.raw_sheets import RawSheet

# Titles, the unit line and empty rows stand above a header; further down there is none.
SEARCHED_ROWS = 30
MOST_LEVELS = 4
# A row under the header that only names units: 万元, ㎡, 户.
_ONLY_UNIT = re.compile(
    r"[(\[]?(?:单位[::])?((?:千|万|亿)?元|万?(?:㎡|m2|平方米|平米)|亩|公顷|[户栋幢个人名处座车方台辆条%])[)\]]?"
)

# Units that one thing may be measured in several of; 户 and 栋 only repeat what the head says.
_MEASURES = re.compile(r"元|㎡|亩|公顷|%")


@dataclass
class Header:
    """The header rows (`top` to `bottom`) and what they say of each column of the sheet."""

    top: int
    bottom: int
    columns: dict[int, ImportColumn] = field(default_factory=dict)
    units: dict[str, str] = field(default_factory=dict)
    unknown: list[tuple[int, str]] = field(default_factory=list)
    paths: dict[int, str] = field(default_factory=dict)
    serial: int | None = None
    # Columns that may be what another one was taken for, or what the sheet seems to lack.
    unsure: list[Unsure] = field(default_factory=list)
    # What holds for every row because the sheet is all about it: a sheet for each community.
    given: dict[str, str] = field(default_factory=dict)
    # Needed columns that are not there; a header with any of them can be shown, and not read.
    missing: list[ImportColumn] = field(default_factory=list)

    @property
    def shape(self) -> str:
        """A digest of the header's words, column by column: files of one form have the same."""
        words = "\n".join(f"{column} {self.paths[column]}" for column in sorted(self.paths))
        return hashlib.sha256(words.encode()).hexdigest()[:32]


def find_header(
    grid: RawSheet, kind: LedgerKind, chosen: Mapping[int, str] | None = None
) -> Header | None:
    """The first header of `kind` in a sheet, or the likeliest one, which then has `missing` columns.

    `chosen`: which column of the sheet (0 = the first) is which, where a person says so; "" is
    none. Where the header stands does not depend on it.
    """
    words = kind.words
    likeliest = None
    for top in range(min(len(grid.rows), SEARCHED_ROWS)):
        if _hits(grid, top, words) < 3:
            continue
        header = _named(grid, Header(top, _bottom(grid, top, words)), kind)
        if not header.missing:
            likeliest = header
            break
        if likeliest is None or len(header.columns) > len(likeliest.columns):
            likeliest = header
    header = likeliest or _unknown_header(grid, kind)
    if header is None or not chosen:
        return header
    return _named(grid, Header(header.top, header.bottom), kind, chosen)


def at_odds(
    grid: RawSheet, row: int, texts: list[str], kind: LedgerKind, header: Header
) -> str | None:
    """What speaks against reading what stands under a further header in `row` as under `header`.

    "" where it says the same, None where the row, whose cells are `texts`, is no header at all.
    """
    written = [text for text in texts if text]
    known = {text for text in map(heading, written) if text in kind.words and not text.isdigit()}
    if len(known) * 2 <= len(written) or any(type(cell) in (int, float) for cell in grid.rows[row]):
        return None
    other = _named(grid, Header(row, row), kind)
    same = all(header.columns.get(place) == column for place, column in other.columns.items())
    measured = {key: unit for key, unit in other.units.items() if _MEASURES.search(unit)}
    if same and all(header.units.get(key) == unit for key, unit in measured.items()):
        return ""
    return f"第{row + 1}行另有一个表头，与上面的列不同，请把这部分移到另一张工作表。"


def _unknown_header(grid: RawSheet, kind: LedgerKind) -> Header | None:
    """The first row of at least three different words without a number: a header in other words."""
    for top, cells in enumerate(grid.rows[:SEARCHED_ROWS]):
        texts = {squash(cell) for cell in cells} - {""}
        if len(texts) > 2 and all(type(cell) is str for cell in cells if squash(cell)):
            return _named(grid, Header(top, _bottom(grid, top, kind.words)), kind)
    return None


def _hits(grid: RawSheet, row: int, words: set[str]) -> int:
    """How many different cells of a row are words of a header; 0 where few of its cells are."""
    cells = {heading(cell) for cell in grid.rows[row] if squash(cell)}
    found = cells & words
    return len(found) if len(found) * 3 >= len(cells) else 0


def _bottom(grid: RawSheet, top: int, words: set[str]) -> int:
    """The last row of the header: what merged cells cover, and further rows of known words."""
    bottom = max(
        [b for t, _, b, _ in grid.merges if t == top and b - top < MOST_LEVELS], default=top
    )
    while bottom + 1 < len(grid.rows) and bottom + 1 - top < MOST_LEVELS:
        below = [squash(cell) for cell in grid.rows[bottom + 1]]
        texts = [text for text in below if text]
        known = [text for text in texts if heading(text) in words and not text.isdigit()]
        if not texts or len(known) * 2 < len(texts):
            break
        bottom += 1
    if bottom + 1 < len(grid.rows) and _names_units(grid.rows[bottom + 1]):
        bottom += 1
    if bottom + 1 < len(grid.rows) and _numbers_columns(grid.rows[bottom + 1]):
        bottom += 1
    return bottom


def _names_units(cells: list) -> bool:
    """Whether a row holds nothing but units, at least two."""
    texts = [squash(cell) for cell in cells if squash(cell)]
    return len(texts) > 1 and all(_ONLY_UNIT.fullmatch(text) for text in texts)


def _numbers_columns(cells: list) -> bool:
    """Whether a row only numbers the columns: 1 2 3 …, or A B C …, 甲 乙 1 2 …."""
    texts = [squash(cell).strip("()") for cell in cells if squash(cell)]
    written = len(texts)
    while texts and texts[0] in {"栏次", "甲", "乙", "丙", "丁"}:
        texts = texts[1:]
    letters = [chr(ord("A") + place) for place in range(len(texts))]
    numbers = [str(place) for place in range(1, len(texts) + 1)]
    return written > 3 and len(texts) > 1 and texts in (numbers, letters)


def _path(grid: RawSheet, header: Header, column: int) -> tuple[str, str]:
    """The words above a column joined by "/", and the unit that one of them names."""
    parts, unit = [], ""
    for row in range(header.top, header.bottom + 1):
        if row > header.top and _numbers_columns(grid.rows[row]):
            continue
        cell = grid.at(row, column)
        only = _ONLY_UNIT.fullmatch(squash(cell)) if row > header.top else None
        if only and _names_units(grid.rows[row]):
            unit = only[1]
            continue
        if not squash(cell) and row < header.bottom and _stands_below(grid, header, row, column):
            cell = _to_the_left(grid, row, column)
        text = heading(cell) if squash(cell) else ""
        unit = unit_in(cell) or unit
        if text and (not parts or parts[-1] != text) and not text.isdigit():
            parts.append(text)
    return "/".join(parts), unit


def _stands_below(grid: RawSheet, header: Header, row: int, column: int) -> bool:
    """Whether an unmerged header cell left empty has a word of a lower level under it."""
    return any(squash(grid.at(below, column)) for below in range(row + 1, header.bottom + 1))


def _to_the_left(grid: RawSheet, row: int, column: int):
    """The nearest header word to the left that has words of a lower level under it as well."""
    for left in range(column - 1, -1, -1):
        if squash(grid.at(row, left)):
            below = grid.at(row + 1, left)
            same = squash(below) == squash(grid.at(row, left))
            return grid.at(row, left) if squash(below) and not same else None
    return None


def _named(
    grid: RawSheet, header: Header, kind: LedgerKind, chosen: Mapping[int, str] | None = None
) -> Header:
    """`header` with its columns, those that a person chose before all others."""
    _name_columns(grid, header, kind, chosen or {})
    found = {column.key for column in header.columns.values()}
    header.missing = [one for one in kind.columns if one.needed and one.key not in found]
    if [one.key for one in header.missing] == ["community"]:
        above = [squash(cell) for row in grid.rows[: header.top] for cell in row]
        if community := community_over(squash(grid.name), above):
            header.given, header.missing = {"community": community}, []
    return header


def _name_columns(
    grid: RawSheet, header: Header, kind: LedgerKind, chosen: Mapping[int, str]
) -> None:
    paths = {}
    for column in range(grid.width):
        path, unit = _path(grid, header, column)
        if path:
            paths[column] = (path, unit)
    _tell_apart(grid, header, kind, paths)
    header.paths = {column: path for column, (path, _) in paths.items()}
    named = name_columns(kind, header.paths, chosen)
    header.columns, header.unsure = named.columns, named.unsure
    header.unknown, header.serial = named.unknown, named.serial
    header.units = {
        column.key: paths.get(place, ("", ""))[1] for place, column in named.columns.items()
    }


def _tell_apart(grid: RawSheet, header: Header, kind: LedgerKind, paths: dict) -> None:
    """党员数(正式) beside 党员数(预备): what stands in brackets is a lower level where heads need it."""
    known = {words.replace("/", "") for one in kind.columns for words in one.headers}
    same: dict[str, list[int]] = {}
    for column, (path, _) in paths.items():
        same.setdefault(path, []).append(column)
    for path, columns in same.items():
        notes = [_note(grid, header, column) for column in columns]
        longer = {f"{path}{note}".replace("/", "") for note in notes if note}
        if len(columns) > 1 and len(longer) == len(columns) and longer <= known:
            for column, note in zip(columns, notes, strict=True):
                paths[column] = (f"{path}/{note}", paths[column][1])


def _note(grid: RawSheet, header: Header, column: int) -> str:
    """What the lowest cell of a column's head says in brackets."""
    cells = [squash(grid.at(row, column)) for row in range(header.top, header.bottom + 1)]
    found = re.search(r"[(\[【]([^)\]】]+)[)\]】]$", next(filter(None, reversed(cells)), ""))
    return found[1] if found else ""
