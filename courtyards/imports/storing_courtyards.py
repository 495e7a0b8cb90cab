"""Storing courtyards of 楼院台账 by the batch, by the rules of the services that store one.

Nothing is counted by rows here: what the rules ask of the ledger is read once for a batch, and each
table is written by one statement. Another name or community, which a working copy can give, carries
along all that lies in the courtyard.
"""

from collections import defaultdict
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from django.core.exceptions import ValidationError
from django.db import models

from courtyards.imports.known import CARRYING, Known
from courtyards.imports.rules import (
    EXTRAS,
    FACTS,
    FORMATION,
    REWRITINGS,
    SURVEY,
    refuse_endings,
)
from courtyards.models import (
    BranchCoverage,
    Courtyard,
    Headship,
    SelfManagementCommittee,
    Survey,
)
from courtyards.pairing.services import refuse_unfit_branch
from courtyards.places.services import move_along, refuse_unless_residential, rename_along
from courtyards.services import refuse_unless_listed
from ledgers.importing.bulk import check, insert, make, refuse, update, words_of
from ledgers.importing.rows import CHANGED, Record
from orgs.models import PartyOrganization, Person
from orgs.party.planting import place_children
from orgs.party.services import TREE
from orgs.people.services import refuse_left
from orgs.tenures import end_all

Kind = PartyOrganization.Kind
# What a working copy may write anew of a courtyard itself; its search key follows its name.
OWN = (*FACTS.values(), "name", "division", "search_text")


def store_courtyards(records: Sequence[Record], day: date) -> None:
    """Store the new and changed records; those that a rule forbids become wrong."""
    batch = Batch(records, day)
    batch.build()
    batch.store()


@dataclass(slots=True)
class Entry:
    """What one record brings, once nothing forbids it."""

    place: Courtyard
    was: tuple[str, str] | None = None  # community and name of a known one that is written anew
    survey: Survey | None = None
    committee: SelfManagementCommittee | None = None
    person: Person | None = None  # the head from now on
    held: Headship | None = None  # whom that one succeeds
    called: Person | None = None  # the same head with another number
    branch: PartyOrganization | None = None


