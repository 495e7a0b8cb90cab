"""Supervision orders (督办单): issued, replied to, the reply accepted or returned."""

from datetime import date

from django.core.exceptions import ValidationError
from django.db import connection, transaction

from ledgers.formats import zh_date
from orgs.models import Division, Unit
from orgs.services.tenures import lock
from projects.models import OrderStep, Problem, Project, SupervisionOrder
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
    problem: Problem | None = None,
    project: Project | None = None,
    division: Division | None = None,
    by: Actor = NOBODY,
) -> SupervisionOrder:
    """Issue an order about a problem, a project or a place, with the next number of its month.

    A disputed problem is not pressed: its dispute flag has to be taken away first.
    """
    if problem is not None and lock(problem).is_disputed:
        raise ValidationError("该问题有争议，已暂停催办；争议解决后再督办。")
    if not body.strip():
        raise ValidationError({"body": "请写明督办内容和办理要求。"})
    place = problem or project
    order = SupervisionOrder(
        number=_next_number(issued_on),
        title=title.strip(),
        body=body.strip(),
        problem=problem,
        project=project,
        division=place.division if place else division,
        from_unit=from_unit,
        to_unit=to_unit,
        issued_on=issued_on,
        due_on=due_on,
    )
    order.full_clean()
    order.save()
    add_step(order, Action.ISSUED, issued_on, by)
    return order


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
