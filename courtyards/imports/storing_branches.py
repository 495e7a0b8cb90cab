"""Storing 党组织台账 by the batch: branches with their courtyards, posts, members and groups.

What a row leaves out ends nothing: who leaves a post, a group that is gone, a courtyard that
another branch covers now, has a page of its own, and the row says which. The rules are those of the
services that store one; the tree grows level by level, a branch before its groups.
"""

from collections.abc import Sequence
from datetime import date

from django.core.exceptions import ValidationError

from courtyards.imports.branch_rows import BranchRows
from courtyards.imports.known_branches import Body, KnownBranches
from courtyards.imports.rules import FORMATION
from courtyards.models import Building, Courtyard
from ledgers.importing.bulk import refuse
from ledgers.importing.rows import NEW, Record
from orgs.models import PartyOrganization, Post

Kind, Role = PartyOrganization.Kind, Post.Role
PAGE = "请在党组织页面办理"


def store_branches(records: Sequence[Record], day: date) -> None:
    """Store the new and changed records; those that a rule forbids become wrong."""
    batch = Batch(records, day)
    batch.build()
    batch.rows.store()


class Batch:
    """Branches of one day with all that their rows say, not stored until the rows are."""

    def __init__(self, records: Sequence[Record], day: date):
        self.records, self.day = records, day
        self.known = KnownBranches(records, day)
        self.rows = BranchRows(self.known)

    def build(self) -> None:
        """Make the rows of every record that nothing forbids."""
        for record in self.records:
            try:
                self._enter(record)
            except ValidationError as refusal:
                self.rows.draft.take_back()
                refuse(record, refusal)
            else:
                self.rows.draft.keep()

    def _enter(self, record: Record) -> None:
        """A branch, or what changed of it."""
        values = record.values
        if record.status == NEW:
            said = set(values) - record.absent
            branch = self._establish(values, said)
            since = branch.row.established_on
        else:
            said, since = set(record.changes), self.day
            branch = self._known(values)
            self._rewrite(branch.row, values, said)
        if "courtyards" in said:
            self._cover(branch, values["courtyards"], since)
        if "secretary" in said:
            self._hold(branch, Role.SECRETARY, values["secretary"], since)
        if "committee_members" in said:
            self._committee(branch, values["committee_members"], since)
        if said & {"full_members", "probationary_members"}:
            self._count(branch, values["full_members"], values["probationary_members"])
        if "groups" in said:
            self._groups(branch, values["groups"], since)

    def _known(self, values: dict) -> Body:
        found = self.known.branches[values["community_code"], values["name"]]
        if len(found) != 1:
            raise ValidationError(f"该社区有{len(found)}个同名党支部，请先{PAGE[1:]}。")
        return found[0]

    def _establish(self, values: dict, said: set[str]) -> Body:
        """The branch under the general branch of its community."""
        since = values["established_on"]
        if since is None or since > self.day:
            raise ValidationError("没有成立时间，或成立时间晚于填报日期，请核对。")
        code, general = values["community_code"], values["general_branch"]
        parents = [one for one in self.known.generals[code] if one.stands_on(since)]
        parents = [one for one in parents if one.name == general] or parents
        if not parents:
            raise ValidationError("该社区在支部成立之日还没有社区党总支，请先建立党总支。")
        if len(parents) > 1:
            raise ValidationError(f"该社区有{len(parents)}个党总支，请写党总支全称。")
        [parent] = parents
        return self.rows.establish(
            Body(parent),
            self.known.siblings[parent.path],
            name=values["name"],
            kind=Kind.BRANCH,
            division_id=code,
            established_on=since,
            formation=FORMATION.get(values["formation"], ""),
            approved_by=values["approved_by"] if "approved_by" in said else parent.name,
            approval_number=values["approval_number"] or "",
        )

    def _rewrite(self, branch: PartyOrganization, values: dict, said: set[str]) -> None:
        """Who approved it may be written better; how and when it was formed is not rewritten here."""
        for name, what in (("formation", "组建方式"), ("established_on", "成立时间")):
            if name in said:
                raise ValidationError(f"{what}与台账不同，变更{PAGE}。")
        fields = [name for name in ("approved_by", "approval_number") if name in said]
        if any(getattr(branch, name) and not values[name] for name in fields):
            raise ValidationError("台账中已有批准单位、文号，表中空着，请填写。")
        if fields:
            self.rows.change(branch, **{name: values[name] for name in fields})

    def _cover(self, branch: Body, names: list[str], since: date) -> None:
        """The branch covers these courtyards; those that it covers already stay."""
        own = {one.courtyard.name for one in branch.covers if one.until is None}
        gone = sorted(own - set(names))
        if gone:
            raise ValidationError(f"台账中该支部还覆盖{'、'.join(gone)}，调整{PAGE}。")
        for name in [name for name in names if name not in own]:
            place = self.known.places.get((branch.row.division_id, name))
            if place is None:
                raise ValidationError(f"楼院台账中没有“{name}”，请先导入楼院台账。")
            covered = (one for one in self.known.covers[place.pk] if one.until is None)
            if other := next(covered, None):
                raise ValidationError(f"{name}已由{other.organization}覆盖，调整{PAGE}。")
            self.rows.cover_courtyard(branch, place, since)

    def _hold(self, body: Body, role: str, name: str, since: date) -> None:
        """`name` is secretary or group leader from `since`; another one leaves on that day."""
        held = next((one for one in body.posts if one.role == role and one.holds_on(since)), None)
        if held and not name:
            raise ValidationError(f"台账中{body.row}已有{Role(role).label}，免职{PAGE}。")
        if name and not (held and held.person.name == name):
            self.rows.appoint(body, role, name, since, succeeding=held)

    def _committee(self, branch: Body, names: list[str], since: date) -> None:
        held = [one for one in branch.posts if one.role == Role.COMMITTEE_MEMBER]
        known = {one.person.name for one in held if one.holds_on(since)}
        gone = sorted(known - set(names))
        if gone:
            raise ValidationError(f"台账中的委员{'、'.join(gone)}不在表中，免职{PAGE}。")
        for name in [name for name in names if name not in known]:
            self.rows.appoint(branch, Role.COMMITTEE_MEMBER, name, since)

    def _count(self, body: Body, full: int | None, probationary: int | None) -> None:
        """How many members the body has on the day."""
        if full is not None:
            self.rows.count(body, full, probationary or 0)
        elif probationary:
            raise ValidationError("填了预备党员，没有填正式党员数，请一起填写。")

    def _groups(self, branch: Body, groups: list[dict], since: date) -> None:
        """The Party groups of the branch, each with its leader, buildings and members."""
        standing = [one for one in branch.below if one.row.stands_on(self.day)]
        known = {one.row.name: one for one in standing if one.row.kind == Kind.GROUP}
        gone = sorted(known.keys() - {group["name"] for group in groups})
        if gone:
            raise ValidationError(f"台账中的{'、'.join(gone)}不在表中，撤销党小组{PAGE}。")
        for group in groups:
            body = known.get(group["name"]) or self._establish_group(branch, group["name"], since)
            self._hold(body, Role.GROUP_LEADER, group["leader"], since)
            self._cover_buildings(branch, body, group["buildings"], since)
            if group["members"] is not None:
                self._count(body, group["members"], 0)

    def _establish_group(self, branch: Body, name: str, since: date) -> Body:
        return self.rows.establish(
            branch,
            [one.row for one in branch.below],
            name=name,
            kind=Kind.GROUP,
            division_id=branch.row.division_id,
            established_on=since,
            approved_by=branch.row.name,
        )

    def _cover_buildings(self, branch: Body, group: Body, names: list[str], since: date) -> None:
        own = {one.building.name for one in group.covers if one.holds_on(self.day)}
        gone = sorted(own - set(names))
        if gone:
            raise ValidationError(f"台账中{group.row}还覆盖{'、'.join(gone)}，调整{PAGE}。")
        places = [one.courtyard for one in branch.covers if one.holds_on(self.day)]
        for name in [name for name in names if name not in own]:
            building = self._building(group, places, name, since)
            self.rows.cover_building(branch, group, building, since)

    def _building(self, group: Body, places: list[Courtyard], name: str, since: date) -> Building:
        """The building of that name in the branch's courtyards; a single courtyard may get a new one."""
        found = [one for place in places for one in self.known.buildings[place.pk, name]]
        if len(found) == 1:
            return found[0]
        if found or len(places) != 1:
            raise ValidationError(
                f"{group.row}覆盖的“{name}”不知在哪个楼院，请先在楼栋台账登记，或写明楼院。"
            )
        return self.rows.new_building(places[0], name, since)
