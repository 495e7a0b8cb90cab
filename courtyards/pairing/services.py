"""Which branch covers a courtyard, which group a building, which unit is paired with a branch."""

from collections import defaultdict
from dataclasses import dataclass
from datetime import date
from typing import Any

from django.core.exceptions import ValidationError
from django.db import transaction
from django.db.models import Q

from courtyards.models import BranchCoverage, BranchPairing, Building, Courtyard, GroupCoverage
from courtyards.services import refuse_unless_listed, refuse_unless_standing
from ledgers.bulk.services import at_rows, each, takes_list
from ledgers.bulk.writing import check_row, insert, make
from orgs.models import PartyOrganization, Unit
from orgs.party.services import NewOrganization, establish_organization, establish_organizations
from orgs.tenures import Ending, end_tenure, end_tenures, lock_all, still_running

Kind = PartyOrganization.Kind
BRANCH_KINDS = (Kind.BRANCH, Kind.JOINT_BRANCH)


@dataclass(frozen=True, slots=True)
class Coverage:
    """A branch covers a courtyard from `since`.

    A branch that covered it before no longer does; where `succeeding` is false it is refused.
    """

    organization: PartyOrganization
    courtyard: Courtyard
    since: date
    succeeding: bool = True


@takes_list
def cover_courtyards(coverages: list[Coverage]) -> list[BranchCoverage]:
    """Branches cover courtyards. Raises RowErrors.

    A branch formed alone (独建) covers one courtyard; one formed jointly (联建) may cover several.
    """
    places = lock_all(one.courtyard for one in coverages)
    branches = lock_all(one.organization for one in coverages)
    found = BranchCoverage.objects.filter(Q(organization__in=branches) | Q(courtyard__in=places))
    running = still_running(found, min(one.since for one in coverages))
    held = list(running.select_related("organization", "courtyard").order_by("pk"))
    covers, covered = defaultdict(list), defaultdict(list)
    for row in held:
        covers[row.organization_id].append(row)
        covered[row.courtyard_id].append(row)
    ended: list[tuple[int, Ending | None]] = []

    def cover(numbered: tuple[int, Coverage]) -> BranchCoverage:
        number, one = numbered
        place, branch = places[one.courtyard.pk], branches[one.organization.pk]
        refuse_unless_listed(place, one.since)
        own = [row for row in covers[branch.pk] if row.holds_on(one.since)]
        elsewhere = [row.courtyard for row in own if row.courtyard_id != place.pk]
        _refuse_unfit_branch(branch, one.since, elsewhere)
        others = [row for row in covered[place.pk] if row.organization_id != branch.pk]
        if not one.succeeding:
            _refuse_taken(place, others)
        row = make(BranchCoverage, organization=branch, courtyard=place, since=one.since)
        check_row(row)
        ended.extend(
            (number, _ending(other, one.since)) for other in others if other.holds_on(one.since)
        )
        covers[branch.pk].append(row)
        covered[place.pk].append(row)
        return row

    made = each(enumerate(coverages), cover)
    at_rows(end_tenures, [(number, ending) for number, ending in ended if ending])
    return insert(made)


def _ending(row: Any, since: date) -> Ending | None:
    """The end of a coverage that another one follows; one that is not stored yet is stored so."""
    row.until = since
    return Ending(row, since) if row.pk else None


def _refuse_unfit_branch(
    branch: PartyOrganization, since: date, elsewhere: list[Courtyard]
) -> None:
    """Raise ValidationError where `branch` may not cover a courtyard from `since`.

    `elsewhere`: the other courtyards that it covers on that day.
    """
    if branch.kind not in BRANCH_KINDS:
        raise ValidationError({"organization": "覆盖楼院的应是党支部或联合党支部。"})
    refuse_unless_standing(branch, since)
    if branch.formation == PartyOrganization.Formation.INDEPENDENT and elsewhere:
        raise ValidationError(
            {
                "organization": f"{branch}是独建党支部，已覆盖{elsewhere[0]}；"
                "一个支部覆盖多个楼院须为联建。"
            }
        )


def _refuse_taken(place: Courtyard, others: list[BranchCoverage]) -> None:
    if other := next((row for row in others if row.until is None), None):
        text = f"{place}已由{other.organization}覆盖，调整请在党组织页面办理。"
        raise ValidationError({"courtyard": text})


def cover_courtyard(
    *, organization: PartyOrganization, courtyard: Courtyard, since: date
) -> BranchCoverage:
    """One branch covers one courtyard, see `Coverage`. Raises ValidationError."""
    return cover_courtyards.one(Coverage(organization, courtyard, since))


@dataclass(frozen=True, slots=True)
class BuildingCoverage:
    """A Party group covers a building from `since`; a group that covered it before no longer does.

    The group must belong to a branch that covers the building's courtyard on that day.
    """

    organization: PartyOrganization
    building: Building
    since: date


