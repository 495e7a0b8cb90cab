from django.db import models

from ledgers.history import tracked
from ledgers.models import Named, PastDateField, Tenure, until_after_since
from orgs.querysets import ScopedQuerySet, ScopedTenureQuerySet


@tracked
class Team(Named, Tenure):
    """A team of Party members: vanguard commandos, a village service team, volunteers of a town."""

    class Kind(models.TextChoices):
        COMMANDO = "commando", "党员先锋突击队"
        SERVICE = "service", "党员志愿者服务队"
        VOLUNTEER = "volunteer", "党员志愿者队伍"

    kind = models.CharField("类别", max_length=10, choices=Kind)
    division = models.ForeignKey("orgs.Division", models.PROTECT, verbose_name="所在区划")
    organization = models.ForeignKey(
        "orgs.PartyOrganization",
        models.PROTECT,
        null=True,
        blank=True,
        related_name="teams",
        verbose_name="所属党组织",
    )
    project = models.ForeignKey(
        "projects.Project",
        models.PROTECT,
        null=True,
        blank=True,
        related_name="teams",
        verbose_name="攻坚项目",
    )
    host = models.ForeignKey(
        "orgs.Unit",
        models.PROTECT,
        null=True,
        blank=True,
        related_name="teams",
        verbose_name="组建单位",
    )
    leader = models.ForeignKey(
        "orgs.Person",
        models.PROTECT,
        null=True,
        blank=True,
        related_name="led_teams",
        verbose_name="队长",
    )
    members = models.PositiveIntegerField("人数（人）", default=0)
    tasks = models.CharField("任务", max_length=200, blank=True)

    objects = ScopedTenureQuerySet.as_manager()
    scope_division = "division__code"
    handed_over = {"organization": {}}  # see orgs/party/rows_to_settle.py

    class Meta:
        verbose_name = verbose_name_plural = "党员队伍"
        ordering = ["search_text", "pk"]
        constraints = [
            until_after_since(),
            models.UniqueConstraint(
                fields=["division", "kind", "name"],
                name="team_name_once",
                violation_error_message="该区划已有同名队伍。",
            ),
        ]


@tracked
class Activity(models.Model):
    """An activity with the number who took part; no attendance list, no compulsory photo."""

    class Kind(models.TextChoices):
        VANGUARD = "vanguard", "党员先锋行动"
        MEMBERS_MEETING = "members_meeting", "党员会议"
        STATION = "station", "红色驿站活动"
        VOLUNTEERING = "volunteering", "志愿服务"
        JOINT = "joint", "支部联建活动"

    kind = models.CharField("类别", max_length=16, choices=Kind)
    title = models.CharField("内容", max_length=120)
    held_on = PastDateField("日期")
    division = models.ForeignKey("orgs.Division", models.PROTECT, verbose_name="所在区划")
    team = models.ForeignKey(
        Team, models.PROTECT, null=True, blank=True, related_name="activities", verbose_name="队伍"
    )
    organization = models.ForeignKey(
        "orgs.PartyOrganization",
        models.PROTECT,
        null=True,
        blank=True,
        related_name="activities",
        verbose_name="党组织",
    )
    station = models.ForeignKey(
        "projects.RedStation",
        models.PROTECT,
        null=True,
        blank=True,
        related_name="activities",
        verbose_name="红色驿站",
    )
    participants = models.PositiveIntegerField("参加人数（人）", default=0)
    result = models.CharField("成效", max_length=200, blank=True)

    objects = ScopedQuerySet.as_manager()
    scope_division = "division__code"

    class Meta:
        verbose_name = verbose_name_plural = "活动"
        ordering = ["-held_on", "pk"]

    def __str__(self):
        return self.title


@tracked
class TownPractice(models.Model):
    """A way of working that a town stands for, in its own short words (for example 红色引擎)."""

    division = models.ForeignKey(
        "orgs.Division", models.PROTECT, related_name="practices", verbose_name="乡镇（街道）"
    )
    title = models.CharField("做法", max_length=60)
    drives = models.JSONField("抓手", default=list, blank=True)
    effects = models.JSONField("成效", default=list, blank=True)
    described_on = PastDateField("总结日期")

    objects = ScopedQuerySet.as_manager()
    scope_division = "division__code"

    class Meta:
        verbose_name = verbose_name_plural = "乡镇特色做法"
        ordering = ["division", "pk"]

    def __str__(self):
        return self.title
