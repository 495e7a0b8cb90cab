"""Columns of reports and readings."""

from ledgers.columns import (
    ChoiceColumn,
    Column,
    DateColumn,
    FlagColumn,
    NumberColumn,
    SelfColumn,
    SoftColumn,
)
from ledgers.pages.tables import LedgerTable
from projects import models
from projects.tables import place_column


class ReadingTable(LedgerTable):
    row_model = models.Reading
    project = SelfColumn("项目", "project__name", order_by="project__search_text")
    indicator = Column("指标", "indicator__name", order_by="indicator__position")
    value = SoftColumn(qualifier="qualifier")
    unit = Column("单位", "indicator__unit", orderable=False, width=10)
    day = DateColumn()
    division = place_column("project__division")
    verified_on = DateColumn()
    reason = Column("原因", "reason")


class ReportTable(LedgerTable):
    row_model = models.Report
    project = SelfColumn("项目", "project__name", order_by="project__search_text")
    year = NumberColumn("年", "period__year", width=8)
    week = NumberColumn("周次", "period__number", order_by="period__start", width=8)
    division = place_column()
    status = ChoiceColumn(
        tones={"due": "amber", "draft": "amber", "returned": "red", "approved": "green"}
    )
    no_change = FlagColumn()
    filed_on = DateColumn()
    remark = Column()
