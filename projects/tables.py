"""Columns of the projects' ledgers."""

from courtyards.models import Courtyard
from ledgers.columns import (
    ChoiceColumn,
    Column,
    DateColumn,
    FlagColumn,
    NumberColumn,
    PhoneColumn,
    SelfColumn,
    SoftColumn,
)
from ledgers.tables import LedgerTable
from orgs.models import Person
from projects import models
from projects.lights import GREY, WORDS
from projects.problem_tables import LateColumn

PINYIN = ("search_text",)


def project_column(**kwargs):
    """The project that a row belongs to, leading to its page."""
    return Column(
        "项目",
        "project__name",
        order_by="project__search_text",
        to=models.Project,
        key="project_id",
        **kwargs,
    )


def place_column(path="division"):
    """The division of a row, by its short name."""
    return Column("所在区划", f"{path}__short_name", css="nowrap", order_by=f"{path}_id")


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


class MilestoneTable(LedgerTable):
    row_model = models.Milestone
    stage = Column("阶段", "stage_word", to="self", key="pk")
    project = project_column()
    division = place_column("project__division")
    planned_on = DateColumn()
    actual_on = DateColumn()
    note = Column()


class DemolitionRecordTable(LedgerTable):
    row_model = models.DemolitionRecord
    demolished_on = DateColumn(to="self", key="pk")
    project = project_column()
    division = place_column("project__division")
    kind = ChoiceColumn(width=24)
    places = NumberColumn()
    area_m2 = SoftColumn(qualifier="area_qualifier")
    legal_basis = Column()
    is_disputed = FlagColumn(tones={True: "amber"})


class DemolitionRoundTable(LedgerTable):
    row_model = models.DemolitionRound
    policy = SelfColumn(order_by="policy")
    project = project_column()
    division = place_column("project__division")
    members_first = NumberColumn()
    since = DateColumn("开始日期")
    until = DateColumn("结束日期")
    rechecked_on = DateColumn()
    left_over = NumberColumn()


class RedStationTable(LedgerTable):
    row_model = models.RedStation
    name = SelfColumn("红色驿站", order_by=PINYIN)
    project = project_column()
    division = place_column("project__division")
    host = Column("依托单位", "host__name", order_by="host__search_text")
    location = Column()
    services = Column()
    since = DateColumn("设立日期")


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


class CivicProcessTable(LedgerTable):
    row_model = models.CivicProcess
    matter = SelfColumn(order_by="matter")
    kind = ChoiceColumn(width=18)
    proposed_by = ChoiceColumn()
    owners_matter = ChoiceColumn(width=18)
    division = place_column()
    project = project_column()
    status = ChoiceColumn(
        tones={"running": "amber", "closed": "green", "rejected": "red", "returned": "red"}
    )
    opened_on = DateColumn()
    closed_on = DateColumn()


class StoolMeetingTable(LedgerTable):
    row_model = models.StoolMeeting
    topic = SelfColumn(order_by="topic", width=30)
    held_on = DateColumn()
    division = place_column()
    courtyard = Column(
        "楼院",
        "courtyard__name",
        order_by="courtyard__search_text",
        to=Courtyard,
        key="courtyard_id",
    )
    project = project_column()
    host = Column()
    attendees = NumberColumn()


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


class FollowUpTable(LedgerTable):
    """For the page of a project."""

    row_model = models.FollowUpVisit
    visited_on = DateColumn()
    kind = ChoiceColumn()
    organization = Column("党组织", "organization__name")
    finding = Column()
    due_on = DateColumn()
    result = Column()


class EvaluationTable(LedgerTable):
    """For the page of a project."""

    row_model = models.Evaluation
    evaluated_on = DateColumn()
    axis = ChoiceColumn()
    verdict = ChoiceColumn(tones={"good": "green", "fair": "amber", "poor": "red"})
    asked = NumberColumn()
    satisfied = NumberColumn()


class HandlingTable(LedgerTable):
    """For the pages of problems, orders and persons."""

    row_model = models.Handling
    person = Column("经办人", "person__name", to=Person, key="person_id", css="nowrap")
    phone = PhoneColumn("电话", "person__phone")
    problem = Column("问题", "problem__title", to=models.Problem, key="problem_id")
    order = Column("督办单", "order__title", to=models.SupervisionOrder, key="order_id")
    since = DateColumn("起")
    until = DateColumn("止")


class SupervisorTable(LedgerTable):
    """For the pages of projects and persons."""

    row_model = models.Supervisor
    person = Column("监督员", "person__name", to=Person, key="person_id", css="nowrap")
    project = project_column()
    since = DateColumn("起")
    until = DateColumn("止")
