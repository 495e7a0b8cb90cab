"""无主管楼院: courtyards and buildings, who heads them, who covers them, who is paired with them."""

from django.core.exceptions import ValidationError
from django.db import models
from django.db.models import Q

from courtyards.querysets import BuildingQuerySet, CourtyardQuerySet
from ledgers.history import tracked
from ledgers.models import Named, QualifierField, Tenure, pinyin_indexes, until_after_since
from ledgers.pinyin import PinyinField
from orgs.choices import Line
from orgs.models.people import one_at_a_time
from orgs.querysets import ScopedQuerySet, ScopedTenureQuerySet


@tracked
class SurveyRound(Tenure):
    """One round of 摸排 by the street offices, with the principle it followed."""

    title = models.CharField("轮次", max_length=80)
    principle = models.CharField("原则", max_length=120, blank=True)
    surveyor = models.ForeignKey("orgs.Unit", models.PROTECT, verbose_name="摸排单位")

    objects = ScopedTenureQuerySet.as_manager()
    scope_division = "surveyor__division__code"
    scope_line = Line.COURTYARDS

    class Meta:
        verbose_name = verbose_name_plural = "摸排轮次"
        constraints = [until_after_since()]

    def __str__(self):
        return self.title


@tracked
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
    scope_line = Line.COURTYARDS

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
                violation_error_message="该社区已有同名楼院,请核对或在名称中加以区分。",
            ),
        ]


@tracked
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
    surveyed_on = models.DateField("摸排日期")
    buildings = models.PositiveIntegerField("楼栋数(栋)")
    entrances = models.PositiveIntegerField("单元数(个)", null=True, blank=True)
    households = models.PositiveIntegerField("户数(户)")
    households_qualifier = QualifierField("户数口径")
    residents = models.PositiveIntegerField("人口数(人)")
    residents_qualifier = QualifierField("人口数口径")
    elderly = models.PositiveIntegerField("60岁以上(人)", null=True, blank=True)
    party_members = models.PositiveIntegerField("党员数(人)", null=True, blank=True)

    objects = ScopedQuerySet.as_manager()
    scope_division = "courtyard__division__code"
    scope_line = Line.COURTYARDS

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
    entrances = models.PositiveSmallIntegerField("单元数(个)", null=True, blank=True)
    floors = models.PositiveSmallIntegerField("层数", null=True, blank=True)

    objects = BuildingQuerySet.as_manager()
    scope_division = "division__code"
    scope_line = Line.COURTYARDS

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


@tracked
class Headship(Tenure):
    """楼院长 or 楼栋长: one holder of a courtyard or of a building at a time."""

    person = models.ForeignKey(
        "orgs.Person", models.PROTECT, related_name="headships", verbose_name="人员"
    )
    courtyard = models.ForeignKey(
        Courtyard,
        models.PROTECT,
        null=True,
        blank=True,
        related_name="headships",
        verbose_name="楼院",
    )
    building = models.ForeignKey(
        Building,
        models.PROTECT,
        null=True,
        blank=True,
        related_name="headships",
        verbose_name="楼栋",
    )
    division = models.ForeignKey(
        "orgs.Division", models.PROTECT, related_name="+", verbose_name="社区"
    )
    appointed_by = models.CharField("任命单位", max_length=80, blank=True)

    objects = ScopedTenureQuerySet.as_manager()
    scope_division = "division__code"
    ends_with = ("courtyard", "building")  # see orgs/services/tenures.py
    scope_line = Line.COURTYARDS

    class Meta:
        verbose_name = verbose_name_plural = "楼院长、楼栋长任职"
        ordering = ["-since", "pk"]
        constraints = [
            until_after_since(),
            models.CheckConstraint(
                condition=Q(courtyard__isnull=True) ^ Q(building__isnull=True),
                name="headship_of_courtyard_or_building",
                violation_error_message="任职应对应一个楼院或一栋楼,二者选一。",
            ),
            one_at_a_time(
                "headship_one_courtyard_head",
                "该楼院此期间已有楼院长,请先结束前任任职。",
                "courtyard",
                condition=Q(courtyard__isnull=False),
            ),
            one_at_a_time(
                "headship_one_building_head",
                "该楼栋此期间已有楼栋长,请先结束前任任职。",
                "building",
                condition=Q(building__isnull=False),
            ),
        ]

    def __str__(self):
        return f"{self.courtyard or self.building}:{self.person}"

    def clean(self):
        place = self.courtyard or self.building
        if place:
            self.division_id = place.division_id


