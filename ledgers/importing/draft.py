"""Changes in memory that a row of a file makes, and that its refusal takes back."""

from collections.abc import Callable
from functools import partial
from typing import Any


class Draft:
    """What the row at hand has changed; the rows below find it, unless a rule forbids the row.

    A row builds on what the rows above it bring (a person, a courtyard that is covered now), so
    each changes what is known at once; `take_back` undoes it in the opposite order.
    """

    def __init__(self) -> None:
        self._back: list[Callable[[], Any]] = []

    def set(self, row: Any, **values: Any) -> None:
        """Give attributes of `row` new values."""
        for name, value in values.items():
            self._back.append(partial(setattr, row, name, getattr(row, name)))
            setattr(row, name, value)

    def add(self, found: list, value: Any) -> None:
        """Append `value` to a list."""
        found.append(value)
        self._back.append(found.pop)

    def keep(self) -> None:
        """The row is done, and nothing forbids it."""
        self._back.clear()

    def take_back(self) -> None:
        """The row is refused: all is as it was before it."""
        while self._back:
            self._back.pop()()
