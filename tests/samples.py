"""Long walks over many cases: every run takes some of them, `script/test --all` every one."""

import random
from collections.abc import Iterable

SEED = 20210430

everything = False  # set by tests/conftest.py


def sample(cases: Iterable, size: int, *, always: Iterable = ()) -> list:
    """`size` of `cases` in their order, the same in every run, with those of `always`.

    With --all, all of them. For cases that differ in their data only: whatever checks that a table
    is complete walks over all cases in every run.
    """
    cases = list(cases)
    if everything or size >= len(cases):
        return cases
    drawn = set(random.Random(SEED).sample(range(len(cases)), size))
    always = list(always)
    return [case for at, case in enumerate(cases) if at in drawn or case in always]
