"""What the rows of every app have in common, and what the ledgers themselves keep."""

from ledgers.models.audit import AuditKind, AuditRecord
from ledgers.models.base import (
    QUALIFIER_STRENGTH,
    Named,
    PastDateField,
    Qualifier,
    QualifierField,
    TableVersion,
    Tenure,
    TenureQuerySet,
    day_of,
    not_to_come,
    pinyin_indexes,
    until_after_since,
)
from ledgers.models.daily_limits import Allowance
from ledgers.models.imports import ImportBatch, ImportRow, ImportShape, ImportUpload
from ledgers.models.jobs import Job
from ledgers.models.once import SentForm
from ledgers.models.pages import Note, SavedView
from ledgers.models.pinyin_readings import LocalReading
from ledgers.models.trail import (
    TrailAnchor,
    TrailCheck,
    TrailEntry,
    TrailPending,
    TrailSeal,
    TrailShape,
)

__all__ = [
    "QUALIFIER_STRENGTH",
    "Allowance",
    "AuditKind",
    "AuditRecord",
    "ImportBatch",
    "ImportRow",
    "ImportShape",
    "ImportUpload",
    "Job",
    "LocalReading",
    "Named",
    "Note",
    "PastDateField",
    "Qualifier",
    "QualifierField",
    "SavedView",
    "SentForm",
    "TableVersion",
    "Tenure",
    "TenureQuerySet",
    "TrailAnchor",
    "TrailCheck",
    "TrailEntry",
    "TrailPending",
    "TrailSeal",
    "TrailShape",
    "day_of",
    "not_to_come",
    "pinyin_indexes",
    "until_after_since",
]
