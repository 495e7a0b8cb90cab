"""What 楼院台账 says, told to the services; and what the ledgers hold, in its words."""

from collections.abc import Sequence
from datetime import date
from functools import cached_property

from django.core.exceptions import ValidationError
from django.db.models import OuterRef, Subquery

from courtyards.heads.services import Appointment, NewCommittee, appoint_heads, form_committees
from courtyards.models import BranchCoverage, Courtyard, Headship, SelfManagementCommittee
from courtyards.pairing.services import Coverage, NewBranch, cover_courtyards, plant_branches
from courtyards.places.services import (
    Counts,
    CourtyardChange,
    NewCourtyard,
    change_courtyards,
    record_surveys,
    register_courtyards,
)
from ledgers.importing.kinds import LedgerKind
from ledgers.importing.rows import CHANGED, NEW, Record
from orgs.models import PartyOrganization, Person
from orgs.people.services import NewPerson, change_phones, register_people

Kind = PartyOrganization.Kind
FORMATION = {"独建": "independent", "联建": "joint"}
SURVEY = ("buildings", "households", "households_qualifier", "residents", "residents_qualifier")
# Counted beside them; a sheet that says nothing of these leaves them out.
EXTRAS = ("entrances", "elderly", "party_members")
FACTS = {
    "location": "location", "built": "built", "original_owner": "original_owner_note",
    "main_problems": "main_problems", "remark": "remark",
}  # fmt: skip

ENDINGS = {
    "has_branch": "台账中已有党支部，撤销或调整覆盖请在党支部页面办理。",
    "has_committee": "台账中已有自管会，撤销请在自管会页面办理。",
    "head": "台账中已有楼院长，免职请在楼院页面办理。",
}
# Changes with which all that lies in a courtyard goes along, and the columns that they change.
CARRYING = {"name": "name", "community_code": "division_id"}
REWRITINGS = {
    "formation": ("has_branch", "组建方式与台账中的党支部不同，变更请在党支部页面办理。"),
    "committee_on": ("has_committee", "成立时间与台账中的自管会不同，变更请在自管会页面办理。"),
}


def refuse_endings(record: Record) -> None:
    """Raise ValidationError where a change would end or rewrite what has a page of its own."""
    for name, text in ENDINGS.items():
        if name in record.changes and not record.values[name]:
            raise ValidationError(text)
    for name, (whole, text) in REWRITINGS.items():
        if name in record.changes and whole not in record.changes:
            raise ValidationError(text)


