"""What the database holds of courtyard branches, in the field names of 党组织台账."""

from collections import defaultdict
from datetime import date

from courtyards.imports.stored import WRITTEN
from courtyards.models import BranchCoverage, GroupCoverage
from orgs.models import MemberCount, PartyOrganization, Post

Kind = PartyOrganization.Kind


def stored_branches(keys: list[tuple[str, str]], day: date) -> dict[tuple, dict]:
    """By (community code, name): the branches that stand on `day`. Six queries."""
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
    members = {}
    counted = MemberCount.objects.filter(organization__in=branches, counted_on__lte=day)
    for one in counted.order_by("counted_on", "pk"):
        members[one.organization_id] = (one.full_members, one.probationary_members)
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
                "members": None,
            }
        )
    return found
