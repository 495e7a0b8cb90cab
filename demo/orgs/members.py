"""Points of Party members under the Party's rules, and the signs that name a post's duties."""

from datetime import date
from decimal import Decimal

from demo.context import AS_OF, Demo
from demo.data import toml
from demo.numbers import day_between
from volunteers.models import ContactDuty, PointsEntry, PointsRule, PostSign, SignDuty

SINCE = date(2020, 10, 9)


def build(demo: Demo):
    """Rules, entries and signs of the demonstration village."""
    words = toml("words")
    village = demo.divisions[toml("places")["villages"]["demonstration"]]
    households: dict[object, list] = {}
    for duty in demo.rows.of(ContactDuty):
        if duty.tier == "member_household" and duty.division is village:
            households.setdefault(duty.person, []).append(duty.household)
    _points(demo, village, list(households), words["points"])
    _signs(demo, households, words["signs"])


def _points(demo: Demo, village, members: list, words: dict):
    rules = [
        demo.add(
            PointsRule,
            name=rule["name"],
            division=village,
            kind=rule["kind"],
            points=Decimal(rule["points"]),
            yearly_cap=Decimal(rule["cap"]),
            since=SINCE,
        )
        for rule in words["rules"]
    ]
    for member in members:
        for rule in demo.rng.sample(rules, 3):
            status = demo.rng.choice(("approved", "approved", "checked", "reported"))
            demo.add(
                PointsEntry,
                rule=rule,
                person=member,
                earned_on=day_between(demo.rng, date(2020, 11, 2), AS_OF),
                points=rule.points,
                evidence=demo.rng.choice(words["words"]["evidence"]),
                status=status,
                approved_by=words["words"]["approver"] if status == "approved" else "",
            )


def _signs(demo: Demo, households: dict, words: dict):
    duties = [demo.add(SignDuty, name=name) for name in words["duties"]]
    for position, (member, doors) in enumerate(households.items()):
        sign = demo.add(
            PostSign,
            person=member,
            title=words["title"],
            since=day_between(demo.rng, date(2020, 12, 1), date(2021, 3, 5)),
        )
        demo.rows.link(PostSign.duties, sign, duties[: 3 + position % 3])
        demo.rows.link(PostSign.households, sign, doors)
