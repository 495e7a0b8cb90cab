"""Reading an official list of divisions: which of its columns is which, and its lines one by one.

The file is opened and its head found by the engine of the ledgers' workbooks; the country's list has
665,000 lines, so they pass through and are never held. What they mean, orgs/divisions/services.py
says.
"""

from collections.abc import Iterator
from pathlib import Path
from typing import NamedTuple

from ledgers.cleaning.text import normal, plain_number, squash
from ledgers.importing.guard import FileRefused
from ledgers.importing.kinds import ImportColumn, LedgerKind
from ledgers.importing.stream import Row, Table, open_table


class DivisionListKind(LedgerKind):
    """统计用区划代码: the columns of an official list, as its publishers and offices head them.

    Its lines are checked and stored by statements over all of them, not row by row.
    """

    code = "divisions"
    title = "区划名录"
    key = ("code",)
    columns = (
        ImportColumn("code", "code", ("code", "代码", "区划代码", "行政区划代码", "统计用区划代码", "统计用区划和城乡划分代码"), needed=True),
        ImportColumn("name", "name", ("name", "名称", "区划名称", "行政区划名称", "单位名称"), needed=True),
        ImportColumn("level", "level", ("level", "层级", "级别", "区划级别", "行政级别"), needed=True),
        ImportColumn("parent_code", "parent_code", ("parentcode", "parent", "上级代码", "上级区划代码", "父级代码")),
        ImportColumn("short_name", "short_name", ("shortname", "简称")),
    )  # fmt: skip
    fields = tuple(column.key for column in columns)


class ReadingListKind(LedgerKind):
    """How places are read, beside the list of divisions: 地名 and 读音, syllables with blanks between."""

    code = "readings"
    title = "地名读音"
    key = ("term",)
    columns = (
        ImportColumn("term", "地名", ("term", "地名", "名称"), needed=True),
        ImportColumn("reading", "读音", ("reading", "读音", "拼音"), needed=True),
    )
    fields = ("term", "reading")


KIND = DivisionListKind()
READINGS = ReadingListKind()
COLUMNS = KIND.fields
REQUIRED = tuple(column.key for column in KIND.columns if column.needed)


class UnreadableList(Exception):
    """The file cannot be read as a list of divisions; the message says in Chinese why."""


class DivisionLine(NamedTuple):
    """One line of the list: its number in the file, its cells, or why it has none."""

    number: int
    cells: tuple[str, ...]  # in the order of COLUMNS
    problem: str = ""


def lines_of(path: Path) -> Iterator[DivisionLine]:
    """The lines of the list at `path` below its heading, one by one; blank ones are left out.

    Raises UnreadableList, also in the middle, where a packed file turns out to be cut off.
    """
    try:
        table = open_table(path, KIND)
        yield from _lines(table.rows, len(table.top), _places(table))
    except FileRefused as refused:
        raise UnreadableList(str(refused)) from refused


def readings_of(path: Path) -> dict[str, str]:
    """The readings in the file at `path`, by the names of the places. Raises UnreadableList."""
    try:
        table = open_table(path, READINGS)
        # Two words are too few for the search of a heading, which stands in the first row here.
        heads = [squash(cell).lower() for cell in table.top]
        places = [
            next((heads.index(word) for word in column.headers if word in heads), None)
            for column in READINGS.columns
        ]
        if None in places:
            raise UnreadableList(f"{path.name}首行应有“地名”“读音”两列。")
        cells = ([row[at] if at < len(row) else "" for at in places] for _, row in table.rows)
        return {squash(term): normal(reading).lower() for term, reading in cells if squash(term)}
    except FileRefused as refused:
        raise UnreadableList(str(refused)) from refused


def _lines(rows: Iterator[Row], width: int, where: list[int | None]) -> Iterator[DivisionLine]:
    for number, row in rows:
        cells = [cell.strip() if type(cell) is str else _text(cell) for cell in row]
        if not any(cells):
            continue
        if len(cells) != width:
            problem = f"应有{width}列，实有{len(cells)}列。"
            yield DivisionLine(number, ("",) * len(COLUMNS), problem)
            continue
        yield DivisionLine(
            number, tuple([cells[place] if place is not None else "" for place in where])
        )


def _text(cell) -> str:
    """A cell of a workbook that is no text: a code that a spreadsheet made a number of."""
    return plain_number(cell) if type(cell) in (int, float) else str(cell or "").strip()


def _places(table: Table) -> list[int | None]:
    """Where each of COLUMNS stands in the heading; None for an optional one that is not there."""
    header = table.header
    found = {column.key: place for place, column in header.columns.items()} if header else {}
    if header is None:
        heads = {str(cell).strip().lower() for cell in table.top}
        found = {c.key: 0 for c in KIND.columns if heads & {c.key, *c.headers}}
    missing = [name for name in REQUIRED if name not in found]
    if missing:
        raise UnreadableList(
            f"首行缺少列：{'、'.join(missing)}。首行应为：{','.join([*REQUIRED, 'parent_code'])}。"
        )
    twice = [one.key for one in header.unsure if one.key in found]
    if twice:
        raise UnreadableList(f"首行的列重复：{'、'.join(twice)}。")
    return [found.get(name) for name in COLUMNS]
