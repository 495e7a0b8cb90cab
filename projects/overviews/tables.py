"""Columns of money sheets and status notes."""

from ledgers.columns import ChoiceColumn, Column, DateColumn, NumberColumn
from ledgers.pages.tables import LedgerTable
from projects import models
from projects.tables import place_column, project_column


class MoneySheetTable(LedgerTable):
    row_model = models.MoneySheet
    as_of = DateColumn(to="self", key="pk")
    project = project_column()
    division = place_column("project__division")
    total_wan = NumberColumn()
    central_wan = NumberColumn()
    provincial_wan = NumberColumn()
    city_wan = NumberColumn()
    county_wan = NumberColumn()
    residents_wan = NumberColumn()
    social_wan = NumberColumn()
    gap = NumberColumn("资金缺口（万元）", "gap")
    contracted_wan = NumberColumn()
    paid_wan = NumberColumn()
    reason = Column()


class StatusNoteTable(LedgerTable):
    row_model = models.StatusNote
    noted_on = DateColumn(to="self", key="pk")
    project = project_column()
    status = ChoiceColumn(
        tones={"in_use": "green", "trial": "green", "building": "amber", "paused": "red"}
    )
    note = Column(width=36)
    next_step = Column(width=30)
