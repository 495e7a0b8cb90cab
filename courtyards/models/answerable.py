from django.db import models
from django.db.models import Q

from courtyards.models.places import Building, Courtyard
from ledgers.history import tracked
from ledgers.models import Named, Tenure, until_after_since
from orgs.choices import WorkLine
from orgs.models.people import one_at_a_time
from orgs.querysets import ScopedTenureQuerySet


@tracked(by_statement=True)
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
    ends_with = ("courtyard", "building")  # see orgs/tenures.py
    scope_line = WorkLine.COURTYARDS

    class Meta:
        verbose_name = verbose_name_plural = "楼院长、楼栋长任职"
        ordering = ["-since", "pk"]
        constraints = [
            until_after_since(),
            models.CheckConstraint(
                condition=Q(courtyard__isnull=True) ^ Q(building__isnull=True),
                name="headship_of_courtyard_or_building",
                violation_error_message="任职应对应一个楼院或一栋楼，二者选一。",
            ),
            one_at_a_time(
                "headship_one_courtyard_head",
                "该楼院此期间已有楼院长，请先结束前任任职。",
                "courtyard",
                condition=Q(courtyard__isnull=False),
            ),
            one_at_a_time(
                "headship_one_building_head",
                "该楼栋此期间已有楼栋长，请先结束前任任职。",
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


@tracked(by_statement=True)
class SelfManagementCommittee(Named, Tenure):
    """自管会 of a courtyard: the residents' own committee. Not the same as its Party branch."""

    courtyard = models.ForeignKey(
        Courtyard, models.PROTECT, related_name="committees", verbose_name="楼院"
    )
    members = models.PositiveSmallIntegerField("人数（人）", null=True, blank=True)
    rules = models.CharField("议事规则", max_length=200, blank=True)

    objects = ScopedTenureQuerySet.as_manager()
    scope_division = "courtyard__division__code"
    scope_line = WorkLine.COURTYARDS

    class Meta:
        verbose_name = verbose_name_plural = "自管会"
        ordering = ["-since", "pk"]
        constraints = [
            until_after_since(),
            one_at_a_time("committee_one_at_a_time", "该楼院此期间已有自管会。", "courtyard"),
        ]


@tracked(by_statement=True)
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
    scope_line = WorkLine.COURTYARDS

    class Meta:
        verbose_name = verbose_name_plural = "党支部覆盖楼院"
        constraints = [
            until_after_since(),
            one_at_a_time(
                "branch_coverage_once",
                "该党支部此期间已覆盖这个楼院。",
                "courtyard",
                "organization",
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
    scope_line = WorkLine.COURTYARDS

    class Meta:
        verbose_name = verbose_name_plural = "党小组覆盖楼栋"
        constraints = [
            until_after_since(),
            one_at_a_time(
                "group_coverage_once", "该党小组此期间已覆盖这栋楼。", "building", "organization"
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
    scope_line = WorkLine.COURTYARDS

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


@tracked(by_statement=True)
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
    scope_line = WorkLine.COURTYARDS

    class Meta:
        verbose_name = verbose_name_plural = "包联干部"
        ordering = ["-since", "pk"]
        constraints = [
            until_after_since(),
            one_at_a_time(
                "paired_cadre_once", "该干部此期间已包联这个楼院。", "courtyard", "person"
            ),
        ]

    def __str__(self):
        return f"{self.person} – {self.courtyard}"
