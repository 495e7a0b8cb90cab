"""Heads and self-management committees of courtyards and buildings, and their paired cadres."""

from dataclasses import dataclass
from datetime import date
from typing import cast

from django.core.exceptions import ValidationError

from courtyards.models import Building, Courtyard, Headship, PairedCadre, SelfManagementCommittee
from courtyards.services import refuse_unless_listed, refuse_unless_standing
from ledgers.bulk.services import at_rows, each, takes_list
from ledgers.bulk.writing import check_row, insert, make
from orgs.models import Person, Unit
from orgs.people.services import refuse_left
from orgs.tenures import Ending, end_tenure, end_tenures, lock, lock_all


@dataclass(frozen=True, slots=True)
class Appointment:
    """`person` heads (楼院长, 楼栋长) one courtyard or one building from `since` (to `until`).

    `succeeding`: the headship of the one who leaves on that day.
    """

    person: Person
    since: date
    courtyard: Courtyard | None = None
    building: Building | None = None
    appointed_by: str = ""
    until: date | None = None
    succeeding: Headship | None = None


@takes_list
def appoint_heads(appointments: list[Appointment]) -> list[Headship]:
    """Appoint the heads of courtyards and buildings. Raises RowErrors."""
    # Persons before places, as the hand-over does, so that the two cannot wait for each other.
    people = lock_all(one.person for one in appointments)
    courtyards = lock_all(one.courtyard for one in appointments)
    buildings = lock_all(one.building for one in appointments)

    def headship(one: Appointment) -> Headship:
        if (one.courtyard is None) == (one.building is None):
            raise ValidationError("任职应对应一个楼院或一栋楼，二者选一。")
        person = people[one.person.pk]
        refuse_left(person, one.since, one.until)
        courtyard = one.courtyard and courtyards[one.courtyard.pk]
        building = one.building and buildings[one.building.pk]
        refuse_unless_listed(courtyard or building, one.since)
        row = make(
            Headship,
            person=person,
            courtyard=courtyard,
            building=building,
            since=one.since,
            until=one.until,
            appointed_by=one.appointed_by,
        )
        check_row(row)
        return row

    made = each(appointments, headship)
    leaving = [
        (n, one.succeeding, one.since) for n, one in enumerate(appointments) if one.succeeding
    ]
    at_rows(end_tenures, [(n, Ending(row, since)) for n, row, since in leaving])
    return insert(made)


def appoint_head(
    *,
    person: Person,
    since: date,
    courtyard: Courtyard | None = None,
    building: Building | None = None,
    appointed_by: str = "",
    until: date | None = None,
) -> Headship:
    """Appoint one head, see `Appointment`. Raises ValidationError."""
    one = Appointment(person, since, courtyard, building, appointed_by, until)
    return appoint_heads.one(one)


def end_headship(*, headship: Headship, on: date) -> Headship:
    """The head leaves: vacant from `on`, held on every day before."""
    return end_tenure(tenure=headship, on=on)


def replace_head(
    *, headship: Headship, person: Person, on: date, appointed_by: str = ""
) -> Headship:
    """On one day the head leaves and `person` follows; returns the new headship."""
    old = lock(headship)
    one = Appointment(person, on, old.courtyard, old.building, appointed_by, succeeding=old)
    return appoint_heads.one(one)


@dataclass(frozen=True, slots=True)
class NewCommittee:
    """The residents' self-management committee (自管会) of a courtyard."""

    courtyard: Courtyard
    name: str
    since: date
    members: int | None = None
    rules: str = ""


@takes_list
def form_committees(committees: list[NewCommittee]) -> list[SelfManagementCommittee]:
    """Register self-management committees. Raises RowErrors."""
    places = lock_all(one.courtyard for one in committees)

    def committee(one: NewCommittee) -> SelfManagementCommittee:
        place = places[one.courtyard.pk]
        refuse_unless_listed(place, one.since)
        row = make(
            SelfManagementCommittee,
            courtyard=place,
            name=one.name,
            since=one.since,
            members=one.members,
            rules=one.rules,
        )
        check_row(row)
        return row

    return insert(each(committees, committee))


