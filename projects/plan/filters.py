"""What can be asked of projects and milestones."""

from ledgers.pages.filters import ChoiceFilter, LedgerFilterSet, RowFilter, YesNoFilter
from orgs.choices import WorkLine
from orgs.filters import DivisionFilter
from orgs.models import Unit
from projects import models
from projects.filters import OfProjectFilters
from projects.lights import WORDS


class ProjectFilters(LedgerFilterSet):
    division = DivisionFilter("division__code")
    line = ChoiceFilter("programme__line", label="战线", choices=WorkLine.choices)
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


class MilestoneFilters(OfProjectFilters):
    stage = ChoiceFilter("stage", label="阶段", choices=models.Milestone.Stage.choices)
    reached = YesNoFilter(label="完成", method="by_reached", words=("已完成", "未完成"))

    def by_reached(self, queryset, name, value):
        reached = {"actual_on__lte": self.on}
        return queryset.filter(**reached) if value == "yes" else queryset.exclude(**reached)
