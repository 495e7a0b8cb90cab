"""The ledger of Party organisations."""

from django.db.models import F

from ledgers.pages.ledger import Ledger
from ledgers.pages.related_values import Lookup
from ledgers.pages.sections import Panel, Rows
from ledgers.registry import register
from orgs.access import Verb
from orgs.models import (
    FormationPartner,
    MemberCount,
    PartyOrganization,
    Post,
)
from orgs.party.filters import OrganizationFilters
from orgs.party.rules import DETAIL, broken_rules
from orgs.party.tables import (
    FormationPartnerTable,
    MemberCountTable,
    OrganizationTable,
)
from orgs.tables import POSTS


def warnings_of(page):
    """The Party's own rules that the organisation breaks on the day, with the page that helps."""
    found = broken_rules([page.obj.pk], page.on).get(page.obj.pk, [])
    may = bool(found) and page.user.may(Verb.ORGANISE, page.obj)
    return [
        (rule, page.address(rule.mend, page.obj.pk) if may and rule.mend != DETAIL else "")
        for rule in found
    ]


def _superior(queryset, page):
    """The organisation above on the day asked for; a root has none."""
    return queryset.superior_of(page.obj, page.on)


def _inferiors(queryset, page):
    return queryset.inferiors_of(page.obj, page.on)


@register
class OrganizationLedger(Ledger):
    model = PartyOrganization
    noun = "organization"
    tab_position = 2
    title = "党组织台账"
    table = OrganizationTable
    filters = OrganizationFilters
    ordering = ("path",)
    sections = (
        Panel("需要核对", "orgs/party/warnings_fragment.html", warnings_of, first=True),
        Rows(
            "班子成员",
            Post,
            "organization",
            columns=POSTS,
            holding=False,
            list_filter="organization",
            empty="还没有任命过书记或委员。",
            wide=True,
        ),
        Rows(
            "上级党组织",
            PartyOrganization,
            "",
            columns=("name", "kind", "leader_name"),
            narrow=_superior,
            empty="没有上级党组织，或不在您的范围内。",
        ),
        Rows(
            "下级党组织",
            PartyOrganization,
            "",
            columns=("name", "kind", "leader_name", "members"),
            narrow=_inferiors,
            empty="没有下级党组织。",
        ),
        Rows(
            "党员人数",
            MemberCount,
            "organization",
            table=MemberCountTable,
            limit=8,
            empty="还没有登记党员人数。",
        ),
        Rows(
            "联建单位",
            FormationPartner,
            "organization",
            table=FormationPartnerTable,
            empty="没有联建单位。",
        ),
    )

    lookups = (
        Lookup(
            lambda on: Post.objects.on(on).filter(role__in=["secretary", "group_leader"]),
            "organization_id",
            {"leader_name": "person__name"},
            order=("role", "pk"),
        ),
        Lookup(
            lambda on: MemberCount.objects.filter(counted_on__lte=on).annotate(
                total=F("full_members") + F("probationary_members")
            ),
            "organization_id",
            {"members": "total"},
            order=("-counted_on", "pk"),
        ),
    )
