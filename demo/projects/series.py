"""What each project reports week by week: cumulative values of its indicators."""

from dataclasses import dataclass, field
from decimal import Decimal

from demo.context import TOTALS, WEEKS, Demo
from demo.data import toml
from demo.numbers import apportion, apportion_money
from demo.projects import plan

LAST = WEEKS - 1
# Points below the plan that count as far behind (red), and for how many weeks it has been so.
FAR_BEHIND = 30
WEEKS_BEHIND = 3
ZERO = Decimal(0)


@dataclass
class Series:
    """An indicator's cumulative values over the weeks. The last one may not be verified yet."""

    values: list[Decimal]
    qualifier: str = "exact"
    plan: Decimal | None = None


@dataclass
class Weekly:
    """All that one project reports, and how its report of the last week stands."""

    project: object
    status: str
    first: int
    series: dict[str, Series] = field(default_factory=dict)


def build(demo: Demo) -> list[Weekly]:
    """The weekly figures of every project that reports. Final sums are the article's."""
    statuses = _statuses(demo)
    weeklies = [
        Weekly(project, statuses[project.pk], _first_week(demo, project))
        for kind in (
            "old_community",
            "village",
            "road_section",
            "corridor_greening",
            "garage",
            "smart_city",
        )
        for project in demo.projects[kind]
    ]
    progress = plan.progress(demo)
    for weekly in weeklies:
        actual, planned = (Decimal(value) for value in progress[weekly.project.pk])
        step = Decimal(demo.rng.choice((0, 1, 1, 2))) if actual + 2 < 100 else ZERO
        values = curve(demo, weekly, actual, step, quantum=Decimal(1))
        if planned - actual > FAR_BEHIND:
            values = _falling_behind(weekly, values, actual, planned)
        weekly.series["progress_percent"] = Series(values, plan=planned)
    _old_communities(demo, [w for w in weeklies if w.project.kind == "old_community"])
    _villages(demo, [w for w in weeklies if w.project.kind == "village"])
    _budgets(demo, [w for w in weeklies if w.project.kind in ("road_section", "garage")])
    return weeklies


def _falling_behind(weekly: Weekly, values: list[Decimal], actual: Decimal, planned: Decimal):
    """The same curve, but as far below the plan for some weeks as it is now."""
    end = LAST if weekly.status == "approved" else LAST - 1
    a_week = planned / (WEEKS - weekly.first)
    for back in range(1, WEEKS_BEHIND + 1):
        values[end - back] = max(Decimal(int(actual - a_week * back)), ZERO)
    floor = values[end - WEEKS_BEHIND]
    return [min(value, floor) for value in values[: end - WEEKS_BEHIND]] + values[
        end - WEEKS_BEHIND :
    ]


def _first_week(demo: Demo, project) -> int:
    return next(i for i, period in enumerate(demo.periods) if project.since <= period.end)


def _statuses(demo: Demo) -> dict[int, str]:
    """How the last week's reports stand on its Friday morning."""
    declared = toml("projects")["old"]["communities"]
    old = demo.projects["old_community"]
    result = {p.pk: c["week"] for p, c in zip(old, declared, strict=True)}
    for kind in ("village", "road_section", "corridor_greening", "garage", "smart_city"):
        for position, project in enumerate(demo.projects[kind]):
            result[project.pk] = {3: "filed", 6: "due", 11: "returned", 16: "filed"}.get(
                position % 18, "approved"
            )
    return result


def curve(demo: Demo, weekly: Weekly, final: Decimal, step: Decimal, quantum=Decimal("0.01")):
    """A rising curve that has `final` as its last verified value.

    An approved last week ends at `final`, `step` above the week before; any other status leaves
    `final` to the week before and puts the typed value, not yet verified, on top.
    """
    approved = weekly.status == "approved"
    before = final - step if approved else final
    weeks = LAST - weekly.first
    values = [ZERO] * weekly.first
    shape = sorted(((i + demo.rng.random()) / weeks) ** 0.85 for i in range(weeks - 1))
    for share in shape:
        value = (before * Decimal(str(round(min(share, 1), 4)))).quantize(quantum)
        values.append(max(min(value, before), values[-1] if values else ZERO))
    return [*values, before, final if approved else final + step]


