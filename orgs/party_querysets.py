"""Questions asked of the Party tree: where an organisation stood, and which one breaks a rule.

`day` is a date or an expression that yields one. The rules' numbers stand here, each with where it
comes from; what is said about a breach, and the full name of its source, in orgs/party/rules.py.
"""

from datetime import timedelta
from typing import TYPE_CHECKING, Any, Self

from django.db import models
from django.db.models import Count, Exists, F, OuterRef, Q, Subquery

# 支部工作条例: 有正式党员3人以上的成立党支部; 党员一般不超过50人.
BRANCH_MINIMUM, BRANCH_MAXIMUM = 3, 50
# 党总支: 党员50人以上、100人以下.
GENERAL_MINIMUM, GENERAL_MAXIMUM = 50, 100
# 党小组: 3 members or more, among them a full one.
GROUP_MINIMUM, GROUP_FULL_MINIMUM = 3, 1
# 换届 is to be prepared half a year ahead.
TERM_NOTICE = timedelta(days=183)
BRANCHES = ("branch", "joint_branch")
WITH_A_TERM = ("general_branch", *BRANCHES)
TEMPORARY = ("temp_general_branch", "temp_branch")


def _related(queryset: models.QuerySet, name: str) -> Any:
    """The model of the rows that the relation `name`, perhaps of a higher floor, leads to."""
    return queryset.model._meta.get_field(name).related_model


class PartyTreeQuestions(models.QuerySet):
    """Where Party organisations stood on a day: the tree as it is, but for what was moved since."""

    def _moved_since(self, day: Any) -> models.QuerySet:
        """Keys of the organisations that stood elsewhere on `day` than the tree says now."""
        return _related(self, "past_affiliations").objects.on(day).values("organization")

    def superior_of(self, organization: Any, day: Any) -> Self:
        """The organisation above `organization` on `day`, as a queryset of one row or none."""
        past = _related(self, "past_affiliations").objects.on(day)
        written = past.filter(organization=organization).values_list("superior", flat=True)
        if written.exists():
            return self.filter(pk__in=written)
        return self.filter(path=organization.path[: -self.model.steplen] or "-")

    def inferiors_of(self, organization: Any, day: Any) -> Self:
        """The organisations directly under `organization` on `day`."""
        past = _related(self, "past_affiliations").objects.on(day).filter(superior=organization)
        now = Q(path__startswith=organization.path, depth=organization.depth + 1)
        return self.filter(
            Q(pk__in=past.values("organization")) | (now & ~Q(pk__in=self._moved_since(day)))
        )


class PartyRuleQuestions(models.QuerySet):
    """Which Party organisations break a rule of the Party's own on a day."""

    if TYPE_CHECKING:
        # Of the queryset that these questions are mixed into.
        def on(self, day: Any) -> Any: ...

    def with_members(self, day: Any) -> Self:
        """Each with `full_members` and `all_members` of its last count up to `day` (None = none)."""
        latest = (
            _related(self, "member_counts")
            .objects.filter(organization=OuterRef("pk"), counted_on__lte=day)
            .annotate(everyone=F("full_members") + F("probationary_members"))
            .order_by("-counted_on")
        )
        return self.annotate(
            full_members=Subquery(latest.values("full_members")[:1]),
            all_members=Subquery(latest.values("everyone")[:1]),
        )

    def too_small_branches(self, day: Any) -> Self:
        """Branches with fewer than three full members."""
        return (
            self.on(day)
            .of_kind(*BRANCHES)
            .with_members(day)
            .filter(full_members__lt=BRANCH_MINIMUM)
        )

    def too_large_branches(self, day: Any) -> Self:
        """Branches with more than fifty members, unless that was approved."""
        large = self.on(day).of_kind(*BRANCHES).filter(size_approval="").with_members(day)
        return large.filter(all_members__gt=BRANCH_MAXIMUM)

    def misfit_general_branches(self, day: Any) -> Self:
        """General branches with fewer than 50 or more than 100 members, unless approved."""
        general = self.on(day).of_kind("general_branch").filter(size_approval="").with_members(day)
        return general.filter(
            Q(all_members__lt=GENERAL_MINIMUM) | Q(all_members__gt=GENERAL_MAXIMUM)
        )

    def too_small_groups(self, day: Any) -> Self:
        """Party groups with fewer than three members, or without a full one."""
        return (
            self.on(day)
            .of_kind("group")
            .with_members(day)
            .filter(Q(all_members__lt=GROUP_MINIMUM) | Q(full_members__lt=GROUP_FULL_MINIMUM))
        )

    def with_term_ending(self, day: Any) -> Self:
        """Bodies whose term ends within half a year of `day`, or is over."""
        return self.on(day).of_kind(*WITH_A_TERM).filter(term_end__lte=day + TERM_NOTICE)

    def _held(self, day: Any, role: str) -> Exists:
        posts = _related(self, "posts").objects.on(day)
        return Exists(posts.filter(organization=OuterRef("pk"), role=role))

    def without_secretary(self, day: Any) -> Self:
        """Bodies that must have a secretary and have none on `day` (a group has a leader instead)."""
        return self.on(day).exclude(kind="group").filter(~self._held(day, "secretary"))

    def without_leader(self, day: Any) -> Self:
        """Party groups without a leader."""
        return self.on(day).of_kind("group").filter(~self._held(day, "group_leader"))

    def _covering_several(self, day: Any) -> Q:
        """Whether an organisation covers more than one courtyard on `day`."""
        coverage = _related(self, "courtyard_coverages").objects.on(day)
        per_branch = coverage.order_by().values("organization").annotate(places=Count("courtyard"))
        return Q(pk__in=per_branch.filter(places__gt=1).values("organization"))

    def _with_partners(self) -> Exists:
        partners = _related(self, "formation_partners").objects
        return Exists(partners.filter(organization=OuterRef("pk")))

    def joint_without_partners(self, day: Any) -> Self:
        """联建 in name only: no partner unit is known, and no second courtyard is covered."""
        joint = self.on(day).filter(formation="joint").filter(~self._with_partners())
        return joint.exclude(self._covering_several(day))

    def alone_with_partners(self, day: Any) -> Self:
        """独建 in name only: a partner unit stands beside it, or several courtyards are covered."""
        alone = self.on(day).filter(formation="independent")
        return alone.filter(Q(self._with_partners()) | self._covering_several(day))

    def after_their_programme(self, day: Any) -> Self:
        """Temporary bodies that outlive their task.

        All programmes that they lead, or that stand under them in the tree, have ended by `day`.
        """
        led = _related(self, "programmes").objects.filter(
            temp_branch__path__startswith=OuterRef("path")
        )
        return (
            self.on(day)
            .of_kind(*TEMPORARY)
            .filter(Exists(led.filter(until__lte=day)), ~Exists(led.filter(until__isnull=True)))
            .filter(~Exists(led.filter(until__gt=day)))
        )
