"""What 路长巡查问题台账 says, told to the services: patrols of road chiefs with what they found.

It appoints nobody.
"""

from collections import defaultdict
from collections.abc import Iterable, Sequence
from datetime import date, datetime, time

from django.core.exceptions import ValidationError
from django.db.models import Q
from django.utils import timezone

from ledgers.clock import local_day
from ledgers.importing.kinds import LedgerKind
from ledgers.importing.rows import NEW, Record
from orgs.models import Unit
from volunteers.models import PatrolFinding, RoadChief
from volunteers.roads.patrols import FindingChange, Found, Patrol, change_findings, record_patrols
from volunteers.roads.road_book import RoadBook

Level = RoadChief.Level
# Who patrolled is not said; of the chiefs named it is the lowest, whose daily duty it is.
LOWEST_FIRST = {
    Level.THIRD: "chief_third",
    Level.SECOND: "chief_second",
    Level.FIRST: "chief_first",
    Level.GENERAL: "",
}
ASPECTS = {aspect.label: aspect.value for aspect in PatrolFinding.Aspect}


def known_findings(records: Iterable[Record]) -> dict[tuple, PatrolFinding]:
    """By road, day and words: the findings that the ledger has. One query."""
    rows = PatrolFinding.objects.filter(
        patrol__chief__road__name__in={record.values["road"] for record in records},
        finding__in={record.values["finding"] for record in records},
    ).select_related("patrol__chief__road", "responsible_unit")
    return {
        (one.patrol.chief.road.name, local_day(one.patrol.patrolled_at), one.finding): one
        for one in rows.order_by("-pk")
    }


class PatrolRows:
    """New and changed records of one day, said to the services; what they name, looked up once."""

    def __init__(self, kind: LedgerKind, records: Sequence[Record], day: date):
        self.kind, self.day, self.book = kind, day, RoadBook()
        self.new = [record for record in records if record.status == NEW]
        self.changed = [record for record in records if record.status != NEW]
        roads = [road for one in self.new for road in self.book.named(one.values["road"])]
        self.chiefs: dict[int, list[RoadChief]] = defaultdict(list)
        chiefs = RoadChief.objects.filter(road__in=roads).select_related("person")
        for chief in chiefs.order_by("pk"):
            self.chiefs[chief.road_id].append(chief)
        self.units: dict[str, list[Unit]] = defaultdict(list)
        names = {one.values["responsible_unit"] for one in records} - {""}
        for unit in Unit.objects.filter(Q(name__in=names) | Q(short_name__in=names)):
            for name in {unit.name, unit.short_name}:
                self.units[name].append(unit)

    def store(self) -> None:
        known = known_findings(self.changed)
        key_of = self.kind.key_of
        changes = self.kind.each(
            self.changed, lambda one: FindingChange(known[key_of(one)], self._values(one))
        )
        self.kind.call(change_findings, changes)
        self.kind.call(record_patrols, self.kind.each(self.new, self._patrol))

    def _patrol(self, record: Record) -> Patrol:
        """The patrol of the day, known or new; the sheet does not say the hour."""
        day = record.values["patrolled_on"]
        if day is None:
            raise ValidationError({"day": "没有写巡查时间，请填写。"})
        found = Found(finding=record.values["finding"], **{"aspect": ""} | self._values(record))
        moment = timezone.make_aware(datetime.combine(day, time()))
        return Patrol(self._chief(record), day, [found], at=moment, joining=True)

    def _values(self, record: Record) -> dict:
        """What the row says of a finding, by the names of its fields."""
        values, found = record.values, {}
        said = record.said
        if "aspect" in said or record.status == NEW:
            found["aspect"] = ASPECTS.get(values["aspect"], "")
            if not found["aspect"]:
                text = "没有写类别（序化、洁化、绿化、亮化），请填写。"
                raise ValidationError({"aspect": text})
        if "responsible_unit" in said:
            found["responsible_unit"] = self._unit(values["responsible_unit"])
        if "due_on" in said:
            found["due_on"] = values["due_on"]
        if said & {"closed", "completed_on"}:
            found["closed_on"] = self._closed_on(record)
        return found

    def _closed_on(self, record: Record) -> date | None:
        """The day on which the problem was struck off, None while it is open."""
        completed = record.values["completed_on"]
        if "closed" in record.absent:
            return completed
        if not record.values["closed"] and completed:
            raise ValidationError({"closed_on": "写着没有销号，却填了完成时间，请核对。"})
        return (completed or self.day) if record.values["closed"] else None

    def _unit(self, name: str) -> Unit | None:
        if not name:
            return None
        units = [one for one in self.units[name] if one.name == name] or self.units[name]
        if len(units) != 1:
            text = (
                f"单位名录中不止一个“{name}”，请写全称。"
                if units
                else f"单位名录中没有责任单位“{name}”，请核对名称，或先登记单位。"
            )
            raise ValidationError({"responsible_unit": text})
        return units[0]

    def _chief(self, record: Record) -> RoadChief:
        """The chief to whom the patrol belongs: of those named the lowest, else the lowest there is."""
        values, day = record.values, record.values["patrolled_on"]
        roads = self.book.find(values["road"], values["section"])
        if not roads:
            text = f"道路台账中没有“{values['road']}”，请核对路段名称。"
            raise ValidationError({"road": text})
        if len(roads) > 1:
            text = f"有{len(roads)}个路段叫“{values['road']}”，请写明起止点。"
            raise ValidationError({"road": text})
        held = {one.level: one for one in self.chiefs[roads[0].pk] if one.holds_on(day)}
        named = {level: values[key] for level, key in LOWEST_FIRST.items() if key and values[key]}
        for level in LOWEST_FIRST:
            chief = held.get(level)
            if chief is None or (named and level not in named):
                continue
            if named and chief.person.name != named[level]:
                raise ValidationError(
                    f"这一路段当日登记的{Level(level).label}是{chief.person}，表中是{named[level]}，"
                    "请核对；已更替的，请先在路长台账办理。"
                )
            return chief
        raise ValidationError({"road": f"“{values['road']}”当日没有登记路长，请先在路长台账登记。"})
