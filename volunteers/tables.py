"""Columns of the volunteers' ledgers."""

from ledgers.columns import (
    ChoiceColumn,
    Column,
    DateColumn,
    MomentColumn,
    NumberColumn,
    PhoneColumn,
    SelfColumn,
)
from ledgers.tables import LedgerTable
from volunteers import models

PINYIN = ("search_text",)


def place_column(path="division"):
    """The division of a row, by its short name."""
    return Column("所在区划", f"{path}__short_name", css="nowrap", order_by=f"{path}_id")


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


class TeamTable(LedgerTable):
    row_model = models.Team
    name = SelfColumn("队伍", order_by=PINYIN)
    kind = ChoiceColumn()
    division = place_column()
    leader = Column("队长", "leader__name", css="nowrap", order_by="leader__search_text")
    members = NumberColumn()
    project = Column("攻坚项目", "project__name", order_by="project__search_text")
    tasks = Column(width=30)
    since = DateColumn("组建日期")


class ActivityTable(LedgerTable):
    row_model = models.Activity
    title = SelfColumn(order_by="title", width=30)
    kind = ChoiceColumn()
    held_on = DateColumn()
    division = place_column()
    team = Column("队伍", "team__name", order_by="team__search_text")
    participants = NumberColumn()
    result = Column()


class FrontageAgreementTable(LedgerTable):
    row_model = models.FrontageAgreement
    number = SelfColumn(order_by="number", width=16)
    version = ChoiceColumn("文本", "template__version")
    party_kind = ChoiceColumn()
    party = Column("单位（商户）", "party__name", order_by="party__search_text")
    premises = Column(width=28)
    division = place_column()
    since = DateColumn("签订日期")
    until = DateColumn("失效日期")


class HonourTable(LedgerTable):
    row_model = models.Honour
    kind = ChoiceColumn(to="self", key="pk")
    bearer = Column("获得者")
    division = place_column()
    nominated_by = Column()
    since = DateColumn("授予日期")
    until = DateColumn("撤销日期")


class RoadChiefTable(LedgerTable):
    row_model = models.RoadChief
    person = SelfColumn("路长", "person__name", css="nowrap", order_by="person__search_text")
    level = ChoiceColumn()
    road = Column("路段", "road__name", order_by="road__search_text")
    starts_at = Column("起点", "road__starts_at")
    ends_at = Column("止点", "road__ends_at")
    division = place_column("road__division")
    phone = PhoneColumn("电话", "person__phone")
    since = DateColumn("起")
    until = DateColumn("止")


class PatrolFindingTable(LedgerTable):
    row_model = models.PatrolFinding
    finding = SelfColumn("问题描述", order_by="finding", width=30)
    aspect = ChoiceColumn()
    road = Column("路段", "patrol__chief__road__name", order_by="patrol__chief__road__search_text")
    division = place_column("patrol__chief__road__division")
    patrolled_at = MomentColumn("巡查时间", "patrol__patrolled_at")
    chief = Column("巡查路长", "patrol__chief__person__name", css="nowrap", orderable=False)
    responsible_unit = Column(
        "责任单位", "responsible_unit__name", order_by="responsible_unit__search_text"
    )
    due_on = DateColumn()
    closed_on = DateColumn()


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


class RoadPatrolTable(LedgerTable):
    """For the page of a road chief."""

    row_model = models.RoadPatrol
    patrolled_at = MomentColumn()
    remark = Column()
