from django.db import models
from django.db.models import F, Q

from ledgers.history import tracked
from ledgers.models import Named
from orgs.querysets import UnitQuerySet


@tracked
class Unit(Named):
    """A body that sends, answers or hosts: municipal organs, towns, headquarters, enterprises."""

    class Kind(models.TextChoices):
        COMMITTEE = "committee", "市委"
        ORGAN = "organ", "市直机关单位"
        TOWN = "town", "乡镇"
        STREET = "street", "街道办事处"
        LEADING_GROUP = "leading_group", "领导小组"
        CAMPAIGN_OFFICE = "campaign_office", "双改办"
        HEADQUARTERS = "headquarters", "专项工作指挥部"
        RESIDENTS_COMMITTEE = "residents_committee", "社区居民委员会"
        VILLAGERS_COMMITTEE = "villagers_committee", "村民委员会"
        ENTERPRISE = "enterprise", "企业"
        MERCHANT = "merchant", "商户"

    short_name = models.CharField("简称", max_length=40, blank=True)
    kind = models.CharField("类别", max_length=20, choices=Kind)
    division = models.ForeignKey("orgs.Division", models.PROTECT, verbose_name="所在区划")
    parent = models.ForeignKey(
        "self",
        models.PROTECT,
        null=True,
        blank=True,
        related_name="children",
        verbose_name="上级单位",
    )
    established_on = models.DateField("成立日期", null=True, blank=True)
    dissolved_on = models.DateField("撤销日期", null=True, blank=True)

    objects = UnitQuerySet.as_manager()
    scope_division = "division__code"

    class Meta:
        verbose_name = verbose_name_plural = "单位"
        ordering = ["search_text", "pk"]
        constraints = [
            models.UniqueConstraint(
                fields=["division", "name"],
                name="unit_name_once_per_division",
                violation_error_message="该区划下已有同名单位。",
            ),
            models.CheckConstraint(
                condition=Q(dissolved_on__isnull=True)
                | Q(established_on__isnull=True)
                | Q(dissolved_on__gte=F("established_on")),
                name="unit_dissolved_after_established",
                violation_error_message="撤销日期不能早于成立日期。",
            ),
        ]

    def stands_on(self, day) -> bool:
        """Whether it exists on `day`; the same rule as `UnitQuerySet.on`."""
        gone = self.dissolved_on is not None and self.dissolved_on <= day
        return (self.established_on is None or self.established_on <= day) and not gone
