"""What may stand as a figure, what is unusual about it, how it is corrected, and the refusals."""

from dataclasses import dataclass
from datetime import datetime
from decimal import Decimal

from django.core.exceptions import ValidationError
from django.db import transaction
from django.utils import timezone

from ledgers.formats import number
from ledgers.models import Qualifier
from orgs.models import User
from projects.models import Indicator, Reading, Report, ReportStep

# A percentage beyond this is no overfulfilment but a slip of the finger.
LARGEST_PERCENT = 200
LARGEST = Decimal(10) ** 12
# A week that brings more than this many times the usual asks for a reason.
JUMP_FACTOR = 3
FULL = 100


class FieldsRefused(ValidationError):
    """Values that cannot stand, by field: a dict of indicator code (or `remark`) → messages."""


class ReasonNeeded(FieldsRefused):
    """Values that may be right but are unusual: they are taken once it is said why.

    The key `why` or `remark` says where: beside each of the figures, or in the report's remark.
    """


class WrongState(ValidationError):
    """The report is no longer where this step starts from, for example somebody was quicker."""


class PeriodLocked(WrongState):
    """The week is locked: nothing is filed any more unless the report is reopened."""


class SeparationOfDuties(ValidationError):
    """Who files a report does not review it."""


@dataclass(frozen=True)
class Difference:
    """One field in which what is stored and what was typed differ (as shown; typed "" = blank)."""

    field: str
    label: str
    stored: str
    typed: str


def told_differences(who: str, differences: list[Difference]) -> str:
    """One sentence on what `who` stored while somebody else was typing."""
    parts = "；".join(
        f"「{d.label}」现存 {d.stored}，" + (f"您填的是 {d.typed}" if d.typed else "您没有填")
        for d in differences
    )
    return f"{who}在您填写期间修改了这份周报：{parts}。"


def check_value(indicator: Indicator, value: Decimal) -> None:
    """Refuse a cumulative value that can never be right.

    Raises ValidationError: negative, over 200 for a percentage (over 100 asks for a reason), too
    large, or more decimal places than the indicator has.
    """
    if value < 0:
        raise ValidationError("累计值不能为负数。")
    if indicator.is_percent and value > LARGEST_PERCENT:
        raise ValidationError(f"百分数不能超过 {LARGEST_PERCENT}%，请核对是否多填了一位。")
    if value >= LARGEST:
        raise ValidationError("数值过大，请核对单位。")
    if value != round(value, indicator.decimals):
        places = indicator.decimals
        raise ValidationError(f"最多保留 {places} 位小数。" if places else "请填整数。")


@transaction.atomic
def correct_reading(
    *,
    reading: Reading,
    value: Decimal,
    reason: str,
    by: User,
    at: datetime,
    qualifier: str = Qualifier.EXACT,
) -> Reading:
    """Replace a verified figure from the day of `at` on; before that day the old one still counts.

    The correction is a new row that names the one it corrects and says why; the report's history
    gets a step. Returns the new reading. Raises ValidationError by field for a value that cannot
    stand, WrongState where the reading is not the one that counts, SeparationOfDuties where `by`
    filed the report.
    """
    if reading.report_id:
        report = Report.objects.select_for_update(of=["self"]).get(pk=reading.report_id)
        refuse_own_report(report, by)
    reading = Reading.objects.select_for_update(of=["self"]).get(pk=reading.pk)
    if reading.verified_on is None:
        raise WrongState("尚未审核的数据请退回修改，不走更正。")
    latest = Reading.objects.filter(
        project=reading.project_id, indicator=reading.indicator_id, day=reading.day
    ).latest_first()
    if latest.exclude(verified_on=None).first() != reading:
        raise WrongState("该数据已被更正过，请刷新后对最新数据更正。")
    if (value, qualifier) == (reading.value, reading.qualifier):
        raise ValidationError({"value": "与原数据相同，无需更正。"})
    try:
        check_value(reading.indicator, value)
    except ValidationError as error:
        raise ValidationError({"value": error.messages}) from error
    return _store_correction(reading, value, qualifier, reason.strip(), by, at)


def _store_correction(
    reading: Reading, value: Decimal, qualifier: str, reason: str, by: User, at: datetime
) -> Reading:
    today = timezone.localtime(at).date()
    new = Reading(
        project_id=reading.project_id,
        indicator_id=reading.indicator_id,
        report_id=reading.report_id,
        day=reading.day,
        value=value,
        qualifier=qualifier,
        verified_on=max(today, reading.verified_on or today),
        corrects=reading,
        reason=reason,
    )
    new.full_clean()
    new.save()
    if reading.report_id:
        step = ReportStep(
            report_id=reading.report_id,
            action=ReportStep.Action.CORRECTED,
            indicator_id=reading.indicator_id,
            taken_on=today,
            taken_at=at,
            by=by,
            reason=reason,
        )
        step.full_clean()
        step.save()
    return new


def refuse_own_report(report: Report, by: User) -> None:
    """Raise SeparationOfDuties where `by` filed `report`: nobody reviews their own figures."""
    filed = report.steps.filter(action=ReportStep.Action.FILED).order_by("-taken_at", "-pk")
    last = filed.values_list("by_id", flat=True).first()
    if last is not None and last == by.pk:
        raise SeparationOfDuties("报送人不能审核或更正自己报送的周报，请由审核员办理。")


def unusual(
    trend: list[Decimal],
    value: Decimal,
    *,
    goal: Decimal | None = None,
    is_percent: bool = False,
) -> str:
    """What asks for a reason when `value` follows the verified totals `trend` (oldest first).

    `goal` is what the plan wants in the end. Returns what is unusual, or "" where nothing is: a
    percentage over 100, a total that fell, an increase beyond three times the mean of those
    known (two at least), a total over its goal. What was so already and did not move asks nothing.
    """
    if trend and value == trend[-1]:
        return ""
    if is_percent and value > FULL:
        return "超过 100%"
    if trend and value < trend[-1]:
        return f"累计比上次少 {number(trend[-1] - value)}"
    if goal is not None and value > goal:
        return f"超过计划目标 {number(goal)}"
    return _jump(trend, value)


def _jump(trend: list[Decimal], value: Decimal) -> str:
    steps = [later - earlier for earlier, later in zip(trend, trend[1:], strict=False)]
    usual = sum(steps) / len(steps) if len(steps) > 1 else Decimal(0)
    if usual > 0 and value - trend[-1] > usual * JUMP_FACTOR:
        step, mean = number(value - trend[-1]), number(round(usual, 1))
        return f"本周新增 {step}，超过平时（{mean}）的 {JUMP_FACTOR} 倍"
    return ""
