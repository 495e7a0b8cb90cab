"""What is known of a village on a day, in the field names of 城乡接合部日报.

应拆 is the plan's target; 已拆 and 处 are totals of the day, of the week's report or verified;
当日拆 and the area are sums of demolition records (as volunteers/workbooks.py sends them out).
"""

from collections import defaultdict
from collections.abc import Callable, Iterable
from datetime import date

from django.db.models import Q, Sum

from ledgers.importing.rows import Record
from ledgers.models import QUALIFIER_STRENGTH, Qualifier
from projects.models import DemolitionRecord, Project, Reading, Target
from projects.reporting.weekly_rows import either, figures_of_week, plain, stored_readings

Kind = DemolitionRecord.Kind
# What the ledger calls a total, and the indicator that keeps it.
TOTALS = {"toilets_removed": "toilets_removed", "structures": "structures_removed"}
SUMMED = ("toilets_due", "toilets_removed", "toilets_today", "structures", "structures_m2")


def by_village(records: Iterable[Record]) -> dict[str, list[Record]]:
    """The records of each village, in one sheet or several."""
    found: dict[str, list[Record]] = defaultdict(list)
    for record in records:
        found[record.values["village_code"]].append(record)
    return found


def said_of(records: list[Record]) -> dict:
    """What a village's rows say together; None where none of them says anything."""
    said = {}
    for name in SUMMED:
        values = [one.values[name] for one in records if one.values[name] is not None]
        said[name] = sum(values) if values else None
    softest = max(
        (one.values["m2_qualifier"] for one in records), key=list(QUALIFIER_STRENGTH).index
    )
    return said | {"m2_qualifier": softest}


def complete(records: list[Record]) -> bool:
    """Whether all rows of the village are there, and each once."""
    return records[0].more.get("group_rows", 1) == len(records)


def stored_villages(records: list[Record], key_of: Callable, day: date) -> dict[tuple, dict]:
    """By the records' keys: what is held of their villages on `day`. Seven queries."""
    villages = by_village(records)
    rows = stored_readings(Project.Kind.VILLAGE, list(TOTALS.values()), set(villages), day)
    known = {one["community_code"]: one for one in rows}
    facts = Facts([one["id"] for one in rows], day)
    found = {}
    for code, own in villages.items():
        if code in known:
            held = facts.held(known[code], said_of(own))
            for record in own:
                found[key_of(record)] = _of_row(record, held, said_of(own), single=complete(own))
    return found


def _of_row(record: Record, held: dict, said: dict, *, single: bool) -> dict:
    """What is held of one row: of a village's groups only whether their sum agrees."""
    if single and not record.more.get("group_rows"):
        return {"village_code": record.values["village_code"]} | held
    return {"village_code": record.values["village_code"]} | {
        name: record.values[name] if single and held[name] == said[name] else None for name in held
    }


class Facts:
    """What the ledgers hold of projects on a day, read once."""

    def __init__(self, projects: list[int], day: date):
        self.typed = figures_of_week(projects, TOTALS.values(), day)
        self.of_day = {
            (project, code): value
            for project, code, value in Reading.objects.filter(
                project__in=projects, indicator__code__in=TOTALS.values(), day=day, report=None
            )
            .order_by("pk")
            .values_list("project_id", "indicator__code", "value")
        }
        due = Target.objects.filter(project__in=projects, indicator__code="toilets_removed")
        self.due = dict(due.order_by("due_on").values_list("project_id", "value"))
        removed = DemolitionRecord.objects.filter(project__in=projects, demolished_on__lte=day)
        sums = (
            removed.order_by()
            .values("project_id")
            .annotate(
                today=Sum("places", filter=Q(kind=Kind.OUTDOOR_TOILET, demolished_on=day)),
                area=Sum("area_m2", filter=Q(kind=Kind.UNAUTHORISED)),
            )
        )
        self.sums = {one["project_id"]: one for one in sums}
        self.soft: dict[int, set] = defaultdict(set)
        with_area = removed.filter(kind=Kind.UNAUTHORISED, area_m2__isnull=False)
        pairs = with_area.order_by().values_list("project_id", "area_qualifier").distinct()
        for project, qualifier in pairs:
            self.soft[project].add(qualifier)

    def held(self, project: dict, said: dict) -> dict:
        """The village's figures; where several are true, that which the sheet repeats."""
        key = project["id"]
        sums = self.sums.get(key, {})
        held = {
            "toilets_due": plain(self.due.get(key)),
            "toilets_today": sums.get("today") or 0,
            "structures_m2": plain(sums.get("area")) or 0,
            "m2_qualifier": max(
                self.soft[key] or {Qualifier.EXACT}, key=list(QUALIFIER_STRENGTH).index
            ),
        }
        for name, code in TOTALS.items():
            week = self.typed.get((key, code))
            known = [self.of_day.get((key, code)), week and week[0], project[code]]
            if known[0] is not None:
                known = known[:1] + known[2:]  # the day's own total, whatever the week came to
            states = [None if value is None else (plain(value),) for value in known]
            held[name] = either((said[name],), *states)[0]
        for name in ("toilets_today", "structures_m2"):
            if said[name] is None:
                held[name] = None  # a cell left empty takes nothing away
        if held["structures_m2"] == said["structures_m2"]:
            held["m2_qualifier"] = said["m2_qualifier"]  # softness of days before stays with them
        return held
