"""What 城乡接合部日报 says, told to the services: what was removed on a day, and the totals of the day.

A day's totals are readings of their own, without a report: they keep what the sheet said and feed
no figure. On the last day of a week they are that week's report's, as a draft.
"""

from collections import defaultdict
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from decimal import Decimal

from django.core.exceptions import ValidationError
from django.db.models import Sum

from ledgers.importing.kinds import LedgerKind
from ledgers.importing.rows import Record
from projects.models import DemolitionRecord, Project
from projects.reporting.figures import DayTotal, Goal, record_day_totals, set_goals
from projects.reporting.weekly_rows import draft_figures, week_end
from projects.sites.services import Demolition, record_demolitions
from projects.sites.stored_villages import TOTALS, by_village, complete, said_of

Kind = DemolitionRecord.Kind


@dataclass
class Village:
    """What the rows of a village say together; `changed`: the values that differ."""

    project: Project
    records: list[Record]
    said: dict
    changed: set[str]


class FringeRows:
    """Records of one day by their villages, said to the services."""

    def __init__(self, kind: LedgerKind, records: Sequence[Record], day: date):
        self.kind, self.day = kind, day
        self.by_code = by_village(records)
        rows = Project.objects.on(day).of_kind(Project.Kind.VILLAGE)
        rows = rows.filter(division_id__in=set(self.by_code)).order_by("-pk")
        rows = list(rows.select_related("programme", "division"))
        self.projects = {one.division_id: one for one in rows}
        self.removed: dict[tuple, list] = defaultdict(list)
        removed = DemolitionRecord.objects.filter(project__in=rows, demolished_on=day)
        for one in removed.order_by("pk").select_for_update(of=["self"]):
            self.removed[one.project_id, one.kind].append(one)
        before = DemolitionRecord.objects.filter(
            project__in=rows, demolished_on__lt=day, kind=Kind.UNAUTHORISED
        )
        sums = before.order_by().values("project_id").annotate(area=Sum("area_m2"))
        self.area = {one["project_id"]: one["area"] for one in sums}

    def store(self) -> None:
        read = self.kind.each_of([(own, code) for code, own in self.by_code.items()], self._village)
        villages = [village for _, village in read]
        goals = [
            (one.records, Goal(one.project, "toilets_removed", Decimal(due), self._year_end))
            for one in villages
            if "toilets_due" in one.changed and (due := one.said["toilets_due"]) is not None
        ]
        self.kind.call(set_goals, goals)
        self._totals([(one, _totals(one)) for one in villages])
        told = [(one.records, one) for one in villages]
        self.kind.call(record_demolitions, self._flat(self.kind.each_of(told, self._demolitions)))

    @property
    def _year_end(self) -> date:
        return date(self.day.year, 12, 31)

    @staticmethod
    def _flat(said: list[tuple]) -> list[tuple]:
        return [(told, row) for told, rows in said for row in rows]

    def _village(self, records: list[Record], code: str) -> Village:
        project = self.projects.get(code)
        if project is None:
            text = "这个村没有列入城乡接合部综合改造项目。日报不新建项目，请先在项目台账登记。"
            raise ValidationError({"division": text})
        if not complete(records):
            raise ValidationError(
                f"{project.division}分组填报，另有小组的行不能入库，全村合计不全；请改正后一并导入。"
            )
        changed = {name for record in records for name in record.changes}
        return Village(project, records, said_of(records), changed)

    def _totals(self, said: list[tuple[Village, dict]]) -> None:
        """The totals, of the week's report on its last day, else of the day."""
        said = [(one, totals) for one, totals in said if totals]
        if said and week_end(self.day) == self.day:
            figures = [
                (one.records, one.project, {code: (v, "exact") for code, v in totals.items()})
                for one, totals in said
            ]
            draft_figures(self.kind, figures, self.day)
            return
        rows = [
            (one.records, DayTotal(one.project, code, self.day, value))
            for one, totals in said
            for code, value in totals.items()
        ]
        self.kind.call(record_day_totals, rows)

    def _demolitions(self, records: list[Record], one: Village) -> list[Demolition]:
        """What was removed on the day: outdoor toilets, and structures with their area."""
        found = []
        if "toilets_today" in one.changed:
            values = {"places": one.said["toilets_today"]}
            found.append(self._demolition(one.project, Kind.OUTDOOR_TOILET, values))
        area = (
            one.said["structures_m2"] if one.changed & {"structures_m2", "m2_qualifier"} else None
        )
        places = _structures_today(records)
        values = {} if places is None else {"places": places}
        told = places is not None and (places or "structures_today" in one.changed)
        if area is not None:
            values |= self._grown(one.project, area, one.said["m2_qualifier"])
        if area is not None or told:
            found.append(self._demolition(one.project, Kind.UNAUTHORISED, values))
        return found

    def _demolition(self, project: Project, kind: str, values: dict) -> Demolition:
        """The one record of its kind on the day, known or new."""
        rows = self.removed[project.pk, kind]
        if len(rows) > 1:
            raise ValidationError(
                f"{project.division}当日有{len(rows)}条{Kind(kind).label}拆除记录，"
                "请在拆除记录中更正。"
            )
        return Demolition(project, kind, self.day, values, rows[0] if rows else None)

    def _grown(self, project: Project, area, qualifier: str) -> dict:
        """The area of the day's record: what the total has grown by."""
        grown = Decimal(str(area)) - (self.area.get(project.pk) or 0)
        if grown < 0:
            text = "私搭乱建累计面积比此前登记的拆除记录少，请核对，或在拆除记录中更正。"
            raise ValidationError({"area_m2": text})
        return {"area_m2": grown, "area_qualifier": qualifier}


def _totals(one: Village) -> dict[str, Decimal]:
    """By indicator code: the totals that the rows say anew."""
    return {
        code: Decimal(one.said[name])
        for name, code in TOTALS.items()
        if name in one.changed and one.said[name] is not None
    }


def _structures_today(records: list[Record]) -> int | None:
    """Structures removed today, where every row says so by a number."""
    said = [record.more.get("structures_today") for record in records]
    numbers = [value for value in said if isinstance(value, int)]
    return sum(numbers) if numbers and len(numbers) == len(said) else None
