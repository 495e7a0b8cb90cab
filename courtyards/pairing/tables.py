"""Columns of pairings, paired cadres, and what branches and groups cover."""

from courtyards.models import (
    BranchPairing,
    Courtyard,
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
