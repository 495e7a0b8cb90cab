"""What happens when: the weekly report from the opening of its week to the correction of a figure."""

from projects.services.errors import (
    Difference,
    FieldsRefused,
    ReasonNeeded,
    SeparationOfDuties,
    StaleDraft,
    WrongState,
)
from projects.services.periods import open_period, plan_period
from projects.services.readings import check_value, correct_reading, unusual
from projects.services.reports import approve_report, file_report, return_report, save_draft

__all__ = [
    "Difference",
    "FieldsRefused",
    "ReasonNeeded",
    "SeparationOfDuties",
    "StaleDraft",
    "WrongState",
    "approve_report",
    "check_value",
    "correct_reading",
    "file_report",
    "open_period",
    "plan_period",
    "return_report",
    "save_draft",
    "unusual",
]
