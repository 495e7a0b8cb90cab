"""What a reader makes of a cell."""

from typing import Any, NamedTuple

from ledgers.models import Qualifier


class Clean(NamedTuple):
    """A value with how hard it is, and what speaks against taking it as it stands.

    `doubt`: it can be read, but not with certainty; the value is then a guess for the preview.
    `wrong`: it cannot stand. Both are sentences in Chinese that say what to do.
    """

    value: Any = None
    qualifier: str = Qualifier.EXACT
    doubt: str = ""
    wrong: str = ""

    @property
    def certain(self) -> bool:
        return not self.doubt and not self.wrong

    def doubtful(self, doubt: str) -> "Clean":
        """The same with a doubt; the first one stays, it is nearest to the cause."""
        return self if self.doubt or self.wrong else self._replace(doubt=doubt)

    def exactly(self, doubt: str) -> "Clean":
        """The same, with a doubt where the value is only about right (约12)."""
        return self if self.qualifier == Qualifier.EXACT else self.doubtful(doubt)


EMPTY = Clean()
