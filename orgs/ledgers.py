"""The organisation's ledgers."""

from django.db.models import F
from django.db.models.functions import Coalesce

from ledgers.ledger import Ledger
from ledgers.lookups import Lookup
from ledgers.registry import extend, register
from ledgers.sections import Panel, Rows
from orgs import filters, tables
from orgs.access import Verb
from orgs.actions import (
    ORGANIZATION_ACTIONS,
    PERSON_ACTIONS,
    POST_ACTIONS,
    SECONDMENT_ACTIONS,
    UNIT_ACTIONS,
)
from orgs.ledger_forms import PersonForm, UnitForm
from orgs.models import (
    Division,
    FormationPartner,
    MemberCount,
    PartyOrganization,
    Person,
    Post,
    Secondment,
    TemporaryMembership,
    Unit,
)
from orgs.party_rules import DETAIL, broken_rules
from orgs.sections import LEADING, SECONDED_BY_RANK, TEMPORARY_MEMBERS

POSTS = ("person", "role", "phone", "since", "until", "appointed_by")


def warnings_of(page):
    """The Party's own rules that the organisation breaks on the day, with the page that helps."""
    found = broken_rules([page.obj.pk], page.on).get(page.obj.pk, [])
    may = bool(found) and page.user.may(Verb.ORGANISE, page.obj)
    return [
        (rule, page.address(rule.mend, page.obj.pk) if may and rule.mend != DETAIL else "")
        for rule in found
    ]


@register
class DivisionLedger(Ledger):
    model = Division
    noun = "division"
    title = "区划台账"
    table = tables.DivisionTable
    filters = filters.DivisionFilters
    search = ("search_text", "code")
    facts = ("code", "name", "short_name", "level", "parent", "abolished_on")
    sections = (
        Rows(
            "下级区划",
            Division,
            "parent",
            columns=("name", "level", "code"),
            list_filter="division",
            empty="没有下级区划。",
        ),
        Rows(
            "党组织",
            PartyOrganization,
            "division",
            columns=("name", "kind", "leader_name", "established_on"),
            list_filter="division",
            empty="还没有登记党组织。",
        ),
        Rows("单位", Unit, "division", columns=("name", "kind"), list_filter="division"),
    )

    def queryset(self, user, on):
        """Abolished ones too, marked by their day: rows of the past still refer to them."""
        return self.visible(user)


def _superior(queryset, page):
    """The organisation above on the day asked for; a root has none."""
    return queryset.superior_of(page.obj, page.on)


def _inferiors(queryset, page):
    return queryset.inferiors_of(page.obj, page.on)


@register
class OrganizationLedger(Ledger):
    model = PartyOrganization
    noun = "organization"
    title = "党组织台账"
    table = tables.OrganizationTable
    filters = filters.OrganizationFilters
    ordering = ("path",)
    sections = (
        Panel("需要核对", "orgs/warnings_fragment.html", warnings_of, first=True),
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
            table=tables.MemberCountTable,
            limit=8,
            empty="还没有登记党员人数。",
        ),
        Rows(
            "联建单位",
            FormationPartner,
            "organization",
            table=tables.FormationPartnerTable,
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


@register
class UnitLedger(Ledger):
    model = Unit
    noun = "unit"
    title = "单位台账"
    table = tables.UnitTable
    filters = filters.UnitFilters
    form = UnitForm
    change_verb = "organise"
    sections = (
        LEADING,
        SECONDED_BY_RANK,
        Rows(
            "负责人",
            Post,
            "unit",
            columns=POSTS,
            holding=False,
            list_filter="unit",
            empty="还没有登记负责人。",
        ),
        Rows(
            "人员",
            Person,
            "unit",
            columns=("name", "office", "rank", "phone"),
            list_filter="unit",
            empty="还没有登记人员。",
        ),
        Rows("下属单位", Unit, "parent", columns=("name", "kind"), quiet=True),
        Rows(
            "抽调出去的人员",
            Secondment,
            "home_unit",
            columns=("person", "rank", "to_unit", "since"),
            list_filter="home_unit",
            quiet=True,
        ),
        Rows(
            "抽调来的人员",
            Secondment,
            "to_unit",
            columns=("person", "rank", "home_unit", "desk", "since"),
            list_filter="to_unit",
            limit=10,
            quiet=True,
        ),
    )


@register
class PersonLedger(Ledger):
    model = Person
    noun = "person"
    path = "people"
    title = "人员台账"
    intro = "干部和任职人员，不含居民"
    table = tables.PersonTable
    filters = filters.PersonFilters
    form = PersonForm
    bulk = ("unit", "office", "rank", "party_status", "home_branch", "division")
    sections = (
        Rows(
            "任职",
            Post,
            "person",
            columns=("body", "role", "since", "until", "appointed_by"),
            holding=False,
            empty="没有任职记录。",
        ),
        Rows(
            "抽调",
            Secondment,
            "person",
            columns=("to_unit", "rank", "desk", "since", "until"),
            holding=False,
            empty="没有抽调记录。",
        ),
        Rows(
            "临时党组织",
            TemporaryMembership,
            "person",
            table=tables.TemporaryMembershipTable,
            holding=False,
            quiet=True,
        ),
    )


@register
class PostLedger(Ledger):
    model = Post
    noun = "post"
    origin = "在党组织的页面任命书记后会列在这里。"
    title = "任职台账"
    table = tables.PostTable
    filters = filters.PostFilters
    search = ("person__search_text", "organization__search_text", "unit__search_text")
    search_hint = "姓名、党组织或单位"

    def annotated(self, queryset, on):
        return queryset.annotate(body=Coalesce("organization__name", "unit__name"))


@register
class SecondmentLedger(Ledger):
    model = Secondment
    noun = "secondment"
    title = "抽调人员台账"
    table = tables.SecondmentTable
    filters = filters.SecondmentFilters
    search = ("person__search_text", "home_unit__search_text", "to_unit__search_text")
    search_hint = "姓名或单位"


extend(PartyOrganization, ORGANIZATION_ACTIONS, TEMPORARY_MEMBERS)
extend(Person, PERSON_ACTIONS)
extend(Post, POST_ACTIONS)
extend(Secondment, SECONDMENT_ACTIONS)
extend(Unit, UNIT_ACTIONS)
