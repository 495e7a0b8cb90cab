from django.core.exceptions import ValidationError
from django.db import models
from django.db.models import F, Q

from ledgers.history import tracked
from ledgers.models import PastDateField
from orgs.querysets import ScopedQuerySet
from projects.models.plan import Project


class OwnersMatter(models.TextChoices):
    """What the owners of a building decide together: 《民法典》第二百七十八条第一款, item by item."""

    RULES = "rules", "（一）制定、修改业主大会议事规则"
    COVENANT = "covenant", "（二）制定、修改管理规约"
    COMMITTEE = "committee", "（三）选举业主委员会或者更换成员"
    MANAGER = "manager", "（四）选聘、解聘物业服务企业或者其他管理人"
    USE_FUND = "use_fund", "（五）使用维修资金"
    RAISE_FUND = "raise_fund", "（六）筹集维修资金"
    REBUILD = "rebuild", "（七）改建、重建建筑物及其附属设施"
    COMMON_PARTS = "common_parts", "（八）改变共有部分用途或者利用共有部分从事经营活动"
    OTHER = "other", "（九）有关共有和共同管理权利的其他重大事项"

    @property
    def is_special(self) -> bool:
        """Whether it takes three quarters: items six to eight, by the second paragraph."""
        return self in (self.RAISE_FUND, self.REBUILD, self.COMMON_PARTS)


@tracked
class CivicProcess(models.Model):
    """A matter that residents or villagers decide, step by step."""

    class Kind(models.TextChoices):
        COMMUNITY = "community", "一征三议两公开"
        VILLAGE = "village", "四议两公开"

    class Status(models.TextChoices):
        DRAFT = "draft", "拟定"
        RUNNING = "running", "进行中"
        RETURNED = "returned", "退回重议"
        REJECTED = "rejected", "未通过"
        CLOSED = "closed", "办结"

    class Proposer(models.TextChoices):
        """Where the motion came from, as the register of 四议两公开 asks."""

        MEMBERS = "members", "党员、群众"
        CADRES = "cadres", "社区（村）干部"
        HIGHER = "higher", "上级部门"

    kind = models.CharField("程序", max_length=10, choices=Kind)
    matter = models.CharField("事项", max_length=120)
    division = models.ForeignKey("orgs.Division", models.PROTECT, verbose_name="社区（村）")
    project = models.ForeignKey(
        Project,
        models.PROTECT,
        null=True,
        blank=True,
        related_name="civic_processes",
        verbose_name="项目",
    )
    proposed_by = models.CharField("议题来源", max_length=8, choices=Proposer, blank=True)
    owners_matter = models.CharField(
        "业主共同决定事项", max_length=12, choices=OwnersMatter, blank=True
    )
    opened_on = PastDateField("启动日期")
    closed_on = PastDateField("办结日期", null=True, blank=True)
    status = models.CharField("状态", max_length=10, choices=Status, default=Status.DRAFT)
    # Random, so that nobody finds a case that is not on notice yet; empty until the decision is.
    public_key = models.CharField(
        "公开页地址", max_length=24, unique=True, null=True, blank=True, editable=False
    )

    objects = ScopedQuerySet.as_manager()
    scope_division = "division__code"

    class Meta:
        verbose_name = verbose_name_plural = "民主议事"
        ordering = ["-opened_on", "pk"]
        constraints = [
            models.CheckConstraint(
                condition=Q(owners_matter="") | Q(kind="community"),
                name="civic_process_owners_in_community",
                violation_error_message="业主共同决定事项只用于社区的小区；村里的事项走“四议两公开”。",
            )
        ]

    def __str__(self):
        return self.matter

    @property
    def has_ended(self) -> bool:
        """Whether no further step can follow."""
        return self.status in (self.Status.CLOSED, self.Status.REJECTED)


def area(label: str) -> models.DecimalField:
    """A sum of exclusive areas in square metres, to the hundredth, as the register has it."""
    return models.DecimalField(label, max_digits=12, decimal_places=2, null=True, blank=True)


