"""What happens when a team gets another leader."""

from datetime import date

from django.db import transaction

from orgs.models import Person
from orgs.people.services import lock_person
from orgs.tenures import lock
from volunteers.models import Team
from volunteers.services import refuse_missing


@transaction.atomic
def set_team_leader(*, team: Team, leader: Person | None, since: date) -> Team:
    """Make `leader` the team's leader (None: nobody) from now on; `since` is the day it is said of.

    Raises ValidationError where the team has been disbanded by then or the person has left.
    """
    if leader is not None:
        leader = lock_person(leader, since)
    row = lock(team)
    refuse_missing(row, since)
    row.leader = leader
    row.full_clean()
    row.save()
    return row
