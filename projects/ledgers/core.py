"""Projects, their milestones, reports and readings, what residents decide, problems and orders."""

from datetime import timedelta

from django.db.models import (
    Case,
    CharField,
    DateField,
    DurationField,
    ExpressionWrapper,
    F,
    IntegerField,
    Q,
    Value,
    When,
)
from django.db.models.functions import ExtractDay

from courtyards.models import Courtyard
from ledgers.ledger import Ledger
from ledgers.lookups import Lookup
from ledgers.registry import extend, register
from ledgers.sections import Panel, Rows
from orgs.models import PartyOrganization, Person, Unit
from projects import actions, filters, models, rooms, sections, tables
from projects.curve import curve_panel
from projects.ledger_forms import ProblemForm, ProjectForm
from projects.panels import FIGURES_APART
from projects.stages import word_expression


def state_on(on, *, ended="closed", waits="replied_on"):
    """Where a problem or an order stood on the day `on`: open, waiting, overdue, closed.

    `ended` is the word, or the field that has it, for what is closed; `waits` the day since when
    somebody else has to look.
    """
    return Case(
        When(closed_on__lte=on, then=ended if isinstance(ended, F) else Value(ended)),
        When(due_on__lt=on, then=Value("overdue")),
        When(**{f"{waits}__lte": on}, then=Value("waiting")),
        default=Value("open"),
        output_field=CharField(),
    )


def late_days(on):
    """Whole days past the deadline on the day `on`, of what is still open; else nothing."""
    still = Q(closed_on__isnull=True) | Q(closed_on__gt=on)
    late = ExtractDay(ExpressionWrapper(Value(on, DateField()) - F("due_on"), DurationField()))
    return Case(When(still & Q(due_on__lt=on), then=late), output_field=IntegerField())


def _last_eight_weeks(queryset, page):
    """Readings of the eight weeks up to the day asked for."""
    return queryset.filter(day__gt=page.on - timedelta(weeks=8))