def _old_communities(demo: Demo, weeklies: list[Weekly]):
    """Investment (万元) and demolished area (平方米); sums now and a week before are given."""
    totals = TOTALS["old_communities"]
    rng = demo.rng
    declared = toml("projects")["old"]["communities"]
    fixed = [Decimal(c["invested"]) if "invested" in c else None for c in declared]
    before = Decimal(totals["invested_wan_week_before"])
    open_sum = before - sum(value for value in fixed if value)
    free = apportion_money(open_sum, [rng.uniform(0.5, 1.5) for value in fixed if value is None])
    shares = iter(free)
    bases = [value or next(shares) for value in fixed]
    rise = Decimal(totals["invested_wan"]) - before
    steps = _steps(weeklies, apportion_money(rise, _weights(rng, weeklies)), rng)
    for weekly, base, step in zip(weeklies, bases, steps, strict=True):
        final = base + step if weekly.status == "approved" else base
        planned = (final * Decimal(str(rng.uniform(1.0, 1.17)))).quantize(Decimal("0.01"))
        weekly.series["invested_wan"] = Series(curve(demo, weekly, final, step), plan=planned)
        weekly.project.budget_wan = (final * Decimal(str(rng.uniform(1.3, 1.8)))).quantize(ZERO)
    _demolished(demo, weeklies, totals)


def _demolished(demo: Demo, weeklies: list[Weekly], totals: dict):
    rng = demo.rng
    before = totals["demolished_m2_week_before"]
    bases = apportion(before, [rng.uniform(0.3, 1.7) for _ in weeklies], minimum=20)
    rise = totals["demolished_m2"] - before
    steps = _steps(weeklies, apportion(rise, _weights(rng, weeklies)), rng)
    for position, (weekly, base, step) in enumerate(zip(weeklies, bases, steps, strict=True)):
        final = Decimal(base + (step if weekly.status == "approved" else 0))
        values = curve(demo, weekly, final, Decimal(step), quantum=Decimal(1))
        qualifier = "at_least" if position % 6 == 2 else "exact"
        weekly.series["demolished_m2"] = Series(values, qualifier)


def _weights(rng, weeklies) -> list[float]:
    return [rng.uniform(0.3, 1.7) if w.status == "approved" else 0 for w in weeklies]


def _steps(weeklies, parts, rng) -> list:
    """The last week's increments: the given parts where approved, some other number where typed."""
    return [
        part if w.status == "approved" else type(part)(rng.randint(2, 9))
        for w, part in zip(weeklies, parts, strict=True)
    ]


def _villages(demo: Demo, weeklies: list[Weekly]):
    """Toilets and makeshift structures removed (处); the demonstration village's sum is given."""
    rng = demo.rng
    for weekly in weeklies:
        if weekly.project.is_demonstration:
            _demonstration_village(demo, weekly)
            continue
        for code in ("toilets_removed", "structures_removed"):
            final = Decimal(rng.randint(18, 120))
            step = Decimal(rng.choice((0, 0, 1, 3)))
            weekly.series[code] = Series(curve(demo, weekly, final, step, quantum=Decimal(1)))


def _demonstration_village(demo: Demo, weekly: Weekly):
    """All of it fell within the round's twelve days; before them nothing, since then no change."""
    places = TOTALS["village_round"]["places"]
    toilets = round(places * 0.44)
    for code, count in (("toilets_removed", toilets), ("structures_removed", places - toilets)):
        values = []
        for period in demo.periods:
            done = sum(d.places for d in demo.village_days if d.demolished_on <= period.end)
            values.append(Decimal(round(count * done / places)))
        weekly.series[code] = Series(values)


def _budgets(demo: Demo, weeklies: list[Weekly]):
    """Investment of roads and garages follows their progress."""
    for weekly in weeklies:
        progress = weekly.series["progress_percent"].values[LAST] / 100
        final = (weekly.project.budget_wan * progress).quantize(Decimal("0.01"))
        step = (final * Decimal("0.03")).quantize(Decimal("0.01"))
        weekly.series["invested_wan"] = Series(curve(demo, weekly, final, step))
