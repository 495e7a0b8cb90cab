from datetime import timedelta

from django.db import models
from django.db.models import F, Q

from ledgers.history import tracked
from ledgers.models import PastDateField
from projects.models.plan import Project
from projects.querysets import ProblemQuerySet

# A problem raised in a few taps is due after so many days; the form can say otherwise.
DAYS_TO_MEND = 15


class ProblemCategory(models.TextChoices):
    """What a problem is about: what residents say at meetings, the four aspects of a road, works."""

    PARKING = "parking", "停车难"
    DRAINAGE = "drainage", "雨污水堵塞"
    LEAK = "leak", "房屋漏水"
    PIPES = "pipes", "管道破损"
    ORDER = "order", "序化"
    CLEAN = "clean", "洁化"
    GREEN = "green", "绿化"
    LIGHT = "light", "亮化"
    QUALITY = "quality", "工程质量"
    SAFETY = "safety", "施工安全"
    OTHER = "other", "其他"


@tracked
class Problem(models.Model):
    """A problem of a courtyard, a project, a road or a place, until it is struck off (销号).

    A problem that comes back is another row, so that past days stay as they were: `origin` is the
    first row of such a line, `reopened_times` counts on from it.
    """

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
    category = models.CharField("类别", max_length=10, choices=ProblemCategory)
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
    road = models.ForeignKey(
        "projects.Road",
        models.PROTECT,
        null=True,
        blank=True,
        related_name="problems",
        verbose_name="路段",
    )
    responsible_unit = models.ForeignKey(
        "orgs.Unit",
        models.PROTECT,
        null=True,
        blank=True,
        related_name="problems",
        verbose_name="责任单位",
    )
    raised_on = PastDateField("提出日期")
    due_on = models.DateField("整改时限")
    reported_on = PastDateField(
        "反馈整改日期", null=True, blank=True, help_text="责任单位反馈已整改，等待核实"
    )
    closed_on = PastDateField("销号日期", null=True, blank=True)
    ending = models.CharField("结果", max_length=12, choices=Ending, blank=True)
    ending_note = models.CharField("办理情况", max_length=300, blank=True)
    is_disputed = models.BooleanField("有争议（暂停催办）", default=False)
    origin = models.ForeignKey(
        "self",
        models.PROTECT,
        null=True,
        blank=True,
        editable=False,
        related_name="reopenings",
        verbose_name="首次提出",
    )
    reopened_times = models.PositiveSmallIntegerField("重新提出（次）", default=0, editable=False)

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
            models.CheckConstraint(
                condition=Q(origin__isnull=True, reopened_times=0)
                | Q(origin__isnull=False, reopened_times__gt=0),
                name="problem_reopened_has_origin",
                violation_error_message="重新提出的问题应写明首次提出的是哪一个。",
            ),
            models.UniqueConstraint(
                fields=["origin", "reopened_times"],
                name="problem_reopened_once",
                violation_error_message="该问题已由他人重新提出，请刷新后查看。",
            ),
        ]

    def __str__(self):
        return self.title

    @property
    def first_key(self) -> int:
        """The key of the first row of the line that this one belongs to."""
        return self.origin_id or self.pk

    @property
    def place(self):
        """The courtyard, project or road that the problem is about, or else the division."""
        return self.courtyard or self.project or self.road or self.division

    def state_on(self, day) -> str:
        """Where it stands on `day`: open, reported, overdue, or how it ended."""
        if self.closed_on is not None and self.closed_on <= day:
            return self.ending
        if self.due_on < day:
            return "overdue"
        return "reported" if self.reported_on and self.reported_on <= day else "open"

    def late_days(self, day) -> int:
        """Whole days past the deadline on `day`, or up to its end; 0 where it kept the deadline."""
        end = min(day, self.closed_on - timedelta(days=1)) if self.closed_on else day
        return max((end - self.due_on).days, 0)
