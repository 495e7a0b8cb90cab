"""What 党组织台账 says, told to the services in order: branches, courtyards, groups, buildings, people.

What a row leaves out ends nothing: who leaves a post, a group that is gone, a courtyard that
another branch covers now, has a page of its own, and the row says which.
"""

from collections import defaultdict
from collections.abc import Sequence
from datetime import date

from django.core.exceptions import ValidationError

from courtyards.imports.courtyard_rows import FORMATION
from courtyards.imports.stored_branches import (
    fresh,
    fresh_buildings,
    fresh_groups,
    gone,
    held_before,
    named,
)
from courtyards.models import BranchCoverage, Building, Courtyard
from courtyards.pairing.services import (
    BuildingCoverage,
    Coverage,
    cover_buildings,
    cover_courtyards,
)
from courtyards.places.services import NewBuilding, backdate_places, register_buildings
from ledgers.importing.kinds import LedgerKind
from ledgers.importing.rows import CHANGED, NEW, Record
from orgs.models import PartyOrganization, Person, Post
from orgs.party.services import (
    Approval,
    Counting,
    NewOrganization,
    correct_approvals,
    count_members,
    establish_organizations,
)
from orgs.people.services import Appointment, NewPerson, appoint_people, register_people

Kind, Role = PartyOrganization.Kind, Post.Role
PAGE = "请在党组织页面办理"


