"""Programmes, roads and projects of the four lines, with the plan's milestones."""

from datetime import date, timedelta
from decimal import Decimal

from demo.context import SUMMER, Demo
from demo.data import toml
from demo.orgs.units import fringe_villages
from projects.models import Programme, Project, Road

COURTYARD_LINE = "unmanaged_courtyards"


def build(demo: Demo):
    """All programmes, roads and projects; `demo.projects` finds projects by kind."""
    for line in toml("organizations")["lines"]:
        code = line["line"]
        demo.programmes[code] = demo.add(
            Programme,
            name=line["programme"],
            line=code,
            division=demo.county,
            headquarters=demo.units[code],
            temp_branch=demo.temp_branches[code],
            reports_weekly=code != COURTYARD_LINE,
            since=SUMMER,
        )
    words = toml("projects")
    _roads(demo, words)
    _road_projects(demo, words["roads"])
    _fringe_projects(demo, words["fringe"])
    _old_communities(demo, words["old"])
    _refined_management(demo, words)


def _project(demo: Demo, line: str, kind: str, name: str, division, **values) -> Project:
    programme = demo.programmes[line]
    values.setdefault("since", date(2020, 8, 3))
    values.setdefault("answerable", programme.headquarters.short_name + "指挥长")
    values.setdefault("lead_unit", programme.headquarters)
    project = demo.add(
        Project, programme=programme, kind=kind, name=name, division=division, **values
    )
    demo.projects[kind].append(project)
    return project


def _roads(demo: Demo, words: dict):
    """Each road in two halves; then the roads of the two fringe works."""
    roads = words["roads"]
    streets = [demo.divisions[code] for code in toml("places")["courtyards"]]
    for position, name in enumerate(roads["names"]):
        axis = "ns" if name in roads["north_south"] else "ew"
        for half in roads["halves"][axis == "ns"]:
            road = demo.add(Road, name=name + half, division=streets[position % 2], axis=axis)
            demo.roads[road.name] = road
    for work in words["fringe"]["works"]:
        demo.roads[work["road"]] = demo.add(Road, name=work["road"], division=demo.county)


def _road_projects(demo: Demo, words: dict):
    """Eleven roads and the demonstration section, which lies on a road of each direction."""
    halves = words["halves"]
    for position, name in enumerate(words["names"]):
        half = halves[name in words["north_south"]][0]
        _project(
            demo,
            "roads",
            "road_section",
            name + words["project_suffix"],
            demo.county,
            road=demo.roads[name + half],
            contractor=demo.units["municipal_company"] if position % 3 else demo.contractors[2],
            budget_wan=Decimal(demo.rng.randint(900, 4200)),
            scope_of_work="路面铣刨复摊、雨污管网、杆线入地、街景绿化",
        )
    section = words["demonstration"]
    _project(
        demo,
        "roads",
        "road_section",
        section["name"],
        demo.county,
        road=demo.roads[section["north_south"] + halves[1][0]],
        contractor=demo.units["municipal_company"],
        budget_wan=Decimal(2860),
        scope_of_work=f"{section['length_note']}路面、管网、绿化一次到位",
        answerable=section["answerable"],
        is_demonstration=True,
    )


def _fringe_projects(demo: Demo, words: dict):
    """A project for each village, and the corridor and the road that began after the New Year."""
    places = toml("places")["villages"]
    for code in fringe_villages(demo):
        division = demo.divisions[code]
        _project(
            demo,
            "urban_fringe",
            "village",
            division.name.removesuffix("委会"),
            division,
            lead_unit=demo.units[division.parent_id],
            scope_of_work=words["village_scope"],
            answerable="村党支部书记",
            is_demonstration=code == places["demonstration"],
        )
    for work in words["works"]:
        _project(
            demo,
            "urban_fringe",
            work["kind"],
            work["name"],
            demo.county,
            road=demo.roads[work["road"]],
            contractor=demo.contractors[3],
            budget_wan=Decimal(demo.rng.randint(600, 1800)),
            since=date(2020, 12, 7),
        )


def _old_communities(demo: Demo, words: dict):
    for community in words["communities"]:
        division = demo.divisions[community["division"]]
        _project(
            demo,
            "old_neighbourhoods",
            "old_community",
            community["name"] + words["suffix"],
            division,
            lead_unit=demo.units[division.parent_id],
            contractor=demo.rng.choice(demo.contractors[:2]),
            scope_of_work=demo.rng.choice(words["scope"]),
            answerable=f"{division.short_name}社区党总支书记",
        )


def _refined_management(demo: Demo, words: dict):
    """21 roads with managed parking, 21 garages (another 21), and the smart-city works."""
    streets = [demo.divisions[code] for code in toml("places")["courtyards"]]
    roads = [road for road in demo.roads.values() if road.axis][:21]
    for road in roads:
        name = road.name + words["parking"]["suffix"]
        _project(demo, "refined_management", "parking_road", name, road.division, road=road)
    for position, site in enumerate(words["garages"]["sites"]):
        _project(
            demo,
            "refined_management",
            "garage",
            site + words["garages"]["suffix"],
            streets[0 if position < 10 else 1],
            contractor=demo.contractors[4],
            budget_wan=Decimal(demo.rng.randint(180, 420)),
            scope_of_work=words["garages"]["scope"],
            since=date(2020, 10, 12) + timedelta(weeks=position // 2),
        )
    for work in words["smart"]:
        _project(
            demo,
            "refined_management",
            "smart_city",
            work["name"],
            demo.county,
            contractor=demo.contractors[4],
            since=date(2020, 9, 14),
        )
