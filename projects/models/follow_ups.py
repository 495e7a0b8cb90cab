from django.db import models
from django.db.models import F, Q

from ledgers.history import tracked
from ledgers.models import PastDateField
from projects.models.plan import Project
from projects.models.problems import Problem
from projects.querysets import FollowUpQuerySet


@tracked
class FollowUpVisit(models.Model):
    """跟踪问效: the headquarters' temporary branch visits a site to guide or to supervise."""

    class Kind(models.TextChoices):
        GUIDANCE = "guidance", "业务指导"
        SUPERVISION = "supervision", "工作督导"

    project = models.ForeignKey(
        Project, models.CASCADE, related_name="follow_ups", verbose_name="项目"
    )
    organization = models.ForeignKey(
        "orgs.PartyOrganization", models.PROTECT, related_name="follow_ups", verbose_name="党组织"
    )
    kind = models.CharField("类别", max_length=12, choices=Kind)
    visited_on = PastDateField("日期")
    finding = models.CharField("发现", max_length=300, blank=True)
    due_on = models.DateField("整改时限", null=True, blank=True)
    result = models.CharField("结果", max_length=300, blank=True)
    next_visit_on = models.DateField("下次回访", null=True, blank=True)
    problem = models.OneToOneField(
        Problem,
        models.PROTECT,
        null=True,
        blank=True,
        editable=False,
        related_name="follow_up",
        verbose_name="转为的问题",
    )

    objects = FollowUpQuerySet.as_manager()
    scope_division = "project__division__code"
    scope_line = "project__programme__line"

    class Meta:
        verbose_name = verbose_name_plural = "跟踪问效"
        ordering = ["-visited_on", "pk"]
        constraints = [
            models.CheckConstraint(
                condition=Q(next_visit_on__isnull=True) | Q(next_visit_on__gt=F("visited_on")),
                name="follow_up_next_after_visit",
                violation_error_message="下次回访应在本次之后。",
            ),
            models.CheckConstraint(
                condition=Q(due_on__isnull=True) | Q(due_on__gte=F("visited_on")),
                name="follow_up_due_after_visit",
                violation_error_message="整改时限不能早于本次日期。",
            ),
        ]

    def __str__(self):
        return f"{self.project} {self.visited_on}"
