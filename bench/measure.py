"""The interleaved run: every page beside the floor, round after round, on every size of data."""

import time
from collections import defaultdict
from dataclasses import dataclass, field
from statistics import median, quantiles

from bench.cases import FLOOR, Case, Place, get
from bench.client import Refused

WARM_UP = 3
LEAST = 6  # rounds, so that a median means something
LOOK_EVERY = 10  # rounds after which the processes are looked up again


@dataclass
class Times:
    """Requests to one page: seconds by the clock, and seconds of processors where known."""

    clock: list[float] = field(default_factory=list)
    cpu: list[float] = field(default_factory=list)

    def ask(self, place: Place, request) -> None:
        """Make the request once and note what it took."""
        answer, used = place.meter.around(request)
        self.clock.append(answer.seconds)
        if used is not None:
            self.cpu.append(used)

    def ms(self) -> float:
        """Median by the clock, in milliseconds."""
        return median(self.clock) * 1000

    def p95_ms(self) -> float:
        """The time that 95 of 100 requests stay below, in milliseconds."""
        return quantiles(self.clock, n=20, method="inclusive")[-1] * 1000

    def cpu_ms(self) -> float:
        """Median of processor time, in milliseconds; 0 where it is not known."""
        return median(self.cpu) * 1000 if self.cpu else 0.0


@dataclass
class Samples:
    """What was measured of one page: on each world, and of the floor beside it."""

    case: Case
    floor: Times = field(default_factory=Times)
    pages: dict[str, Times] = field(default_factory=lambda: defaultdict(Times))
    queries: dict[str, int] = field(default_factory=dict)
    refused: str = ""

    def ratio(self, world: str) -> float:
        """How many floors the page costs by the clock."""
        return self.pages[world].ms() / self.floor.ms()

    def cpu_ratio(self, world: str) -> float | None:
        """How many floors it costs in processor time, or None where that is not known."""
        floor = self.floor.cpu_ms()
        return self.pages[world].cpu_ms() / floor if floor else None


def measure(
    cases: tuple[Case, ...],
    places: dict[str, Place],
    floor: Place,
    rounds: int,
    end: float,
    say,
) -> tuple[list[Samples], int]:
    """Warm every page, then time rounds of floor, page, page, …; returns also how many they were.

    There are `rounds` of them, fewer where the monotonic clock passes `end`, but never less than
    LEAST. A page that is refused is reported as that and left out.
    """
    found = [Samples(case) for case in cases]
    for _ in range(WARM_UP):
        get(FLOOR, "/")(floor, False)()
    for samples in found:
        try:
            _warm(samples, places)
        except Refused as refused:
            samples.refused = str(refused)
    done = 0
    for number in range(rounds):
        if number >= LEAST and time.monotonic() > end:
            break
        if number % LOOK_EVERY == 0:
            say(f"round {number + 1} of {rounds}")
            for place in (floor, *places.values()):
                place.meter.look()
        for samples in found:
            if not samples.refused and number % samples.case.every == 0:
                _round(samples, places, floor, number)
        done = number + 1
    return found, done


def _warm(samples: Samples, places: dict[str, Place]) -> None:
    """Ask often enough that nothing is done for the first time later; count the queries."""
    for world in samples.case.worlds:
        for _ in range(WARM_UP):
            answer = samples.case.step(places[world], True)()
        samples.queries[world] = answer.queries


def _round(samples: Samples, places: dict[str, Place], floor: Place, number: int) -> None:
    """The floor, then the page on each world; each round begins with another world."""
    samples.floor.ask(floor, get(FLOOR, "/")(floor, False))
    worlds = samples.case.worlds
    shift = number % len(worlds)
    for world in worlds[shift:] + worlds[:shift]:
        samples.pages[world].ask(places[world], samples.case.step(places[world], False))
