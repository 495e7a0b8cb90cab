"""What is to be done from time to time without anybody asking: each worker does it by the hour.

Upper floors register theirs (`@chore`). A chore bears being done twice and by two at once.
"""

import logging
from collections.abc import Callable

logger = logging.getLogger(__name__)

_chores: list[Callable[[], object]] = []


def chore(function: Callable[[], object]) -> Callable[[], object]:
    """Register `function`, which takes nothing, as a chore."""
    _chores.append(function)
    return function


def do_chores() -> None:
    """Do every chore; one that fails is logged and does not keep the others from being done."""
    for function in _chores:
        try:
            function()
        except Exception:
            logger.exception("chore %s failed", function.__qualname__)
