"""Many organisations into the Party tree at once, with as few statements as for one."""

from collections import defaultdict
from collections.abc import Sequence

from django.db import connection
from django.db.models import Max
from django.db.models.functions import Left

from orgs.models import PartyOrganization
from orgs.party.tree import lock_tree

# %s: the paths of parents, and how many children each of them gets.
ADD_CHILDREN = """
    UPDATE orgs_partyorganization SET numchild = numchild + added.number
    FROM unnest(%s::text[], %s::int[]) AS added (path, number)
    WHERE orgs_partyorganization.path = added.path
"""


def place_children(*, children: Sequence[tuple[PartyOrganization, PartyOrganization]]) -> None:
    """Give each (parent, child) its place as the last child, in order; stores only the parents' count.

    The children are not stored yet and are stored by the caller, a parent before its own children,
    in the same transaction. Parents stand in the tree already or were placed by an earlier call.
    """
    lock_tree()
    parents = {parent.path: parent for parent, _ in children}
    ends = _last_steps(parents)
    added: dict[str, int] = defaultdict(int)
    for parent, child in children:
        ends[parent.path] += 1
        added[parent.path] += 1
        child.depth = parent.depth + 1
        child.path = PartyOrganization._get_path(parent.path, child.depth, ends[parent.path])
        child.numchild = 0
    with connection.cursor() as cursor:
        cursor.execute(ADD_CHILDREN, [list(added), list(added.values())])


def _last_steps(parents: dict[str, PartyOrganization]) -> dict[str, int]:
    """By a parent's path: the step of its last child, 0 where it has none. One query a depth."""
    ends = dict.fromkeys(parents, 0)
    for depth in {parent.depth for parent in parents.values()}:
        length = depth * PartyOrganization.steplen
        paths = [path for path in parents if len(path) == length]
        last = (
            PartyOrganization.objects.filter(depth=depth + 1)
            .annotate(above=Left("path", length))
            .filter(above__in=paths)
            .order_by()
            .values("above")
            .annotate(last=Max("path"))
        )
        for row in last:
            step = row["last"][length:]
            ends[row["above"]] = PartyOrganization._str2int(step)
    return ends
