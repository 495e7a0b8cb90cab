"""Programmes, projects, their plan, their weekly figures, what residents decided, what is wrong."""

from projects.models.civic import CivicProcess, CivicStep, Opinion, OwnersMatter, StoolMeeting
from projects.models.civic_notice import CivicObjection, EarlyStart
from projects.models.civic_rules import CivicRule, Share
from projects.models.demolition import DemolitionCase, DemolitionDispute
from projects.models.follow_ups import FollowUpVisit
from projects.models.handling import Handling
from projects.models.money import MoneySheet
from projects.models.onsite import StationEntry, ToiletCount
from projects.models.orders import OrderProblem, OrderStep, SupervisionOrder
from projects.models.plan import (
    Milestone,
    Programme,
    Project,
    ProjectOrganization,
    Road,
)
from projects.models.problem_steps import ProblemLink, ProblemStep
from projects.models.problems import Problem, ProblemCategory
from projects.models.reporting import Indicator, Period, Reading, Report, ReportStep, Target
from projects.models.schedule import PlanChange, StatusNote
from projects.models.sites import (
    DemolitionRecord,
    DemolitionRound,
    RedStation,
    WorkShift,
)
from projects.models.supervision import Evaluation, Supervisor, SupervisorNote
from projects.models.voices import BeforeAfterPhoto, ResidentVoice
from projects.models.week import Holiday, ReportPhoto

__all__ = [
    "BeforeAfterPhoto",
    "CivicObjection",
    "CivicProcess",
    "CivicRule",
    "CivicStep",
    "DemolitionCase",
    "DemolitionDispute",
    "DemolitionRecord",
    "DemolitionRound",
    "EarlyStart",
    "Evaluation",
    "FollowUpVisit",
    "Handling",
    "Holiday",
    "Indicator",
    "Milestone",
    "MoneySheet",
    "Opinion",
    "OwnersMatter",
    "OrderProblem",
    "OrderStep",
    "Period",
    "PlanChange",
    "Problem",
    "ProblemCategory",
    "ProblemLink",
    "ProblemStep",
    "Programme",
    "Project",
    "ProjectOrganization",
    "Reading",
    "RedStation",
    "Report",
    "ReportPhoto",
    "ReportStep",
    "ResidentVoice",
    "Road",
    "Share",
    "StationEntry",
    "StatusNote",
    "StoolMeeting",
    "SupervisionOrder",
    "Supervisor",
    "SupervisorNote",
    "Target",
    "ToiletCount",
    "WorkShift",
]
