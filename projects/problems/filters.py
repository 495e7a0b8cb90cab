"""What can be asked of problems, orders and follow-up visits."""

from courtyards.models import Courtyard
from ledgers.pages.filters import ChoiceFilter, LedgerFilterSet, RowFilter, YesNoFilter
from orgs.filters import DivisionFilter
from orgs.models import Unit
from projects import models

STATES = [("open", "在办（含超期）"), ("overdue", "超期"), ("closed", "已办结")]
PROBLEM_STATES = [
    ("open", "未销号（含超期）"),
    ("overdue", "超期"),
    ("reported", "待核实"),
    ("closed", "已销号"),
    *models.Problem.Ending.choices,
]


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


class FollowUpFilters(LedgerFilterSet):
    division = DivisionFilter("project__division__code")
    kind = ChoiceFilter("kind", label="类别", choices=models.FollowUpVisit.Kind.choices)
    missed = YesNoFilter(label="回访", method="by_missed", words=("逾期未回访", "未逾期"))
    project = RowFilter("project_id", label="项目", to=models.Project)

    def by_missed(self, queryset, name, value):
        late = models.FollowUpVisit.objects.missed(self.on).values("pk")
        return queryset.filter(pk__in=late) if value == "yes" else queryset.exclude(pk__in=late)
