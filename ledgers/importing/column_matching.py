"""Which column of a sheet is which, and what about that is not certain."""

import re
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from functools import partial

from ledgers.cleaning import is_blank, squash
from ledgers.importing.kinds import ImportColumn, LedgerKind
from ledgers.importing.raw_sheets import RawSheet
from ledgers.importing.rows import RowReader

SERIAL = re.compile(r"序号|编号|No\.?|序", re.I)
# A column of an earlier day says nothing of the sheet's own.
_EARLIER = re.compile(r"上周|上月|上期|上年|上季|去年|昨日|昨天|上日|前日")
# Whose phone, or since when what: a bare 电话 or 成立时间 belongs to the nearest of these at its left.
_HOLDER = (
    "书记|主任|联系人|负责人|责任人|干部|领导|组长|院长|片区长|支部|党组织|总支|自管|委员会|单位"
)


@dataclass(frozen=True)
class Unsure:
    """Column `place` of the sheet may be what `key` asks for; `text` says so at each row it matters."""

    place: int
    key: str
    text: str


@dataclass
class Named:
    """What was found: `columns` by their place, `unsure` ones, `unknown` ones, the serial number's."""

    columns: dict[int, ImportColumn]
    unsure: list[Unsure]
    unknown: list[tuple[int, str]]
    serial: int | None = None


def name_columns(kind: LedgerKind, paths: Mapping[int, str], chosen: Mapping[int, str]) -> Named:
    """Match the heads `paths` (by place, levels joined by "/") with the columns of `kind`.

    `chosen` is what a person said; it is never doubted. A spelling goes before a pattern, a pattern
    before a known ending.
    """
    by_key = {column.key: column for column in kind.columns}
    named = Named({place: by_key[key] for place, key in chosen.items() if key}, [], [])
    asked = set(kind.value_keys)
    for fits in _ways(kind, paths):
        _name(kind, fits, paths, chosen, named, asked)
    for place, path in paths.items():
        if place in named.columns:
            continue
        if named.serial is None and SERIAL.fullmatch(path) and place not in chosen:
            named.serial = place
        else:
            named.unknown.append((place, path))
    named.unsure += _unrecognised(kind, named, chosen, asked)
    return named


def tell_unsure(unsure: list[Unsure], grid: RawSheet, row: int, reader: RowReader) -> None:
    """Doubt at a row what another column may say as well, where it says something else."""
    for one in unsure:
        cell = grid.at(row, one.place)
        if not is_blank(cell) and squash(cell) != squash(reader.cells.get(one.key)):
            reader.doubt(one.key, one.text)


Fits = Callable[[ImportColumn, int], bool]


def _name(kind, fits: Fits, paths, chosen, named: Named, asked: set[str]) -> None:
    """Name what fits in one way; a second column that fits as well makes the first unsure."""
    taken = {column.key for column in named.columns.values()}
    here: dict[str, int] = {}
    for place, path in paths.items():
        if place in named.columns or place in chosen or _EARLIER.search(path):
            continue
        match = next((c for c in kind.columns if c.key not in taken and fits(c, place)), None)
        if match:
            named.columns[place] = match
            taken.add(match.key)
            here[match.key] = place
            continue
        twin = next((c for c in kind.columns if c.key in here and fits(c, place)), None)
        if twin and twin.key in asked:
            first = paths[here[twin.key]]
            text = (
                f"“{first}”与“{path}”两列都像“{twin.label}”，数又不同，请核对，或在对照各列中指定。"
            )
            named.unsure.append(Unsure(place, twin.key, text))


def _unrecognised(kind, named: Named, chosen, asked: set[str]) -> list[Unsure]:
    """Columns without a name whose head shares words with a value that the sheet seems to lack."""
    found = {column.key for column in named.columns.values()}
    found |= {one.key for one in named.unsure}
    lacking = [c for c in kind.columns if c.key in asked - found and not c.checked]
    unsure = []
    for place, path in named.unknown:
        if place in chosen or _EARLIER.search(path):
            continue
        like = next((c for c in lacking if _pairs(path) & _words(c)), None)
        if like:
            text = f"“{path}”这一列没有认出来，可能是“{like.label}”，请在对照各列中指定，或改列名。"
            unsure.append(Unsure(place, like.key, text))
    return unsure


def _pairs(text: str) -> set[str]:
    """The pairs of neighbouring characters within each level of a head."""
    return {level[at : at + 2] for level in text.split("/") for at in range(max(len(level) - 1, 1))}


def _words(column: ImportColumn) -> set[str]:
    return set().union(*(_pairs(words) for words in (column.label, *column.headers)))


def _ways(kind: LedgerKind, paths: Mapping[int, str]) -> list[Fits]:
    heads = {header: c.key for c in kind.columns for header in c.headers if "/" not in header}

    def way(fits):
        return lambda column, place: fits(column, paths[place]) and _belongs(column, place, paths)

    return [way(fits) for fits in (_spelled, _patterned, partial(_by_ending, heads))]


def _belongs(column: ImportColumn, place: int, paths: Mapping[int, str]) -> bool:
    """Whether a bare 电话 or 成立时间 stands right of what it belongs to, and of nothing nearer."""
    if not column.of or "/" in paths[place] or re.search(column.of, paths[place]):
        return True
    left = [paths[before] for before in sorted(paths, reverse=True) if before < place]
    nearest = next((p for p in left if re.search(f"{column.of}|{_HOLDER}", p)), None)
    return nearest is None or re.search(column.of, nearest) is not None


def _spelled(column: ImportColumn, path: str) -> bool:
    joined = path.replace("/", "")
    return any(header == path or header.replace("/", "") == joined for header in column.headers)


def _patterned(column: ImportColumn, path: str) -> bool:
    return bool(column.pattern and re.search(column.pattern, path))


def _by_ending(heads: dict[str, str], column: ImportColumn, path: str) -> bool:
    """Whether the lower levels fit, under a level that is not the head of another column.

    人口数/总数 under 基本情况 is the number of residents; 电话 under 书记 is not the phone of the
    courtyard's head.
    """
    parts = path.split("/")
    return any(
        "/".join(parts[cut:]) in column.headers
        and heads.get(parts[cut - 1], column.key) == column.key
        for cut in range(1, len(parts))
    )
