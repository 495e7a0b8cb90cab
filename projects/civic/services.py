"""A case from its opening to its end: steps in order, notices, objections, sending back, closing."""

import secrets
from datetime import date, timedelta
from typing import Any

from django.core.exceptions import ValidationError
from django.db import transaction

from ledgers.formats import zh_date
from ledgers.meanwhile import ChangedMeanwhile, refuse_if_changed, token_of
from orgs.models import Division
from orgs.tenures import lock
from projects.civic.lights import step_lights
from projects.civic.notice_clock import clock_of
from projects.civic.rules import OWNERS_SINCE, CivicRule, Rulebook, counted, order_of, step_name
from projects.lights import RED
from projects.models import CivicProcess, CivicStep, Project

Kind, Outcome, Status = CivicStep.Kind, CivicStep.Outcome, CivicProcess.Status
KEY_BYTES = 12  # 96 random bits: nobody guesses the address of a public page


@transaction.atomic
def open_case(
    *,
    kind: str,
    matter: str,
    opened_on: date,
    division: Division | None = None,
    project: Project | None = None,
    proposed_by: str = "",
    owners_matter: str = "",
) -> CivicProcess:
    """Open a case for a matter of a project, or of a community (village) without one.

    The division is the project's where there is one. `proposed_by` says where the motion came
    from; `owners_matter` (OwnersMatter) makes the residents' meeting a vote of the owners, and is
    fixed from then on. Raises ValidationError where the same matter of the same place is still
    open, and for an owners' matter of a village.
    """
    division = project.division if project else division
    case = CivicProcess(
        kind=kind,
        matter=matter.strip(),
        division=division,
        project=project,
        opened_on=opened_on,
        proposed_by=proposed_by,
        owners_matter=owners_matter,
    )
    case.full_clean()
    _lock_place(case.division)
    same = CivicProcess.objects.filter(division=division, project=project, matter=case.matter)
    if same.exclude(status__in=[Status.CLOSED, Status.REJECTED]).exists():
        raise ValidationError(
            {"matter": "同一事项正在议事，不必重复启动；请到议事台账中接着登记。"}
        )
    case.save()
    return case


@transaction.atomic
def correct_opening(*, case: CivicProcess, opened_on: date, matter: str) -> CivicProcess:
    """Correct the day or the matter of a case as long as no step stands on it.

    Raises ChangedMeanwhile where one does, ValidationError by field for what cannot stand.
    """
    row = lock(case)
    if row.steps.exists():
        raise ChangedMeanwhile("已经登记了步骤，启动信息不能再改。")
    row.opened_on, row.matter = opened_on, matter.strip()
    row.full_clean()
    row.save()
    return row


def _lock_place(division: Division) -> None:
    """One opening at a time in a place, so that the same form sent twice opens one case."""
    lock(division)


def next_step(steps: list[CivicStep], order: tuple[str, ...]) -> str:
    """The kind of the step that follows `steps` (all of a case, in order), or "" after the last.

    `order` is the case's (`order_of`).
    """
    if not steps:
        return order[0]
    last = steps[-1]
    if last.outcome == Outcome.RETURNED:
        return last.returns_to
    if last.outcome == Outcome.REJECTED or last.kind == order[-1]:
        return ""
    return order[order.index(last.kind) + 1]


@transaction.atomic
def record_step(
    *,
    case: CivicProcess,
    kind: str,
    held_on: date,
    today: date,
    shown: str | None = None,
    counts: dict[str, int] | None = None,
    sheet: Any = None,
    **told: Any,
) -> CivicStep:
    """Record the case's next step, or put a decision or a result on notice.

    `shown` is the token of the steps that the case had when the form was opened
    (`token_of_steps`): they tell also where a step is repeated. `counts` are due, present, agree, against,
    abstain (persons or households), and of an owners' vote the same with `_m2` (exclusive areas in
    ㎡); a notice has none, its last day follows from the rule of its first. `told`: place, content, outcome, returns_to. What did not reach quorum or majority can
    be sent back (`returns_to` says to which step) or rejected, but not passed. Raises ChangedMeanwhile
    where the case is no longer at `kind`, else ValidationError by field.
    """
    row = lock(case)
    steps = list(row.steps.all())
    _expect(row, steps, kind, shown)
    _check_day(row, steps, held_on, today)
    step = CivicStep(process=row, kind=kind, held_on=held_on, sheet=sheet or "", **told)
    rule = Rulebook(row.kind).rule(kind, held_on)
    if step.is_notice:
        _check_notice(step, steps)
        step.notice_until = held_on + timedelta(days=rule.notice_days)  # type: ignore[arg-type]  # a notice has them
    else:
        for name, count in (counts or {}).items():
            setattr(step, name, count)
        _check_meeting(step, rule)
    _check_return(step, order_of(row))
    step.full_clean(exclude=["process"])
    step.save()
    _move_on(row, step)
    return step


def token_of_steps(case: CivicProcess, steps: list[CivicStep]) -> str:
    """The token of how far a case is, for the form of its next step."""
    return token_of(case.pk, [step.pk for step in steps])


