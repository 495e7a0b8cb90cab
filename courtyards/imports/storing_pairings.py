"""Storing pairings of 包联台账 by the batch, by the rules of the services that store one.

Units and cadres that nobody knows come in with their first row: 包联台账 is the list of the sending
units. Of a pairing that is known a new number is noted; all else is a hand-over, with its own page.
"""

from collections import defaultdict
from collections.abc import Sequence
from datetime import date

from django.conf import settings
from django.core.exceptions import ValidationError
from django.db.models import Q

from courtyards.models import Courtyard, PairedCadre
from ledgers.formats import zh_date
from ledgers.importing.bulk import check, insert, refuse, update
from ledgers.importing.rows import NEW, Record
from orgs.models import Person, Unit

Capacity = PairedCadre.Capacity


def store_pairings(records: Sequence[Record]) -> None:
    """Store the new and changed records; those that a rule forbids become wrong."""
    fresh = Batch([record for record in records if record.status == NEW])
    fresh.build()
    fresh.store()
    _note_numbers([record for record in records if record.changes])


def _note_numbers(records: list[Record]) -> None:
    """Give the cadres of known pairings the numbers that the sheet has for them now. Two statements."""
    held: dict[tuple, list[Person]] = defaultdict(list)
    rows = PairedCadre.objects.filter(
        courtyard__division_id__in={one.values["community_code"] for one in records},
        courtyard__name__in={one.values["courtyard"] for one in records},
        courtyard__until=None,
        person__name__in={one.values["cadre"] for one in records},
        until=None,
    ).select_related("courtyard", "person")
    for one in rows.select_for_update(of=["person"]):
        held[one.courtyard.division_id, one.courtyard.name, one.person.name].append(one.person)
    called = []
    for record in records:
        try:
            called.append(_with_number(record, held))
        except ValidationError as refusal:
            refuse(record, refusal)
    update(called, ["phone"])


def _with_number(record: Record, held: dict[tuple, list[Person]]) -> Person:
    values = record.values
    found = held[values["community_code"], values["courtyard"], values["cadre"]]
    if set(record.changes) != {"phone"} or len(found) != 1:
        raise ValidationError("包联的变更请在楼院页面办理交接，写明交接说明。")
    [person] = found
    person.phone = values["phone"]
    check(person)
    return person


class Batch:
    """New pairings with what they need, not stored until `store`. Three look-ups."""

    def __init__(self, records: list[Record]):
        self.records = records
        said = [record.values for record in records]
        places = Courtyard.objects.filter(
            division_id__in={one["community_code"] for one in said},
            name__in={one["courtyard"] for one in said},
            until=None,
        ).select_for_update()
        self.places = {(one.division_id, one.name): one for one in places if records}
        names = {one["unit"] for one in said}
        known = Unit.objects.within(settings.COUNTY_CODE)
        self.units: dict[str, list[Unit]] = defaultdict(list)
        self.short: dict[str, list[Unit]] = defaultdict(list)
        for unit in known.filter(Q(name__in=names) | Q(short_name__in=names)) if names else ():
            self.units[unit.name].append(unit)
            self.short[unit.short_name].append(unit)
        people = Person.objects.filter(
            division_id=settings.COUNTY_CODE, name__in={one["cadre"] for one in said}
        ).select_related("unit")
        self.people: dict[tuple, Person] = {}
        for one in people.order_by("pk").select_for_update(of=["self"]) if names else ():
            self.people.setdefault((one.name, one.phone, one.unit and one.unit.name), one)
        self.moved: dict[int, Courtyard] = {}  # courtyards that must have stood earlier
        self.pairings: list[PairedCadre] = []

    def build(self) -> None:
        """Make the pairing of every record that nothing forbids."""
        for record in self.records:
            try:
                self.pairings.append(self._build_one(record))
            except ValidationError as refusal:
                refuse(record, refusal)

    def _build_one(self, record: Record) -> PairedCadre:
        values = record.values
        place = self.places.get((values["community_code"], values["courtyard"]))
        if place is None:
            raise ValidationError(f"楼院台账中没有“{values['courtyard']}”，请先导入楼院台账。")
        since = values["since"]
        if since is None:
            raise ValidationError("没有写到岗时间，请填写。")
        unit = self._unit(values["unit"], since)
        person = self._person(record, unit)
        pairing = PairedCadre(
            capacity=Capacity.SECTION if values["section_level"] else Capacity.YOUNG, since=since
        )
        check(pairing)
        pairing.person, pairing.unit, pairing.courtyard = person, unit, place
        self.units.setdefault(unit.name, [unit])
        self.people.setdefault((person.name, person.phone, unit.name), person)
        if since < place.since:
            place.since = since
            self.moved[place.pk] = place
        return pairing

    def _unit(self, name: str, since: date) -> Unit:
        """The unit of that name or short name; a new one where nobody knows it."""
        found = self.units.get(name) or self.short.get(name) or []
        if len(found) > 1:
            raise ValidationError(f"单位名录中不止一个“{name}”，请写全称。")
        if found:
            unit = found[0]
            late = unit.established_on and unit.established_on > since
            if late or (unit.dissolved_on and unit.dissolved_on <= since):
                raise ValidationError(f"{unit}在{zh_date(since)}尚未成立或已经撤销。")
            return unit
        unit = Unit(name=name, kind=Unit.Kind.ORGAN, division_id=settings.COUNTY_CODE)
        check(unit)
        return unit

    def _person(self, record: Record, unit: Unit) -> Person:
        values = record.values
        person = self.people.get((values["cadre"], values["phone"], unit.name))
        if person is None:
            person = Person(
                name=values["cadre"],
                phone=values["phone"],
                division_id=settings.COUNTY_CODE,
                office=record.more.get("post") or "",
            )
            check(person)
            person.unit = unit
        elif person.left_on is not None:
            day = zh_date(person.left_on)
            raise ValidationError(f"{person.name}已登记{day}离任，请另选一人。")
        return person

    def store(self) -> None:
        """Write each table once; units before persons, persons before pairings."""
        insert(_new(one.unit for one in self.pairings))
        people = _new(one.person for one in self.pairings)
        for person in people:
            person.unit = person.unit  # takes over the key of a unit stored just now
        insert(people)
        for pairing in self.pairings:
            pairing.person, pairing.unit = pairing.person, pairing.unit
        insert(self.pairings)
        update(self.moved.values(), ["since"])


def _new(rows) -> list:
    """Those of `rows` that are not stored yet, each once."""
    return list({id(row): row for row in rows if row.pk is None}.values())