class CourtyardRows:
    """New and changed records of one day, said to the services in order."""

    def __init__(self, kind: LedgerKind, records: Sequence[Record], day: date):
        self.kind, self.records, self.day = kind, records, day
        self.new = [record for record in records if record.status == NEW]
        self.changed = [record for record in records if record.status == CHANGED]
        self.codes = {record.values["community_code"] for record in records}
        self.places: dict[int, Courtyard] = {}

    def store(self) -> None:
        """Courtyards, then what hangs on them. What was there before is looked up first."""
        self.kind.each(self.changed, refuse_endings)
        self.places |= {id(record): self.place_of(record) for record in self.changed}
        people, heads = self.people, self.heads  # locked before the places, as the hand-over does
        written = self.kind.each([one for one in self.changed if self._rewrites(one)], self._change)
        self._add(written, self.kind.call(change_courtyards, written))
        entered = self.kind.each(self.new, self._new_place)
        self._add(entered, self.kind.call(register_courtyards, entered))
        counted = [one for one in self.records if one.said & {*SURVEY, *EXTRAS}]
        self.kind.call(record_surveys, self.kind.each(counted, self._counts))
        formed = [(one, self._committee(one)) for one in self._saying("has_committee")]
        self.kind.call(form_committees, formed)
        self._cover(self._saying("has_branch"))
        self._appoint(people, heads)

    def _add(self, said: list[tuple], places: list[Courtyard]) -> None:
        for (record, _), place in zip(said, places, strict=True):
            self.places[id(record)] = place

    def _saying(self, name: str) -> list[Record]:
        return [one for one in self.records if one.values[name] and name in one.said]

    # -- courtyards

    def place_of(self, record: Record) -> Courtyard:
        """The courtyard that a working copy names by its key, else that of the name."""
        if record.pk:
            return self._by_pk[record.pk]
        return self._by_name[record.values["community_code"], record.values["name"]]

    @cached_property
    def _by_pk(self) -> dict[int, Courtyard]:
        return Courtyard.objects.on(self.day).in_bulk([one.pk for one in self.changed if one.pk])

    @cached_property
    def _by_name(self) -> dict[tuple, Courtyard]:
        names = {record.values["name"] for record in self.changed if not record.pk}
        rows = Courtyard.objects.on(self.day).filter(division_id__in=self.codes, name__in=names)
        return {(one.division_id, one.name): one for one in rows.order_by("-pk")}

    def _rewrites(self, record: Record) -> bool:
        return bool(record.pk and record.said & {*CARRYING, *FACTS})

    def _change(self, record: Record) -> CourtyardChange:
        """The name, community and facts that a working copy has for the courtyard now."""
        said = record.said
        values = {FACTS[key]: record.more[key] for key in FACTS.keys() & said}
        values |= {CARRYING[key]: record.values[key] for key in CARRYING.keys() & said}
        return CourtyardChange(self.places[id(record)], values)

    def _new_place(self, record: Record) -> NewCourtyard:
        """It stood at the latest when its committee was formed."""
        values = record.values
        since = min(self.day, values["committee_on"] or self.day)
        facts = {field: record.more.get(key) or "" for key, field in FACTS.items()}
        return NewCourtyard(values["name"], values["community_code"], since, facts)

    # -- what hangs on them

    def _counts(self, record: Record) -> Counts:
        """The counts of the record; where the day has been counted already, they correct it."""
        values = {name: record.values[name] for name in SURVEY}
        if None in values.values():
            raise ValidationError("楼栋数、户数、人口数要一起填写。")
        values |= {name: record.more[name] for name in EXTRAS if name in record.more}
        return Counts(self.places[id(record)], self.day, **values, correcting=True)

    def _committee(self, record: Record) -> NewCommittee:
        place = self.places[id(record)]
        return NewCommittee(place, f"{place.name}自管会", record.values["committee_on"] or self.day)

    def _cover(self, records: list[Record]) -> None:
        """The branches that cover courtyards, known or new."""
        if not records:
            return
        branches = self._branches(records)
        missing: dict[tuple, tuple[list[Record], NewBranch]] = {}
        for record in records:
            if (key := _branch_key(record)) not in branches:
                new = NewBranch(*key, self.day, FORMATION.get(record.values["formation"], ""))
                missing.setdefault(key, ([], new))[0].append(record)
        planted = self.kind.call(plant_branches, list(missing.values()), {"name": "has_branch"})
        branches |= dict(zip(missing, planted, strict=True))

        def coverage(record: Record) -> Coverage:
            branch = branches[_branch_key(record)]
            if FORMATION.get(record.values["formation"], "") not in ("", branch.formation):
                raise ValidationError({"formation": REWRITINGS["formation"][1]})
            return Coverage(branch, self.places[id(record)], self.day)

        self.kind.call(cover_courtyards, self.kind.each(records, coverage))

    def _branches(self, records: list[Record]) -> dict[tuple, PartyOrganization]:
        """The branches of these communities and names that stand on the day. One query."""
        keys = {_branch_key(record) for record in records}
        rows = PartyOrganization.objects.on(self.day).of_kind(Kind.BRANCH, Kind.JOINT_BRANCH)
        rows = rows.filter(
            division_id__in={code for code, _ in keys}, name__in={name for _, name in keys}
        )
        return {(one.division_id, one.name): one for one in reversed(rows)}

    def _appoint(self, people: dict[tuple, Person], heads: dict[int, Headship]) -> None:
        """Who is head from now on, or another number of who is it already."""
        called, appointed = [], []
        for record in self.records:
            name, number = record.values["head"], record.values["head_phone"]
            if not (name and record.said & {"head", "head_phone"}):
                continue
            held = heads.get(self.places[id(record)].pk)
            if not (held and held.person.name == name):
                appointed.append((record, held))
            elif number and held.person.phone != number:
                called.append((record, (held.person, number)))
        self.kind.call(change_phones, called)
        missing: dict[tuple, tuple[list[Record], NewPerson]] = {}
        for record, _ in appointed:
            if (key := self._person_key(record)) not in people:
                new = NewPerson(key[0], key[2], phone=key[1])
                missing.setdefault(key, ([], new))[0].append(record)
        entered = self.kind.call(register_people, list(missing.values()), {"name": "head"})
        known = people | dict(zip(missing, entered, strict=True))
        said = [
            (
                record,
                Appointment(
                    known[self._person_key(record)],
                    self.day,
                    self.places[id(record)],
                    succeeding=held,
                ),
            )
            for record, held in appointed
        ]
        self.kind.call(appoint_heads, said)

    def _person_key(self, record: Record) -> tuple[str, str, str]:
        values = record.values
        return values["head"], values["head_phone"], self.places[id(record)].division_id

    @cached_property
    def people(self) -> dict[tuple, Person]:
        """By name, phone and community: persons of no unit who bear the name of a head."""
        names = {record.values["head"] for record in self.records if record.values["head"]}
        rows = Person.objects.filter(division_id__in=self.codes, name__in=names, unit=None)
        found: dict[tuple, Person] = {}
        for one in rows.order_by("pk").select_for_update() if names else ():
            found.setdefault((one.name, one.phone, one.division_id), one)
        return found

    @cached_property
    def heads(self) -> dict[int, Headship]:
        """By courtyard: who is its head. One query."""
        asked = [place.pk for place in self.places.values()]
        rows = Headship.objects.on(self.day).filter(courtyard__in=asked)
        rows = rows.select_related("person").order_by("-pk") if asked else ()
        return {one.courtyard_id: one for one in rows}


