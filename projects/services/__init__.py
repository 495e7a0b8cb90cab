"""What happens when: the weekly report from the opening of its week to the correction of a figure."""

from projects.services.errors import (
    Difference,
    FieldsRefused,
    PeriodLocked,
    ReasonNeeded,
    SeparationOfDuties,
    StaleDraft,
    WrongState,
)
from projects.services.periods import due_moment, open_due_weeks, open_period, plan_period
from projects.services.photos import add_photo, remove_photo
from projects.services.readings import check_value, correct_reading, unusual
from projects.services.reports import file_report, save_draft, withdraw_report
from projects.services.reviewing import approve_report, reopen_report, reopen_week, return_report

__all__ = [
    "Difference",
    "FieldsRefused",
    "PeriodLocked",
    "ReasonNeeded",
    "SeparationOfDuties",
    "StaleDraft",
    "WrongState",
    "add_photo",
    "approve_report",
    "check_value",
    "correct_reading",
    "due_moment",
    "file_report",
    "open_due_weeks",
    "open_period",
    "plan_period",
    "remove_photo",
    "reopen_report",
    "reopen_week",
    "return_report",
    "save_draft",
    "unusual",
    "withdraw_report",
]
