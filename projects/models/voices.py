from django.conf import settings
from django.core.validators import MaxValueValidator, MinValueValidator
from django.db import models
from django.db.models import F, Q

from ledgers.history import tracked
from ledgers.models import PastDateField
from orgs.querysets import ScopedQuerySet
from projects.models.civic import CivicProcess
from projects.models.plan import Project


def _rating(name: str) -> models.PositiveSmallIntegerField:
    return models.PositiveSmallIntegerField(
        name, null=True, blank=True, validators=[MinValueValidator(1), MaxValueValidator(5)]
    )


@tracked
class ResidentVoice(models.Model):
    """What a resident wrote on a case's public page: without a name, shown after a review."""

    class State(models.TextChoices):
        WAITING = "waiting", "待审核"
        SHOWN = "shown", "已公开"
        HIDDEN = "hidden", "不公开"

    process = models.ForeignKey(
        CivicProcess, models.CASCADE, related_name="voices", verbose_name="议事事项"
    )
    text = models.CharField("意见", max_length=300, blank=True)
    reasonable = _rating("改得合理不合理（1至5分）")
    quality = _rating("质量怎么样（1至5分）")
    written_at = models.DateTimeField("提交时间")
    state = models.CharField("状态", max_length=8, choices=State, default=State.WAITING)
    reviewed_at = models.DateTimeField("审核时间", null=True, blank=True)
    reviewed_by = models.ForeignKey(
        settings.AUTH_USER_MODEL,
        models.PROTECT,
        null=True,
        blank=True,
        related_name="+",
        verbose_name="审核人",
    )
    reason = models.CharField("不公开的原因", max_length=120, blank=True)
    reply = models.CharField("答复", max_length=300, blank=True)

    objects = ScopedQuerySet.as_manager()
    scope_division = "process__division__code"

    class Meta:
        verbose_name = verbose_name_plural = "群众留言"
        ordering = ["-written_at", "-pk"]
        constraints = [
            models.CheckConstraint(
                condition=~Q(text="") | Q(reasonable__isnull=False) | Q(quality__isnull=False),
                name="resident_voice_says_something",
                violation_error_message="请写下意见，或至少打一个分。",
            ),
            models.CheckConstraint(
                condition=~Q(state="hidden") | ~Q(reason=""),
                name="resident_voice_hidden_with_reason",
                violation_error_message="不公开的，请写明原因。",
            ),
        ]

    def __str__(self):
        return self.text[:30] or "评分"


@tracked
class BeforeAfterPhoto(models.Model):
    """改造前后对比: one spot before and after; shown to the public where staff say so."""

    project = models.ForeignKey(
        Project,
        models.PROTECT,
        null=True,
        blank=True,
        related_name="photo_pairs",
        verbose_name="项目",
    )
    courtyard = models.ForeignKey(
        "courtyards.Courtyard",
        models.PROTECT,
        null=True,
        blank=True,
        related_name="photo_pairs",
        verbose_name="楼院",
    )
    division = models.ForeignKey(
        "orgs.Division", models.PROTECT, related_name="+", verbose_name="社区（村）"
    )
    spot = models.CharField("拍摄位置", max_length=60)
    before = models.ImageField("改造前", upload_to="pairs/")
    before_on = PastDateField("改造前拍摄日期")
    after = models.ImageField("改造后", upload_to="pairs/", blank=True)
    after_on = PastDateField("改造后拍摄日期", null=True, blank=True)
    is_public = models.BooleanField(
        "对外公开", default=False, help_text="照片里没有可辨认的人脸、车牌和门牌住户信息才可公开"
    )

    objects = ScopedQuerySet.as_manager()
    scope_division = "division__code"

    class Meta:
        verbose_name = verbose_name_plural = "改造前后照片"
        ordering = ["-before_on", "pk"]
        constraints = [
            models.CheckConstraint(
                condition=Q(project__isnull=True) ^ Q(courtyard__isnull=True),
                name="photo_pair_of_project_or_courtyard",
                violation_error_message="照片应属于一个项目或一个楼院，二者选一。",
            ),
            models.CheckConstraint(
                condition=Q(after="", after_on__isnull=True)
                | ~Q(after="") & Q(after_on__gte=F("before_on")),
                name="photo_pair_after_with_day",
                violation_error_message="改造后的照片要有拍摄日期，且不早于改造前。",
            ),
        ]

    def __str__(self):
        return self.spot
