"""What the database holds of projects: their budget and the latest verified readings."""

from datetime import date
from decimal import Decimal

from django.db.models import F, OuterRef, Subquery

from projects.models import Project, Reading
from projects.querysets import one_indicator


def plain(value: Decimal | int | float | None):
    """A stored decimal as cleaned cells have it: whole numbers as int. Others stay as they are."""
    if not isinstance(value, Decimal):
        return value
    return int(value) if value == value.to_integral_value() else float(value)


def stored_readings(
    kind: str, indicators: list[str], codes: set[str], day: date, names: set[str] | None = None
) -> list[dict]:
    """Projects of `kind` in the divisions `codes`, with each indicator as known on `day`.

    Each has id, name, community_code, budget_wan, and by indicator its value and `…_qualifier`.
    One query.
    """
    rows = Project.objects.on(day).of_kind(kind).filter(division_id__in=codes)
    if names is not None:
        rows = rows.filter(name__in=names)
    asked = {}
    for indicator in indicators:
        latest = (
            Reading.objects.filter(
                project=OuterRef("pk"), indicator=one_indicator(Reading, indicator)
            )
            .known_on(day)
            .latest_first()
        )
        asked[indicator] = Subquery(latest.values("value")[:1])
        asked[f"{indicator}_qualifier"] = Subquery(latest.values("qualifier")[:1])
    found = rows.annotate(**asked).values("id", "name", "budget_wan", *asked, code=F("division_id"))
    return [
        {
            **{
                key: plain(value) if isinstance(value, Decimal) else value
                for key, value in row.items()
            },
            "community_code": row["code"],
        }
        for row in found
    ]


def either(said: tuple, *known: tuple | None) -> tuple:
    """Of several known states of a figure that which the sheet repeats, else the first there is.

    A report that is typed in and the totals verified before are both true: the forms that go out
    hold the verified ones, and a file that repeats either of them says nothing new.
    """
    there = [one for one in known if one is not None]
    return next((one for one in there if one == said), there[0] if there else (None, "exact"))