@takes_list
def cover_buildings(coverages: list[BuildingCoverage]) -> list[GroupCoverage]:
    """Party groups cover buildings. Raises RowErrors."""
    places = lock_all(one.building for one in coverages)
    groups = lock_all(one.organization for one in coverages)
    earliest = min(one.since for one in coverages)
    found = still_running(GroupCoverage.objects.filter(building__in=places), earliest)
    covered = defaultdict(list)
    for row in found.order_by("pk"):
        covered[row.building_id].append(row)
    # By the path of the branch; a body at the top has none above it, and covers nothing.
    above = still_running(BranchCoverage.objects.all(), earliest).filter(
        courtyard__in={place.courtyard_id for place in places.values()},
        organization__path__in={row.path[: -row.steplen] for row in groups.values()},
    )
    by_branch = defaultdict(list)
    for row in above.select_related("organization"):
        by_branch[row.organization.path, row.courtyard_id].append(row)
    ended: list[tuple[int, Ending | None]] = []

    def cover(numbered: tuple[int, BuildingCoverage]) -> GroupCoverage:
        number, one = numbered
        place, group = places[one.building.pk], groups[one.organization.pk]
        refuse_unless_listed(place, one.since)
        over = by_branch[group.path[: -group.steplen], place.courtyard_id]
        _refuse_unfit_group(group, one.since, any(row.holds_on(one.since) for row in over))
        row = make(GroupCoverage, organization=group, building=place, since=one.since)
        check_row(row)
        others = [row for row in covered[place.pk] if row.organization_id != group.pk]
        ended.extend(
            (number, _ending(other, one.since)) for other in others if other.holds_on(one.since)
        )
        covered[place.pk].append(row)
        return row

    made = each(enumerate(coverages), cover)
    at_rows(end_tenures, [(number, ending) for number, ending in ended if ending])
    return insert(made)


def _refuse_unfit_group(group: PartyOrganization, since: date, covered_above: bool) -> None:
    """Raise ValidationError where `group` may not cover a building from `since`.

    `covered_above`: whether its branch covers the building's courtyard on that day.
    """
    if group.kind != Kind.GROUP:
        raise ValidationError({"organization": "覆盖楼栋的应是党小组。"})
    refuse_unless_standing(group, since)
    if not covered_above:
        raise ValidationError({"organization": f"{group}所属党支部没有覆盖这个楼院。"})


def cover_building(
    *, organization: PartyOrganization, building: Building, since: date
) -> GroupCoverage:
    """One group covers one building, see `BuildingCoverage`. Raises ValidationError."""
    return cover_buildings.one(BuildingCoverage(organization, building, since))


@dataclass(frozen=True, slots=True)
class NewBranch:
    """A branch to be established under the general branch of its community."""

    division_id: str
    name: str
    since: date
    formation: str = ""
    approved_by: str = ""


@takes_list
def plant_branches(new: list[NewBranch]) -> list[PartyOrganization]:
    """Establish branches under the general branches of their communities. Raises RowErrors."""
    general = defaultdict(list)
    bodies = PartyOrganization.objects.of_kind(Kind.GENERAL_BRANCH)
    for body in bodies.filter(division_id__in={one.division_id for one in new}):
        general[body.division_id].append(body)

    def plant(one: NewBranch) -> NewOrganization:
        parent = next(
            (body for body in general[one.division_id] if body.stands_on(one.since)), None
        )
        if parent is None:
            raise ValidationError({"name": "该社区还没有社区党总支，请先建立党总支再建党支部。"})
        return NewOrganization(
            parent,
            one.name,
            Kind.BRANCH,
            one.division_id,
            one.since,
            one.formation,
            one.approved_by or parent.name,
        )

    return establish_organizations(each(new, plant))


@transaction.atomic
def form_branch(
    *, courtyard: Courtyard, name: str, formation: str, since: date, approved_by: str = ""
) -> BranchCoverage:
    """Establish a branch under the community's general branch and let it cover the courtyard."""
    new = NewBranch(courtyard.division_id, name, since, formation, approved_by)
    branch = plant_branches.one(new)
    return cover_courtyard(organization=branch, courtyard=courtyard, since=since)


@transaction.atomic
def form_group(
    *, building: Building, branch: PartyOrganization, name: str, since: date
) -> GroupCoverage:
    """Establish a Party group under `branch` and let it cover the building."""
    group = establish_organization(
        parent=branch,
        name=name,
        kind=Kind.GROUP,
        division=building.division,
        established_on=since,
        approved_by=branch.name,
    )
    return cover_building(organization=group, building=building, since=since)


@dataclass(frozen=True, slots=True)
class Pairing:
    """支部联建: a municipal unit is paired with a courtyard branch."""

    unit: Unit
    organization: PartyOrganization
    since: date
    agreement: str = ""


@takes_list
def pair_units(pairings: list[Pairing]) -> list[BranchPairing]:
    """Pair municipal units with courtyard branches. Raises RowErrors."""
    units = lock_all(one.unit for one in pairings)
    branches = lock_all(one.organization for one in pairings)

    def pair(one: Pairing) -> BranchPairing:
        body, branch = units[one.unit.pk], branches[one.organization.pk]
        if branch.kind not in BRANCH_KINDS:
            raise ValidationError({"organization": "联建的应是党支部或联合党支部。"})
        refuse_unless_standing(body, one.since)
        refuse_unless_standing(branch, one.since)
        row = make(
            BranchPairing,
            unit=body,
            organization=branch,
            since=one.since,
            agreement=one.agreement,
        )
        check_row(row)
        return row

    return insert(each(pairings, pair))


def pair_branch(
    *, unit: Unit, organization: PartyOrganization, since: date, agreement: str = ""
) -> BranchPairing:
    """Pair one unit with one branch, see `Pairing`. Raises ValidationError."""
    return pair_units.one(Pairing(unit, organization, since, agreement))


def end_pairing(*, pairing: BranchPairing, on: date) -> BranchPairing:
    """The unit and the branch are paired on every day before `on`, and no longer."""
    return end_tenure(tenure=pairing, on=on)
