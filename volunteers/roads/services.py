"""What happens when a road comes to another chief."""

from datetime import date

from django.db import transaction

from orgs.models import Person
from orgs.people.handover_items import successor_of
from orgs.people.services import lock_person
from volunteers.models import RoadChief


@transaction.atomic
def pass_road(
    *, chief: RoadChief, person: Person, since: date, until: date | None = None
) -> RoadChief:
    """The same road and level for `person` from `since`; the old chief must have left by then."""
    person = lock_person(person, since, until)
    return successor_of(chief, person=person, on=since, until=until)
