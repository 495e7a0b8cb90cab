"""Party organisations come and go; their history stays."""

from datetime import date

from django.core.exceptions import ValidationError
from django.db import transaction
from django.db.models import Q
from treebeard.exceptions import InvalidMoveToDescendant

from ledgers.formats import zh_date
from orgs.models import Division, PartyOrganization
from orgs.services.tenures import end_dependents, lock

Kind = PartyOrganization.Kind
# What may stand under what: 社区党总支 – 楼院党支部 – 楼栋党小组; 临时党总支 – 临时党支部.
PARENT_KINDS = {
    Kind.GROUP: {Kind.BRANCH, Kind.JOINT_BRANCH, Kind.TEMP_BRANCH},
    Kind.TEMP_BRANCH: {Kind.TEMP_GENERAL_BRANCH},
}


def refuse_misplaced(*, kind: str, parent: PartyOrganization | None) -> None:
    """Raise ValidationError where an organisation of `kind` may not stand under `parent`."""
    allowed = PARENT_KINDS.get(kind)
    if allowed and (parent is None or parent.kind not in allowed):
        words = "、".join(value.label for value in Kind if value in allowed)
        raise ValidationError({"kind": f"{Kind(kind).label}只能设在{words}之下。"})


@transaction.atomic
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
    """Establish a Party organisation under `parent`, which must stand on that day."""
    parent = lock(parent)
    if not PartyOrganization.objects.on(established_on).filter(pk=parent.pk).exists():
        raise ValidationError({"established_on": f"{parent}在这一天尚未成立或已经撤销。"})
    refuse_misplaced(kind=kind, parent=parent)
    running = Q(dissolved_on__isnull=True) | Q(dissolved_on__gt=established_on)
    twins = PartyOrganization.objects.get_children(parent).filter(running, name=name)
    if twins.exists():
        raise ValidationError({"name": f"{parent}之下已有同名党组织。"})
    organization = PartyOrganization(
        name=name,
        kind=kind,
        division=division,
        established_on=established_on,
        formation=formation,
        approved_by=approved_by,
    )
    # The tree's own columns (path, depth) are filled by add_child.
    organization.full_clean(exclude=["path", "depth", "numchild"])
    return PartyOrganization.objects.add_child(parent, instance=organization)


@transaction.atomic
def dissolve_organization(*, organization: PartyOrganization, on: date) -> PartyOrganization:
    """Dissolve `organization` from the day `on`: what hangs on it ends, its history stays.

    Posts, coverages, pairings, temporary memberships, project links, honours, and the grants that
    its posts carry end on that day. Raises ValidationError where it is dissolved already, or with
    the names of what still stands under it.
    """
    row = lock(organization)
    if row.dissolved_on is not None and row.dissolved_on <= on:
        raise ValidationError(f"{row}已于{zh_date(row.dissolved_on)}撤销，不必重复登记。")
    below = PartyOrganization.objects.get_descendants(row).filter(
        Q(dissolved_on__isnull=True) | Q(dissolved_on__gt=on)
    )
    standing = list(below.values_list("name", flat=True))
    if standing:
        shown = "、".join(standing[:5]) + ("等" if len(standing) > 5 else "")
        raise ValidationError(
            f"其下还有{len(standing)}个党组织没有撤销：{shown}。请先撤销它们，或调整隶属关系。"
        )
    row.dissolved_on = on
    row.full_clean()
    row.save(update_fields=["dissolved_on"])
    end_dependents(row, on)
    return row


@transaction.atomic
def move_organization(
    *, organization: PartyOrganization, target: PartyOrganization, position: str
) -> PartyOrganization:
    """Move an organisation, with all that stands under it, in the tree.

    `position`, relative to `target`: first-child, last-child, left or right (of it, beside it).
    Raises ValidationError where it may not stand there.
    """
    row, target = lock(organization), lock(target)
    below = position in ("first-child", "last-child")
    parent = target if below else PartyOrganization.objects.get_parent(target)
    refuse_misplaced(kind=row.kind, parent=parent)
    if row.dissolved_on is None and parent is not None and parent.dissolved_on is not None:
        raise ValidationError(f"{parent}已撤销，不能再有下级党组织。")
    try:
        PartyOrganization.objects.move(row, target, pos=position)
    except InvalidMoveToDescendant as error:
        raise ValidationError(f"{target}就在{row}之下，不能移到那里。") from error
    row.refresh_from_db()
    return row
