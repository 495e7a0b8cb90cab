"""Party organisations come and go; their history stays."""

from collections import defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date

from django.core.exceptions import ValidationError
from django.db import transaction

from ledgers import clock
from ledgers.bulk.services import each, takes_list
from ledgers.bulk.writing import check_row, insert, make, update
from ledgers.formats import zh_date
from orgs.models import Division, FormationPartner, MemberCount, PartyOrganization
from orgs.party.previews import refuse_changed, standing_below
from orgs.party.rows_to_settle import HAND_OVER, held_by, settle_all
from orgs.party.tenure_transfers import carry, tenures_to_carry
from orgs.party.tree import (
    lock_tree,
    move_organization,
    refuse_future,
    refuse_misplaced,
    standing_under_since,
)
from orgs.party.tree_insert import place_children
from orgs.tenures import end_dependents, lock, lock_all

Kind = PartyOrganization.Kind
# Which kinds may become one: the survivor must be able to hold what the other one held.
MERGING = (
    {Kind.GENERAL_BRANCH},
    {Kind.BRANCH, Kind.JOINT_BRANCH},
    {Kind.GROUP},
    {Kind.TEMP_GENERAL_BRANCH},
    {Kind.TEMP_BRANCH},
    {Kind.FUNCTIONAL},
)


TREE = ("path", "depth", "numchild")  # columns that only the tree itself writes


@dataclass(frozen=True, slots=True)
class NewOrganization:
    """A Party organisation to be established under `parent`, which must stand on that day."""

    parent: PartyOrganization
    name: str
    kind: str
    division_id: str
    established_on: date
    formation: str = ""
    approved_by: str = ""
    approval_number: str = ""


@takes_list
def establish_organizations(new: list[NewOrganization]) -> list[PartyOrganization]:
    """Establish Party organisations, none under another of the list. Raises RowErrors."""
    lock_tree()
    parents = lock_all(one.parent for one in new)
    below: dict[str, list[PartyOrganization]] = defaultdict(list)  # by the path of their parent
    children = PartyOrganization.objects.children_of({one.path for one in parents.values()})
    for row in children.filter(name__in={one.name for one in new}):
        below[row.path[: -row.steplen]].append(row)

    def establish(one: NewOrganization) -> PartyOrganization:
        parent = parents[one.parent.pk]
        row = make(
            PartyOrganization,
            name=one.name,
            kind=one.kind,
            division_id=one.division_id,
            established_on=one.established_on,
            formation=one.formation,
            approved_by=one.approved_by,
            approval_number=one.approval_number,
        )
        _refuse_unfit(row, parent, below[parent.path])
        check_row(row, apart=TREE)
        below[parent.path].append(row)
        return row

    rows = each(new, establish)
    place_children(
        children=[(parents[one.parent.pk], row) for one, row in zip(new, rows, strict=True)]
    )
    return insert(rows)


def _refuse_unfit(
    organization: PartyOrganization,
    parent: PartyOrganization,
    siblings: Iterable[PartyOrganization],
) -> None:
    """Raise ValidationError where `organization`, not stored yet, may not stand under `parent`.

    `siblings`: what stands or stood under `parent`; those of another name do no harm.
    """
    since = organization.established_on
    if not parent.stands_on(since):
        raise ValidationError({"established_on": f"{parent}在这一天尚未成立或已经撤销。"})
    refuse_misplaced(kind=organization.kind, parent=parent)
    for one in siblings:
        dissolved = one.dissolved_on is not None and one.dissolved_on <= since
        if one.name == organization.name and not dissolved:
            raise ValidationError({"name": f"{parent}之下已有同名党组织。"})


def establish_organization(
    *,
    parent: PartyOrganization,
    name: str,
    kind: str,
    division: Division,
    established_on: date,
    formation: str = "",
    approved_by: str = "",
) -> PartyOrganization:
    """Establish one Party organisation, see `NewOrganization`. Raises ValidationError."""
    new = NewOrganization(parent, name, kind, division.pk, established_on, formation, approved_by)
    return establish_organizations.one(new)


@dataclass(frozen=True, slots=True)
class Approval:
    """Who approved an organisation, and by which document, is written better."""

    organization: PartyOrganization
    approved_by: str
    approval_number: str


@takes_list
def correct_approvals(approvals: list[Approval]) -> list[PartyOrganization]:
    """Write anew who approved organisations. Raises RowErrors."""
    rows = lock_all(one.organization for one in approvals)

    def correct(one: Approval) -> PartyOrganization:
        row = rows[one.organization.pk]
        row.approved_by, row.approval_number = one.approved_by, one.approval_number
        check_row(row)
        return row

    corrected = each(approvals, correct)
    update(corrected, ["approved_by", "approval_number"])
    return corrected


@dataclass(frozen=True, slots=True)
class Counting:
    """How many members an organisation has on a day."""

    organization: PartyOrganization
    counted_on: date
    full_members: int
    probationary_members: int


@takes_list
def count_members(countings: list[Counting]) -> list[MemberCount]:
    """Note how many members organisations have, correcting that day's number. Raises RowErrors."""
    known = {
        (one.organization_id, one.counted_on): one
        for one in MemberCount.objects.filter(
            organization__in={one.organization.pk for one in countings},
            counted_on__in={one.counted_on for one in countings},
        ).select_for_update()
    }

    def count(one: Counting) -> MemberCount:
        key = one.organization.pk, one.counted_on
        if key not in known:
            known[key] = make(MemberCount, organization=one.organization, counted_on=key[1])
        row = known[key]
        row.full_members, row.probationary_members = one.full_members, one.probationary_members
        check_row(row)
        return row

    counted = each(countings, count)
    update((row for row in counted if row.pk), ["full_members", "probationary_members"])
    insert({id(row): row for row in counted if row.pk is None}.values())
    return counted


