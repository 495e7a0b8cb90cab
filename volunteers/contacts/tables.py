"""Columns of contact duties, doors and villagers' groups."""

from ledgers.columns import (
    ChoiceColumn,
    Column,
    DateColumn,
    NumberColumn,
    PhoneColumn,
    SelfColumn,
)
from ledgers.pages.tables import PINYIN, LedgerTable
from volunteers import models
from volunteers.tables import place_column


class ContactDutyTable(LedgerTable):
    row_model = models.ContactDuty
    person = SelfColumn("包联人", "person__name", css="nowrap", order_by="person__search_text")
    office = Column("职务", "person__office")
    tier = ChoiceColumn()
    target = Column("包联对象")
    division = place_column()
    phone = PhoneColumn("电话", "person__phone")
    since = DateColumn("起")
    until = DateColumn("止")


class HouseholdTable(LedgerTable):
    row_model = models.Household
    door = SelfColumn("门牌", order_by="door")
    division = place_column()
    group = Column("村民小组", "group__name", order_by="group__search_text")
    building = Column("楼栋", "building__name", order_by="building__search_text")


class VillagersGroupTable(LedgerTable):
    row_model = models.VillagersGroup
    name = SelfColumn("村民小组", order_by=PINYIN)
    division = Column("村", "division__short_name", css="nowrap", order_by="division_id")
    town = Column("乡镇", "division__parent__short_name", css="nowrap", order_by="division_id")


class VisitTable(LedgerTable):
    """For the page of a contact duty."""

    row_model = models.Visit
    visited_on = DateColumn()
    matter = Column()
    agreed = NumberColumn()
    hesitant = NumberColumn()
    opposed = NumberColumn()
    result = Column()
