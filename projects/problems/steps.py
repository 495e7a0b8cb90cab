"""The steps of problems and orders: who did what, in which post, and when."""

from dataclasses import dataclass
from datetime import date
from typing import Any

from ledgers import clock, meanwhile
from ledgers.formats import zh_moment
from orgs.models import User
from projects.models import OrderStep, Problem, ProblemStep, SupervisionOrder


@dataclass(frozen=True)
class Actor:
    """Who acts: an account, or the holder of a one-time link, who has none."""

    user: User | None = None
    words: str = ""

    def acts_as(self, day: date) -> str:
        """The post in words: that of the account's person on `day`, else how the account is called."""
        if self.words or self.user is None:
            return self.words
        person = self.user.person
        post = person and person.posts.on(day).select_related("organization", "unit").first()
        if post:
            return f"{post.organization or post.unit}{post.get_role_display()}"[:80]
        return self.user.display_name[:80]


NOBODY = Actor()


def last_step(row: Problem | SupervisionOrder) -> Any:
    """The newest step of a problem or an order, or None."""
    return row.steps.order_by("-taken_at", "-pk").first()


def token_of_steps(row: Problem | SupervisionOrder) -> str:
    """The token of how far a matter is, for the pages that add a step: each step changes it."""
    step = last_step(row)
    return meanwhile.token_of(step.pk if step else None)


def refuse_if_changed(row: Problem | SupervisionOrder, shown: str | None) -> None:
    """Raise ChangedMeanwhile where the locked `row` has another newest step than the page had `shown`.

    The message says who did what. None does not ask.
    """
    now = token_of_steps(row)
    if shown is not None and shown != now:
        meanwhile.refuse_if_changed(shown, now, told(last_step(row)), stored=row)


def told(step: Any) -> str:
    """A sentence on what somebody did meanwhile."""
    if step is None:
        return meanwhile.CHANGED
    who = step.acted_as or "有人"
    ending = f"，结果：{step.get_ending_display()}" if getattr(step, "ending", "") else ""
    return (
        f"打开本页以后，{who}已于{zh_moment(step.taken_at)}办理“{step.get_action_display()}”{ending}。"
        "您填写的内容还在，请核对后再决定是否提交。"
    )


def add_step(
    row: Problem | SupervisionOrder, action: str, on: date, by: Actor = NOBODY, **what: Any
) -> ProblemStep | OrderStep:
    """Write down that `action` happened to `row` on the day `on`; `what` are the step's other fields."""
    values: dict[str, Any] = {
        "action": action,
        "taken_on": on,
        "taken_at": clock.now(),
        "by": by.user,
    }
    values["acted_as"] = by.acts_as(on)
    if isinstance(row, Problem):
        step: ProblemStep | OrderStep = ProblemStep(problem=row, **values, **what)
    else:
        step = OrderStep(order=row, **values, **what)
    step.full_clean()
    step.save()
    return step
