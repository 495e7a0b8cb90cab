"""What the ledgers hold of courtyard branches, in the words of 党组织台账, and what a row adds to it."""

from collections import defaultdict
from datetime import date

from courtyards.imports.courtyard_rows import WRITTEN
from courtyards.models import BranchCoverage, GroupCoverage
from ledgers.importing.rows import Record
from orgs.models import MemberCount, PartyOrganization, Post

Kind = PartyOrganization.Kind


def stored_branches(keys: list[tuple[str, str]], day: date) -> dict[tuple, dict]:
    """By (community code, name): the branches that stand on `day`. Eight queries."""
    branches = list(
        PartyOrganization.objects.on(day)
        .of_kind(Kind.BRANCH, Kind.JOINT_BRANCH)
        .filter(division_id__in={code for code, _ in keys}, name__in={name for _, name in keys})
    )
    posts = _posts([branch.pk for branch in branches], day)
    courtyards = defaultdict(list)
    covered = BranchCoverage.objects.on(day).filter(organization__in=branches)
    for branch, name in covered.order_by("pk").values_list("organization_id", "courtyard__name"):
        courtyards[branch].append(name)
    members = _members([branch.pk for branch in branches], day)
    groups = _groups({code for code, _ in keys}, day)
    return {
        (branch.division_id, branch.name): {
            "community_code": branch.division_id,
            "name": branch.name,
            "formation": WRITTEN[branch.formation],
            "courtyards": courtyards[branch.pk],
            "established_on": branch.established_on,
            "approved_by": branch.approved_by,
            "approval_number": branch.approval_number,
            "secretary": next(iter(posts[branch.pk]["secretary"]), ""),
            "committee_members": posts[branch.pk]["committee_member"],
            "full_members": members.get(branch.pk, (None, None))[0],
            "probationary_members": members.get(branch.pk, (None, None))[1],
            "groups": groups[branch.path],
        }
        for branch in branches
    }


def as_written(held: dict, record: Record) -> dict:
    """`held` in the order of the row, so that another order of the same things is no change.

    What the row does not say of its groups (members, on a roster that goes out) is not asked.
    """
    said = {group["name"]: group for group in record.values["groups"]}
    groups = []
    for group in held["groups"]:
        own = said.get(group["name"])
        if own:
            group = group | {"buildings": _ordered(group["buildings"], own["buildings"])}
            group["members"] = None if own["members"] is None else group["members"]
        groups.append(group)
    lists = {
        name: _ordered(held[name], record.values[name])
        for name in ("courtyards", "committee_members")
    }
    order = list(said)
    groups.sort(key=lambda one: order.index(one["name"]) if one["name"] in said else len(order))
    return held | lists | {"groups": groups}


def _ordered(held: list, said: list) -> list:
    return list(said) if sorted(held) == sorted(said) else held


def _members(keys: list[int], day: date) -> dict[int, tuple[int, int]]:
    """By organisation: full and probationary members, as counted last."""
    counted = MemberCount.objects.filter(organization__in=keys, counted_on__lte=day)
    return {
        one.organization_id: (one.full_members, one.probationary_members)
        for one in counted.order_by("counted_on", "pk")
    }


def _posts(keys: list[int], day: date) -> dict:
    """By organisation and role: the names of those who hold the post."""
    found: dict = defaultdict(lambda: defaultdict(list))
    held = Post.objects.on(day).filter(organization__in=keys).order_by("since", "pk")
    for body, role, name in held.values_list("organization_id", "role", "person__name"):
        found[body][role].append(name)
    return found


def _groups(codes: set[str], day: date) -> dict[str, list[dict]]:
    """By the path of their branch: the groups with leader, buildings and members."""
    groups = list(
        PartyOrganization.objects.on(day).of_kind(Kind.GROUP).filter(division_id__in=codes)
    )
    keys = [group.pk for group in groups]
    leaders = _posts(keys, day)
    members = _members(keys, day)
    buildings = defaultdict(list)
    covered = GroupCoverage.objects.on(day).filter(organization__in=keys).order_by("pk")
    for group, name in covered.values_list("organization_id", "building__name"):
        buildings[group].append(name)
    found: dict[str, list[dict]] = defaultdict(list)
    for group in groups:
        found[group.path[: -PartyOrganization.steplen]].append(
            {
                "name": group.name,
                "leader": next(iter(leaders[group.pk]["group_leader"]), ""),
                "buildings": buildings[group.pk],
                "members": sum(members[group.pk]) if group.pk in members else None,
            }
        )
    return found


def held_before(record: Record, name: str):
    """What the ledger held of a value that has changed; nothing of another one."""
    return record.changes[name][0] if name in record.changes else []


def gone(record: Record, name: str) -> str:
    """What the ledger held and the row leaves out of a list."""
    return "、".join(sorted(set(held_before(record, name)) - set(record.values[name] or ())))


def fresh(record: Record, name: str) -> list[str]:
    """The names of a value that the ledger did not hold."""
    if name not in record.said:
        return []
    said, held = record.values[name], held_before(record, name)
    said, held = ([one] if isinstance(one, str) else one for one in (said, held))
    return [one for one in dict.fromkeys(said or ()) if one and one not in held]


def fresh_groups(record: Record) -> list[dict]:
    """The groups of the row that the ledger did not hold just so."""
    if "groups" not in record.said:
        return []
    return [
        group for group in record.values["groups"] if group not in held_before(record, "groups")
    ]


def fresh_buildings(record: Record, group: dict) -> list[str]:
    held = [one for one in held_before(record, "groups") if one["name"] == group["name"]]
    known = held[0]["buildings"] if held else []
    return [name for name in group["buildings"] if name not in known]


def named(record: Record) -> list[str]:
    """The names of all who may get a post by a row."""
    leaders = [group["leader"] for group in record.values["groups"]]
    values = record.values
    names = (values["secretary"], *(values["committee_members"] or ()), *leaders)
    return [name for name in names if name]
