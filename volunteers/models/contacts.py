from django.db import models
from django.db.models import F, Q

from ledgers.history import tracked
from ledgers.models import Named, PastDateField, Tenure, until_after_since
from orgs.models.people import one_at_a_time
from orgs.querysets import ScopedQuerySet, ScopedTenureQuerySet


@tracked
class VillagersGroup(Named):
    """村民小组: below the village, above the household."""

    division = models.ForeignKey(
        "orgs.Division", models.PROTECT, related_name="villagers_groups", verbose_name="村"
    )

    objects = ScopedQuerySet.as_manager()
    scope_division = "division__code"

    class Meta:
        verbose_name = verbose_name_plural = "村民小组"
        constraints = [
            models.UniqueConstraint(
                fields=["division", "name"],
                name="villagers_group_once",
                violation_error_message="该村已有同名小组。",
            ),
        ]


@tracked
class Household(models.Model):
    """A door, never a name: the place that a contact duty or a sign refers to."""

    division = models.ForeignKey(
        "orgs.Division", models.PROTECT, related_name="households", verbose_name="村（社区）"
    )
    group = models.ForeignKey(
        VillagersGroup,
        models.PROTECT,
        null=True,
        blank=True,
        related_name="households",
        verbose_name="村民小组",
    )
    building = models.ForeignKey(
        "courtyards.Building",
        models.PROTECT,
        null=True,
        blank=True,
        related_name="doors",
        verbose_name="楼栋",
    )
    door = models.CharField("门牌", max_length=40)

    objects = ScopedQuerySet.as_manager()
    scope_division = "division__code"

    class Meta:
        verbose_name = verbose_name_plural = "户（门牌）"
        constraints = [
            models.UniqueConstraint(
                fields=["division", "door"],
                name="household_door_once",
                violation_error_message="该村（社区）已有此门牌。",
            ),
        ]

    def __str__(self):
        return self.door


# Which target a tier of contact duty must name; every other target stays empty.
TIER_TARGET = {
    "leader_village": "village",
    "cadre_group": "group",
    "member_household": "household",
    "link_head": "household",
    "committee_cluster": "courtyard",
}


def _tier_condition() -> Q:
    """Each tier names its own kind of target and no other."""
    condition = Q()
    for tier, target in TIER_TARGET.items():
        part = Q(tier=tier, **{f"{target}__isnull": False})
        for other in sorted(set(TIER_TARGET.values()) - {target}):
            part &= Q(**{f"{other}__isnull": True})
        condition |= part
    return condition


@tracked
class ContactDuty(Tenure):
    """包联: who is in charge of a village, a group, a household, or a cluster of courtyards."""

    class Tier(models.TextChoices):
        LEADER_VILLAGE = "leader_village", "领导干部包村"
        CADRE_GROUP = "cadre_group", "村“两委”干部包组"
        MEMBER_HOUSEHOLD = "member_household", "党员代表包户"
        LINK_HEAD = "link_head", "联户长"
        COMMITTEE_CLUSTER = "committee_cluster", "支委联片"

    tier = models.CharField("层级", max_length=20, choices=Tier)
    person = models.ForeignKey(
        "orgs.Person", models.PROTECT, related_name="contact_duties", verbose_name="包联人"
    )
    division = models.ForeignKey(
        "orgs.Division", models.PROTECT, related_name="contact_duties", verbose_name="所在区划"
    )
    village = models.ForeignKey(
        "orgs.Division",
        models.PROTECT,
        null=True,
        blank=True,
        related_name="leaders_in_charge",
        verbose_name="村",
    )
    group = models.ForeignKey(
        VillagersGroup,
        models.PROTECT,
        null=True,
        blank=True,
        related_name="duties",
        verbose_name="村民小组",
    )
    household = models.ForeignKey(
        Household, models.PROTECT, null=True, blank=True, related_name="duties", verbose_name="户"
    )
    courtyard = models.ForeignKey(
        "courtyards.Courtyard",
        models.PROTECT,
        null=True,
        blank=True,
        related_name="cluster_duties",
        verbose_name="片区（楼院）",
    )

    objects = ScopedTenureQuerySet.as_manager()
    scope_division = "division__code"
    ends_with = ("courtyard",)  # see orgs/tenures.py

    class Meta:
        verbose_name = verbose_name_plural = "包联"
        ordering = ["division", "tier", "pk"]
        constraints = [
            until_after_since(),
            models.CheckConstraint(
                condition=_tier_condition(),
                name="contact_duty_tier_names_its_target",
                violation_error_message="包村填村、包组填村民小组、包户与联户长填户、联片填片区，其余留空。",
            ),
            one_at_a_time(
                "contact_duty_one_link_head",
                "该户此期间已有联户长。",
                "household",
                condition=Q(tier="link_head"),
            ),
        ]

    @property
    def target(self):
        """The village, group, household or courtyard that this duty is about."""
        return getattr(self, TIER_TARGET[self.tier])

    def __str__(self):
        return f"{self.person} {self.get_tier_display()}"


@tracked
class Visit(models.Model):
    """A visit under a contact duty: date, matter, counts. No label on any household."""

    duty = models.ForeignKey(
        ContactDuty, models.PROTECT, related_name="visits", verbose_name="包联"
    )
    visited_on = PastDateField("日期")
    matter = models.CharField("事项", max_length=120)
    agreed = models.PositiveIntegerField("同意（户）", default=0)
    hesitant = models.PositiveIntegerField("犹豫（户）", default=0)
    opposed = models.PositiveIntegerField("不同意（户）", default=0)
    result = models.CharField("结果", max_length=200, blank=True)

    objects = ScopedQuerySet.as_manager()
    scope_division = "duty__division__code"

    class Meta:
        verbose_name = verbose_name_plural = "走访"
        ordering = ["-visited_on", "pk"]

    def __str__(self):
        return f"{self.visited_on} {self.matter}"


@tracked
class BranchLink(Tenure):
    """支部联建 in 三联三争: two branches linked with each other."""

    first = models.ForeignKey(
        "orgs.PartyOrganization", models.PROTECT, related_name="links_from", verbose_name="党支部"
    )
    second = models.ForeignKey(
        "orgs.PartyOrganization", models.PROTECT, related_name="links_to", verbose_name="联建党支部"
    )

    objects = ScopedTenureQuerySet.as_manager()
    scope_division = "first__division__code"

    class Meta:
        verbose_name = verbose_name_plural = "支部互联"
        constraints = [
            until_after_since(),
            models.CheckConstraint(
                condition=~Q(first=F("second")),
                name="branch_link_two_branches",
                violation_error_message="党支部不能与自己联建。",
            ),
            one_at_a_time("branch_link_once", "两个党支部此期间已联建。", "first", "second"),
        ]

    def __str__(self):
        return f"{self.first} – {self.second}"


@tracked
class ResponsibilityArea(Named, Tenure):
    """党建+责任划分: an area and the person who answers for it."""

    division = models.ForeignKey("orgs.Division", models.PROTECT, verbose_name="所在区划")
    holder = models.ForeignKey(
        "orgs.Person", models.PROTECT, related_name="responsibility_areas", verbose_name="责任人"
    )

    objects = ScopedTenureQuerySet.as_manager()
    scope_division = "division__code"

    class Meta:
        verbose_name = verbose_name_plural = "责任区"
        constraints = [until_after_since()]
