"""Services that take lists: rules ask the database by the batch, refusals are told by the row.

What happens to rows is written once, for a list of plain rows; one row is a list of one. A service
stores all of its list or nothing of it: `RowErrors` says what speaks against which row.

    @takes_list
    def appoint_heads(appointments):
        people = lock_people(one.person for one in appointments)        # one query for each rule
        return insert(each(appointments, partial(_headship, people)))   # one statement for the rows

What only the constraints of the database know (a race, two rows of one list) is told at its row as
well: a list that they refuse is taken in parts until the rows in question are found.
"""

from collections.abc import Callable, Iterable, Mapping, Sequence
from functools import wraps
from typing import TypeVar

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


def takes_list(service: Callable) -> Callable:
    """A service on a list: all of it or nothing, in one transaction; an empty list costs nothing.

    Takes the list, gives a list of what became of each row. Raises RowErrors.
    """

    @wraps(service)
    def run(rows: Iterable, **options) -> list:
        rows = list(rows)
        if not rows:
            return []
        try:
            with transaction.atomic():
                return service(rows, **options)
        except (IntegrityError, DataError) as error:
            if len(rows) == 1:
                raise RowErrors({0: refusal_of(error)}) from error
        with transaction.atomic():
            return _in_parts(run, rows, options)

    run.is_list_service = True  # a test counts the questions of each
    return run


def _in_parts(run: Callable, rows: Sequence, options: dict) -> list:
    """The same for a list that the database refuses: half by half, one upon the other."""
    made, errors, half = [], {}, (len(rows) + 1) // 2
    for start in (0, half):
        try:
            made += run(rows[start : start + half], **options)
        except RowErrors as refused:
            errors |= {start + index: error for index, error in refused.errors.items()}
    if errors:
        raise RowErrors(errors)
    return made


def at_rows(service: Callable, said: Sequence[tuple[int, Row]], **options) -> list:
    """Call another service for rows of ours: pairs of our row's index, where refusals are told, and its."""
    try:
        return service([row for _, row in said], **options)
    except RowErrors as refused:
        raise RowErrors({said[index][0]: one for index, one in refused.errors.items()}) from refused


def for_one(service: Callable, row: Row, **options) -> Made:
    """What `service` makes of this one row. Raises the ValidationError by which it refuses it."""
    try:
        [made] = service([row], **options)
    except RowErrors as refused:
        [error] = refused.errors.values()
        raise error from refused
    return made
