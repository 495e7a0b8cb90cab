"""What a service answers when it does not do what was asked. Messages are for the reader."""

from dataclasses import dataclass

from django.core.exceptions import ValidationError


class FieldsRefused(ValidationError):
    """Values that cannot stand, by field: a dict of indicator code (or `remark`) → messages."""


class ReasonNeeded(FieldsRefused):
    """Values that may be right but are unusual: they are taken once it is said why.

    The key `why` or `remark` says where: beside each of the figures, or in the report's remark.
    """


class WrongState(ValidationError):
    """The report is no longer where this step starts from, for example somebody was quicker."""


class PeriodLocked(WrongState):
    """The week is locked: nothing is filed any more unless the report is reopened."""


class SeparationOfDuties(ValidationError):
    """Who files a report does not review it."""


@dataclass(frozen=True)
class Difference:
    """One field in which what is stored and what was typed differ (as shown; typed "" = blank)."""

    field: str
    label: str
    stored: str
    typed: str


def told_differences(who: str, differences: list[Difference]) -> str:
    """One sentence on what `who` stored while somebody else was typing."""
    parts = "；".join(
        f"「{d.label}」现存 {d.stored}，" + (f"您填的是 {d.typed}" if d.typed else "您没有填")
        for d in differences
    )
    return f"{who}在您填写期间修改了这份周报：{parts}。"