class Batch:
    """Courtyards of one day with all that their rows say, not stored until `store`."""

    def __init__(self, records: Sequence[Record], day: date):
        self.records, self.day, self.known = records, day, Known(records, day)
        self.new_people: dict[tuple, Person] = {}
        self.new_branches: dict[tuple, tuple[PartyOrganization, PartyOrganization]] = {}
        self.entries: list[Entry] = []

    def build(self) -> None:
        """Make the rows of every record that nothing forbids."""
        for record in self.records:
            try:
                self._keep(record, self._entry(record))
            except ValidationError as refusal:
                refuse(record, refusal)

    def _entry(self, record: Record) -> Entry:
        """Everything that the record brings; keeps nothing, so that a refusal leaves nothing behind."""
        values = record.values
        if record.status == CHANGED:
            refuse_endings(record)
            said = set(record.changes)
            entry = Entry(self.known.place_of(record))
            self._rewrite(entry, record, said)
        else:
            said = set(values) - record.absent
            entry = Entry(self._new_place(record))
        if said & {*SURVEY, *EXTRAS}:
            entry.survey = self._survey(entry.place, record)
        if values["has_committee"] and "has_committee" in said:
            entry.committee = self._committee(entry.place, values["committee_on"] or self.day)
        if values["has_branch"] and "has_branch" in said:
            entry.branch = self._branch(record)
        if values["head"] and said & {"head", "head_phone"}:
            self._head(entry, record)
        return entry

    def _new_place(self, record: Record) -> Courtyard:
        """It stood at the latest when its committee was formed."""
        name = record.values["name"]
        place = make(
            Courtyard,
            name=name,
            division_id=record.values["community_code"],
            since=min(self.day, record.values["committee_on"] or self.day),
            kind=Courtyard.Kind.CLUSTER if name.endswith("片区") else Courtyard.Kind.SINGLE,
            **{field: record.more.get(key) or "" for key, field in FACTS.items()},
        )
        check(place)
        return place

    def _rewrite(self, entry: Entry, record: Record, said: set[str]) -> None:
        """The name, community and facts that a working copy has for the courtyard now."""
        if not (record.pk and said & (CARRYING | FACTS.keys())):
            return
        place, values = entry.place, record.values
        entry.was = place.division_id, place.name
        for key in FACTS.keys() & said:
            setattr(place, FACTS[key], record.more[key])
        if "community_code" in said:
            place.division_id = values["community_code"]
            refuse_unless_residential(self.known.communities[place.division_id])
        if "name" in said:
            place.name = values["name"]
        check(place)
        if said & CARRYING and self.known.taken.get(_key(place), place.pk) != place.pk:
            raise ValidationError(words_of("courtyard_name_once_per_community"))

    def _survey(self, place: Courtyard, record: Record) -> Survey:
        """The counts of the record; where the day has been counted already, they correct it."""
        values = {name: record.values[name] for name in SURVEY}
        if None in values.values():
            raise ValidationError("楼栋数、户数、人口数要一起填写。")
        values |= {name: record.more[name] for name in EXTRAS if name in record.more}
        counted = self.known.surveys.get(place.pk) if place.pk else None
        survey = counted or make(Survey, surveyed_on=self.day)
        for name, value in values.items():
            setattr(survey, name, value)
        check(survey)
        return survey

    def _committee(self, place: Courtyard, since: date) -> SelfManagementCommittee:
        refuse_unless_listed(place, since)
        committee = make(SelfManagementCommittee, name=f"{place.name}自管会", since=since)
        check(committee)
        return committee

    def _head(self, entry: Entry, record: Record) -> None:
        """Who is head from now on, or another number of who is it already."""
        name, phone = record.values["head"], record.values["head_phone"]
        held = self.known.heads.get(entry.place.pk) if entry.place.pk else None
        if held and held.person.name == name:
            if phone and held.person.phone != phone:
                held.person.phone = phone
                check(held.person)
                entry.called = held.person
            return
        entry.held, entry.person = held, self._person((name, phone, entry.place.division_id))

    def _person(self, key: tuple[str, str, str]) -> Person:
        """The head, known or new; refused where they have left."""
        person = self.known.people.get(key)
        if person is None:
            person = make(Person, name=key[0], phone=key[1], division_id=key[2])
            check(person)
        else:
            refuse_left(person, self.day)
        return person

    def _branch(self, record: Record) -> PartyOrganization:
        """The branch that covers the courtyard, known or new."""
        key = self._branch_key(record)
        formation = FORMATION.get(record.values["formation"], "")
        branch, covered = self.known.branches.get(key), self.known.covered.get(key)
        if branch is None:
            branch = self._new_branch(*key, formation)
        elif formation not in ("", branch.formation):
            raise ValidationError(REWRITINGS["formation"][1])
        refuse_unfit_branch(branch, self.day, covered)
        return branch

    def _branch_key(self, record: Record) -> tuple[str, str]:
        name = record.more.get("branch_name") or f"{record.values['name']}党支部"
        return record.values["community_code"], name

    def _new_branch(self, code: str, name: str, formation: str) -> PartyOrganization:
        general = self.known.general.get(code)
        if general is None:
            raise ValidationError("该社区还没有社区党总支，请先建立党总支再建党支部。")
        branch = PartyOrganization(
            name=name,
            kind=Kind.BRANCH,
            division_id=code,
            established_on=self.day,
            formation=formation,
            approved_by=general.name,
        )
        check(branch, apart=TREE)
        return branch

    def _keep(self, record: Record, entry: Entry) -> None:
        """From now on the rows below find what this one brings."""
        known, values, person, branch = self.known, record.values, entry.person, entry.branch
        if entry.was and entry.was != _key(entry.place):
            known.taken.pop(entry.was, None)
            known.taken[_key(entry.place)] = entry.place.pk
        if person:
            key = (values["head"], values["head_phone"], entry.place.division_id)
            known.people[key] = person
            if person.pk is None:
                self.new_people[key] = person
        if branch:
            key = self._branch_key(record)
            known.branches[key] = branch
            known.covered.setdefault(key, values["name"])
            if branch.pk is None:
                self.new_branches[key] = known.general[key[0]], branch
        self.entries.append(entry)

    def store(self) -> None:
        """Write each table once: what is known by one statement, what is new by another."""
        if self.new_branches:
            place_children(children=list(self.new_branches.values()))
            insert(branch for _, branch in self.new_branches.values())
        insert(self.new_people.values())
        insert(one.place for one in self.entries if one.place.pk is None)
        self._rewrite_all([one for one in self.entries if one.was])
        update((one.called for one in self.entries if one.called), ["phone"])
        end_all(tenures=[one.held for one in self.entries if one.held], on=self.day)
        fresh, corrected = self._parts()
        update(corrected, [*SURVEY, *EXTRAS])
        for rows in fresh.values():
            insert(rows)

    def _rewrite_all(self, entries: list[Entry]) -> None:
        """What known courtyards have of their own; what lies in them goes along."""
        update((one.place for one in entries), OWN)
        if renamed := [one.place for one in entries if one.was[1] != one.place.name]:
            rename_along(renamed)
        if moved := [one.place for one in entries if one.was[0] != one.place.division_id]:
            move_along(moved)

    def _parts(self) -> tuple[dict[type[models.Model], list], list[Survey]]:
        """What hangs on the courtyards: new rows by their model, and counts that are corrected."""
        fresh: dict[type[models.Model], list] = defaultdict(list)
        corrected = []
        for one in self.entries:
            own = {"courtyard_id": one.place.pk, "since": self.day}
            for row in filter(None, (one.survey, one.committee)):
                row.courtyard_id = one.place.pk
                (corrected if row.pk else fresh[type(row)]).append(row)
            if one.person:
                where = one.place.division_id
                fresh[Headship].append(
                    make(Headship, person_id=one.person.pk, division_id=where, **own)
                )
            if one.branch:
                row = make(BranchCoverage, organization_id=one.branch.pk, **own)
                fresh[BranchCoverage].append(row)
        return fresh, corrected


def _key(place: Courtyard) -> tuple[str, str]:
    return place.division_id, place.name
