"""Places in the Party tree, counted in memory as treebeard would count them one by one."""

from demo.context import Demo
from orgs.models import PartyOrganization


class Tree:
    """Adds Party organisations with path, depth and number of children already right."""

    def __init__(self, demo: Demo):
        self._demo = demo
        last = PartyOrganization.objects.get_last_root_node()
        step = PartyOrganization.steplen
        self._roots = PartyOrganization._str2int(last.path[-step:]) if last else 0

    def add(self, parent: PartyOrganization | None, **values) -> PartyOrganization:
        """A new organisation under `parent` (None = a tree of its own)."""
        if parent is None:
            self._roots += 1
            place, above, depth = self._roots, "", 1
        else:
            parent.numchild += 1
            place, above, depth = parent.numchild, parent.path, parent.depth + 1
        return self._demo.add(
            PartyOrganization,
            path=PartyOrganization._get_path(above, depth, place),
            depth=depth,
            numchild=0,
            **values,
        )
