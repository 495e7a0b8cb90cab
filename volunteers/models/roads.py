from django.db import models

from ledgers.history import tracked
from ledgers.models import PastDateField, Tenure, not_to_come, until_after_since
from orgs.models.people import one_at_a_time
from orgs.querysets import ScopedQuerySet, ScopedTenureQuerySet


@tracked
class RoadChief(Tenure):
    """路长 of a road at a level; one per road and level at a time."""

    class Level(models.TextChoices):
        GENERAL = "general", "总路长"
        FIRST = "first", "一级路长"
        SECOND = "second", "二级路长"
        THIRD = "third", "三级路长"

    road = models.ForeignKey(
        "projects.Road", models.PROTECT, related_name="chiefs", verbose_name="路段"
    )
    person = models.ForeignKey(
        "orgs.Person", models.PROTECT, related_name="road_chiefs", verbose_name="路长"
    )
    level = models.CharField("级别", max_length=8, choices=Level)

    objects = ScopedTenureQuerySet.as_manager()
    scope_division = "road__division__code"

    class Meta:
        verbose_name = verbose_name_plural = "路长"
        constraints = [
            until_after_since(),
            one_at_a_time(
                "road_chief_one_per_level", "该路段此期间已有这一级路长。", "road", "level"
            ),
        ]

    def __str__(self):
        return f"{self.road} {self.get_level_display()}:{self.person}"


@tracked
class RoadPatrol(models.Model):
    """A patrol of a road by one of its chiefs."""

    chief = models.ForeignKey(
        RoadChief, models.PROTECT, related_name="patrols", verbose_name="路长"
    )
    patrolled_at = models.DateTimeField("巡查时间", validators=[not_to_come])
    remark = models.CharField("情况", max_length=200, blank=True)

    objects = ScopedQuerySet.as_manager()
    scope_division = "chief__road__division__code"

    class Meta:
        verbose_name = verbose_name_plural = "路长巡查"
        ordering = ["-patrolled_at", "pk"]

    def __str__(self):
        return f"{self.chief.road} {self.patrolled_at:%Y-%m-%d}"


@tracked
class PatrolFinding(models.Model):
    """What a patrol found under one of the four aspects 序化、洁化、绿化、亮化."""

    class Aspect(models.TextChoices):
        ORDER = "order", "序化"
        CLEAN = "clean", "洁化"
        GREEN = "green", "绿化"
        LIGHT = "light", "亮化"

    patrol = models.ForeignKey(
        RoadPatrol, models.CASCADE, related_name="findings", verbose_name="巡查"
    )
    aspect = models.CharField("类别", max_length=8, choices=Aspect)
    finding = models.CharField("问题描述", max_length=200)
    responsible_unit = models.ForeignKey(
        "orgs.Unit",
        models.PROTECT,
        null=True,
        blank=True,
        related_name="patrol_findings",
        verbose_name="责任单位",
    )
    due_on = models.DateField("整改时限", null=True, blank=True)
    closed_on = PastDateField("销号日期", null=True, blank=True)
    problem = models.OneToOneField(
        "projects.Problem",
        models.PROTECT,
        null=True,
        blank=True,
        editable=False,
        related_name="patrol_finding",
        verbose_name="转为的问题",
    )

    objects = ScopedQuerySet.as_manager()
    scope_division = "patrol__chief__road__division__code"

    class Meta:
        verbose_name = verbose_name_plural = "巡查问题"

    def __str__(self):
        return self.finding[:30]
