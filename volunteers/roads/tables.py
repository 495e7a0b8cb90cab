"""Columns of road chiefs and what their patrols find."""

from ledgers.columns import (
    ChoiceColumn,
    Column,
    DateColumn,
    MomentColumn,
    PhoneColumn,
    SelfColumn,
)
from ledgers.pages.tables import LedgerTable
from volunteers import models
from volunteers.tables import place_column


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


class RoadPatrolTable(LedgerTable):
    """For the page of a road chief."""

    row_model = models.RoadPatrol
    patrolled_at = MomentColumn()
    remark = Column()
