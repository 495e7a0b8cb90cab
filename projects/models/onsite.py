"""What is counted and logged on site: a red station's log, toilets of a village."""

from django.db import models
from django.db.models import F, Q

from ledgers.history import tracked
from ledgers.models import PastDateField, QualifierField
from orgs.querysets import ScopedQuerySet
from projects.models.plan import Project
from projects.models.sites import RedStation


@tracked
class StationEntry(models.Model):
    """One entry of a red station's log: what was done for how many. Counts, no names."""

    class Kind(models.TextChoices):
        SERVICE = "service", "服务工友、群众"
        STUDY = "study", "学习、主题党日"
        VANGUARD = "vanguard", "党员先锋行动"
        SAFETY = "safety", "安全、质量提醒"
        OTHER = "other", "其他"

    station = models.ForeignKey(
        RedStation, models.CASCADE, related_name="entries", verbose_name="红色驿站"
    )
    held_on = PastDateField("日期")
    kind = models.CharField("类别", max_length=10, choices=Kind)
    text = models.CharField("内容", max_length=200)
    attendees = models.PositiveIntegerField("参加（人次）", default=0)
    party_members = models.PositiveIntegerField("其中党员（人次）", default=0)

    objects = ScopedQuerySet.as_manager()
    scope_division = "station__project__division__code"
    scope_line = "station__project__programme__line"

    class Meta:
        verbose_name = verbose_name_plural = "驿站日志"
        ordering = ["-held_on", "-pk"]
        constraints = [
            models.CheckConstraint(
                condition=Q(party_members__lte=F("attendees")),
                name="station_entry_members_within",
                violation_error_message="党员人次不能多于参加人次。",
            ),
        ]

    def __str__(self):
        return f"{self.station} {self.held_on}"


@tracked
class ToiletCount(models.Model):
    """What a village has to do about toilets, counted on a day; what was removed is in the reports."""

    project = models.ForeignKey(
        Project, models.CASCADE, related_name="toilet_counts", verbose_name="项目（村）"
    )
    counted_on = PastDateField("统计日期")
    due_places = models.PositiveIntegerField("应拆户外厕所（处）", default=0)
    due_qualifier = QualifierField("应拆口径")
    rebuilt_households = models.PositiveIntegerField("已改厕（户）", default=0)
    public_toilets = models.PositiveIntegerField("新建公厕（座）", default=0)
    note = models.CharField("说明", max_length=200, blank=True)

    objects = ScopedQuerySet.as_manager()
    scope_division = "project__division__code"
    scope_line = "project__programme__line"

    class Meta:
        verbose_name = verbose_name_plural = "厕所改造"
        ordering = ["-counted_on", "-pk"]
        constraints = [
            models.UniqueConstraint(
                fields=["project", "counted_on"],
                name="toilet_count_once_a_day",
                violation_error_message="该村当日已有厕所改造统计。",
            ),
        ]

    def __str__(self):
        return f"{self.project} {self.counted_on}"
