"""What surrounds a weekly report: the days off that shift its deadline, and its photos."""

from django.conf import settings
from django.db import models

from ledgers.history import tracked
from orgs.querysets import ScopedQuerySet
from projects.models.reporting import Report


@tracked
class Holiday(models.Model):
    """A day on which work rests, or a weekend's day on which it does not (调休).

    What stands here goes before the calendar that comes with the portal, which knows the State
    Council's announcements of past years only.
    """

    class Kind(models.TextChoices):
        OFF = "off", "放假"
        WORK = "work", "上班（调休）"

    day = models.DateField(
        "日期", unique=True, error_messages={"unique": "这一天已有安排，请修改原有的一行。"}
    )
    kind = models.CharField("安排", max_length=10, choices=Kind, default=Kind.OFF)
    name = models.CharField("名称", max_length=30, help_text="如：国庆节")
    source = models.CharField("依据", max_length=100, help_text="通知的名称和文号")

    class Meta:
        verbose_name = verbose_name_plural = "节假日和调休"
        ordering = ["-day"]

    def __str__(self):
        return f"{self.day} {self.name}{self.get_kind_display()}"


@tracked
class ReportPhoto(models.Model):
    """A picture from the site that belongs to a report; never asked for. Small, and without a place."""

    report = models.ForeignKey(Report, models.CASCADE, related_name="photos", verbose_name="周报")
    picture = models.FileField("照片", upload_to="reports")
    added_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, models.PROTECT, related_name="+", verbose_name="上传人"
    )
    added_at = models.DateTimeField("上传时间")

    objects = ScopedQuerySet.as_manager()
    scope_division = "report__division__code"
    scope_line = "report__project__programme__line"

    class Meta:
        verbose_name = verbose_name_plural = "周报照片"
        ordering = ["pk"]

    def __str__(self):
        return f"{self.report} 照片"
