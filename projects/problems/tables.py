"""Columns of problems, orders, follow-up visits and their handlers."""

from courtyards.models import Courtyard
from ledgers.columns import (
    ChoiceColumn,
    Column,
    DateColumn,
    NumberColumn,
    SelfColumn,
)
from ledgers.pages.tables import LedgerTable
from projects import models
from projects.tables import place_column, project_column


class LateColumn(NumberColumn):
    """How many days a deadline has passed, in red; the header says so in words."""

    def show(self, value):
        text, tone = super().show(value)
        return text, "red" if value else tone


class ProblemTable(LedgerTable):
    row_model = models.Problem
    title = SelfColumn(order_by="title")
    state = ChoiceColumn(
        "状态",
        choices=[
            ("open", "在办"),
            ("overdue", "超期"),
            ("waiting", "待核实"),
            *models.Problem.Ending.choices,
        ],
        tones={"open": "amber", "overdue": "red", "waiting": "amber", "mended": "green"},
    )
    late = LateColumn("超期（天）")
    category = ChoiceColumn()
    source = ChoiceColumn()
    division = place_column()
    courtyard = Column(
        "楼院",
        "courtyard__name",
        order_by="courtyard__search_text",
        to=Courtyard,
        key="courtyard_id",
    )
    project = project_column()
    road = Column("路段", "road__name", order_by="road__search_text")
    responsible_unit = Column(
        "责任单位", "responsible_unit__name", order_by="responsible_unit__search_text"
    )
    raised_on = DateColumn()
    due_on = DateColumn()
    closed_on = DateColumn()
    reopened_times = NumberColumn("重新提出（次）")


class OrderTable(LedgerTable):
    row_model = models.SupervisionOrder
    number = SelfColumn("编号", order_by="number", width=14)
    title = Column()
    state = ChoiceColumn(
        "状态",
        choices=[
            ("open", "在办"),
            ("overdue", "超期"),
            ("waiting", "待认可"),
            ("closed", "已办结"),
        ],
        tones={"open": "amber", "overdue": "red", "waiting": "amber", "closed": "green"},
    )
    late = LateColumn("超期（天）")
    to_unit = Column("承办单位", "to_unit__name", order_by="to_unit__search_text")
    division = place_column()
    issued_on = DateColumn()
    due_on = DateColumn()
    replied_on = DateColumn()
    closed_on = DateColumn()


class FollowUpLedgerTable(LedgerTable):
    row_model = models.FollowUpVisit
    project = SelfColumn("项目", "project__name", order_by="project__search_text")
    visited_on = DateColumn()
    kind = ChoiceColumn()
    organization = Column("党组织", "organization__name")
    finding = Column(width=30)
    due_on = DateColumn()
    result = Column(width=24)
    next_visit_on = DateColumn()
    problem = Column("转为的问题", "problem__title", to=models.Problem, key="problem_id")
