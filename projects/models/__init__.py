"""Programmes, projects, their plan, their weekly figures, what residents decided, what is wrong."""

from projects.models.civic import CivicProcess, CivicStep, Opinion, StoolMeeting
from projects.models.demolition import DemolitionCase, DemolitionDispute
from projects.models.handling import Handling
from projects.models.money import MoneySheet
from projects.models.onsite import StationEntry, ToiletCount
from projects.models.plan import (
    Milestone,
    Programme,
    Project,
    ProjectOrganization,
    Road,
)
from projects.models.problems import FollowUpVisit, Problem, SupervisionOrder
from projects.models.reporting import Indicator, Period, Reading, Report, ReportStep, Target
from projects.models.schedule import PlanChange, StatusNote
from projects.models.sites import (
    DemolitionRecord,
    DemolitionRound,
    RedStation,
    WorkShift,
)
from projects.models.supervision import Evaluation, Supervisor, SupervisorNote

__all__ = [
    "CivicProcess",
    "CivicStep",
    "DemolitionCase",
    "DemolitionDispute",
    "DemolitionRecord",
    "DemolitionRound",
    "Evaluation",
    "FollowUpVisit",
    "Handling",
    "Indicator",
    "Milestone",
    "MoneySheet",
    "Opinion",
    "Period",
    "PlanChange",
    "Problem",
    "Programme",
    "Project",
    "ProjectOrganization",
    "Reading",
    "RedStation",
    "Report",
    "ReportStep",
    "Road",
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
