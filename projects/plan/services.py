"""Planned and actual days of stages. The first plan is kept; what moves it says why."""

from collections.abc import Iterable
from datetime import date
from typing import Any

from django.core.exceptions import ValidationError
from django.db import transaction

from ledgers.formats import zh_date
from orgs.tenures import lock
from projects import stages
from projects.civic.notice_clock import may_start
from projects.models import Milestone, PlanChange, Project


@transaction.atomic
def plan_stages(*, project: Project, days: dict[str, date]) -> list[Milestone]:
    """Give stages of a project their first planned day; `days` is stage → day.

    Stages that are planned already are refused here: they are moved, with a reason. Raises
    ValidationError by stage, also where the days do not follow the order of the stages.
    """
    row = lock(project)
    known = {m.stage: m for m in row.milestones.select_for_update()}
    made = []
    for stage, day in days.items():
        milestone = known.setdefault(stage, Milestone(project=row, stage=stage))
        if milestone.planned_on not in (None, day):
            raise ValidationError({stage: "该阶段已有计划，调整计划请写明原因。"})
        milestone.planned_on = day
        made.append(milestone)
    _in_order(known.values())
    for milestone in made:
        milestone.full_clean()
        milestone.save()
    return made


@transaction.atomic
def move_plan(*, milestone: Milestone, planned_on: date, reason: str, on: date) -> Milestone:
    """Move the planned day of a stage from the day `on`; before that day the old plan still counts.

    A first plan needs no reason. Raises ValidationError where the stage is reached, nothing
    changes, the reason is missing, or the order of the stages would break.
    """
    lock(milestone.project)
    row = lock(milestone)
    if row.actual_on is not None:
        raise ValidationError(f"该阶段已于{zh_date(row.actual_on)}完成，计划不再调整。")
    if row.planned_on == planned_on:
        raise ValidationError({"planned_on": "与现有计划相同，无需调整。"})
    was, row.planned_on = row.planned_on, planned_on
    others = row.project.milestones.exclude(pk=row.pk)
    _in_order([row, *others], only=row)
    if was is not None:
        change = PlanChange(
            milestone=row, changed_on=on, was_on=was, becomes_on=planned_on, reason=reason.strip()
        )
        if not change.reason:
            raise ValidationError({"reason": "请写明调整原因，原计划保留备查。"})
        _not_before_last_change(row, on)
        change.full_clean()
        change.save()
    row.full_clean()
    row.save()
    return row


@transaction.atomic
def reach_stage(
    *, milestone: Milestone, actual_on: date, today: date, skip_reason: str = ""
) -> Milestone:
    """Record the day on which a stage was reached.

    Refuses a day to come, a second record, and a day before that of an earlier stage. Where an
    earlier stage is not reached yet, `skip_reason` must say why.
    """
    lock(milestone.project)
    row = lock(milestone)
    if row.actual_on is not None:
        raise ValidationError(f"该阶段已登记于{zh_date(row.actual_on)}完成。")
    if actual_on > today:
        raise ValidationError({"actual_on": "实际日期不能晚于今天。"})
    place = stages.position_of(row.stage)
    others = list(row.project.milestones.exclude(pk=row.pk))
    kind = row.project.kind
    for other in others:
        before = stages.position_of(other.stage) < place
        word = stages.word_of(kind, other.stage)
        if other.actual_on and before and other.actual_on > actual_on:
            raise ValidationError({"actual_on": f"早于“{word}”（{zh_date(other.actual_on)}）。"})
        if other.actual_on and not before and other.actual_on < actual_on:
            raise ValidationError({"actual_on": f"晚于“{word}”（{zh_date(other.actual_on)}）。"})
    if row.stage == Milestone.Stage.START:
        _started_by_right(row.project, actual_on)
    skipped = missed_before(row, others)
    if skipped and not skip_reason.strip():
        words = "、".join(skipped)
        raise ValidationError({"skip_reason": f"前面的“{words}”还没有完成，请写明原因。"})
    row.actual_on, row.skip_reason = actual_on, skip_reason.strip() if skipped else ""
    row.full_clean()
    row.save()
    return row


def _started_by_right(project: Project, day: date) -> None:
    """Works begin only after what residents decided was on notice (projects/civic/notice_clock.py)."""
    try:
        may_start(project, day)
    except ValidationError as refused:
        raise ValidationError({"actual_on": refused.messages}) from refused


def missed_before(milestone: Milestone, others: Iterable[Milestone]) -> list[str]:
    """The words of the stages before `milestone` that are registered and not reached."""
    place, kind = stages.position_of(milestone.stage), milestone.project.kind
    found = [
        other
        for other in others
        if other.actual_on is None and stages.position_of(other.stage) < place
    ]
    found.sort(key=lambda other: stages.position_of(other.stage))
    return [stages.word_of(kind, other.stage) for other in found]


def _not_before_last_change(row: Milestone, on: date) -> None:
    last = row.changes.order_by("-changed_on").first()
    if last and last.changed_on > on:
        raise ValidationError(f"该计划在{zh_date(last.changed_on)}已调整过，请核对日期。")


def _in_order(milestones: Iterable[Milestone], only: Milestone | None = None) -> None:
    """Refuse planned days that run against the order of the stages (`only`: of this one)."""
    planned = sorted(
        (m for m in milestones if m.planned_on), key=lambda m: stages.position_of(m.stage)
    )
    earlier: Any  # both have a planned day, which the type of the column cannot say
    later: Any
    for earlier, later in zip(planned, planned[1:], strict=False):
        if earlier.planned_on <= later.planned_on or only not in (None, earlier, later):
            continue
        at = later if only in (None, later) else earlier
        other = earlier if at is later else later
        word = stages.word_of(at.project.kind, other.stage)
        side = "早于" if at is later else "晚于"
        message = f"不能{side}“{word}”的计划日期（{zh_date(other.planned_on)}）。"
        raise ValidationError({"planned_on" if only else at.stage: message})
