"""What the database holds of courtyards and pairings, in the field names of their ledgers."""

from datetime import date

from django.db.models import OuterRef, Subquery

from courtyards.models import (
    BranchCoverage,
    Courtyard,
    Headship,
    SelfManagementCommittee,
)

WRITTEN = {"independent": "独建", "joint": "联建", "": ""}


def _first(queryset, *path: str) -> list[Subquery]:
    rows = queryset.filter(courtyard=OuterRef("pk")).order_by("pk")
    return [Subquery(rows.values(name)[:1]) for name in path]


def stored_courtyards(keys: list[tuple[str, str]], day: date) -> dict[tuple, dict]:
    """By (community code, name): the values of 楼院台账 on `day`. One query."""
    codes = {code for code, _ in keys}
    branch = BranchCoverage.objects.on(day).exclude(organization__dissolved_on__lte=day)
    path, formation = _first(branch, "organization__path", "organization__formation")
    head, head_phone = _first(Headship.objects.on(day), "person__name", "person__phone")
    (committee_on,) = _first(SelfManagementCommittee.objects.on(day), "since")
    rows = (
        Courtyard.objects.on(day)
        .filter(division_id__in=codes, name__in={name for _, name in keys})
        .with_survey(day)
        .annotate(
            branch_path=path,
            formation=formation,
            head=head,
            head_phone=head_phone,
            committee_on=committee_on,
        )
        .values()
    )
    return {(row["division_id"], row["name"]): _values(row) for row in rows}


def _values(row: dict) -> dict:
    """One courtyard. How many groups it has is counted from 党组织台账, so it is not compared."""
    has_branch = row["branch_path"] is not None
    return {
        "id": row["id"],
        "community_code": row["division_id"],
        "name": row["name"],
        "buildings": row["surveyed_buildings"],
        "households": row["households"],
        "households_qualifier": row["households_qualifier"],
        "residents": row["residents"],
        "residents_qualifier": row["residents_qualifier"],
        "has_branch": int(has_branch),
        "formation": WRITTEN[row["formation"] or ""],
        "head": row["head"] or "",
        "head_phone": row["head_phone"] or "",
        "has_committee": int(row["committee_on"] is not None),
        "committee_on": row["committee_on"],
    }
