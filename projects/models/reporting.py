from datetime import datetime, timedelta

from django.db import models
from django.db.models import F, Q

from ledgers.history import tracked
from ledgers.models import QualifierField, Tenure, until_after_since
from orgs.querysets import ScopedQuerySet
from projects.models.plan import Project
from projects.querysets import PeriodQuerySet, ReadingQuerySet, ReportQuerySet


@tracked
class Indicator(Tenure):
    """What is measured for projects of some kinds. A new one counts from its first day on."""

    code = models.CharField("代码", max_length=40, unique=True)
    name = models.CharField("名称", max_length=40)
    unit = models.CharField("单位", max_length=20)
    kinds = models.JSONField("适用项目类别", default=list, help_text="项目类别代码的列表")
    decimals = models.PositiveSmallIntegerField("小数位", default=0)
    in_weekly_report = models.BooleanField("列入周报", default=True)
    is_percent = models.BooleanField("百分数", default=False)
    position = models.PositiveSmallIntegerField("顺序", default=0)

    class Meta:
        verbose_name = verbose_name_plural = "指标"
        ordering = ["position", "code"]
        constraints = [until_after_since()]

    def __str__(self):
        return self.name


# So long after the deadline a late report is still taken; then the week is locked.
LOCKS_AFTER = timedelta(days=14)


@tracked
class Period(models.Model):
    """A reporting week, from Monday to Sunday, with the moment when its reports are due.

    Whether it is open, overdue or locked is nowhere stored: the clock says so.
    """

    year = models.PositiveSmallIntegerField("年")
    number = models.PositiveSmallIntegerField("周次")
    start = models.DateField("开始日期", unique=True)
    end = models.DateField("结束日期")
    due_at = models.DateTimeField("截止时间")

    objects = PeriodQuerySet.as_manager()

    class Meta:
        verbose_name = verbose_name_plural = "报送周期"
        ordering = ["-start"]
        constraints = [
            models.UniqueConstraint(fields=["year", "number"], name="period_number_once"),
            models.CheckConstraint(
                condition=Q(end__gte=F("start")),
                name="period_end_after_start",
                violation_error_message="结束日期不能早于开始日期。",
            ),
        ]

    def __str__(self):
        return f"{self.year}年第{self.number}周"

    @property
    def locks_at(self) -> datetime:
        """From this moment on its reports are filed only when one is reopened."""
        return self.due_at + LOCKS_AFTER


@tracked
class Target(models.Model):
    """What an indicator of a project should have reached on a day (plan)."""

    project = models.ForeignKey(
        Project, models.CASCADE, related_name="targets", verbose_name="项目"
    )
    indicator = models.ForeignKey(
        Indicator, models.PROTECT, related_name="targets", verbose_name="指标"
    )
    due_on = models.DateField("应达日期")
    value = models.DecimalField("目标值", max_digits=14, decimal_places=2)

    objects = ScopedQuerySet.as_manager()
    scope_division = "project__division__code"
    scope_line = "project__programme__line"

    class Meta:
        verbose_name = verbose_name_plural = "计划目标"
        ordering = ["project", "due_on"]
        constraints = [
            models.UniqueConstraint(
                fields=["project", "indicator", "due_on"],
                name="target_once_a_day",
                violation_error_message="该项目此指标当日已有目标。",
            ),
        ]

    def __str__(self):
        return f"{self.project} {self.indicator} {self.due_on}"


@tracked
class Report(models.Model):
    """A project's weekly report. Its row exists from the opening of the week: that is what is owed.

    `status` is where the report stands now; what happened when is in its steps.
    """

    class Status(models.TextChoices):
        DUE = "due", "待报"
        DRAFT = "draft", "填报中"
        FILED = "filed", "待审核"
        RETURNED = "returned", "已退回"
        APPROVED = "approved", "已审核"

    project = models.ForeignKey(
        Project, models.PROTECT, related_name="reports", verbose_name="项目"
    )
    period = models.ForeignKey(Period, models.PROTECT, related_name="reports", verbose_name="周期")
    division = models.ForeignKey(
        "orgs.Division", models.PROTECT, related_name="+", verbose_name="所在区划"
    )
    status = models.CharField("状态", max_length=10, choices=Status, default=Status.DUE)
    no_change = models.BooleanField("本周无变化", default=False)
    remark = models.CharField("情况说明", max_length=300, blank=True)
    filed_on = models.DateField(
        "报送日期", null=True, blank=True, help_text="最近一次报送；退回后清空"
    )
    version = models.PositiveIntegerField("版本", default=0, editable=False)
    reopened_until = models.DateTimeField(
        "重开至", null=True, blank=True, help_text="锁定以后，此刻之前仍可补报"
    )

    objects = ReportQuerySet.as_manager()
    scope_division = "division__code"
    scope_line = "project__programme__line"

    class Meta:
        verbose_name = verbose_name_plural = "周报"
        ordering = ["-period__start", "pk"]
        constraints = [
            models.UniqueConstraint(fields=["project", "period"], name="report_once_a_period"),
        ]

    def __str__(self):
        return f"{self.project} {self.period}"

    def locked_at(self, now: datetime) -> bool:
        """Whether nothing more can be filed at the moment `now`: locked, and not reopened."""
        until = max(filter(None, (self.period.locks_at, self.reopened_until)))
        return now > until


