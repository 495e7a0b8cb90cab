"""Supervision orders (督办单): issued, replied to, the reply accepted or returned."""

from collections.abc import Sequence
from datetime import date
from os.path import commonprefix

from django.core.exceptions import ValidationError
from django.db import connection, transaction

from ledgers.formats import zh_date
from orgs.models import Division, Unit
from orgs.services.tenures import lock
from projects.models import OrderProblem, OrderStep, Problem, Project, SupervisionOrder
from projects.services.steps import NOBODY, Actor, add_step, refuse_if_changed

Action = OrderStep.Action
NUMBERING = 27_0128  # the advisory lock under which numbers are given out


@transaction.atomic
def issue_order(
    *,
    title: str,
    body: str,
    from_unit: Unit,
    to_unit: Unit,
    issued_on: date,
    due_on: date,
    problems: Sequence[Problem] = (),
    project: Project | None = None,
    division: Division | None = None,
    by: Actor = NOBODY,
) -> SupervisionOrder:
    """Issue an order about problems, a project or a place, with the next number of its month.

    It lies in the smallest division that holds all its problems. A disputed problem is not
    pressed: its dispute flag has to be taken away first; and none that was struck off meanwhile.
    """
    if not body.strip():
        raise ValidationError({"body": "请写明督办内容和办理要求。"})
    for problem in sorted(problems, key=lambda one: one.pk):  # in one order, so that none waits
        _check_pressed(lock(problem))
    order = SupervisionOrder(
        number=_next_number(issued_on),
        title=title.strip(),
        body=body.strip(),
        project=project,
        division=_place_of(problems) if problems else project.division if project else division,
        from_unit=from_unit,
        to_unit=to_unit,
        issued_on=issued_on,
        due_on=due_on,
    )
    order.full_clean()
    order.save()
    for problem in problems:
        OrderProblem.objects.create(order=order, problem=problem)
    add_step(order, Action.ISSUED, issued_on, by)
    return order


def _check_pressed(problem: Problem) -> None:
    if problem.is_disputed:
        raise ValidationError(f"“{problem.title}”有争议，已暂停催办；争议解决后再督办。")
    if problem.closed_on is not None:
        raise ValidationError(f"“{problem.title}”已于{zh_date(problem.closed_on)}销号，不必督办。")


def _place_of(problems: Sequence[Problem]) -> Division:
    """The smallest division in which all `problems` lie; a code is a prefix of those below it."""
    shared = commonprefix([problem.division_id for problem in problems])
    above = [shared[:length] for length in range(2, len(shared) + 1)]
    return Division.objects.filter(code__in=above).latest("code")


def _next_number(day: date) -> str:
    """Year, month and a running number: 210407. Whoever numbers at the same time waits."""
    with connection.cursor() as cursor:
        cursor.execute("SELECT pg_advisory_xact_lock(%s)", [NUMBERING])
    month = f"{day:%y%m}"
    given = SupervisionOrder.objects.filter(number__startswith=month).values_list("number")
    last = max((int(n[4:]) for (n,) in given if n[4:].isdecimal()), default=0)
    return f"{month}{last + 1:02d}"


def _open_row(order: SupervisionOrder, seen: int | None) -> SupervisionOrder:
    row = lock(order)
    refuse_if_changed(row, seen)
    if row.closed_on is not None:
        raise ValidationError(f"该督办单已于{zh_date(row.closed_on)}办结，不必重复办理。")
    return row


@transaction.atomic
def reply_to_order(
    *, order: SupervisionOrder, on: date, reply: str, by: Actor = NOBODY, seen: int | None = None
) -> SupervisionOrder:
    """The receiving unit says what it did. The order stays open until the reply is accepted."""
    row = _open_row(order, seen)
    if not reply.strip():
        raise ValidationError({"reply": "请写明办理情况。"})
    row.reply, row.replied_on = reply.strip(), on
    row.full_clean()
    row.save()
    add_step(row, Action.REPLIED, on, by, note=row.reply)
    return row


@transaction.atomic
def judge_reply(
    *,
    order: SupervisionOrder,
    on: date,
    accept: bool,
    note: str = "",
    by: Actor = NOBODY,
    seen: int | None = None,
) -> SupervisionOrder:
    """Accept a reply, which closes the order, or return it with a reason; then it has to be given anew."""
    row = _open_row(order, seen)
    if row.replied_on is None:
        raise ValidationError("承办单位还没有回复，不能认可或退回。")
    if not accept and not note.strip():
        raise ValidationError({"note": "退回请写明原因。"})
    if accept:
        row.closed_on = on
    else:
        row.reply, row.replied_on = "", None
    row.full_clean()
    row.save()
    add_step(row, Action.ACCEPTED if accept else Action.RETURNED, on, by, note=note.strip())
    return row
