"""Programmes, projects, their plan, their weekly figures, what residents decided, what is wrong."""

from projects.models.civic import CivicProcess, CivicStep, Opinion, StoolMeeting
from projects.models.follow_ups import FollowUpVisit
from projects.models.handling import Handling
from projects.models.orders import OrderStep, SupervisionOrder
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
    "DemolitionRecord",
    "DemolitionRound",
    "Evaluation",
    "FollowUpVisit",
    "Handling",
    "Indicator",
    "Milestone",
    "Opinion",
    "OrderStep",
    "Period",
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
    "ReportStep",
    "Road",
    "StoolMeeting",
    "SupervisionOrder",
    "Supervisor",
    "SupervisorNote",
    "Target",
    "WorkShift",
]
