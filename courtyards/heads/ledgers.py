"""The ledgers of heads and committees."""

from django.db.models import Case, CharField, Value, When

from courtyards.heads.filters import CommitteeFilters, HeadshipFilters
from courtyards.heads.tables import CommitteeTable, HeadshipTable
from courtyards.models import (
    Headship,
    SelfManagementCommittee,
)
from ledgers.pages.ledger import Ledger
from ledgers.registry import register


@register
class HeadshipLedger(Ledger):
    model = Headship
    noun = "headship"
    tab_position = 3
    origin = "在楼院或楼栋的页面点“任命楼院长”“任命楼栋长”登记。"
    title = "楼院长、楼栋长台账"
    table = HeadshipTable
    filters = HeadshipFilters
    search = ("person__search_text", "courtyard__search_text", "building__search_text")
    search_hint = "姓名、楼院或楼栋"

    def annotated(self, queryset, on):
        return queryset.annotate(
            kind=Case(
                When(courtyard__isnull=False, then=Value("楼院长")),
                default=Value("楼栋长"),
                output_field=CharField(),
            )
        )


@register
class CommitteeLedger(Ledger):
    model = SelfManagementCommittee
    noun = "committee"
    tab_position = 4
    origin = "在楼院的页面登记自管会。"
    table = CommitteeTable
    filters = CommitteeFilters
    search = ("search_text", "courtyard__search_text")
