"""Columns of Party organisations."""

from ledgers.columns import (
    ChoiceColumn,
    Column,
    DateColumn,
    HolderColumn,
    NumberColumn,
    SelfColumn,
)
from ledgers.pages.tables import PINYIN, LedgerTable
from orgs.models import (
    FormationPartner,
    MemberCount,
    PartyOrganization,
    Unit,
)


class OrganizationTable(LedgerTable):
    row_model = PartyOrganization
    name = SelfColumn("党组织", order_by=PINYIN, width=32)
    kind = ChoiceColumn()
    formation = ChoiceColumn()
    division = Column("所在区划", "division__short_name", css="nowrap", order_by="division_id")
    leader_name = HolderColumn("书记（组长）", css="nowrap")
    members = NumberColumn("党员（人）")
    established_on = DateColumn()
    term_end = DateColumn()
    dissolved_on = DateColumn()


class MemberCountTable(LedgerTable):
    """For the page of a Party organisation."""

    row_model = MemberCount
    counted_on = DateColumn()
    full_members = NumberColumn()
    probationary_members = NumberColumn()


class FormationPartnerTable(LedgerTable):
    """For the page of a Party organisation."""

    row_model = FormationPartner
    unit = Column("联建单位", "unit__name", to=Unit, key="unit_id")
    kind = ChoiceColumn("类别", "unit__kind")
