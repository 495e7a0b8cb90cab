"""The rest of the plan and what is entered on site: money, demolition cases, logs, shifts, toilets.

Nothing here is drawn by lot: it follows from the rows that stand, so that those stay as they were.
"""

from datetime import date, timedelta
from decimal import Decimal

from demo.context import AS_OF, Demo
from demo.data import toml
from projects.models import (
    DemolitionCase,
    DemolitionDispute,
    DemolitionRecord,
    Milestone,
    MoneySheet,
    PlanChange,
    Project,
    Reading,
    RedStation,
    StationEntry,
    StatusNote,
    ToiletCount,
    WorkShift,
)
from projects.stages import stages_of

DAY = timedelta(days=1)
# Days before (−) or after the completion for which the later stages are planned.
AROUND_COMPLETION = {
    "works": -21,
    "settlement": 75,
    "handover": 90,
    "long_term": 100,
}
SHARES = {  # of the total, by source, in percent; what is missing to 100 is the gap
    "old_community": (18, 12, 15, 45, 6, 4),
    "road_section": (0, 10, 30, 60, 0, 0),
    "corridor_greening": (0, 0, 40, 60, 0, 0),
    "garage": (0, 0, 0, 30, 0, 70),
}
WAN = Decimal("0.01")


def build(demo: Demo):
    """After the reports: the later stages, moved plans, money, and the ledgers of the sites."""
    words = toml("works")
    milestones = _milestones(demo)
    _parking_roads(demo, milestones)
    _moved_plans(demo, milestones, words["plan"]["moved"])
    _money(demo, words["money"]["gap"])
    _cases(demo, words["cases"])
    _station_log(demo, words["station_log"])
    _recent_shifts(demo, words["shifts"])
    _toilets(demo)
    _smart_notes(demo, words["smart_notes"])


def _milestones(demo: Demo) -> dict[tuple[int, str], Milestone]:
    """The stages around and after the end of works that the plan did not name yet."""
    found = {(m.project.pk, m.stage): m for m in demo.rows.of(Milestone)}
    for project in demo.rows.of(Project):
        end = found[project.pk, "completion"]
        for stage in stages_of(project.kind):
            if stage.code not in AROUND_COMPLETION or (project.pk, stage.code) in found:
                continue
            after = timedelta(days=AROUND_COMPLETION[stage.code])
            begun = found[project.pk, "start"]
            found[project.pk, stage.code] = demo.add(
                Milestone,
                project=project,
                stage=stage.code,
                planned_on=max(end.planned_on + after, begun.planned_on),
                actual_on=max(end.actual_on + after, begun.actual_on)
                if end.actual_on and stage.code == "works"
                else None,
            )
    return found


def _parking_roads(demo: Demo, milestones: dict):
    """Parking is managed on these roads already: painted within weeks, in use since the winter."""
    for position, project in enumerate(demo.projects["parking_road"]):
        begun = milestones[project.pk, "start"].actual_on
        for stage, after in (("works", 40), ("completion", 55), ("acceptance", 130)):
            milestone = milestones[project.pk, stage]
            milestone.planned_on = begun + after * DAY
            reached = milestone.planned_on + position % 3 * DAY
            milestone.actual_on = reached if reached < AS_OF else None


def _moved_plans(demo: Demo, milestones: dict, reasons: list[str]):
    """Every sixth old community has moved its end of works once, in March."""
    for position, project in enumerate(demo.projects["old_community"][2::6]):
        milestone = milestones[project.pk, "completion"]
        demo.add(
            PlanChange,
            milestone=milestone,
            changed_on=date(2021, 3, 15) + position * DAY,
            was_on=milestone.planned_on - 20 * DAY,
            becomes_on=milestone.planned_on,
            reason=reasons[position % len(reasons)],
        )


def _money(demo: Demo, gap: str):
    """A sheet at the end of each quarter; one project in seven still looks for a tenth of its money."""
    invested = _latest(demo, "invested_wan")
    for kind, shares in SHARES.items():
        for position, project in enumerate(demo.projects[kind]):
            if project.budget_wan:
                short = 10 if position % 7 == 3 else 0
                spent = invested.get(project.pk, Decimal(0))
                for as_of, share in ((date(2020, 12, 31), 40), (date(2021, 3, 31), 90)):
                    _sheet(demo, project, as_of, spent * share / 100, shares, short, gap)


def _sheet(demo: Demo, project, as_of: date, spent: Decimal, shares, short: int, gap: str):
    total = project.budget_wan
    amounts = [(total * share / 100).quantize(WAN) for share in shares]
    largest = amounts.index(max(amounts))
    amounts[largest] += total - sum(amounts) - (total * short / 100).quantize(WAN)
    demo.add(
        MoneySheet,
        project=project,
        as_of=as_of,
        total_wan=total,
        **dict(zip(MoneySheet.SOURCES, amounts, strict=True)),
        contracted_wan=(total * Decimal("0.92")).quantize(WAN),
        paid_wan=(spent * Decimal("0.8")).quantize(WAN),
        reason=gap if short else "",
    )


