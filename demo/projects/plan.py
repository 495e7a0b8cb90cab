"""The plan: indicators, weeks, milestones, targets, and the Party organisations in projects."""

from datetime import date, timedelta
from decimal import Decimal

from demo.context import AS_OF, FIRST_MONDAY, SUMMER, WEEKS, Demo
from demo.data import toml
from demo.numbers import around, day_between
from projects.models import Indicator, Milestone, Period, ProjectOrganization, Target
from projects.reporting.periods import due_moment

# Stages in order, with the days between them, before and after the start of works.
BEFORE_START = ("survey", "consent", "approval", "design", "tender")
SHORT = ("survey", "approval")


def build(demo: Demo):
    """Indicators and periods; then for each project its milestones; then the progress plan."""
    demo.indicators = _indicators(demo)
    demo.periods = [_period(demo, FIRST_MONDAY + timedelta(weeks=week)) for week in range(WEEKS)]
    for projects in demo.projects.values():
        for project in projects:
            _milestones(demo, project)
    _organizations(demo)


def _indicators(demo: Demo) -> dict[str, Indicator]:
    words = toml("projects")["indicators"]
    return {
        code: demo.add(Indicator, code=code, position=position, since=SUMMER, **values)
        for position, (code, values) in enumerate(words.items(), 1)
    }


def _period(demo: Demo, monday: date) -> Period:
    year, number, _ = monday.isocalendar()
    return demo.add(
        Period,
        year=year,
        number=number,
        start=monday,
        end=monday + timedelta(days=6),
        due_at=due_moment(monday),
    )


def start_of(demo: Demo, project) -> tuple[date, date, str]:
    """When works were to start, when they did, and a note; every project has started."""
    lunar = toml("projects")["fringe"]
    if project.road_id and project.programme.line == "urban_fringe":
        return lunar["lunar_start"], lunar["lunar_start"], lunar["lunar_note"]
    last = {"old_community": date(2021, 3, 1), "garage": date(2021, 4, 20)}
    latest = last.get(project.kind, date(2020, 12, 14))
    planned = day_between(demo.rng, project.since + timedelta(days=30), latest)
    late = demo.rng.choice((0, 0, 0, 2, 9)) if planned < latest - timedelta(days=12) else 0
    return planned, planned + timedelta(days=late), ""


def _milestones(demo: Demo, project):
    """The stages before the start, the start, and what is planned after it."""
    planned, actual, note = start_of(demo, project)
    stages = SHORT if project.kind in ("village", "parking_road") else BEFORE_START
    for steps_back, stage in enumerate(reversed(stages), 1):
        before = timedelta(days=14 * steps_back)
        demo.add(
            Milestone,
            project=project,
            stage=stage,
            planned_on=planned - before,
            actual_on=planned - before,
        )
    demo.add(
        Milestone, project=project, stage="start", planned_on=planned, actual_on=actual, note=note
    )
    done = toml("projects")["roads"]["demonstration"]["completed_on"]
    finished = done if project.is_demonstration and project.kind == "road_section" else None
    end = finished or day_between(demo.rng, date(2021, 6, 1), date(2021, 11, 30))
    demo.add(Milestone, project=project, stage="completion", planned_on=end, actual_on=finished)
    after = end + timedelta(days=30)
    demo.add(Milestone, project=project, stage="acceptance", planned_on=after)


def _organizations(demo: Demo):
    """In each old community a Party organisation, of its community or of a courtyard; on sites too."""
    for position, project in enumerate(demo.projects["old_community"]):
        branches = [b for b in demo.courtyard_branches if b.division_id == project.division_id]
        in_courtyard = position % 5 in (1, 3) and branches
        organization = branches[0] if in_courtyard else demo.general_branches[project.division_id]
        demo.add(
            ProjectOrganization,
            project=project,
            organization=organization,
            level="courtyard" if in_courtyard else "community",
            since=max(organization.established_on, project.since),
        )
    for project in demo.projects["road_section"]:
        branch = demo.temp_branches[project.programme.line]
        demo.add(
            ProjectOrganization,
            project=project,
            organization=branch,
            level="site",
            since=project.since,
        )


def progress(demo: Demo) -> dict[int, tuple[int, int]]:
    """Progress of each project on the last day, actual and planned (%), by the project's key.

    Over each line the means are those of the data file; the projects behind the plan are few and
    far behind, the others near it.
    """
    words = toml("projects")
    fixed = {
        w["name"]: (w["actual"], w["plan"]) for w in [*words["fringe"]["works"], *words["smart"]]
    }
    result = {}
    for line, goal in words["progress"].items():
        projects = [p for p in _measured(demo) if p.programme.line == line]
        named = [p for p in projects if p.name in fixed]
        result |= {p.pk: fixed[p.name] for p in named}
        others = [p for p in projects if p.name not in fixed]
        actual_left = goal["actual"] * len(projects) - sum(fixed[p.name][0] for p in named)
        plan_left = goal["plan"] * len(projects) - sum(fixed[p.name][1] for p in named)
        plans = around(demo.rng, plan_left, len(others), 5)
        gaps = _gaps(demo, plan_left - actual_left, len(others), goal)
        for project, plan, gap in zip(others, plans, gaps, strict=True):
            result[project.pk] = (plan - gap, plan)
    return result


def _gaps(demo: Demo, total: int, count: int, goal: dict) -> list[int]:
    """By how many points projects stay below the plan: few of them far, the others a little."""
    behind = goal["behind"]
    far = around(demo.rng, behind * goal["far"], behind, 3) if behind else []
    gaps = far + around(demo.rng, total - sum(far), count - behind, 1)
    demo.rng.shuffle(gaps)
    return gaps


def _measured(demo: Demo) -> list:
    kinds = toml("projects")["indicators"]["progress_percent"]["kinds"]
    return [p for kind in kinds for p in demo.projects[kind]]


def targets(demo: Demo, code: str, project, final: Decimal):
    """Plan points for an indicator, one each Friday, reaching `final` on the last day and beyond it."""
    first = max(project.since, FIRST_MONDAY) - timedelta(days=1)
    span = (AS_OF - first).days
    for period in demo.periods:
        day = period.start + timedelta(days=4)
        if day > first:
            share = Decimal(str(round((day - first).days / span, 4)))
            _target(demo, code, project, day, (final * share).quantize(Decimal("0.01")))
    limit = Decimal(100) if code == "progress_percent" else final * 2
    for step, day in enumerate((date(2021, 6, 30), date(2021, 9, 30)), 1):
        value = final + (limit - final) * step / 2
        _target(demo, code, project, day, value.quantize(Decimal("0.01")))


def _target(demo: Demo, code: str, project, day: date, value: Decimal):
    demo.add(Target, project=project, indicator=demo.indicators[code], due_on=day, value=value)
