"""Columns of teams, activities and honours."""

from ledgers.columns import (
    ChoiceColumn,
    Column,
    DateColumn,
    NumberColumn,
    SelfColumn,
)
from ledgers.pages.tables import PINYIN, LedgerTable
from volunteers import models
from volunteers.tables import place_column


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


class HonourTable(LedgerTable):
    row_model = models.Honour
    kind = ChoiceColumn(to="self", key="pk")
    bearer = Column("获得者")
    division = place_column()
    nominated_by = Column()
    since = DateColumn("授予日期")
    until = DateColumn("撤销日期")