@tracked
class SelfManagementCommittee(Named, Tenure):
    """自管会 of a courtyard: the residents' own committee. Not the same as its Party branch."""

    courtyard = models.ForeignKey(
        Courtyard, models.PROTECT, related_name="committees", verbose_name="楼院"
    )
    members = models.PositiveSmallIntegerField("人数(人)", null=True, blank=True)
    rules = models.CharField("议事规则", max_length=200, blank=True)

    objects = ScopedTenureQuerySet.as_manager()
    scope_division = "courtyard__division__code"
    scope_line = Line.COURTYARDS

    class Meta:
        verbose_name = verbose_name_plural = "自管会"
        ordering = ["-since", "pk"]
        constraints = [
            until_after_since(),
            one_at_a_time("committee_one_at_a_time", "该楼院此期间已有自管会。", "courtyard"),
        ]


@tracked
class BranchCoverage(Tenure):
    """A courtyard branch covers a courtyard; a joint branch may cover several."""

    organization = models.ForeignKey(
        "orgs.PartyOrganization",
        models.PROTECT,
        related_name="courtyard_coverages",
        verbose_name="党支部",
    )
    courtyard = models.ForeignKey(
        Courtyard, models.PROTECT, related_name="coverages", verbose_name="楼院"
    )

    objects = ScopedTenureQuerySet.as_manager()
    scope_division = "courtyard__division__code"
    scope_line = Line.COURTYARDS

    class Meta:
        verbose_name = verbose_name_plural = "党支部覆盖楼院"
        constraints = [
            until_after_since(),
            one_at_a_time(
                "branch_coverage_once",
                "该党支部此期间已覆盖这个楼院。",
                "organization",
                "courtyard",
            ),
        ]

    def __str__(self):
        return f"{self.organization} – {self.courtyard}"


@tracked
class GroupCoverage(Tenure):
    """A Party group covers a single building or several neighbouring ones."""

    organization = models.ForeignKey(
        "orgs.PartyOrganization",
        models.PROTECT,
        related_name="building_coverages",
        verbose_name="党小组",
    )
    building = models.ForeignKey(
        Building, models.PROTECT, related_name="coverages", verbose_name="楼栋"
    )

    objects = ScopedTenureQuerySet.as_manager()
    scope_division = "building__division__code"
    scope_line = Line.COURTYARDS

    class Meta:
        verbose_name = verbose_name_plural = "党小组覆盖楼栋"
        constraints = [
            until_after_since(),
            one_at_a_time(
                "group_coverage_once", "该党小组此期间已覆盖这栋楼。", "organization", "building"
            ),
        ]

    def __str__(self):
        return f"{self.organization} – {self.building}"


@tracked
class BranchPairing(Tenure):
    """支部联建: a municipal unit is paired with a courtyard branch."""

    unit = models.ForeignKey(
        "orgs.Unit", models.PROTECT, related_name="pairings", verbose_name="单位"
    )
    organization = models.ForeignKey(
        "orgs.PartyOrganization", models.PROTECT, related_name="pairings", verbose_name="楼院党支部"
    )
    agreement = models.CharField("联建协议", max_length=120, blank=True)

    objects = ScopedTenureQuerySet.as_manager()
    scope_division = "organization__division__code"
    scope_line = Line.COURTYARDS

    class Meta:
        verbose_name = verbose_name_plural = "支部联建"
        constraints = [
            until_after_since(),
            one_at_a_time(
                "branch_pairing_once", "该单位此期间已与这个党支部联建。", "unit", "organization"
            ),
        ]

    def __str__(self):
        return f"{self.unit} – {self.organization}"


@tracked
class PairedCadre(Tenure):
    """包联干部: a cadre sent by a unit looks after a courtyard (the article means one each)."""

    class Capacity(models.TextChoices):
        SECTION = "section", "科级干部"
        YOUNG = "young", "优秀年轻干部"

    person = models.ForeignKey(
        "orgs.Person", models.PROTECT, related_name="paired_courtyards", verbose_name="干部"
    )
    courtyard = models.ForeignKey(
        Courtyard, models.PROTECT, related_name="paired_cadres", verbose_name="楼院"
    )
    unit = models.ForeignKey(
        "orgs.Unit", models.PROTECT, related_name="sent_cadres", verbose_name="派出单位"
    )
    capacity = models.CharField("身份", max_length=8, choices=Capacity)
    handover_note = models.CharField("交接说明", max_length=200, blank=True)

    objects = ScopedTenureQuerySet.as_manager()
    scope_division = "courtyard__division__code"
    scope_line = Line.COURTYARDS

    class Meta:
        verbose_name = verbose_name_plural = "包联干部"
        ordering = ["-since", "pk"]
        constraints = [
            until_after_since(),
            one_at_a_time(
                "paired_cadre_once", "该干部此期间已包联这个楼院。", "person", "courtyard"
            ),
        ]

    def __str__(self):
        return f"{self.person} – {self.courtyard}"
