from django.db import models
from django.db.models import F, Q

from ledgers.history import tracked
from orgs.querysets import ScopedQuerySet
from projects.models.civic import IssueCategory
from projects.models.plan import Project
from projects.querysets import ProblemQuerySet


@tracked
class Problem(models.Model):
    """A problem of a courtyard, a project or a place, until it is struck off (销号)."""

    class Source(models.TextChoices):
        MEETING = "meeting", "座谈会"
        SUPERVISOR = "supervisor", "监督员"
        PATROL = "patrol", "路长巡查"
        RESIDENT = "resident", "群众反映"
        VISIT = "visit", "入户走访"
        FOLLOW_UP = "follow_up", "跟踪问效"

    class Ending(models.TextChoices):
        MENDED = "mended", "已整改"
        NOT_MENDED = "not_mended", "未整改"
        CANNOT = "cannot", "无法整改"

    title = models.CharField("问题", max_length=120)
    category = models.CharField("类别", max_length=10, choices=IssueCategory)
    source = models.CharField("来源", max_length=12, choices=Source)
    division = models.ForeignKey(
        "orgs.Division", models.PROTECT, related_name="problems", verbose_name="社区（村）"
    )
    courtyard = models.ForeignKey(
        "courtyards.Courtyard",
        models.PROTECT,
        null=True,
        blank=True,
        related_name="problems",
        verbose_name="楼院",
    )
    project = models.ForeignKey(
        Project, models.PROTECT, null=True, blank=True, related_name="problems", verbose_name="项目"
    )
    responsible_unit = models.ForeignKey(
        "orgs.Unit",
        models.PROTECT,
        null=True,
        blank=True,
        related_name="problems",
        verbose_name="责任单位",
    )
    raised_on = models.DateField("提出日期")
    due_on = models.DateField("整改时限")
    closed_on = models.DateField("销号日期", null=True, blank=True)
    ending = models.CharField("结果", max_length=12, choices=Ending, blank=True)
    ending_note = models.CharField("办理情况", max_length=300, blank=True)
    is_disputed = models.BooleanField("有争议（暂停催办）", default=False)

    objects = ProblemQuerySet.as_manager()
    scope_division = "division__code"

    class Meta:
        verbose_name = verbose_name_plural = "问题"
        ordering = ["due_on", "pk"]
        constraints = [
            models.CheckConstraint(
                condition=Q(closed_on__isnull=True) | Q(closed_on__gte=F("raised_on")),
                name="problem_closed_after_raised",
                violation_error_message="销号日期不能早于提出日期。",
            ),
            models.CheckConstraint(
                condition=Q(closed_on__isnull=True) | ~Q(ending=""),
                name="problem_ending_given",
                violation_error_message="销号须选择结果：已整改、未整改或无法整改。",
            ),
            models.CheckConstraint(
                condition=Q(due_on__gte=F("raised_on")),
                name="problem_due_after_raised",
                violation_error_message="整改时限不能早于提出日期。",
            ),
        ]

    def __str__(self):
        return self.title


@tracked
class SupervisionOrder(models.Model):
    """督办单: an order with a deadline and a reply."""

    number = models.CharField("编号", max_length=20, unique=True)
    title = models.CharField("事项", max_length=120)
    problem = models.ForeignKey(
        Problem, models.PROTECT, null=True, blank=True, related_name="orders", verbose_name="问题"
    )
    division = models.ForeignKey("orgs.Division", models.PROTECT, verbose_name="所在区划")
    to_unit = models.ForeignKey(
        "orgs.Unit", models.PROTECT, related_name="orders", verbose_name="承办单位"
    )
    issued_on = models.DateField("签发日期")
    due_on = models.DateField("办结时限")
    reply = models.CharField("回复", max_length=300, blank=True)
    replied_on = models.DateField("回复日期", null=True, blank=True)
    closed_on = models.DateField("办结日期", null=True, blank=True)

    objects = ProblemQuerySet.as_manager()
    scope_division = "division__code"

    class Meta:
        verbose_name = verbose_name_plural = "督办单"
        ordering = ["due_on", "pk"]
        constraints = [
            models.CheckConstraint(
                condition=Q(due_on__gte=F("issued_on")),
                name="supervision_order_due_after_issued",
                violation_error_message="办结时限不能早于签发日期。",
            ),
            models.CheckConstraint(
                condition=Q(closed_on__isnull=True) | Q(closed_on__gte=F("issued_on")),
                name="supervision_order_closed_after_issued",
                violation_error_message="办结日期不能早于签发日期。",
            ),
        ]

    def __str__(self):
        return f"督办{self.number} {self.title}"


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
    visited_on = models.DateField("日期")
    finding = models.CharField("发现", max_length=300, blank=True)
    due_on = models.DateField("整改时限", null=True, blank=True)
    result = models.CharField("结果", max_length=300, blank=True)
    next_visit_on = models.DateField("下次回访", null=True, blank=True)

    objects = ScopedQuerySet.as_manager()
    scope_division = "project__division__code"
    scope_line = "project__programme__line"

    class Meta:
        verbose_name = verbose_name_plural = "跟踪问效"
        ordering = ["-visited_on", "pk"]

    def __str__(self):
        return f"{self.project} {self.visited_on}"