@tracked
class CivicStep(models.Model):
    """One step of the procedure with its counts; ballots are totals, never names."""

    class Kind(models.TextChoices):
        SOLICIT = "solicit", "征求意见"
        PROPOSE = "propose", "党支部提议"
        CONSULT = "consult", "两委商议"
        DELIBERATE = "deliberate", "党员（代表）审议、商议"
        RESOLVE = "resolve", "居民（村民）会议决议"
        # In its place where the matter is one of the owners'.
        OWNERS = "owners", "业主共同表决（一般事项）"
        OWNERS_SPECIAL = "owners_special", "业主共同表决（特别事项）"
        DECISION_NOTICE = "decision_notice", "决议公开"
        RESULT_NOTICE = "result_notice", "结果公开"

    class Outcome(models.TextChoices):
        PASSED = "passed", "通过"
        RETURNED = "returned", "退回重议"
        REJECTED = "rejected", "未通过"

    process = models.ForeignKey(
        CivicProcess, models.CASCADE, related_name="steps", verbose_name="议事事项"
    )
    kind = models.CharField("步骤", max_length=16, choices=Kind)
    held_on = PastDateField("日期")
    place = models.CharField("地点", max_length=80, blank=True)
    due = models.PositiveIntegerField("应到（人、户）", default=0)
    present = models.PositiveIntegerField("实到（人、户）", default=0)
    agree = models.PositiveIntegerField("同意", default=0)
    against = models.PositiveIntegerField("不同意", default=0)
    abstain = models.PositiveIntegerField("弃权", default=0)
    # The same five by exclusive area; only of an owners' vote.
    due_m2 = area("专有部分总面积（㎡）")
    present_m2 = area("参与表决面积（㎡）")
    agree_m2 = area("同意面积（㎡）")
    against_m2 = area("不同意面积（㎡）")
    abstain_m2 = area("弃权面积（㎡）")
    notice_until = models.DateField(
        "公示截止", null=True, blank=True, help_text="公示的最后一天，当天仍可提出异议"
    )
    content = models.TextField("内容", blank=True)
    outcome = models.CharField("结果", max_length=8, choices=Outcome, default=Outcome.PASSED)
    returns_to = models.CharField("退回到", max_length=16, choices=Kind, blank=True)
    sheet = models.ImageField("签到表、表决单（照片）", upload_to="civic/", blank=True)

    objects = ScopedQuerySet.as_manager()
    scope_division = "process__division__code"

    class Meta:
        verbose_name = verbose_name_plural = "议事步骤"
        ordering = ["process", "held_on", "pk"]
        constraints = [
            models.CheckConstraint(
                condition=Q(present__lte=F("due")),
                name="civic_step_present_within_due",
                violation_error_message="实到不能多于应到。",
            ),
            models.CheckConstraint(
                condition=Q(present__gte=F("agree") + F("against") + F("abstain")),
                name="civic_step_votes_within_present",
                violation_error_message="同意、不同意、弃权之和不能多于实到。",
            ),
            models.CheckConstraint(
                condition=Q(present_m2__isnull=True) | Q(present_m2__lte=F("due_m2")),
                name="civic_step_area_present_within_due",
                violation_error_message="参与表决的面积不能大于专有部分总面积。",
            ),
            models.CheckConstraint(
                condition=Q(present_m2__isnull=True)
                | Q(
                    agree_m2__gte=0,
                    against_m2__gte=0,
                    abstain_m2__gte=0,
                    present_m2__gte=F("agree_m2") + F("against_m2") + F("abstain_m2"),
                ),
                name="civic_step_area_votes_within_present",
                violation_error_message="同意、不同意、弃权的面积之和不能大于参与表决的面积。",
            ),
            models.CheckConstraint(
                condition=Q(kind__startswith="owners") ^ Q(due_m2__isnull=True),
                name="civic_step_area_of_owners",
                violation_error_message="业主共同表决要填专有部分面积；其他步骤不填。",
            ),
            models.CheckConstraint(
                condition=Q(notice_until__isnull=True) | Q(notice_until__gte=F("held_on")),
                name="civic_step_notice_after_held",
                violation_error_message="公示截止不能早于公示开始。",
            ),
            models.CheckConstraint(
                condition=Q(outcome="returned") ^ Q(returns_to=""),
                name="civic_step_returned_somewhere",
                violation_error_message="退回重议的，请选择退回到哪一步；其他结果不填。",
            ),
        ]

    def __str__(self):
        return f"{self.process} {self.get_kind_display()}"

    @property
    def is_owners(self) -> bool:
        """Whether owners vote, who are counted by number and by area."""
        return self.kind.startswith(self.Kind.OWNERS)

    @property
    def is_notice(self) -> bool:
        """Whether this step puts something on notice, instead of holding a meeting."""
        return self.kind in (self.Kind.DECISION_NOTICE, self.Kind.RESULT_NOTICE)


@tracked
class StoolMeeting(models.Model):
    """小板凳座谈会: residents talk about what to mend; those present are counted, not named."""

    division = models.ForeignKey("orgs.Division", models.PROTECT, verbose_name="社区（村）")
    courtyard = models.ForeignKey(
        "courtyards.Courtyard",
        models.PROTECT,
        null=True,
        blank=True,
        related_name="stool_meetings",
        verbose_name="楼院",
    )
    project = models.ForeignKey(
        Project,
        models.PROTECT,
        null=True,
        blank=True,
        related_name="stool_meetings",
        verbose_name="项目",
    )
    held_on = PastDateField("日期")
    topic = models.CharField("议题", max_length=120)
    host = models.CharField("主持人（职务）", max_length=60, blank=True)
    attendees = models.PositiveIntegerField("到会人数（人）", default=0)

    objects = ScopedQuerySet.as_manager()
    scope_division = "division__code"

    class Meta:
        verbose_name = verbose_name_plural = "小板凳座谈会"
        ordering = ["-held_on", "pk"]

    def __str__(self):
        return f"{self.held_on} {self.topic}"


class IssueCategory(models.TextChoices):
    """What residents care about: the four that the article names, and the rest."""

    PARKING = "parking", "停车难"
    DRAINAGE = "drainage", "雨污水堵塞"
    LEAK = "leak", "房屋漏水"
    PIPES = "pipes", "管道破损"
    OTHER = "other", "其他"


@tracked
class Opinion(models.Model):
    """An opinion voiced at a meeting or while soliciting; anonymous by design."""

    meeting = models.ForeignKey(
        StoolMeeting, models.CASCADE, related_name="opinions", verbose_name="座谈会"
    )
    category = models.CharField("类别", max_length=10, choices=IssueCategory)
    text = models.CharField("意见", max_length=300)
    voices = models.PositiveIntegerField("同类意见数", default=1)
    answer = models.CharField("答复", max_length=300, blank=True)
    # By name: problems are declared above opinions and take their categories from here.
    problem = models.OneToOneField(
        "projects.Problem",
        models.SET_NULL,
        null=True,
        blank=True,
        editable=False,
        related_name="opinion",
        verbose_name="转成的问题",
    )

    objects = ScopedQuerySet.as_manager()
    scope_division = "meeting__division__code"

    class Meta:
        verbose_name = verbose_name_plural = "群众意见"

    def __str__(self):
        return self.text[:30]

    def clean(self):
        if self.meeting_id and self.voices > self.meeting.attendees:
            told = f"到会{self.meeting.attendees}人，同类意见不能有{self.voices}条，请核对。"
            raise ValidationError({"voices": told})
