"""Who leads the headquarters and the towns, and who is seconded to the campaign office."""

from datetime import timedelta

from demo.context import AS_OF, SUMMER, TOTALS, Demo
from demo.data import toml
from demo.numbers import spread
from demo.orgs.people import People
from orgs.models import Secondment


def build(demo: Demo, people: People):
    """Lead and executive posts, office staff and secondments."""
    words = toml("organizations")
    for line in words["lines"]:
        _pair(demo, people, demo.units[line["line"]], line["short_name"], ("指挥长", "副指挥长"))
    for code, unit in list(demo.units.items()):
        if unit.kind in ("street", "town"):
            party = words["words"][f"{unit.kind}_committee"]
            titles = (f"{party}书记", f"{party}副书记")
            demo.town_officials[code] += _pair(demo, people, unit, unit.short_name, titles)
    _secondments(demo, people, words["words"]["desks"])


def _pair(demo: Demo, people: People, unit, prefix: str, titles: tuple[str, str]) -> list:
    """The secretary leads (牵头), the deputy secretary carries it out (主抓)."""
    pair = []
    for title, role in zip(titles, ("lead", "executive"), strict=True):
        person = people.new(
            unit.division, prefix + title, unit=unit, rank="section", party_status="full"
        )
        people.post(person, role, SUMMER, body=unit, by=demo.units["committee"].name)
        pair.append(person)
    return pair


def _secondments(demo: Demo, people: People, desks: list[str]):
    """Those seconded now, by rank, and three who have gone back before."""
    office = demo.units["campaign_office"]
    ranks = {"deputy_county": "deputy_county", "section": "section", "member": "staff"}
    for seconded_as, count in TOTALS["secondments"].items():
        since = spread(demo.rng, count, SUMMER, AS_OF - timedelta(days=45), early=3)
        for position, day in enumerate(since):
            _second(
                demo, people, seconded_as, ranks[seconded_as], day, desks[position % len(desks)]
            )
    for back in range(3):
        until = AS_OF - timedelta(days=40 + 35 * back)
        _second(demo, people, "member", "staff", SUMMER, desks[back], until)
    deputy = people.new(demo.county, "双改办主任", unit=office, rank="section", party_status="full")
    people.post(deputy, "head", SUMMER, body=office)


def _second(demo: Demo, people: People, seconded_as, rank, since, desk, until=None):
    unit = demo.rng.choice(demo.organs)
    title = {"deputy_county": "副县级领导", "section": "科级领导干部"}.get(seconded_as, "干部")
    person = people.new(
        demo.county,
        title,
        unit=unit,
        rank=rank,
        party_status="full",
        home_branch=demo.unit_branches[unit.pk],
    )
    demo.add(
        Secondment,
        person=person,
        home_unit=unit,
        to_unit=demo.units["campaign_office"],
        rank=seconded_as,
        desk=desk,
        since=since,
        until=until,
    )
