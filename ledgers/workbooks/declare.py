"""What a workbook declares: its columns under their heads, its totals, its notes."""

import hashlib
import hmac
from collections.abc import Callable
from dataclasses import dataclass, replace
from functools import cached_property, lru_cache

from django.conf import settings
from django.core.serializers.json import DjangoJSONEncoder

from ledgers.columns import ChoiceColumn, Column

encode = DjangoJSONEncoder(ensure_ascii=False).encode


@lru_cache(maxsize=2)
def _key(secret: str) -> bytes:
    """The key of versions; not the secret itself, which signs other things."""
    return hashlib.sha256(b"ledgers.workbooks" + secret.encode()).digest()


@dataclass(frozen=True)
class WorkbookColumn:
    """A column of the form.

    `head`: its word, or its words from the top level down. `column`: how its value is read and
    shown; None = the form has it and the portal does not, so it stays empty on paper and is left
    out of a working copy. `item`: the value's name in each entry of the workbook's `details`
    instead. `total`: summed by group and over all. `entry`: filled in by people, so open in a
    working copy; `key`: names the row, so open only in its spare rows; all else is locked there. `choices`: what may be entered, or a function (user,
    day) that says so. `form`: the number format. `private`: left out of a working copy, because
    what stands here is masked and would come back as if it had been typed.
    """

    head: str | tuple[str, ...]
    column: Column | None = None
    width: float = 9
    item: str = ""
    total: bool = False
    entry: bool = False
    key: bool = False
    choices: tuple[str, ...] | Callable = ()
    form: str = ""
    private: bool = False

    @property
    def levels(self) -> tuple[str, ...]:
        return (self.head,) if isinstance(self.head, str) else self.head

    @property
    def is_kept(self) -> bool:
        """Whether the portal keeps what stands here."""
        return bool(self.column or self.item) and not self.private

    def options(self, user, on) -> tuple[str, ...]:
        """The words that may be entered; () = anything."""
        if callable(self.choices):
            return tuple(self.choices(user, on))
        labels = self.column.labels.values() if isinstance(self.column, ChoiceColumn) else ()
        return tuple(self.choices or labels)


class Workbook:
    """The declaration. Class attributes say everything; methods are for what differs.

    `kind` is its name in addresses and for the import. `groups` are the heads of the columns that
    rows are grouped by, outermost first: merged downward, and with `subtotals` each group closes
    with a 小计. The rows stand in `order`, whatever order the list has, so that groups hold
    together.
    """

    kind = ""
    label = ""  # in the menu: 楼院台账
    title = ""  # on the sheet; {place} is the county
    sheet = "台账"
    units = ""
    cells: tuple[WorkbookColumn, ...] = ()
    groups: tuple[str, ...] = ()
    subtotals = False
    details = ""  # annotation with a list of entries; a row of the sheet for each
    lookups: tuple = ()
    order: tuple = ("pk",)
    notes: tuple[str, ...] = ()
    spare_rows = 30  # empty rows of a working copy, for what is new

    def __init__(self, model):
        self.model = model
        self.cells = tuple(self._bound(number, cell) for number, cell in enumerate(self.cells))

    def _bound(self, number: int, cell: WorkbookColumn) -> WorkbookColumn:
        if cell.column is None:
            return cell
        return replace(cell, column=cell.column.bind(self.model, f"cell{number}"))

    # -- which rows ---------------------------------------------------------------------------

    def narrow(self, queryset, on):
        """Those of `queryset` that the form lists."""
        return queryset

    def annotated(self, queryset, on):
        """`queryset` with what the columns need besides fields and lookups."""
        return queryset

    def prepared(self, queryset, on):
        """The rows of the form, with all that its columns need, in its order."""
        queryset = self.annotated(self.narrow(queryset, on), on)
        for lookup in self.lookups:
            queryset = lookup.in_bulk(queryset, on)
        return queryset.order_by(*self.order, "pk")

    @cached_property
    def paths(self) -> list[str]:
        """The paths of a record: the key first, then what the columns need, then the details."""
        found = ["pk"]
        for cell in self.cells:
            found += [
                path for path in (cell.column.paths if cell.column else ()) if path not in found
            ]
        return [*found, self.details] if self.details else found

    @cached_property
    def places(self) -> list[tuple[int, ...]]:
        """Where in a record each column finds its values."""
        index = {path: place for place, path in enumerate(self.paths)}
        return [
            tuple(index[path] for path in cell.column.paths) if cell.column else ()
            for cell in self.cells
        ]

    def records(self, queryset, on):
        """The rows as plain tuples, read through a cursor on the server."""
        return self.prepared(queryset, on).values_list(*self.paths).iterator(chunk_size=2000)

    # -- who wrote it, and what it was ----------------------------------------------------------

    def heading(self, user, on) -> str:
        """The title over the sheet."""
        return self.title.format(place="")

    def office(self, user) -> str:
        """填报单位: who the rows come from."""
        return ""

    @staticmethod
    def version(record: tuple) -> str:
        """What a row says, as 16 hexadecimal digits; another value anywhere gives others.

        It is keyed: from a plain digest the masked digits of a phone could be found by trying.
        """
        return hmac.digest(_key(settings.SECRET_KEY), encode(record).encode(), "sha256").hex()[:16]

    def versions(self, queryset, on) -> dict:
        """By primary key: the version of each row now, to be compared with that of a copy."""
        return {record[0]: self.version(record) for record in self.records(queryset, on)}
