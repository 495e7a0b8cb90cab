"""Teams, contact duties, visits, points, signs, agreements, honours, road chiefs."""

from volunteers.models.agreements import (
    FrontageAgreement,
    FrontageTemplate,
    Honour,
    LetterDistribution,
    OpenLetter,
    Pledge,
)
from volunteers.models.contacts import (
    BranchLink,
    ContactDuty,
    Household,
    ResponsibilityArea,
    VillagersGroup,
    Visit,
)
from volunteers.models.members import (
    PointsEntry,
    PointsRule,
    PostSign,
    PostSignDuty,
    PostSignHousehold,
    SignDuty,
)
from volunteers.models.roads import PatrolFinding, RoadChief, RoadPatrol
from volunteers.models.teams import Activity, Team, TownPractice

__all__ = [
    "Activity",
    "BranchLink",
    "ContactDuty",
    "FrontageAgreement",
    "FrontageTemplate",
    "Honour",
    "Household",
    "LetterDistribution",
    "OpenLetter",
    "PatrolFinding",
    "Pledge",
    "PointsEntry",
    "PointsRule",
    "PostSign",
    "PostSignDuty",
    "PostSignHousehold",
    "ResponsibilityArea",
    "RoadChief",
    "RoadPatrol",
    "SignDuty",
    "Team",
    "TownPractice",
    "VillagersGroup",
    "Visit",
]
