"""What can be asked of cases and meetings."""

from courtyards.models import Courtyard
from ledgers.pages.filters import ChoiceFilter, DayFilter, LedgerFilterSet, RowFilter
from orgs.filters import DivisionFilter
from projects import models


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
