"""What the ledger pages themselves keep: saved views, and journal notes on rows.

Both name a ledger by its model's label ("courtyards.courtyard"), because the ground floor knows
no model of a higher one.
"""

import pgtrigger
from django.conf import settings
from django.db import models
from django.db.models import Q

from ledgers.history import versioned


@versioned(pgtrigger.Insert | pgtrigger.Update | pgtrigger.Delete)
class SavedView(models.Model):
    """常用视图: what somebody asks of a ledger again and again, under a name.

    A setting of its owner's and no campaign data, so it has no history.
    """

    owner = models.ForeignKey(
        settings.AUTH_USER_MODEL, models.CASCADE, related_name="saved_views", verbose_name="账号"
    )
    ledger = models.CharField("台账", max_length=80)
    name = models.CharField("名称", max_length=30)
    query = models.CharField("筛选、排序和列", max_length=2000, blank=True)
    is_default = models.BooleanField("打开台账时默认使用", default=False)
    # Where the owner may edit, as `Scope.reach` says it; empty: the owner's alone.
    shared_over = models.JSONField("共享范围", default=list, blank=True)

    class Meta:
        verbose_name = verbose_name_plural = "常用视图"
        constraints = [
            models.UniqueConstraint(
                fields=["owner", "ledger", "name"],
                name="saved_view_name_once",
                violation_error_message="您已有同名的常用视图，请换个名称。",
            ),
            models.UniqueConstraint(
                fields=["owner", "ledger"],
                condition=Q(is_default=True),
                name="saved_view_one_default",
                violation_error_message="每个台账只能有一个默认视图。",
            ),
        ]
        indexes = [models.Index(fields=["ledger"], name="saved_view_ledger")]

    def __str__(self):
        return self.name

    @property
    def is_shared(self) -> bool:
        return bool(self.shared_over)


@versioned(pgtrigger.Insert)
@pgtrigger.register(
    pgtrigger.Protect(name="append_only", operation=pgtrigger.Update | pgtrigger.Delete)
)
class Note(models.Model):
    """备注: who remarked what on a row, and when. Written once; the database refuses any change."""

    ledger = models.CharField("台账", max_length=80)
    row = models.CharField("行", max_length=40)
    author = models.ForeignKey(
        settings.AUTH_USER_MODEL, models.PROTECT, related_name="notes", verbose_name="填写人"
    )
    written_at = models.DateTimeField("填写时间")
    text = models.CharField("备注", max_length=500)

    class Meta:
        verbose_name = verbose_name_plural = "备注"
        ordering = ["-written_at", "-pk"]
        indexes = [models.Index(fields=["ledger", "row", "-written_at"], name="note_of_row")]

    def __str__(self):
        return self.text[:40]
