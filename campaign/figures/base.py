"""What a headline figure is."""

from dataclasses import dataclass

from campaign.figures.counting import Counted


@dataclass(frozen=True)
class Check:
    """Two sides that must be equal on every day: lists of figure codes to be added up."""

    text: str
    left: tuple[str, ...]
    right: tuple[str, ...]


@dataclass(frozen=True)
class Figure(Counted):
    """A headline figure. `line` names the weekly reports that feed it ("" = kept in the ledger)."""

    unit: str = ""
    definition: str = ""
    theme: str = ""
    line: str = ""
    checks: tuple[Check, ...] = ()
    headline: bool = True
