"""What a grid consists of, whatever its rows are: columns, rows, cells, and what saving one gave."""

from dataclasses import dataclass, field


@dataclass(frozen=True)
class GridColumn:
    """A column: `key`, its head, a `hint` below it, and the words it may hold (() = anything).

    `numeric` cells stand to the right. `group` is a head over several columns of the same group.
    """

    key: str
    label: str
    hint: str = ""
    options: tuple[str, ...] = ()
    numeric: bool = False
    required: bool = False
    group: str = ""
    width: int = 14  # in half-width characters


@dataclass
class Cell:
    """One cell: its text, the version of what it shows, and what stood there last week (`last`).

    `closed` says that it cannot be typed into: "" = it can.
    """

    text: str = ""
    version: str = ""
    last: str = ""
    note: str = ""
    error: str = ""
    closed: bool = False


@dataclass
class Row:
    """One row: its key in addresses, its title and page, and its cells by column key."""

    key: str
    title: str
    cells: dict[str, Cell]
    href: str = ""
    status: str = ""  # a word beside the title
    tone: str = ""
    fresh: bool = False  # an empty row at the end, to register something new
    actions: tuple[tuple[str, str], ...] = ()  # (name, label) of the row's own buttons
    error: str = ""


@dataclass
class Grid:
    """A page of rows under its columns."""

    columns: list[GridColumn]
    rows: list[Row] = field(default_factory=list)


@dataclass
class Saved:
    """What saving a cell gave: its text and version now, or why not.

    `state`: saved, wrong (`error` says why), or conflict (`theirs` is what stands there now, `who` and
    `when` changed it). `others`: further cells of the row that changed with it.
    """

    row: str
    column: str
    state: str = "saved"
    text: str = ""
    version: str = ""
    error: str = ""
    note: str = ""
    theirs: str = ""
    who: str = ""
    status: str = ""  # the word beside the row's title, where saving changed it
    others: dict[str, dict] = field(default_factory=dict)

    def as_json(self) -> dict:
        return {key: value for key, value in vars(self).items() if value not in ("", {})}
