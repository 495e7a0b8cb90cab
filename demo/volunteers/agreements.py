"""Pledges, agreements at one's door, the open letter, honours."""

from datetime import date, timedelta

from demo.context import AS_OF, Demo
from demo.data import toml
from demo.numbers import day_between
from orgs.models import Person
from volunteers.models import (
    FrontageAgreement,
    FrontageTemplate,
    Honour,
    LetterDistribution,
    OpenLetter,
    Pledge,
)


def build(demo: Demo):
    """All of them by the words of the data file."""
    words = toml("words")
    for pledge in words["pledges"]:
        demo.add(
            Pledge,
            pledger_office=pledge["office"],
            to_organization=demo.temp_branches["roads"] if pledge["result"] == "pending" else None,
            division=demo.divisions[pledge["division"]],
            target=pledge["target"],
            pledged_on=pledge["pledged"],
            due_on=pledge["due"],
            result=pledge["result"],
        )
    _frontages(demo, words["frontage"])
    _letter(demo, words["letter"])
    _honours(demo, words["honours"]["nominated_by"])


def _frontages(demo: Demo, words: dict):
    """门前三包 at village doors, 门前四包 at the town's merchants, units and residents."""
    templates = {
        version: demo.add(
            FrontageTemplate,
            name=text["name"],
            version=version,
            items=text["items"],
            since=date(2020, 9, 1),
        )
        for version, text in words.items()
    }
    village = toml("places")["villages"]["demonstration"]
    for door in demo.doors[village]:
        _agreement(demo, templates["three"], "resident", door.division, door.door)
    streets = list(toml("places")["courtyards"].values())
    communities = [demo.divisions[code] for by_community in streets for code in by_community]
    for position, merchant in enumerate(demo.merchants):
        community = communities[position * 2 % len(communities)]
        address = f"{community.short_name}{position + 1}号门面"
        _agreement(demo, templates["four"], "merchant", community, address, party=merchant)
    for position, unit in enumerate(demo.organs[:12]):
        community = communities[position]
        address = f"{community.short_name}{unit.short_name}门前"
        _agreement(demo, templates["four"], "unit", community, address, party=unit)
    for courtyard in demo.rng.sample(demo.courtyards, 30):
        _agreement(demo, templates["four"], "resident", courtyard.division, courtyard.name)


def _agreement(demo: Demo, template, kind: str, division, premises: str, party=None):
    number = len(demo.rows.of(FrontageAgreement)) + 1
    since = day_between(demo.rng, date(2020, 10, 12), AS_OF - timedelta(days=10))
    lapsed = demo.chance(0.04) and since < date(2021, 1, 1)
    demo.add(
        FrontageAgreement,
        number=f"{since.year}-{number:04d}",
        template=template,
        party_kind=kind,
        party=party,
        division=division,
        premises=premises,
        since=since,
        until=date(2021, 3, 31) if lapsed else None,
    )


def _letter(demo: Demo, words: dict):
    letter = demo.add(
        OpenLetter,
        title=words["title"],
        version=words["version"],
        issued_on=date(2020, 10, 20),
        division=demo.county,
        body=words["body"],
    )
    for by_community in toml("places")["courtyards"].values():
        for code in by_community:
            demo.add(
                LetterDistribution,
                letter=letter,
                division=demo.divisions[code],
                distributed_on=day_between(demo.rng, date(2020, 10, 26), date(2020, 12, 11)),
                copies=demo.rng.randint(8, 30) * 50,
            )


def _honours(demo: Demo, nominators: list[str]):
    """The four honours; one model household was revoked."""
    village = demo.divisions[toml("places")["villages"]["demonstration"]]
    nominated = {"division": village, "nominated_by": nominators[0]}
    for position, door in enumerate(demo.doors[village.code][::12]):
        until = date(2021, 4, 12) if position == 3 else None
        _honour(demo, "model_household", household=door, until=until, **nominated)
    members = [p for p in demo.rows.of(Person) if p.division is village and p.home_branch]
    for person in members[-8:]:
        _honour(demo, "vanguard", person=person, **nominated)
    for person in members[1:4]:
        _honour(demo, "model_cadre", person=person, **nominated)
    for branch in demo.courtyard_branches[::14]:
        _honour(
            demo,
            "five_star_branch",
            organization=branch,
            division=branch.division,
            nominated_by=nominators[1],
        )


def _honour(demo: Demo, kind: str, until=None, **values):
    body = values.get("organization")
    first = max(date(2020, 12, 1), body.established_on if body else date(2020, 12, 1))
    since = day_between(demo.rng, first, date(2021, 4, 9) if until else AS_OF)
    demo.add(Honour, kind=kind, since=since, until=until, **values)
