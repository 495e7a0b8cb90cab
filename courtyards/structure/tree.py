"""社区党总支 – 楼院党支部 – 楼栋党小组, with the courtyards and buildings that each covers on a day.

The whole of what a reader may see is read by a fixed number of queries and put together here; who
stands under whom on a day past is known from the moves written down since.
"""

from collections import Counter
from dataclasses import dataclass, field
from datetime import date

from django.db.models import Count

from courtyards.models import BranchCoverage, Building, Courtyard, GroupCoverage
from orgs.models import PartyOrganization, PastAffiliation, Post
from orgs.party_querysets import BRANCHES

STEP = PartyOrganization.steplen
COLUMNS = ("pk", "path", "name", "kind", "formation", "division_id", "division__short_name")


@dataclass
class Body:
    """One organisation of the tree on a day: who leads it, what it covers, what stands under it."""

    pk: int
    path: str
    name: str
    kind: str
    formation: str
    division: str
    division_name: str
    leader: str = ""
    superior: int | None = None
    inferiors: list["Body"] = field(default_factory=list)
    courtyards: dict[int, str] = field(default_factory=dict)
    buildings: dict[int, str] = field(default_factory=dict)

    @property
    def kind_label(self) -> str:
        return PartyOrganization.Kind(self.kind).label

    @property
    def formation_label(self) -> str:
        return PartyOrganization.Formation(self.formation).label if self.formation else ""

    @property
    def is_top(self) -> bool:
        return self.kind == PartyOrganization.Kind.GENERAL_BRANCH

    def family(self):
        """This organisation and all under it."""
        yield self
        for body in self.inferiors:
            yield from body.family()

    def covering(self, what: str) -> int:
        """How many organisations of the family cover at least one of `what`."""
        return sum(bool(getattr(body, what)) for body in self.family())

    def covered(self, what: str) -> set[int]:
        """The keys of the courtyards or buildings that the family covers."""
        return set().union(*(getattr(body, what) for body in self.family()))


@dataclass
class Row:
    """One community in the list: its general branch, and how far it reaches."""

    body: Body
    courtyards: int
    buildings: int

    @property
    def numbers(self) -> tuple[int, ...]:
        """Branches, groups, covered courtyards, all courtyards, covered buildings, all buildings."""
        return (
            self.body.covering("courtyards"),
            self.body.covering("buildings"),
            len(self.body.covered("courtyards")),
            self.courtyards,
            len(self.body.covered("buildings")),
            self.buildings,
        )


class Structure:
    """The tree that `user` may see on `day`. Seven queries, whatever its size."""

    def __init__(self, user, day: date):
        self.user, self.day = user, day
        rows = PartyOrganization.objects.on(day).visible_to(user).order_by("path")
        self.bodies = {row[0]: Body(*row) for row in rows.values_list(*COLUMNS)}
        self._lead()
        self._cover()
        self._join()

    def _lead(self):
        posts = Post.objects.on(self.day).filter(role__in=["secretary", "group_leader"])
        for key, name in posts.filter(organization__isnull=False).values_list(
            "organization", "person__name"
        ):
            if key in self.bodies:
                self.bodies[key].leader = name

    def _cover(self):
        """Coverage of places that are in the ledger on the day."""
        courts = Courtyard.objects.on(self.day).visible_to(self.user)
        buildings = Building.objects.on(self.day).visible_to(self.user)
        for key, place, name in (
            BranchCoverage.objects.on(self.day)
            .filter(courtyard__in=courts)
            .order_by("courtyard__search_text", "courtyard")
            .values_list("organization", "courtyard", "courtyard__name")
        ):
            if key in self.bodies:
                self.bodies[key].courtyards[place] = name
        for key, place, court, name in (
            GroupCoverage.objects.on(self.day)
            .filter(building__in=buildings)
            .order_by("building__courtyard__search_text", "building")
            .values_list("organization", "building", "building__courtyard__name", "building__name")
        ):
            if key in self.bodies:
                self.bodies[key].buildings[place] = f"{court}{name}"
        self._courtyards = list(
            courts.order_by("search_text", "pk").values_list("pk", "division_id", "name")
        )
        self._buildings = dict(
            buildings.order_by().values_list("division_id").annotate(number=Count("pk"))
        )

    def _join(self):
        """Put each organisation under the one it stood under on the day."""
        moved = dict(PastAffiliation.objects.on(self.day).values_list("organization", "superior"))
        at = {body.path: body for body in self.bodies.values()}
        for body in self.bodies.values():
            above = at.get(body.path[:-STEP])
            if body.pk in moved:
                above = self.bodies.get(moved[body.pk])
            if above:
                body.superior = above.pk
                above.inferiors.append(body)

    @property
    def rows(self) -> list[Row]:
        """The general branches of communities, in the order of their divisions."""
        courts = Counter(division for _, division, _ in self._courtyards)
        tops = [body for body in self.bodies.values() if body.is_top]
        tops.sort(key=lambda body: (body.division, body.path))
        return [
            Row(body, courts[body.division], self._buildings.get(body.division, 0)) for body in tops
        ]

    @property
    def apart(self) -> list[Body]:
        """Branches that cover a courtyard and stand under no general branch that can be seen."""
        below = {body.pk for row in self.rows for body in row.body.family()}
        return [
            body
            for body in self.bodies.values()
            if body.kind in BRANCHES and body.courtyards and body.pk not in below
        ]

    def uncovered(self, body: Body) -> list[tuple[int, str]]:
        """The courtyards (key, name) of the body's community that no branch covers."""
        covered = set().union(*(other.courtyards for other in self.bodies.values()))
        return [
            (key, name)
            for key, division, name in self._courtyards
            if division == body.division and key not in covered
        ]

    def total(self) -> tuple[int, ...]:
        """The numbers of all rows added up; a place covered by two is counted once."""
        courts = set().union(*(row.body.covered("courtyards") for row in self.rows))
        buildings = set().union(*(row.body.covered("buildings") for row in self.rows))
        numbers = [row.numbers for row in self.rows]
        places = {row.body.division: row for row in self.rows}.values()
        return (
            sum(n[0] for n in numbers),
            sum(n[1] for n in numbers),
            len(courts),
            sum(row.courtyards for row in places),
            len(buildings),
            sum(row.buildings for row in places),
        )
