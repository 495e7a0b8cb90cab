"""The campaign itself: its name, its words, its briefs and pictures."""

from django.db import models

from ledgers.history import tracked
from orgs.querysets import ScopedQuerySet


@tracked
class Campaign(models.Model):
    """The one campaign of a county: 三项工程、一项管理 (双改)."""

    county = models.OneToOneField(
        "orgs.Division", models.PROTECT, primary_key=True, verbose_name="县（市、区）"
    )
    name = models.CharField("名称", max_length=60)
    full_name = models.CharField("全称", max_length=120)
    started_on = models.DateField("启动日期")
    is_demo = models.BooleanField("示例数据", default=False, editable=False)

    objects = ScopedQuerySet.as_manager()
    scope_division = "county__code"

    class Meta:
        verbose_name = verbose_name_plural = "专项行动"

    def __str__(self):
        return self.name


@tracked
class CampaignText(models.Model):
    """Words that the campaign stands by: themes, slogans, principles, requirements, next steps."""

    class Kind(models.TextChoices):
        THEME = "theme", "主题"
        SLOGAN = "slogan", "口号"
        PRINCIPLE = "principle", "原则"
        REQUIREMENT = "requirement", "要求"
        EXTERNAL = "external", "依托的创建活动"
        NEXT_STEP = "next_step", "下一步"

    campaign = models.ForeignKey(
        Campaign, models.CASCADE, related_name="texts", verbose_name="专项行动"
    )
    kind = models.CharField("类别", max_length=12, choices=Kind)
    text = models.CharField("内容", max_length=200)
    position = models.PositiveSmallIntegerField("顺序", default=0)

    class Meta:
        verbose_name = verbose_name_plural = "行动用语"
        ordering = ["kind", "position", "pk"]

    def __str__(self):
        return self.text


@tracked
class Brief(models.Model):
    """简报: an issue with its text, by-line and correspondent."""

    division = models.ForeignKey("orgs.Division", models.PROTECT, verbose_name="区划")
    number = models.PositiveIntegerField("期号")
    year = models.PositiveSmallIntegerField("年")
    title = models.CharField("标题", max_length=120)
    body = models.TextField("正文")
    byline = models.CharField("供稿单位", max_length=80, blank=True)
    correspondent = models.CharField("通讯员单位", max_length=80, blank=True)
    published_on = models.DateField("印发日期")

    objects = ScopedQuerySet.as_manager()
    scope_division = "division__code"

    class Meta:
        verbose_name = verbose_name_plural = "简报"
        ordering = ["-published_on", "-number"]
        constraints = [
            models.UniqueConstraint(
                fields=["division", "year", "number"],
                name="brief_number_once_a_year",
                violation_error_message="该年度此期号已存在。",
            ),
        ]

    def __str__(self):
        return f"第{self.number}期 {self.title}"


@tracked
class Photo(models.Model):
    """An optional picture with its caption; `pair` joins the same spot before and after."""

    class Moment(models.TextChoices):
        BEFORE = "before", "改造前"
        DURING = "during", "施工中"
        AFTER = "after", "改造后"

    division = models.ForeignKey("orgs.Division", models.PROTECT, verbose_name="区划")
    brief = models.ForeignKey(
        Brief, models.SET_NULL, null=True, blank=True, related_name="photos", verbose_name="简报"
    )
    project = models.ForeignKey(
        "projects.Project",
        models.SET_NULL,
        null=True,
        blank=True,
        related_name="photos",
        verbose_name="项目",
    )
    moment = models.CharField("时点", max_length=8, choices=Moment)
    caption = models.CharField("说明", max_length=120)
    taken_on = models.DateField("拍摄日期")
    pair = models.ForeignKey(
        "self",
        models.SET_NULL,
        null=True,
        blank=True,
        related_name="paired",
        verbose_name="对照照片",
    )

    objects = ScopedQuerySet.as_manager()
    scope_division = "division__code"

    class Meta:
        verbose_name = verbose_name_plural = "照片"
        ordering = ["-taken_on", "pk"]

    def __str__(self):
        return self.caption
