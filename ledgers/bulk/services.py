"""Services that take lists: rules ask the database by the batch, refusals are told by the row.

What happens to rows is written once, for a list of plain rows; one row is a list of one. A service
stores all of its list or nothing of it: `RowErrors` says what speaks against which row.

    @takes_list
    def appoint_heads(appointments):
        people = lock_people(one.person for one in appointments)        # one query for each rule
        return insert(each(appointments, partial(_headship, people)))   # one statement for the rows

One row: `appoint_heads.one(appointment)`, which raises what speaks against it.

What only the constraints of the database know (a race, two rows of one list) is told at its row as
well: a list that they refuse is taken in parts until the rows in question are found.
"""

from collections.abc import Callable, Iterable, Mapping, Sequence
from functools import update_wrapper
from typing import Any, Concatenate, Generic, TypeVar

from django.core.exceptions import ValidationError
from django.db import DataError, IntegrityError, transaction

from ledgers.bulk.writing import refusal_of

Row = TypeVar("Row")
Made = TypeVar("Made")


class RowErrors(Exception):
    """What a service has against rows of its list, by their index; it has stored none of them."""

    def __init__(self, errors: Mapping[int, ValidationError]):
        super().__init__(f"{len(errors)} rows refused")
        self.errors = dict(errors)


def each(rows: Iterable[Row], make: Callable[[Row], Made]) -> list[Made]:
    """`make(row)` of every row. Raises RowErrors with all ValidationErrors that it raises."""
    made, errors = [], {}
    for index, row in enumerate(rows):
        try:
            made.append(make(row))
        except ValidationError as error:
            errors[index] = error
    if errors:
        raise RowErrors(errors)
    return made


class ListService(Generic[Row, Made]):
    """A service on a list: all of it or nothing, in one transaction; an empty list costs nothing.

    Called with the list it gives a list of what became of each row, or raises RowErrors; `one` is the
    same for a single row.
    """

    def __init__(self, service: Callable[Concatenate[list[Row], ...], list[Made]]):
        self.service = service
        update_wrapper(self, service)

    def __call__(self, rows: Iterable[Row], **options: Any) -> list[Made]:
        rows = list(rows)
        if not rows:
            return []
        try:
            with transaction.atomic():
                return self.service(rows, **options)
        except (IntegrityError, DataError) as error:
            if len(rows) == 1:
                raise RowErrors({0: refusal_of(error)}) from error
        with transaction.atomic():
            return self._in_parts(rows, options)

    def one(self, row: Row, **options: Any) -> Made:
        """What becomes of this one row. Raises the ValidationError by which it is refused."""
        try:
            [made] = self([row], **options)
        except RowErrors as refused:
            [error] = refused.errors.values()
            raise error from refused
        return made

    def _in_parts(self, rows: Sequence[Row], options: dict) -> list[Made]:
        """The same for a list that the database refuses: half by half, one upon the other."""
        made: list[Made] = []
        errors: dict[int, ValidationError] = {}
        half = (len(rows) + 1) // 2
        for start in (0, half):
            try:
                made += self(rows[start : start + half], **options)
            except RowErrors as refused:
                errors |= {start + index: error for index, error in refused.errors.items()}
        if errors:
            raise RowErrors(errors)
        return made


def takes_list(
    service: Callable[Concatenate[list[Row], ...], list[Made]],
) -> ListService[Row, Made]:
    """Decorator of a function on a list of rows, which makes it a ListService."""
    return ListService(service)


def at_rows(
    service: ListService[Row, Made], said: Sequence[tuple[int, Row]], **options: Any
) -> list[Made]:
    """Call another service for rows of ours: pairs of our row's index, where refusals are told, and its."""
    try:
        return service([row for _, row in said], **options)
    except RowErrors as refused:
        raise RowErrors({said[index][0]: one for index, one in refused.errors.items()}) from refused
