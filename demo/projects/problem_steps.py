"""How the demo county's problems and orders went, step by step; some came back after they were closed.

No chance is drawn from the county's source, so that every figure stays as it was.
"""

from datetime import date, datetime, time, timedelta
from random import Random

from django.utils import timezone

from demo.context import AS_OF, Demo
from demo.data import toml
from projects.models import OrderStep, Problem, ProblemStep, SupervisionOrder

DAY = timedelta(days=1)
SEED = 27
CAME_BACK_OPEN, CAME_BACK_CLOSED, WAITING, POSTPONED = 4, 6, 5, 8


def build(demo: Demo):
    """Some problems become the return of an earlier one, some wait to be looked at; then all steps."""
    _Steps(demo).write()
    _orders(demo)


class _Steps:
    def __init__(self, demo: Demo):
        self.demo, self.rng = demo, Random(SEED)
        self.words = toml("words")["problem_steps"]

    def write(self):
        problems = self.demo.rows.of(Problem)
        for problem in problems:
            if problem.project and problem.project.road_id:
                problem.road = problem.project.road
        still = [row for row in problems if row.closed_on is None]
        ended = [row for row in problems if row.closed_on is not None]
        self._came_back(still, ended, CAME_BACK_OPEN)
        self._came_back(ended[len(ended) // 2 :], ended[: len(ended) // 2], CAME_BACK_CLOSED)
        waiting = [row for row in still if row.due_on >= AS_OF and row.raised_on < AS_OF - 9 * DAY]
        for row in waiting[:WAITING]:
            row.reported_on = AS_OF - 3 * DAY
        for position, row in enumerate(problems):
            self._steps(row, postponed=position % (len(problems) // POSTPONED) == 3)

    def _came_back(self, later: list, earlier: list, count: int):
        """`count` of `later` are the return of one of `earlier`, which was at the same place."""
        for again in later:
            first = next((row for row in earlier if self._fits(row, again)), None)
            if first is None or again.origin_id or not count:
                continue
            count -= 1
            for name in (
                "title", "category", "source", "division", "courtyard", "project", "road",
                "responsible_unit",
            ):  # fmt: skip
                setattr(first, name, getattr(again, name))
            again.origin, again.reopened_times = first, 1

    def _fits(self, first: Problem, again: Problem) -> bool:
        taken = {row.origin_id for row in self.demo.rows.of(Problem)}
        gap = again.raised_on - first.closed_on
        free = first.pk not in taken and first.origin_id is None and first.ending == "mended"
        return free and first.pk != again.pk and DAY <= gap <= 60 * DAY

    def _steps(self, row: Problem, *, postponed: bool):
        unit = row.responsible_unit
        raiser = self.words["raisers"][row.source]
        answering = f"{unit.name}经办人" if unit else ""
        what = {"unit": unit, "due_on": row.due_on}
        if row.origin_id:
            reason = self.words["returns"][row.pk % len(self.words["returns"])]
            self._step(row, "reopened", row.raised_on, "监督员通过一次性链接", note=reason, **what)
        else:
            self._step(row, "raised", row.raised_on, raiser, **what)
        end = row.closed_on or AS_OF
        if postponed and unit and end - row.raised_on > 4 * DAY:
            on, reason = row.raised_on + 2 * DAY, self.words["postponed"]
            self._step(row, "postponed", on, answering, note=reason, **what)
        if row.ending == "mended" and end - row.raised_on > 2 * DAY and row.pk % 2:
            row.reported_on = end - DAY
        if row.reported_on:
            self._step(row, "reported", row.reported_on, answering, note=self.words["reported"])
        if row.closed_on:
            closer = "楼院长通过一次性链接" if row.pk % 7 == 0 and row.courtyard_id else answering
            ended = {"ending": row.ending, "note": row.ending_note}
            self._step(row, "closed", row.closed_on, closer or raiser, **ended)

    def _step(self, row: Problem, action: str, on: date, acted_as: str, **what):
        moment = _moment(self.rng, on, action)
        self.demo.add(
            ProblemStep, problem=row, action=action, taken_on=on, taken_at=moment,
            acted_as=acted_as[:80], **what,
        )  # fmt: skip


def _moment(rng: Random, on: date, action: str) -> datetime:
    """In office hours; on AS_OF before nine, where the demo's clock stands; closing comes last."""
    hour = 8 if on == AS_OF else 17 if action == "closed" else rng.randint(9, 16)
    return timezone.make_aware(datetime.combine(on, time(hour, rng.randint(0, 55))))


def _orders(demo: Demo):
    """Orders come from the campaign office; one waits for a word on its reply, one was returned."""
    rng, words = Random(SEED), toml("words")["problem_steps"]
    office = demo.units["campaign_office"]
    orders = demo.rows.of(SupervisionOrder)
    still = [row for row in orders if row.closed_on is None]
    still[-1].reply, still[-1].replied_on = words["order_reply"], AS_OF - 2 * DAY
    for row in orders:
        row.from_unit, row.body = office, words["order_body"].replace("〇", row.title)
        answering = f"{row.to_unit.name}经办人"

        def step(action, on, acted_as, note="", row=row):
            at = _moment(rng, on, "closed" if action == "accepted" else action)
            demo.add(
                OrderStep, order=row, action=action, taken_on=on, taken_at=at,
                acted_as=acted_as[:80], note=note,
            )  # fmt: skip

        step("issued", row.issued_on, office.name)
        if row is still[0]:
            step("replied", row.issued_on + 3 * DAY, answering, words["order_reply"])
            step("returned", row.issued_on + 4 * DAY, office.name, words["order_returned"])
        if row.replied_on:
            step("replied", row.replied_on, answering, row.reply)
        if row.closed_on:
            step("accepted", row.closed_on, office.name)
