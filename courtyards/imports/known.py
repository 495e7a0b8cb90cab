"""What the ledgers hold of the courtyards that a batch of 楼院台账 names; each look-up is one query."""

from collections.abc import Sequence
from datetime import date
from functools import cached_property

from courtyards.models import BranchCoverage, Courtyard, Headship, Survey
from ledgers.importing.rows import CHANGED, Record
from orgs.models import Division, PartyOrganization, Person

Kind = PartyOrganization.Kind
CARRYING = {
    "name",
    "community_code",
}  # changes with which all that lies in the courtyard goes along


class Known:
    """The look-ups of a batch on its day, made when they are first asked for; what can be changed is locked."""

    def __init__(self, records: Sequence[Record], day: date):
        self.records, self.day = records, day
        self.codes = {record.values["community_code"] for record in records}
        self.changed = [record for record in records if record.status == CHANGED]

    def place_of(self, record: Record) -> Courtyard:
        """The courtyard that a working copy names by its key, else that of the name."""
        key = (record.values["community_code"], record.values["name"])
        return self._by_pk[record.pk] if record.pk else self._by_name[key]

    @cached_property
    def _by_pk(self) -> dict[int, Courtyard]:
        keys = [record.pk for record in self.changed if record.pk]
        return {one.pk: one for one in self._standing(pk__in=keys)}

    @cached_property
    def _by_name(self) -> dict[tuple, Courtyard]:
        names = {record.values["name"] for record in self.changed if not record.pk}
        found: dict[tuple, Courtyard] = {}
        for one in self._standing(division_id__in=self.codes, name__in=names):
            found.setdefault((one.division_id, one.name), one)
        return found

    def _standing(self, **which):
        return Courtyard.objects.on(self.day).filter(**which).order_by("pk").select_for_update()

    @cached_property
    def carried(self) -> list[Record]:
        """The records by which a working copy gives a courtyard another name or community."""
        return [one for one in self.changed if one.pk and CARRYING & one.changes.keys()]

    @cached_property
    def communities(self) -> dict[str, Division]:
        """By code: where courtyards are moved to."""
        return Division.objects.in_bulk({one.values["community_code"] for one in self.carried})

    @cached_property
    def taken(self) -> dict[tuple, int]:
        """By community and name, among those that courtyards are to have now: which one has them."""
        said = [one.values for one in self.carried]
        rows = Courtyard.objects.filter(
            division_id__in={one["community_code"] for one in said},
            name__in={one["name"] for one in said},
            until=None,
        )
        return {(code, name): pk for pk, code, name in rows.values_list("pk", "division", "name")}

    @cached_property
    def _places(self) -> list[int]:
        return [self.place_of(record).pk for record in self.changed]

    @cached_property
    def surveys(self) -> dict[int, Survey]:
        """By courtyard: what has been counted on this very day."""
        rows = Survey.objects.filter(courtyard__in=self._places, surveyed_on=self.day)
        return {one.courtyard_id: one for one in rows.select_for_update()}

    @cached_property
    def heads(self) -> dict[int, Headship]:
        """By courtyard: who is its head."""
        rows = Headship.objects.on(self.day).filter(courtyard__in=self._places)
        rows = (
            rows.select_related("person").order_by("-pk").select_for_update(of=["self", "person"])
        )
        return {one.courtyard_id: one for one in rows}

    @cached_property
    def people(self) -> dict[tuple, Person]:
        """By name, phone and community: persons of no unit who bear the name of a head."""
        names = {record.values["head"] for record in self.records if record.values["head"]}
        rows = Person.objects.filter(division_id__in=self.codes, name__in=names, unit=None)
        found: dict[tuple, Person] = {}
        for one in rows.order_by("pk").select_for_update():
            found.setdefault((one.name, one.phone, one.division_id), one)
        return found

    @cached_property
    def _bodies(self) -> list[PartyOrganization]:
        standing = PartyOrganization.objects.on(self.day).filter(division_id__in=self.codes)
        return list(standing.of_kind(Kind.GENERAL_BRANCH, Kind.BRANCH, Kind.JOINT_BRANCH))

    @cached_property
    def general(self) -> dict[str, PartyOrganization]:
        """The first general branch of each community."""
        rows = [one for one in self._bodies if one.kind == Kind.GENERAL_BRANCH]
        return {one.division_id: one for one in reversed(rows)}

    @cached_property
    def branches(self) -> dict[tuple, PartyOrganization]:
        """The branches of each community by name."""
        rows = [one for one in self._bodies if one.kind != Kind.GENERAL_BRANCH]
        return {(one.division_id, one.name): one for one in reversed(rows)}

    @cached_property
    def covered(self) -> dict[tuple, str]:
        """By a branch's community and name: a courtyard that it covers."""
        bodies = {one.pk: key for key, one in self.branches.items()}
        running = BranchCoverage.objects.on(self.day).filter(organization__in=list(bodies))
        pairs = running.order_by("-pk").values_list("organization_id", "courtyard__name")
        return {bodies[pk]: name for pk, name in pairs}
