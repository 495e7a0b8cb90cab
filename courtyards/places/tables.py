"""Columns of courtyards, buildings and surveys."""

from courtyards.models import (
    BranchCoverage,
    Building,
    Courtyard,
    GroupCoverage,
    Survey,
)
from ledgers.columns import (
    ChoiceColumn,
    Column,
    DateColumn,
    HolderColumn,
    NumberColumn,
    SelfColumn,
    SoftColumn,
    StateColumn,
)
from ledgers.pages.tables import PINYIN, LedgerTable


class CourtyardTable(LedgerTable):
    row_model = Courtyard
    name = SelfColumn("楼院（片区）", order_by=PINYIN)
    street = Column("街道", "division__parent__short_name", css="nowrap", order_by="division_id")
    division = Column("社区", "division__short_name", css="nowrap", order_by="division_id")
    kind = ChoiceColumn()
    surveyed_buildings = NumberColumn("楼栋（栋）")
    households = SoftColumn("户数（户）", qualifier="households_qualifier")
    residents = SoftColumn("人口（人）", qualifier="residents_qualifier")
    head_name = HolderColumn("楼院长", css="nowrap")
    branch_name = HolderColumn("党支部")
    committee = StateColumn("自管会")
    cadre_name = HolderColumn("包联干部", css="nowrap")
    cadre_unit = Column("派出单位")


class BuildingTable(LedgerTable):
    row_model = Building
    name = SelfColumn("楼栋", order_by=PINYIN)
    courtyard = Column(
        "楼院",
        "courtyard__name",
        order_by="courtyard__search_text",
        to=Courtyard,
        within=True,
        key="courtyard_id",
    )
    division = Column("社区", "division__short_name", css="nowrap", order_by="division_id")
    entrances = NumberColumn()
    floors = NumberColumn()
    head_name = HolderColumn("楼栋长", css="nowrap")
    group_name = HolderColumn("党小组")


class SurveyTable(LedgerTable):
    row_model = Survey
    surveyed_on = DateColumn(to="self", key="pk")
    courtyard = Column("楼院", "courtyard__name", order_by="courtyard__search_text")
    division = Column(
        "社区", "courtyard__division__short_name", css="nowrap", order_by="courtyard__division_id"
    )
    buildings = NumberColumn()
    entrances = NumberColumn()
    households = SoftColumn(qualifier="households_qualifier")
    residents = SoftColumn(qualifier="residents_qualifier")
    elderly = NumberColumn()
    party_members = NumberColumn()


class BranchCoverageTable(LedgerTable):
    """For detail pages: which branches cover a courtyard, which courtyards a branch covers."""

    row_model = BranchCoverage
    organization = Column(
        "党支部", "organization__name", to="orgs.PartyOrganization", key="organization_id"
    )
    formation = ChoiceColumn("组建方式", "organization__formation")
    courtyard = Column("楼院", "courtyard__name", to=Courtyard, key="courtyard_id")
    since = DateColumn("起")
    until = DateColumn("止")


class GroupCoverageTable(LedgerTable):
    """For detail pages: which groups cover a building, which buildings a group covers."""

    row_model = GroupCoverage
    organization = Column(
        "党小组", "organization__name", to="orgs.PartyOrganization", key="organization_id"
    )
    courtyard = Column("楼院", "building__courtyard__name")
    building = Column("楼栋", "building__name", to=Building, key="building_id")
    since = DateColumn("起")
    until = DateColumn("止")
