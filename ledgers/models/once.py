"""Which forms have been sent (ledgers/pages/once.py)."""

from django.conf import settings
from django.db import models
from django.db.models.functions import Now


class SentForm(models.Model):
    """A form that created something: its mark, and where that stands. No campaign data, no history."""

    mark = models.UUIDField("表单标记", unique=True)
    account = models.ForeignKey(
        settings.AUTH_USER_MODEL,
        models.CASCADE,
        null=True,
        related_name="+",
        verbose_name="账号",
    )
    at = models.DateTimeField("时间", db_default=Now(), db_index=True)
    typed = models.CharField("内容校验值", max_length=20)
    leads_to = models.TextField("登记后的页面", blank=True)

    class Meta:
        verbose_name = verbose_name_plural = "已提交的表单"
