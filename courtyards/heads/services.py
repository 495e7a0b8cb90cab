"""Heads and self-management committees of courtyards and buildings, and their paired cadres."""

from datetime import date

from django.core.exceptions import ValidationError
from django.db import transaction

from courtyards.models import Building, Courtyard, Headship, PairedCadre, SelfManagementCommittee
from courtyards.services import lock_place, refuse_unless_standing, store
from orgs.models import Person, Unit
from orgs.people.services import lock_person
from orgs.tenures import end_tenure, lock


@transaction.atomic
def appoint_head(
    *,
    person: Person,
    since: date,
    courtyard: Courtyard | None = None,
    building: Building | None = None,
    appointed_by: str = "",
    until: date | None = None,
) -> Headship:
    """Appoint the head (楼院长, 楼栋长) of one courtyard or one building from `since` (to `until`)."""
    if (courtyard is None) == (building is None):
        raise ValidationError("任职应对应一个楼院或一栋楼，二者选一。")
    person = lock_person(person, since, until)
    place = lock_place(courtyard or building, since)
    return store(
        Headship(
            person=person,
            courtyard=place if courtyard else None,
            building=place if building else None,
            division_id=place.division_id,
            since=since,
            until=until,
            appointed_by=appointed_by,
        )
    )


def end_headship(*, headship: Headship, on: date) -> Headship:
    """The head leaves: vacant from `on`, held on every day before."""
    return end_tenure(tenure=headship, on=on)


@transaction.atomic
def replace_head(
    *, headship: Headship, person: Person, on: date, appointed_by: str = ""
) -> Headship:
    """On one day the head leaves and `person` follows; returns the new headship."""
    old = end_headship(headship=headship, on=on)
    return appoint_head(
        person=person,
        courtyard=old.courtyard,
        building=old.building,
        since=on,
        appointed_by=appointed_by,
    )


@transaction.atomic
def form_committee(
    *, courtyard: Courtyard, name: str, since: date, members: int | None = None, rules: str = ""
) -> SelfManagementCommittee:
    """Register the residents' self-management committee (自管会) of a courtyard."""
    place = lock_place(courtyard, since)
    return store(
        SelfManagementCommittee(
            courtyard=place, name=name, since=since, members=members, rules=rules
        )
    )


@transaction.atomic
def assign_cadre(
    *,
    person: Person,
    courtyard: Courtyard,
    unit: Unit,
    capacity: str,
    since: date,
    until: date | None = None,
) -> PairedCadre:
    """Send a cadre of `unit` to look after a courtyard. More than one is a warning, not an error."""
    person = lock_person(person, since, until)
    place = lock_place(courtyard, since)
    refuse_unless_standing(lock(unit), since)
    return store(
        PairedCadre(
            person=person,
            courtyard=place,
            unit=unit,
            capacity=capacity,
            since=since,
            until=until,
        )
    )


def end_assignment(*, paired_cadre: PairedCadre, on: date, handover_note: str) -> PairedCadre:
    """A paired cadre leaves; a hand-over note is required, so that nothing is lost with them."""
    if not handover_note.strip():
        raise ValidationError({"handover_note": "请写明交接说明，例如未办结的事项和接手人。"})
    return end_tenure(tenure=paired_cadre, on=on, handover_note=handover_note.strip())


@transaction.atomic
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
    old = end_assignment(paired_cadre=paired_cadre, on=on, handover_note=handover_note)
    return assign_cadre(
        person=person, courtyard=old.courtyard, unit=unit, capacity=capacity, since=on
    )
