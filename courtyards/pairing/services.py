"""Which branch covers a courtyard, which group a building, which unit is paired with a branch."""

from datetime import date

from django.core.exceptions import ValidationError
from django.db import transaction

from courtyards.models import BranchCoverage, BranchPairing, Building, Courtyard, GroupCoverage
from courtyards.services import lock_place, refuse_unless_standing, store
from orgs.models import PartyOrganization, Unit
from orgs.party.services import establish_organization
from orgs.tenures import end_tenure, lock

Kind = PartyOrganization.Kind
BRANCH_KINDS = (Kind.BRANCH, Kind.JOINT_BRANCH)


def refuse_unfit_branch(
    branch: PartyOrganization, since: date, elsewhere: Courtyard | str | None
) -> None:
    """Raise ValidationError where `branch` may not cover a courtyard from `since`.

    `elsewhere`: another courtyard, or its name, that it covers on that day (None: it covers none).
    """
    if branch.kind not in BRANCH_KINDS:
        raise ValidationError({"organization": "覆盖楼院的应是党支部或联合党支部。"})
    refuse_unless_standing(branch, since)
    if branch.formation == PartyOrganization.Formation.INDEPENDENT and elsewhere:
        raise ValidationError(
            {
                "organization": f"{branch}是独建党支部，已覆盖{elsewhere}；"
                "一个支部覆盖多个楼院须为联建。"
            }
        )


def refuse_unfit_group(group: PartyOrganization, since: date, *, covered_above: bool) -> None:
    """Raise ValidationError where `group` may not cover a building from `since`.

    `covered_above`: whether its branch covers the building's courtyard on that day.
    """
    if group.kind != Kind.GROUP:
        raise ValidationError({"organization": "覆盖楼栋的应是党小组。"})
    refuse_unless_standing(group, since)
    if not covered_above:
        raise ValidationError({"organization": f"{group}所属党支部没有覆盖这个楼院。"})


@transaction.atomic
def cover_courtyard(
    *, organization: PartyOrganization, courtyard: Courtyard, since: date
) -> BranchCoverage:
    """A branch covers a courtyard from `since`; a branch that covered it before no longer does.

    A branch formed alone (独建) covers one courtyard; one formed jointly (联建) may cover several.
    """
    place = lock_place(courtyard, since)
    branch = lock(organization)
    running = BranchCoverage.objects.on(since)
    others = (
        running.filter(organization=branch).exclude(courtyard=place).select_related("courtyard")
    )
    elsewhere = others.first()
    refuse_unfit_branch(branch, since, elsewhere and elsewhere.courtyard)
    for coverage in running.filter(courtyard=place).exclude(organization=branch):
        end_tenure(tenure=coverage, on=since)
    return store(BranchCoverage(organization=branch, courtyard=place, since=since))


@transaction.atomic
def cover_building(
    *, organization: PartyOrganization, building: Building, since: date
) -> GroupCoverage:
    """A Party group covers a building from `since`; a group that covered it before no longer does.

    The group must belong to a branch that covers the building's courtyard on that day.
    """
    place = lock_place(building, since)
    group = lock(organization)
    # A body at the top has no branch above it, and None covers nothing.
    covers = BranchCoverage.objects.on(since).filter(
        organization=PartyOrganization.objects.get_parent(group), courtyard_id=place.courtyard_id
    )
    refuse_unfit_group(group, since, covered_above=covers.exists())
    for coverage in (
        GroupCoverage.objects.on(since).filter(building=place).exclude(organization=group)
    ):
        end_tenure(tenure=coverage, on=since)
    return store(GroupCoverage(organization=group, building=place, since=since))


@transaction.atomic
def form_branch(
    *, courtyard: Courtyard, name: str, formation: str, since: date, approved_by: str = ""
) -> BranchCoverage:
    """Establish a branch under the community's general branch and let it cover the courtyard."""
    general = (
        PartyOrganization.objects.on(since)
        .of_kind(Kind.GENERAL_BRANCH)
        .filter(division_id=courtyard.division_id)
        .first()
    )
    if general is None:
        raise ValidationError({"name": "该社区还没有社区党总支，请先建立党总支再建党支部。"})
    branch = establish_organization(
        parent=general,
        name=name,
        kind=Kind.BRANCH,
        division=courtyard.division,
        established_on=since,
        formation=formation,
        approved_by=approved_by or general.name,
    )
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


@transaction.atomic
def pair_branch(
    *, unit: Unit, organization: PartyOrganization, since: date, agreement: str = ""
) -> BranchPairing:
    """支部联建: pair a municipal unit with a courtyard branch."""
    body, branch = lock(unit), lock(organization)
    if branch.kind not in BRANCH_KINDS:
        raise ValidationError({"organization": "联建的应是党支部或联合党支部。"})
    refuse_unless_standing(body, since)
    refuse_unless_standing(branch, since)
    return store(BranchPairing(unit=body, organization=branch, since=since, agreement=agreement))


def end_pairing(*, pairing: BranchPairing, on: date) -> BranchPairing:
    """The unit and the branch are paired on every day before `on`, and no longer."""
    return end_tenure(tenure=pairing, on=on)
