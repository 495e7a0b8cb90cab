"""How figures are counted: many figures, many days, one statement.

A figure's rows are a queryset for a day, and the day may be an expression. So the same definition
is compiled once with the day left open and then asked for any number of days: the value today,
last week's, and 26 weeks of trend never come from two formulas.
"""

from collections.abc import Callable
from contextlib import suppress
from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from functools import lru_cache

from django.core.exceptions import EmptyResultSet
from django.db import connection, models
from django.db.models import F, QuerySet, Value
from django.db.models.expressions import RawSQL

from ledgers.models import QUALIFIER_STRENGTH, Qualifier
from ledgers.query_cache import cached_each
from orgs.access import Scope

# The open day: every statement below names its day column "asked.day".
ASKED_DAY = RawSQL("asked.day", (), output_field=models.DateField())


@dataclass(frozen=True)
class Counted:
    """Something that is counted from rows.

    `rows(day)` gives the rows. The value is their number, or the sum (or maximum) of `amount`;
    `qualifier` names the column that says how hard each amount is.
    """

    code: str
    name: str
    rows: Callable[..., QuerySet]
    amount: str = ""
    qualifier: str = ""
    aggregate: str = "sum"
    place: str = ""  # column with the division that a row counts for; "" = the model's own
    # Where `place` is computed row by row: the path to the divisions that it is chosen from. It
    # changes no value; it lets the database leave other counties' rows out before computing.
    chosen_from: str = ""


@dataclass(frozen=True)
class Counting:
    """The value of a figure on a day; None where no row carries an amount."""

    value: Decimal | int | None
    qualifier: str = Qualifier.EXACT


class OutOfScope(Exception):
    """The reader's grants reach no row of this figure."""


def scoped_rows(counted: Counted, scope: Scope, day, prefix: str = "") -> QuerySet:
    """The rows behind a figure that `scope` may see on `day`, below the division `prefix`."""
    rows = counted.rows(day)
    place = counted.place or rows.model.scope_division
    rows = rows.filter(scope.condition_for(rows.model, place=place))
    if counted.chosen_from:
        near = rows.model._base_manager.filter(
            scope.condition_for(rows.model, place=counted.chosen_from)
        )
        rows = rows.filter(pk__in=near.values("pk"))
    return rows.filter(**{f"{place}__startswith": prefix}) if prefix else rows


@lru_cache(maxsize=4096)
def _compiled(counted: Counted, scope: Scope, prefix: str, by_division: bool) -> tuple[str, tuple]:
    """SQL of the rows with the day left open: columns amount, qualifier and, if asked, division."""
    rows = scoped_rows(counted, scope, ASKED_DAY, prefix).order_by()
    columns = {
        "figure_amount": F(counted.amount) if counted.amount else Value(1),
        "figure_qualifier": F(counted.qualifier) if counted.qualifier else Value(Qualifier.EXACT),
    }
    if by_division:
        columns["figure_division"] = F(counted.place or rows.model.scope_division)
    try:
        return rows.annotate(**columns).values_list(*columns).query.sql_with_params()
    except EmptyResultSet as nothing:
        raise OutOfScope(counted.code) from nothing


# The position of a qualifier in the order of strength, so that max() finds the weakest.
_SOFTNESS = "max(CASE figure_qualifier {} END)".format(
    " ".join(f"WHEN '{word}' THEN {place}" for place, word in enumerate(QUALIFIER_STRENGTH))
)


def _summary(counted: Counted, sql: str) -> str:
    """SQL that reduces a figure's rows to one value and its softness."""
    function = {"sum": "sum", "max": "max"}[counted.aggregate] if counted.amount else "count"
    columns = f"{function}(figure_amount) AS value, {_SOFTNESS} AS softness"
    return f"SELECT {columns} FROM ({sql}) AS rows"  # noqa: S608 (our own SQL, bound values)


def count_over_days(
    figures: list[Counted], days: list[date], scope: Scope, prefix: str = ""
) -> dict[tuple[str, date], Counting]:
    """The values of `figures` on each of `days`; out of scope ones are left out.

    Those that are not remembered are counted in one statement. A figure is counted again when a
    table changes that its own rows are read from, so after most changes it is few of them.
    """
    compiled = {}
    for figure in figures:
        with suppress(OutOfScope):
            sql, bound = _compiled(figure, scope, prefix, False)
            compiled[figure.code] = (figure, _summary(figure, sql), bound)
    found = cached_each(
        {code: (sql, bound, tuple(days)) for code, (_, sql, bound) in compiled.items()},
        lambda codes: _count([compiled[code] for code in codes], days),
    )
    return {
        (code, day): counting
        for code, countings in found.items()
        for day, counting in zip(days, countings, strict=True)
    }


def _count(compiled: list[tuple], days: list[date]) -> dict[str, list[Counting]]:
    """For the code of each (figure, SQL of its summary, parameters): its value on each of `days`."""
    parts = [
        f"CROSS JOIN LATERAL ({sql}) AS f{place}" for place, (_, sql, _) in enumerate(compiled)
    ]
    columns = ", ".join(f"f{place}.value, f{place}.softness" for place in range(len(compiled)))
    statement = (
        f"SELECT {columns} FROM unnest(%s::date[]) WITH ORDINALITY AS asked(day, place) "  # noqa: S608
        f"{' '.join(parts)} ORDER BY asked.place"
    )
    params = [parameter for _, _, bound in compiled for parameter in bound]
    with connection.cursor() as cursor:
        cursor.execute(statement, [list(days), *params])
        rows = cursor.fetchall()
    return {
        figure.code: [_counting(figure, *row[2 * place : 2 * place + 2]) for row in rows]
        for place, (figure, _, _) in enumerate(compiled)
    }


def _counting(figure: Counted, value, softness) -> Counting:
    """A cell pair as a value; the sum of no rows is nothing, not zero, only for maxima."""
    if value is None and figure.amount and figure.aggregate == "sum":
        value = 0
    if isinstance(value, Decimal):
        value = value.normalize() + 0
    return Counting(value, QUALIFIER_STRENGTH[softness or 0])


def count_by_division(
    figure: Counted, day: date, scope: Scope, prefix: str = ""
) -> dict[str, Counting]:
    """The value of `figure` on `day` for each division that its rows name, in one statement."""
    try:
        sql, bound = _compiled(figure, scope, prefix, True)
    except OutOfScope:
        return {}
    summary = _summary(figure, sql).replace("SELECT ", "SELECT figure_division, ", 1)
    statement = (
        f"SELECT f.* FROM (SELECT %s::date AS day) AS asked "  # noqa: S608
        f"CROSS JOIN LATERAL ({summary} GROUP BY figure_division) AS f"
    )
    with connection.cursor() as cursor:
        cursor.execute(statement, [day, *bound])
        return {code: _counting(figure, *cells) for code, *cells in cursor.fetchall()}


def values_over_days(
    rows: Callable[..., QuerySet], days: list[date], columns: list[str]
) -> list[tuple]:
    """Chosen columns of the rows of each day, in one statement: (day, *columns) sorted by day."""
    try:
        sql, bound = rows(ASKED_DAY).order_by().values_list(*columns).query.sql_with_params()
    except EmptyResultSet:
        return []
    statement = (
        f"SELECT asked.day, rows.* FROM unnest(%s::date[]) AS asked(day) "  # noqa: S608
        f"CROSS JOIN LATERAL ({sql}) AS rows ORDER BY asked.day"
    )
    with connection.cursor() as cursor:
        cursor.execute(statement, [list(days), *bound])
        return cursor.fetchall()
