"""What the pages over many projects show: a programme's timeline, its board, what is chosen."""

from collections import Counter
from dataclasses import dataclass
from datetime import date

from django.db.models import Count

from ledgers.media import chart
from orgs.choices import TOWNSHIP_DIGITS
from orgs.models import Division
from projects import lights, stages
from projects.models import Programme, Project
from projects.overviews.totals import WIDE
from projects.plan.schedule import Mark, Standing, standings

COLOURS = (lights.RED, lights.AMBER, lights.GREEN, lights.GREY)


@dataclass
class Chosen:
    """A programme's projects on a day, narrowed to a street, with what else may be chosen."""

    programmes: list
    programme: int | None
    streets: list[tuple[str, str]]
    street: str
    rows: list[Standing]
    day: date
    asked_on: date | None

    @property
    def tally(self) -> list[tuple[str, str, int]]:
        """(colour, word, number of projects) of the colours that occur, red first."""
        found = Counter(row.light.colour for row in self.rows)
        return [(c, lights.WORDS[c], found[c]) for c in COLOURS if found[c]]


def choose(request) -> Chosen:
    """What the query asks for: `programme` (key; default the first) and `street` (code). Six queries."""
    day = request.on
    visible = Project.objects.visible_to(request.user).on(day)
    numbers = dict(visible.order_by().values_list("programme_id").annotate(number=Count("pk")))
    programmes = list(Programme.objects.filter(pk__in=numbers).order_by("pk"))
    for programme in programmes:
        programme.number = numbers[programme.pk]
    keys = [str(programme.pk) for programme in programmes]
    asked = request.GET.get("programme", "")
    programme = int(asked) if asked in keys else programmes[0].pk if programmes else None
    rows = standings(visible.filter(programme=programme), day)
    codes = {row.street for row in rows}
    names = Division.objects.filter(pk__in=codes).order_by("pk").values_list("pk", "short_name")
    streets = [(pk, name if len(pk) == TOWNSHIP_DIGITS else WIDE) for pk, name in names]
    street = request.GET.get("street", "")
    street = street if street in codes else ""
    if street:
        rows = [row for row in rows if row.street == street]
    return Chosen(programmes, programme, streets, street, rows, day, request.asked_on)


# -- the timeline ---------------------------------------------------------------------------------


@dataclass(frozen=True)
class Dot:
    """A stage on the timeline: where, how it looks, what it says."""

    x: str
    look: str  # done, late, overdue, ahead
    says: str


@dataclass(frozen=True)
class Bar:
    """One project on the timeline; the bars run from the first stage to the end of works."""

    standing: Standing
    planned: tuple[str, str] | None  # x and width
    actual: tuple[str, str] | None
    dots: list[Dot]

    @property
    def says(self) -> str:
        return "；".join(dot.says for dot in self.dots) or "没有节点"


def timeline(chosen: Chosen) -> tuple[chart.Span | None, list[Bar]]:
    """The common span of days and a bar for each project, the red ones first."""
    days = [day for row in chosen.rows for m in row.marks for day in (m.planned, m.actual)]
    span = chart.span_of([*days, chosen.day], left=1, right=99) if any(days) else None
    if span is None:
        return None, []
    rows = sorted(chosen.rows, key=lambda row: COLOURS.index(row.light.colour))
    return span, [_bar(row, span) for row in rows]


def _bar(row: Standing, span: chart.Span) -> Bar:
    planned = [m.planned for m in row.marks if m.planned]
    actual = [m.actual for m in row.marks if m.actual]
    until = max(actual) if row.finished else row.day
    return Bar(
        row,
        _width(span, min(planned), max(planned)) if planned else None,
        _width(span, min(actual), until) if actual else None,
        [_dot(m, span, row.day) for m in row.marks if m.planned or m.actual],
    )


def _width(span, first: date, last: date) -> tuple[str, str]:
    left, right = float(span.x(first)), float(span.x(last))
    return f"{left:.2f}", f"{max(right - left, 0.3):.2f}"


def _dot(mark: Mark, span: chart.Span, day: date) -> Dot:
    if mark.actual:
        late = f"，晚{mark.late_days}天" if mark.late_days else ""
        look = "late" if mark.late_days else "done"
        return Dot(span.x(mark.actual), look, f"{mark.word} {mark.actual}完成{late}")
    overdue = mark.planned < day
    says = f"{mark.word} 计划{mark.planned}" + ("，已超期" if overdue else "")
    return Dot(span.x(mark.planned), "overdue" if overdue else "ahead", says)


def table_stages(rows: list[Standing]) -> list[tuple[str, str]]:
    """(stage, word) of every stage that any of `rows` has a day for, in order."""
    found = {}
    for row in rows:
        for mark in row.marks:
            if mark.planned or mark.actual:
                found.setdefault(mark.stage, mark.word)
    return sorted(found.items(), key=lambda pair: stages.position_of(pair[0]))


# -- the board ------------------------------------------------------------------------------------


def columns(rows: list[Standing]) -> list[tuple[str, str, list[Standing]]]:
    """(code, word, projects) of the phases, the red ones first, then by their next day."""
    found = {code: [] for code, *_ in stages.PHASES} | {stages.DONE[0]: []}
    for row in rows:
        found[row.phase].append(row)
    words = {code: word for code, word, _ in stages.PHASES} | {stages.DONE[0]: stages.DONE[1]}
    for cards in found.values():
        cards.sort(key=_urgency)
    return [(code, words[code], cards) for code, cards in found.items()]


def _urgency(row: Standing):
    due = row.due.planned if row.due else date.max
    return COLOURS.index(row.light.colour), due, row.name
