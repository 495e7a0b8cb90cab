"""Municipal units paired with courtyard branches, and the cadres whom they send to courtyards."""

from datetime import date, timedelta

from courtyards.models import BranchPairing, PairedCadre
from demo.context import FIRST_MONDAY, TOTALS, Demo
from demo.numbers import apportion, day_between, spread
from demo.orgs.people import People

UNPAIRED_BRANCHES = 5
REPLACED = 18


def build(demo: Demo, people: People):
    """Every unit has a branch; every courtyard has one cadre, three cadres have two courtyards."""
    _pairings(demo)
    _cadres(demo, people)


def _pairings(demo: Demo):
    branches = demo.rng.sample(demo.courtyard_branches, len(demo.courtyard_branches))
    branches = branches[: len(branches) - UNPAIRED_BRANCHES]
    for position, branch in enumerate(branches):
        unit = demo.organs[position % len(demo.organs)]
        day = branch.established_on + timedelta(days=demo.rng.randint(0, 12))
        demo.add(
            BranchPairing,
            unit=unit,
            organization=branch,
            agreement=f"{unit.short_name}与{branch.name}联建协议"[:120],
            since=min(day, date(2021, 4, 22)),
        )
    # A pairing that was moved to another branch.
    demo.add(
        BranchPairing,
        unit=demo.organs[0],
        organization=branches[1],
        since=branches[1].established_on,
        until=branches[1].established_on + timedelta(days=5),
    )


def _cadres(demo: Demo, people: People):
    """Shares the courtyards out among the units, in streets' order so that neighbours go together."""
    totals = TOTALS["pairing"]
    weights = [demo.rng.uniform(0.7, 1.6) for _ in demo.organs]
    counts = apportion(totals["cadres"], weights, minimum=1)
    senders = [unit for unit, count in zip(demo.organs, counts, strict=True) for _ in range(count)]
    # The three smallest neighbours' pairs are one cadre's each.
    doubled = set(demo.rng.sample(range(20, len(senders) - 20, 7), totals["cadres_with_two"]))
    ordinary = [i for i in range(len(senders)) if i not in doubled]
    section = set(demo.rng.sample(ordinary, totals["cadres_section"]))
    replaced = set(demo.rng.sample([i for i in ordinary if i not in section], REPLACED))
    courtyards = iter(demo.courtyards)
    days = spread(demo.rng, len(senders), date(2020, 9, 21), date(2021, 3, 19), early=2.2)
    demo.rng.shuffle(days)
    for position, (unit, day) in enumerate(zip(senders, days, strict=True)):
        capacity = "section" if position in section else "young"
        taken = [next(courtyards) for _ in range(2 if position in doubled else 1)]
        if position in replaced:
            day = _former(demo, people, unit, taken[0])
        cadre = _cadre(demo, people, unit, capacity)
        for courtyard in taken:
            _paired(demo, cadre, unit, courtyard, capacity, day)


def _cadre(demo: Demo, people: People, unit, capacity: str):
    section = capacity == "section"
    return people.new(
        demo.county,
        "科级干部" if section else "优秀年轻干部",
        unit=unit,
        rank="section" if section else "staff",
        party_status="full",
        home_branch=demo.unit_branches[unit.pk],
    )


def _former(demo: Demo, people: People, unit, courtyard) -> date:
    """A cadre who handed over; returns the day when the successor began (sometimes a gap after)."""
    since = day_between(demo.rng, date(2020, 9, 21), FIRST_MONDAY)
    until = day_between(demo.rng, date(2020, 12, 14), date(2021, 3, 12))
    former = _cadre(demo, people, unit, "young")
    note = demo.rng.choice(("工作调动，台账已移交", "单位轮换，待办事项已逐项交接"))
    _paired(demo, former, unit, courtyard, "young", since, until, note)
    return until + timedelta(days=demo.rng.choice((0, 0, 0, 10)))


def _paired(demo, cadre, unit, courtyard, capacity, since, until=None, note=""):
    demo.add(
        PairedCadre,
        person=cadre,
        courtyard=courtyard,
        unit=unit,
        capacity=capacity,
        since=since,
        until=until,
        handover_note=note,
    )