def _branch_key(record: Record) -> tuple[str, str]:
    name = record.more.get("branch_name") or f"{record.values['name']}党支部"
    return record.values["community_code"], name


WRITTEN = {"independent": "独建", "joint": "联建", "": ""}


def _first(queryset, *path: str) -> list[Subquery]:
    rows = queryset.filter(courtyard=OuterRef("pk")).order_by("pk")
    return [Subquery(rows.values(name)[:1]) for name in path]


def stored_courtyards(keys: list[tuple[str, str]], day: date) -> dict[tuple, dict]:
    """By (community code, name): the values of 楼院台账 on `day`. One query."""
    codes = {code for code, _ in keys}
    branch = BranchCoverage.objects.on(day).exclude(organization__dissolved_on__lte=day)
    path, formation = _first(branch, "organization__path", "organization__formation")
    head, head_phone = _first(Headship.objects.on(day), "person__name", "person__phone")
    (committee_on,) = _first(SelfManagementCommittee.objects.on(day), "since")
    rows = (
        Courtyard.objects.on(day)
        .filter(division_id__in=codes, name__in={name for _, name in keys})
        .with_survey(day)
        .annotate(
            branch_path=path,
            formation=formation,
            head=head,
            head_phone=head_phone,
            committee_on=committee_on,
        )
        .values()
    )
    return {(row["division_id"], row["name"]): _values(row) for row in rows}


def _values(row: dict) -> dict:
    """One courtyard. How many groups it has is counted from 党组织台账, so it is not compared."""
    has_branch = row["branch_path"] is not None
    return {
        "id": row["id"],
        "community_code": row["division_id"],
        "name": row["name"],
        "buildings": row["surveyed_buildings"],
        "households": row["households"],
        "households_qualifier": row["households_qualifier"],
        "residents": row["residents"],
        "residents_qualifier": row["residents_qualifier"],
        "has_branch": int(has_branch),
        "formation": WRITTEN[row["formation"] or ""],
        "head": row["head"] or "",
        "head_phone": row["head_phone"] or "",
        "has_committee": int(row["committee_on"] is not None),
        "committee_on": row["committee_on"],
    }
