"""What happens when a contact duty, an area or a post sign comes to somebody else."""

from datetime import date

from django.db import transaction

from orgs.models import Person
from orgs.people.handover_items import successor_of
from orgs.people.services import lock_person
from volunteers.models import ContactDuty, PostSign, ResponsibilityArea
from volunteers.services import refuse_missing


@transaction.atomic
def pass_duty(
    *, duty: ContactDuty, person: Person, since: date, until: date | None = None
) -> ContactDuty:
    """The same contact duty for `person` from `since`; the old one must have ended by then."""
    person = lock_person(person, since, until)
    refuse_missing(duty.target, since)
    return successor_of(duty, person=person, on=since, until=until)


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
