from django.db import models
from django.db.models import F, Q

from ledgers.history import tracked
from ledgers.models import Named, PastDateField, Tenure, until_after_since
from orgs.choices import WorkLine
from orgs.models.people import one_at_a_time
from orgs.querysets import ScopedQuerySet, ScopedTenureQuerySet
from projects.choices import Kind, Stage
from projects.querysets import ProjectQuerySet
from projects.stages import word_of


@tracked
class Programme(Named, Tenure):
    """One of the three projects, the one management, or the courtyards, with who carries it."""

    line = models.CharField("战线", max_length=24, choices=WorkLine)
    division = models.ForeignKey("orgs.Division", models.PROTECT, verbose_name="区划")
    headquarters = models.ForeignKey(
        "orgs.Unit", models.PROTECT, related_name="programmes", verbose_name="指挥部"
    )
    temp_branch = models.ForeignKey(
        "orgs.PartyOrganization",
        models.PROTECT,
        null=True,
        blank=True,
        related_name="programmes",
        verbose_name="临时党支部",
    )
    reports_weekly = models.BooleanField("按周报送", default=True)

    objects = ScopedTenureQuerySet.as_manager()
    scope_division = "division__code"
    scope_line = "line"
    handed_over = {"temp_branch": {}}  # see orgs/party/rows_to_settle.py

    class Meta:
        verbose_name = verbose_name_plural = "战线"
        ordering = ["pk"]
        constraints = [
            until_after_since(),
            models.UniqueConstraint(
                fields=["division", "line"],
                name="programme_line_once",
                violation_error_message="该区划此战线已存在。",
            ),
        ]


@tracked
class Road(Named):
    """A road or a segment of one: what a road chief patrols and what road projects rebuild."""

    class Axis(models.TextChoices):
        NORTH_SOUTH = "ns", "纵（南北向）"
        EAST_WEST = "ew", "横（东西向）"

    division = models.ForeignKey("orgs.Division", models.PROTECT, verbose_name="所在区划")
    starts_at = models.CharField("起点", max_length=60, blank=True)
    ends_at = models.CharField("止点", max_length=60, blank=True)
    axis = models.CharField("走向", max_length=2, choices=Axis, blank=True)

    objects = ScopedQuerySet.as_manager()
    scope_division = "division__code"

    class Meta:
        verbose_name = verbose_name_plural = "道路（路段）"
        ordering = ["search_text", "pk"]
        constraints = [
            models.UniqueConstraint(
                fields=["division", "name", "starts_at", "ends_at"],
                name="road_segment_once",
                violation_error_message="该路段已存在。",
            ),
        ]


@tracked
class Project(Named, Tenure):
    """One thing that a programme builds or manages: a road section, a village, an old community …"""

    Kind = Kind

    programme = models.ForeignKey(
        Programme, models.PROTECT, related_name="projects", verbose_name="战线"
    )
    kind = models.CharField("类别", max_length=20, choices=Kind)
    division = models.ForeignKey(
        "orgs.Division", models.PROTECT, related_name="projects", verbose_name="所在区划"
    )
    road = models.ForeignKey(
        Road, models.PROTECT, null=True, blank=True, related_name="projects", verbose_name="道路"
    )
    lead_unit = models.ForeignKey(
        "orgs.Unit",
        models.PROTECT,
        null=True,
        blank=True,
        related_name="led_projects",
        verbose_name="责任单位",
    )
    contractor = models.ForeignKey(
        "orgs.Unit",
        models.PROTECT,
        null=True,
        blank=True,
        related_name="built_projects",
        verbose_name="施工单位",
    )
    budget_wan = models.DecimalField(
        "总投资（万元）", max_digits=12, decimal_places=2, null=True, blank=True
    )
    scope_of_work = models.CharField("改造内容", max_length=200, blank=True)
    is_demonstration = models.BooleanField("示范点（段）", default=False)
    answerable = models.CharField("责任人（职务）", max_length=60, blank=True)

    objects = ProjectQuerySet.as_manager()
    scope_division = "division__code"
    scope_line = "programme__line"

    class Meta:
        verbose_name = verbose_name_plural = "项目"
        ordering = ["search_text", "pk"]
        constraints = [
            until_after_since(),
            models.UniqueConstraint(
                fields=["programme", "division", "kind", "name"],
                name="project_name_once",
                violation_error_message="该区划此战线下已有同名项目。",
            ),
            models.CheckConstraint(
                condition=Q(budget_wan__isnull=True) | Q(budget_wan__gte=0),
                name="project_budget_not_negative",
                violation_error_message="总投资不能为负数。",
            ),
        ]


@tracked
class Milestone(models.Model):
    """A stage of a project, planned and reached on a day (stages: domain notes 2.5)."""

    Stage = Stage

    project = models.ForeignKey(
        Project, models.CASCADE, related_name="milestones", verbose_name="项目"
    )
    stage = models.CharField("阶段", max_length=12, choices=Stage)
    planned_on = models.DateField("计划日期", null=True, blank=True)
    actual_on = PastDateField("实际日期", null=True, blank=True)
    note = models.CharField("说明", max_length=120, blank=True, help_text="如农历日期：正月初四")
    skip_reason = models.CharField(
        "跳序原因", max_length=200, blank=True, help_text="前面的阶段还没有完成时填写"
    )

    objects = ScopedQuerySet.as_manager()
    scope_division = "project__division__code"
    scope_line = "project__programme__line"

    class Meta:
        verbose_name = verbose_name_plural = "节点"
        ordering = ["project", F("planned_on").asc(nulls_last=True), "pk"]
        constraints = [
            models.UniqueConstraint(
                fields=["project", "stage"],
                name="milestone_stage_once",
                violation_error_message="该项目此阶段已有节点。",
            ),
        ]

    def __str__(self):
        return f"{self.project} {self.get_stage_display()}"

    def get_stage_display(self) -> str:
        """The stage as this kind of project calls it, so that every page has one name for it."""
        return word_of(self.project.kind, self.stage)


@tracked
class ProjectOrganization(Tenure):
    """A Party organisation set up in a project, at community or courtyard level."""

    class Level(models.TextChoices):
        COMMUNITY = "community", "社区"
        COURTYARD = "courtyard", "楼院"
        SITE = "site", "工地"

    project = models.ForeignKey(
        Project, models.CASCADE, related_name="organizations", verbose_name="项目"
    )
    organization = models.ForeignKey(
        "orgs.PartyOrganization",
        models.PROTECT,
        related_name="project_links",
        verbose_name="党组织",
    )
    level = models.CharField("层级", max_length=10, choices=Level)

    objects = ScopedTenureQuerySet.as_manager()
    scope_division = "project__division__code"
    scope_line = "project__programme__line"
    handed_over = {"organization": {}}  # see orgs/party/rows_to_settle.py

    class Meta:
        verbose_name = verbose_name_plural = "项目党组织"
        constraints = [
            until_after_since(),
            one_at_a_time(
                "project_organization_once",
                "该党组织此期间已在这个项目中。",
                "project",
                "organization",
            ),
        ]

    def __str__(self):
        return f"{self.project} – {self.organization}"
