"""Surveys of courtyards, their names, and the community in which they lie."""

from collections.abc import Collection, Sequence
from datetime import date

from django.core.exceptions import ValidationError
from django.db import IntegrityError, transaction
from django.db.models import OuterRef, Subquery

from courtyards.models import Building, Courtyard, Survey, SurveyRound
from courtyards.services.shared import store
from ledgers import clock
from ledgers.importing.bulk import update
from ledgers.list_services import takes_list
from ledgers.models import Qualifier
from orgs.models import Division
from orgs.services.tenures import end_dependents, lock, lock_all


@takes_list
def backdate_places(days: list[tuple[Courtyard | Building, date]]) -> list[Courtyard | Building]:
    """Let courtyards (or buildings) hold from a day at the latest: they stood when they were covered,
    or when somebody was sent to them. Pairs of a place and the day.

    The counts of a courtyard still begin with its first survey.
    """
    places = lock_all(place for place, _ in days)
    earlier = {}
    for place, since in days:
        if since < places[place.pk].since:
            earlier[place.pk] = places[place.pk]
            places[place.pk].since = since
    update(earlier.values(), ["since"])
    return [places[place.pk] for place, _ in days]


@transaction.atomic
def record_survey(
    *,
    courtyard: Courtyard,
    surveyed_on: date,
    buildings: int,
    households: int,
    residents: int,
    households_qualifier: str = Qualifier.EXACT,
    residents_qualifier: str = Qualifier.EXACT,
    entrances: int | None = None,
    elderly: int | None = None,
    party_members: int | None = None,
    round: SurveyRound | None = None,
    correcting: bool = False,
) -> Survey:
    """Record what was counted on a day (栋, 户, 人). It counts from that day on, not before.

    `correcting`: where the day has been counted already, its numbers become these (a corrected file
    brought in again); the history keeps the earlier ones.
    """
    place = lock(courtyard)
    if surveyed_on > clock.today():
        raise ValidationError({"surveyed_on": "摸排日期不能晚于今天。"})
    if not place.holds_on(surveyed_on):
        raise ValidationError({"surveyed_on": f"{place.name}在这一天不在册，请核对日期。"})
    survey = Survey(courtyard=place, surveyed_on=surveyed_on)
    if correcting:
        survey = Survey.objects.filter(courtyard=place, surveyed_on=surveyed_on).first() or survey
    survey.buildings = buildings
    survey.households, survey.households_qualifier = households, households_qualifier
    survey.residents, survey.residents_qualifier = residents, residents_qualifier
    # A correction leaves alone what it says nothing of.
    survey.round = round or survey.round
    for name, value in (
        ("entrances", entrances),
        ("elderly", elderly),
        ("party_members", party_members),
    ):
        setattr(survey, name, getattr(survey, name) if value is None else value)
    return store(survey)


def _lie_along(model, keys: list) -> None:
    """Give all rows that lie in the rows `keys` of `model`, and those in them, the division of these.

    Found through the reverse relations, those of the floors above included: every model whose
    scope is its own division copies it from the place where it lies.
    """
    for relation in model._meta.get_fields(include_hidden=True):
        related = relation.related_model if relation.one_to_many else None
        if getattr(related, "scope_division", "") != "division__code":
            continue
        rows = related._base_manager.filter(**{f"{relation.field.name}__in": keys})
        found = list(rows.values_list("pk", flat=True))
        if found:
            place = model._base_manager.filter(pk=OuterRef(relation.field.name))
            division = Subquery(place.values("division"))
            related._base_manager.filter(pk__in=found).update(division=division)
            _lie_along(related, found)


def rename_along(places: Sequence[Courtyard]) -> None:
    """The buildings of stored courtyards that have been renamed are found by their new names."""
    by_key = {place.pk: place for place in places}
    buildings = list(Building.objects.filter(courtyard__in=list(by_key)))
    for building in buildings:
        building.courtyard = by_key[building.courtyard_id]
    update(buildings, ["search_text"])


def move_along(places: Sequence[Courtyard | Building]) -> None:
    """All that lies in stored places of one model that have been moved lies where they lie now."""
    try:
        with transaction.atomic():
            _lie_along(type(places[0]), [place.pk for place in places])
    except IntegrityError as error:
        raise ValidationError(
            {"division": "目标社区已有相同的门牌，请先在台账中核对后再调整。"}
        ) from error


@transaction.atomic
def carry_along(*, place: Courtyard | Building, changed: Collection[str]) -> None:
    """After fields `changed` of a stored courtyard or building: carry along what hangs on it.

    A new name is the key by which its buildings are found; a new community is the scope of all
    that lies in it; a last day ends heads, coverage and the like on the same day.
    """
    if "name" in changed and isinstance(place, Courtyard):
        rename_along([place])
    if {"division", "courtyard"} & set(changed):
        move_along([place])
    if "until" in changed and place.until is not None:
        end_dependents(place, on=place.until)


@transaction.atomic
def rename_courtyard(*, courtyard: Courtyard, name: str) -> Courtyard:
    """Rename a courtyard; its buildings are found by the new name from then on."""
    place = lock(courtyard)
    place.name = name.strip()
    store(place)
    carry_along(place=place, changed=["name"])
    return place


def refuse_unless_residential(division: Division) -> None:
    """Raise ValidationError where no courtyard may lie right in `division`."""
    if division.level not in (Division.Level.COMMUNITY, Division.Level.VILLAGE):
        raise ValidationError({"division": "楼院应放在社区（村）之下。"})


@transaction.atomic
def move_courtyard(*, courtyard: Courtyard, division: Division) -> Courtyard:
    """Move a courtyard to another community, with all that lies in it.

    Buildings, heads and whatever the floors above keep with their own community on the row
    (problems, meetings) move along, so that they stay in the scope of those who answer for them.
    """
    refuse_unless_residential(division)
    place = lock(courtyard)
    place.division = division
    store(place)
    carry_along(place=place, changed=["division"])
    return place
