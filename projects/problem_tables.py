"""Columns and filters of the follow-up visits."""

from ledgers.columns import ChoiceColumn, Column, DateColumn, NumberColumn, SelfColumn
from ledgers.filters import ChoiceFilter, LedgerFilterSet, RowFilter, YesNoFilter
from ledgers.tables import LedgerTable
from orgs.filters import DivisionFilter
from projects import models


class LateColumn(NumberColumn):
    """How many days a deadline has passed, in red; the header says so in words."""

    def show(self, value):
        text, tone = super().show(value)
        return text, "red" if value else tone


class FollowUpLedgerTable(LedgerTable):
    row_model = models.FollowUpVisit
    project = SelfColumn("项目", "project__name", order_by="project__search_text")
    visited_on = DateColumn()
    kind = ChoiceColumn()
    organization = Column("党组织", "organization__name")
    finding = Column(width=30)
    due_on = DateColumn()
    result = Column(width=24)
    next_visit_on = DateColumn()
    problem = Column("转为的问题", "problem__title", to=models.Problem, key="problem_id")


class FollowUpFilters(LedgerFilterSet):
    division = DivisionFilter("project__division__code")
    kind = ChoiceFilter("kind", label="类别", choices=models.FollowUpVisit.Kind.choices)
    missed = YesNoFilter(label="回访", method="by_missed", words=("逾期未回访", "未逾期"))
    project = RowFilter("project_id", label="项目", to=models.Project)

    def by_missed(self, queryset, name, value):
        late = models.FollowUpVisit.objects.missed(self.on).values("pk")
        return queryset.filter(pk__in=late) if value == "yes" else queryset.exclude(pk__in=late)
