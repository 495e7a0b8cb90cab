"""What was used up of a day's allowance (ledgers/daily_limits.py)."""

from django.db import models


class Allowance(models.Model):
    """How often a digest that names nobody was seen on a day. No campaign data, so no history."""

    day = models.DateField("日期")
    digest = models.CharField("摘要", max_length=32)
    used = models.PositiveIntegerField("次数", default=0)

    class Meta:
        verbose_name = verbose_name_plural = "限次计数"
        constraints = [
            models.UniqueConstraint(fields=["day", "digest"], name="allowance_once"),
        ]
