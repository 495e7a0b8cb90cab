"""What there is now and then: holidays as entered by the county, and photos of weekly reports."""

from datetime import datetime, time

from django.utils import timezone

from demo import pictures
from demo.context import WEEKS, Demo
from demo.data import toml
from demo.orgs.accounts import hands
from projects.models import Holiday, Report, ReportPhoto

PROJECTS, PHOTO_WEEKS = 4, 3  # so many sites have photos, in each of the last weeks


def build(demo: Demo) -> None:
    for row in toml("words")["holidays"]:
        for day in row["days"]:
            demo.add(Holiday, day=day, kind=row["kind"], name=row["name"], source=row["source"])
    _photos(demo)


def _photos(demo: Demo) -> None:
    """Taken on the Monday, before the report was filed; each photo is a file of its own."""
    weeks = demo.periods[WEEKS - PHOTO_WEEKS :]
    sites = demo.projects["old_community"][:PROJECTS]
    for report in demo.rows.of(Report):
        if report.project not in sites or report.period not in weeks:
            continue
        site, week = sites.index(report.project), weeks.index(report.period)
        for number in range(1 + site % 2):
            name = f"reports/demo-{site}-{week}-{number}.jpg"
            pictures.store_works(name, min((week + number) / (PHOTO_WEEKS + 1), 1))
            at = datetime.combine(report.period.start, time(16, 10 + number))
            demo.add(
                ReportPhoto,
                report=report,
                picture=name,
                added_by=hands(demo, report.project)[0],
                added_at=timezone.make_aware(at),
            )
