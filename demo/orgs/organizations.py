"""Party organisations above the courtyards: temporary ones, communities, villages, units."""

from datetime import date, timedelta

from demo.context import AS_OF, SUMMER, Demo
from demo.data import toml
from demo.numbers import day_between
from demo.orgs.people import People
from demo.orgs.tree import Tree
from orgs.models import MemberCount, TemporaryMembership

# Branches of communities, villages and units are older than the campaign.
LONG_AGO = date(2018, 4, 16)
TERM_YEARS = 5


def build(demo: Demo, people: People, tree: Tree):
    """All organisations that stand before the campaign, and those it set up at its head."""
    words = toml("organizations")
    _temporary(demo, people, tree, words)
    _communities(demo, people, tree, words["words"])
    _villages(demo, people, tree, words["words"])
    _units(demo, people, tree, words)


def _temporary(demo: Demo, people: People, tree: Tree, words: dict):
    """The temporary general branch with its committee, and a temporary branch for each line."""
    head = words["temp_general_branch"]
    top = tree.add(
        None,
        name=head["name"],
        kind="temp_general_branch",
        division=demo.county,
        unit=demo.units["leading_group"],
        approved_by=head["approved_by"],
        approved_on=SUMMER,
        established_on=SUMMER,
    )
    for role in ("secretary", "deputy_secretary"):
        leader = _leader(demo, people, head[role], rank="deputy_county")
        people.post(leader, role, SUMMER, body=top, by=head["approved_by"])
    for line in words["lines"]:
        _temp_branch(demo, people, tree, top, line, head["approved_by"])
    _count_members(demo, top, 58)


def _temp_branch(demo: Demo, people: People, tree: Tree, top, line: dict, approved_by: str):
    """One line's temporary branch; its secretary sits on the general branch's committee."""
    host = line["hosted_by"]
    since = SUMMER + timedelta(days=10)
    branch = tree.add(
        top,
        name=line["temp_branch"],
        kind="temp_branch",
        division=demo.county,
        unit=demo.units[line["line"] if host == "headquarters" else host],
        approved_by=top.name,
        approved_on=since,
        established_on=since,
    )
    demo.temp_branches[line["line"]] = branch
    secretary = _leader(demo, people, line["member"])
    demo.secretaries[branch.pk] = secretary
    people.post(secretary, "committee_member", SUMMER, body=top, by=approved_by)
    people.post(secretary, "secretary", since, body=branch, by=top.name)
    deputy = _leader(demo, people, line["short_name"] + "副指挥长")
    people.post(deputy, "deputy_secretary", since, body=branch, by=top.name)
    members = [secretary, deputy]
    members += [
        _leader(demo, people, line["short_name"] + "工作人员", rank="staff") for _ in range(3)
    ]
    for member in members:
        demo.add(TemporaryMembership, person=member, organization=branch, since=since)
    _count_members(demo, branch, demo.rng.randint(8, 14))


def _leader(demo: Demo, people: People, office: str, rank: str = "section"):
    unit = demo.units["committee"] if rank == "deputy_county" else None
    return people.new(demo.county, office, unit=unit, rank=rank, party_status="full")


def _count_members(demo: Demo, organization, full: int, on: date = AS_OF - timedelta(days=30)):
    probationary = demo.rng.randint(0, 2)
    demo.add(
        MemberCount,
        organization=organization,
        counted_on=max(on, organization.established_on),
        full_members=full,
        probationary_members=probationary,
    )


def _standing(demo: Demo, tree: Tree, kind: str, name: str, division, unit):
    """A branch of long standing with a term that ends in the years to come."""
    since = day_between(demo.rng, LONG_AGO, LONG_AGO + timedelta(days=300))
    return tree.add(
        None,
        name=name,
        kind=kind,
        division=division,
        unit=unit,
        established_on=since,
        term_end=since.replace(year=since.year + TERM_YEARS, day=min(since.day, 28)),
    )


def _communities(demo: Demo, people: People, tree: Tree, words: dict):
    """A general branch for each community that has courtyards."""
    for by_community in toml("places")["courtyards"].values():
        for code in by_community:
            division, unit = demo.divisions[code], demo.units[code]
            name = division.short_name + words["general_branch"]
            branch = _standing(demo, tree, "general_branch", name, division, unit)
            demo.general_branches[code] = branch
            office = f"{words['general_branch']}书记"
            secretary = people.new(division, office, unit=unit, party_status="full")
            demo.secretaries[branch.pk] = secretary
            people.post(secretary, "secretary", branch.established_on, body=branch)
            deputy = people.new(division, "社区党总支副书记", unit=unit, party_status="full")
            people.post(deputy, "deputy_secretary", branch.established_on, body=branch)


def _villages(demo: Demo, people: People, tree: Tree, words: dict):
    """A branch for each village of the fringe; one of them has lost its secretary."""
    villages = [code for code, unit in demo.units.items() if unit.kind == "villagers_committee"]
    for position, code in enumerate(villages):
        division, unit = demo.divisions[code], demo.units[code]
        name = division.short_name + words["village_branch"]
        branch = _standing(demo, tree, "branch", name, division, unit)
        demo.village_branches[code] = branch
        # The demonstration village's meeting of 64 members needs that many.
        demonstrates = code == toml("places")["villages"]["demonstration"]
        _count_members(demo, branch, 66 if demonstrates else demo.rng.randint(24, 48))
        until = AS_OF - timedelta(days=40) if position == len(villages) - 1 else None
        office = f"{words['village_branch']}书记"
        secretary = people.new(division, office, unit=unit, party_status="full", home_branch=branch)
        demo.secretaries[branch.pk] = secretary
        people.post(secretary, "secretary", branch.established_on, body=branch, until=until)


def _units(demo: Demo, people: People, tree: Tree, words: dict):
    """A branch in each municipal organ and one in the municipal company."""
    for unit in demo.organs:
        name = unit.name + words["words"]["unit_branch"]
        branch = _standing(demo, tree, "branch", name, demo.county, unit)
        demo.unit_branches[unit.pk] = branch
        _count_members(demo, branch, demo.rng.randint(7, 42))
        secretary = people.new(
            demo.county,
            f"{words['words']['unit_branch']}书记",
            unit=unit,
            rank="section",
            party_status="full",
            home_branch=branch,
        )
        demo.secretaries[branch.pk] = secretary
        people.post(secretary, "secretary", branch.established_on, body=branch)
    company = demo.units["municipal_company"]
    branch = _standing(
        demo, tree, "branch", words["municipal_company"]["branch"], demo.county, company
    )
    demo.unit_branches[company.pk] = branch
    _count_members(demo, branch, 46)
    secretary = people.new(
        demo.county, "党支部书记", unit=company, party_status="full", home_branch=branch
    )
    demo.secretaries[branch.pk] = secretary
    people.post(secretary, "secretary", branch.established_on, body=branch)
