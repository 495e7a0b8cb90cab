"""The steps of problems and orders: who did what, in which post, and when."""

from dataclasses import dataclass
from datetime import date

from django.core.exceptions import ValidationError

from ledgers import clock
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


class ChangedMeanwhile(ValidationError):
    """Somebody else acted on the row after the page was opened; the message says who and how."""


def last_step(row: Problem | SupervisionOrder):
    """The newest step of a problem or an order, or None."""
    return row.steps.order_by("-taken_at", "-pk").first()


def refuse_if_changed(row: Problem | SupervisionOrder, seen: int | None) -> None:
    """Raise ChangedMeanwhile where the newest step of the locked `row` is not the one `seen`.

    `seen` is its key as the page showed it, 0 for no step; None does not ask.
    """
    if seen is None:
        return
    step = last_step(row)
    if (step.pk if step else 0) != seen:
        raise ChangedMeanwhile(told(step))


def told(step) -> str:
    """A sentence on what somebody did meanwhile."""
    if step is None:
        return "打开本页以后情况有了变化，请核对后再提交。"
    who = step.acted_as or "有人"
    ending = f"，结果：{step.get_ending_display()}" if getattr(step, "ending", "") else ""
    return (
        f"打开本页以后，{who}已于{zh_moment(step.taken_at)}办理“{step.get_action_display()}”{ending}。"
        "您填写的内容还在，请核对后再决定是否提交。"
    )


def add_step(
    row: Problem | SupervisionOrder, action: str, on: date, by: Actor = NOBODY, **what
) -> ProblemStep | OrderStep:
    """Write down that `action` happened to `row` on the day `on`; `what` are the step's other fields."""
    values = {"action": action, "taken_on": on, "taken_at": clock.now(), "by": by.user}
    values["acted_as"] = by.acts_as(on)
    if isinstance(row, Problem):
        step = ProblemStep(problem=row, **values, **what)
    else:
        step = OrderStep(order=row, **values, **what)
    step.full_clean()
    step.save()
    return step