def _expect(row: CivicProcess, steps: list[CivicStep], kind: str, shown: str | None) -> None:
    if row.has_ended:
        raise ChangedMeanwhile(f"该事项已{row.get_status_display()}，不能再登记步骤。")
    due = next_step(steps, order_of(row))
    told = f"现在应登记的是“{step_name(row.kind, due)}”" if due else "各步骤均已登记"
    told = f"这一步刚刚已经登记过，没有重复登记；{told}。"
    now = token_of_steps(row, steps)
    refuse_if_changed(shown, now, told, stored=row)
    if kind != due:
        raise ChangedMeanwhile(told, now=now, stored=row)


def _check_day(row: CivicProcess, steps: list[CivicStep], held_on: date, today: date) -> None:
    if not steps and held_on < row.opened_on:
        day = zh_date(row.opened_on)
        raise ValidationError(
            {"held_on": f"日期不能早于启动日期（{day}）；启动日期填错的，请先更正启动信息。"}
        )
    first = max([row.opened_on, *(step.held_on for step in steps)])
    if held_on < first:
        raise ValidationError({"held_on": f"日期不能早于上一步（{zh_date(first)}）。"})
    if held_on > today:
        raise ValidationError({"held_on": "日期还没有到，请在当天或以后登记。"})


def _check_meeting(step: CivicStep, rule: CivicRule) -> None:
    if not step.due:
        raise ValidationError({"due": f"请填写{counted(step.kind)[0]}数。"})
    if step.is_owners:
        _check_owners(step)
    red = [light.why for _, light in step_lights(step, rule) if light.colour == RED]
    if red and step.outcome == Outcome.PASSED:
        told = "；".join(red)
        raise ValidationError(
            {
                "outcome": f"{told}。未达到要求的，请选择“退回重议”或“未通过”（依据：{rule.source}）。"
            }
        )
    if step.outcome != Outcome.PASSED and not step.content.strip():
        raise ValidationError({"content": "退回重议、未通过的，请写明原因。"})


def _check_owners(step: CivicStep) -> None:
    if step.held_on < OWNERS_SINCE:
        day = zh_date(OWNERS_SINCE)
        raise ValidationError(
            {"held_on": f"《民法典》自{day}起施行，此前的业主表决不按第二百七十八条登记。"}
        )
    if not step.due_m2:
        raise ValidationError({"due_m2": "请填写专有部分总面积。"})


def _check_notice(step: CivicStep, steps: list[CivicStep]) -> None:
    if step.outcome != Outcome.PASSED:
        raise ValidationError({"outcome": "公示不表决；期间收到异议的，请登记异议。"})
    if not step.content.strip():
        raise ValidationError({"content": "请写明公示内容，群众将在公示和公开页上看到。"})
    if step.kind == Kind.RESULT_NOTICE:
        decision = [s for s in steps if s.kind == Kind.DECISION_NOTICE][-1]
        clock = clock_of(decision)
        if not clock.has_run(step.held_on):
            raise ValidationError({"held_on": f"决议{clock.why(step.held_on)}，不能公开结果。"})


def _check_return(step: CivicStep, order: tuple[str, ...]) -> None:
    if step.outcome != Outcome.RETURNED:
        step.returns_to = ""
        return
    if step.returns_to not in order[: order.index(step.kind) + 1]:
        raise ValidationError({"returns_to": "请选择退回到哪一步（本步或之前的步骤）。"})


def _move_on(row: CivicProcess, step: CivicStep) -> None:
    states: dict[str, CivicProcess.Status] = {
        Outcome.RETURNED: Status.RETURNED,
        Outcome.REJECTED: Status.REJECTED,
    }
    row.status = states.get(step.outcome, Status.RUNNING)
    row.closed_on = step.held_on if row.status == Status.REJECTED else None
    if step.is_notice and row.public_key is None:
        row.public_key = secrets.token_urlsafe(KEY_BYTES)
    row.full_clean()
    row.save()


@transaction.atomic
def return_notice(*, notice: CivicStep, on: date, returns_to: str, reason: str) -> CivicStep:
    """Take a decision back while or after it is on notice, and send the matter back to a step.

    The notice stays in the history with its objections and `reason`; it starts no works any more.
    """
    row = lock(notice.process)
    step = lock(notice)
    last = row.steps.last()
    if row.has_ended or last != step or step.kind != Kind.DECISION_NOTICE:
        raise ChangedMeanwhile("只有正在公示、尚未进入下一步的决议可以退回重议。")
    if not reason.strip():
        raise ValidationError({"reason": "请写明退回的原因。"})
    step.outcome, step.returns_to = Outcome.RETURNED, returns_to
    _check_return(step, order_of(row))
    told = f"{zh_date(on)}退回重议：{reason.strip()}"
    step.content = f"{step.content}\n{told}".strip()
    step.full_clean()
    step.save()
    _move_on(row, step)
    return step


@transaction.atomic
def close_case(*, case: CivicProcess, on: date) -> CivicProcess:
    """Close the case on the day `on`, once the result's notice has run. A closed one stays so."""
    row = lock(case)
    if row.status == Status.CLOSED:
        return row
    last = row.steps.last()
    if last is None or last.kind != Kind.RESULT_NOTICE or row.has_ended:
        raise ValidationError("实施结果公开以后才能办结。")
    clock = clock_of(last)
    if not clock.has_run(on):
        raise ValidationError(f"结果{clock.why(on)}，期满后才能办结。")
    row.status, row.closed_on = Status.CLOSED, on
    row.full_clean()
    row.save()
    return row
