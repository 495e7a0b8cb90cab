from django.db import models
from django.db.models import Q

from ledgers.history import tracked
from ledgers.models import PastDateField, Tenure, until_after_since
from orgs.models.people import one_at_a_time
from orgs.querysets import ScopedQuerySet, ScopedTenureQuerySet
from projects.models.plan import Project


@tracked
class Supervisor(Tenure):
    """监督员: a resident who, by consent, watches over a renovation."""

    project = models.ForeignKey(
        Project, models.CASCADE, related_name="supervisors", verbose_name="项目"
    )
    person = models.ForeignKey(
        "orgs.Person", models.PROTECT, related_name="supervised_projects", verbose_name="监督员"
    )

    objects = ScopedTenureQuerySet.as_manager()
    scope_division = "project__division__code"
    scope_line = "project__programme__line"

    class Meta:
        verbose_name = verbose_name_plural = "监督员"
        constraints = [
            until_after_since(),
            one_at_a_time("supervisor_once", "该监督员此期间已在这个项目中。", "project", "person"),
        ]

    def __str__(self):
        return f"{self.project}:{self.person}"


@tracked
class SupervisorNote(models.Model):
    """What a supervisor saw on site."""

    supervisor = models.ForeignKey(
        Supervisor, models.CASCADE, related_name="notes", verbose_name="监督员"
    )
    noted_on = PastDateField("日期")
    finding = models.CharField("发现", max_length=300)
    mended_on = PastDateField("整改日期", null=True, blank=True)

    objects = ScopedQuerySet.as_manager()
    scope_division = "supervisor__project__division__code"
    scope_line = "supervisor__project__programme__line"

    class Meta:
        verbose_name = verbose_name_plural = "监督记录"
        ordering = ["-noted_on", "pk"]

    def __str__(self):
        return self.finding[:30]


@tracked
class Evaluation(models.Model):
    """What residents make of a renovation: is it reasonable, is it well done, does it show."""

    class Axis(models.TextChoices):
        REASONABLE = "reasonable", "改得合理不合理"
        QUALITY = "quality", "质量怎么样"
        EFFECT = "effect", "改造成效"
        GAIN = "gain", "获得感"
        HAPPINESS = "happiness", "幸福感"
        PRIDE = "pride", "自豪感"

    class Verdict(models.TextChoices):
        GOOD = "good", "好（明显）"
        FAIR = "fair", "一般"
        POOR = "poor", "差"

    project = models.ForeignKey(
        Project, models.CASCADE, related_name="evaluations", verbose_name="项目"
    )
    axis = models.CharField("评判事项", max_length=12, choices=Axis)
    verdict = models.CharField("评判结果", max_length=6, choices=Verdict)
    evaluated_on = PastDateField("评判日期")
    asked = models.PositiveIntegerField("参与人数（人）", default=0)
    satisfied = models.PositiveIntegerField("满意人数（人）", default=0)

    objects = ScopedQuerySet.as_manager()
    scope_division = "project__division__code"
    scope_line = "project__programme__line"

    class Meta:
        verbose_name = verbose_name_plural = "群众评判"
        ordering = ["-evaluated_on", "-pk"]
        constraints = [
            models.UniqueConstraint(
                fields=["project", "axis", "evaluated_on"],
                name="evaluation_once_a_day",
                violation_error_message="该项目此事项当日已有评判。",
            ),
            models.CheckConstraint(
                condition=Q(satisfied__lte=models.F("asked")),
                name="evaluation_satisfied_within_asked",
                violation_error_message="满意人数不能多于参与人数。",
            ),
        ]

    def __str__(self):
        return f"{self.project} {self.get_axis_display()}:{self.get_verdict_display()}"
