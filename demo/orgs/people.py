"""Evidently invented office-holders with phones of an unassigned pattern."""

from itertools import product

from demo.context import Demo
from demo.data import toml
from orgs.models import Person, Post


class People:
    """Gives out persons, each with a name and a phone that nobody else in the county has."""

    def __init__(self, demo: Demo):
        words = toml("names")
        self._demo = demo
        names = [s + words["infix"] + m for s, m in product(words["surnames"], words["marks"])]
        demo.rng.shuffle(names)
        self._names = iter(names)
        self._phone = words["phone_prefix"]
        self._count = 0

    def new(self, division, office: str = "", **values) -> Person:
        """A new person in `division` holding `office` (a title); `values` as in the model."""
        self._count += 1
        return self._demo.add(
            Person,
            name=next(self._names),
            division=division,
            office=office,
            phone=f"{self._phone}{self._count:04d}",
            **values,
        )

    def post(self, person: Person, role: str, since, *, body, until=None, by: str = "") -> Post:
        """Appoint `person` to `role` of `body`, a Party organisation or a unit."""
        kind = "unit" if body._meta.model_name == "unit" else "organization"
        return self._demo.add(
            Post,
            person=person,
            role=role,
            since=since,
            until=until,
            appointed_by=by,
            **{kind: body},
        )
