"""One-time links: a resident supervisor or a courtyard head says, without an account, if it is mended."""

from datetime import datetime, timedelta
from typing import Any

from django.conf import settings
from django.core.exceptions import ValidationError
from django.db import transaction

from ledgers import clock
from ledgers.tokens import hash_of, new_token
from orgs.tenures import lock
from projects.models import Problem, ProblemLink, ProblemStep
from projects.models.problems import DAYS_TO_MEND
from projects.problems import services as problems
from projects.problems.steps import Actor, add_step, refuse_if_changed

SPENT = "这个链接已经用过、作废或者过期，请联系社区（村）重新发一个。"


class LinkSpent(ValidationError):
    """The link does not open any more."""


@transaction.atomic
def make_problem_link(*, problem: Problem, holder: str, by: Actor) -> tuple[ProblemLink, str]:
    """A new link for a problem and its secret, which is shown once: only its hash is stored.

    An earlier one for the same holder that nobody used is withdrawn.
    """
    row = lock(problem)
    now = clock.actual()
    row.links.filter(holder=holder, used_at=None, withdrawn_at=None).update(withdrawn_at=now)
    token = new_token()
    link = ProblemLink(
        problem=row,
        holder=holder,
        token_hash=hash_of(token),
        made_by=by.user,
        made_at=now,
        expires_at=now + timedelta(days=settings.PROBLEM_LINK_DAYS),
    )
    link.full_clean()
    link.save()
    note = f"交给{link.get_holder_display()}，{settings.PROBLEM_LINK_DAYS}天内有效"
    add_step(row, ProblemStep.Action.LINKED, clock.today(), by, note=note)
    return link, token


def problem_link_of(token: str, now: datetime) -> ProblemLink | None:
    """The link that still opens with `token`, or None: unknown, used, withdrawn or expired."""
    links = ProblemLink.objects.select_related("problem__division")
    link = links.filter(token_hash=hash_of(token)).first()
    return link if link and link.is_open(now) else None


@transaction.atomic
def use_problem_link(
    *, token: str, mended: bool, note: str = "", photo: Any = None, shown: str | None = None
) -> Problem:
    """What the link's holder saw: closes, confirms, refuses or reopens; uses the link up.

    An open problem that is mended is closed; a closed one that is not is reopened. Raises
    LinkSpent, or ChangedMeanwhile where somebody acted since the page was shown: then the link
    stays good.
    """
    now = clock.actual()
    link = problem_link_of(token, now)
    if link is not None:
        link = lock(link)  # two at once: the second finds it used
    if link is None or not link.is_open(now):
        raise LinkSpent(SPENT)
    row = lock(problems.latest_of(link.problem))
    refuse_if_changed(row, shown)
    by = Actor(words=link.acts_as)
    reached = _tell(row, mended, note.strip(), {"photo": photo, "by": by})
    link.used_at = now
    link.full_clean()
    link.save()
    return reached


def _tell(row: Problem, mended: bool, note: str, how: dict) -> Problem:
    """Do what follows from `mended` for an open or a closed problem."""
    today = clock.today()
    if row.closed_on is None:
        if mended:
            note = note or "现场核实，已整改"
            return problems.close_problem(problem=row, on=today, ending="mended", note=note, **how)
        note = note or "现场核实，未整改到位"
        return problems.refuse_mended(problem=row, on=today, reason=note, **how)
    if mended:
        photo = how["photo"] or ""
        add_step(row, ProblemStep.Action.CONFIRMED, today, how["by"], note=note, photo=photo)
        return row
    return problems.reopen_problem(
        problem=row,
        on=max(today, row.closed_on),
        due_on=today + timedelta(days=DAYS_TO_MEND),
        reason=note or "现场核实，未整改到位",
        **how,
    )
