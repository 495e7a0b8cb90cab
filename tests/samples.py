"""Long walks over many cases: every run takes some of them, `script/test --all` every one."""

import random
from collections.abc import Iterable

SEED = 20210430

everything = False  # set by tests/conftest.py


def sample(cases: Iterable, size: int) -> list:
    """`size` of the cases in their order, the same in every run; with --all, all of them.

    For cases that differ in their data only: whatever checks that a table is complete walks over
    all cases in every run.
    """
    cases = list(cases)
    if everything or size >= len(cases):
        return cases
    drawn = sorted(random.Random(SEED).sample(range(len(cases)), size))
    return [cases[at] for at in drawn]


def share(cases: Iterable, at: int, of: int) -> list:
    """The share of number `at` when the cases are shuffled and dealt out to `of`; with --all, all.

    Together the shares are all cases, so each of them is tried in every run, by somebody.
    """
    cases = list(cases)
    if everything:
        return cases
    order = random.Random(SEED).sample(range(len(cases)), len(cases))
    return [cases[place] for place in sorted(order[at % of :: of])]
