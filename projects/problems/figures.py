"""How problems stand: by ending, by unit and by place, each number with the list that shows its rows.

Units and places are compared, never persons.
"""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import date

from django.db.models import Count, Min, Q, Value
from django.db.models.functions import Left

from ledgers.formats import percent
from ledgers.query_cache import cached_function
from orgs.access import Scope
from orgs.choices import TOWNSHIP_DIGITS
from orgs.models import Division
from projects.models import Problem

MOST = 12  # lines of a table; the rest is in the ledger


@dataclass(frozen=True)
class Number:
    """One number, its word, its tone, and what the ledger's list is asked to show its rows."""

    word: str
    value: int
    asks: tuple[tuple[str, str], ...]
    tone: str = ""
    note: str = ""


@dataclass(frozen=True)
class ProblemCounts:
    """A unit or a place: what is open there, what is late, how late, and what came back."""

    name: str
    asks: tuple[tuple[str, str], ...]
    open: int
    overdue: int
    longest: int
    reopened: int


@cached_function
def standing(scope: Scope, day: date) -> list[Number]:
    """Open, overdue, waiting, the three endings apart, and what was reopened. One query."""
    at = Problem.objects.filter(scope.condition_for(Problem), raised_on__lte=day)
    still = Q(closed_on__isnull=True) | Q(closed_on__gt=day)
    counted = at.aggregate(
        open=Count("pk", filter=still),
        overdue=Count("pk", filter=still & Q(due_on__lt=day)),
        reported=Count("pk", filter=still & Q(due_on__gte=day, reported_on__lte=day)),
        reopened=Count("pk", filter=Q(reopened_times__gt=0)),
        **{
            end: Count("pk", filter=Q(closed_on__lte=day, ending=end))
            for end in Problem.Ending.values
        },
    )
    closed = sum(counted[end] for end in Problem.Ending.values)
    red = "red" if counted["overdue"] else ""
    share = f"占已销号的{percent(counted['reopened'], closed)}" if closed else ""
    return [
        Number("未销号", counted["open"], (("state", "open"),)),
        Number("其中超期", counted["overdue"], (("state", "overdue"),), red),
        Number("其中待核实", counted["reported"], (("state", "reported"),), "amber"),
        Number("已整改", counted["mended"], (("state", "mended"),), "green"),
        Number("未整改", counted["not_mended"], (("state", "not_mended"),)),
        Number("无法整改", counted["cannot"], (("state", "cannot"),)),
        Number("重新提出", counted["reopened"], (("reopened", "yes"),), "amber", share),
    ]


@cached_function
def by_unit(scope: Scope, day: date) -> list[ProblemCounts]:
    """The responsible units with open problems, those with most overdue first. Two queries."""
    rows = Problem.objects.open_on(day).filter(scope.condition_for(Problem)).order_by()
    return _counted(rows, day, ("responsible_unit_id", "responsible_unit__name"), _unit_asks)


@cached_function
def by_place(scope: Scope, day: date) -> list[ProblemCounts]:
    """The streets and towns with open problems, those with most overdue first. Two queries."""
    rows = Problem.objects.open_on(day).filter(scope.condition_for(Problem)).order_by()
    rows = rows.annotate(town=Left("division_id", TOWNSHIP_DIGITS), word=Value(""))
    lines = _counted(rows, day, ("town", "word"), _town_asks)
    codes = {line.name for line in lines}
    names = {d.code: d.name for d in Division.objects.filter(code__in=codes)}
    names = {c: n if len(c) == TOWNSHIP_DIGITS else f"{n}（市级）" for c, n in names.items()}
    return [ProblemCounts(names.get(line.name, line.name), *_rest(line)) for line in lines]


def _town_asks(key):
    """The list of a town; what lies above the towns has no list of its own."""
    return (("division", key),) if len(key) == TOWNSHIP_DIGITS else ()


def _rest(line: ProblemCounts) -> tuple:
    return line.asks, line.open, line.overdue, line.longest, line.reopened


def _unit_asks(key):
    return (("unit", str(key)),) if key else ()


def _counted(rows, day: date, by: tuple[str, str], asks: Callable) -> list[ProblemCounts]:
    late = Q(due_on__lt=day)
    found = (
        rows.values_list(*by)
        .annotate(
            total=Count("pk"),
            late=Count("pk", filter=late),
            first=Min("due_on", filter=late),
            again=Count("pk", filter=Q(reopened_times__gt=0)),
        )
        .order_by("-late", "-total", by[0])[:MOST]
    )
    return [
        ProblemCounts(
            name or key or "责任单位未登记",
            asks(key),
            total,
            late_ones,
            (day - first).days if first else 0,
            again,
        )
        for key, name, total, late_ones, first, again in found
    ]
