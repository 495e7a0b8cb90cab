from django.db import models
from django.db.models import F, Q
from treebeard.mp_tree import MP_Node, MP_NodeManager

from ledgers.history import tracked
from ledgers.models import Named, PastDateField, Tenure, until_after_since
from orgs.models.people import one_at_a_time
from orgs.querysets import PartyOrganizationQuerySet, ScopedQuerySet, ScopedTenureQuerySet


class PartyOrganizationManager(MP_NodeManager.from_queryset(PartyOrganizationQuerySet)):
    """treebeard's manager (ordered by path) with our questions."""

    def get_queryset(self):
        return PartyOrganizationQuerySet(self.model, using=self._db).order_by("path")


@tracked(by_statement=True)
class PartyOrganization(MP_Node, Named):
    """A Party organisation in the tree 社区党总支 – 楼院党支部 – 楼栋党小组, or a temporary one.

    A temporary body is established for a task and ends with it; it is dissolved, never deleted, so its history stays.
    """

    class Kind(models.TextChoices):
        GENERAL_BRANCH = "general_branch", "党总支"
        BRANCH = "branch", "党支部"
        JOINT_BRANCH = "joint_branch", "联合党支部"
        GROUP = "group", "党小组"
        TEMP_GENERAL_BRANCH = "temp_general_branch", "临时党总支"
        TEMP_BRANCH = "temp_branch", "临时党支部"
        FUNCTIONAL = "functional", "功能型党组织"

    class Formation(models.TextChoices):
        INDEPENDENT = "independent", "独建"
        JOINT = "joint", "联建"

    kind = models.CharField("类别", max_length=20, choices=Kind)
    formation = models.CharField("组建方式", max_length=12, choices=Formation, blank=True)
    division = models.ForeignKey("orgs.Division", models.PROTECT, verbose_name="所在区划")
    unit = models.ForeignKey(
        "orgs.Unit",
        models.PROTECT,
        null=True,
        blank=True,
        related_name="organizations",
        verbose_name="所属单位",
    )
    partners = models.ManyToManyField(
        "orgs.Unit", through="orgs.FormationPartner", related_name="+", verbose_name="联建单位"
    )
    approved_by = models.CharField("批准单位", max_length=80, blank=True)
    approval_number = models.CharField("批准文号", max_length=60, blank=True)
    approved_on = models.DateField("批准日期", null=True, blank=True)
    size_approval = models.CharField(
        "规模批准文号",
        max_length=60,
        blank=True,
        help_text="党员人数超出一般规定、经上级批准的，填写批准文号；填写后不再提示。",
    )
    established_on = models.DateField("成立日期")
    dissolved_on = models.DateField("撤销日期", null=True, blank=True)
    term_end = models.DateField("任期届满", null=True, blank=True)

    objects = PartyOrganizationManager()
    scope_division = "division__code"

    class Meta:
        verbose_name = verbose_name_plural = "党组织"
        constraints = [
            models.CheckConstraint(
                condition=Q(dissolved_on__isnull=True) | Q(dissolved_on__gte=F("established_on")),
                name="party_organization_dissolved_after_established",
                violation_error_message="撤销日期不能早于成立日期。",
            ),
            models.CheckConstraint(
                condition=Q(formation="") | Q(kind__in=["branch", "joint_branch"]),
                name="party_organization_formation_of_branches_only",
                violation_error_message="只有党支部、联合党支部填写组建方式。",
            ),
        ]

    @property
    def is_temporary(self) -> bool:
        return self.kind in (self.Kind.TEMP_GENERAL_BRANCH, self.Kind.TEMP_BRANCH)

    def stands_on(self, day) -> bool:
        """Whether it stands on `day`; the same rule as `PartyOrganizationQuerySet.on`."""
        gone = self.dissolved_on is not None and self.dissolved_on <= day
        return self.established_on <= day and not gone


@tracked
class PastAffiliation(Tenure):
    """Under which organisation (empty: none) another one stood before it was moved.

    The tree itself knows only where an organisation stands now. A move writes the time before it
    down here, so that each page can still be asked for a day before the move.
    """

    organization = models.ForeignKey(
        PartyOrganization,
        models.PROTECT,
        related_name="past_affiliations",
        verbose_name="党组织",
    )
    superior = models.ForeignKey(
        PartyOrganization,
        models.PROTECT,
        null=True,
        blank=True,
        related_name="former_inferiors",
        verbose_name="原上级党组织",
    )

    objects = ScopedTenureQuerySet.as_manager()
    scope_division = "organization__division__code"

    class Meta:
        verbose_name = verbose_name_plural = "原隶属关系"
        ordering = ["-since", "pk"]
        constraints = [
            until_after_since(),
            models.CheckConstraint(
                condition=Q(until__isnull=False),
                name="past_affiliation_is_past",
                violation_error_message="原隶属关系应有终止日期。",
            ),
            one_at_a_time(
                "past_affiliation_one_at_a_time",
                "该党组织此期间已有隶属关系记录。",
                "organization",
            ),
        ]

    def __str__(self):
        return f"{self.organization}（原隶属{self.superior or '无'}）"


@tracked
class FormationPartner(models.Model):
    """A unit that forms a joint branch together with the courtyard (联建)."""

    organization = models.ForeignKey(
        PartyOrganization,
        models.CASCADE,
        related_name="formation_partners",
        verbose_name="党支部",
    )
    unit = models.ForeignKey(
        "orgs.Unit",
        models.PROTECT,
        related_name="formation_partnerships",
        verbose_name="联建单位",
    )

    objects = ScopedQuerySet.as_manager()
    scope_division = "organization__division__code"

    class Meta:
        verbose_name = verbose_name_plural = "联建单位"
        constraints = [
            models.UniqueConstraint(fields=["organization", "unit"], name="formation_partner_once"),
        ]

    def __str__(self):
        return f"{self.organization} – {self.unit}"


@tracked
class MemberCount(models.Model):
    """How many members a Party organisation has, as counted on a day. Counts, never a roster."""

    organization = models.ForeignKey(
        PartyOrganization, models.CASCADE, related_name="member_counts", verbose_name="党组织"
    )
    counted_on = PastDateField("统计日期")
    full_members = models.PositiveIntegerField("正式党员（人）")
    probationary_members = models.PositiveIntegerField("预备党员（人）", default=0)

    objects = ScopedQuerySet.as_manager()
    scope_division = "organization__division__code"

    class Meta:
        verbose_name = verbose_name_plural = "党员人数"
        ordering = ["-counted_on", "pk"]
        constraints = [
            models.UniqueConstraint(
                fields=["organization", "counted_on"],
                name="member_count_once_a_day",
                violation_error_message="该党组织当日已有党员人数。",
            ),
        ]

    def __str__(self):
        return f"{self.organization} {self.counted_on}: {self.full_members}"