def form_committee(
    *, courtyard: Courtyard, name: str, since: date, members: int | None = None, rules: str = ""
) -> SelfManagementCommittee:
    """Register one committee, see `form_committees`. Raises ValidationError."""
    return form_committees.one(NewCommittee(courtyard, name, since, members, rules))


@dataclass(frozen=True, slots=True)
class Assignment:
    """A cadre of `unit` looks after a courtyard. More than one is a warning, not an error.

    `succeeding`: the assignment of the one who leaves on that day, with the `handover_note`.
    """

    person: Person
    courtyard: Courtyard
    unit: Unit
    capacity: str
    since: date
    until: date | None = None
    succeeding: PairedCadre | None = None
    handover_note: str = ""


@takes_list
def assign_cadres(assignments: list[Assignment]) -> list[PairedCadre]:
    """Send cadres to look after courtyards. Raises RowErrors."""
    people = lock_all(one.person for one in assignments)
    places = lock_all(one.courtyard for one in assignments)
    units = lock_all(one.unit for one in assignments)

    def cadre(one: Assignment) -> PairedCadre:
        person, place, unit = people[one.person.pk], places[one.courtyard.pk], units[one.unit.pk]
        refuse_left(person, one.since, one.until)
        refuse_unless_listed(place, one.since)
        refuse_unless_standing(unit, one.since)
        row = make(
            PairedCadre,
            person=person,
            courtyard=place,
            unit=unit,
            capacity=one.capacity,
            since=one.since,
            until=one.until,
        )
        check_row(row)
        return row

    made = each(assignments, cadre)
    leaving = [
        (n, Leaving(one.succeeding, one.since, one.handover_note))
        for n, one in enumerate(assignments)
        if one.succeeding
    ]
    at_rows(end_assignments, leaving)
    return insert(made)


def assign_cadre(
    *,
    person: Person,
    courtyard: Courtyard,
    unit: Unit,
    capacity: str,
    since: date,
    until: date | None = None,
) -> PairedCadre:
    """Send one cadre, see `Assignment`. Raises ValidationError."""
    return assign_cadres.one(Assignment(person, courtyard, unit, capacity, since, until))


@dataclass(frozen=True, slots=True)
class Leaving:
    """A paired cadre leaves from the day `on`."""

    paired_cadre: PairedCadre
    on: date
    handover_note: str


@takes_list
def end_assignments(leaving: list[Leaving]) -> list[PairedCadre]:
    """Paired cadres leave; a hand-over note is required, so that nothing is lost with them."""

    def ending(one: Leaving) -> Ending:
        note = one.handover_note.strip()
        if not note:
            raise ValidationError({"handover_note": "请写明交接说明，例如未办结的事项和接手人。"})
        return Ending(one.paired_cadre, one.on, {"handover_note": note})

    return cast(list[PairedCadre], end_tenures(each(leaving, ending)))


def end_assignment(*, paired_cadre: PairedCadre, on: date, handover_note: str) -> PairedCadre:
    """One paired cadre leaves, see `end_assignments`. Raises ValidationError."""
    return end_assignments.one(Leaving(paired_cadre, on, handover_note))


def replace_cadre(
    *,
    paired_cadre: PairedCadre,
    person: Person,
    unit: Unit,
    capacity: str,
    on: date,
    handover_note: str,
) -> PairedCadre:
    """On one day a paired cadre hands the courtyard over to another; returns the new row."""
    one = Assignment(
        person,
        paired_cadre.courtyard,
        unit,
        capacity,
        on,
        succeeding=paired_cadre,
        handover_note=handover_note,
    )
    return assign_cadres.one(one)
