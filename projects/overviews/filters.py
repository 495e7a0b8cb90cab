"""What can be asked of money sheets and status notes."""

from ledgers.pages.filters import ChoiceFilter, YesNoFilter
from orgs.choices import WorkLine
from projects import models
from projects.filters import OfProjectFilters


class MoneySheetFilters(OfProjectFilters):
    line = ChoiceFilter("project__programme__line", label="战线", choices=WorkLine.choices)
    gap = YesNoFilter(label="资金缺口", method="by_gap", words=("有缺口", "已落实"))

    def by_gap(self, queryset, name, value):
        return queryset.filter(gap__gt=0) if value == "yes" else queryset.filter(gap__lte=0)


class StatusNoteFilters(OfProjectFilters):
    status = ChoiceFilter("status", label="状态", choices=models.StatusNote.Status.choices)
