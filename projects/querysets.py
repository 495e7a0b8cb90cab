"""Questions asked of projects, readings, reports and problems. `day` is a date or an expression."""

from datetime import timedelta
from typing import Any, Self

from django.db import models
from django.db.models import Exists, F, OuterRef, Q, Subquery

from orgs.querysets import ScopedQuerySet, ScopedTenureQuerySet
from projects.lights import progress_colour


def one_indicator(model: Any, code: str) -> Subquery:
    """The key of the indicator `code`, for a condition on rows of `model`, as a single value.

    Joined by its code instead, the database does not know that there is only one, and sorts all
    history of a project where an index has it in order: then every figure grows with the years.
    """
    indicator = model._meta.get_field("indicator").related_model
    return Subquery(indicator.objects.filter(code=code).order_by().values("pk")[:1])


# 成效明显 needs a survey behind it: so many residents asked, so many percent of them satisfied. No
# source gives numbers; these are the house's own setting.
CLEAR_ASKED = 20
CLEAR_PERCENT = 80

# Reports that were never handed in are chased for two months; then they are history.
CHASED_WEEKS = 8


_CLEAR = Q(effect_asked__gte=CLEAR_ASKED) & Q(
    effect_satisfied__gte=F("effect_asked") * CLEAR_PERCENT / 100.0
)


class ProjectQuerySet(ScopedTenureQuerySet):
    def of_kind(self, *kinds: str) -> Self:
        return self.filter(kind__in=kinds)

    def started(self, day: Any) -> Self:
        """Projects whose start (开工) was reached by `day`."""
        milestone = self.model._meta.get_field("milestones").related_model
        return self.filter(
            Exists(
                milestone.objects.filter(project=OuterRef("pk"), stage="start", actual_on__lte=day)
            )
        )

    def with_organization(self, day: Any) -> Self:
        """Projects in which a Party organisation stands on `day`."""
        link = self.model._meta.get_field("organizations").related_model
        return self.filter(Exists(link.objects.on(day).filter(project=OuterRef("pk"))))

    def called_effective(self, day: Any) -> Self:
        """Projects whose latest evaluation of 改造成效 up to `day` says: clear."""
        evaluation = self.model._meta.get_field("evaluations").related_model
        latest = evaluation.objects.filter(
            project=OuterRef("pk"), axis="effect", evaluated_on__lte=day
        ).order_by("-evaluated_on", "-pk")
        return self.annotate(
            effect=Subquery(latest.values("verdict")[:1]),
            effect_asked=Subquery(latest.values("asked")[:1]),
            effect_satisfied=Subquery(latest.values("satisfied")[:1]),
        ).filter(effect="good")

    def effective(self, day: Any) -> Self:
        """Those of `called_effective` with a satisfaction result behind it."""
        return self.called_effective(day).filter(_CLEAR)

    def effective_unproven(self, day: Any) -> Self:
        """Those of `called_effective` whose satisfaction result is missing or does not carry it."""
        return self.called_effective(day).exclude(_CLEAR)

    def with_reading(self, indicator_code: str, day: Any) -> Self:
        """Each project with its latest verified value of an indicator as known on `day`.

        Adds `reading`, `reading_qualifier` and `reading_day` (None = nothing verified yet).
        """
        reading = self.model._meta.get_field("readings").related_model
        latest = (
            reading.objects.filter(
                project=OuterRef("pk"), indicator=one_indicator(reading, indicator_code)
            )
            .known_on(day)
            .latest_first()
        )
        return self.annotate(
            reading=Subquery(latest.values("value")[:1]),
            reading_qualifier=Subquery(latest.values("qualifier")[:1]),
            reading_day=Subquery(latest.values("day")[:1]),
        )

    def with_target(self, indicator_code: str, day: Any) -> Self:
        """Each project with the plan's latest target of an indicator due by `day`, as `target`."""
        target = self.model._meta.get_field("targets").related_model
        latest = target.objects.filter(
            project=OuterRef("pk"),
            indicator=one_indicator(target, indicator_code),
            due_on__lte=day,
        ).order_by("-due_on")
        return self.annotate(target=Subquery(latest.values("value")[:1]))

    def with_light(self, day: Any) -> Self:
        """Each with `light`: the colour of its verified progress against its plan on `day`."""
        code = "progress_percent"
        return self.with_reading(code, day).with_target(code, day).annotate(light=progress_colour())


class ReadingQuerySet(ScopedQuerySet):
    def known_on(self, day: Any) -> Self:
        """Readings that were verified by `day`; unverified ones feed nothing."""
        return self.filter(verified_on__lte=day)

    def latest_first(self) -> Self:
        """Newest data day first; for one day the latest correction first."""
        return self.order_by("-day", "-verified_on", "-pk")

    def latest_of_each_day(self) -> Self:
        """For each project, indicator and day the correction that counts, oldest day first."""
        return self.order_by("project_id", "indicator_id", "day", "-verified_on", "-pk").distinct(
            "project_id", "indicator_id", "day"
        )

    def latest_of_each_indicator(self) -> Self:
        """For each project and indicator the one reading of the newest day that counts."""
        return self.order_by("project_id", "indicator_id", "-day", "-verified_on", "-pk").distinct(
            "project_id", "indicator_id"
        )


class PeriodQuerySet(models.QuerySet):
    def containing(self, day: Any) -> Self:
        """The reporting week in which `day` lies."""
        return self.filter(start__lte=day, end__gte=day)


