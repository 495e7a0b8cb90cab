"""Teams of Party members, their activities, and the towns' own ways of working."""

from datetime import date, timedelta

from demo.context import AS_OF, TOTALS, Demo
from demo.data import toml
from demo.numbers import day_between
from demo.orgs.people import People
from demo.projects.sites import ROUND_START
from projects.models import RedStation
from volunteers.models import Activity, Team, TownPractice

PROJECT_KINDS = {
    "roads": "road_section",
    "urban_fringe": "corridor_greening",
    "old_neighbourhoods": "old_community",
    "refined_management": "garage",
}


def build(demo: Demo, people: People):
    """Commandos by line, a service team in each village, volunteers in the towns; activities."""
    words = toml("words")
    _commandos(demo, people, words["commandos"])
    _service_teams(demo, people, words["teams"])
    _volunteers(demo, people, words["teams"])
    _activities(demo, words["activities"])
    for practice in words["practices"]:
        demo.add(
            TownPractice,
            division=demo.divisions[practice["town"]],
            title=practice["title"],
            drives=practice["drives"],
            effects=practice["effects"],
            described_on=practice["on"],
        )


def _team(demo: Demo, people: People, kind: str, name: str, division, **values) -> Team:
    return demo.add(
        Team,
        kind=kind,
        name=name,
        division=division,
        leader=people.new(division, "队长", party_status="full", unit=values.get("host")),
        members=demo.rng.randint(8, 36),
        since=day_between(demo.rng, date(2020, 7, 6), date(2020, 12, 18)),
        **values,
    )


def _commandos(demo: Demo, people: People, words: dict):
    """Thirteen; those of the roads belong to the municipal company and its red stations."""
    for line, branch in demo.temp_branches.items():
        projects = demo.projects.get(PROJECT_KINDS.get(line, ""), [])
        projects = sorted(projects, key=lambda project: not project.is_demonstration)
        for position, task in enumerate(words[line]):
            _team(
                demo,
                people,
                "commando",
                task + words["suffix"],
                demo.county,
                organization=branch,
                project=projects[position % len(projects)] if projects else None,
                host=demo.units["municipal_company"] if line == "roads" else demo.units[line],
                tasks=words["tasks"],
            )


def _service_teams(demo: Demo, people: People, words: dict):
    for project in demo.projects["village"]:
        _team(
            demo,
            people,
            "service",
            project.name + words["service"],
            project.division,
            organization=demo.village_branches[project.division_id],
            project=project,
            host=demo.units[project.division_id],
            tasks=words["service_tasks"],
        )


def _volunteers(demo: Demo, people: People, words: dict):
    """One in each street, town and township, except the last, which has not set one up yet."""
    towns = [d for d in demo.divisions.values() if d.level == "township"]
    for town in towns[:-1]:
        _team(
            demo,
            people,
            "volunteer",
            town.name + words["volunteer"],
            town,
            host=demo.units[town.code],
            tasks=words["volunteer_tasks"],
        )


def _activities(demo: Demo, words: dict):
    """Activities of all kinds; the members' meeting of the demonstration village comes first."""
    totals = TOTALS["village_round"]
    village = next(p for p in demo.projects["village"] if p.is_demonstration)
    demo.add(
        Activity,
        kind="members_meeting",
        title=words["members_meeting"],
        held_on=ROUND_START - timedelta(days=2),
        division=village.division,
        organization=demo.village_branches[village.division_id],
        participants=totals["members_first"],
        result=words["results"][3],
    )
    for team in demo.rows.of(Team):
        kind = "vanguard" if team.kind == "commando" else "volunteering"
        for _ in range(demo.rng.randint(1, 4)):
            _activity(demo, words, kind, team.division, team.members, team=team)
    for station in demo.rows.of(RedStation):
        last = (station.until or AS_OF) - timedelta(days=1)
        for _ in range(3):
            _activity(demo, words, "station", demo.county, 30, last, station=station)
    for branch in demo.courtyard_branches[::3]:
        _activity(demo, words, "joint", branch.division, 40, organization=branch)
    for code, branch in list(demo.village_branches.items())[1::6]:
        if code != village.division_id:
            _activity(demo, words, "other_meeting", branch.division, 40, organization=branch)


def _activity(demo: Demo, words: dict, kind: str, division, most: int, last=None, **of):
    """One activity of a team, a station or a branch, with the number who took part."""
    body = next(iter(of.values()))
    since = getattr(body, "established_on", None) or body.since
    demo.add(
        Activity,
        kind="members_meeting" if kind == "other_meeting" else kind,
        title=words[kind],
        held_on=day_between(demo.rng, max(since, date(2020, 10, 12)), last or AS_OF),
        division=division,
        participants=demo.rng.randint(5, max(most, 6)),
        result=demo.rng.choice(words["results"]),
        **of,
    )
