"""The interleaved run: every page beside the floor, round after round, on every size of data."""

from collections import defaultdict
from dataclasses import dataclass, field
from statistics import median, quantiles

from bench.cases import Case, Place
from bench.client import Refused, Visitor

WARM_UP = 3


@dataclass
class Samples:
    """What was measured of one page: seconds by world, those of the floor beside it, queries."""

    case: Case
    floor: list[float] = field(default_factory=list)
    pages: dict[str, list[float]] = field(default_factory=lambda: defaultdict(list))
    queries: dict[str, int] = field(default_factory=dict)
    sizes: dict[str, int] = field(default_factory=dict)
    refused: str = ""

    def floor_ms(self) -> float:
        """Median of the floor, in milliseconds."""
        return median(self.floor) * 1000

    def page_ms(self, world: str) -> float:
        """Median of the page on a world, in milliseconds."""
        return median(self.pages[world]) * 1000

    def p95_ms(self, world: str) -> float:
        """The time that 95 of 100 requests stay below, in milliseconds."""
        return quantiles(self.pages[world], n=20, method="inclusive")[-1] * 1000

    def ratio(self, world: str) -> float:
        """How many floors the page costs."""
        return self.page_ms(world) / self.floor_ms()


def measure(
    cases: tuple[Case, ...], places: dict[str, Place], floor: Visitor, rounds: int, say
) -> list[Samples]:
    """Warm every page, then time `rounds` rounds of floor, page, page, …; a page that is refused
    is reported and left out."""
    found = [Samples(case) for case in cases]
    for samples in found:
        try:
            _warm(samples, places)
        except Refused as refused:
            samples.refused = str(refused)
    for _ in range(WARM_UP):
        floor.get("/")
    for number in range(rounds):
        if number % 10 == 0:
            say(f"round {number + 1} of {rounds}")
        for samples in found:
            if not samples.refused and number % samples.case.every == 0:
                _round(samples, places, floor, number)
    return found


def _warm(samples: Samples, places: dict[str, Place]) -> None:
    """Ask often enough that nothing is done for the first time later; count the queries."""
    for world in samples.case.worlds:
        for _ in range(WARM_UP):
            answer = samples.case.step(places[world], True)
        samples.queries[world] = answer.queries
        samples.sizes[world] = len(answer.body)


def _round(samples: Samples, places: dict[str, Place], floor: Visitor, number: int) -> None:
    """The floor, then the page on each world; each round begins with another world."""
    samples.floor.append(floor.get("/").seconds)
    worlds = samples.case.worlds
    shift = number % len(worlds)
    for world in worlds[shift:] + worlds[:shift]:
        samples.pages[world].append(samples.case.step(places[world], False).seconds)
