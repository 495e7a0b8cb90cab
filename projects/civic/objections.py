"""Objections to what is on notice and their answers, and the decision to start works before its end."""

from datetime import date

from django.core.exceptions import ValidationError
from django.db import transaction

from ledgers.formats import zh_date
from orgs.tenures import lock
from projects.models import CivicObjection, CivicStep, EarlyStart, Project


@transaction.atomic
def record_objection(
    *, notice: CivicStep, received_on: date, today: date, content: str, channel: str = "visit"
) -> CivicObjection:
    """Record an objection to what is on notice. Whose it is, is not asked.

    The same words on the same day are recorded once. Raises ValidationError by field.
    """
    step = lock(notice)
    if not step.is_notice:
        raise ValidationError("只有公示可以登记异议。")
    if not step.held_on <= received_on <= today:
        raise ValidationError(
            {"received_on": f"应在公示开始（{zh_date(step.held_on)}）以后、今天以前。"}
        )
    same = step.objections.filter(received_on=received_on, content=content.strip()).first()
    if same:
        return same
    objection = CivicObjection(
        step=step, received_on=received_on, content=content.strip(), channel=channel
    )
    objection.full_clean()
    objection.save()
    return objection


@transaction.atomic
def answer_objection(*, objection: CivicObjection, on: date, answer: str) -> CivicObjection:
    """Answer an objection on the day `on`; from then on it stops no clock. An answer stays."""
    row = lock(objection)
    if row.answered_on:
        if row.answer == answer.strip():
            return row
        raise ValidationError(f"该异议已于{zh_date(row.answered_on)}答复，不必重复答复。")
    if not answer.strip():
        raise ValidationError({"answer": "请填写答复内容。"})
    row.answered_on, row.answer = on, answer.strip()
    row.full_clean()
    row.save()
    return row


@transaction.atomic
def decide_early_start(
    *,
    project: Project,
    decided_on: date,
    today: date,
    decided_by: str,
    reason: str,
    document: str = "",
) -> EarlyStart:
    """Record that works may start before the notice has run: who (a post), when, and why."""
    row = lock(project)
    if decided_on > today:
        raise ValidationError({"decided_on": "决定日期还没有到。"})
    same = row.early_starts.filter(decided_on=decided_on, reason=reason.strip()).first()
    if same:
        return same
    decision = EarlyStart(
        project=row,
        decided_on=decided_on,
        decided_by=decided_by.strip(),
        reason=reason.strip(),
        document=document.strip(),
    )
    decision.full_clean()
    decision.save()
    return decision
