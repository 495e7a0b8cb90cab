"""Questions asked of money sheets, demolitions and toilets. `day` is a date or an expression."""

from typing import Any, Self

from django.db import models
from django.db.models import DecimalField, Exists, F, Func, OuterRef, Q, Subquery
from django.db.models.expressions import Combinable

from orgs.querysets import ScopedQuerySet
from projects.querysets import one_indicator


def trimmed(amount: Any) -> Func:
    """A decimal expression without trailing zeros, so that files say it as the list does."""
    return Func(amount, function="trim_scale", output_field=DecimalField())


class DemolitionCaseQuerySet(ScopedQuerySet):
    """Demolitions; a dispute counts from the day it was raised until the day it was resolved."""

    def with_dispute(self, day: Any) -> Self:
        """Each with `disputed`: whether a dispute about it stands open on `day`."""
        dispute = self.model._meta.get_field("disputes").related_model
        still = dispute.objects.filter(
            Q(resolved_on__isnull=True) | Q(resolved_on__gt=day),
            case=OuterRef("pk"),
            raised_on__lte=day,
        )
        return self.annotate(disputed=Exists(still))


class MoneySheetQuerySet(ScopedQuerySet):
    def with_gap(self) -> Self:
        """Each with `gap`: what of the total no source covers (万元; negative: sources exceed it)."""
        gap: Combinable = F("total_wan")
        for source in self.model.SOURCES:
            gap = gap - F(source)
        return self.annotate(gap=trimmed(gap))

    def current(self, day: Any) -> Self:
        """Of each project the newest sheet up to `day`."""
        newest = self.filter(as_of__lte=day).order_by("project_id", "-as_of", "-pk")
        return self.filter(pk__in=newest.distinct("project_id").values("pk"))


def with_removed_toilets(queryset: models.QuerySet, day: Any) -> models.QuerySet:
    """Each village count with `removed`: toilets removed by verified reports up to `day` (处)."""
    reading = (
        queryset.model._meta.get_field("project")
        .related_model._meta.get_field("readings")
        .related_model
    )
    latest = (
        reading.objects.filter(
            project=OuterRef("project"), indicator=one_indicator(reading, "toilets_removed")
        )
        .known_on(day)
        .latest_first()
    )
    return queryset.annotate(removed=trimmed(Subquery(latest.values("value")[:1])))
