"""Courtyards and clusters with their buildings, and two rounds of survey."""

from datetime import date, timedelta

from courtyards.models import Building, Courtyard, Survey, SurveyRound
from demo.context import TOTALS, Demo
from demo.data import toml
from demo.numbers import apportion, day_between

FIRST_ROUND = (date(2020, 9, 7), date(2020, 10, 30))
SECOND_ROUND = (date(2021, 3, 8), date(2021, 4, 16))


def build(demo: Demo):
    """All courtyards by community, their buildings, and what the surveys counted."""
    sizes = []
    for by_community in toml("places")["courtyards"].values():
        for code, count in by_community.items():
            for name, is_cluster in _names(demo, count):
                demo.courtyards.append(_courtyard(demo, demo.divisions[code], name, is_cluster))
                sizes.append(
                    demo.rng.uniform(2.5, 4.5) if is_cluster else demo.rng.uniform(0.4, 1.6)
                )
    counts = apportion(TOTALS["courtyards"]["buildings"], sizes, minimum=1)
    for courtyard, count in zip(demo.courtyards, counts, strict=True):
        _buildings(demo, courtyard, count)
    _surveys(demo)


def _names(demo: Demo, count: int) -> list[tuple[str, bool]]:
    """`count` names that differ within a community; every eighth or so is a cluster."""
    words = toml("names")["courtyards"]
    names = []
    for owner in demo.rng.sample(words["owners"], count):
        is_cluster = demo.chance(0.13)
        suffix = words["cluster"] if is_cluster else demo.rng.choice(words["single"])
        names.append((owner + suffix, is_cluster))
    return names


def _courtyard(demo: Demo, division, name: str, is_cluster: bool) -> Courtyard:
    words = toml("names")["courtyards"]
    owner = next(o for o in words["owners"] if name.startswith(o))
    road = demo.rng.choice(toml("projects")["roads"]["names"])
    held = demo.chance(0.15)
    return demo.add(
        Courtyard,
        name=name,
        kind="cluster" if is_cluster else "single",
        division=division,
        location=road + demo.rng.choice(words["locations"]),
        built=demo.rng.choice(words["eras"]),
        original_owner=demo.rng.choice(demo.organs) if held else None,
        original_owner_note="" if held else f"原{owner}{words['gone']}",
        main_problems="、".join(demo.rng.sample(words["problems"], 2)),
        since=day_between(demo.rng, date(2020, 6, 22), date(2020, 9, 4)),
    )


def _buildings(demo: Demo, courtyard: Courtyard, count: int):
    suffix = toml("names")["courtyards"]["building"]
    for number in range(1, count + 1):
        building = demo.add(
            Building,
            name=f"{number}{suffix}",
            courtyard=courtyard,
            division=courtyard.division,
            entrances=demo.rng.choice((2, 2, 3, 3, 4)),
            floors=demo.rng.choice((3, 4, 5, 5, 6, 6)),
            since=courtyard.since,
        )
        demo.buildings[courtyard.pk].append(building)


def _surveys(demo: Demo):
    """The first round asked and noted roughly; the second counted, and its sums are the article's."""
    rounds = _rounds(demo)
    rng, totals = demo.rng, TOTALS["courtyards"]
    sizes = [
        sum(b.entrances * b.floors for b in demo.buildings[c.pk]) * rng.uniform(0.85, 1.15)
        for c in demo.courtyards
    ]
    households = apportion(totals["households"], sizes, minimum=8)
    residents = apportion(totals["residents"], [h * rng.uniform(2.45, 2.95) for h in households])
    for courtyard, flats, people in zip(demo.courtyards, households, residents, strict=True):
        first, second = rounds[courtyard.division.parent_id]
        _first_survey(demo, courtyard, first, flats, people)
        _survey(demo, courtyard, second, SECOND_ROUND, flats, people)


def _rounds(demo: Demo) -> dict[str, tuple[SurveyRound, SurveyRound]]:
    words = toml("names")["survey"]
    rounds = {}
    for code in toml("places")["courtyards"]:
        unit = demo.units[code]
        rounds[code] = tuple(
            demo.add(
                SurveyRound,
                title=f"{unit.short_name}{title}",
                principle=words["principle"],
                surveyor=unit,
                since=days[0],
                until=days[1] + timedelta(days=1),
            )
            for title, days in zip(words["rounds"], (FIRST_ROUND, SECOND_ROUND), strict=True)
        )
    return rounds


def _first_survey(demo: Demo, courtyard, round_, flats: int, people: int):
    flats = max(round(flats * demo.rng.uniform(0.88, 1.06)), 6)
    people = round(people * demo.rng.uniform(0.85, 1.05))
    qualifier = demo.rng.choice(("exact", "exact", "about", "nearly", "at_least"))
    if qualifier != "exact":
        flats, people = max(round(flats, -1), 10), max(round(people, -1), 20)
    _survey(demo, courtyard, round_, FIRST_ROUND, flats, people, qualifier)


def _survey(demo, courtyard, round_, days, flats, people, qualifier="exact"):
    buildings = demo.buildings[courtyard.pk]
    demo.add(
        Survey,
        courtyard=courtyard,
        round=round_,
        surveyed_on=day_between(demo.rng, *days),
        buildings=len(buildings),
        entrances=sum(b.entrances for b in buildings),
        households=flats,
        households_qualifier=qualifier,
        residents=people,
        residents_qualifier=qualifier,
        elderly=round(people * demo.rng.uniform(0.16, 0.27)),
        party_members=round(people * demo.rng.uniform(0.02, 0.05)),
    )
