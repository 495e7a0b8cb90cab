"""Columns of projects, their milestones and who is in them."""

from ledgers.columns import (
    ChoiceColumn,
    Column,
    DateColumn,
    FlagColumn,
    NumberColumn,
    SelfColumn,
)
from ledgers.pages.tables import PINYIN, LedgerTable
from projects import models
from projects.lights import GREY, WORDS
from projects.tables import place_column, project_column


class ProjectTable(LedgerTable):
    row_model = models.Project
    name = SelfColumn("项目", order_by=PINYIN)
    kind = ChoiceColumn()
    line = ChoiceColumn("战线", "programme__line")
    division = place_column()
    lead_unit = Column("责任单位", "lead_unit__name", order_by="lead_unit__search_text")
    budget_wan = NumberColumn()
    started_on = DateColumn("开工日期")
    light = ChoiceColumn(
        "进度灯", choices=list(WORDS.items()), tones={c: c for c in WORDS if c != GREY}, width=8
    )
    is_demonstration = FlagColumn("示范点（段）")
    answerable = Column()


class MilestoneTable(LedgerTable):
    row_model = models.Milestone
    stage = Column("阶段", "stage_word", to="self", key="pk")
    project = project_column()
    division = place_column("project__division")
    planned_on = DateColumn()
    actual_on = DateColumn()
    note = Column()


class EvaluationTable(LedgerTable):
    """For the page of a project."""

    row_model = models.Evaluation
    evaluated_on = DateColumn()
    axis = ChoiceColumn()
    verdict = ChoiceColumn(tones={"good": "green", "fair": "amber", "poor": "red"})
    asked = NumberColumn()
    satisfied = NumberColumn()


class PlanChangeTable(LedgerTable):
    """For the page of a milestone."""

    row_model = models.PlanChange
    changed_on = DateColumn()
    was_on = DateColumn()
    becomes_on = DateColumn()
    reason = Column()
