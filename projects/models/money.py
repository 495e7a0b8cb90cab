"""Money by source. What was invested is not here: it comes from verified weekly reports alone."""

from decimal import Decimal

from django.core.exceptions import ValidationError
from django.core.validators import MinValueValidator
from django.db import models
from django.db.models import F, Q

from ledgers.formats import number
from ledgers.history import tracked
from ledgers.models import PastDateField
from projects.models.plan import Project
from projects.site_querysets import MoneySheetQuerySet

ZERO = Decimal(0)


def wan(name: str, **kwargs) -> models.DecimalField:
    """An amount in 万元 with up to four decimals (1 元), never negative."""
    return models.DecimalField(
        f"{name}（万元）",
        max_digits=14,
        decimal_places=4,
        default=ZERO,
        validators=[MinValueValidator(ZERO)],
        **kwargs,
    )


@tracked
class MoneySheet(models.Model):
    """资金表: where a project's money comes from and goes to, as known on a day. All cumulative.

    The newest sheet up to a day is the one that counts. The seven sources of money are those of
    the domain notes 2.5.
    """

    SOURCES = (
        "central_wan",
        "provincial_wan",
        "city_wan",
        "county_wan",
        "residents_wan",
        "social_wan",
    )

    project = models.ForeignKey(
        Project, models.CASCADE, related_name="money_sheets", verbose_name="项目"
    )
    as_of = PastDateField("截至日期")
    total_wan = wan("总投资")
    central_wan = wan("中央")
    provincial_wan = wan("省级")
    city_wan = wan("市级", help_text="上级市财政")
    county_wan = wan("县（市）级")
    residents_wan = wan("居民出资")
    social_wan = wan("社会资本")
    contracted_wan = wan("已签合同")
    paid_wan = wan("已支付")
    reason = models.CharField(
        "差额说明",
        max_length=200,
        blank=True,
        help_text="来源合计与总投资不符、合同超总投资或支付超合同时必填",
    )

    objects = MoneySheetQuerySet.as_manager()
    scope_division = "project__division__code"
    scope_line = "project__programme__line"

    class Meta:
        verbose_name = verbose_name_plural = "资金表"
        ordering = ["-as_of", "-pk"]
        constraints = [
            models.UniqueConstraint(
                fields=["project", "as_of"],
                name="money_sheet_once_a_day",
                violation_error_message="该项目当日已有资金表，请修改那一张。",
            ),
            models.CheckConstraint(
                condition=Q(paid_wan__lte=F("total_wan")),
                name="money_paid_within_total",
                violation_error_message="已支付不能超过总投资；总投资有调整的，请先改总投资。",
            ),
        ]

    def __str__(self):
        return f"{self.project} {self.as_of}"

    @property
    def sources_wan(self) -> Decimal:
        """The sum of the six sources (万元)."""
        return sum((getattr(self, name) or ZERO for name in self.SOURCES), ZERO)

    @property
    def gap_wan(self) -> Decimal:
        """What no source covers yet (万元); negative where sources exceed the total."""
        return self.total_wan - self.sources_wan

    def unusual(self) -> list[str]:
        """What is unusual about the sheet and so asks for a reason; each a sentence."""
        found = []
        if self.gap_wan > 0:
            found.append(f"来源合计比总投资少{number(self.gap_wan)}万元")
        elif self.gap_wan < 0:
            found.append(f"来源合计比总投资多{number(-self.gap_wan)}万元")
        if self.contracted_wan > self.total_wan:
            over = number(self.contracted_wan - self.total_wan)
            found.append(f"已签合同比总投资多{over}万元")
        if self.paid_wan > self.contracted_wan:
            found.append(f"已支付比已签合同多{number(self.paid_wan - self.contracted_wan)}万元")
        return found

    def clean(self):
        try:
            unusual = self.unusual()
        except TypeError:  # an amount is missing; its field says so
            return
        if unusual and not self.reason.strip():
            raise ValidationError({"reason": "；".join(unusual) + "，请写明原因。"})
