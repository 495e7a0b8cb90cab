"""What the ledgers hold of the branches that a batch of 党组织台账 names; each look-up is one query."""

from collections import defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from datetime import date

from django.db.models import Q

from courtyards.models import BranchCoverage, Building, Courtyard, GroupCoverage
from ledgers.importing.rows import CHANGED, NEW, Record
from orgs.models import MemberCount, PartyOrganization, Person, Post
from orgs.party.tree import lock_tree
from orgs.tenures import still_running

Kind = PartyOrganization.Kind


@dataclass(slots=True, eq=False)
class Body:
    """A branch or group as the ledgers have it, or as it is to be."""

    row: PartyOrganization
    posts: list[Post] = field(default_factory=list)
    covers: list = field(default_factory=list)  # coverages of courtyards or, for a group, buildings
    below: list["Body"] = field(default_factory=list)
    count: MemberCount | None = None  # of the very day


class KnownBranches:
    """The look-ups of a batch on its day; what can be changed is locked, persons before places.

    A new branch speaks for the day on which it was established, so what lasts is read from the
    earliest of these days on.
    """

    def __init__(self, records: Sequence[Record], day: date):
        said = [record.values for record in records]
        self.day, self.codes = day, {one["community_code"] for one in said}
        begun = [one.values["established_on"] for one in records if one.status == NEW]
        self.earliest = min([day, *filter(None, begun)])
        lock_tree()
        self._read_people(said)
        self._read_bodies(said, [one.values["name"] for one in records if one.status == CHANGED])
        places = self._read_places({name for one in said for name in one["courtyards"]})
        groups = [group for one in said for group in one["groups"]]
        self._read_buildings(places, {name for one in groups for name in one["buildings"]})

    def _read_people(self, said: Iterable[dict]) -> None:
        """By community and name: who is in the register."""
        names = {name for one in said for name in _people_of(one)}
        rows = Person.objects.filter(division_id__in=self.codes, name__in=names)
        self.people: dict[tuple[str, str], list[Person]] = defaultdict(list)
        for one in rows.order_by("pk").select_for_update():
            self.people[one.division_id, one.name].append(one)

    def _read_bodies(self, said: Sequence[dict], changed: Sequence[str]) -> None:
        """General branches, what bears the name of a new branch, known branches with all of theirs."""
        bodies = PartyOrganization.objects.filter(division_id__in=self.codes).select_for_update()
        self.generals: dict[str, list[PartyOrganization]] = defaultdict(list)
        for one in bodies.of_kind(Kind.GENERAL_BRANCH):
            self.generals[one.division_id].append(one)
        # By the path of what they stand under.
        self.siblings: dict[str, list[PartyOrganization]] = defaultdict(list)
        depths = {one.depth + 1 for found in self.generals.values() for one in found}
        names = {one["name"] for one in said}
        for one in PartyOrganization.objects.filter(depth__in=depths, name__in=names):
            self.siblings[one.path[: -one.steplen]].append(one)
        self.branches: dict[tuple[str, str], list[Body]] = defaultdict(list)
        by_path: dict[str, Body] = {}
        known = bodies.on(self.day).of_kind(Kind.BRANCH, Kind.JOINT_BRANCH)
        for one in known.filter(name__in=changed):
            by_path[one.path] = Body(one)
            self.branches[one.division_id, one.name].append(by_path[one.path])
        for one in PartyOrganization.objects.children_of(by_path).select_for_update():
            by_path[one.path[: -one.steplen]].below.append(Body(one))
        below = [group for one in by_path.values() for group in one.below]
        self.bodies = {one.row.pk: one for one in (*by_path.values(), *below)}
        self._read_posts_and_counts()

    def _read_posts_and_counts(self) -> None:
        posts = Post.objects.on(self.day).filter(organization__in=list(self.bodies))
        for one in posts.select_related("person").select_for_update(of=["self"]):
            self.bodies[one.organization_id].posts.append(one)
        counts = MemberCount.objects.filter(organization__in=list(self.bodies), counted_on=self.day)
        for one in counts.select_for_update():
            self.bodies[one.organization_id].count = one

    def _read_places(self, names: set[str]) -> dict[int, Courtyard]:
        """The courtyards of these names and those that known branches cover, with all coverage."""
        running = still_running(BranchCoverage.objects.all(), self.earliest)
        own = running.filter(organization__in=list(self.bodies)).values("courtyard")
        named = Q(division_id__in=self.codes, name__in=names, until=None)
        rows = Courtyard.objects.filter(named | Q(pk__in=own)).select_for_update()
        places = {one.pk: one for one in rows}
        self.places = {(one.division_id, one.name): one for one in places.values() if not one.until}
        self.covers: dict[int, list[BranchCoverage]] = defaultdict(list)  # by courtyard
        rows = running.filter(courtyard__in=list(places)).select_related("organization")
        for one in rows.order_by("pk").select_for_update(of=["self"]):
            one.courtyard = places[one.courtyard_id]
            self.covers[one.courtyard_id].append(one)
            if one.organization_id in self.bodies:
                self.bodies[one.organization_id].covers.append(one)
        return places

    def _read_buildings(self, places: dict[int, Courtyard], names: set[str]) -> None:
        """The buildings of these names in those courtyards, and which groups cover which."""
        rows = Building.objects.filter(courtyard__in=list(places), name__in=names, until=None)
        self.buildings: dict[tuple[int, str], list[Building]] = defaultdict(list)
        known = {}
        for one in rows.select_for_update():
            one.courtyard = places[one.courtyard_id]
            known[one.pk] = one
            self.buildings[one.courtyard_id, one.name].append(one)
        running = still_running(GroupCoverage.objects.all(), self.earliest)
        # By the building's identity: some are not stored yet.
        self.group_covers: dict[int, list[GroupCoverage]] = defaultdict(list)
        rows = running.filter(Q(building__in=list(known)) | Q(organization__in=list(self.bodies)))
        rows = rows.select_related("organization", "building")
        for one in rows.order_by("pk").select_for_update(of=["self"]):
            if one.building_id in known:
                one.building = known[one.building_id]
                self.group_covers[id(one.building)].append(one)
            if one.organization_id in self.bodies:
                self.bodies[one.organization_id].covers.append(one)


def _people_of(values: dict) -> list[str]:
    """The names of all who get a post by a row."""
    leaders = [group["leader"] for group in values["groups"]]
    return [name for name in (values["secretary"], *values["committee_members"], *leaders) if name]
