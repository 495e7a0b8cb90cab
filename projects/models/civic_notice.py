from django.db import models
from django.db.models import F, Q

from ledgers.history import tracked
from ledgers.models import PastDateField
from orgs.querysets import ScopedQuerySet
from projects.models.civic import CivicStep
from projects.models.plan import Project
from projects.querysets import ObjectionQuerySet


@tracked
class CivicObjection(models.Model):
    """异议: raised while something is on notice, and what was answered. Whose it is, is not kept."""

    class Channel(models.TextChoices):
        VISIT = "visit", "当面反映"
        PHONE = "phone", "电话反映"
        LETTER = "letter", "书面反映"
        ONLINE = "online", "公开页留言"

    step = models.ForeignKey(
        CivicStep, models.CASCADE, related_name="objections", verbose_name="公示"
    )
    received_on = PastDateField("收到日期")
    channel = models.CharField("渠道", max_length=8, choices=Channel, default=Channel.VISIT)
    content = models.CharField("异议内容", max_length=300)
    answered_on = PastDateField("答复日期", null=True, blank=True)
    answer = models.CharField("答复", max_length=300, blank=True)

    objects = ObjectionQuerySet.as_manager()
    scope_division = "step__process__division__code"

    class Meta:
        verbose_name = verbose_name_plural = "公示异议"
        ordering = ["received_on", "pk"]
        constraints = [
            models.CheckConstraint(
                condition=Q(answered_on__isnull=True, answer="")
                | Q(answered_on__gte=F("received_on")) & ~Q(answer=""),
                name="civic_objection_answered",
                violation_error_message="答复要有日期和内容，且不能早于收到异议的日期。",
            ),
        ]

    def __str__(self):
        return self.content[:30]


@tracked
class EarlyStart(models.Model):
    """提前开工决定: works may begin before the notice has run, because somebody so decided."""

    project = models.ForeignKey(
        Project, models.CASCADE, related_name="early_starts", verbose_name="项目"
    )
    decided_on = PastDateField("决定日期")
    decided_by = models.CharField("决定人（职务）", max_length=60)
    document = models.CharField("文号（会议纪要）", max_length=60, blank=True)
    reason = models.CharField("理由", max_length=300)

    objects = ScopedQuerySet.as_manager()
    scope_division = "project__division__code"
    scope_line = "project__programme__line"

    class Meta:
        verbose_name = verbose_name_plural = "提前开工决定"
        ordering = ["-decided_on", "-pk"]
        constraints = [
            models.UniqueConstraint(
                fields=["project", "decided_on"],
                name="early_start_once_a_day",
                violation_error_message="该项目当日已登记提前开工决定。",
            ),
        ]

    def __str__(self):
        return f"{self.project} {self.decided_on}"
