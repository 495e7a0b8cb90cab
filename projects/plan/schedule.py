"""Where each project stands against its plan on a day: stages, progress, lights. Plain values.

The plan is that of the day asked for: a planned day that was moved later counts as it stood then.
"""

from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass, field
from datetime import date
from decimal import Decimal
from typing import Any

from orgs.choices import TOWNSHIP_DIGITS
from projects import lights, stages
from projects.lights import Light
from projects.models import Milestone, PlanChange, Project
from projects.querysets import ProjectQuerySet

HUNDRED = Decimal(100)


@dataclass(frozen=True)
class Mark:
    """One stage of a project: planned now, planned first, reached (each a day or None)."""

    stage: str
    word: str
    planned: date | None
    first_planned: date | None
    actual: date | None
    pk: int | None = None  # None: the kind has this stage, the project has no milestone for it
    note: str = ""

    @property
    def moved_days(self) -> int:
        """By how many days the plan has been moved since it was first made."""
        if not (self.planned and self.first_planned):
            return 0
        return (self.planned - self.first_planned).days

    @property
    def late_days(self) -> int:
        """By how many days it was reached after its plan; 0 where it was not, or in time."""
        if not (self.planned and self.actual):
            return 0
        return max((self.actual - self.planned).days, 0)


@dataclass
class Standing:
    """A project on a day."""

    pk: int
    name: str
    kind: str
    programme_id: int
    line: str
    division: str
    street: str  # code of the township-level division, or of the county
    unit: str
    is_demonstration: bool
    day: date
    reading: Decimal | None
    reading_day: date | None
    target: Decimal | None
    invested: Decimal | None
    invest_target: Decimal | None
    weekly: bool  # whether its programme reports weekly progress
    marks: list[Mark] = field(default_factory=list)

    @property
    def last(self) -> Mark | None:
        """The furthest stage reached."""
        return next((mark for mark in reversed(self.marks) if mark.actual), None)

    @property
    def ahead(self) -> list[Mark]:
        """The stages after the furthest one reached."""
        reached = [position for position, mark in enumerate(self.marks) if mark.actual]
        return self.marks[reached[-1] + 1 :] if reached else self.marks

    @property
    def coming(self) -> Mark | None:
        """The stage that comes next, whether planned or not; None when all are reached."""
        return next(iter(self.ahead), None)

    @property
    def due(self) -> Mark | None:
        """The next stage that has a planned day."""
        return next((mark for mark in self.ahead if mark.planned), None)

    @property
    def phase(self) -> str:
        return stages.phase_of(self.coming.stage if self.coming else None)

    @property
    def planned_percent(self) -> Decimal | None:
        """形象进度 that the plan asks for: its own plan points, else what the stages give."""
        return self.target if self.target is not None else planned_percent(self, self.day)

    @property
    def lights(self) -> list[tuple[str, Light]]:
        """(what, light) for every rule that applies to this project."""
        found = []
        if self.weekly or self.reading is not None:
            found.append(("进度", lights.progress_light(self.reading, self.planned_percent)))
        if self.due:
            is_start = self.due.stage == Milestone.Stage.START
            light = lights.stage_light(self.due.word, is_start, self.due.planned, self.day)
            found.append(("节点", light))
        elif self.coming:
            found.append(("节点", lights.stage_light(self.coming.word, False, None, self.day)))
        else:
            found.append(("节点", lights.Light(lights.GREEN, "全部节点完成")))
        if self.invest_target is not None:
            found.append(("投资", lights.investment_light(self.invested, self.invest_target)))
        if self.weekly and not self.finished:
            found.append(("数据", lights.freshness_light(self.reading_day, self.day)))
        return found

    @property
    def finished(self) -> bool:
        """Works are complete: there is no weekly progress to wait for."""
        position = stages.position_of(Milestone.Stage.COMPLETION)
        return bool(self.last and stages.position_of(self.last.stage) >= position)

    @property
    def light(self) -> Light:
        return lights.worst([light for _, light in self.lights])


def planned_percent(standing: Standing, day: date) -> Decimal | None:
    """What the planned days of the stages ask for on `day` (%), straight lines between them.

    None where fewer than two stages have a planned day.
    """
    points = curve_of_stages(standing)
    if len(points) < 2:
        return None
    if day <= points[0][0]:
        return points[0][1] if day == points[0][0] else Decimal(0)
    for (start, low), (end, high) in zip(points, points[1:], strict=False):
        if start <= day < end:
            share = Decimal((day - start).days) / (end - start).days
            return round(low + (high - low) * share, 1)
    return points[-1][1]