@register
class ProjectLedger(Ledger):
    model = models.Project
    noun = "project"
    room = rooms.PLAN
    title = "项目台账"
    styles = ("css/plan.css",)
    table = tables.ProjectTable
    filters = filters.ProjectFilters
    form = ProjectForm
    bulk = ("programme", "kind", "lead_unit", "contractor", "answerable", "is_demonstration")
    sections = (
        Panel("计划与实际", "projects/curve_fragment.html", curve_panel, first=True),
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
            columns=sections.PROBLEMS,
            list_filter="project",
            add="project",
            empty="没有登记问题。",
        ),
        Rows(
            "党组织",
            models.ProjectOrganization,
            "project",
            table=tables.ProjectOrganizationTable,
            columns=("organization", "level", "since", "until"),
            holding=False,
            empty="还没有成立党组织。",
        ),
        Rows("民主议事", models.CivicProcess, "project", columns=sections.CIVIC, quiet=True),
        Rows(
            "跟踪问效",
            models.FollowUpVisit,
            "project",
            table=tables.FollowUpTable,
            limit=10,
            quiet=True,
        ),
        Rows(
            "群众评判",
            models.Evaluation,
            "project",
            table=tables.EvaluationTable,
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


class StateLedger(Ledger):
    """Problems and orders: open from a day until they are closed; the open ones come first."""

    ordering = (F("closed_on").desc(nulls_first=True), "due_on")

    def annotated(self, queryset, on):
        return queryset.annotate(state=state_on(on), late=late_days(on))


@register
class ProblemLedger(StateLedger):
    model = models.Problem
    noun = "problem"
    room = rooms.TROUBLE
    title = "问题台账"
    table = tables.ProblemTable
    filters = filters.ProblemFilters
    form = ProblemForm
    # Unit and deadline move by 交办 alone, which asks for the reason.
    bulk = ("category", "source", "is_disputed")
    search = ("title", "courtyard__search_text", "project__search_text", "road__search_text")
    search_hint = "问题、楼院、项目或路段"
    as_of = "raised_on"
    facts = (
        "category", "source", "division", "courtyard", "project", "road", "responsible_unit",
        "raised_on", "due_on", "reported_on", "closed_on", "ending", "ending_note",
        "reopened_times", "is_disputed",
    )  # fmt: skip
    sections = (
        Rows(
            "督办单",
            models.SupervisionOrder,
            "problems",
            columns=("number", "title", "state", "due_on"),
            quiet=True,
        ),
    )

    def annotated(self, queryset, on):
        state = state_on(on, ended=F("ending"), waits="reported_on")
        return queryset.annotate(state=state, late=late_days(on))

    def more_facts(self, obj, on):
        days = obj.late_days(on)
        return [("超期", f"超期{days}天", "", "red")] if days else []


@register
class OrderLedger(StateLedger):
    model = models.SupervisionOrder
    noun = "order"
    room = rooms.TROUBLE
    title = "督办单台账"
    table = tables.OrderTable
    filters = filters.OrderFilters
    search = ("number", "title", "to_unit__search_text")
    search_hint = "编号、事项或承办单位"
    as_of = "issued_on"
    sections = (Rows("涉及问题", models.Problem, "orders", columns=sections.PROBLEMS, quiet=True),)

    def more_facts(self, obj, on):
        days = obj.late_days(on)
        return [("超期", f"超期{days}天", "", "red")] if days else []


@register
class MilestoneLedger(Ledger):
    model = models.Milestone
    noun = "milestone"
    room = rooms.PLAN
    title = "项目节点台账"
    table = tables.MilestoneTable
    filters = filters.MilestoneFilters
    search = ("project__search_text",)
    search_hint = "项目"

    def annotated(self, queryset, on):
        return queryset.annotate(stage_word=word_expression("project__kind", "stage"))


@register
class ReadingLedger(Ledger):
    model = models.Reading
    noun = "reading"
    room = rooms.PLAN
    origin = "周报审核通过后会列在这里。"
    title = "指标数据台账"
    table = tables.ReadingTable
    filters = filters.ReadingFilters
    search = ("project__search_text", "indicator__name")
    search_hint = "项目或指标"

    def holding(self, queryset, on):
        """Those of the weeks up to the one of `on`, whose last day may lie just after it."""
        return queryset.filter(day__lt=on + timedelta(weeks=1))


@register
class CivicProcessLedger(Ledger):
    model = models.CivicProcess
    noun = "civic_process"
    room = rooms.CIVIC
    path = "civic-processes"
    title = "民主议事台账"
    table = tables.CivicProcessTable
    filters = filters.CivicProcessFilters
    starts = (
        ("启动议事", "projects:civic_open", "edit"),
        ("审核群众留言", "projects:voice_list", "review"),
        ("议事规则", "projects:civic_rules", "view"),
    )
    search = ("matter", "project__search_text")
    search_hint = "事项或项目"
    as_of = "opened_on"


@register
class StoolMeetingLedger(Ledger):
    model = models.StoolMeeting
    noun = "stool_meeting"
    room = rooms.CIVIC
    title = "小板凳座谈会台账"
    table = tables.StoolMeetingTable
    filters = filters.StoolMeetingFilters
    starts = (("登记座谈会", "projects:stool_enter", "edit"),)
    search = ("topic", "courtyard__search_text")
    search_hint = "议题或楼院"
    as_of = "held_on"


@register
class ReportLedger(Ledger):
    """The rows of weekly reports; their pages belong to the report's own flow."""

    model = models.Report
    noun = "report"
    room = rooms.PLAN
    origin = "每周开始时为在建项目自动生成，在“我的周报”填报。"
    title = "周报台账"
    table = tables.ReportTable
    filters = filters.ReportFilters
    search = ("project__search_text",)
    search_hint = "项目"
    as_of = "period__start"
    has_detail = False


extend(Courtyard, *sections.OF_COURTYARD, actions.COURTYARD_LINKS)
extend(PartyOrganization, *sections.OF_ORGANIZATION)
extend(Unit, *sections.OF_UNIT)
extend(Person, *sections.OF_PERSON)

extend(models.Project, FIGURES_APART, sections.SUPERVISORS, actions.PROJECT_ACTIONS)
extend(models.Problem, sections.HANDLERS_OF_PROBLEM, actions.PROBLEM_ACTIONS)
extend(models.SupervisionOrder, sections.HANDLERS_OF_ORDER, actions.ORDER_ACTIONS)
