"""Columns of units, people, posts and secondments."""

from ledgers.columns import (
    ChoiceColumn,
    Column,
    DateColumn,
    PhoneColumn,
    SelfColumn,
)
from ledgers.pages.tables import PINYIN, LedgerTable
from orgs.models import (
    PartyOrganization,
    Person,
    Post,
    Secondment,
    TemporaryMembership,
    Unit,
)


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


class TemporaryMembershipTable(LedgerTable):
    """For the page of a person."""

    row_model = TemporaryMembership
    organization = Column(
        "临时党组织", "organization__name", to=PartyOrganization, key="organization_id"
    )
    since = DateColumn("编入日期")
    until = DateColumn("退出日期")
