"""Storing 党组织台账: a branch with its courtyards, posts, members and groups, through the services.

What a row leaves out ends nothing: who leaves a post, a group that is gone, a courtyard that
another branch covers now, has a page of its own, and the row says which.
"""

from datetime import date

from django.core.exceptions import ValidationError

from courtyards.imports.storing import FORMATION
from courtyards.models import BranchCoverage, Building, Courtyard, GroupCoverage
from courtyards.services import backdate_courtyard, cover_building, cover_courtyard
from courtyards.services.shared import store
from ledgers.importing.rows import NEW, Record
from orgs.models import Division, MemberCount, PartyOrganization, Person, Post
from orgs.services import appoint, establish_organization, register_person, replace_post
from orgs.services.tenures import lock

Kind, Role = PartyOrganization.Kind, Post.Role
PAGE = "请在党组织页面办理"


def store_branch(record: Record, day: date) -> None:
    """Enter a branch, or what changed of it, as of `day`. Raises ValidationError."""
    values = record.values
    if record.status == NEW:
        said = set(values) - record.absent
        branch = _establish(values, said, day)
        since = branch.established_on
    else:
        said, since = set(record.changes), day
        branch = (
            PartyOrganization.objects.on(day)
            .of_kind(Kind.BRANCH, Kind.JOINT_BRANCH)
            .get(division_id=values["community_code"], name=values["name"])
        )
        _rewrite(branch, values, said)
    if "courtyards" in said:
        _cover(branch, values["courtyards"], since)
    if "secretary" in said:
        _hold(branch, Role.SECRETARY, values["secretary"], since)
    if "committee_members" in said:
        _committee(branch, values["committee_members"], since)
    if said & {"full_members", "probationary_members"}:
        _count(branch, day, values["full_members"], values["probationary_members"])
    if "groups" in said:
        Groups(branch, since, day).store(values["groups"])


def _establish(values: dict, said: set[str], day: date) -> PartyOrganization:
    """The branch under the general branch of its community."""
    since = values["established_on"]
    if since is None or since > day:
        raise ValidationError("没有成立时间，或成立时间晚于填报日期，请核对。")
    code, general = values["community_code"], values["general_branch"]
    bodies = PartyOrganization.objects.on(since).of_kind(Kind.GENERAL_BRANCH)
    parents = list(bodies.filter(division_id=code))
    parents = [one for one in parents if one.name == general] or parents
    if not parents:
        raise ValidationError("该社区在支部成立之日还没有社区党总支，请先建立党总支。")
    if len(parents) > 1:
        raise ValidationError(f"该社区有{len(parents)}个党总支，请写党总支全称。")
    branch = establish_organization(
        parent=parents[0],
        name=values["name"],
        kind=Kind.BRANCH,
        division=Division.objects.get(pk=code),
        established_on=since,
        formation=FORMATION.get(values["formation"], ""),
        approved_by=values["approved_by"] if "approved_by" in said else parents[0].name,
    )
    if values["approval_number"]:
        branch.approval_number = values["approval_number"]
        branch.full_clean()
        branch.save(update_fields=["approval_number"])
    return branch


def _rewrite(branch: PartyOrganization, values: dict, said: set[str]) -> None:
    """Who approved it may be written better; how and when it was formed is not rewritten here."""
    for name, what in (("formation", "组建方式"), ("established_on", "成立时间")):
        if name in said:
            raise ValidationError(f"{what}与台账不同，变更{PAGE}。")
    fields = [name for name in ("approved_by", "approval_number") if name in said]
    if any(getattr(branch, name) and not values[name] for name in fields):
        raise ValidationError("台账中已有批准单位、文号，表中空着，请填写。")
    if fields:
        row = lock(branch)
        for name in fields:
            setattr(row, name, values[name])
        row.full_clean()
        row.save(update_fields=fields)


def _cover(branch: PartyOrganization, names: list[str], since: date) -> None:
    """The branch covers these courtyards; those that it covers already stay."""
    covered = BranchCoverage.objects.filter(until=None)
    own = covered.filter(organization=branch).values_list("courtyard__name", flat=True)
    gone = sorted(set(own) - set(names))
    if gone:
        raise ValidationError(f"台账中该支部还覆盖{'、'.join(gone)}，调整{PAGE}。")
    for name in [name for name in names if name not in own]:
        place = Courtyard.objects.filter(
            division_id=branch.division_id, name=name, until=None
        ).first()
        if place is None:
            raise ValidationError(f"楼院台账中没有“{name}”，请先导入楼院台账。")
        other = covered.filter(courtyard=place).select_related("organization").first()
        if other:
            raise ValidationError(f"{name}已由{other.organization}覆盖，调整{PAGE}。")
        place = backdate_courtyard(courtyard=place, since=since)
        cover_courtyard(organization=branch, courtyard=place, since=since)


