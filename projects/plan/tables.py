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
from orgs.models import Person
from projects import models
from projects.lights import WORDS
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
        "进度灯", choices=list(WORDS.items()), tones={c: c for c in "rag"}, width=8
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


class ProjectOrganizationTable(LedgerTable):
    """For the pages of a project and of a Party organisation."""

    row_model = models.ProjectOrganization
    organization = Column(
        "党组织", "organization__name", to="orgs.PartyOrganization", key="organization_id"
    )
    project = project_column()
    level = ChoiceColumn()
    since = DateColumn("起")
    until = DateColumn("止")


class EvaluationTable(LedgerTable):
    """For the page of a project."""

    row_model = models.Evaluation
    evaluated_on = DateColumn()
    axis = ChoiceColumn()
    verdict = ChoiceColumn(tones={"good": "g", "fair": "a", "poor": "r"})
    asked = NumberColumn()
    satisfied = NumberColumn()


class SupervisorTable(LedgerTable):
    """For the pages of projects and persons."""

    row_model = models.Supervisor
    person = Column("监督员", "person__name", to=Person, key="person_id", css="nowrap")
    project = project_column()
    since = DateColumn("起")
    until = DateColumn("止")


class PlanChangeTable(LedgerTable):
    """For the page of a milestone."""

    row_model = models.PlanChange
    changed_on = DateColumn()
    was_on = DateColumn()
    becomes_on = DateColumn()
    reason = Column()
