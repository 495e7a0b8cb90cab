"""Courtyard branches (alone or joint) and building groups: the lower two of the three levels."""

from datetime import date, timedelta

from courtyards.models import BranchCoverage, GroupCoverage
from demo.context import AS_OF, FIRST_MONDAY, TOTALS, Demo
from demo.data import toml
from demo.numbers import apportion, day_between, spread
from demo.orgs.people import People
from demo.orgs.tree import Tree
from orgs.models import FormationPartner, MemberCount, PastAffiliation

LAST_NEW_BRANCH = date(2021, 4, 16)
MOVED = date(2021, 1, 18)
# How the 36 joint branches come about: neighbours, or one courtyard with a unit beside it.
JOINT_SIZES = [3] * 28 + [2] * 6 + [1] * 2
TERM = 3


def build(demo: Demo, people: People, tree: Tree):
    """97 branches over the courtyards of 20 communities, and 207 groups over their buildings."""
    totals = TOTALS["courtyards"]
    sizes = JOINT_SIZES + [1] * totals["branches_independent"]
    formations = ["joint"] * totals["branches_joint"] + ["independent"] * totals[
        "branches_independent"
    ]
    shapes = list(zip(sizes, formations, strict=True))
    days = spread(demo.rng, len(shapes), date(2020, 8, 3), LAST_NEW_BRANCH, early=1.1)
    demo.rng.shuffle(days)
    for (formation, courtyards), day in zip(_places(demo, shapes), days, strict=True):
        demo.courtyard_branches.append(_branch(demo, people, tree, formation, courtyards, day))
    _groups(demo, people, tree)
    _dissolved(demo, people, tree)
    _moved(demo)
    _count_members(demo)


def _places(demo: Demo, shapes: list[tuple[int, str]]) -> list[tuple[str, list]]:
    """Which neighbouring courtyards each branch covers; a branch stays within one community."""
    free = {}
    for courtyard in demo.courtyards:
        free.setdefault(courtyard.division_id, []).append(courtyard)
    placed = []
    for size, formation in shapes:
        # Where most courtyards are still free, so that every community gets its share.
        code = max(free, key=lambda c: (len(free[c]) + demo.rng.random() * 3, c))
        start = demo.rng.randint(0, len(free[code]) - size)
        placed.append((formation, free[code][start : start + size]))
        del free[code][start : start + size]
    return placed


def _branch(demo: Demo, people: People, tree: Tree, formation: str, courtyards: list, day: date):
    """A branch under its community's general branch, with secretary and, if large, a committee."""
    words = toml("organizations")["words"]
    is_joint = formation == "joint"
    community = courtyards[0].division
    name = "、".join(c.name for c in courtyards[:2]) + ("等" if len(courtyards) > 2 else "")
    branch = tree.add(
        demo.general_branches[community.code],
        name=name + words["joint_branch" if is_joint else "courtyard_branch"],
        kind="joint_branch" if is_joint else "branch",
        formation=formation,
        division=community,
        approved_by=demo.units[community.parent_id].short_name + words["street_committee"],
        approval_number=f"〔{day.year}〕{demo.rng.randint(3, 60)}号",
        approved_on=day - timedelta(days=demo.rng.randint(0, 5)),
        established_on=day,
        term_end=day.replace(year=day.year + TERM, day=min(day.day, 28)),
    )
    for courtyard in courtyards:
        demo.add(BranchCoverage, organization=branch, courtyard=courtyard, since=day)
    if is_joint and (len(courtyards) == 1 or demo.chance(0.2)):
        demo.add(FormationPartner, organization=branch, unit=demo.rng.choice(demo.organs))
    secretary = people.new(community, "楼院党支部书记", party_status="full", home_branch=branch)
    demo.secretaries[branch.pk] = secretary
    _appoint(demo, people, branch, secretary, day)
    return branch


def _appoint(demo: Demo, people: People, branch, secretary, day: date):
    """The secretary's post; two branches stand without one now, a few changed theirs."""
    position = len(demo.courtyard_branches)
    by = demo.general_branches[branch.division_id].name
    until = AS_OF - timedelta(days=24) if position in (17, 58) else None
    if position in (8, 33, 71) and day < date(2021, 1, 4):
        change = day_between(demo.rng, date(2021, 1, 11), date(2021, 3, 19))
        former = people.new(branch.division, "原楼院党支部书记", party_status="full")
        people.post(former, "secretary", day, body=branch, until=change, by=by)
        day = change
    people.post(secretary, "secretary", day, body=branch, until=until, by=by)
    for _ in range(demo.rng.choice((0, 0, 1, 2))):
        member = people.new(
            branch.division, "楼院党支部委员", party_status="full", home_branch=branch
        )
        people.post(member, "committee_member", max(day, branch.established_on), body=branch, by=by)


