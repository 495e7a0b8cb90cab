"""What a figure's card shows beside its value: breakdown, coverage, trend, last change."""

from dataclasses import dataclass, field
from datetime import date

from django.apps import apps

from campaign.figures import Check, Figure
from campaign.figures.board import CheckResult
from campaign.figures.counting import Counting, count_by_division, scoped_rows
from ledgers.formats import qualified, weakest
from ledgers.media.chart import spark_points, sparkline
from ledgers.trail.row_history import last_change
from orgs.access import Scope
from orgs.choices import TOWNSHIP_DIGITS
from orgs.models import Division
from projects.models import Report


@dataclass
class Part:
    """The share of a division in a figure, and those of the divisions below it."""

    code: str
    name: str
    value: int = 0
    qualifiers: list[str] = field(default_factory=list)
    parts: list["Part"] = field(default_factory=list)

    def add(self, counting: Counting) -> None:
        self.value += counting.value or 0
        self.qualifiers.append(counting.qualifier)

    @property
    def qualifier(self) -> str:
        return weakest(self.qualifiers)

    @property
    def text(self) -> str:
        return qualified(self.value, self.qualifier)


def breakdown(figure: Figure, day: date, scope: Scope, prefix: str = "") -> list[Part]:
    """The figure by town or street and, below each, by community or village. Two queries.

    Figures that are a maximum have no parts that add up, so they have none here.
    """
    if figure.aggregate != "sum":
        return []
    found = {
        c: v for c, v in count_by_division(figure, day, scope, prefix).items() if c and v.value
    }
    codes = set(found) | {code[:TOWNSHIP_DIGITS] for code in found}
    names = {d.code: d.label for d in Division.objects.filter(code__in=codes)}
    towns: dict[str, Part] = {}
    for code in sorted(found):
        top = code[:TOWNSHIP_DIGITS]
        town = towns.setdefault(top, Part(top, names.get(top, top)))
        town.add(found[code])
        if len(code) > TOWNSHIP_DIGITS:
            part = Part(code, names.get(code, code))
            part.add(found[code])
            town.parts.append(part)
    return list(towns.values())


def parts_add_up(figure: Figure, value, parts: list[Part]) -> tuple[CheckResult, ...]:
    """The check that every figure with a breakdown carries: its parts add up to it."""
    if figure.aggregate != "sum":
        return ()
    check = Check("各社区（村）之和 = 总数", (), (figure.code,))
    return (CheckResult(check, sum(part.value for part in parts), value or 0),)


@dataclass(frozen=True)
class Coverage:
    """How many of the week's reports that feed a figure are in hand, and how many approved."""

    due: int
    filed: int
    approved: int


def coverage(figure: Figure, day: date, scope: Scope, prefix: str = "") -> Coverage | None:
    """The coverage of a figure fed by weekly reports in the week of `day`; None for ledgers."""
    if not figure.line:
        return None
    due = Report.objects.due_on(day).filter(
        scope.condition_for(Report), project__programme__line=figure.line
    )
    if prefix:
        due = due.within(prefix)
    filed = due.filed_by(day)
    approved = filed.exclude(last_action="filed")
    return Coverage(due.count(), filed.count(), approved.count())


@dataclass(frozen=True)
class NewestEntry:
    """The newest entry in the history of a figure's rows."""

    at: object
    row: str
    action: str
    by: str


def newest_change(figure: Figure, day: date, scope: Scope, prefix: str = "") -> NewestEntry | None:
    """Who last changed one of the rows behind a figure, and when, as the trail knows it."""
    rows = scoped_rows(figure, scope, day, prefix).order_by()
    model = rows.model
    event_model = apps.get_model(model._meta.app_label, f"{model.__name__}Event")
    last = last_change(event_model.objects.filter(pgh_obj_id__in=rows.values("pk")))
    if last is None:
        return None
    row = model._base_manager.filter(pk=last.key).first()
    return NewestEntry(last.at, str(row or ""), last.action, last.who)


@dataclass(frozen=True)
class Chart:
    """A line chart as SVG numbers: the line, its marks, the bounds."""

    points: str
    low: object
    high: object


def trend_chart(values: list, width: int = 640, height: int = 150) -> Chart:
    """The 26 weeks as a line, leaving room for labels; the table beside it says the same."""
    known = [value for value in values if value is not None]
    points = sparkline(spark_points(values, width, height, 12))
    return Chart(points, min(known, default=0), max(known, default=0))
