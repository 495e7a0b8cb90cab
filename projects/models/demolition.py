"""A demolition from its registration to the day it is done. It is coercive: the basis comes first."""

from django.db import models
from django.db.models import F, Q

from ledgers.history import tracked
from ledgers.models import PastDateField, QualifierField
from orgs.querysets import ScopedQuerySet
from projects.models.plan import Project
from projects.models.sites import DemolitionRecord
from projects.site_querysets import DemolitionCaseQuerySet


@tracked
class DemolitionCase(models.Model):
    """拆除事项: one place, its legal basis, and the steps it has passed (each with its day)."""

    # Field, word, what is asked; in the order in which they follow each other.
    STEPS = (
        ("registered_on", "登记"),
        ("notified_on", "告知"),
        ("decided_on", "作出决定（签订同意书）"),
        ("enforced_on", "实施拆除"),
    )

    project = models.ForeignKey(
        Project, models.PROTECT, related_name="demolition_cases", verbose_name="项目（村）"
    )
    place = models.CharField("地点", max_length=120, help_text="写到路段、楼号或组，不写户主姓名")
    kind = models.CharField("种类", max_length=16, choices=DemolitionRecord.Kind)
    places = models.PositiveIntegerField("处数（处）", default=1)
    area_m2 = models.DecimalField(
        "面积（平方米）", max_digits=12, decimal_places=2, null=True, blank=True
    )
    area_qualifier = QualifierField("面积口径")
    legal_basis = models.CharField(
        "依据（文号、同意书）", max_length=120, blank=True, help_text="实施拆除前必填"
    )
    appeal_until = models.DateField("复议、诉讼期满", null=True, blank=True)
    registered_on = PastDateField("登记日期")
    notified_on = PastDateField("告知日期", null=True, blank=True)
    decided_on = PastDateField("决定（同意）日期", null=True, blank=True)
    enforced_on = PastDateField("拆除日期", null=True, blank=True)
    record = models.OneToOneField(
        DemolitionRecord,
        models.PROTECT,
        null=True,
        blank=True,
        editable=False,
        related_name="case",
        verbose_name="拆除记录",
    )

    objects = DemolitionCaseQuerySet.as_manager()
    scope_division = "project__division__code"
    scope_line = "project__programme__line"

    class Meta:
        verbose_name = verbose_name_plural = "拆除事项"
        ordering = ["-registered_on", "-pk"]
        constraints = [
            models.CheckConstraint(
                condition=Q(enforced_on__isnull=True) | ~Q(legal_basis=""),
                name="demolition_case_basis_first",
                violation_error_message="没有依据（文号或同意书），不能登记拆除。",
            ),
            models.CheckConstraint(
                condition=(Q(notified_on__isnull=True) | Q(notified_on__gte=F("registered_on")))
                & (
                    Q(decided_on__isnull=True)
                    | Q(notified_on__isnull=False, decided_on__gte=F("notified_on"))
                )
                & (
                    Q(enforced_on__isnull=True)
                    | Q(decided_on__isnull=False, enforced_on__gte=F("decided_on"))
                ),
                name="demolition_case_steps_in_order",
                violation_error_message="步骤须依次办理：登记、告知、决定（同意）、拆除。",
            ),
            models.CheckConstraint(
                condition=Q(places__gte=1),
                name="demolition_case_has_places",
                violation_error_message="处数至少为 1。",
            ),
        ]

    def __str__(self):
        return f"{self.project} {self.place}"

    @property
    def next_step(self) -> tuple[str, str] | None:
        """(field, word) of the step that comes next, None when all are done."""
        return next(((f, word) for f, word in self.STEPS if getattr(self, f) is None), None)


@tracked
class DemolitionDispute(models.Model):
    """A dispute about a demolition. While it is open the case stands still."""

    case = models.ForeignKey(
        DemolitionCase, models.CASCADE, related_name="disputes", verbose_name="拆除事项"
    )
    raised_on = PastDateField("提出日期")
    matter = models.CharField("争议事项", max_length=200, help_text="写事由，不写个人信息")
    resolved_on = PastDateField("化解日期", null=True, blank=True)
    resolution = models.CharField("化解情况", max_length=200, blank=True)

    objects = ScopedQuerySet.as_manager()
    scope_division = "case__project__division__code"
    scope_line = "case__project__programme__line"

    class Meta:
        verbose_name = verbose_name_plural = "拆除争议"
        ordering = ["-raised_on", "-pk"]
        constraints = [
            models.UniqueConstraint(
                fields=["case"],
                condition=Q(resolved_on__isnull=True),
                name="demolition_dispute_one_open",
                violation_error_message="该事项已有未化解的争议。",
            ),
            models.CheckConstraint(
                condition=Q(resolved_on__isnull=True, resolution="")
                | (Q(resolved_on__gte=F("raised_on")) & ~Q(resolution="")),
                name="demolition_dispute_resolution_whole",
                violation_error_message="化解争议须写明日期和情况，日期不早于提出日期。",
            ),
        ]

    def __str__(self):
        return f"{self.case}：{self.matter[:30]}"
