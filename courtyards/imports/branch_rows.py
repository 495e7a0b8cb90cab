"""The rows that a batch of 党组织台账 brings: made in memory by the rules of the services, then stored."""

from collections import defaultdict
from collections.abc import Sequence
from datetime import date

from django.db import models

from courtyards.imports.known_branches import Body, KnownBranches
from courtyards.models import BranchCoverage, Building, Courtyard, GroupCoverage
from courtyards.pairing.services import refuse_unfit_branch, refuse_unfit_group
from courtyards.services import refuse_unless_listed
from ledgers.importing.bulk import check, insert, take_keys, update
from ledgers.importing.draft import Draft
from orgs.models import MemberCount, PartyOrganization, Person, Post
from orgs.party.planting import place_children
from orgs.party.services import TREE, refuse_unfit
from orgs.people.services import refuse_registered, refuse_unfit_role
from orgs.tenures import end_each

FULL = Person.PartyStatus.FULL
# What a batch changes of rows that are stored already; tenures are ended besides.
CHANGING = {
    Courtyard: ["since"],
    Building: ["since"],
    PartyOrganization: ["approved_by", "approval_number"],
    MemberCount: ["full_members", "probationary_members"],
}
# What hangs on organisations, persons and places, in the order in which it is stored.
HANGING = (Building, BranchCoverage, GroupCoverage, Post, MemberCount)


class BranchRows:
    """What has been entered so far. Every method raises ValidationError where a rule forbids it.

    All changes go through `draft`, so that those of a refused row are taken back.
    """

    def __init__(self, known: KnownBranches):
        self.known, self.draft = known, Draft()
        self.fresh: dict[type[models.Model], list] = defaultdict(list)
        self.levels: tuple[list, list] = [], []  # (parent, child): branches, then groups
        self.changed: list[models.Model] = []
        self.ended: dict[type[models.Model], list] = {
            BranchCoverage: [],
            GroupCoverage: [],
            Post: [],
        }

    def establish(self, parent: Body, siblings: Sequence[PartyOrganization], **values) -> Body:
        """A branch or group under `parent`."""
        row = PartyOrganization(**values)
        refuse_unfit(organization=row, parent=parent.row, siblings=siblings)
        check(row, apart=TREE)
        body = Body(row)
        is_group = row.kind == PartyOrganization.Kind.GROUP
        self.draft.add(self.levels[is_group], (parent.row, row))
        self.draft.add(parent.below, body)
        return body

    def change(self, row: models.Model, **values) -> None:
        """Give a row other values; one that is stored is written again."""
        self.draft.set(row, **values)
        check(row)
        if row.pk:
            self.draft.add(self.changed, row)

    def _add(self, row: models.Model) -> models.Model:
        check(row)
        self.draft.add(self.fresh[type(row)], row)
        return row

    def _end(self, tenures: list, on: date) -> None:
        """Those that are stored end on the day; those of rows above are stored as they ended."""
        for one in tenures:
            self.draft.set(one, until=on)
            if one.pk:
                self.draft.add(self.ended[type(one)], one)

    def cover_courtyard(self, branch: Body, place: Courtyard, since: date) -> None:
        """As the service does; a courtyard stood at the latest when it was covered."""
        if since < place.since:
            self.change(place, since=since)
        refuse_unless_listed(place, since)
        own = [one.courtyard for one in branch.covers if one.holds_on(since)]
        refuse_unfit_branch(branch.row, since, next((one for one in own if one != place), None))
        covers = self.known.covers[place.pk]
        self._end(_others(covers, branch, since), since)
        row = self._add(BranchCoverage(organization=branch.row, courtyard=place, since=since))
        self.draft.add(covers, row)
        self.draft.add(branch.covers, row)

    def cover_building(self, branch: Body, group: Body, building: Building, since: date) -> None:
        """As the service does; a building stood at the latest when it was covered."""
        if since < building.since:
            self.change(building, since=since)
        refuse_unless_listed(building, since)
        covered = [one.courtyard for one in branch.covers if one.holds_on(since)]
        refuse_unfit_group(group.row, since, covered_above=building.courtyard in covered)
        covers = self.known.group_covers[id(building)]
        self._end(_others(covers, group, since), since)
        row = self._add(GroupCoverage(organization=group.row, building=building, since=since))
        self.draft.add(covers, row)
        self.draft.add(group.covers, row)

    def new_building(self, place: Courtyard, name: str, since: date) -> Building:
        """A building of a courtyard that has none of that name."""
        row = Building(name=name, courtyard=place, since=max(since, place.since))
        self._add(row)
        self.draft.add(self.known.buildings[place.pk, name], row)
        return row

    def appoint(
        self, body: Body, role: str, name: str, since: date, succeeding: Post | None = None
    ) -> None:
        """`name` gets a post from `since`, on which day the one who held it leaves."""
        person = self._member(name, body.row.division_id)
        refuse_unfit_role(role, body.row, person)
        if succeeding:
            self._end([succeeding], since)
        row = Post(person=person, role=role, organization=body.row, since=since)
        self.draft.add(body.posts, self._add(row))

    def _member(self, name: str, code: str) -> Person:
        """The full member of that name in the community; registered where nobody knows one."""
        found = self.known.people[code, name]
        for one in found:
            if one.party_status == FULL and one.left_on is None:
                return one
        person = Person(name=name, division_id=code, party_status=FULL)
        refuse_registered(person, found)
        self.draft.add(found, self._add(person))
        return person

    def count(self, body: Body, full: int, probationary: int) -> None:
        """How many members the body has on the day; a number of that day is corrected."""
        said = {"full_members": full, "probationary_members": probationary}
        if body.count:
            self.change(body.count, **said)
        else:
            row = MemberCount(organization=body.row, counted_on=self.known.day, **said)
            self.draft.set(body, count=self._add(row))

    def store(self) -> None:
        """Write each table, the tree level by level; what ends before what follows it."""
        for level in self.levels:
            if level:
                place_children(children=level)
                insert(child for _, child in level)
        insert(self.fresh[Person])
        for model, names in CHANGING.items():
            update((one for one in self.changed if type(one) is model), names)
        for tenures in self.ended.values():
            end_each(tenures=tenures)
        for model in HANGING:
            insert(take_keys(self.fresh[model]))


def _others(covers: list, body: Body, day: date) -> list:
    """The coverages of other bodies than this one that hold on the day."""
    return [one for one in covers if one.organization != body.row and one.holds_on(day)]
