from datetime import date

from django.contrib.postgres.constraints import ExclusionConstraint
from django.contrib.postgres.fields import DateRangeField, RangeOperators
from django.db import models
from django.db.models import F, Func, Q

from ledgers.cleaning.phones import mask
from ledgers.history import tracked
from ledgers.models import Named, Tenure, pinyin_indexes, until_after_since
from orgs.choices import Rank
from orgs.querysets import PostQuerySet, ScopedQuerySet, ScopedTenureQuerySet


class DateRange(Func):
    """The days from `since` to `until`, as PostgreSQL's daterange (end exclusive)."""

    function = "daterange"
    output_field = DateRangeField()


# True of every row. It makes the constraint's index a partial one that no look-up asks for: the
# planner would otherwise take it to find a building's rows and read it from end to end.
ALWAYS = Q(since__gte=date.min)


def one_at_a_time(name: str, message: str, *fields: str, condition: Q | None = None):
    """Constraint: for equal `fields`, no two tenures may share a day."""
    return ExclusionConstraint(
        name=name,
        expressions=[
            *((field, RangeOperators.EQUAL) for field in fields),
            (DateRange(F("since"), F("until")), RangeOperators.OVERLAPS),
        ],
        condition=condition & ALWAYS if condition else ALWAYS,
        violation_error_message=message,
    )


@tracked(by_statement=True)
class Person(Named):
    """An office-holder: name, office, unit, one work phone. Residents are never stored as persons."""

    class PartyStatus(models.TextChoices):
        FULL = "full", "正式党员"
        PROBATIONARY = "probationary", "预备党员"
        NONE = "none", "非党员"

    division = models.ForeignKey("orgs.Division", models.PROTECT, verbose_name="所在区划")
    unit = models.ForeignKey(
        "orgs.Unit",
        models.PROTECT,
        null=True,
        blank=True,
        related_name="people",
        verbose_name="单位",
    )
    office = models.CharField("职务", max_length=60, blank=True)
    rank = models.CharField("级别", max_length=15, choices=Rank, default=Rank.NONE)
    party_status = models.CharField("政治面貌", max_length=15, choices=PartyStatus, default="none")
    home_branch = models.ForeignKey(
        "orgs.PartyOrganization",
        models.PROTECT,
        null=True,
        blank=True,
        related_name="home_members",
        verbose_name="组织关系所在党支部",
    )
    phone = models.CharField("工作电话", max_length=20, blank=True)
    left_on = models.DateField(
        "离任日期", null=True, blank=True, help_text="自该日起不再任职；空=在任"
    )

    objects = ScopedQuerySet.as_manager()
    scope_division = "division__code"
    handed_over = {"home_branch": {}}  # see orgs/party/rows_to_settle.py

    class Meta:
        verbose_name = verbose_name_plural = "人员"
        ordering = ["search_text", "pk"]
        indexes = pinyin_indexes("person")

    @property
    def masked_phone(self) -> str:
        """The phone as everyone may see it: 138****1234 (practice after the PIPL, art. 51)."""
        return mask(self.phone)


