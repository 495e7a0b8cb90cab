"""The ledgers of courtyards, buildings and surveys."""

from courtyards.models import (
    BranchCoverage,
    Building,
    Courtyard,
    GroupCoverage,
    Headship,
    PairedCadre,
    SelfManagementCommittee,
    Survey,
)
from courtyards.places.filters import BuildingFilters, CourtyardFilters, SurveyFilters
from courtyards.places.ledger_forms import BuildingForm, CourtyardForm
from courtyards.places.tables import (
    BranchCoverageTable,
    BuildingTable,
    CourtyardTable,
    GroupCoverageTable,
    SurveyTable,
)
from courtyards.querysets import standing
from courtyards.who_answers import building_chain, courtyard_chain
from ledgers.pages.ledger import Ledger
from ledgers.pages.related_values import Lookup
from ledgers.pages.sections import Panel, Rows
from ledgers.registry import register

CHAIN = "courtyards/who_answers_fragment.html"


@register
class CourtyardLedger(Ledger):
    model = Courtyard
    noun = "courtyard"
    tab_position = 1
    title = "无主管楼院（片区）台账"
    table = CourtyardTable
    filters = CourtyardFilters
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
            table=BranchCoverageTable,
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
    tab_position = 2
    table = BuildingTable
    filters = BuildingFilters
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
            table=GroupCoverageTable,
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
class SurveyLedger(Ledger):
    model = Survey
    noun = "survey"
    tab_position = 7
    origin = "在楼院的页面登记摸排数据。"
    table = SurveyTable
    filters = SurveyFilters
    search = ("courtyard__search_text",)
    search_hint = "楼院"
    as_of = "surveyed_on"
