"""Questions asked of courtyards and buildings. `day` is a date or an expression that yields one."""

from collections.abc import Callable
from typing import Any, Self

from django.db import models
from django.db.models import Exists, OuterRef, Q, Subquery

from orgs.querysets import ScopedTenureQuerySet


def standing(coverage: Any) -> Callable[[Any], models.QuerySet]:
    """A function from a day to the rows of `coverage` that hold and whose organisation stands on it."""

    def on_day(on: Any) -> models.QuerySet:
        gone = Q(organization__dissolved_on__isnull=False, organization__dissolved_on__lte=on)
        return coverage.objects.on(on).filter(~gone, organization__established_on__lte=on)

    return on_day


class CourtyardQuerySet(ScopedTenureQuerySet):
    def _related(self, name: str, day: Any) -> models.QuerySet:
        """The rows of the relation `name` that hold on `day` for the outer courtyard."""
        model = self.model._meta.get_field(name).related_model
        return model.objects.on(day).filter(courtyard=OuterRef("pk"))

    def with_survey(self, day: Any) -> Self:
        """Each courtyard with the counts of its latest survey up to `day`.

        Adds `households`, `households_qualifier`, `residents`, `residents_qualifier` and
        `surveyed_buildings` (户, 人, 栋); None before the first survey.
        """
        survey = self.model._meta.get_field("surveys").related_model
        latest = survey.objects.filter(courtyard=OuterRef("pk"), surveyed_on__lte=day).order_by(
            "-surveyed_on", "-pk"
        )
        return self.annotate(
            households=Subquery(latest.values("households")[:1]),
            households_qualifier=Subquery(latest.values("households_qualifier")[:1]),
            residents=Subquery(latest.values("residents")[:1]),
            residents_qualifier=Subquery(latest.values("residents_qualifier")[:1]),
            surveyed_buildings=Subquery(latest.values("buildings")[:1]),
        )

    def with_organization(self, day: Any) -> Self:
        """Each courtyard with the four things it should have on `day`, as booleans."""
        branch = self._related("coverages", day)
        return self.annotate(
            has_head=Exists(self._related("headships", day)),
            has_branch=Exists(
                branch.filter(organization__established_on__lte=day).exclude(
                    organization__dissolved_on__lte=day
                )
            ),
            has_committee=Exists(self._related("committees", day)),
            has_cadre=Exists(self._related("paired_cadres", day)),
        )

    def with_names(self, day: Any) -> Self:
        """Each courtyard with the names that answer for it on `day` (None = vacant)."""
        return self.annotate(
            head_name=Subquery(self._related("headships", day).values("person__name")[:1]),
            branch_name=Subquery(self._related("coverages", day).values("organization__name")[:1]),
            cadre_name=Subquery(self._related("paired_cadres", day).values("person__name")[:1]),
            cadre_unit=Subquery(self._related("paired_cadres", day).values("unit__name")[:1]),
            committee_name=Subquery(self._related("committees", day).values("name")[:1]),
        )


class BuildingQuerySet(ScopedTenureQuerySet):
    def _related(self, name: str, day: Any) -> models.QuerySet:
        model = self.model._meta.get_field(name).related_model
        return model.objects.on(day).filter(building=OuterRef("pk"))

    def with_organization(self, day: Any) -> Self:
        """Each building with `has_head` and `has_group` on `day`."""
        return self.annotate(
            has_head=Exists(self._related("headships", day)),
            has_group=Exists(self._related("coverages", day)),
        )

    def with_names(self, day: Any) -> Self:
        """Each building with its head and its Party group on `day` (None = vacant)."""
        return self.annotate(
            head_name=Subquery(self._related("headships", day).values("person__name")[:1]),
            group_name=Subquery(self._related("coverages", day).values("organization__name")[:1]),
        )
