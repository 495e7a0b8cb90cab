"""Contact duties in five tiers: village, group, household, linked doors, cluster; and visits."""

from datetime import date, timedelta

from courtyards.models import BranchCoverage
from demo.context import AS_OF, Demo
from demo.data import toml
from demo.numbers import day_between
from demo.orgs.people import People
from volunteers.models import (
    BranchLink,
    ContactDuty,
    Household,
    ResponsibilityArea,
    VillagersGroup,
    Visit,
)

FIRST = date(2020, 9, 7)
LAST = date(2020, 12, 31)
LEADER_VILLAGES = 3


def build(demo: Demo, people: People):
    """Groups and doors of the villages, who looks after each, who visited whom."""
    words = toml("words")["contacts"]
    demo.doors = {}
    for position, project in enumerate(demo.projects["village"]):
        _Village(demo, people, words, project, position).write()
    _clusters(demo)
    _visits(demo, words)
    _links(demo, words)


def duty(demo: Demo, tier: str, person, division, since=None, until=None, **target) -> ContactDuty:
    """A contact duty of `person`; the keyword names the target that the tier asks for."""
    since = since or day_between(demo.rng, FIRST, LAST)
    return demo.add(
        ContactDuty,
        tier=tier,
        person=person,
        division=division,
        since=since,
        until=until,
        **target,
    )


class _Village:
    """One village: a leader for it, cadres for its groups, members for its doors."""

    leader = None

    def __init__(self, demo: Demo, people: People, words: dict, project, position: int):
        self.demo, self.people, self.words = demo, people, words
        self.division, self.position = project.division, position
        self.branch = demo.village_branches[project.division_id]
        self.is_demonstration = project.is_demonstration
        places = toml("places")
        self.is_linked = self.division.parent_id == places["linked_town"]["code"]

    def write(self):
        self._leader()
        groups = self._groups()
        doors = self._doors(groups)
        self.demo.doors[self.division.code] = doors
        self._cadres(groups)
        self._members(doors)
        if self.is_linked:
            self._link_heads(doors)

    def _person(self, office: str, **values):
        return self.people.new(
            self.division,
            office,
            party_status="full",
            unit=self.demo.units[self.division.code],
            home_branch=self.branch,
            **values,
        )

    def _leader(self):
        """A leading cadre of the town has a few villages; one village's was replaced."""
        officials = self.demo.town_officials[self.division.parent_id]
        leaders = officials[2:]
        index = (
            sum(d.parent_id == self.division.parent_id for d in self._before()) // LEADER_VILLAGES
        )
        if index >= len(leaders):
            town = self.demo.units[self.division.parent_id]
            leaders.append(
                self.people.new(
                    town.division,
                    self.words["leader"],
                    unit=town,
                    rank="section",
                    party_status="full",
                )
            )
            officials.append(leaders[-1])
        since = None
        if self.position == 7:
            since = date(2021, 1, 25)
            duty(
                self.demo,
                "leader_village",
                officials[1],
                self.division,
                FIRST,
                since,
                village=self.division,
            )
        duty(
            self.demo, "leader_village", leaders[index], self.division, since, village=self.division
        )

    def _before(self) -> list:
        return [p.division for p in self.demo.projects["village"][: self.position]]

    def _groups(self) -> list[VillagersGroup]:
        count = 8 if self.is_demonstration else self.demo.rng.randint(3, 6)
        return [
            self.demo.add(
                VillagersGroup,
                division=self.division,
                name=self.words["group"].format(number=number),
            )
            for number in range(1, count + 1)
        ]

    def _doors(self, groups: list[VillagersGroup]) -> list[Household]:
        """Doors, not people: 3组12号. Only those that a duty is about stand in the portal."""
        per_group = 20 if self.is_demonstration else 4
        return [
            self.demo.add(
                Household,
                division=self.division,
                group=group,
                door=self.words["door"].format(group=number, number=door),
            )
            for number, group in enumerate(groups, 1)
            for door in range(1, per_group + 1)
        ]

    def _cadres(self, groups: list[VillagersGroup]):
        """Members of the two committees share the groups; one group has nobody now."""
        cadres = [self._person(self.words["cadre"]) for _ in range(2)]
        for number, group in enumerate(groups):
            until = AS_OF - timedelta(days=20) if self.position == 11 and number == 0 else None
            duty(
                self.demo,
                "cadre_group",
                cadres[number % 2],
                self.division,
                until=until,
                group=group,
            )

    def _members(self, doors: list[Household]):
        """Party members' representatives have eight doors each in the demonstration village."""
        size = 8 if self.is_demonstration else 4
        chosen = doors if self.is_demonstration else doors[: size * 2]
        for start in range(0, len(chosen), size):
            member = self._person(self.words["member"])
            for door in chosen[start : start + size]:
                duty(self.demo, "member_household", member, self.division, household=door)

    def _link_heads(self, doors: list[Household]):
        """联户长 look after the doors next to their own."""
        for start in range(0, len(doors), 8):
            head = self._person(self.words["link_head"])
            for door in doors[start : start + 8]:
                duty(self.demo, "link_head", head, self.division, household=door)


def _clusters(demo: Demo):
    """支委联片: a committee member of the branch that covers a cluster is in charge of it."""
    covering = {c.courtyard_id: c.organization for c in demo.rows.of(BranchCoverage) if not c.until}
    for courtyard in demo.courtyards:
        branch = covering.get(courtyard.pk)
        if courtyard.kind == "cluster" and branch:
            person = demo.secretaries[branch.pk]
            since = max(branch.established_on, FIRST)
            duty(demo, "committee_cluster", person, courtyard.division, since, courtyard=courtyard)


def _visits(demo: Demo, words: dict):
    """Visits under every third duty: date, matter, counts."""
    for position, row in enumerate(demo.rows.of(ContactDuty)):
        if position % 3 or row.until:
            continue
        for _ in range(demo.rng.randint(1, 2)):
            doors = 1 if row.household_id else demo.rng.randint(4, 22)
            agreed = round(doors * demo.rng.uniform(0.4, 1))
            hesitant = (doors - agreed + 1) // 2
            demo.add(
                Visit,
                duty=row,
                visited_on=day_between(demo.rng, max(row.since, date(2020, 11, 2)), AS_OF),
                matter=demo.rng.choice(words["matters"]),
                agreed=agreed,
                hesitant=hesitant,
                opposed=doors - agreed - hesitant,
                result=demo.rng.choice(words["results"]),
            )


def _links(demo: Demo, words: dict):
    """Branches of the linked town's villages with units' branches; areas and their holders."""
    town = toml("places")["linked_town"]["code"]
    branches = [b for code, b in demo.village_branches.items() if code.startswith(town)]
    for position, branch in enumerate(branches):
        unit_branch = demo.unit_branches[demo.organs[position * 3].pk]
        demo.add(
            BranchLink,
            first=branch,
            second=unit_branch,
            since=day_between(demo.rng, FIRST, LAST),
            until=date(2021, 3, 1) if position == 4 else None,
        )
        for area in words["areas"][:2]:
            demo.add(
                ResponsibilityArea,
                name=area,
                division=branch.division,
                holder=demo.secretaries[branch.pk],
                since=day_between(demo.rng, FIRST, LAST),
            )