def _refuse_dissolved(row: PartyOrganization, on: date) -> None:
    if row.dissolved_on is not None and row.dissolved_on <= on:
        raise ValidationError(f"{row}已于{zh_date(row.dissolved_on)}撤销，不必重复登记。")


def refuse_dissolution(*, organization: PartyOrganization, on: date) -> None:
    """Raise ValidationError where it is dissolved already, or something still stands under it."""
    _refuse_dissolved(organization, on)
    standing = list(standing_below(organization, on).values_list("name", flat=True))
    if standing:
        shown = "、".join(standing[:5]) + ("等" if len(standing) > 5 else "")
        raise ValidationError(
            f"其下还有{len(standing)}个党组织没有撤销：{shown}。请先撤销它们，或调整隶属关系。"
        )


def _close(row: PartyOrganization, on: date) -> PartyOrganization:
    row.dissolved_on = on
    row.full_clean()
    row.save(update_fields=["dissolved_on"])
    end_dependents(row, on=on)
    return row


@transaction.atomic
def dissolve_organization(
    *,
    organization: PartyOrganization,
    on: date,
    fates: Mapping[str, str] | None = None,
    successor: PartyOrganization | None = None,
    shown: str | None = None,
) -> PartyOrganization:
    """Dissolve `organization` from the day `on`: what hangs on it ends, its history stays.

    Posts, coverages, pairings, temporary memberships, links, honours, and the grants that its
    posts carry end on that day. What it carries (programmes, teams, project links, members'
    affiliation …) needs a decision each in `fates` (see orgs/party/rows_to_settle.py), those handed
    over go to `successor`. Raises ValidationError where it is dissolved already, something still
    stands under it or is undecided; ChangedMeanwhile where the plan `shown` is not true any more.
    """
    lock_tree()
    row = lock(organization)
    refuse_dissolution(organization=row, on=on)
    refuse_changed(shown, on, row)
    fates = dict(fates or {})
    if HAND_OVER in fates.values():
        if on > clock.today():
            raise ValidationError({"on": "移交即时生效，日期不能晚于今天，请到当日再办理。"})
        successor = successor and lock(successor)
        if successor == row:
            raise ValidationError({"target": "接收的党组织不能是被撤销的党组织本身。"})
        _refuse_absent(successor, on)
    settle_all(organization=row, on=on, fates=fates, successor=successor)
    return _close(row, on)


def _refuse_absent(body: PartyOrganization | None, on: date) -> None:
    if body is not None and not PartyOrganization.objects.on(on).filter(pk=body.pk).exists():
        raise ValidationError({"target": f"{body}在{zh_date(on)}尚未成立或已经撤销。"})


def refuse_merge(*, organization: PartyOrganization, into: PartyOrganization, on: date) -> None:
    """Raise ValidationError where `organization` may not be merged `into` the other on that day."""
    refuse_future(on)
    _refuse_dissolved(organization, on)
    if organization == into:
        raise ValidationError({"target": "不能并入自身，请另选党组织。"})
    _refuse_absent(into, on)
    if not any({organization.kind, into.kind} <= kinds for kinds in MERGING):
        raise ValidationError(
            {
                "target": f"{organization.get_kind_display()}不能并入{into.get_kind_display()}，"
                "请选同类党组织。"
            }
        )
    if into.path.startswith(organization.path):
        raise ValidationError({"target": f"{into}就在{organization}之下，请先调整隶属关系。"})
    since = standing_under_since(organization)
    if on < since:
        raise ValidationError({"on": f"{organization}自{zh_date(since)}起才有现在的隶属关系。"})


@transaction.atomic
def merge_organization(
    *, organization: PartyOrganization, into: PartyOrganization, on: date, shown: str | None = None
) -> PartyOrganization:
    """Merge `organization` `into` another one of its kind from the day `on`; returns the survivor.

    Its posts, covers, pairings, links and grants end and begin anew with the survivor, unless the
    survivor has the same or the post is held there; what stands under it and what it carries goes
    over; then it is dissolved. Member counts are not added up: the survivor counts anew. Raises
    ValidationError (see refuse_merge), ChangedMeanwhile where the plan `shown` is no longer true.
    """
    lock_tree()
    first, second = sorted((organization, into), key=lambda body: body.pk)
    locked = {body.pk: lock(body) for body in (first, second)}
    row, into = locked[organization.pk], locked[into.pk]
    refuse_merge(organization=row, into=into, on=on)
    refuse_changed(shown, on, row, into)
    for child in standing_below(row, on).filter(depth=row.depth + 1):
        move_organization(organization=child, target=into, on=max(on, standing_under_since(child)))
    into.refresh_from_db()
    for key, tenure in list(tenures_to_carry(row, on)):
        carry(tenure, key, into, on)
    for holding, _ in held_by(row, on):
        holding.settle(row, HAND_OVER, on, into)
    have = set(into.formation_partners.values_list("unit", flat=True))
    for partner in row.formation_partners.exclude(unit__in=have):
        FormationPartner.objects.create(organization=into, unit=partner.unit)
    row.refresh_from_db()
    _close(row, on)
    return into
