"""Columns of pairings, paired cadres, and what branches and groups cover."""

from courtyards.models import (
    BranchCoverage,
    BranchPairing,
    Building,
    Courtyard,
    GroupCoverage,
    PairedCadre,
)
from ledgers.columns import (
    ChoiceColumn,
    Column,
    DateColumn,
    PhoneColumn,
    SelfColumn,
)
from ledgers.pages.tables import LedgerTable


class BranchPairingTable(LedgerTable):
    row_model = BranchPairing
    unit = SelfColumn("单位", "unit__name", order_by="unit__search_text")
    organization = Column("楼院党支部", "organization__name", order_by="organization__search_text")
    division = Column(
        "社区", "organization__division__short_name", order_by="organization__division_id"
    )
    agreement = Column()
    since = DateColumn("联建日期")
    until = DateColumn("终止日期")


class PairedCadreTable(LedgerTable):
    row_model = PairedCadre
    person = SelfColumn("干部", "person__name", css="nowrap", order_by="person__search_text")
    unit = Column("派出单位", "unit__name", order_by="unit__search_text")
    office = Column("职务", "person__office")
    capacity = ChoiceColumn()
    courtyard = Column(
        "包联楼院",
        "courtyard__name",
        order_by="courtyard__search_text",
        to=Courtyard,
        key="courtyard_id",
    )
    division = Column(
        "社区", "courtyard__division__short_name", css="nowrap", order_by="courtyard__division_id"
    )
    phone = PhoneColumn("电话", "person__phone")
    since = DateColumn("到岗日期")
    until = DateColumn("离岗日期")


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
