"""Supervision orders (督办单): issued, replied to, the reply accepted or returned."""

from collections.abc import Sequence
from datetime import date
from os.path import commonprefix

from django.core.exceptions import ValidationError
from django.db import connection, transaction

from ledgers.formats import zh_date
from orgs.models import Division, Unit, User
from orgs.tenures import lock
from projects.models import (
    DemolitionCase,
    OrderProblem,
    OrderStep,
    Problem,
    Project,
    SupervisionOrder,
)
from projects.problems.steps import NOBODY, Actor, add_step, refuse_if_changed

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
    leaves_out_disputed: bool = False,
    by: Actor = NOBODY,
) -> SupervisionOrder:
    """Issue an order about problems, a project or a place, with the next number of its month.

    It lies in the smallest division that holds all its problems; none may be disputed or struck
    off. Whoever signs declares that it `leaves_out_disputed` demolitions, as its first step says.
    """
    _check_drawn_up(body, from_unit, by)
    for problem in sorted(problems, key=lambda one: one.pk):  # in one order, so that none waits
        _check_pressed(lock(problem))
    declared = _declared(disputed_demolitions(*problems, project), leaves_out_disputed)
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
    add_step(order, Action.ISSUED, issued_on, by, note=declared)
    return order


def _check_drawn_up(body: str, from_unit: Unit, by: Actor) -> None:
    """It says what to do, and an account signs in the name of its own unit alone."""
    if not body.strip():
        raise ValidationError({"body": "请写明督办内容和办理要求。"})
    if by.user and not Unit.objects.signed_for_by(by.user).filter(pk=from_unit.pk).exists():
        raise ValidationError({"from_unit": "只能以本单位的名义签发督办单。"})


def _declared(disputed: Sequence[DemolitionCase], leaves_out: bool) -> str:
    """What the first step says of disputed demolitions; refuses to press them."""
    if disputed and not leaves_out:
        raise ValidationError({"leaves_out_disputed": pressing_refused(disputed)})
    return f"签发时确认不涉及有争议的拆除事项（{len(disputed)}件）。" if disputed else ""


def disputed_demolitions(*matters: Problem | Project | None) -> list[DemolitionCase]:
    """The demolitions with an open dispute of the projects that `matters` are or belong to."""
    found = {m.pk if isinstance(m, Project) else m.project_id for m in matters if m}
    cases = DemolitionCase.objects.filter(project__in=found - {None})
    return list(cases.filter(disputes__resolved_on=None, disputes__isnull=False).distinct())


def pressing_refused(disputed: Sequence[DemolitionCase]) -> str:
    """Why the order may not press: a demolition is not hurried while it is disputed."""
    places = "、".join(f"“{case.place}”" for case in disputed[:3])
    places += f"等{len(disputed)}处" if len(disputed) > 3 else ""
    return f"{places}的拆除有争议，化解前不得督办拆除；督办其他事项的，请在下面勾选确认。"


def may_judge(order: SupervisionOrder, user: User) -> bool:
    """Whether `user` judges a reply: whoever signs for the unit that issued the order.

    Where that unit has gone or is not recorded, or has no account, the campaign office does; the
    unit that replied never does.
    """
    signed = set(Unit.objects.signed_for_by(user))
    if order.from_unit in signed:
        return True
    office = any(unit.kind == Unit.Kind.CAMPAIGN_OFFICE for unit in signed)
    return office and order.to_unit not in signed


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


def _open_row(order: SupervisionOrder, shown: str | None) -> SupervisionOrder:
    row = lock(order)
    refuse_if_changed(row, shown)
    if row.closed_on is not None:
        raise ValidationError(f"该督办单已于{zh_date(row.closed_on)}办结，不必重复办理。")
    return row


@transaction.atomic
def reply_to_order(
    *, order: SupervisionOrder, on: date, reply: str, by: Actor = NOBODY, shown: str | None = None
) -> SupervisionOrder:
    """The receiving unit says what it did. The order stays open until the reply is accepted."""
    row = _open_row(order, shown)
    if not reply.strip():
        raise ValidationError({"reply": "请写明办理情况。"})
    row.reply, row.replied_on = reply.strip(), on
    row.full_clean()
    row.save()
    add_step(row, Action.REPLIED, on, by, note=row.reply)
    return row


def judged_by(order: SupervisionOrder) -> str:
    """Who judges the reply of `order`, as a sentence."""
    return f"回复由签发单位（{order.from_unit or '双改办'}）认可或退回，承办单位不能自行认可。"


@transaction.atomic
def judge_reply(
    *,
    order: SupervisionOrder,
    on: date,
    accept: bool,
    note: str = "",
    by: Actor = NOBODY,
    shown: str | None = None,
) -> SupervisionOrder:
    """Accept a reply, which closes the order, or return it with a reason; then it has to be given anew."""
    row = _open_row(order, shown)
    if by.user and not may_judge(row, by.user):
        raise ValidationError(judged_by(row))
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
