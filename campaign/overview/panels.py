"""The panels of the overview: tiles, mosaic, lines of work. Each is one query or none."""

from collections.abc import Callable
from dataclasses import dataclass, field
from datetime import date
from decimal import Decimal

from django.db.models import Count, F
from django.urls import reverse

from campaign.figures.board import Board, Shown
from courtyards.models import Courtyard
from ledgers.formats import percent
from ledgers.media.chart import spark_points, sparkline
from ledgers.query_cache import cached_function
from orgs.access import Scope
from orgs.choices import TOWNSHIP_DIGITS
from orgs.models import Division
from projects import lights
from projects.models import Programme, Project


@dataclass(frozen=True)
class Tile:
    """A head figure: its value beside the whole it is part of, a light, a sparkline."""

    shown: Shown
    beside: str
    note: str
    light: lights.Light
    spark: str


@dataclass(frozen=True)
class TileSpec:
    """Which figure a tile shows, and what it is measured against."""

    code: str
    whole: str = ""
    beside: Callable[[Board], str] = lambda board: ""
    fewer_is_better: bool = False


def _text(board: Board, code: str) -> str:
    shown = board.get(code)
    return shown.text if shown else "—"


TILES = (
    TileSpec("courtyard_heads", "courtyards"),
    TileSpec("building_heads", "buildings"),
    TileSpec("self_management_committees", "courtyards"),
    TileSpec(
        "courtyard_branches",
        beside=lambda b: (
            f"独建{_text(b, 'branches_independent')} · 联建{_text(b, 'branches_joint')}"
        ),
    ),
    TileSpec("old_invested_wan", beside=lambda b: "万元"),
    TileSpec(
        "problems_open",
        beside=lambda b: f"超期{_text(b, 'problems_overdue')}",
        fewer_is_better=True,
    ),
)


def head_tiles(board: Board) -> list[Tile]:
    """The six head figures that the reader may see."""
    specs = [spec for spec in TILES if spec.code in board]
    trends = board.trends([spec.code for spec in specs])
    return [_tile(board, spec, trends[spec.code]) for spec in specs]


def _tile(board: Board, spec: TileSpec, trend: list) -> Tile:
    shown = board[spec.code]
    spark = sparkline(spark_points([counting.value for _, counting in trend], 92, 26, 3))
    whole = board.get(spec.whole) if spec.whole else None
    if whole:
        light = lights.coverage_light(shown.value, whole.value)
        note = percent(shown.value, whole.value)
        return Tile(shown, f"/ {whole.text}", note, light, spark)
    overdue = board.get("problems_overdue")
    late = spec.fewer_is_better and overdue and overdue.value
    light = lights.Light(lights.RED if late else lights.GREY, "")
    return Tile(shown, spec.beside(board), "", light, spark)


# -- the mosaic -----------------------------------------------------------------------------------

# The four things that a courtyard should have: flag, mark in its square, word.
NEEDED = (
    ("has_head", "长", "楼院长"),
    ("has_branch", "支", "党支部"),
    ("has_committee", "管", "自管会"),
    ("has_cadre", "联", "包联干部"),
)


@dataclass(frozen=True)
class Square:
    """One courtyard in the mosaic."""

    address: str
    name: str
    missing: tuple[str, ...]
    mark: str

    @property
    def colour(self) -> str:
        return ("green", "amber", "red")[min(len(self.missing), 2)]

    @property
    def says(self) -> str:
        return f"{self.name}:{'缺' + '、'.join(self.missing) if self.missing else '四项齐全'}"


@dataclass
class Community:
    name: str
    squares: list[Square] = field(default_factory=list)


@dataclass
class Street:
    name: str
    communities: dict[str, Community] = field(default_factory=dict)

    @property
    def total(self) -> int:
        return sum(len(c.squares) for c in self.communities.values())