@tracked
class Post(Tenure):
    """A person holds a post in a Party organisation or a unit, between two days.

    `lead` and `executive` are the two duties that every headquarters and every town carries:
    the secretary leads (牵头), the deputy secretary carries it out (主抓) [article].
    """

    class Role(models.TextChoices):
        SECRETARY = "secretary", "书记"
        DEPUTY_SECRETARY = "deputy_secretary", "副书记"
        COMMITTEE_MEMBER = "committee_member", "委员"
        GROUP_LEADER = "group_leader", "党小组长"
        HEAD = "head", "主要负责人"
        DEPUTY_HEAD = "deputy_head", "分管负责人"
        LEAD = "lead", "牵头（书记）"
        EXECUTIVE = "executive", "主抓（副书记）"
        STAFF = "staff", "工作人员"

    person = models.ForeignKey(Person, models.PROTECT, related_name="posts", verbose_name="人员")
    role = models.CharField("职务", max_length=20, choices=Role)
    organization = models.ForeignKey(
        "orgs.PartyOrganization",
        models.PROTECT,
        null=True,
        blank=True,
        related_name="posts",
        verbose_name="党组织",
    )
    unit = models.ForeignKey(
        "orgs.Unit",
        models.PROTECT,
        null=True,
        blank=True,
        related_name="posts",
        verbose_name="单位",
    )
    appointed_by = models.CharField("任命机关", max_length=80, blank=True)

    objects = PostQuerySet.as_manager()
    scope_division = "person__division__code"
    ends_with = ("organization", "unit")  # see orgs/tenures.py

    class Meta:
        verbose_name = verbose_name_plural = "任职"
        ordering = ["-since", "pk"]
        constraints = [
            until_after_since(),
            models.CheckConstraint(
                condition=Q(organization__isnull=True) ^ Q(unit__isnull=True),
                name="post_in_one_body",
                violation_error_message="任职应属于一个党组织或一个单位，二者选一。",
            ),
            one_at_a_time(
                "post_one_secretary",
                "同一时间一个党组织只能有一名书记，请先结束前任任职。",
                "organization",
                condition=Q(role="secretary", organization__isnull=False),
            ),
            one_at_a_time(
                "post_one_group_leader",
                "同一时间一个党小组只能有一名组长，请先结束前任任职。",
                "organization",
                condition=Q(role="group_leader", organization__isnull=False),
            ),
            one_at_a_time(
                "post_one_lead_one_executive",
                "同一时间一个单位只能有一名牵头、一名主抓，请先结束前任任职。",
                "unit",
                "role",
                condition=Q(role__in=["lead", "executive"], unit__isnull=False),
            ),
        ]

    def __str__(self):
        return f"{self.organization or self.unit}{self.get_role_display()}:{self.person}"


@tracked
class TemporaryMembership(Tenure):
    """A member serves in a temporary branch; the home branch keeps the 组织关系."""

    person = models.ForeignKey(
        Person, models.PROTECT, related_name="temporary_memberships", verbose_name="党员"
    )
    organization = models.ForeignKey(
        "orgs.PartyOrganization",
        models.PROTECT,
        related_name="temporary_members",
        verbose_name="临时党组织",
    )

    objects = ScopedTenureQuerySet.as_manager()
    scope_division = "person__division__code"

    class Meta:
        verbose_name = verbose_name_plural = "临时党组织成员"
        constraints = [
            until_after_since(),
            one_at_a_time(
                "temporary_membership_once",
                "该党员此期间已在这个临时党组织中。",
                "person",
                "organization",
            ),
        ]

    def __str__(self):
        return f"{self.organization}:{self.person}"


@tracked
class Secondment(Tenure):
    """A person is seconded (抽调) to the campaign office or a headquarters."""

    class SecondedRank(models.TextChoices):
        DEPUTY_COUNTY = "deputy_county", "副县级领导"
        SECTION = "section", "科级领导干部"
        MEMBER = "member", "党员"

    person = models.ForeignKey(
        Person, models.PROTECT, related_name="secondments", verbose_name="人员"
    )
    home_unit = models.ForeignKey(
        "orgs.Unit", models.PROTECT, related_name="secondments_out", verbose_name="原单位"
    )
    to_unit = models.ForeignKey(
        "orgs.Unit", models.PROTECT, related_name="secondments_in", verbose_name="抽调至"
    )
    rank = models.CharField("抽调身份", max_length=15, choices=SecondedRank)
    desk = models.CharField("岗位", max_length=60, blank=True)

    objects = ScopedTenureQuerySet.as_manager()
    scope_division = "to_unit__division__code"

    class Meta:
        verbose_name = verbose_name_plural = "抽调"
        ordering = ["-since", "pk"]
        constraints = [
            until_after_since(),
            one_at_a_time("secondment_one_at_a_time", "该人员此期间已有抽调。", "person"),
        ]

    def __str__(self):
        return f"{self.person} → {self.to_unit}"