def _groups(demo: Demo, people: People, tree: Tree):
    """Groups share out the branches' buildings: each takes one, or a few that stand together."""
    covered = _buildings_of(demo)
    weights = [min(len(covered[b.pk]), 12) for b in demo.courtyard_branches]
    extra = TOTALS["courtyards"]["groups"] - len(demo.courtyard_branches)
    counts = apportion(extra, [max(weight - 1, 0) for weight in weights])
    for branch, more in zip(demo.courtyard_branches, counts, strict=True):
        buildings = covered[branch.pk]
        number = more + 1
        width = max(1, min(len(buildings) // number, 4))
        for position in range(number):
            part = buildings[position * width : (position + 1) * width]
            _group(demo, people, tree, branch, position + 1, part)


def _buildings_of(demo: Demo) -> dict[int, list]:
    """The buildings of the courtyards that each branch covers, in order."""
    covered = {}
    for coverage in demo.rows.of(BranchCoverage):
        covered.setdefault(coverage.organization_id, []).extend(
            demo.buildings[coverage.courtyard_id]
        )
    return covered


def _group(demo: Demo, people: People, tree: Tree, branch, number: int, buildings: list):
    latest = max(AS_OF - timedelta(days=9), branch.established_on)
    first = branch.established_on + timedelta(days=demo.rng.randint(0, 20))
    day = min(day_between(demo.rng, first, first + timedelta(days=30)), latest)
    group = tree.add(
        branch,
        name=f"{branch.name}第{number}{toml('organizations')['words']['group']}",
        kind="group",
        division=branch.division,
        approved_by=branch.name,
        established_on=day,
    )
    for building in buildings:
        demo.add(GroupCoverage, organization=group, building=building, since=day)
    leader = people.new(branch.division, "党小组长", party_status="full", home_branch=branch)
    if not demo.chance(0.02):
        people.post(leader, "group_leader", day, body=group, by=branch.name)


def _dissolved(demo: Demo, people: People, tree: Tree):
    """A small branch that was dissolved in the winter; its posts, group and coverage ended with it."""
    covered = {coverage.courtyard_id for coverage in demo.rows.of(BranchCoverage)}
    courtyard = next(c for c in demo.courtyards if c.pk not in covered)
    words = toml("organizations")["words"]
    since, until = date(2020, 8, 17), date(2021, 2, 22)
    branch = tree.add(
        demo.general_branches[courtyard.division_id],
        name=courtyard.name + words["courtyard_branch"],
        kind="branch",
        formation="independent",
        division=courtyard.division,
        established_on=since,
        dissolved_on=until,
    )
    group = tree.add(
        branch,
        name=f"{branch.name}第1{words['group']}",
        kind="group",
        division=courtyard.division,
        established_on=since,
        dissolved_on=until,
    )
    demo.add(BranchCoverage, organization=branch, courtyard=courtyard, since=since, until=until)
    building = demo.buildings[courtyard.pk][0]
    demo.add(GroupCoverage, organization=group, building=building, since=since, until=until)
    for body, role in ((branch, "secretary"), (group, "group_leader")):
        holder = people.new(
            courtyard.division, "原" + words["courtyard_branch"], party_status="full"
        )
        people.post(holder, role, since, body=body, until=until)


def _moved(demo: Demo):
    """The oldest branch began under another community's general branch and was moved in winter."""
    branch = min(demo.courtyard_branches, key=lambda b: (b.established_on, b.path))
    other = next(body for code, body in demo.general_branches.items() if code != branch.division_id)
    demo.add(
        PastAffiliation,
        organization=branch,
        superior=other,
        since=branch.established_on,
        until=MOVED,
    )


def _count_members(demo: Demo):
    """Counts of members: at least three in every group, but for two that break the rule."""
    on = AS_OF - timedelta(days=30)
    by_community: dict[str, int] = {}
    for position, branch in enumerate(demo.courtyard_branches):
        small = position == 61
        groups = _groups_of(demo, branch)
        counts = [
            2 if small or (position == 5 and not i) else demo.rng.randint(3, 5)
            for i in range(len(groups))
        ]
        for group, full in zip(groups, counts, strict=True):
            _count(demo, group, on, full)
        full = 2 if small else sum(counts) + demo.rng.randint(0, 3)
        _count(demo, branch, on, full)
        if branch.established_on < FIRST_MONDAY:
            _count(demo, branch, date(2020, 12, 31), max(full - 1, 2))
        code = branch.division_id
        by_community[code] = by_community.get(code, 0) + full
    for code, full in by_community.items():
        _count(demo, demo.general_branches[code], on, max(full + demo.rng.randint(6, 15), 52))


def _groups_of(demo: Demo, branch) -> list:
    kind = type(branch)
    return [o for o in demo.rows.of(kind) if o.kind == "group" and o.path.startswith(branch.path)]


def _count(demo: Demo, organization, on: date, full: int):
    demo.add(
        MemberCount,
        organization=organization,
        counted_on=max(on, organization.established_on),
        full_members=full,
        probationary_members=demo.rng.choice((0, 0, 0, 1)),
    )
