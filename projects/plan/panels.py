"""What the projects draw themselves on a project's page."""

from dataclasses import dataclass
from datetime import timedelta

from django.db.models import Q

from ledgers.pages.sections import Page, Panel
from projects.models import Reading

# Older figures are history; what was reported so long ago is not waiting for review any more.
VERIFIED_WITHIN, REPORTED_WITHIN = timedelta(days=366), timedelta(days=60)


@dataclass
class Apart:
    """One indicator: the figure that counts, and the one that was reported and waits."""

    verified: Reading | None = None
    reported: Reading | None = None

    @property
    def indicator(self):
        return (self.verified or self.reported).indicator


def figures_apart(page: Page) -> list[Apart]:
    """The project's latest figures as of the page's day, verified and reported apart. Two queries."""
    readings = Reading.objects.filter(project=page.obj).select_related(
        "indicator", "report__period"
    )
    verified = readings.known_on(page.on).filter(day__gt=page.on - VERIFIED_WITHIN)
    waiting = readings.filter(
        Q(verified_on__isnull=True) | Q(verified_on__gt=page.on),
        corrects__isnull=True,
        report__filed_on__lte=page.on,
        day__gt=page.on - REPORTED_WITHIN,
    )
    found: dict[int, Apart] = {}
    for reading in verified.latest_of_each_indicator():
        found.setdefault(reading.indicator_id, Apart()).verified = reading
    for reading in waiting.latest_of_each_indicator():
        found.setdefault(reading.indicator_id, Apart()).reported = reading
    return sorted(found.values(), key=lambda apart: apart.indicator.position)


FIGURES_APART = Panel("最新数字", "projects/plan/figures_apart_fragment.html", figures_apart)