def curve_of_stages(standing: Standing) -> list[tuple[date, Decimal]]:
    """(planned day, % planned to be reached) of the stages that have a planned day, rising.

    The points of a stage without a day are reached with the next one that has one.
    """
    weights = {stage.code: stage.points for stage in stages.stages_of(standing.kind)}
    found: list[tuple[date, Decimal]] = []
    sum_ = Decimal(0)
    for mark in standing.marks:
        sum_ += weights.get(mark.stage, 0)
        if not mark.planned:
            continue
        if found and mark.planned <= found[-1][0]:
            found[-1] = (found[-1][0], sum_)
        else:
            found.append((mark.planned, sum_))
    return [(day, min(percent, HUNDRED)) for day, percent in found]


def standings(queryset: ProjectQuerySet, day: date) -> list[Standing]:
    """The projects of `queryset` that hold on `day`, as they stand then. Three queries."""
    found: Any = (
        queryset.on(day)
        .with_reading("progress_percent", day)
        .with_target("progress_percent", day)
        .order_by("programme_id", "division_id", "search_text", "pk")
        .values_list(
            "pk", "name", "kind", "programme_id", "programme__line", "division__short_name",
            "division_id", "lead_unit__name", "is_demonstration", "reading", "reading_day",
            "target", "programme__reports_weekly",
        )
    )  # fmt: skip
    rows: list[tuple[Any, ...]] = list(found)
    keys = [row[0] for row in rows]
    money = _money(keys, day)
    marks = marks_of({row[0]: row[2] for row in rows}, day)
    weekly_kinds = _weekly_kinds()
    return [_standing(row, day, money.get(row[0]), marks[row[0]], weekly_kinds) for row in rows]


def _weekly_kinds() -> frozenset[str]:
    """The kinds that report progress week by week: all that are built over months."""
    return frozenset(Project.Kind.values) - {Project.Kind.PARKING_ROAD, Project.Kind.OTHER}


def _standing(
    row: tuple[Any, ...],
    day: date,
    money: tuple | None,
    marks: list[Mark],
    weekly_kinds: frozenset[str],
) -> Standing:
    invested, invest_target = money or (None, None)
    return Standing(
        pk=row[0],
        name=row[1],
        kind=row[2],
        programme_id=row[3],
        line=row[4],
        division=row[5],
        street=row[6][:TOWNSHIP_DIGITS],
        unit=row[7] or "",
        is_demonstration=row[8],
        day=day,
        reading=row[9],
        reading_day=row[10],
        target=row[11],
        invested=invested,
        invest_target=invest_target,
        weekly=row[12] and row[2] in weekly_kinds,
        marks=marks,
    )


def _money(keys: list[int], day: date) -> dict[int, tuple]:
    """Verified investment and its plan (万元) for the projects that have a plan. One query."""
    rows = (
        Project.objects.filter(pk__in=keys)
        .with_reading("invested_wan", day)
        .with_target("invested_wan", day)
        .filter(target__isnull=False)
        .values_list("pk", "reading", "target")
    )
    return {pk: (reading, target) for pk, reading, target in rows}


def marks_of(kinds: dict[int, str], day: date) -> dict[int, list[Mark]]:
    """project → its stages in order, as planned and reached on `day`. Two queries."""
    moved = _moved(kinds, day)
    stored: dict[int, dict[str, Mark]] = defaultdict(dict)
    rows = Milestone.objects.filter(project__in=kinds).values_list(
        "project_id", "pk", "stage", "planned_on", "actual_on", "note"
    )
    for project, pk, stage, planned, actual, note in rows:
        then, first = moved.get(pk, (None, None))
        stored[project][stage] = Mark(
            stage=stage,
            word=stages.word_of(kinds[project], stage),
            planned=then or planned,
            first_planned=first or planned,
            actual=actual if actual and actual <= day else None,
            pk=pk,
            note=note,
        )
    return {project: _in_order(kind, stored[project]) for project, kind in kinds.items()}


def _moved(kinds: Iterable[int], day: date) -> dict[int, tuple[date | None, date]]:
    """milestone → (its plan on `day` where that was moved later, its first plan)."""
    found: dict[int, tuple[date | None, date]] = {}
    rows = (
        PlanChange.objects.filter(milestone__project__in=kinds)
        .order_by("milestone_id", "changed_on", "pk")
        .values_list("milestone_id", "changed_on", "was_on")
    )
    for milestone, changed, was in rows:
        then, first = found.get(milestone, (None, was))
        found[milestone] = (then or (was if changed > day else None), first)
    return found


def _in_order(kind: str, stored: dict[str, Mark]) -> list[Mark]:
    declared = {stage.code: stage.word for stage in stages.stages_of(kind)}
    codes = sorted({*declared, *stored}, key=stages.position_of)
    return [stored.get(code) or Mark(code, declared[code], None, None, None) for code in codes]
