"""The Party tree: what may stand under what, and moving in it without forgetting where one stood."""

from datetime import date

from django.core.exceptions import ValidationError
from django.db import connection, transaction
from django.db.models import Max
from treebeard.exceptions import InvalidMoveToDescendant

from ledgers import clock
from ledgers.formats import zh_date
from orgs.models import PartyOrganization, PastAffiliation
from orgs.party.previews import refuse_changed
from orgs.tenures import lock

Kind = PartyOrganization.Kind
# What may stand under what: 社区党总支 – 楼院党支部 – 楼栋党小组; 临时党总支 – 临时党支部.
PARENT_KINDS: dict[str, set[Kind]] = {
    Kind.GROUP: {Kind.BRANCH, Kind.JOINT_BRANCH, Kind.TEMP_BRANCH},
    Kind.TEMP_BRANCH: {Kind.TEMP_GENERAL_BRANCH},
}
BELOW = ("first-child", "last-child")
TREE_LOCK = 4101820003  # a number of our own; every change of the tree's shape takes this lock


def lock_tree() -> None:
    """Wait until nobody else changes the tree's shape; held until the transaction ends.

    A place in the tree is a path, and a move rewrites the paths of rows that it does not name, so
    locking the rows concerned is not enough.
    """
    with connection.cursor() as cursor:
        cursor.execute("SELECT pg_advisory_xact_lock(%s)", [TREE_LOCK])


def refuse_misplaced(*, kind: str, parent: PartyOrganization | None) -> None:
    """Raise ValidationError where an organisation of `kind` may not stand under `parent`."""
    allowed = PARENT_KINDS.get(kind)
    if allowed and (parent is None or parent.kind not in allowed):
        words = "、".join(value.label for value in Kind if value in allowed)
        raise ValidationError({"kind": f"{Kind(kind).label}只能设在{words}之下。"})


def refuse_kind(*, organization: PartyOrganization, kind: str) -> None:
    """Raise ValidationError where `organization`, as it stands, may not become one of `kind`."""
    refuse_misplaced(kind=kind, parent=PartyOrganization.objects.get_parent(organization))
    below = PartyOrganization.objects.get_children(organization).filter(dissolved_on__isnull=True)
    for child in set(below.values_list("kind", flat=True)):
        if kind not in PARENT_KINDS.get(child, {kind}):
            raise ValidationError(
                {"kind": f"其下还有{Kind(child).label}，不能改为{Kind(kind).label}。"}
            )


def refuse_future(on: date) -> None:
    """The tree has one shape, that of today: what changes it cannot be entered ahead of its day."""
    if on > clock.today():
        raise ValidationError({"on": "隶属关系即时调整，日期不能晚于今天，请到当日再办理。"})


def standing_under_since(organization: PartyOrganization) -> date:
    """Since which day `organization` has stood where it stands now."""
    moved = organization.past_affiliations.aggregate(last=Max("until"))["last"]
    return max(moved or organization.established_on, organization.established_on)


def refuse_move(
    *, organization: PartyOrganization, parent: PartyOrganization | None, on: date
) -> None:
    """Raise ValidationError where `organization` may not stand under `parent` from the day `on`."""
    refuse_misplaced(kind=organization.kind, parent=parent)
    if parent is not None and parent.path.startswith(organization.path):
        raise ValidationError(f"{parent}就在{organization}之下，不能移到那里。")
    if organization.dissolved_on is not None:
        return  # a dissolved one is only put where it belongs in the list
    if parent is not None and parent.dissolved_on is not None:
        raise ValidationError(f"{parent}已撤销，不能再有下级党组织。")
    if parent is not None and parent.established_on > on:
        raise ValidationError({"on": f"{parent}于{zh_date(parent.established_on)}才成立。"})
    since = standing_under_since(organization)
    if on < since:
        raise ValidationError(
            {"on": f"{organization}自{zh_date(since)}起隶属现上级，调整日期不能更早。"}
        )


@transaction.atomic
def move_organization(
    *,
    organization: PartyOrganization,
    target: PartyOrganization,
    position: str = "last-child",
    on: date | None = None,
    shown: str | None = None,
) -> PartyOrganization:
    """Move an organisation, with all that stands under it, from the day `on` (empty: today).

    `position`, relative to `target`: first-child, last-child, left or right (of it, beside it).
    Where it stood before is written down for the days before. Raises ValidationError where it may
    not stand there, or not from that day; ChangedMeanwhile where the plan `shown` is outdated.
    """
    on = on or clock.today()
    refuse_future(on)
    lock_tree()
    row, target = lock(organization), lock(target)
    refuse_changed(shown, on, row, target)
    old = PartyOrganization.objects.get_parent(row)
    new = target if position in BELOW else PartyOrganization.objects.get_parent(target)
    if old == new:
        on = clock.today()  # only the order among the same neighbours changes
    refuse_move(organization=row, parent=new, on=on)
    since = standing_under_since(row)
    if old != new and since < on and row.dissolved_on is None:
        past = PastAffiliation(organization=row, superior=old, since=since, until=on)
        past.full_clean()
        past.save()
    try:
        PartyOrganization.objects.move(row, target, pos=position)
    except InvalidMoveToDescendant as error:
        raise ValidationError(f"{target}就在{row}之下，不能移到那里。") from error
    row.refresh_from_db()
    return row
