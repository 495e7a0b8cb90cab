"""Storing new courtyards of 楼院台账 by the batch, by the rules of the services that store one.

Nothing is counted by rows here: what the rules ask of the ledger is read once for a batch, and each
table is written by one statement. Changes of courtyards that are known go through the services,
but for new counts.
"""

from collections import defaultdict
from collections.abc import Sequence
from datetime import date

from django.core.exceptions import ValidationError
from django.db import IntegrityError, transaction

from courtyards.imports.storing import EXTRAS, FACTS, FORMATION, REWRITINGS, SURVEY, store_courtyard
from courtyards.models import (
    BranchCoverage,
    Courtyard,
    Headship,
    SelfManagementCommittee,
    Survey,
)
from ledgers.formats import zh_date
from ledgers.importing.bulk import check, insert, make, refuse
from ledgers.importing.rows import CHANGED, NEW, Record
from orgs.models import PartyOrganization, Person
from orgs.services.planting import place_children

Kind, Formation = PartyOrganization.Kind, PartyOrganization.Formation


def store_courtyards(records: Sequence[Record], day: date) -> None:
    """Store the new and changed records; those that a rule forbids become wrong."""
    recounted = [one for one in records if one.status == CHANGED and _only_counts(one)]
    surveys = _recount(recounted, day)
    fresh = Batch([one for one in records if one.status == NEW], day)
    fresh.build()
    fresh.store(surveys)
    for record in records:
        if record.status == CHANGED and not _only_counts(record):
            try:
                with transaction.atomic():
                    store_courtyard(record, day)
            except (ValidationError, IntegrityError) as refusal:
                refuse(record, refusal)


def _only_counts(record: Record) -> bool:
    return not set(record.changes) - {*SURVEY, *EXTRAS}


def _survey(record: Record, day: date, survey: Survey | None = None) -> Survey:
    """The counts of `record`, in `survey` where the day has been counted already."""
    values = {name: record.values[name] for name in SURVEY}
    if None in values.values():
        raise ValidationError("楼栋数、户数、人口数要一起填写。")
    values |= {name: record.more[name] for name in EXTRAS if name in record.more}
    survey = survey or make(Survey, surveyed_on=day)
    for name, value in values.items():
        setattr(survey, name, value)
    check(survey)
    return survey


def _recount(records: list[Record], day: date) -> list[Survey]:
    """New counts of courtyards that are known, to be stored; those of the same day are corrected."""
    keys = {(one.values["community_code"], one.values["name"]) for one in records}
    rows = Courtyard.objects.on(day).filter(
        division_id__in={code for code, _ in keys}, name__in={name for _, name in keys}
    )
    places = {}
    if records:
        for place in rows.select_for_update():
            places.setdefault((place.division_id, place.name), place)
    ids = [place.pk for place in places.values()]
    counted = {
        one.courtyard_id: one
        for one in Survey.objects.filter(courtyard__in=ids, surveyed_on=day).select_for_update()
    }
    fresh, corrected = [], []
    for record in records:
        place = places[record.values["community_code"], record.values["name"]]
        try:
            survey = _survey(record, day, counted.get(place.pk))
        except ValidationError as refusal:
            refuse(record, refusal)
            continue
        (corrected if survey.pk else fresh).append(survey)
        survey.courtyard_id = place.pk
    Survey.objects.bulk_update(corrected, [*SURVEY, *EXTRAS])
    return fresh


