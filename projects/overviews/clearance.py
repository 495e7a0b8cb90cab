"""Demolition, toilets and sweeps by street and town on a day: counts of places, never of persons."""

from dataclasses import dataclass
from datetime import date
from decimal import Decimal

from django.db.models import Q, Sum

from ledgers.formats import qualified, weakest
from orgs.choices import TOWNSHIP_DIGITS
from orgs.models import Division
from projects.models import DemolitionCase, DemolitionRecord, DemolitionRound, ToiletCount
from projects.overviews.totals import WIDE
from projects.site_querysets import with_removed_toilets


@dataclass
class Place:
    """A street or town: what was demolished there, what is on its way, and its toilets."""

    name: str
    places: int = 0
    area: Decimal = Decimal(0)
    area_softness: str = "exact"
    no_basis: int = 0
    under_way: int = 0
    disputed: int = 0
    toilets_due: int = 0
    due_softness: str = "exact"
    toilets_removed: int = 0
    rebuilt: int = 0
    public: int = 0

    @property
    def area_said(self) -> str:
        """The area as it is said (平方米), as soft as its softest part."""
        return qualified(self.area, self.area_softness) if self.area else "—"

    @property
    def due_said(self) -> str:
        return qualified(self.toilets_due, self.due_softness)

    def take(self, other: "Place") -> None:
        """Add another place to this sum."""
        self.area_softness = weakest([self.area_softness, other.area_softness])
        self.due_softness = weakest([self.due_softness, other.due_softness])
        for name in (
            "places", "area", "no_basis", "under_way", "disputed",
            "toilets_due", "toilets_removed", "rebuilt", "public",
        ):  # fmt: skip
            setattr(self, name, getattr(self, name) + getattr(other, name))


@dataclass(frozen=True)
class Sweep:
    """A sweep of demolition: its days, who went first, how much, what the recheck found."""

    round: DemolitionRound
    places: int

    def days(self, day: date) -> int:
        """How many days it took up to `day`."""
        until = min(self.round.until or day, day)
        return max((until - self.round.since).days, 1)

    def verdict(self, day: date) -> tuple[str, str]:
        """(tone, word) of the recheck known on `day`."""
        row = self.round
        if row.rechecked_on is None or row.rechecked_on > day:
            return "amber", "未复查"
        return ("red", f"遗留{row.left_over}处") if row.left_over else ("green", "复查清零")


@dataclass
class Clearance:
    streets: list[Place]
    total: Place
    sweeps: list[Sweep]


def clearance(user, day: date) -> Clearance:
    """Everything that `user` sees on `day`. Five queries."""
    found: dict[str, Place] = {}

    def place(code: str) -> Place:
        return found.setdefault(code[:TOWNSHIP_DIGITS], Place(""))

    _records(user, day, place)
    _cases(user, day, place)
    _toilets(user, day, place)
    names = dict(Division.objects.filter(pk__in=found).values_list("pk", "short_name"))
    total = Place("合计")
    for code, row in found.items():
        row.name = names[code] if len(code) == TOWNSHIP_DIGITS else WIDE
        total.take(row)
    return Clearance([found[code] for code in sorted(found)], total, _sweeps(user, day))


def _records(user, day, place) -> None:
    rows = (
        DemolitionRecord.objects.visible_to(user)
        .filter(demolished_on__lte=day)
        .values_list("project__division_id", "places", "area_m2", "area_qualifier", "legal_basis")
    )
    for code, places, area, softness, basis in rows:
        row = place(code)
        row.places += places
        row.no_basis += not basis
        if area:
            row.area += area
            row.area_softness = weakest([row.area_softness, softness])


def _cases(user, day, place) -> None:
    rows = (
        DemolitionCase.objects.visible_to(user)
        .with_dispute(day)
        .filter(Q(enforced_on__isnull=True) | Q(enforced_on__gt=day), registered_on__lte=day)
        .values_list("project__division_id", "disputed")
    )
    for code, disputed in rows:
        place(code).under_way += 1
        place(code).disputed += disputed


def _toilets(user, day, place) -> None:
    newest = (
        ToiletCount.objects.visible_to(user)
        .filter(counted_on__lte=day)
        .order_by("project_id", "-counted_on", "-pk")
        .distinct("project_id")
    )
    for count in with_removed_toilets(newest, day).select_related("project"):
        row = place(count.project.division_id)
        row.toilets_due += count.due_places
        row.due_softness = weakest([row.due_softness, count.due_qualifier])
        row.toilets_removed += int(count.removed or 0)
        row.rebuilt += count.rebuilt_households
        row.public += count.public_toilets


def _sweeps(user, day) -> list[Sweep]:
    rounds = (
        DemolitionRound.objects.visible_to(user)
        .filter(since__lte=day)
        .select_related("project")
        .annotate(done=Sum("records__places", filter=Q(records__demolished_on__lte=day)))
        .order_by("-since", "pk")
    )
    return [Sweep(row, row.done or 0) for row in rounds]