class ReportQuerySet(ScopedQuerySet):
    def due_on(self, day: Any) -> Self:
        """The reports owed for the week in which `day` lies."""
        return self.filter(period__start__lte=day, period__end__gte=day)

    def filed_by(self, day: Any) -> Self:
        """Reports that stood filed (or approved) on `day`: their last step up to then says so."""
        step = self.model._meta.get_field("steps").related_model
        last = step.objects.filter(report=OuterRef("pk"), taken_on__lte=day).order_by(
            "-taken_on", "-pk"
        )
        return self.annotate(last_action=Subquery(last.values("action")[:1])).filter(
            last_action__in=["filed", "approved", "corrected"]
        )

    def not_filed_by(self, day: Any) -> Self:
        """Reports that were owed and not in hand on `day`: never filed, or taken or sent back."""
        step = self.model._meta.get_field("steps").related_model
        last = step.objects.filter(report=OuterRef("pk"), taken_on__lte=day).order_by(
            "-taken_on", "-pk"
        )
        return self.annotate(last_action=Subquery(last.values("action")[:1])).filter(
            Q(last_action__isnull=True) | Q(last_action__in=["returned", "withdrawn", "reopened"])
        )

    def overdue(self, day: Any) -> Self:
        """Reports of weeks whose due day has passed on `day`, still not in hand."""
        return self.filter(period__due_at__date__lt=day).not_filed_by(day)

    def recent(self, day: Any) -> Self:
        """Reports of the last weeks up to `day`: those that are still chased."""
        return self.filter(
            period__start__lte=day, period__start__gt=day - timedelta(weeks=CHASED_WEEKS)
        )

    def with_punctuality(self) -> Self:
        """With `in_time`: whether it was handed in by the deadline, and not taken back since.

        A report that came back from the reviewer stays in time; one that its reporter withdrew
        and filed again late does not.
        """
        step = self.model._meta.get_field("steps").related_model
        withdrawn = step.objects.filter(
            Q(taken_at__gt=OuterRef("taken_at"))
            # At one moment it is the order in which they were written that says which came after.
            | Q(taken_at=OuterRef("taken_at"), pk__gt=OuterRef("pk")),
            report=OuterRef("report"),
            action="withdrawn",
        )
        filed = step.objects.filter(
            report=OuterRef("pk"), action="filed", taken_at__lte=OuterRef("period__due_at")
        )
        return self.annotate(in_time=Exists(filed.exclude(Exists(withdrawn))))

    def late(self) -> Self:
        """Reports that were handed in, but after the deadline (迟报)."""
        return self.with_punctuality().filter(status__in=["filed", "approved"], in_time=False)

    def owed(self) -> Self:
        """Reports that the reporter has to file: due, begun, or returned."""
        return self.filter(status__in=["due", "draft", "returned"])

    def waiting(self) -> Self:
        """Reports that wait for a reviewer, the oldest filing first."""
        return self.filter(status="filed").order_by("filed_on", "period__start", "pk")

    def for_pages(self) -> Self:
        """With what every page of a report shows: project, place, week."""
        return self.select_related("project__programme", "division__parent", "period")

    def with_last_step(self) -> Self:
        """With the latest step: `step_action`, `step_at`, `step_reason`, `step_by`, `step_by_id`."""
        step = self.model._meta.get_field("steps").related_model
        last = step.objects.filter(report=OuterRef("pk")).order_by("-taken_at", "-pk")
        return self.annotate(
            step_action=Subquery(last.values("action")[:1]),
            step_at=Subquery(last.values("taken_at")[:1]),
            step_reason=Subquery(last.values("reason")[:1]),
            step_by=Subquery(last.values("by__first_name")[:1]),
            step_by_id=Subquery(last.values("by_id")[:1]),
        )


class ProblemQuerySet(ScopedQuerySet):
    """Problems and supervision orders: open from a day until they are closed."""

    def open_on(self, day: Any) -> Self:
        opened = "raised_on" if hasattr(self.model, "raised_on") else "issued_on"
        return self.filter(
            Q(closed_on__isnull=True) | Q(closed_on__gt=day), **{f"{opened}__lte": day}
        )

    def overdue_on(self, day: Any) -> Self:
        """Open on `day` and past the deadline."""
        return self.open_on(day).filter(due_on__lt=day)

    def beside(self, problem: Any) -> Self:
        """Other open problems of the same unit that may be pressed, those due first before."""
        if problem.responsible_unit_id is None:
            return self.none()
        same = self.filter(closed_on=None, responsible_unit=problem.responsible_unit_id)
        return same.filter(is_disputed=False).exclude(pk=problem.pk).order_by("due_on", "pk")

    def line_of(self, problem: Any) -> Self:
        """All rows of a problem that was reopened: the first and those after it."""
        return self.filter(Q(pk=problem.first_key) | Q(origin=problem.first_key))


class ObjectionQuerySet(ScopedQuerySet):
    def unanswered_on(self, day: Any) -> Self:
        """Objections that hold up a standing notice on `day`: they came in time and wait still.

        The same rule for one notice is `NoticeClock.unanswered`.
        """
        waits = Q(answered_on__isnull=True) | Q(answered_on__gt=day)
        return self.filter(
            waits,
            received_on__lte=day,
            step__outcome="passed",
            step__notice_until__gte=F("received_on"),
        )


class FollowUpQuerySet(ScopedQuerySet):
    """Visits of 跟踪问效: what they found, and whether anybody came back."""

    def missed(self, day: Any) -> Self:
        """Visits whose next one was due before `day` without anybody having come back by then."""
        later = self.model.objects.filter(
            project=OuterRef("project"), visited_on__gt=OuterRef("visited_on"), visited_on__lte=day
        )
        return self.filter(next_visit_on__lt=day, visited_on__lte=day).exclude(Exists(later))
