"""无主管楼院: courtyards and buildings, who heads them, who covers them, who is paired with them."""

from courtyards.models.answerable import (
    BranchCoverage,
    BranchPairing,
    GroupCoverage,
    Headship,
    PairedCadre,
    SelfManagementCommittee,
)
from courtyards.models.places import Building, Courtyard, Survey, SurveyRound

__all__ = [
    "BranchCoverage",
    "BranchPairing",
    "Building",
    "Courtyard",
    "GroupCoverage",
    "Headship",
    "PairedCadre",
    "SelfManagementCommittee",
    "Survey",
    "SurveyRound",
]
