"""Problems and how they ended, supervision orders, follow-up visits."""

from datetime import date, timedelta

from demo.context import AS_OF, TOTALS, WEEK_BEFORE, Demo
from demo.data import toml
from demo.numbers import day_between
from projects.models import FollowUpVisit, OrderProblem, Problem, SupervisionOrder

FIRST = date(2020, 8, 24)
DAY = timedelta(days=1)


def build(demo: Demo):
    """Problems so many open now and a week before, then what was ordered and followed up."""
    _Problems(demo).write()
    _orders(demo)
    _follow_ups(demo)


class _Problems:
    """Writes the problems; those still open are fewer each week."""

    def __init__(self, demo: Demo):
        self.demo, self.rng = demo, demo.rng
        self.words = toml("words")["problems"]
        self.old = demo.projects["old_community"]

    def write(self):
        totals = TOTALS["problems"]
        new = 5
        closed_this_week = totals["open_week_before"] - (totals["open"] - new)
        self._at_hand()
        for position in range(totals["open"] - new - 2):
            self._open(overdue=position < totals["overdue"])
        for _ in range(new):
            raised = day_between(self.rng, WEEK_BEFORE + 3 * DAY, AS_OF - DAY)
            self._problem(raised, raised + 15 * DAY)
        for _ in range(closed_this_week):
            raised = day_between(self.rng, date(2020, 12, 14), date(2021, 4, 16))
            closed = day_between(self.rng, WEEK_BEFORE + 3 * DAY, AS_OF)
            self._problem(raised, closed + self.rng.randint(-3, 9) * DAY, closed)
        for _ in range(totals["total"] - totals["open"] - closed_this_week):
            self._closed()

    def _open(self, *, overdue: bool):
        """Still open: a few past their deadline, the others in time."""
        raised = day_between(self.rng, date(2021, 1, 4), WEEK_BEFORE)
        due = AS_OF + self.rng.randint(0, 21) * DAY
        if overdue:
            raised = day_between(self.rng, date(2021, 3, 1), date(2021, 4, 5))
            due = day_between(self.rng, date(2021, 4, 14), AS_OF - 2 * DAY)
        self._problem(raised, due)

    def _at_hand(self):
        """One open problem each in the first courtyard and in the first old community."""
        first = self.demo.courtyards[0]
        for place in ({"courtyard": first}, {"project": self.old[0]}):
            body = next(iter(place.values()))
            place |= {
                "division": body.division,
                "responsible_unit": self.demo.units[body.division_id],
            }
            title = body.name + self.words["parking"][0]
            raised = day_between(self.rng, date(2021, 4, 12), WEEK_BEFORE)
            self._problem(raised, AS_OF + 9 * DAY, place=(place, title, "parking"))

    def _closed(self):
        """Closed before the last week; early problems stayed open longest."""
        span = (WEEK_BEFORE - FIRST).days
        raised = FIRST + timedelta(days=round(span * 0.93 * self.rng.random() ** 1.5))
        age = (raised - FIRST).days / span
        length = round(self.rng.uniform(20, 110) * (1.15 - age))
        closed = raised + max(length, 4) * DAY
        if closed > WEEK_BEFORE:
            closed = day_between(self.rng, raised + DAY, WEEK_BEFORE)
        due = raised + max(round(length * self.rng.uniform(0.8, 1.5)), 5) * DAY
        self._problem(raised, due, closed)

    def _problem(self, raised: date, due: date, closed: date | None = None, place=None):
        place, title, category = place or self._place()
        ending = ""
        if closed:
            ending = self.rng.choices(("mended", "not_mended", "cannot"), (92, 4, 4))[0]
        notes = self.words["endings_mended" if ending == "mended" else "endings_open"]
        sources = ("resident", "meeting", "supervisor", "visit", "follow_up")
        # Disputed problems are not pressed; one stands among the open ones.
        disputed = not closed and due > AS_OF and self.demo.chance(0.04)
        self.demo.add(
            Problem,
            title=title,
            category=category,
            source=self.rng.choice(sources),
            raised_on=raised,
            due_on=max(due, raised + DAY),
            closed_on=closed,
            ending=ending,
            ending_note=self.rng.choice(notes) if closed else "",
            is_disputed=disputed,
            **place,
        )

    def _place(self) -> tuple[dict, str, str]:
        """Where it is (mostly a courtyard), its title, its category, and who answers for it."""
        share = self.rng.random()
        category = self.rng.choice(("parking", "drainage", "leak", "pipes", "other"))
        what = self.rng.choice(self.words[category])
        if share < 0.72:
            courtyard = self.rng.choice(self.demo.courtyards)
            unit = self.demo.units[courtyard.division_id]
            place = {"courtyard": courtyard, "division": courtyard.division}
            # Now and then nobody has been named yet: a gap to mend.
            place["responsible_unit"] = None if self.demo.chance(0.02) else unit
            return place, courtyard.name + what, category
        kind = self.rng.choice(("old_community", "old_community", "village", "road_section"))
        project = self.rng.choice(self.demo.projects[kind])
        if kind != "old_community":
            category = "other"
            what = self.rng.choice(self.words["village" if kind == "village" else "road"])
        unit = project.lead_unit if kind == "village" else project.contractor
        place = {"project": project, "division": project.division, "responsible_unit": unit}
        return place, project.name + what, category


def _orders(demo: Demo):
    """Supervision orders by the data file; the two latest due ones are overdue."""
    problems = [p for p in demo.rows.of(Problem) if not p.closed_on]
    for position, words in enumerate(toml("words")["orders"]):
        town = demo.divisions[words["town"]]
        unit = demo.units.get(words["town"], demo.units["urban_fringe"])
        matching = [p for p in problems if p.division_id.startswith(words["town"])]
        closed = words.get("closed")
        order = demo.add(
            SupervisionOrder,
            number=f"{words['issued']:%y%m}{position + 1:02d}",
            title=town.short_name + words["title"] if len(town.code) > 6 else words["title"],
            division=town,
            to_unit=unit,
            issued_on=words["issued"],
            due_on=words["due"],
            reply=words.get("reply", ""),
            replied_on=closed - DAY if closed else None,
            closed_on=closed,
        )
        # One of them presses two problems at once.
        for problem in matching[: 2 if position == 0 else 1] if not closed else ():
            demo.add(OrderProblem, order=order, problem=problem)


def _follow_ups(demo: Demo):
    """The old communities' headquarters visits its sites about every other month."""
    words = toml("words")["follow_up"]
    branch = demo.temp_branches["old_neighbourhoods"]
    for project in demo.projects["old_community"]:
        for start in (date(2020, 11, 9), date(2021, 1, 11), date(2021, 3, 15)):
            visited = day_between(demo.rng, start, start + 30 * DAY)
            which = demo.rng.randrange(len(words["findings"]))
            answered = start.year == 2020 or demo.chance(0.8)
            demo.add(
                FollowUpVisit,
                project=project,
                organization=branch,
                kind=demo.rng.choice(("guidance", "supervision")),
                visited_on=visited,
                finding=words["findings"][which],
                due_on=visited + 14 * DAY,
                result=words["results"][which] if answered else "",
                next_visit_on=visited + 45 * DAY,
            )
