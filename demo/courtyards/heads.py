"""Courtyard heads, building heads and self-management committees, as they came over the weeks."""

from datetime import date, timedelta

from courtyards.models import BranchCoverage, Headship, SelfManagementCommittee
from demo.context import AS_OF, FIRST_MONDAY, TOTALS, WEEK_BEFORE, Demo
from demo.data import toml
from demo.numbers import day_between, spread
from demo.orgs.people import People

HEADS_EARLY = 150
BUILDING_HEADS_EARLY = 84
COMMITTEES_EARLY = 26
SINCE = date(2020, 8, 10)
THIS_WEEK = (WEEK_BEFORE + timedelta(days=3), AS_OF - timedelta(days=1))


def build(demo: Demo, people: People):
    """Heads and committees of `courtyards` on the last day, with those who went before them."""
    _courtyard_heads(demo, people)
    _building_heads(demo, people)
    _committees(demo)


def _growth(demo: Demo, early: int, total: int, this_week: int, last_day: date) -> list[date]:
    """`total` days: `early` before the first week, `this_week` in the last one, the rest between."""
    rng = demo.rng
    days = spread(rng, early, SINCE, FIRST_MONDAY - timedelta(days=3))
    days += spread(rng, total - early - this_week, FIRST_MONDAY, last_day, early=1.2)
    days += spread(rng, this_week, *THIS_WEEK)
    return days


def _courtyard_heads(demo: Demo, people: People):
    days = _growth(demo, HEADS_EARLY, len(demo.courtyards), 0, date(2021, 3, 26))
    order = demo.rng.sample(demo.courtyards, len(demo.courtyards))
    for position, (courtyard, day) in enumerate(zip(order, days, strict=True)):
        # Sixteen early heads have handed over; at four courtyards the post stood empty meanwhile.
        if position < 16:
            until = day_between(demo.rng, date(2020, 12, 1), date(2021, 3, 5))
            _head(demo, people, "原楼院长", day, until=until, courtyard=courtyard)
            day = until + timedelta(days=demo.rng.randint(12, 30) if position < 4 else 0)
        _head(demo, people, "楼院长", day, courtyard=courtyard)


def _building_heads(demo: Demo, people: People):
    """Spread unevenly: the first community of the second street has fewest, as a gap to see."""
    total = TOTALS["courtyards"]["building_heads"]
    poor = list(list(toml("places")["courtyards"].values())[1])[0]
    buildings = [b for c in demo.courtyards for b in demo.buildings[c.pk]]
    few = [b for b in buildings if b.division_id == poor]
    others = [b for b in buildings if b.division_id != poor]
    chosen = demo.rng.sample(few, 4) + demo.rng.sample(others, total - 4)
    this_week = TOTALS["last_week"]["building_heads"]
    days = _growth(demo, BUILDING_HEADS_EARLY, total, this_week, WEEK_BEFORE)
    for position, (building, day) in enumerate(zip(chosen, days, strict=True)):
        if 20 <= position < 30:
            until = day_between(demo.rng, date(2020, 12, 7), date(2021, 2, 26))
            _head(demo, people, "原楼栋长", day, until=until, building=building)
            day = until
        _head(demo, people, "楼栋长", day, building=building)


def _head(demo: Demo, people: People, office: str, since: date, until=None, **place):
    division = next(iter(place.values())).division
    status = "full" if demo.chance(0.6) else "none"
    person = people.new(division, office, party_status=status)
    by = demo.units[division.parent_id if "courtyard" in place else division.code].name
    demo.add(
        Headship,
        person=person,
        division=division,
        since=since,
        until=until,
        appointed_by=by,
        **place,
    )


def _committees(demo: Demo):
    """Committees stand in a choice of courtyards of their own: some with a branch, some without."""
    totals = TOTALS["courtyards"]
    covered = {c.courtyard_id for c in demo.rows.of(BranchCoverage) if c.until is None}
    both = demo.rng.sample(
        [c for c in demo.courtyards if c.pk in covered], totals["branch_and_committee"]
    )
    alone = demo.rng.sample(
        [c for c in demo.courtyards if c.pk not in covered],
        totals["committees"] - totals["branch_and_committee"],
    )
    chosen = both + alone
    demo.rng.shuffle(chosen)
    this_week = TOTALS["last_week"]["committees"]
    days = _growth(demo, COMMITTEES_EARLY, len(chosen), this_week, WEEK_BEFORE)
    for courtyard, day in zip(chosen, days, strict=True):
        _committee(demo, courtyard, day)
    # One that was given up: the courtyard has none now.
    gone = next(c for c in demo.courtyards if c not in chosen)
    _committee(demo, gone, date(2020, 9, 14), until=date(2021, 3, 15))


def _committee(demo: Demo, courtyard, since: date, until=None):
    words = toml("names")["courtyards"]
    demo.add(
        SelfManagementCommittee,
        name=courtyard.name + words["committee"],
        courtyard=courtyard,
        members=demo.rng.choice((5, 5, 7, 7, 9)),
        rules=demo.rng.choice(words["rules"]),
        since=since,
        until=until,
    )
