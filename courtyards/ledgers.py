"""The courtyards' ledgers."""

from django.db.models import Case, CharField, Value, When

from courtyards import actions, filters, sections, tables
from courtyards.chain import building_chain, courtyard_chain
from courtyards.ledger_forms import BuildingForm, CourtyardForm
from courtyards.models import (
    BranchCoverage,
    BranchPairing,
    Building,
    Courtyard,
    GroupCoverage,
    Headship,
    PairedCadre,
    SelfManagementCommittee,
    Survey,
)
from courtyards.querysets import standing
from ledgers.ledger import Ledger
from ledgers.lookups import Lookup
from ledgers.registry import add_page, extend, register
from ledgers.sections import Panel, Rows
from orgs.models import Division, PartyOrganization, Person, Unit

CHAIN = "courtyards/chain_fragment.html"


@register
class CourtyardLedger(Ledger):
    model = Courtyard
    noun = "courtyard"
    title = "无主管楼院（片区）台账"
    table = tables.CourtyardTable
    filters = filters.CourtyardFilters
    form = CourtyardForm
    bulk = ("kind", "division", "built", "original_owner", "main_problems", "remark")
    sections = (
        Panel("谁负责", CHAIN, courtyard_chain, first=True),
        Rows(
            "楼栋",
            Building,
            "courtyard",
            columns=("name", "entrances", "floors", "head_name", "group_name"),
            list_filter="courtyard",
            add="courtyard",
            empty="还没有登记楼栋。",
        ),
        Rows(
            "摸排数据",
            Survey,
            "courtyard",
            columns=(
                "surveyed_on",
                "buildings",
                "households",
                "residents",
                "elderly",
                "party_members",
            ),
            limit=8,
            list_filter="courtyard",
            empty="还没有摸排数据，请在摸排后登记。",
        ),
        Rows(
            "历任楼院长",
            Headship,
            "courtyard",
            columns=("person", "phone", "since", "until", "appointed_by"),
            holding=False,
            empty="还没有任命过楼院长。",
        ),
        Rows(
            "党支部",
            BranchCoverage,
            "courtyard",
            table=tables.BranchCoverageTable,
            columns=("organization", "formation", "since", "until"),
            holding=False,
            order=("-since",),
            empty="还没有党支部覆盖本楼院。",
        ),
        Rows(
            "自管会",
            SelfManagementCommittee,
            "courtyard",
            columns=("name", "members", "since", "until"),
            holding=False,
            empty="还没有成立自管会。",
        ),
        Rows(
            "包联干部",
            PairedCadre,
            "courtyard",
            columns=("person", "unit", "capacity", "phone", "since", "until"),
            holding=False,
            empty="还没有下派包联干部。",
        ),
    )

    lookups = (
        Lookup(
            lambda on: Survey.objects.filter(surveyed_on__lte=on),
            "courtyard_id",
            {
                "surveyed_buildings": "buildings",
                "households": "households",
                "households_qualifier": "households_qualifier",
                "residents": "residents",
                "residents_qualifier": "residents_qualifier",
            },
            order=("-surveyed_on", "-pk"),
        ),
        Lookup(Headship.objects.on, "courtyard_id", {"head_name": "person__name"}),
        Lookup(standing(BranchCoverage), "courtyard_id", {"branch_name": "organization__name"}),
        Lookup(SelfManagementCommittee.objects.on, "courtyard_id", {"committee": "name"}),
        Lookup(
            PairedCadre.objects.on,
            "courtyard_id",
            {"cadre_name": "person__name", "cadre_unit": "unit__name"},
        ),
    )


@register
class BuildingLedger(Ledger):
    model = Building
    noun = "building"
    table = tables.BuildingTable
    filters = filters.BuildingFilters
    form = BuildingForm
    bulk = ("entrances", "floors", "since")
    sections = (
        Panel("谁负责", CHAIN, building_chain, first=True),
        Rows(
            "历任楼栋长",
            Headship,
            "building_id",
            columns=("person", "phone", "since", "until", "appointed_by"),
            holding=False,
            empty="还没有任命过楼栋长。",
        ),
        Rows(
            "党小组",
            GroupCoverage,
            "building",
            table=tables.GroupCoverageTable,
            columns=("organization", "since", "until"),
            holding=False,
            order=("-since",),
            empty="还没有党小组覆盖本楼栋。",
        ),
    )

    lookups = (
        Lookup(Headship.objects.on, "building_id", {"head_name": "person__name"}),
        Lookup(standing(GroupCoverage), "building_id", {"group_name": "organization__name"}),
    )

    def heading(self, obj):
        return obj.full_name


@register
class HeadshipLedger(Ledger):
    model = Headship
    noun = "headship"
    origin = "在楼院或楼栋的页面点“任命楼院长”“任命楼栋长”登记。"
    title = "楼院长、楼栋长台账"
    table = tables.HeadshipTable
    filters = filters.HeadshipFilters
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
    origin = "在楼院的页面登记自管会。"
    table = tables.CommitteeTable
    filters = filters.CommitteeFilters
    search = ("search_text", "courtyard__search_text")


@register
class BranchPairingLedger(Ledger):
    model = BranchPairing
    noun = "branch_pairing"
    origin = "在单位的页面登记支部联建。"
    table = tables.BranchPairingTable
    filters = filters.BranchPairingFilters
    search = ("unit__search_text", "organization__search_text")
    search_hint = "单位或党支部"


@register
class PairedCadreLedger(Ledger):
    model = PairedCadre
    noun = "paired_cadre"
    origin = "在楼院的页面登记包联干部。"
    title = "包联干部台账"
    table = tables.PairedCadreTable
    filters = filters.PairedCadreFilters
    search = ("person__search_text", "unit__search_text", "courtyard__search_text")
    search_hint = "干部、单位或楼院"


@register
class SurveyLedger(Ledger):
    model = Survey
    noun = "survey"
    origin = "在楼院的页面登记摸排数据。"
    table = tables.SurveyTable
    filters = filters.SurveyFilters
    search = ("courtyard__search_text",)
    search_hint = "楼院"
    as_of = "surveyed_on"


add_page("orgs", "三级组织架构", "courtyards:structure_list")
extend(PartyOrganization, *sections.OF_ORGANIZATION)
extend(Unit, *sections.OF_UNIT)
extend(Person, *sections.OF_PERSON)
extend(Division, *sections.OF_DIVISION)

extend(Courtyard, actions.COURTYARD_ACTIONS)
extend(Building, actions.BUILDING_ACTIONS)
extend(Headship, actions.HEADSHIP_ACTIONS)
extend(PairedCadre, actions.CADRE_ACTIONS)
extend(BranchPairing, actions.PAIRING_ACTIONS)
extend(Unit, actions.UNIT_ACTIONS)
