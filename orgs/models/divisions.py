from django.core.exceptions import ValidationError
from django.core.validators import RegexValidator
from django.db import models

from ledgers.history import tracked
from ledgers.models import Named
from orgs.querysets import DivisionQuerySet


@tracked(by_statement=True)
class Division(Named):
    """An official division. Its key is its code without the padding zeros, so a subtree is a prefix.

    Levels by length of code (GB/T 2260, GB/T 10114): 2 province, 4 prefecture, 6 county,
    9 township, 12 community or village. Two villages may bear one name; the code is the key.
    """

    class Level(models.TextChoices):
        PROVINCE = "province", "省"
        PREFECTURE = "prefecture", "市"
        COUNTY = "county", "县（市、区）"
        TOWNSHIP = "township", "乡镇（街道）"
        COMMUNITY = "community", "社区"
        VILLAGE = "village", "村"

    code = models.CharField(
        "区划代码",
        max_length=12,
        primary_key=True,
        validators=[
            RegexValidator(r"^(\d{2}|\d{4}|\d{6}|\d{9}|\d{12})$", "代码应为2、4、6、9或12位数字。")
        ],
    )
    short_name = models.CharField("简称", max_length=40, blank=True)
    level = models.CharField("层级", max_length=10, choices=Level)
    parent = models.ForeignKey(
        "self", models.PROTECT, null=True, blank=True, related_name="children", verbose_name="上级"
    )
    abolished_on = models.DateField("撤销日期", null=True, blank=True)

    objects = DivisionQuerySet.as_manager()
    scope_division = "code"

    class Meta:
        verbose_name = verbose_name_plural = "行政区划"
        ordering = ["code"]
        constraints = [
            models.CheckConstraint(
                condition=models.Q(parent__isnull=True)
                | models.Q(code__startswith=models.F("parent_id")),
                name="division_code_extends_parent",
                violation_error_message="区划代码必须以上级代码开头。",
            ),
        ]

    def clean(self):
        # The constraint compares with the parent's column, which Django cannot check on a row.
        if self.parent_id and not self.code.startswith(self.parent_id):
            raise ValidationError({"code": "区划代码必须以上级代码开头。"})

    @property
    def label(self) -> str:
        """The short name where there is one, as lists show it."""
        return self.short_name or self.name
