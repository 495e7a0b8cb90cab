from django.core.exceptions import ValidationError
from django.db import models
from django.db.models import Q

from courtyards.querysets import BuildingQuerySet, CourtyardQuerySet
from ledgers.history import tracked
from ledgers.models import (
    Named,
    PastDateField,
    QualifierField,
    Tenure,
    pinyin_indexes,
    until_after_since,
)
from ledgers.pinyin import PinyinField
from orgs.choices import WorkLine
from orgs.querysets import ScopedQuerySet, ScopedTenureQuerySet


@tracked
class SurveyRound(Tenure):
    """One round of 摸排 by the street offices, with the principle it followed."""

    title = models.CharField("轮次", max_length=80)
    principle = models.CharField("原则", max_length=120, blank=True)
    surveyor = models.ForeignKey("orgs.Unit", models.PROTECT, verbose_name="摸排单位")

    objects = ScopedTenureQuerySet.as_manager()
    scope_division = "surveyor__division__code"
    scope_line = WorkLine.COURTYARDS

    class Meta:
        verbose_name = verbose_name_plural = "摸排轮次"
        constraints = [until_after_since()]

    def __str__(self):
        return self.title


@tracked(by_statement=True)
class Courtyard(Named, Tenure):
    """A residential courtyard, or a cluster of them (片区), that no company manages."""

    class Kind(models.TextChoices):
        SINGLE = "single", "楼院"
        CLUSTER = "cluster", "片区"

    kind = models.CharField("类别", max_length=8, choices=Kind, default=Kind.SINGLE)
    division = models.ForeignKey(
        "orgs.Division", models.PROTECT, related_name="courtyards", verbose_name="社区"
    )
    location = models.CharField("位置", max_length=120, blank=True)
    built = models.CharField("建成年代", max_length=20, blank=True, help_text="如:1990年代、1996年")
    original_owner = models.ForeignKey(
        "orgs.Unit",
        models.PROTECT,
        null=True,
        blank=True,
        related_name="owned_courtyards",
        verbose_name="原产权单位",
    )
    original_owner_note = models.CharField(
        "原产权单位说明", max_length=80, blank=True, help_text="单位已破产、撤销或不在名录时填写"
    )
    main_problems = models.CharField("主要问题", max_length=200, blank=True)
    remark = models.CharField("备注", max_length=200, blank=True)

    objects = CourtyardQuerySet.as_manager()
    scope_division = "division__code"
    scope_line = WorkLine.COURTYARDS

    class Meta:
        verbose_name = verbose_name_plural = "楼院"
        ordering = ["search_text", "pk"]
        indexes = pinyin_indexes("courtyard")
        constraints = [
            until_after_since(),
            models.UniqueConstraint(
                fields=["division", "name"],
                condition=Q(until__isnull=True),
                name="courtyard_name_once_per_community",
                violation_error_message="该社区已有同名楼院，请核对或在名称中加以区分。",
            ),
        ]


@tracked(by_statement=True)
class Survey(models.Model):
    """What a survey counted in a courtyard on a day. A newer survey does not change older days."""

    courtyard = models.ForeignKey(
        Courtyard, models.CASCADE, related_name="surveys", verbose_name="楼院"
    )
    round = models.ForeignKey(
        SurveyRound,
        models.PROTECT,
        null=True,
        blank=True,
        related_name="surveys",
        verbose_name="摸排轮次",
    )
    surveyed_on = PastDateField("摸排日期")
    buildings = models.PositiveIntegerField("楼栋数（栋）")
    entrances = models.PositiveIntegerField("单元数（个）", null=True, blank=True)
    households = models.PositiveIntegerField("户数（户）")
    households_qualifier = QualifierField("户数口径")
    residents = models.PositiveIntegerField("人口数（人）")
    residents_qualifier = QualifierField("人口数口径")
    elderly = models.PositiveIntegerField("60岁以上（人）", null=True, blank=True)
    party_members = models.PositiveIntegerField("党员数（人）", null=True, blank=True)

    objects = ScopedQuerySet.as_manager()
    scope_division = "courtyard__division__code"
    scope_line = WorkLine.COURTYARDS

    class Meta:
        verbose_name = verbose_name_plural = "摸排数据"
        ordering = ["-surveyed_on", "-pk"]
        indexes = [models.Index(fields=["courtyard", "-surveyed_on", "-id"], name="survey_latest")]
        constraints = [
            models.UniqueConstraint(
                fields=["courtyard", "surveyed_on"],
                name="survey_once_a_day",
                violation_error_message="该楼院当日已有摸排数据。",
            ),
        ]

    def __str__(self):
        return f"{self.courtyard} {self.surveyed_on}"

    def clean(self):
        for name, word in (("elderly", "60岁以上人数"), ("party_members", "党员数")):
            part = getattr(self, name)
            if part is not None and self.residents is not None and part > self.residents:
                raise ValidationError({name: f"{word}不能多于人口数。"})


@tracked
class Building(Named, Tenure):
    """A residential building. Its community is kept on the row, so that scope needs no join."""

    courtyard = models.ForeignKey(
        Courtyard, models.PROTECT, related_name="buildings", verbose_name="楼院"
    )
    division = models.ForeignKey(
        "orgs.Division", models.PROTECT, related_name="buildings", verbose_name="社区"
    )
    # Found by its courtyard's name as well: nobody asks for "7号楼" alone.
    search_text = PinyinField("检索拼音", source="full_name")
    entrances = models.PositiveSmallIntegerField("单元数（个）", null=True, blank=True)
    floors = models.PositiveSmallIntegerField("层数", null=True, blank=True)

    objects = BuildingQuerySet.as_manager()
    scope_division = "division__code"
    scope_line = WorkLine.COURTYARDS

    class Meta:
        verbose_name = verbose_name_plural = "楼栋"
        ordering = ["search_text", "pk"]
        indexes = pinyin_indexes("building")
        constraints = [
            until_after_since(),
            models.UniqueConstraint(
                fields=["courtyard", "name"],
                condition=Q(until__isnull=True),
                name="building_name_once_per_courtyard",
                violation_error_message="该楼院已有同名楼栋。",
            ),
        ]

    @property
    def full_name(self) -> str:
        """The building with its courtyard: 轴承厂西院3号楼. Needs the courtyard loaded."""
        return f"{self.courtyard.name}{self.name}"

    def clean(self):
        if self.courtyard_id:
            self.division_id = self.courtyard.division_id
