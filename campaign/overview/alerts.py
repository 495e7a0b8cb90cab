"""What is red, since when, and who answers for it."""

from dataclasses import dataclass
from datetime import date, timedelta

from django.db.models import F
from django.urls import reverse

from campaign.figures.counting import values_over_days
from campaign.overview.panels import project_progress
from ledgers import clock
from ledgers.formats import zh_day
from ledgers.query_cache import cached_function
from orgs.access import Scope
from orgs.choices import TOWNSHIP_DIGITS
from projects import lights
from projects.civic.notice_clock import clock_of
from projects.civic.rules import committee_of, step_name
from projects.models import CivicObjection, Problem, Project, Report, SupervisionOrder

# How far back "since when" is looked for.
LOOK_BACK_WEEKS = 13


@dataclass(frozen=True)
class Alert:
    """One red matter on a leader's page."""

    title: str
    detail: str
    who: str
    since: date
    address: str

    def is_new(self, day: date) -> bool:
        """Whether it turned red within the week before `day`."""
        return self.since > day - timedelta(weeks=1)


def red_alerts(scope: Scope, day: date) -> list[Alert]:
    """All red matters in scope on `day`, the newest first; each kind is remembered by itself."""
    found = [
        *_lagging(scope, day),
        *_overdue_orders(scope, day),
        *_overdue_problems(scope, day),
        *_missing_reports(scope, day),
        *_unanswered_objections(scope, day),
    ]
    return sorted(found, key=lambda alert: (alert.since, alert.title), reverse=True)


@cached_function
def _lagging(scope: Scope, day: date) -> list[Alert]:
    progress = project_progress(scope, day)
    red = {row.pk: row for row in progress if row.light.colour == lights.RED}
    if not red:
        return []
    since = _red_since(list(red), day)
    return [
        Alert(
            row.name,
            row.light.why,
            row.answerable or row.unit or "责任人未登记",
            since.get(pk, day),
            reverse("projects:project_detail", args=[pk]),
        )
        for pk, row in red.items()
    ]


def _red_since(projects: list[int], day: date) -> dict[int, date]:
    """For each project red on `day`: the first of the weeks on end in which it was red."""

    def rows(asked):
        found = Project.objects.filter(pk__in=projects).with_reading("progress_percent", asked)
        return found.with_target("progress_percent", asked)

    weeks = clock.weeks_before(day, LOOK_BACK_WEEKS)
    since: dict[int, date] = {}
    for asked, pk, actual, planned in values_over_days(rows, weeks, ["pk", "reading", "target"]):
        if lights.progress_light(actual, planned).colour == lights.RED:
            since.setdefault(pk, asked)
        else:
            since.pop(pk, None)
    return since


@cached_function
def _overdue_orders(scope: Scope, day: date) -> list[Alert]:
    rows = SupervisionOrder.objects.overdue_on(day).filter(scope.condition_for(SupervisionOrder))
    return [
        Alert(
            f"督办单{number} {title}",
            f"超期{(day - due).days}天未办结",
            unit,
            due + timedelta(days=1),
            reverse("projects:order_detail", args=[pk]),
        )
        for pk, number, title, due, unit in rows.values_list(
            "pk", "number", "title", "due_on", "to_unit__name"
        )
    ]


@cached_function
def _overdue_problems(scope: Scope, day: date) -> list[Alert]:
    """Problems past their deadline by more than the days of grace, disputed ones left out."""
    grace = timedelta(days=lights.RED_OVERDUE_DAYS)
    rows = (
        Problem.objects.overdue_on(day - grace)
        .open_on(day)
        .filter(scope.condition_for(Problem), is_disputed=False)
        .annotate(unit=F("responsible_unit__name"), place=F("division__short_name"))
    )
    return [
        Alert(
            f"{place} {title}",
            f"超期{(day - due).days}天未销号",
            unit or "责任单位未登记",
            due + grace + timedelta(days=1),
            reverse("projects:problem_detail", args=[pk]),
        )
        for pk, title, due, unit, place in rows.values_list(
            "pk", "title", "due_on", "unit", "place"
        )
    ]


@cached_function
def _missing_reports(scope: Scope, day: date) -> list[Alert]:
    """Reports never handed in: one alert for each town or street, or headquarters of the county."""
    rows = (
        Report.objects.overdue(day)
        .recent(day)
        .filter(scope.condition_for(Report))
        .values_list(
            "division_id",
            "division__parent__name",
            "division__name",
            "project__programme__headquarters__name",
            "period__due_at",
        )
    )
    owing: dict[str, list] = {}
    for code, parent, name, headquarters, due_at in rows:
        town = (
            parent
            if len(code) > TOWNSHIP_DIGITS
            else name
            if len(code) == TOWNSHIP_DIGITS
            else headquarters
        )
        owing.setdefault(town, []).append(clock.local_day(due_at))
    address = reverse("gap_detail", args=["report_overdue"])
    return [
        Alert(
            f"{town}{len(days)}份周报未报",
            f"最早一份应于{zh_day(min(days))}前报送",
            town,
            min(days) + timedelta(days=1),
            address,
        )
        for town, days in owing.items()
    ]


@cached_function
def _unanswered_objections(scope: Scope, day: date) -> list[Alert]:
    """Objections to what is on notice that wait for an answer: one alert for each notice."""
    rows = (
        CivicObjection.objects.unanswered_on(day)
        .filter(scope.condition_for(CivicObjection))
        .select_related("step__process__division")
        .prefetch_related("step__objections")
    )
    by_notice: dict[int, list] = {}
    for row in rows:
        by_notice.setdefault(row.step_id, []).append(row)
    return [
        Alert(
            found[0].step.process.matter,
            f"{step_name(found[0].step.process.kind, found[0].step.kind)}："
            f"{clock_of(found[0].step).why(day)}",
            committee_of(found[0].step.process.division),
            min(each.received_on for each in found),
            reverse("projects:civic_process_detail", args=[found[0].step.process_id]),
        )
        for found in by_notice.values()
    ]
