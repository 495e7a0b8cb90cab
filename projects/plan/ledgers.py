"""The ledgers of projects and their milestones."""

from datetime import timedelta

from ledgers.pages.ledger import Ledger
from ledgers.pages.related_values import Lookup
from ledgers.pages.sections import Panel, Rows
from ledgers.registry import register
from projects import models, tab_groups
from projects.plan.curve import curve_panel
from projects.plan.filters import MilestoneFilters, ProjectFilters
from projects.plan.ledger_forms import ProjectForm
from projects.plan.tables import EvaluationTable, MilestoneTable, ProjectTable
from projects.sections import CIVIC, PROBLEMS
from projects.stages import word_expression
from projects.tables import FollowUpTable, ProjectOrganizationTable


def _last_eight_weeks(queryset, page):
    """Readings of the eight weeks up to the day asked for."""
    return queryset.filter(day__gt=page.on - timedelta(weeks=8))


@register
class ProjectLedger(Ledger):
    model = models.Project
    noun = "project"
    tab_position = 10
    room = tab_groups.PLAN
    title = "项目台账"
    styles = ("css/pages/plan.css",)
    table = ProjectTable
    filters = ProjectFilters
    form = ProjectForm
    bulk = ("programme", "kind", "lead_unit", "contractor", "answerable", "is_demonstration")
    sections = (
        Panel("计划与实际", "projects/plan/curve_fragment.html", curve_panel, first=True),
        Rows(
            "近八周指标",
            models.Reading,
            "project",
            columns=("indicator", "value", "unit", "day", "verified_on"),
            narrow=_last_eight_weeks,
            order=("-day", "indicator__position"),
            limit=40,
            list_filter="project",
            empty="近八周没有数据。",
        ),
        Rows(
            "周报",
            models.Report,
            "project",
            columns=("year", "week", "status", "no_change", "filed_on"),
            order=("-period__start",),
            limit=8,
            list_filter="project",
            empty="没有周报。",
        ),
        Rows(
            "问题",
            models.Problem,
            "project",
            columns=PROBLEMS,
            list_filter="project",
            add="project",
            empty="没有登记问题。",
        ),
        Rows(
            "党组织",
            models.ProjectOrganization,
            "project",
            table=ProjectOrganizationTable,
            columns=("organization", "level", "since", "until"),
            holding=False,
            empty="还没有成立党组织。",
        ),
        Rows("民主议事", models.CivicProcess, "project", columns=CIVIC, quiet=True),
        Rows(
            "跟踪问效",
            models.FollowUpVisit,
            "project",
            table=FollowUpTable,
            limit=10,
            quiet=True,
        ),
        Rows(
            "群众评判",
            models.Evaluation,
            "project",
            table=EvaluationTable,
            limit=12,
            quiet=True,
        ),
    )

    lookups = (
        Lookup(
            lambda on: models.Milestone.objects.filter(stage="start", actual_on__lte=on),
            "project_id",
            {"started_on": "actual_on"},
        ),
    )

    def annotated(self, queryset, on):
        return queryset.with_light(on)


@register
class MilestoneLedger(Ledger):
    model = models.Milestone
    noun = "milestone"
    tab_position = 11
    room = tab_groups.PLAN
    title = "项目节点台账"
    table = MilestoneTable
    filters = MilestoneFilters
    search = ("project__search_text",)
    search_hint = "项目"

    def annotated(self, queryset, on):
        return queryset.annotate(stage_word=word_expression("project__kind", "stage"))
