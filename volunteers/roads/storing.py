"""Storing 路长巡查问题台账: patrols of road chiefs with what they found. Appoints nobody."""

from collections import defaultdict
from collections.abc import Iterable, Sequence
from datetime import date, datetime, time

from django.core.exceptions import ValidationError
from django.db.models import Q
from django.utils import timezone

from ledgers.clock import local_day
from ledgers.importing.bulk import check, insert, refuse, update
from ledgers.importing.rows import NEW, Record
from orgs.models import Unit
from volunteers.models import PatrolFinding, RoadChief, RoadPatrol
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


def store_patrols(records: Sequence[Record], day: date) -> None:
    """Store the records; those that a rule forbids become wrong. A dozen statements."""
    writer = Writer(records, day)
    for record in records:
        try:
            writer.note(record)
        except ValidationError as refusal:
            refuse(record, refusal)
    writer.store()


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


class Writer:
    """The rows of a batch, noted one by one and written table by table."""

    def __init__(self, records: Sequence[Record], day: date):
        self.day, self.book = day, RoadBook()
        roads = [road for one in records for road in self.book.named(one.values["road"])]
        self.chiefs: dict[int, list[RoadChief]] = defaultdict(list)
        chiefs = RoadChief.objects.filter(road__in=roads).select_related("person")
        for chief in chiefs.order_by("pk"):
            self.chiefs[chief.road_id].append(chief)
        self.units: dict[str, list[Unit]] = defaultdict(list)
        names = {one.values["responsible_unit"] for one in records} - {""}
        for unit in Unit.objects.filter(Q(name__in=names) | Q(short_name__in=names)):
            for name in {unit.name, unit.short_name}:
                self.units[name].append(unit)
        days = {one.values["patrolled_on"] for one in records} - {None}
        patrols = RoadPatrol.objects.filter(chief__road__in=roads, patrolled_at__date__in=days)
        self.patrols = {
            (one.chief_id, local_day(one.patrolled_at)): one for one in patrols.order_by("-pk")
        }
        self.known = known_findings([one for one in records if one.status != NEW])
        self.new: list[PatrolFinding] = []
        self.changed: list[PatrolFinding] = []

    def note(self, record: Record) -> None:
        """Note what a record brings. Raises ValidationError, and then notes nothing."""
        values = record.values
        if record.status == NEW:
            if values["patrolled_on"] is None:
                raise ValidationError("没有写巡查时间，请填写。")
            finding = PatrolFinding(finding=values["finding"])
            self._fill(finding, record, set(values) - record.absent)
            patrol = self._patrol(self._chief(record), values["patrolled_on"])
            finding.patrol = patrol
            self.new.append(finding)
        else:
            finding = self.known[values["road"], values["patrolled_on"], values["finding"]]
            self._fill(finding, record, set(record.changes))
            self.changed.append(finding)

    def _fill(self, finding: PatrolFinding, record: Record, said: set[str]) -> None:
        values = record.values
        if "aspect" in said:
            finding.aspect = ASPECTS.get(values["aspect"], "")
        if not finding.aspect:
            raise ValidationError("没有写类别（序化、洁化、绿化、亮化），请填写。")
        if "responsible_unit" in said:
            finding.responsible_unit = self._unit(values["responsible_unit"])
        if "due_on" in said:
            finding.due_on = values["due_on"]
        if said & {"closed", "completed_on"}:
            closed_on = self._closed_on(record)
            if finding.closed_on and not closed_on:
                raise ValidationError("台账中这个问题已销号；需要重新整改的，请另记一次巡查。")
            finding.closed_on = closed_on
        check(finding)

    def _closed_on(self, record: Record) -> date | None:
        """The day on which the problem was struck off, None while it is open."""
        completed = record.values["completed_on"]
        if "closed" in record.absent:
            return completed
        if not record.values["closed"] and completed:
            raise ValidationError("写着没有销号，却填了完成时间，请核对。")
        return (completed or self.day) if record.values["closed"] else None

    def _unit(self, name: str) -> Unit | None:
        if not name:
            return None
        units = [one for one in self.units[name] if one.name == name] or self.units[name]
        if len(units) != 1:
            raise ValidationError(
                f"单位名录中不止一个“{name}”，请写全称。"
                if units
                else f"单位名录中没有责任单位“{name}”，请核对名称，或先登记单位。"
            )
        return units[0]

    def _chief(self, record: Record) -> RoadChief:
        """The chief to whom the patrol belongs: of those named the lowest, else the lowest there is."""
        values, day = record.values, record.values["patrolled_on"]
        roads = self.book.find(values["road"], values["section"])
        if not roads:
            raise ValidationError(f"道路台账中没有“{values['road']}”，请核对路段名称。")
        if len(roads) > 1:
            raise ValidationError(f"有{len(roads)}个路段叫“{values['road']}”，请写明起止点。")
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
        raise ValidationError(f"“{values['road']}”当日没有登记路长，请先在路长台账登记。")

    def _patrol(self, chief: RoadChief, day: date) -> RoadPatrol:
        """The chief's patrol of that day, known or new; the sheet does not say the hour."""
        patrol = self.patrols.get((chief.pk, day))
        if patrol is None:
            moment = timezone.make_aware(datetime.combine(day, time()))
            patrol = RoadPatrol(chief=chief, patrolled_at=moment)
            self.patrols[chief.pk, day] = patrol
        return patrol

    def store(self) -> None:
        """Write each table by one statement for new rows and one for changed ones."""
        insert({id(one.patrol): one.patrol for one in self.new if one.patrol.pk is None}.values())
        for finding in self.new:
            finding.patrol = finding.patrol  # takes over the key of a patrol stored just now
        insert(self.new)
        update(self.changed, ["aspect", "responsible_unit", "due_on", "closed_on"])
