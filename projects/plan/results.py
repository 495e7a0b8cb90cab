"""What residents say about the result, and spaces counted on a parking road."""

from datetime import date
from decimal import Decimal

from django.core.exceptions import ValidationError
from django.db import transaction

from ledgers.models import Qualifier
from orgs.tenures import lock
from projects.models import Evaluation, Indicator, Project, Reading
from projects.querysets import CLEAR_ASKED, CLEAR_PERCENT
from projects.reporting.readings import check_value

SPACES = "parking_spaces"


@transaction.atomic
def record_satisfaction(
    *, project: Project, on: date, today: date, asked: int, satisfied: int, is_clear: bool
) -> Evaluation:
    """The result of a survey among residents (counts only), and whether it says 成效明显.

    `is_clear` needs enough residents asked and enough of them satisfied (CLEAR_ASKED,
    CLEAR_PERCENT). Raises ValidationError by field.
    """
    row = lock(project)
    if on > today:
        raise ValidationError({"on": "调查日期不能晚于今天。"})
    if satisfied > asked:
        raise ValidationError({"satisfied": "满意人数不能多于参与人数。"})
    if is_clear and asked < CLEAR_ASKED:
        raise ValidationError({"asked": f"评为成效明显，至少须有{CLEAR_ASKED}人参与调查。"})
    if is_clear and satisfied * 100 < asked * CLEAR_PERCENT:
        raise ValidationError({"is_clear": f"满意率不到{CLEAR_PERCENT}%，不能评为成效明显。"})
    verdict = Evaluation.Verdict.GOOD if is_clear else Evaluation.Verdict.FAIR
    evaluation = Evaluation(
        project=row,
        axis=Evaluation.Axis.EFFECT,
        verdict=verdict,
        evaluated_on=on,
        asked=asked,
        satisfied=satisfied,
    )
    evaluation.full_clean()
    evaluation.save()
    return evaluation


@transaction.atomic
def count_spaces(
    *, project: Project, on: date, today: date, spaces: int, qualifier: str = Qualifier.EXACT
) -> Reading:
    """Spaces of a parking road counted on site on `on`, verified with the entry (not in any report).

    Raises ValidationError where the project is no parking road, the day is to come, or the day
    has a count already (which is corrected, not repeated).
    """
    row = lock(project)
    if row.kind != Project.Kind.PARKING_ROAD:
        raise ValidationError("只有智慧停车道路登记车位数。")
    if on > today:
        raise ValidationError({"on": "清点日期不能晚于今天。"})
    indicator = Indicator.objects.filter(code=SPACES).first()
    if indicator is None:
        raise ValidationError("还没有设“智慧停车车位”指标，请联系系统管理员。")
    value = Decimal(spaces)
    check_value(indicator, value)
    reading = Reading(
        project=row,
        indicator=indicator,
        day=on,
        value=value,
        qualifier=qualifier,
        verified_on=today,
    )
    reading.full_clean()
    reading.save()
    return reading
