"""What can be asked of courtyards, buildings and surveys."""

from django.db.models import Exists, OuterRef

from courtyards.models import (
    Courtyard,
    GroupCoverage,
    Headship,
    PairedCadre,
    SelfManagementCommittee,
)
from ledgers.pages.filters import ChoiceFilter, DayFilter, LedgerFilterSet, RowFilter, YesNoFilter
from orgs.filters import DivisionFilter

HELD = ("有", "空缺")


def _present(model, path):
    """A filter method: whether rows of `model` that hold on the day point here by `path`."""

    def method(filterset, queryset, name, value):
        held = Exists(model.objects.on(filterset.on).filter(**{path: OuterRef("pk")}))
        return queryset.filter(held if value == "yes" else ~held)

    return method


class CourtyardFilters(LedgerFilterSet):
    division = DivisionFilter("division__code")
    kind = ChoiceFilter("kind", label="类别", choices=Courtyard.Kind.choices)
    head = YesNoFilter(label="楼院长", method="by_head", words=HELD)
    branch = YesNoFilter(label="党支部", method="by_branch", words=HELD)
    committee = YesNoFilter(label="自管会", method="by_committee", words=HELD)
    cadre = YesNoFilter(label="包联干部", method="by_cadre", words=HELD)
    by_head = _present(Headship, "courtyard")
    by_committee = _present(SelfManagementCommittee, "courtyard")
    by_cadre = _present(PairedCadre, "courtyard")

    def by_branch(self, queryset, name, value):
        """The rule of "has a branch" is the queryset's own."""
        return queryset.with_organization(self.on).filter(has_branch=value == "yes")


class BuildingFilters(LedgerFilterSet):
    division = DivisionFilter("division__code")
    head = YesNoFilter(label="楼栋长", method="by_head", words=HELD)
    group = YesNoFilter(label="党小组", method="by_group", words=HELD)
    courtyard = RowFilter("courtyard_id", label="楼院", to=Courtyard)
    by_head = _present(Headship, "building")
    by_group = _present(GroupCoverage, "building")


class SurveyFilters(LedgerFilterSet):
    division = DivisionFilter("courtyard__division__code")
    first = DayFilter("surveyed_on", lookup_expr="gte", label="摸排日期自")
    last = DayFilter("surveyed_on", lookup_expr="lte", label="摸排日期至")
    courtyard = RowFilter("courtyard_id", label="楼院", to=Courtyard)
