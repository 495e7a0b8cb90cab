"""Small-stool meetings: what was said, counted by category, and what becomes a problem of it."""

from dataclasses import dataclass
from datetime import date, timedelta
from typing import Any

from django.core.exceptions import ValidationError
from django.db import transaction

from courtyards.models import Courtyard
from orgs.models import Division, Unit
from orgs.tenures import lock
from projects.models import Opinion, Problem, Project, StoolMeeting
from projects.problems.services import raise_problem

DAYS_TO_MEND = 15  # until a problem raised with one tap is due; its form can say otherwise
COMMITTEES = (Unit.Kind.RESIDENTS_COMMITTEE, Unit.Kind.VILLAGERS_COMMITTEE)
OFFICES = (Unit.Kind.STREET, Unit.Kind.TOWN)


@dataclass(frozen=True)
class Said:
    """One opinion as it was entered: how many said so."""

    category: str
    text: str
    voices: int = 1


@transaction.atomic
def record_meeting(
    *,
    said: list[Said],
    division: Division | None = None,
    courtyard: Courtyard | None = None,
    project: Project | None = None,
    **told: Any,
) -> tuple[StoolMeeting, bool]:
    """Enter a meeting with its opinions; returns it and whether it is new.

    `told`: held_on, topic, host, attendees (a number). The same topic at the same place on the same
    day is the same meeting: a form sent twice enters it once. Raises ValidationError by field.
    """
    place = courtyard or project
    division = place.division if place else division
    where = {"division": division, "courtyard": courtyard, "project": project}
    meeting = StoolMeeting(**where, **told)
    meeting.full_clean()
    lock(meeting.division)
    known = StoolMeeting.objects.filter(**where, held_on=meeting.held_on, topic=meeting.topic)
    if same := known.first():
        return same, False
    meeting.save()
    add_opinions(meeting=meeting, said=said)
    return meeting, True


@transaction.atomic
def add_opinions(*, meeting: StoolMeeting, said: list[Said]) -> StoolMeeting:
    """Add opinions to a meeting; those that stand there already, word for word, once."""
    row = lock(meeting)
    known = set(row.opinions.values_list("category", "text"))
    for each in said:
        if (each.category, each.text) in known:
            continue
        opinion = Opinion(
            meeting=row, category=each.category, text=each.text.strip(), voices=each.voices
        )
        opinion.full_clean()
        opinion.save()
        known.add((each.category, each.text))
    return row


def unit_for(meeting: StoolMeeting) -> Unit | None:
    """Who mends what a meeting raised: the project's unit, else the committee, else the street."""
    if meeting.project and meeting.project.lead_unit:
        return meeting.project.lead_unit
    code = meeting.division_id
    near = Unit.objects.on(meeting.held_on)
    own = near.filter(division_id=code, kind__in=COMMITTEES).order_by("pk").first()
    above = near.filter(division_id=meeting.division.parent_id, kind__in=OFFICES)
    return own or above.order_by("pk").first()


@transaction.atomic
def problem_from_opinion(*, opinion: Opinion, on: date) -> tuple[Problem, bool]:
    """Raise the problem that an opinion tells of; returns it and whether it is new.

    However often it is asked for, one opinion becomes one problem.
    """
    row = lock(opinion)
    if row.problem_id:
        return row.problem, False  # type: ignore[return-value]  # its key is set
    meeting = row.meeting
    unit = unit_for(meeting)
    if unit is None:
        raise ValidationError("找不到责任单位，请在问题台账中登记，并选择责任单位。")
    problem = raise_problem(
        title=row.text[:120],
        category=row.category,
        source=Problem.Source.MEETING,
        raised_on=on,
        due_on=on + timedelta(days=DAYS_TO_MEND),
        responsible_unit=unit,
        division=meeting.division,
        courtyard=meeting.courtyard,
        project=meeting.project,
    )
    row.problem = problem
    row.full_clean()
    row.save()
    return problem, True
