"""Surveys of courtyards, their names, and the community in which they lie."""

from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date
from typing import Any

from django.core.exceptions import ValidationError
from django.db import IntegrityError, transaction
from django.db.models import OuterRef, Subquery

from courtyards.models import Building, Courtyard, Survey, SurveyRound
from ledgers import clock
from ledgers.bulk.services import RowErrors, each, takes_list
from ledgers.bulk.writing import check_row, insert, make, update, words_of
from ledgers.models import Qualifier
from orgs.models import Division
from orgs.tenures import end_dependents, lock_all

SAME_DOOR = {"division": "目标社区已有相同的门牌，请先在台账中核对后再调整。"}


@takes_list
def backdate_places(days: list[tuple[Courtyard | Building, date]]) -> list[Courtyard | Building]:
    """Let courtyards (or buildings) hold from a day at the latest: pairs of a place and the day.

    They stood when they were covered, or when somebody was sent to them.

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


@dataclass(frozen=True, slots=True)
class NewCourtyard:
    """A courtyard, or a cluster of them (片区), to be entered; `facts` by their fields."""

    name: str
    division_id: str
    since: date
    facts: Mapping[str, str] = field(default_factory=dict)


@takes_list
def register_courtyards(new: list[NewCourtyard]) -> list[Courtyard]:
    """Enter courtyards. Raises RowErrors."""
    divisions = Division.objects.in_bulk({one.division_id for one in new})

    def enter(one: NewCourtyard) -> Courtyard:
        _refuse_unless_residential(divisions[one.division_id])
        kind = Courtyard.Kind.CLUSTER if one.name.endswith("片区") else Courtyard.Kind.SINGLE
        place = make(
            Courtyard,
            name=one.name,
            division=divisions[one.division_id],
            since=one.since,
            kind=kind,
            **one.facts,
        )
        check_row(place)
        return place

    return insert(each(new, enter))


@dataclass(frozen=True, slots=True)
class NewBuilding:
    """A building of a courtyard, to be entered."""

    courtyard: Courtyard
    name: str
    since: date


@takes_list
def register_buildings(new: list[NewBuilding]) -> list[Building]:
    """Enter buildings; none stood before its courtyard. Raises RowErrors."""
    places = lock_all(one.courtyard for one in new)

    def enter(one: NewBuilding) -> Building:
        place = places[one.courtyard.pk]
        since = max(one.since, place.since)
        building = make(
            Building, name=one.name, courtyard=place, division_id=place.division_id, since=since
        )
        check_row(building)
        return building

    return insert(each(new, enter))


@dataclass(frozen=True, slots=True)
class Counts:
    """What was counted in a courtyard on a day (栋, 户, 人). It counts from that day on, not before.

    `correcting`: where the day has been counted already, its numbers become these (a corrected file
    brought in again); the history keeps the earlier ones.
    """

    courtyard: Courtyard
    surveyed_on: date
    buildings: int
    households: int
    residents: int
    households_qualifier: str = Qualifier.EXACT
    residents_qualifier: str = Qualifier.EXACT
    entrances: int | None = None
    elderly: int | None = None
    party_members: int | None = None
    round: SurveyRound | None = None
    correcting: bool = False


COUNTED = ("buildings", "households", "households_qualifier", "residents", "residents_qualifier")
# A correction leaves alone what it says nothing of.
BESIDE = ("entrances", "elderly", "party_members", "round")


@takes_list
def record_surveys(counts: list[Counts]) -> list[Survey]:
    """Record what was counted in courtyards. Raises RowErrors."""
    places = lock_all(one.courtyard for one in counts)
    correcting = [one for one in counts if one.correcting]
    counted = {
        (one.courtyard_id, one.surveyed_on): one
        for one in Survey.objects.filter(
            courtyard__in={one.courtyard.pk for one in correcting},
            surveyed_on__in={one.surveyed_on for one in correcting},
        ).select_for_update(of=["self"])
    }

    def survey(one: Counts) -> Survey:
        place = places[one.courtyard.pk]
        if one.surveyed_on > clock.today():
            raise ValidationError({"surveyed_on": "摸排日期不能晚于今天。"})
        if not place.holds_on(one.surveyed_on):
            raise ValidationError({"surveyed_on": f"{place.name}在这一天不在册，请核对日期。"})
        row = counted.get((place.pk, one.surveyed_on)) if one.correcting else None
        row = row or make(Survey, courtyard=place, surveyed_on=one.surveyed_on)
        for name in COUNTED:
            setattr(row, name, getattr(one, name))
        for name in BESIDE:
            if (value := getattr(one, name)) is not None:
                setattr(row, name, value)
        check_row(row)
        return row

    rows = each(counts, survey)
    update((row for row in rows if row.pk), [*COUNTED, *BESIDE])
    insert(row for row in rows if row.pk is None)
    return rows


def record_survey(**counts: Any) -> Survey:
    """Record what was counted in one courtyard, see `Counts`. Raises ValidationError."""
    return record_surveys.one(Counts(**counts))


def _lie_along(model: Any, keys: list) -> None:
    """Give all rows that lie in the rows `keys` of `model`, and those in them, the division of these.

    Found through the reverse relations, those of the floors above included: every model whose
    scope is its own division copies it from the place where it lies.
    """
    for relation in model._meta.get_fields(include_hidden=True):
        related: Any = relation.related_model if relation.one_to_many else None
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
        raise ValidationError(SAME_DOOR) from error


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


def _refuse_unless_residential(division: Division) -> None:
    """Raise ValidationError where no courtyard may lie right in `division`."""
    if division.level not in (Division.Level.COMMUNITY, Division.Level.VILLAGE):
        raise ValidationError({"division": "楼院应放在社区（村）之下。"})


@dataclass(frozen=True, slots=True)
class CourtyardChange:
    """What a courtyard is to be like; `values` by column: `name`, `division_id`, or its facts."""

    courtyard: Courtyard
    values: Mapping[str, str]


@takes_list
def change_courtyards(changes: list[CourtyardChange]) -> list[Courtyard]:
    """Rename courtyards, move them to another community, write their facts anew. Raises RowErrors.

    Buildings are found by the new name from then on. Buildings, heads and whatever the floors above
    keep with their own community on the row (problems, meetings) move along, so that they stay in
    the scope of those who answer for them.
    """
    places = lock_all(one.courtyard for one in changes)
    was = {pk: (place.division_id, place.name) for pk, place in places.items()}
    codes = {one.values["division_id"] for one in changes if "division_id" in one.values}
    divisions = Division.objects.in_bulk(codes)
    taken = _names_taken(changes, places)

    def change(one: CourtyardChange) -> Courtyard:
        place = places[one.courtyard.pk]
        if "division_id" in one.values:
            _refuse_unless_residential(divisions[one.values["division_id"]])
        for name, value in one.values.items():
            setattr(place, name, value.strip())
        check_row(place)
        key = place.division_id, place.name
        if key != was[place.pk]:
            if taken.get(key, place.pk) != place.pk:
                text = words_of("courtyard_name_once_per_community")
                raise ValidationError({"name": f"{text}。"})
            taken.pop(was[place.pk], None)
            taken[key] = place.pk
        return place

    changed = each(changes, change)
    update(changed, sorted({*(name for one in changes for name in one.values), "search_text"}))
    if renamed := [place for place in changed if was[place.pk][1] != place.name]:
        rename_along(renamed)
    if moved := [place.pk for place in changed if was[place.pk][0] != place.division_id]:
        _move_together(moved, alone=len(changes) == 1)
    return changed


def _move_together(moved: list[int], *, alone: bool) -> None:
    """What lies in courtyards moves with them; of one alone it is said why it cannot."""
    try:
        with transaction.atomic():
            _lie_along(Courtyard, moved)
    except IntegrityError as error:
        if not alone:
            raise  # the list is taken in parts, until one is alone
        raise RowErrors({0: ValidationError(SAME_DOOR)}) from error


def _names_taken(changes: list[CourtyardChange], places: dict) -> dict[tuple[str, str], int]:
    """By community and name, among those that courtyards are to have: which one has them now."""
    asked = [one for one in changes if {"name", "division_id"} & one.values.keys()]
    if not asked:
        return {}
    own = [places[one.courtyard.pk] for one in asked]
    codes = {
        one.values.get("division_id", place.division_id)
        for one, place in zip(asked, own, strict=True)
    }
    names = {
        one.values.get("name", place.name).strip() for one, place in zip(asked, own, strict=True)
    }
    rows = Courtyard.objects.filter(division_id__in=codes, name__in=names, until=None)
    return {(code, name): pk for pk, code, name in rows.values_list("pk", "division", "name")}
