from django.db import models
from django.db.models import Q

from ledgers.history import tracked
from orgs.querysets import ScopedQuerySet
from projects.models.problems import Problem
from projects.models.steps import Step

THROUGH_LINK = "通过一次性链接"


@tracked
class ProblemStep(Step):
    """What happened to a problem, and why."""

    class Action(models.TextChoices):
        RAISED = "raised", "提出"
        ASSIGNED = "assigned", "交办"
        POSTPONED = "postponed", "调整时限"
        LINKED = "linked", "发出一次性链接"
        REPORTED = "reported", "反馈已整改"
        REFUSED = "refused", "核实未整改"
        CONFIRMED = "confirmed", "核实已整改"
        CLOSED = "closed", "销号"
        REOPENED = "reopened", "重新提出"

    problem = models.ForeignKey(Problem, models.CASCADE, related_name="steps", verbose_name="问题")
    action = models.CharField("动作", max_length=10, choices=Action)
    ending = models.CharField("结果", max_length=12, choices=Problem.Ending, blank=True)
    unit = models.ForeignKey(
        "orgs.Unit",
        models.PROTECT,
        null=True,
        blank=True,
        related_name="+",
        verbose_name="责任单位",
    )
    due_on = models.DateField("整改时限", null=True, blank=True)
    photo = models.FileField("照片", upload_to="problems/%Y/%m", blank=True)

    objects = ScopedQuerySet.as_manager()
    scope_division = "problem__division__code"

    class Meta(Step.Meta):
        verbose_name = verbose_name_plural = "问题办理过程"
        constraints = [
            models.CheckConstraint(
                condition=~Q(action__in=["postponed", "refused", "reopened"]) | ~Q(note=""),
                name="problem_step_reason_given",
                violation_error_message="调整时限、核实未整改、重新提出必须写明原因。",
            ),
        ]

    def __str__(self):
        return f"{self.problem} {self.get_action_display()}"


@tracked
class ProblemLink(models.Model):
    """A link with which a resident supervisor or a courtyard head says, once, whether it is mended.

    Only a hash of the link's secret is kept. The link is for a post, not a person: no name, no phone.
    """

    class Holder(models.TextChoices):
        SUPERVISOR = "supervisor", "监督员"
        HEAD = "head", "楼院长"

    problem = models.ForeignKey(Problem, models.CASCADE, related_name="links", verbose_name="问题")
    holder = models.CharField("交给", max_length=12, choices=Holder)
    token_hash = models.CharField("链接摘要", max_length=64, unique=True, editable=False)
    made_by = models.ForeignKey(
        "orgs.User", models.PROTECT, related_name="+", verbose_name="签发人"
    )
    made_at = models.DateTimeField("签发时间")
    expires_at = models.DateTimeField("有效期至")
    used_at = models.DateTimeField("使用时间", null=True, blank=True)
    withdrawn_at = models.DateTimeField("作废时间", null=True, blank=True)

    objects = ScopedQuerySet.as_manager()
    scope_division = "problem__division__code"

    class Meta:
        verbose_name = verbose_name_plural = "问题一次性链接"
        ordering = ["-made_at", "-pk"]

    def __str__(self):
        return f"{self.problem} {self.get_holder_display()}"

    @property
    def acts_as(self) -> str:
        """How what is done through the link stands in the record."""
        return f"{self.get_holder_display()}{THROUGH_LINK}"

    def is_open(self, now) -> bool:
        """Whether the link still opens at the moment `now`."""
        return self.used_at is None and self.withdrawn_at is None and self.expires_at > now
