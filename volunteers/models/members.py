from django.db import models

from ledgers.history import tracked
from ledgers.models import Named, PastDateField, Tenure, until_after_since
from orgs.querysets import ScopedQuerySet, ScopedTenureQuerySet


@tracked
class PointsRule(Named, Tenure):
    """党员积分管理: an item of the points rules, with its points and its yearly cap."""

    class Kind(models.TextChoices):
        BASE = "base", "基础分"
        REWARD = "reward", "加分"
        DEDUCTION = "deduction", "扣分"

    division = models.ForeignKey("orgs.Division", models.PROTECT, verbose_name="制定单位区划")
    kind = models.CharField("类别", max_length=10, choices=Kind)
    points = models.DecimalField("每次分值", max_digits=5, decimal_places=1)
    yearly_cap = models.DecimalField(
        "年度上限", max_digits=5, decimal_places=1, null=True, blank=True
    )

    objects = ScopedTenureQuerySet.as_manager()
    scope_division = "division__code"

    class Meta:
        verbose_name = verbose_name_plural = "积分细则"
        constraints = [until_after_since()]


@tracked
class PointsEntry(models.Model):
    """Points of a Party member under the Party's own rules; only for organisation administrators."""

    class Status(models.TextChoices):
        REPORTED = "reported", "已申报"
        CHECKED = "checked", "支委已核"
        APPROVED = "approved", "已审定"

    rule = models.ForeignKey(
        PointsRule, models.PROTECT, related_name="entries", verbose_name="细则"
    )
    person = models.ForeignKey(
        "orgs.Person", models.PROTECT, related_name="points_entries", verbose_name="党员"
    )
    earned_on = PastDateField("日期")
    points = models.DecimalField("分值", max_digits=5, decimal_places=1)
    evidence = models.CharField("依据", max_length=200, blank=True)
    status = models.CharField("状态", max_length=10, choices=Status, default=Status.REPORTED)
    approved_by = models.CharField("审定人（职务）", max_length=60, blank=True)

    objects = ScopedQuerySet.as_manager()
    scope_division = "person__division__code"

    class Meta:
        verbose_name = verbose_name_plural = "积分记录"
        ordering = ["-earned_on", "pk"]

    def __str__(self):
        return f"{self.person} {self.rule}"


@tracked
class SignDuty(Named):
    """A duty that a post sign lists: yard hygiene, rubbish in bins, 门前三包 …"""

    class Meta:
        verbose_name = verbose_name_plural = "岗位职责"


@tracked
class PostSign(Tenure):
    """岗位标示牌: a member's post, households and duties; it carries no phone."""

    person = models.ForeignKey(
        "orgs.Person", models.PROTECT, related_name="post_signs", verbose_name="党员"
    )
    title = models.CharField("岗位名称", max_length=60)
    duties = models.ManyToManyField(
        SignDuty, through="PostSignDuty", related_name="signs", verbose_name="职责"
    )
    households = models.ManyToManyField(
        "volunteers.Household",
        through="PostSignHousehold",
        related_name="signs",
        blank=True,
        verbose_name="所包农户",
    )

    objects = ScopedTenureQuerySet.as_manager()
    scope_division = "person__division__code"

    class Meta:
        verbose_name = verbose_name_plural = "岗位标示牌"
        constraints = [until_after_since()]

    def __str__(self):
        return f"{self.title}:{self.person}"


@tracked
class PostSignDuty(models.Model):
    """A duty that a post sign lists; a row of its own, so that it has a history."""

    postsign = models.ForeignKey(PostSign, models.CASCADE, verbose_name="岗位标示牌")
    signduty = models.ForeignKey(SignDuty, models.CASCADE, verbose_name="职责")

    objects = ScopedQuerySet.as_manager()
    scope_division = "postsign__person__division__code"

    class Meta:
        verbose_name = verbose_name_plural = "标示牌职责"
        db_table = "volunteers_postsign_duties"
        unique_together = [("postsign", "signduty")]

    def __str__(self):
        return f"{self.postsign}：{self.signduty}"


@tracked
class PostSignHousehold(models.Model):
    """A household (a door, never a name) for which a post sign's holder is responsible."""

    postsign = models.ForeignKey(PostSign, models.CASCADE, verbose_name="岗位标示牌")
    household = models.ForeignKey("volunteers.Household", models.CASCADE, verbose_name="农户")

    objects = ScopedQuerySet.as_manager()
    scope_division = "postsign__person__division__code"

    class Meta:
        verbose_name = verbose_name_plural = "标示牌所包农户"
        db_table = "volunteers_postsign_households"
        unique_together = [("postsign", "household")]

    def __str__(self):
        return f"{self.postsign}：{self.household}"
