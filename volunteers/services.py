"""What happens when a contact duty, a road, a team or an area comes to somebody else."""

from datetime import date

from django.core.exceptions import ValidationError
from django.db import transaction

from ledgers.formats import zh_date
from orgs.handover import successor_of
from orgs.models import Person
from orgs.services.people import lock_person
from orgs.services.tenures import lock
from volunteers.models import ContactDuty, PostSign, ResponsibilityArea, RoadChief, Team


def _refuse_missing(place, day: date) -> None:
    """Raise ValidationError where what the duty is about is not in its ledger on `day`."""
    if hasattr(place, "holds_on") and not place.holds_on(day):
        raise ValidationError({"since": f"{place}在{zh_date(day)}不在册，请核对日期。"})


@transaction.atomic
def pass_duty(
    *, duty: ContactDuty, person: Person, since: date, until: date | None = None
) -> ContactDuty:
    """The same contact duty for `person` from `since`; the old one must have ended by then."""
    person = lock_person(person, since, until)
    _refuse_missing(duty.target, since)
    return successor_of(duty, person=person, on=since, until=until)


@transaction.atomic
def pass_road(
    *, chief: RoadChief, person: Person, since: date, until: date | None = None
) -> RoadChief:
    """The same road and level for `person` from `since`; the old chief must have left by then."""
    person = lock_person(person, since, until)
    return successor_of(chief, person=person, on=since, until=until)


@transaction.atomic
def pass_area(
    *, area: ResponsibilityArea, person: Person, since: date, until: date | None = None
) -> ResponsibilityArea:
    """The same responsibility area for `person` from `since`."""
    person = lock_person(person, since, until)
    return successor_of(area, holder="holder", person=person, on=since, until=until)


@transaction.atomic
def pass_sign(
    *, sign: PostSign, person: Person, since: date, until: date | None = None
) -> PostSign:
    """A sign of the same post for `person` from `since`, with its duties and households."""
    person = lock_person(person, since, until)
    new = successor_of(sign, person=person, on=since, until=until)
    new.duties.set(sign.duties.all())
    new.households.set(sign.households.all())
    return new


@transaction.atomic
def set_team_leader(*, team: Team, leader: Person | None, since: date) -> Team:
    """Make `leader` the team's leader (None: nobody) from now on; `since` is the day it is said of.

    Raises ValidationError where the team has been disbanded by then or the person has left.
    """
    if leader is not None:
        leader = lock_person(leader, since)
    row = lock(team)
    _refuse_missing(row, since)
    row.leader = leader
    row.full_clean()
    row.save()
    return row