def _member(name: str, division_id: str) -> Person:
    """The full member of that name in the community; registered where nobody knows one."""
    known = Person.objects.filter(
        name=name, division_id=division_id, party_status=Person.PartyStatus.FULL, left_on=None
    )
    return known.order_by("pk").first() or register_person(
        name=name,
        division=Division.objects.get(pk=division_id),
        party_status=Person.PartyStatus.FULL,
    )


def _hold(body: PartyOrganization, role: str, name: str, since: date) -> None:
    """`name` is secretary or group leader from `since`; another one leaves on that day."""
    held = Post.objects.on(since).filter(organization=body, role=role).first()
    word = Role(role).label
    if held and not name:
        raise ValidationError(f"台账中{body}已有{word}，免职{PAGE}。")
    if not name or (held and held.person.name == name):
        return
    person = _member(name, body.division_id)
    if held:
        replace_post(post=held, person=person, on=since)
    else:
        appoint(person=person, role=role, organization=body, since=since)


def _committee(branch: PartyOrganization, names: list[str], since: date) -> None:
    held = Post.objects.on(since).filter(organization=branch, role=Role.COMMITTEE_MEMBER)
    known = set(held.values_list("person__name", flat=True))
    gone = sorted(known - set(names))
    if gone:
        raise ValidationError(f"台账中的委员{'、'.join(gone)}不在表中，免职{PAGE}。")
    for name in [name for name in names if name not in known]:
        person = _member(name, branch.division_id)
        appoint(person=person, role=Role.COMMITTEE_MEMBER, organization=branch, since=since)


def _count(body: PartyOrganization, day: date, full: int | None, probationary: int | None) -> None:
    """How many members the body has on `day`."""
    if full is None:
        if probationary:
            raise ValidationError("填了预备党员，没有填正式党员数，请一起填写。")
        return
    row = MemberCount.objects.filter(organization=body, counted_on=day).first()
    row = row or MemberCount(organization=body, counted_on=day)
    row.full_members, row.probationary_members = full, probationary or 0
    row.full_clean()
    row.save()


class Groups:
    """The Party groups of a branch as of a day."""

    def __init__(self, branch: PartyOrganization, since: date, day: date):
        self.branch, self.since, self.day = branch, since, day
        standing = PartyOrganization.objects.get_children(branch).on(day).of_kind(Kind.GROUP)
        self.known = {one.name: one for one in standing}
        covered = BranchCoverage.objects.on(day).filter(organization=branch)
        self.courtyards = [one.courtyard for one in covered.select_related("courtyard")]

    def store(self, groups: list[dict]) -> None:
        gone = sorted(self.known.keys() - {group["name"] for group in groups})
        if gone:
            raise ValidationError(f"台账中的{'、'.join(gone)}不在表中，撤销党小组{PAGE}。")
        for group in groups:
            body = self.known.get(group["name"]) or establish_organization(
                parent=self.branch,
                name=group["name"],
                kind=Kind.GROUP,
                division=self.branch.division,
                established_on=self.since,
                approved_by=self.branch.name,
            )
            _hold(body, Role.GROUP_LEADER, group["leader"], self.since)
            self._cover(body, group["buildings"])
            if group["members"] is not None:
                _count(body, self.day, group["members"], 0)

    def _cover(self, body: PartyOrganization, names: list[str]) -> None:
        covered = GroupCoverage.objects.on(self.day).filter(organization=body)
        own = set(covered.values_list("building__name", flat=True))
        gone = sorted(own - set(names))
        if gone:
            raise ValidationError(f"台账中{body}还覆盖{'、'.join(gone)}，调整{PAGE}。")
        for name in [name for name in names if name not in own]:
            building = self._building(body, name)
            if self.since < building.since:
                building.since = self.since
                store(building)
            cover_building(organization=body, building=building, since=self.since)

    def _building(self, body: PartyOrganization, name: str) -> Building:
        """The building of that name in the branch's courtyards; a single courtyard may get a new one."""
        places = self.courtyards
        found = list(Building.objects.filter(courtyard__in=places, name=name, until=None)[:2])
        if len(found) == 1:
            return found[0]
        if found or len(places) != 1:
            raise ValidationError(
                f"{body}覆盖的“{name}”不知在哪个楼院，请先在楼栋台账登记，或写明楼院。"
            )
        return store(
            Building(
                name=name,
                courtyard=places[0],
                division_id=places[0].division_id,
                since=max(self.since, places[0].since),
            )
        )
