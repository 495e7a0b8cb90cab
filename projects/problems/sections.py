"""What stands on the pages of problems, orders and follow-up visits besides the facts."""

from dataclasses import dataclass

from django.urls import reverse

from ledgers.pages.sections import Drawn, Page, Panel, Rows
from orgs.access import Verb
from projects import models
from projects.models import Problem, ProblemStep
from projects.problems.services import latest_of
from projects.tables import HandlingTable


def _timeline(page: Page) -> dict | None:
    """All steps of a problem, those of its earlier rounds too, up to the day asked for."""
    problem = page.obj
    lines = Problem.objects.line_of(problem).values("pk")
    steps = ProblemStep.objects.filter(problem__in=lines, taken_on__lte=page.on)
    latest = latest_of(problem)
    return {
        "steps": list(steps.select_related("unit").order_by("taken_at", "pk")),
        "problem": problem,
        "times": latest.reopened_times,
        "later": latest if latest.pk != problem.pk else None,
        "later_href": page.address("projects:problem_detail", latest.pk),
    }


TIMELINE = Panel("办理过程", "projects/problems/problem_steps_fragment.html", _timeline, wide=True)


def _order_timeline(page: Page) -> dict | None:
    steps = page.obj.steps.filter(taken_on__lte=page.on).order_by("taken_at", "pk")
    return {"steps": list(steps), "order": page.obj}


ORDER_TIMELINE = Panel(
    "流转过程", "projects/problems/order_steps_fragment.html", _order_timeline, wide=True
)


@dataclass(frozen=True)
class IntoProblem:
    """The button that turns what a row found into a problem; then the link to the problem.

    `name` is the URL name of the page that does it.
    """

    name: str
    live = True  # it holds a form, so it is not remembered with the page

    def draw(self, page: Page) -> Drawn | None:
        row = page.obj
        if not row.finding or not page.user.may(Verb.EDIT, row):
            return None
        problem = row.problem_id and page.address("projects:problem_detail", row.problem_id)
        data = {"into": reverse(self.name, args=[row.pk]), "problem": problem}
        return Drawn(
            "发现的问题", "projects/problems/into_problem_fragment.html", first=True, data=data
        )


FOLLOW_UP_PROBLEM = IntoProblem("projects:follow_up_problem")

HANDLERS_OF_PROBLEM, HANDLERS_OF_ORDER = (
    Rows(
        "经办人",
        models.Handling,
        of,
        table=HandlingTable,
        columns=("person", "phone", "since", "until"),
        holding=False,
        order=("-since",),
        empty="还没有指定经办人。",
    )
    for of in ("problem", "order")
)
