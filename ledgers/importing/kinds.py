"""What a kind of ledger declares so that its workbooks can be read: its columns and its rules."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass, field, replace
from datetime import date

from django.core.exceptions import NON_FIELD_ERRORS, ValidationError

from ledgers.bulk.services import RowErrors
from ledgers.cleaning import DateReader, normal, squash
from ledgers.importing.record_storing import BATCH, RecordsRefused
from ledgers.importing.rows import WHOLE_ROW, CellProblem, Record, RowReader


@dataclass(frozen=True)
class ImportColumn:
    """A column by the words over it.

    `headers`: ways in which it is headed, levels joined by "/"; brackets and blanks do not count.
    `pattern`: a regular expression on the joined header, tried where no spelling fits.
    `group`: an empty cell means the same as above (街道, 社区, 派出单位).
    `checked`: group columns after this one are checked against it when they are read (a community
    against its street), so that another spelling of it need not end what they take from above.
    `follows`: keys of columns; where these say the same as in the row above, an empty cell of this one
    does so too (the 起止点 of a road that fills several rows).
    `spread`: merged over several rows, it holds for each of them (of a group it always does).
    `needed`: without it a sheet is not of this kind.
    `summed`: totals of this column are compared with the sum of its rows.
    `of`: words (a regular expression) of what it tells of, as a phone of its person: a head that
    names no owner (电话) counts only where this is the nearest owner at its left.
    """

    key: str
    label: str
    headers: tuple[str, ...] = ()
    pattern: str = ""
    group: bool = False
    checked: bool = False
    follows: tuple[str, ...] = ()
    spread: bool = False
    needed: bool = False
    summed: bool = False
    of: str = ""


@dataclass(frozen=True)
class Setting:
    """What a row is read beside: the sheet's day, who may write where, what is known of places."""

    reported_on: date | None
    today: date
    places: object
    units: dict[str, str] = field(default_factory=dict)
    sheet_units: tuple[str, ...] = ()
    within: tuple[str, ...] | None = None

    def unit(self, key: str, among: Iterable[str]) -> str:
        """The unit in which column `key` is kept: its header's, else the sheet's, else ""."""
        named = (self.units.get(key, ""), *self.sheet_units)
        return next((unit for unit in named if unit and unit in among), "")

    def dates(self, past: bool = True) -> DateReader:
        """Reads dates beside the sheet's day, or today where it names none.

        `past`: the column's dates lie behind that day.
        """
        day = self.reported_on or self.today
        return DateReader(day, past, self.reported_on is None, self.today)

    def everywhere(self) -> Setting:
        """The same without bounds."""
        return replace(self, within=None)

    def allows(self, code: str) -> bool:
        """Whether the importing account may write in the division `code` (None: everywhere)."""
        return self.within is None or code.startswith(self.within)


