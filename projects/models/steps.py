import pgtrigger
from django.db import models

from ledgers.models import PastDateField


class Step(models.Model):
    """Something that happened to a row, by which post, and when. Never changed: a trigger sees to it.

    A model of its own says to which row, and which actions there are.
    """

    taken_on = PastDateField("日期")
    taken_at = models.DateTimeField("时间")
    by = models.ForeignKey(
        "orgs.User",
        models.PROTECT,
        null=True,
        blank=True,
        related_name="+",
        verbose_name="经办账号",
    )
    acted_as = models.CharField("经办岗位", max_length=80, blank=True)
    note = models.CharField("说明", max_length=300, blank=True)

    class Meta:
        abstract = True
        ordering = ["taken_at", "pk"]
        triggers = [pgtrigger.Protect(name="never_changed", operation=pgtrigger.Update)]
