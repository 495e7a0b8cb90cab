from django.db import models
from django.db.models import Q

from ledgers.history import tracked
from ledgers.models import Tenure, until_after_since
from orgs.models.people import one_at_a_time
from orgs.querysets import ScopedTenureQuerySet
from projects.models.civic import CivicProcess, CivicStep


class Share(models.TextChoices):
    """How many of those asked it takes, as rules word it."""

    NONE = "none", "不设"
    OVER_HALF = "over_half", "过半数"
    HALF = "half", "半数以上（含半数）"
    TWO_THIRDS = "two_thirds", "三分之二以上"
    THREE_QUARTERS = "three_quarters", "四分之三以上"

    def needed(self, whole: int) -> int:
        """The smallest number out of `whole` that is enough; 0 where no share is set."""
        parts = {"half": (1, 2), "two_thirds": (2, 3), "three_quarters": (3, 4)}
        if self == Share.NONE:
            return 0
        if self == Share.OVER_HALF:
            return whole // 2 + 1
        part, of = parts[self.value]
        return max(-(-whole * part // of), 1)


@tracked
class CivicRule(Tenure):
    """What a step of a procedure takes, between two days: quorum, majority, days of notice.

    Where no row holds, the default of projects/civic/rules.py does.
    """

    class Base(models.TextChoices):
        PRESENT = "present", "实到"
        DUE = "due", "应到"

    process_kind = models.CharField("程序", max_length=10, choices=CivicProcess.Kind)
    step_kind = models.CharField("步骤", max_length=16, choices=CivicStep.Kind)
    quorum = models.CharField("到会（参与）要求", max_length=16, choices=Share, default=Share.NONE)
    majority = models.CharField("同意要求", max_length=16, choices=Share, default=Share.NONE)
    majority_of = models.CharField(
        "同意要求的基数", max_length=8, choices=Base, default=Base.PRESENT
    )
    notice_days = models.PositiveSmallIntegerField(
        "公示天数", null=True, blank=True, help_text="只用于公示；公示当天不计，自次日起算"
    )
    source = models.CharField("依据", max_length=200, help_text="法规条款、文件文号，或“本县规定”")

    objects = ScopedTenureQuerySet.as_manager()

    class Meta:
        verbose_name = verbose_name_plural = "议事规则"
        ordering = ["process_kind", "step_kind", "-since", "pk"]
        constraints = [
            until_after_since(),
            one_at_a_time(
                "civic_rule_once",
                "该程序此步骤在此期间已有规则，请先结束原规则。",
                "process_kind",
                "step_kind",
            ),
            models.CheckConstraint(
                condition=Q(notice_days__isnull=True) | Q(notice_days__gte=1),
                name="civic_rule_notice_days",
                violation_error_message="公示天数至少为1天。",
            ),
        ]

    def __str__(self):
        return f"{self.get_process_kind_display()} {self.get_step_kind_display()}"

    @property
    def is_owners(self) -> bool:
        """Whether both shares are asked twice: of the owners' number and of their area."""
        return self.step_kind.startswith(CivicStep.Kind.OWNERS)

    @property
    def asks_quorum(self) -> str:
        """The quorum in words."""
        twice = "人数、面积均" if self.is_owners and self.quorum != Share.NONE else ""
        return f"{twice}{self.get_quorum_display()}"

    @property
    def asks_majority(self) -> str:
        """The majority in words, with what it is a share of."""
        if self.majority == Share.NONE:
            return "不设"
        if not self.is_owners:
            return f"{self.get_majority_of_display()}{self.get_majority_display()}"
        whole = "全体业主" if self.majority_of == self.Base.DUE else "参与表决的"
        return f"{whole}人数、面积均{self.get_majority_display()}"
