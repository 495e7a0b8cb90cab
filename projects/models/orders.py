from django.db import models
from django.db.models import F, Q

from ledgers.history import tracked
from ledgers.models import PastDateField
from orgs.querysets import ScopedQuerySet
from projects.models.plan import Project
from projects.models.problems import Problem
from projects.models.steps import Step
from projects.querysets import ProblemQuerySet


@tracked
class SupervisionOrder(models.Model):
    """督办单: an order with a deadline and a reply, about problems, a project or a place."""

    number = models.CharField("编号", max_length=20, unique=True)
    title = models.CharField("事项", max_length=120)
    body = models.TextField("督办内容", max_length=1000, blank=True)
    problems = models.ManyToManyField(
        Problem, through="OrderProblem", related_name="orders", blank=True, verbose_name="涉及问题"
    )
    project = models.ForeignKey(
        Project, models.PROTECT, null=True, blank=True, related_name="orders", verbose_name="项目"
    )
    division = models.ForeignKey("orgs.Division", models.PROTECT, verbose_name="所在区划")
    from_unit = models.ForeignKey(
        "orgs.Unit",
        models.PROTECT,
        null=True,
        blank=True,
        related_name="orders_issued",
        verbose_name="签发单位",
    )
    to_unit = models.ForeignKey(
        "orgs.Unit", models.PROTECT, related_name="orders", verbose_name="承办单位"
    )
    issued_on = PastDateField("签发日期")
    due_on = models.DateField("办结时限")
    reply = models.CharField("回复", max_length=300, blank=True)
    replied_on = PastDateField("回复日期", null=True, blank=True)
    closed_on = PastDateField("办结日期", null=True, blank=True)

    objects = ProblemQuerySet.as_manager()
    scope_division = "division__code"

    class Meta:
        verbose_name = verbose_name_plural = "督办单"
        ordering = ["due_on", "pk"]
        constraints = [
            models.CheckConstraint(
                condition=Q(from_unit__isnull=True) | ~Q(from_unit=F("to_unit")),
                name="supervision_order_not_to_itself",
                violation_error_message="承办单位不能是签发单位自己，请另选。",
            ),
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

    def late_days(self, day) -> int:
        """Whole days past the deadline on `day`; 0 where it is closed or in time."""
        open_still = self.closed_on is None or self.closed_on > day
        return max((day - self.due_on).days, 0) if open_still else 0


@tracked
class OrderProblem(models.Model):
    """A problem that an order presses."""

    order = models.ForeignKey(
        SupervisionOrder, models.CASCADE, related_name="+", verbose_name="督办单"
    )
    problem = models.ForeignKey(Problem, models.PROTECT, related_name="+", verbose_name="问题")

    objects = ScopedQuerySet.as_manager()
    scope_division = "order__division__code"

    class Meta:
        verbose_name = verbose_name_plural = "督办单涉及问题"
        constraints = [
            models.UniqueConstraint(
                fields=["order", "problem"],
                name="order_problem_once",
                violation_error_message="该问题已在这份督办单中。",
            )
        ]

    def __str__(self):
        return f"{self.order} {self.problem}"


@tracked
class OrderStep(Step):
    """What happened to a supervision order."""

    class Action(models.TextChoices):
        ISSUED = "issued", "签发"
        REPLIED = "replied", "回复"
        RETURNED = "returned", "退回回复"
        ACCEPTED = "accepted", "认可并办结"

    order = models.ForeignKey(
        SupervisionOrder, models.CASCADE, related_name="steps", verbose_name="督办单"
    )
    action = models.CharField("动作", max_length=10, choices=Action)

    objects = ScopedQuerySet.as_manager()
    scope_division = "order__division__code"

    class Meta(Step.Meta):
        verbose_name = verbose_name_plural = "督办单流转"
        constraints = [
            models.CheckConstraint(
                condition=~Q(action__in=["replied", "returned"]) | ~Q(note=""),
                name="order_step_words_given",
                violation_error_message="回复、退回必须写明内容。",
            ),
        ]

    def __str__(self):
        return f"{self.order} {self.get_action_display()}"
