"""What can be asked of the projects' ledgers."""

from courtyards.models import Courtyard
from ledgers.filters import ChoiceFilter, DayFilter, LedgerFilterSet, RowFilter, YesNoFilter
from orgs.choices import Line
from orgs.filters import DivisionFilter
from orgs.models import Unit
from projects import models
from projects.lights import WORDS

STATES = [("open", "在办（含超期）"), ("overdue", "超期"), ("closed", "已办结")]
PROBLEM_STATES = [
    ("open", "未销号（含超期）"),
    ("overdue", "超期"),
    ("reported", "待核实"),
    ("closed", "已销号"),
    *models.Problem.Ending.choices,
]


class OfProjectFilters(LedgerFilterSet):
    """Base for rows that belong to a project."""

    division = DivisionFilter("project__division__code")
    project = RowFilter("project_id", label="项目", to=models.Project)


class ProjectFilters(LedgerFilterSet):
    division = DivisionFilter("division__code")
    line = ChoiceFilter("programme__line", label="战线", choices=Line.choices)
    kind = ChoiceFilter("kind", label="类别", choices=models.Project.Kind.choices)
    started = YesNoFilter(label="开工", method="by_start", words=("已开工", "未开工"))
    light = ChoiceFilter(label="进度灯", method="by_light", choices=list(WORDS.items()))
    demonstration = YesNoFilter("is_demonstration", label="示范点（段）")
    lead_unit = RowFilter("lead_unit_id", label="责任单位", to=Unit)

    def by_light(self, queryset, name, value):
        return queryset.with_light(self.on).filter(light=value)

    def by_start(self, queryset, name, value):
        started = models.Project.objects.started(self.on).values("pk")
        return (
            queryset.filter(pk__in=started) if value == "yes" else queryset.exclude(pk__in=started)
        )


class StateFilters(LedgerFilterSet):
    """Base for problems and orders: where they stood on the day asked for."""

    division = DivisionFilter("division__code")
    state = ChoiceFilter(label="状态", method="by_state", choices=STATES)

    def by_state(self, queryset, name, value):
        if value == "closed":
            return queryset.filter(closed_on__lte=self.on)
        return queryset.overdue_on(self.on) if value == "overdue" else queryset.open_on(self.on)


class ProblemFilters(StateFilters):
    state = ChoiceFilter(label="状态", method="by_state", choices=PROBLEM_STATES)
    category = ChoiceFilter("category", label="类别", choices=models.ProblemCategory.choices)
    source = ChoiceFilter("source", label="来源", choices=models.Problem.Source.choices)
    courtyard = RowFilter("courtyard_id", label="楼院", to=Courtyard)
    project = RowFilter("project_id", label="项目", to=models.Project)
    road = RowFilter("road_id", label="路段", to=models.Road)
    unit = RowFilter("responsible_unit_id", label="责任单位", to=Unit)
    reopened = YesNoFilter(
        label="重新提出", method="by_reopened", words=("重新提出过", "没有重新提出")
    )

    def by_state(self, queryset, name, value):
        if value in models.Problem.Ending.values:
            return queryset.filter(closed_on__lte=self.on, ending=value)
        if value == "reported":
            waiting = {"reported_on__lte": self.on, "due_on__gte": self.on}
            return queryset.open_on(self.on).filter(**waiting)
        return super().by_state(queryset, name, value)

    def by_reopened(self, queryset, name, value):
        again = {"reopened_times__gt": 0}
        return queryset.filter(**again) if value == "yes" else queryset.exclude(**again)


class OrderFilters(StateFilters):
    unit = RowFilter("to_unit_id", label="承办单位", to=Unit)


class MilestoneFilters(OfProjectFilters):
    stage = ChoiceFilter("stage", label="阶段", choices=models.Milestone.Stage.choices)
    reached = YesNoFilter(label="完成", method="by_reached", words=("已完成", "未完成"))

    def by_reached(self, queryset, name, value):
        reached = {"actual_on__lte": self.on}
        return queryset.filter(**reached) if value == "yes" else queryset.exclude(**reached)


class DemolitionRecordFilters(OfProjectFilters):
    kind = ChoiceFilter("kind", label="种类", choices=models.DemolitionRecord.Kind.choices)
    first = DayFilter("demolished_on", lookup_expr="gte", label="日期自")
    last = DayFilter("demolished_on", lookup_expr="lte", label="日期至")


class ReadingFilters(OfProjectFilters):
    first = DayFilter("day", lookup_expr="gte", label="数据日期自")
    last = DayFilter("day", lookup_expr="lte", label="数据日期至")
    verified = YesNoFilter(label="核定", method="by_verified", words=("已核定", "未核定"))

    def by_verified(self, queryset, name, value):
        known = {"verified_on__lte": self.on}
        return queryset.filter(**known) if value == "yes" else queryset.exclude(**known)


class CivicProcessFilters(LedgerFilterSet):
    division = DivisionFilter("division__code")
    kind = ChoiceFilter("kind", label="程序", choices=models.CivicProcess.Kind.choices)
    proposed_by = ChoiceFilter(
        "proposed_by", label="议题来源", choices=models.CivicProcess.Proposer.choices
    )
    owners_matter = ChoiceFilter(
        "owners_matter", label="业主共同决定事项", choices=models.OwnersMatter.choices
    )
    status = ChoiceFilter("status", label="状态", choices=models.CivicProcess.Status.choices)
    project = RowFilter("project_id", label="项目", to=models.Project)


class StoolMeetingFilters(LedgerFilterSet):
    division = DivisionFilter("division__code")
    first = DayFilter("held_on", lookup_expr="gte", label="日期自")
    last = DayFilter("held_on", lookup_expr="lte", label="日期至")
    project = RowFilter("project_id", label="项目", to=models.Project)
    courtyard = RowFilter("courtyard_id", label="楼院", to=Courtyard)


class ReportFilters(LedgerFilterSet):
    division = DivisionFilter("division__code")
    status = ChoiceFilter("status", label="状态", choices=models.Report.Status.choices)
    week = DayFilter(label="所在周的任一天", method="by_week")
    project = RowFilter("project_id", label="项目", to=models.Project)

    def by_week(self, queryset, name, value):
        return queryset.due_on(value)
