"""Which rows: scope by division and line, and the questions asked of the organisation."""

from collections.abc import Iterable
from typing import Any, Self

from django.db import models
from django.db.models import Exists, OuterRef, Q
from django.db.models.functions import Left, Length
from treebeard.mp_tree import MP_NodeQuerySet

from ledgers.models import TenureQuerySet
from orgs.access import Verb, scope_of, visible_to
from orgs.party_querysets import PartyRuleQuestions, PartyTreeQuestions


class ScopedQuerySet(models.QuerySet):
    """Rows that lie in a division and belong to a line of work.

    A model says where: `scope_division` is the path to its division code, `scope_line` the path
    to its line, a constant `Line`, or None where every line may see it.
    """

    def within(self, prefix: str) -> Self:
        """The rows of the subtree under the division code `prefix`."""
        return self.filter(**{f"{self.model.scope_division}__startswith": prefix})

    def visible_to(self, user: Any, verb: str = "view") -> Self:
        """The rows to which `user` may do `verb`, looking at them by default; none without a grant."""
        return visible_to(self, user, verb)


class ScopedTenureQuerySet(TenureQuerySet, ScopedQuerySet):
    """Scoped rows that hold between two days."""


class DivisionQuerySet(ScopedQuerySet):
    def on(self, day: Any) -> Self:
        """Divisions in force on `day`."""
        return self.filter(Q(abolished_on__isnull=True) | Q(abolished_on__gt=day))

    def abolished_by(self, day: Any) -> Self:
        """Divisions whose code is out of force on `day`."""
        return self.filter(abolished_on__lte=day)

    def residential(self) -> Self:
        """Communities and villages: the lowest level."""
        return self.filter(level__in=["community", "village"])


class PartyOrganizationQuerySet(
    PartyRuleQuestions, PartyTreeQuestions, MP_NodeQuerySet, ScopedQuerySet
):
    """Party organisations; `on` is the day asked for."""

    def on(self, day: Any) -> Self:
        """Organisations established by `day` and not dissolved on it."""
        return self.filter(
            Q(dissolved_on__isnull=True) | Q(dissolved_on__gt=day), established_on__lte=day
        )

    def of_kind(self, *kinds: str) -> Self:
        return self.filter(kind__in=kinds)

    def children_of(self, paths: Iterable[str]) -> Self:
        """What stands right under the organisations of these paths."""
        above = Left("path", Length("path") - self.model.steplen)
        return self.alias(above=above).filter(above__in=list(paths))

    def courtyard_branches(self, day: Any) -> Self:
        """楼院党支部: branches, alone or joint, that cover a courtyard on `day`."""
        coverage = self.model._meta.get_field("courtyard_coverages").related_model
        covers = coverage.objects.on(day).filter(organization=OuterRef("pk"))
        return self.on(day).of_kind("branch", "joint_branch").filter(Exists(covers))

    def building_groups(self, day: Any) -> Self:
        """楼栋党小组: Party groups that cover at least one building on `day`."""
        coverage = self.model._meta.get_field("building_coverages").related_model
        covers = coverage.objects.on(day).filter(organization=OuterRef("pk"))
        return self.on(day).of_kind("group").filter(Exists(covers))


class UnitQuerySet(ScopedQuerySet):
    def on(self, day: Any) -> Self:
        """Units that exist on `day`."""
        return self.filter(
            Q(dissolved_on__isnull=True) | Q(dissolved_on__gt=day),
            Q(established_on__isnull=True) | Q(established_on__lte=day),
        )

    def signed_for_by(self, user: Any) -> Self:
        """The units in whose name `user` signs: its own; without one, those that its reviewing covers.

        Whoever reviews a whole street or town signs for its office, whoever reviews the county for
        the campaign office, and for a line of work for the headquarters of that line.
        """
        own = user.unit_id or (user.person.unit_id if user.person else None)
        if own:
            return self.filter(pk=own, dissolved_on=None)
        signed = Q(pk__in=[])
        for grant in scope_of(user).grants:
            if grant.allows(Verb.REVIEW):
                office = Q(kind__in=["campaign_office", "street", "town"])
                line = Q(kind="headquarters", programmes__line=grant.line)
                signed |= Q(division=grant.prefix) & (line if grant.line else office)
        return self.filter(signed, dissolved_on=None).distinct()

    def paired_on(self, day: Any) -> Self:
        """Units that are paired with a courtyard branch on `day` (支部联建)."""
        pairing = self.model._meta.get_field("pairings").related_model
        return self.on(day).filter(pk__in=pairing.objects.on(day).values("unit"))


class PostQuerySet(ScopedTenureQuerySet):
    def secretaries(self) -> Self:
        """Posts of Party secretaries."""
        return self.filter(role="secretary")
