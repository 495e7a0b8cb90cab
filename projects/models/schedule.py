"""How a plan moved, and how a smart project stands in words."""

from django.db import models
from django.db.models import Q

from ledgers.history import tracked
from ledgers.models import PastDateField
from orgs.querysets import ScopedQuerySet
from projects.models.plan import Milestone, Project


@tracked
class PlanChange(models.Model):
    """A planned day that was moved: from which day to which, when, and why. The first plan stays."""

    milestone = models.ForeignKey(
        Milestone, models.CASCADE, related_name="changes", verbose_name="节点"
    )
    changed_on = models.DateField("调整日期")
    was_on = models.DateField("原计划日期")
    becomes_on = models.DateField("调整后日期")
    reason = models.CharField("调整原因", max_length=200)

    objects = ScopedQuerySet.as_manager()
    scope_division = "milestone__project__division__code"
    scope_line = "milestone__project__programme__line"

    class Meta:
        verbose_name = verbose_name_plural = "计划调整"
        ordering = ["milestone", "changed_on", "pk"]
        constraints = [
            models.CheckConstraint(
                condition=~Q(reason=""),
                name="plan_change_says_why",
                violation_error_message="调整计划须写明原因。",
            ),
        ]

    def __str__(self):
        return f"{self.milestone} {self.was_on} → {self.becomes_on}"


@tracked
class StatusNote(models.Model):
    """How a smart-city project stands on a day: its status and totals in words, nothing else."""

    class Status(models.TextChoices):
        PLANNING = "planning", "筹备"
        BUILDING = "building", "建设中"
        TRIAL = "trial", "试运行"
        IN_USE = "in_use", "投入使用"
        PAUSED = "paused", "暂停"

    project = models.ForeignKey(
        Project, models.CASCADE, related_name="status_notes", verbose_name="项目"
    )
    noted_on = PastDateField("日期")
    status = models.CharField("状态", max_length=10, choices=Status)
    note = models.CharField("进展", max_length=200, help_text="只写项目进展，不记车辆、人员信息")
    next_step = models.CharField("下一步", max_length=200, blank=True)

    objects = ScopedQuerySet.as_manager()
    scope_division = "project__division__code"
    scope_line = "project__programme__line"

    class Meta:
        verbose_name = verbose_name_plural = "智慧项目进展"
        ordering = ["-noted_on", "-pk"]
        constraints = [
            models.UniqueConstraint(
                fields=["project", "noted_on"],
                name="status_note_once_a_day",
                violation_error_message="该项目当日已有进展记录。",
            ),
        ]

    def __str__(self):
        return f"{self.project} {self.noted_on} {self.get_status_display()}"
