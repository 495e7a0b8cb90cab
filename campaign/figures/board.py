"""The figures of one reader on one day, ready to be shown: value, change, checks."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, timedelta
from functools import cached_property

from campaign.figures import FIGURES, Check, Figure
from campaign.figures.counting import Counting, count_over_days
from ledgers import clock
from ledgers.formats import qualified, signed
from orgs.access import Scope
from orgs.choices import COUNTY_DIGITS

TREND_WEEKS = 26


@dataclass(frozen=True)
class CheckResult:
    """A check with both sides' values."""

    check: Check
    left: int
    right: int

    @property
    def holds(self) -> bool:
        return self.left == self.right


@dataclass(frozen=True)
class Shown:
    """A figure as a page shows it."""

    figure: Figure
    now: Counting
    before: Counting
    checks: tuple[CheckResult, ...] = ()

    @property
    def code(self) -> str:
        return self.figure.code

    @property
    def value(self):
        return self.now.value

    @property
    def qualifier(self) -> str:
        return self.now.qualifier

    @property
    def text(self) -> str:
        """As it is said: 2600余."""
        return qualified(self.now.value, self.now.qualifier)

    @property
    def change(self):
        """Difference from a week before; None where there was nothing to compare."""
        if self.now.value is None or self.before.value is None:
            return None
        return self.now.value - self.before.value

    @property
    def change_text(self) -> str:
        return signed(self.change)

    @property
    def sound(self) -> bool:
        """Whether all its checks hold; a figure that fails one is shown in amber everywhere."""
        return all(result.holds for result in self.checks)


class Board:
    """All figures that a scope may see, on a day and a week before, counted in one statement."""

    def __init__(self, scope: Scope, day: date, prefix: str = "", codes: Iterable[str] = ()):
        self.scope, self.day, self.prefix = scope, day, prefix
        self.codes = list(codes) or list(FIGURES)

    @cached_property
    def _values(self) -> dict:
        wanted = [FIGURES[code] for code in self.codes]
        week_ago = self.day - timedelta(weeks=1)
        return count_over_days(wanted, [self.day, week_ago], self.scope, self.prefix)

    @cached_property
    def counts_whole_county(self) -> bool:
        """Checks are sums over the whole county: a cadre in two streets would break each alone."""
        return len(self.prefix or self.scope.home_prefix) <= COUNTY_DIGITS

    def _side(self, codes: tuple[str, ...]):
        values = [self._values.get((code, self.day)) for code in codes]
        return None if None in values else sum(value.value or 0 for value in values)

    def _checked(self, figure: Figure) -> tuple[CheckResult, ...]:
        if not self.counts_whole_county:
            return ()
        results = (CheckResult(c, self._side(c.left), self._side(c.right)) for c in figure.checks)
        return tuple(result for result in results if None not in (result.left, result.right))

    def __contains__(self, code: str) -> bool:
        return (code, self.day) in self._values

    def __getitem__(self, code: str) -> Shown:
        figure = FIGURES[code]
        week_ago = self.day - timedelta(weeks=1)
        return Shown(
            figure,
            self._values[code, self.day],
            self._values[code, week_ago],
            self._checked(figure),
        )

    def get(self, code: str) -> Shown | None:
        """The figure, or None where it lies outside the reader's scope."""
        return self[code] if code in self else None  # noqa: SIM401 (not a dict)

    def all(self) -> list[Shown]:
        """Every headline figure in scope, in the declared order."""
        return [self[code] for code in self.codes if code in self and FIGURES[code].headline]

    def trends(self, codes: Iterable[str], weeks: int = TREND_WEEKS) -> dict[str, list[tuple]]:
        """For each of `codes`: (day, Counting) of the last `weeks` weeks, oldest first."""
        days = clock.weeks_before(self.day, weeks)
        wanted = [FIGURES[code] for code in codes if code in self]
        values = count_over_days(wanted, days, self.scope, self.prefix)
        return {f.code: [(day, values[f.code, day]) for day in days] for f in wanted}
