"""What happens on sites: demolition in villages and old communities, red stations, shifts."""

from datetime import date, timedelta
from decimal import Decimal

from demo.context import AS_OF, TOTALS, Demo
from demo.data import toml
from demo.numbers import apportion, day_between
from projects.models import DemolitionRecord, DemolitionRound, Reading, RedStation, WorkShift

# The demonstration village's twelve days.
ROUND_START = date(2021, 3, 8)


def build(demo: Demo):
    """Demolition in the villages; the demonstration village's days are kept for its reports."""
    words = toml("works")
    villages = toml("places")["villages"]
    demo.village_days = []
    for project in demo.projects["village"]:
        if project.is_demonstration:
            _demonstration(demo, project, words)
        elif project.division_id == villages["clean_sweep"]:
            _clean_sweep(demo, project, words)
        else:
            _single_records(demo, project, words)


def after_reports(demo: Demo):
    """What rests on the reports: the records behind the demolished area; stations; shifts."""
    words = toml("works")
    _illegal_structures(demo, words)
    _stations(demo, words)
    _shifts(demo, words)


def _demonstration(demo: Demo, project, words: dict):
    """Twelve days, the two kinds counted together, members first."""
    totals = TOTALS["village_round"]
    days = totals["days"]
    round_ = demo.add(
        DemolitionRound,
        project=project,
        policy=words["policies"]["demonstration"],
        members_first=totals["members_first"],
        since=ROUND_START,
        until=ROUND_START + timedelta(days=days),
        rechecked_on=ROUND_START + timedelta(days=days + 4),
        left_over=0,
    )
    weights = [demo.rng.uniform(0.6, 1.4) for _ in range(days)]
    for offset, places in enumerate(apportion(totals["places"], weights, minimum=3)):
        record = demo.add(
            DemolitionRecord,
            project=project,
            round=round_,
            kind="mixed",
            demolished_on=ROUND_START + timedelta(days=offset),
            places=places,
            legal_basis=words["legal_basis"][0],
        )
        demo.village_days.append(record)


def _clean_sweep(demo: Demo, project, words: dict):
    since = date(2021, 1, 11)
    round_ = demo.add(
        DemolitionRound,
        project=project,
        policy=words["policies"]["clean_sweep"],
        members_first=18,
        since=since,
        until=since + timedelta(days=26),
        rechecked_on=since + timedelta(days=31),
        left_over=0,
    )
    for offset in (0, 3, 7, 12, 18, 24):
        demo.add(
            DemolitionRecord,
            project=project,
            round=round_,
            kind="unauthorised",
            demolished_on=since + timedelta(days=offset),
            places=demo.rng.randint(3, 11),
            area_m2=Decimal(demo.rng.randint(40, 260)),
            area_qualifier="about",
            legal_basis=words["legal_basis"][1],
        )


def _single_records(demo: Demo, project, words: dict):
    """A few days of demolition outside any round; one in forty is disputed."""
    for _ in range(demo.rng.randint(1, 4)):
        demo.add(
            DemolitionRecord,
            project=project,
            kind=demo.rng.choice(("outdoor_toilet", "unauthorised")),
            demolished_on=day_between(demo.rng, date(2020, 10, 12), AS_OF - timedelta(days=3)),
            places=demo.rng.randint(2, 24),
            legal_basis=demo.rng.choice(words["legal_basis"]),
            is_disputed=demo.chance(0.025),
        )


def _illegal_structures(demo: Demo, words: dict):
    """Records whose areas add up to what each old community has reported and had verified."""
    verified = {}
    for reading in demo.rows.of(Reading):
        if reading.indicator.code == "demolished_m2" and reading.verified_on:
            verified[reading.project] = reading
    for project, reading in verified.items():
        parts = apportion(int(reading.value), [demo.rng.uniform(0.5, 1.5) for _ in range(3)])
        for part in parts:
            demo.add(
                DemolitionRecord,
                project=project,
                kind="illegal",
                demolished_on=day_between(demo.rng, date(2020, 10, 19), date(2021, 4, 20)),
                places=max(part // 18, 1),
                area_m2=Decimal(part),
                area_qualifier=reading.qualifier,
                legal_basis=demo.rng.choice(words["legal_basis"]),
            )


def _stations(demo: Demo, words: dict):
    """Red stations on road sites, hosted by the municipal company; one has closed."""
    sites = [
        p for p in demo.projects["road_section"] if p.contractor == demo.units["municipal_company"]
    ]
    sites.sort(key=lambda p: not p.is_demonstration)
    for position, project in enumerate(sites[:6]):
        demo.add(
            RedStation,
            project=project,
            host=demo.units["municipal_company"],
            name=project.road.name + words["station"]["suffix"],
            location=project.road.name + words["station"]["place"],
            services=words["station"]["services"],
            since=date(2020, 9, 21) + timedelta(days=21 * position),
            until=date(2021, 3, 31) if position == 5 else None,
        )


def _shifts(demo: Demo, words: dict):
    """Day and night shifts on the demonstration section until it was finished."""
    section = next(p for p in demo.projects["road_section"] if p.is_demonstration)
    done = toml("projects")["roads"]["demonstration"]["completed_on"]
    for back in range(45, 0, -1):
        day = done - timedelta(days=back)
        for kind, traffic in (("day", "open"), ("night", "closed")):
            workers = demo.rng.randint(18, 46)
            demo.add(
                WorkShift,
                project=section,
                worked_on=day,
                kind=kind,
                traffic=traffic,
                workers=workers,
                party_members=demo.rng.randint(4, 9),
                work_done=demo.rng.choice(words["shifts"][kind]),
            )
