"""The ledgers of units, people, posts and secondments."""

from django.db.models.functions import Coalesce

from ledgers.pages.ledger import Ledger
from ledgers.pages.sections import Rows
from ledgers.registry import register
from orgs.models import (
    Person,
    Post,
    Secondment,
    TemporaryMembership,
    Unit,
)
from orgs.people.filters import PersonFilters, PostFilters, SecondmentFilters, UnitFilters
from orgs.people.forms import PersonForm, UnitForm
from orgs.people.sections import LEADING, SECONDED_BY_RANK
from orgs.people.tables import (
    PersonTable,
    PostTable,
    SecondmentTable,
    TemporaryMembershipTable,
    UnitTable,
)
from orgs.tables import POSTS


@register
class UnitLedger(Ledger):
    model = Unit
    noun = "unit"
    tab_position = 3
    title = "单位台账"
    table = UnitTable
    filters = UnitFilters
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
    tab_position = 4
    path = "people"
    title = "人员台账"
    intro = "干部和任职人员，不含居民"
    table = PersonTable
    filters = PersonFilters
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
            table=TemporaryMembershipTable,
            holding=False,
            quiet=True,
        ),
    )


@register
class PostLedger(Ledger):
    model = Post
    noun = "post"
    tab_position = 5
    origin = "在党组织的页面任命书记后会列在这里。"
    title = "任职台账"
    table = PostTable
    filters = PostFilters
    search = ("person__search_text", "organization__search_text", "unit__search_text")
    search_hint = "姓名、党组织或单位"

    def annotated(self, queryset, on):
        return queryset.annotate(body=Coalesce("organization__name", "unit__name"))


@register
class SecondmentLedger(Ledger):
    model = Secondment
    noun = "secondment"
    tab_position = 6
    title = "抽调人员台账"
    table = SecondmentTable
    filters = SecondmentFilters
    search = ("person__search_text", "home_unit__search_text", "to_unit__search_text")
    search_hint = "姓名或单位"