class BranchRows:
    """New and changed records of one day, said to the services in order."""

    def __init__(self, kind: LedgerKind, records: Sequence[Record], day: date):
        self.kind, self.records, self.day = kind, records, day
        self.new = [record for record in records if record.status == NEW]
        self.changed = [record for record in records if record.status == CHANGED]
        self.codes = {record.values["community_code"] for record in records}
        self.branches: dict[int, PartyOrganization] = {}  # by the id() of their record
        self.groups: dict[int, dict[str, PartyOrganization]] = defaultdict(dict)

    def store(self) -> None:
        """A branch before its groups, courtyards before buildings, persons before their posts."""
        people = self._people()
        self._find()
        self.kind.each(self.changed, self._refuse_endings)
        self._establish()
        corrected = [one for one in self.changed if one.said & {"approved_by", "approval_number"}]
        self.kind.call(correct_approvals, self.kind.each(corrected, self._approval))
        self._cover()
        self._establish_groups()
        self._cover_buildings()
        self._appoint(people)
        counts = self.kind.each(self.records, self._counts)
        self.kind.call(count_members, [(one, count) for one, found in counts for count in found])

    def _since(self, record: Record) -> date:
        """From when on a row speaks: a new branch from the day on which it was established."""
        return record.values["established_on"] if record.status == NEW else self.day

    # -- branches

    def _find(self) -> None:
        """The branches that changed records name, and the groups under them. Two queries."""
        names = {record.values["name"] for record in self.changed}
        rows = PartyOrganization.objects.on(self.day).of_kind(Kind.BRANCH, Kind.JOINT_BRANCH)
        found = defaultdict(list)
        for row in rows.filter(division_id__in=self.codes, name__in=names) if names else ():
            found[row.division_id, row.name].append(row)

        def branch(record: Record) -> PartyOrganization:
            rows = found[record.values["community_code"], record.values["name"]]
            if len(rows) != 1:
                raise ValidationError(f"该社区有{len(rows)}个同名党支部，请先{PAGE[1:]}。")
            return rows[0]

        by_path = {}
        for record, row in self.kind.each(self.changed, branch):
            self.branches[id(record)] = row
            by_path[row.path] = id(record)
        below = PartyOrganization.objects.on(self.day).of_kind(Kind.GROUP)
        for row in below.children_of(by_path) if by_path else ():
            self.groups[by_path[row.path[: -row.steplen]]][row.name] = row

    def _refuse_endings(self, record: Record) -> None:
        """Raise ValidationError where a row would end or rewrite what has a page of its own."""
        for name, what in (("formation", "组建方式"), ("established_on", "成立时间")):
            if name in record.changes:
                raise ValidationError({name: f"{what}与台账不同，变更{PAGE}。"})
        branch = self.branches[id(record)]
        if lost := gone(record, "courtyards"):
            raise ValidationError({"courtyards": f"台账中该支部还覆盖{lost}，调整{PAGE}。"})
        if held_before(record, "secretary") and not record.values["secretary"]:
            raise ValidationError(
                {"secretary": f"台账中{branch}已有{Role.SECRETARY.label}，免职{PAGE}。"}
            )
        if lost := gone(record, "committee_members"):
            raise ValidationError(
                {"committee_members": f"台账中的委员{lost}不在表中，免职{PAGE}。"}
            )
        self._refuse_ending_groups(record)

    def _refuse_ending_groups(self, record: Record) -> None:
        held = {group["name"]: group for group in held_before(record, "groups")}
        said = {group["name"]: group for group in record.values["groups"]}
        if lost := "、".join(sorted(held.keys() - said.keys())):
            raise ValidationError({"groups": f"台账中的{lost}不在表中，撤销党小组{PAGE}。"})
        for name in held:
            if held[name]["leader"] and not said[name]["leader"]:
                raise ValidationError(
                    {"groups": f"台账中{name}已有{Role.GROUP_LEADER.label}，免职{PAGE}。"}
                )
            lost = sorted(set(held[name]["buildings"]) - set(said[name]["buildings"]))
            if lost:
                raise ValidationError(
                    {"groups": f"台账中{name}还覆盖{'、'.join(lost)}，调整{PAGE}。"}
                )

    def _establish(self) -> None:
        """New branches under the general branches of their communities. One query."""
        generals = defaultdict(list)
        bodies = PartyOrganization.objects.of_kind(Kind.GENERAL_BRANCH)
        for row in bodies.filter(division_id__in=self.codes) if self.new else ():
            generals[row.division_id].append(row)
        new = self.kind.each(
            self.new, lambda one: self._new_branch(one, generals[one.values["community_code"]])
        )
        made = self.kind.call(establish_organizations, new)
        self.branches |= {id(record): row for (record, _), row in zip(new, made, strict=True)}

    def _new_branch(self, record: Record, generals: list) -> NewOrganization:
        values, since = record.values, record.values["established_on"]
        if since is None or since > self.day:
            text = "没有成立时间，或成立时间晚于填报日期，请核对。"
            raise ValidationError({"established_on": text})
        parents = [one for one in generals if one.stands_on(since)]
        parents = [one for one in parents if one.name == values["general_branch"]] or parents
        if not parents:
            text = "该社区在支部成立之日还没有社区党总支，请先建立党总支。"
            raise ValidationError({"parent": text})
        if len(parents) > 1:
            text = f"该社区有{len(parents)}个党总支，请写党总支全称。"
            raise ValidationError({"parent": text})
        return NewOrganization(
            parents[0],
            values["name"],
            Kind.BRANCH,
            values["community_code"],
            since,
            FORMATION.get(values["formation"], ""),
            values["approved_by"] if "approved_by" in record.said else parents[0].name,
            values["approval_number"] or "",
        )

    def _approval(self, record: Record) -> Approval:
        """Who approved it may be written better; how and when it was formed is not."""
        branch, said = self.branches[id(record)], record.said
        values = {
            name: record.values[name] if name in said else getattr(branch, name)
            for name in ("approved_by", "approval_number")
        }
        if any(getattr(branch, name) and not value for name, value in values.items()):
            raise ValidationError({"approved_by": "台账中已有批准单位、文号，表中空着，请填写。"})
        return Approval(branch, **values)

    # -- courtyards

    def _cover(self) -> None:
        """The branches cover the courtyards of their rows; those covered already stay."""
        names = {name for one in self.records for name in one.values["courtyards"]}
        rows = Courtyard.objects.filter(division_id__in=self.codes, name__in=names, until=None)
        places = {(one.division_id, one.name): one for one in rows} if names else {}

        def covered(record: Record) -> list[Courtyard]:
            found = []
            for name in fresh(record, "courtyards"):
                place = places.get((record.values["community_code"], name))
                if place is None:
                    text = f"楼院台账中没有“{name}”，请先导入楼院台账。"
                    raise ValidationError({"courtyards": text})
                found.append(place)
            return found

        said = [
            (one, place) for one, found in self.kind.each(self.records, covered) for place in found
        ]
        self.kind.call(backdate_places, [(one, (place, self._since(one))) for one, place in said])
        coverages = [
            (one, Coverage(self.branches[id(one)], place, self._since(one), succeeding=False))
            for one, place in said
        ]
        self.kind.call(cover_courtyards, coverages, {"organization": "courtyards"})

    # -- groups

    def _establish_groups(self) -> None:
        new = []
        for record in self.records:
            branch, known = self.branches[id(record)], self.groups[id(record)]
            for group in fresh_groups(record):
                if group["name"] not in known:
                    new.append((record, self._new_group(branch, group["name"], record)))
        made = self.kind.call(establish_organizations, new, {"name": "group_name"})
        for (record, _), row in zip(new, made, strict=True):
            self.groups[id(record)][row.name] = row

    def _new_group(self, branch, name: str, record: Record) -> NewOrganization:
        return NewOrganization(
            branch,
            name,
            Kind.GROUP,
            branch.division_id,
            self._since(record),
            approved_by=branch.name,
        )

    def _cover_buildings(self) -> None:
        """The groups cover the buildings of their lines, in their branches' courtyards."""
        asked = [
            (record, group["name"], name)
            for record in self.records
            for group in fresh_groups(record)
            for name in fresh_buildings(record, group)
        ]
        if not asked:
            return
        places = defaultdict(list)
        covers = BranchCoverage.objects.on(self.day).filter(
            organization__in={self.branches[id(record)].pk for record, _, _ in asked}
        )
        for one in covers.select_related("courtyard").order_by("pk"):
            places[one.organization_id].append(one.courtyard)
        found = defaultdict(list)
        rows = Building.objects.filter(
            courtyard__in={place.pk for own in places.values() for place in own},
            name__in={name for _, _, name in asked},
            until=None,
        )
        for one in rows:
            found[one.courtyard_id, one.name].append(one)
        self._register_buildings(asked, places, found)
        said = [
            (
                record,
                group,
                self._building(group, places[self.branches[id(record)].pk], name, found),
            )
            for record, group, name in asked
        ]
        days = [(record, (building, self._since(record))) for record, _, building in said]
        self.kind.call(backdate_places, days)
        covered = [
            (one, BuildingCoverage(self.groups[id(one)][group], building, self._since(one)))
            for one, group, building in said
        ]
        self.kind.call(cover_buildings, covered)

    def _register_buildings(self, asked: list, places: dict, found: dict) -> None:
        """Buildings that nobody knows; only a single courtyard may get one."""
        new: dict[tuple, tuple[list[Record], NewBuilding]] = {}

        def missing(record: Record) -> None:
            own = places[self.branches[id(record)].pk]
            for one, group, name in by_record[id(record)]:
                if self._building(group, own, name, found) is None:
                    building = NewBuilding(own[0], name, self._since(one))
                    new.setdefault((own[0].pk, name), ([], building))[0].append(one)

        by_record = defaultdict(list)
        for one in asked:
            by_record[id(one[0])].append(one)
        self.kind.each([one for one in self.records if id(one) in by_record], missing)
        made = self.kind.call(register_buildings, list(new.values()), {"name": "group_buildings"})
        for key, building in zip(new, made, strict=True):
            found[key].append(building)

    @staticmethod
    def _building(group: str, places: list[Courtyard], name: str, found: dict) -> Building | None:
        """The building of that name in these courtyards; None where one may be entered."""
        known = [one for place in places for one in found[place.pk, name]]
        if len(known) == 1:
            return known[0]
        if known or len(places) != 1:
            text = f"{group}覆盖的“{name}”不知在哪个楼院，请先在楼栋台账登记，或写明楼院。"
            raise ValidationError({"building": text})
        return None

    # -- people

    def _people(self) -> dict[tuple[str, str], list[Person]]:
        """By community and name: who is in the register. One query; locked before all places."""
        names = {name for record in self.records for name in named(record)}
        found = defaultdict(list)
        rows = Person.objects.filter(division_id__in=self.codes, name__in=names)
        for one in rows.order_by("pk").select_for_update() if names else ():
            found[one.division_id, one.name].append(one)
        return found

    def _appoint(self, people: dict[tuple[str, str], list[Person]]) -> None:
        """Who gets a post by a row; another secretary or leader leaves on that day. One query."""
        held = self._posts()
        asked = []  # record, body, role, name
        for record in self.records:
            branch, code = self.branches[id(record)], record.values["community_code"]
            posts = [(branch, Role.SECRETARY, name) for name in fresh(record, "secretary")]
            for name in fresh(record, "committee_members"):
                posts.append((branch, Role.COMMITTEE_MEMBER, name))
            for group in fresh_groups(record):
                body = self.groups[id(record)][group["name"]]
                post = held.get((body.pk, Role.GROUP_LEADER))
                if group["leader"] and not (post and post.person.name == group["leader"]):
                    posts.append((body, Role.GROUP_LEADER, group["leader"]))
            asked += [(record, body, role, (code, name)) for body, role, name in posts]
        members = self._members(asked, people)
        appointments = [
            (
                record,
                Appointment(
                    members[key],
                    role,
                    self._since(record),
                    body,
                    succeeding=held.get((body.pk, role)),
                ),
            )
            for record, body, role, key in asked
        ]
        self.kind.call(appoint_people, appointments)

    def _posts(self) -> dict[tuple[int, str], Post]:
        """By organisation and role: secretaries and leaders of known branches and groups."""
        bodies = [self.branches[id(record)].pk for record in self.changed]
        bodies += [row.pk for record in self.changed for row in self.groups[id(record)].values()]
        rows = Post.objects.on(self.day).filter(
            organization__in=bodies, role__in=[Role.SECRETARY, Role.GROUP_LEADER]
        )
        return {(one.organization_id, one.role): one for one in rows.select_related("person")}

    def _members(self, asked: list, people: dict) -> dict[tuple[str, str], Person]:
        """By community and name: a full member in office; registered where nobody knows one."""
        members: dict[tuple[str, str], Person] = {}
        new: dict[tuple, tuple[list[Record], NewPerson]] = {}
        full = Person.PartyStatus.FULL
        for record, _, _, key in asked:
            fit = [one for one in people[key] if one.party_status == full and one.left_on is None]
            if fit:
                members[key] = fit[0]
            else:
                person = NewPerson(key[1], key[0], party_status=full)
                new.setdefault(key, ([], person))[0].append(record)
        entered = self.kind.call(register_people, list(new.values()), {"name": "secretary"})
        return members | dict(zip(new, entered, strict=True))

    def _counts(self, record: Record) -> list[Counting]:
        """How many members the branch and its groups have on the day."""
        values, found = record.values, []
        if record.said & {"full_members", "probationary_members"}:
            full, probationary = values["full_members"], values["probationary_members"]
            if full is not None:
                branch = self.branches[id(record)]
                found.append(Counting(branch, self.day, full, probationary or 0))
            elif probationary:
                text = "填了预备党员，没有填正式党员数，请一起填写。"
                raise ValidationError({"full_members": text})
        for group in fresh_groups(record):
            if group["members"] is not None:
                body = self.groups[id(record)][group["name"]]
                found.append(Counting(body, self.day, group["members"], 0))
        return found