class LedgerKind:
    """A kind of ledger. Subclasses declare `code`, `title`, `columns`, `fields`, and the methods.

    `fields` are the names of a record's values, in their order; `key` those that tell records apart.
    """

    code = ""
    title = ""
    columns: Sequence[ImportColumn] = ()
    fields: tuple[str, ...] = ()
    key: tuple[str, ...] = ()
    # How people call values that bear no column's name, and the words of values that choose.
    labels: dict[str, str] = {}
    choices: dict[str, dict] = {}

    def places(self, day: date):
        """What is known of places on `day`, read once for a file."""
        raise LookupError(f"{self.code} does not say where its places are")

    def read(self, row: RowReader, setting: Setting) -> list[Record]:
        """The records of one row of the sheet: none, one, or several (two courtyards in a cell)."""
        raise LookupError(f"{self.code} does not say how its rows are read")

    def stored(self, records: Iterable[Record], day: date) -> dict[tuple, dict]:
        """What the database holds on `day` for the keys of `records`, in their field names."""
        raise LookupError(f"{self.code} does not say what is stored")

    # Columns that people fill in and that give no value of `fields`; of these, those that storing
    # writes. What a working copy changes in the others is told, never lost in silence.
    beside: Sequence[str] = ()
    beside_stored: Sequence[str] = ()
    renames = False  # whether storing a record with a `pk` gives the row its new name

    can_store = False  # whether `store_many` is there; a kind without it can be compared only
    # Who may store it: a verb of orgs/access.py, in a line of work where one applies.
    verb = ""
    line = ""
    batch = BATCH  # rows that are stored together
    tables: Sequence[str] = ()  # tables that many rows of it fill

    def store_many(self, records: Sequence[Record], *, day: date) -> None:
        """Store new and changed records as of `day`: say them to services, in order, by `call`.

        Called within a savepoint: RecordsRefused takes back the whole call, and the other records
        come again (ledgers/bulk/writing.py), so nothing may be remembered between calls.
        """
        raise LookupError(f"{self.code} does not say how rows are stored")

    # By the field or the constraint by whose name a service refuses a row: the key of the column
    # that says it. What is not named is told of the whole row.
    cells: Mapping[str, str] = {}

    def call(
        self, service: Callable, said: Sequence[tuple], cells: Mapping[str, str] = {}, **options
    ) -> list:
        """Call a service with what records say: pairs of a record, or of several, and a row.

        Raises RecordsRefused, with what the service has against rows told at their cells; `cells`
        are those of this service where they differ from the kind's.
        """
        try:
            return service([row for _, row in said], **options)
        except RowErrors as refused:
            cells = {**self.cells, **cells}
            errors = [(said[index][0], one) for index, one in refused.errors.items()]
            raise self._refused(errors, cells) from refused

    def each(self, records: Iterable[Record], find: Callable[[Record], object]) -> list[tuple]:
        """Pairs of each record and what `find` makes of it; RecordsRefused of what it refuses."""
        return self.each_of([(record,) for record in records], find)

    def each_of(self, said: Iterable[tuple], find: Callable) -> list[tuple]:
        """The same for tuples of a record, or of several, and what else `find` is told."""
        found, errors = [], []
        for one in said:
            try:
                found.append((one[0], find(*one)))
            except ValidationError as error:
                errors.append((one[0], error))
        if errors:
            raise self._refused(errors, self.cells)
        return found

    def _refused(self, errors: Iterable[tuple], cells: Mapping[str, str]) -> RecordsRefused:
        refused = []
        for told, error in errors:
            problems = self._problems(error, cells)
            records = [told] if isinstance(told, Record) else told
            refused += [(record, problems) for record in records]
        return RecordsRefused(refused)

    def _problems(self, error: ValidationError, cells: Mapping[str, str]) -> list[CellProblem]:
        labels = {column.key: column.label for column in self.columns}
        told: dict[str, list[str]] = {}
        if hasattr(error, "error_dict"):
            by_field = {name: list(found) for name, found in error.error_dict.items()}
        else:
            by_field = {NON_FIELD_ERRORS: error.error_list}
        for field_name, found in by_field.items():
            for one in found:
                key = cells.get(field_name) or cells.get(one.code or "", "")
                told.setdefault(key, []).extend(message.rstrip("。") for message in one.messages)
        return [
            CellProblem(labels.get(key, WHOLE_ROW), f"{'；'.join(texts)}。", True, key, rule=True)
            for key, texts in told.items()
        ]

    def summand(self, record: Record, key: str):
        """What `record` adds to the total of column `key`: the value of that name (None: nothing)."""
        return record.values.get(key, record.more.get(key))

    def key_of(self, record: Record) -> tuple:
        """What tells a record apart; an empty part means that it cannot be told."""
        values = record.values
        return tuple([values.get(name) for name in self.key])

    def join(self, records: list[Record]) -> list[Record]:
        """The records of a sheet, where one thing may fill several rows; by itself: as they are."""
        return records

    def question(self, record: Record, held: dict) -> CellProblem | None:
        """What is doubtful about a certain record beside what is stored; by itself: nothing."""
        return None

    @property
    def value_keys(self) -> list[str]:
        """The keys of the columns that give values of `fields`."""
        return [column.key for column in self.columns if column.key not in self.beside]

    @property
    def words(self) -> set[str]:
        """Every word that may head a column, level by level, as `heading` writes it."""
        found = {"序号"}
        for column in self.columns:
            for header in column.headers:
                found.update(header.split("/"))
                found.add(header.replace("/", ""))
        return found


_BRACKETS = re.compile(r"[(\[【][^)\]】]*[)\]】]")
# 街道(社区) heads a column of both.
_BOTH = re.compile(r"(街道|道办|事处|镇办|乡镇|镇)[(\[【](社区|村|村居|行政村)[)\]】]")
_UNIT = re.compile(r"[(\[【]([^)\]】]*)[)\]】]")
_UNIT_AT_END = re.compile(r"((?:万|亿|千)?元|万?㎡|亩|公顷)$")
_MARKS = re.compile(r"[*:·.。、\s_]+|(?<=.)-(?=.)")


def heading(cell) -> str:
    """A header's word without brackets, blanks and marks: 总投资(万元) is 总投资."""
    text = _BOTH.sub(r"\1\2", squash(cell))
    return _MARKS.sub("", _BRACKETS.sub("", text)) or text


def unit_in(cell) -> str:
    """The unit in a header's brackets or at its end: 万元 of 总投资(万元) and of 总投资万元."""
    text = normal(cell).replace("\n", "")
    found = _UNIT.search(squash(text)) or _UNIT_AT_END.search(squash(text))
    return found[1].removeprefix("单位").lstrip(":") if found else ""
