"""The roads that patrols are of, by name; where several bear one name, their ends decide."""

from collections import defaultdict

from ledgers.cleaning import squash
from projects.models import Road


class RoadBook:
    """All roads of the ledger, read once for a file."""

    def __init__(self):
        self.by_name: dict[str, list[Road]] = defaultdict(list)
        for road in Road.objects.order_by("pk"):
            self.by_name[squash(road.name)].append(road)

    def named(self, name: str) -> list[Road]:
        return self.by_name.get(squash(name), [])

    def find(self, name: str, section: str) -> list[Road]:
        """The roads that may be meant: one where it is clear, none where the ledger has none."""
        roads = self.named(name)
        if len(roads) < 2:
            return roads
        ends = [one for one in roads if one.starts_at and one.ends_at]
        fitting = [one for one in ends if one.starts_at in section and one.ends_at in section]
        return fitting if len(fitting) == 1 else roads
