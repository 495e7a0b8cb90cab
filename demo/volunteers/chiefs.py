"""Road chiefs in levels, their patrols, and what they found under the four aspects."""

from datetime import date, datetime, time, timedelta

from django.utils import timezone

from demo.context import AS_OF, Demo
from demo.data import toml
from demo.numbers import day_between
from demo.orgs.people import People
from volunteers.models import PatrolFinding, RoadChief, RoadPatrol

SINCE = date(2020, 9, 1)
TITLES = {"general": "总路长", "first": "一级路长", "second": "二级路长", "third": "三级路长"}
# How often each level goes out, in patrols over the half year, and how many roads one person has.
PATROLS = {"general": 2, "first": 3, "second": 5, "third": 6}
ROADS_EACH = {"general": 24, "first": 8, "second": 4, "third": 1}


def build(demo: Demo, people: People):
    """Chiefs of all roads in town; a few roads have lost their third chief."""
    roads = [road for road in demo.roads.values() if road.axis]
    for level, title in TITLES.items():
        chief = None
        for position, road in enumerate(roads):
            if position % ROADS_EACH[level] == 0:
                chief = people.new(road.division, title, party_status="full")
            vacant = level == "third" and position in (4, 15)
            row = demo.add(
                RoadChief,
                road=road,
                person=chief,
                level=level,
                since=SINCE,
                until=AS_OF - timedelta(days=30) if vacant else None,
            )
            for _ in range(PATROLS[level]):
                _patrol(demo, row)


def _patrol(demo: Demo, chief: RoadChief):
    words = toml("words")["patrols"]
    last = (chief.until or AS_OF) - timedelta(days=1)
    day = day_between(demo.rng, date(2020, 11, 2), last)
    hour = time(demo.rng.randint(7, 18), demo.rng.choice((0, 10, 25, 40)))
    patrol = demo.add(
        RoadPatrol,
        chief=chief,
        patrolled_at=timezone.make_aware(datetime.combine(day, hour)),
        remark=demo.rng.choice(words["remark"]),
    )
    for aspect in demo.rng.sample(("order", "clean", "green", "light"), demo.rng.choice((0, 1, 2))):
        closed = day + timedelta(days=demo.rng.randint(0, 9))
        demo.add(
            PatrolFinding,
            patrol=patrol,
            aspect=aspect,
            finding=demo.rng.choice(words[aspect]),
            responsible_unit=demo.units[chief.road.division_id],
            due_on=day + timedelta(days=5),
            closed_on=closed if closed <= AS_OF and demo.chance(0.95) else None,
        )
