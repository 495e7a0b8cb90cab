"""Columns of the organisation's ledgers."""

from ledgers.columns import (
    ChoiceColumn,
    CodeColumn,
    Column,
    DateColumn,
    HolderColumn,
    NumberColumn,
    PhoneColumn,
    SelfColumn,
)
from ledgers.tables import LedgerTable
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

PINYIN = ("search_text",)


class DivisionTable(LedgerTable):
    row_model = Division
    name = SelfColumn(order_by=PINYIN)
    short_name = Column(order_by=PINYIN)
    level = ChoiceColumn()
    parent = Column("上级", "parent__name", order_by="parent_id")
    code = CodeColumn()
    abolished_on = DateColumn()


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


class UnitTable(LedgerTable):
    row_model = Unit
    name = SelfColumn("单位", order_by=PINYIN)
    short_name = Column(order_by=PINYIN)
    kind = ChoiceColumn()
    division = Column("所在区划", "division__short_name", css="nowrap", order_by="division_id")
    parent = Column("上级单位", "parent__name", order_by="parent__search_text")
    established_on = DateColumn()


class PersonTable(LedgerTable):
    row_model = Person
    name = SelfColumn("姓名", order_by=PINYIN)
    unit = Column("单位", "unit__name", order_by="unit__search_text")
    office = Column()
    rank = ChoiceColumn()
    party_status = ChoiceColumn()
    division = Column("所在区划", "division__short_name", css="nowrap", order_by="division_id")
    left_on = DateColumn()
    phone = PhoneColumn()


class PostTable(LedgerTable):
    row_model = Post
    person = SelfColumn("姓名", "person__name", css="nowrap", order_by="person__search_text")
    body = Column("党组织（单位）", order_by="body", width=32)
    role = ChoiceColumn()
    phone = PhoneColumn("电话", "person__phone")
    since = DateColumn("任职日期")
    until = DateColumn("离任日期")
    appointed_by = Column()


class SecondmentTable(LedgerTable):
    row_model = Secondment
    person = SelfColumn("姓名", "person__name", css="nowrap", order_by="person__search_text")
    rank = ChoiceColumn()
    home_unit = Column("原单位", "home_unit__name", order_by="home_unit__search_text")
    to_unit = Column("抽调至", "to_unit__name", order_by="to_unit__search_text")
    desk = Column()
    phone = PhoneColumn("电话", "person__phone")
    since = DateColumn("到岗日期")
    until = DateColumn("期满日期")


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


class TemporaryMembershipTable(LedgerTable):
    """For the page of a person."""

    row_model = TemporaryMembership
    organization = Column(
        "临时党组织", "organization__name", to=PartyOrganization, key="organization_id"
    )
    since = DateColumn("编入日期")
    until = DateColumn("退出日期")