class Batch:
    """New courtyards of one day with all that their rows say, not stored until `store`."""

    def __init__(self, records: list[Record], day: date):
        self.records, self.day = records, day
        codes = {record.values["community_code"] for record in records}
        self.people = self._known_people(codes)
        self.general, self.branches = self._known_branches(codes)
        self.covered = self._covered()
        self.new_people: list[Person] = []
        self.new_branches: list[tuple[PartyOrganization, PartyOrganization]] = []
        self.rows: list[tuple] = []  # what each record brings, once nothing forbids it

    def _known_people(self, codes: set[str]) -> dict[tuple, Person]:
        names = {record.values["head"] for record in self.records if record.values["head"]}
        if not names:
            return {}
        rows = Person.objects.filter(division_id__in=codes, name__in=names, unit=None)
        found: dict[tuple, Person] = {}
        for one in rows.order_by("pk").select_for_update():
            found.setdefault((one.name, one.phone, one.division_id), one)
        return found

    def _known_branches(self, codes: set[str]) -> tuple[dict, dict]:
        """The first general branch of each community, and its branches by name."""
        general: dict[str, PartyOrganization] = {}
        branches: dict[tuple, PartyOrganization] = {}
        if any(record.values["has_branch"] for record in self.records):
            standing = PartyOrganization.objects.on(self.day).filter(division_id__in=codes)
            wanted = (Kind.GENERAL_BRANCH, Kind.BRANCH, Kind.JOINT_BRANCH)
            for body in standing.of_kind(*wanted):
                if body.kind == Kind.GENERAL_BRANCH:
                    general.setdefault(body.division_id, body)
                else:
                    branches.setdefault((body.division_id, body.name), body)
        return general, branches

    def _covered(self) -> dict[tuple, str]:
        """By a branch's community and name: a courtyard that it covers."""
        running = BranchCoverage.objects.on(self.day).filter(
            organization__in=list(self.branches.values())
        )
        if not self.branches:
            return {}
        pairs = running.order_by("pk").values_list("organization_id", "courtyard__name")
        names = dict(reversed(list(pairs)))
        return {key: names[body.pk] for key, body in self.branches.items() if body.pk in names}

    def build(self) -> None:
        """Make the rows of every record that nothing forbids."""
        for record in self.records:
            try:
                self._build_one(record)
            except ValidationError as refusal:
                refuse(record, refusal)

    def _build_one(self, record: Record) -> None:
        values, said = record.values, set(record.values) - record.absent
        since = min(self.day, values["committee_on"] or self.day)
        name = values["name"]
        place = make(
            Courtyard,
            name=name,
            division_id=values["community_code"],
            since=since,
            kind=Courtyard.Kind.CLUSTER if name.endswith("片区") else Courtyard.Kind.SINGLE,
            **{field: record.more.get(key) or "" for key, field in FACTS.items()},
        )
        check(place)
        survey = _survey(record, self.day) if said & set(SURVEY) else None
        committee = None
        if values["has_committee"] and "has_committee" in said:
            began = values["committee_on"] or self.day
            committee = make(SelfManagementCommittee, name=f"{name}自管会", since=began)
            check(committee)
        person = self._person(record) if values["head"] and "head" in said else None
        branch = self._branch(record) if values["has_branch"] and "has_branch" in said else None
        self.rows.append((place, survey, committee, person, branch))

    def _person(self, record: Record) -> Person:
        """The head, known or new; refused where they have left."""
        values = record.values
        key = (values["head"], values["head_phone"], values["community_code"])
        person = self.people.get(key)
        if person is None:
            person = make(Person, name=key[0], phone=key[1], division_id=key[2])
            check(person)
            self.people[key] = person
            self.new_people.append(person)
        elif person.left_on is not None:
            words = "已于" if person.left_on <= self.day else "将于"
            day = zh_date(person.left_on)
            raise ValidationError(f"{person.name}{words}{day}离任，请另选一人。")
        return person

    def _branch(self, record: Record) -> PartyOrganization:
        """The branch that covers the courtyard, known or new."""
        values = record.values
        code, own = values["community_code"], record.values["name"]
        name = record.more.get("branch_name") or f"{own}党支部"
        formation = FORMATION.get(values["formation"], "")
        branch = self.branches.get((code, name))
        if branch is None:
            branch = self._new_branch(code, name, formation)
        elif formation not in ("", branch.formation):
            raise ValidationError(REWRITINGS["formation"][1])
        elif branch.formation == Formation.INDEPENDENT and (code, name) in self.covered:
            raise ValidationError(
                f"{branch}是独建党支部，已覆盖{self.covered[code, name]}；"
                "一个支部覆盖多个楼院须为联建。"
            )
        self.covered.setdefault((code, name), own)
        return branch

    def _new_branch(self, code: str, name: str, formation: str) -> PartyOrganization:
        general = self.general.get(code)
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
        self.branches[code, name] = branch
        self.new_branches.append((general, branch))
        return branch

    def store(self, surveys: list[Survey]) -> None:
        """Write each table once; `surveys` are those of courtyards that are known."""
        if self.new_branches:
            place_children(children=self.new_branches)
            for _, branch in self.new_branches:
                check(branch)
            insert(branch for _, branch in self.new_branches)
        insert(self.new_people)
        insert(place for place, *_ in self.rows)
        parts: dict[str, list] = defaultdict(list)
        for place, survey, committee, person, branch in self.rows:
            if survey:
                survey.courtyard_id = place.pk
                surveys.append(survey)
            if committee:
                committee.courtyard_id = place.pk
                parts["committees"].append(committee)
            own = {"courtyard_id": place.pk, "since": self.day}
            if person:
                own_division = place.division_id
                headship = make(Headship, person_id=person.pk, division_id=own_division, **own)
                parts["headships"].append(headship)
            if branch:
                parts["coverages"].append(make(BranchCoverage, organization_id=branch.pk, **own))
        insert(surveys)
        for rows in parts.values():
            insert(rows)
