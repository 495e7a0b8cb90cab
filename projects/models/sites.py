from django.db import models

from ledgers.history import tracked
from ledgers.models import Named, PastDateField, QualifierField, Tenure, until_after_since
from orgs.querysets import ScopedQuerySet, ScopedTenureQuerySet
from projects.models.plan import Project


@tracked
class DemolitionRound(Tenure):
    """A sweep of demolition in a place (for example 一遍净), and how many members went first."""

    project = models.ForeignKey(
        Project, models.CASCADE, related_name="demolition_rounds", verbose_name="项目（村）"
    )
    policy = models.CharField("做法", max_length=60)
    members_first = models.PositiveIntegerField("带头党员（人）", default=0)
    rechecked_on = PastDateField("复查日期", null=True, blank=True)
    left_over = models.PositiveIntegerField(
        "复查遗留（处）", null=True, blank=True, help_text="0 = 一遍净；没有复查的留空"
    )

    objects = ScopedTenureQuerySet.as_manager()
    scope_division = "project__division__code"
    scope_line = "project__programme__line"

    class Meta:
        verbose_name = verbose_name_plural = "集中拆除行动"
        ordering = ["-since", "pk"]
        constraints = [
            until_after_since(),
            models.CheckConstraint(
                condition=models.Q(rechecked_on__isnull=True, left_over__isnull=True)
                | models.Q(rechecked_on__gte=models.F("since"), left_over__isnull=False),
                name="demolition_round_recheck_whole",
                violation_error_message="复查日期与遗留处数须同时填写，且不早于行动开始。",
            ),
        ]

    def __str__(self):
        return f"{self.project} {self.policy}"


@tracked
class DemolitionRecord(models.Model):
    """Places demolished on a day. Demolition is coercive, so its basis stands beside it."""

    class Kind(models.TextChoices):
        OUTDOOR_TOILET = "outdoor_toilet", "户外厕所"
        UNAUTHORISED = "unauthorised", "私搭乱建"
        MIXED = "mixed", "户外厕所和私搭乱建（合计）"
        ILLEGAL = "illegal", "违法建设"

    project = models.ForeignKey(
        Project, models.CASCADE, related_name="demolitions", verbose_name="项目"
    )
    round = models.ForeignKey(
        DemolitionRound,
        models.PROTECT,
        null=True,
        blank=True,
        related_name="records",
        verbose_name="集中行动",
    )
    kind = models.CharField("种类", max_length=16, choices=Kind)
    demolished_on = PastDateField("日期")
    places = models.PositiveIntegerField("处数（处）", default=0)
    area_m2 = models.DecimalField(
        "面积（平方米）", max_digits=12, decimal_places=2, null=True, blank=True
    )
    area_qualifier = QualifierField("面积口径")
    legal_basis = models.CharField("依据（文号、同意书）", max_length=120, blank=True)
    is_disputed = models.BooleanField("有争议", default=False)

    objects = ScopedQuerySet.as_manager()
    scope_division = "project__division__code"
    scope_line = "project__programme__line"

    class Meta:
        verbose_name = verbose_name_plural = "拆除记录"
        ordering = ["-demolished_on", "pk"]

    def __str__(self):
        return f"{self.project} {self.demolished_on} {self.places}处"


@tracked
class RedStation(Named, Tenure):
    """党员红色驿站 on a construction site, hosted by a company."""

    project = models.ForeignKey(
        Project, models.PROTECT, related_name="red_stations", verbose_name="项目"
    )
    host = models.ForeignKey(
        "orgs.Unit", models.PROTECT, related_name="red_stations", verbose_name="依托单位"
    )
    location = models.CharField("地点", max_length=120, blank=True)
    services = models.CharField("服务内容", max_length=200, blank=True)

    objects = ScopedTenureQuerySet.as_manager()
    scope_division = "project__division__code"
    scope_line = "project__programme__line"

    class Meta:
        verbose_name = verbose_name_plural = "党员红色驿站"
        constraints = [
            until_after_since(),
            models.UniqueConstraint(
                fields=["project", "name"],
                condition=models.Q(until__isnull=True),
                name="red_station_once",
                violation_error_message="该项目已有同名的红色驿站，不必重复登记。",
            ),
        ]


@tracked
class WorkShift(models.Model):
    """A day or night shift on a road: works by night, traffic by day."""

    class Kind(models.TextChoices):
        DAY = "day", "白班（道路优化）"
        NIGHT = "night", "夜班（铣刨复摊）"

    class Traffic(models.TextChoices):
        OPEN = "open", "放行"
        PARTLY = "partly", "半幅通行"
        CLOSED = "closed", "封闭施工"

    project = models.ForeignKey(Project, models.CASCADE, related_name="shifts", verbose_name="项目")
    worked_on = PastDateField("日期")
    kind = models.CharField("班次", max_length=6, choices=Kind)
    traffic = models.CharField("交通组织", max_length=8, choices=Traffic)
    workers = models.PositiveIntegerField("人数（人）", default=0)
    party_members = models.PositiveIntegerField("其中党员（人）", default=0)
    planned_m = models.PositiveIntegerField("计划长度（米）", null=True, blank=True)
    done_m = models.PositiveIntegerField("完成长度（米）", null=True, blank=True)
    work_done = models.CharField("完成内容", max_length=200, blank=True)

    objects = ScopedQuerySet.as_manager()
    scope_division = "project__division__code"
    scope_line = "project__programme__line"

    class Meta:
        verbose_name = verbose_name_plural = "施工班次"
        ordering = ["-worked_on", "kind"]
        constraints = [
            models.UniqueConstraint(
                fields=["project", "worked_on", "kind"],
                name="work_shift_once",
                violation_error_message="该项目当日此班次已登记。",
            ),
            models.CheckConstraint(
                condition=models.Q(party_members__lte=models.F("workers")),
                name="work_shift_members_within_workers",
                violation_error_message="党员人数不能多于总人数。",
            ),
            models.CheckConstraint(
                # As for a report's figures: beyond three times of what was expected it is a slip.
                condition=models.Q(planned_m=0) | models.Q(done_m__lte=models.F("planned_m") * 3),
                name="work_shift_done_near_plan",
                violation_error_message="完成长度超过计划的3倍，请核对单位（米）和数字。",
            ),
        ]

    def __str__(self):
        return f"{self.project} {self.worked_on} {self.get_kind_display()}"