def _latest(demo: Demo, code: str) -> dict[int, Decimal]:
    """project → its newest verified value of an indicator."""
    return {
        reading.project.pk: reading.value
        for reading in demo.rows.of(Reading)
        if reading.indicator.code == code and reading.verified_on
    }


def _cases(demo: Demo, words: dict):
    """Cases behind the records of old communities, and open ones in villages, two of them disputed."""
    illegal = [r for r in demo.rows.of(DemolitionRecord) if r.kind == "illegal"]
    for record in illegal[::3]:
        demo.add(
            DemolitionCase,
            project=record.project,
            place=f"{record.project.name}{record.places}处",
            kind=record.kind,
            places=record.places,
            area_m2=record.area_m2,
            area_qualifier=record.area_qualifier,
            legal_basis=record.legal_basis,
            registered_on=record.demolished_on - 40 * DAY,
            notified_on=record.demolished_on - 33 * DAY,
            decided_on=record.demolished_on - 12 * DAY,
            enforced_on=record.demolished_on,
            record=record,
        )
    for position, project in enumerate(demo.projects["village"][::4]):
        _open_case(demo, project, position, words)


def _open_case(demo: Demo, project, position: int, words: dict):
    """A case on its way: each at another step, the second one in dispute, the fifth after one."""
    step = position % 3
    registered = AS_OF - timedelta(days=30 - position)
    case = demo.add(
        DemolitionCase,
        project=project,
        place=words["places"][position % len(words["places"])],
        kind="unauthorised" if position % 2 else "outdoor_toilet",
        places=1 + position % 4,
        area_m2=Decimal(18 + 7 * position) if position % 2 else None,
        area_qualifier="about",
        legal_basis=words["basis"] % (position + 11) if step == 2 else "",
        registered_on=registered,
        notified_on=registered + 5 * DAY if step else None,
        decided_on=registered + 14 * DAY if step == 2 else None,
        appeal_until=AS_OF + 20 * DAY if step == 2 and position % 2 else None,
    )
    if position in (1, 4, 7):
        resolved = position == 4
        demo.add(
            DemolitionDispute,
            case=case,
            raised_on=registered + 7 * DAY,
            matter=words["disputes"][position % len(words["disputes"])],
            resolved_on=registered + 16 * DAY if resolved else None,
            resolution=words["resolution"] if resolved else "",
        )


def _station_log(demo: Demo, words: dict[str, list[str]]):
    """An entry in each station every ten days, while it stands."""
    kinds = list(words)
    for station in demo.rows.of(RedStation):
        for number in range(20):
            day = station.since + timedelta(days=10 * number + 3)
            if day >= min(station.until or AS_OF, AS_OF):
                break
            kind = kinds[number % len(kinds)]
            demo.add(
                StationEntry,
                station=station,
                held_on=day,
                kind=kind,
                text=words[kind][number // len(kinds) % len(words[kind])],
                attendees=12 + number * 5 % 23,
                party_members=3 + number % 5,
            )


def _recent_shifts(demo: Demo, words: dict[str, list[str]]):
    """Three roads in the last three weeks, by day and by night; one of them rests every fourth night."""
    roads = [p for p in demo.projects["road_section"] if not p.is_demonstration][:3]
    for position, project in enumerate(roads):
        for back in range(21, 0, -1):
            for kind, traffic in (("day", "open"), ("night", "closed")):
                if kind == "night" and position == 1 and back % 4 == 0:
                    continue
                planned = 60 if kind == "day" else 120
                demo.add(
                    WorkShift,
                    project=project,
                    worked_on=AS_OF - back * DAY,
                    kind=kind,
                    traffic=traffic,
                    workers=18 + (back * 7 + position) % 24,
                    party_members=4 + back % 5,
                    planned_m=planned,
                    done_m=planned - 10 * ((back + position) % 5 == 0) + 5 * (back % 3 == 0),
                    work_done=words[kind][back % len(words[kind])],
                )


def _toilets(demo: Demo):
    """What each village counted in the autumn; about what it has removed since."""
    removed = _latest(demo, "toilets_removed")
    for position, project in enumerate(demo.projects["village"]):
        done = int(removed.get(project.pk, 0))
        demo.add(
            ToiletCount,
            project=project,
            counted_on=date(2021, 3, 31),
            due_places=done + (0 if project.is_demonstration else 4 + position % 9),
            due_qualifier="about" if position % 6 == 1 else "exact",
            rebuilt_households=done * 4 // 5,
            public_toilets=1 + position % 2,
        )


def _smart_notes(demo: Demo, words: dict[str, str]):
    for project in demo.projects["smart_city"]:
        for day, status, note, step in (
            (date(2020, 11, 20), "planning", words["first"], ""),
            (date(2021, 4, 23), "building", words["last"], words["next_step"]),
        ):
            demo.add(
                StatusNote, project=project, noted_on=day, status=status, note=note, next_step=step
            )