@tracked
class ReportStep(models.Model):
    """What happened to a report: filed, withdrawn, returned, approved, corrected, reopened.

    Never changed. A return leaves a step for each figure that it is about, all of one moment.
    """

    class Action(models.TextChoices):
        FILED = "filed", "报送"
        RETURNED = "returned", "退回"
        APPROVED = "approved", "审核通过"
        CORRECTED = "corrected", "更正"
        WITHDRAWN = "withdrawn", "撤回"
        REOPENED = "reopened", "重开"

    report = models.ForeignKey(Report, models.CASCADE, related_name="steps", verbose_name="周报")
    action = models.CharField("动作", max_length=10, choices=Action)
    taken_on = models.DateField("日期")
    taken_at = models.DateTimeField("时间")
    by = models.ForeignKey("orgs.User", models.PROTECT, related_name="+", verbose_name="经办人")
    indicator = models.ForeignKey(
        Indicator, models.PROTECT, null=True, blank=True, related_name="+", verbose_name="涉及指标"
    )
    reason = models.CharField("原因", max_length=300, blank=True)

    objects = ScopedQuerySet.as_manager()
    scope_division = "report__division__code"
    scope_line = "report__project__programme__line"

    class Meta:
        verbose_name = verbose_name_plural = "周报流转"
        ordering = ["taken_at", "pk"]
        indexes = [models.Index(fields=["report", "taken_on", "id"], name="report_step_latest")]
        constraints = [
            models.CheckConstraint(
                condition=~Q(action__in=["returned", "corrected", "reopened"]) | ~Q(reason=""),
                name="report_step_reason_given",
                violation_error_message="退回、更正、重开必须写明原因。",
            ),
        ]

    def __str__(self):
        return f"{self.report} {self.get_action_display()}"


@tracked
class Reading(models.Model):
    """The cumulative value of an indicator of a project, for a day.

    It counts from `verified_on`, the day its report was approved, so that yesterday's figures do
    not change. A correction is another row that names the one it corrects and says why.
    """

    project = models.ForeignKey(
        Project, models.PROTECT, related_name="readings", verbose_name="项目"
    )
    indicator = models.ForeignKey(
        Indicator, models.PROTECT, related_name="readings", verbose_name="指标"
    )
    report = models.ForeignKey(
        Report, models.PROTECT, null=True, blank=True, related_name="readings", verbose_name="周报"
    )
    day = models.DateField("数据日期", help_text="周报为该周最后一日")
    value = models.DecimalField("累计值", max_digits=14, decimal_places=2)
    qualifier = QualifierField("口径")
    verified_on = models.DateField("核定日期", null=True, blank=True)
    corrects = models.ForeignKey(
        "self",
        models.PROTECT,
        null=True,
        blank=True,
        related_name="corrections",
        verbose_name="更正",
    )
    reason = models.CharField(
        "原因", max_length=300, blank=True, help_text="更正的原因，或数字与往常不同的原因"
    )

    objects = ReadingQuerySet.as_manager()
    scope_division = "project__division__code"
    scope_line = "project__programme__line"

    class Meta:
        verbose_name = verbose_name_plural = "指标数据"
        ordering = ["-day", "-pk"]
        indexes = [
            models.Index(
                fields=["project", "indicator", "-day", "-verified_on", "-id"],
                include=["value", "qualifier"],
                name="reading_latest",
            ),
        ]
        constraints = [
            models.UniqueConstraint(
                fields=["project", "indicator", "day"],
                condition=Q(corrects__isnull=True),
                name="reading_once_a_day",
                violation_error_message="该项目此指标当日已有数据，更正请走更正流程。",
            ),
            models.CheckConstraint(
                condition=Q(corrects__isnull=True) | ~Q(reason=""),
                name="reading_correction_says_why",
                violation_error_message="更正必须写明原因。",
            ),
            models.CheckConstraint(
                condition=Q(value__gte=0),
                name="reading_not_negative",
                violation_error_message="累计值不能为负数。",
            ),
        ]

    def __str__(self):
        return f"{self.project} {self.indicator} {self.day}: {self.value}"
