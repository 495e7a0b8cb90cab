"""Units come into the ledger."""

from dataclasses import dataclass

from ledgers.bulk.services import each, takes_list
from ledgers.bulk.writing import check_row, insert, make
from orgs.models import Unit


@dataclass(frozen=True, slots=True)
class NewUnit:
    """A unit to be entered."""

    name: str
    kind: str
    division_id: str


@takes_list
def register_units(units: list[NewUnit]) -> list[Unit]:
    """Enter units; refuses a second one of a name in its division."""

    def enter(one: NewUnit) -> Unit:
        name = "".join(one.name.split())
        unit = make(Unit, name=name, kind=one.kind, division_id=one.division_id)
        check_row(unit)
        return unit

    return insert(each(units, enter))