def mosaic(scope: Scope, day: date) -> list[Street]:
    """Every courtyard in scope as a square, by street and community. Two queries."""
    rows = (
        Courtyard.objects.on(day)
        .filter(scope.condition_for(Courtyard))
        .with_organization(day)
        .order_by("division_id", "search_text", "pk")
        .values_list("pk", "name", "division_id", *(flag for flag, _, _ in NEEDED))
    )
    rows = list(rows)
    codes = {row[2] for row in rows} | {row[2][:TOWNSHIP_DIGITS] for row in rows}
    names = {d.code: d.label for d in Division.objects.filter(code__in=codes)}
    pattern = reverse("courtyards:courtyard_detail", args=[0])
    streets: dict[str, Street] = {}
    for pk, name, code, *flags in rows:
        lacks = [need for need, has in zip(NEEDED, flags, strict=True) if not has]
        mark = lacks[0][1] if len(lacks) == 1 else str(len(lacks) or "")
        square = Square(
            pattern.replace("/0/", f"/{pk}/"), name, tuple(need[2] for need in lacks), mark
        )
        street = streets.setdefault(
            code[:TOWNSHIP_DIGITS], Street(names.get(code[:TOWNSHIP_DIGITS], ""))
        )
        community = street.communities.setdefault(code, Community(names.get(code, "")))
        community.squares.append(square)
    return list(streets.values())


# -- the lines of work ----------------------------------------------------------------------------


@dataclass(frozen=True)
class ProjectProgress:
    """A project's progress against its plan (percent, both may be unknown)."""

    pk: int
    name: str
    programme_id: int
    actual: Decimal | None
    planned: Decimal | None
    answerable: str
    unit: str

    @property
    def light(self) -> lights.Light:
        return lights.progress_light(self.actual, self.planned)


@cached_function
def project_progress(scope: Scope, day: date) -> list[ProjectProgress]:
    """Progress and plan of every project in scope that has a plan on `day`. One query."""
    rows = (
        Project.objects.on(day)
        .filter(scope.condition_for(Project))
        .with_reading("progress_percent", day)
        .with_target("progress_percent", day)
        .filter(target__isnull=False)
        .order_by("programme_id", "pk")
        .values_list(
            "pk", "name", "programme_id", "reading", "target", "answerable", "lead_unit__name"
        )
    )
    return [ProjectProgress(*row[:6], unit=row[6] or "") for row in rows]


@dataclass(frozen=True)
class ProgrammeBar:
    """A line of work: mean progress of its projects against the mean of their plans."""

    line: str
    name: str
    headquarters: str
    projects: int  # all of them
    with_plan: int  # those that the means are made of
    actual: Decimal
    planned: Decimal
    lagging: int

    @property
    def light(self) -> lights.Light:
        return lights.progress_light(self.actual, self.planned)

    @property
    def says(self) -> str:
        return f"{self.lagging}项滞后" if self.lagging else "按计划"

    @property
    def counted(self) -> str:
        """How many projects there are, and how many of them the bar is about."""
        planned = "" if self.with_plan == self.projects else f"，{self.with_plan}个已排计划"
        return f"{self.projects}个项目{planned}"


@cached_function
def programme_bars(scope: Scope, day: date) -> list[ProgrammeBar]:
    """The lines of work in scope that have planned projects, in their order. Two queries more."""
    progress = project_progress(scope, day)
    present = Project.objects.on(day).filter(scope.condition_for(Project)).order_by()
    numbers = dict(present.values_list("programme_id").annotate(Count("pk")))
    rows = (
        Programme.objects.on(day)
        .filter(pk__in={row.programme_id for row in progress})
        .annotate(hq=F("headquarters__name"))
        .order_by("pk")
    )
    return [
        _bar(
            programme,
            numbers[programme.pk],
            [row for row in progress if row.programme_id == programme.pk],
        )
        for programme in rows
    ]


def _bar(programme: Programme, number: int, rows: list[ProjectProgress]) -> ProgrammeBar:
    def mean(values) -> Decimal:
        return round(sum((value or Decimal(0) for value in values), Decimal(0)) / len(rows), 1)

    lagging = sum(row.light.colour in (lights.RED, lights.AMBER) for row in rows)
    return ProgrammeBar(
        programme.line,
        programme.name,
        programme.hq,
        number,
        len(rows),
        mean(row.actual for row in rows),
        mean(row.planned for row in rows),
        lagging,
    )
