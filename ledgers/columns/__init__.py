"""Kinds of ledger columns: each says once how a value is read, shown, sorted and exported."""

from ledgers.columns.base import CodeColumn, Column, SelfColumn, field_at
from ledgers.columns.figures import (
    AmountColumn,
    DateColumn,
    MomentColumn,
    NumberColumn,
    ShareColumn,
    SoftColumn,
)
from ledgers.columns.text import (
    ChoiceColumn,
    FlagColumn,
    HolderColumn,
    PhoneColumn,
    PresenceColumn,
    StateColumn,
)

__all__ = [
    "AmountColumn",
    "ChoiceColumn",
    "CodeColumn",
    "Column",
    "DateColumn",
    "FlagColumn",
    "HolderColumn",
    "MomentColumn",
    "NumberColumn",
    "PhoneColumn",
    "PresenceColumn",
    "SelfColumn",
    "ShareColumn",
    "SoftColumn",
    "StateColumn",
    "field_at",
]
