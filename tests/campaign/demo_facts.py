"""What the article counts, each figure as a query, and fingerprints of the county's tables."""

from datetime import date

from django.apps import apps
from django.db import connection
from django.db.models import Count, Sum

from courtyards.models import (
    Building,
    Courtyard,
    Headship,
    PairedCadre,
    SelfManagementCommittee,
)
from orgs.models import (
    PartyOrganization,
    Unit,
)
from projects.models import (
    DemolitionRecord,
    Programme,
    Project,
)
from volunteers.models import Team

TODAY = date(2021, 4, 30)
WEEK_AGO = date(2021, 4, 23)
APPS = ("orgs", "courtyards", "projects", "volunteers", "campaign")
# Rows that only use of the portal leaves behind.
LEFT_BY_USE = {"PhoneReveal"}


def latest_sum(kind: str, indicator: str, day=TODAY):
    """Sum over projects of a kind of the latest verified value of an indicator."""
    projects = Project.objects.of_kind(kind).with_reading(indicator, day)
    return sum(project.reading or 0 for project in projects)


def domain_models():
    """Every model of ours that holds the county's data."""
    for model in apps.get_models():
        is_event = hasattr(model, "pgh_tracked_model")
        if model._meta.app_label in APPS and not is_event and model.__name__ not in LEFT_BY_USE:
            yield model


def digest() -> dict[str, str]:
    """A fingerprint of every table of the county, links included."""
    tables = {m._meta.db_table: m._meta.pk.column for m in domain_models()}
    for model in domain_models():
        for many in model._meta.local_many_to_many:
            through = many.remote_field.through
            tables[through._meta.db_table] = through._meta.pk.column
    found = {}
    with connection.cursor() as cursor:
        for table, key in sorted(tables.items()):
            cursor.execute(f"SELECT md5(string_agg(t::text, '|' ORDER BY {key})) FROM {table} t")  # noqa: S608
            found[table] = cursor.fetchone()[0]
    return found


def empty_tables():
    """Empties the county's tables; the caller's transaction is rolled back afterwards."""
    tables = ", ".join(model._meta.db_table for model in domain_models())
    with connection.cursor() as cursor:
        cursor.execute(f"TRUNCATE {tables} CASCADE")


def surveys():
    return Courtyard.objects.on(TODAY).with_survey(TODAY)


def branches():
    return PartyOrganization.objects.courtyard_branches(TODAY)


def cadres():
    return PairedCadre.objects.on(TODAY)


def demonstration_days():
    return DemolitionRecord.objects.filter(
        round__project__is_demonstration=True, round__project__kind="village"
    )


ARTICLE = {
    "streets": (2, lambda: surveys().values("division__parent").distinct().count()),
    "communities": (20, lambda: surveys().values("division").distinct().count()),
    "courtyards": (224, lambda: surveys().count()),
    "buildings surveyed": (1330, lambda: surveys().aggregate(n=Sum("surveyed_buildings"))["n"]),
    "buildings": (1330, lambda: Building.objects.on(TODAY).count()),
    "households": (36149, lambda: surveys().aggregate(n=Sum("households"))["n"]),
    "residents": (98036, lambda: surveys().aggregate(n=Sum("residents"))["n"]),
    "branches": (97, lambda: branches().count()),
    "groups": (207, lambda: PartyOrganization.objects.building_groups(TODAY).count()),
    "courtyard heads": (
        224,
        lambda: Headship.objects.on(TODAY).filter(courtyard__isnull=False).count(),
    ),
    "building heads": (
        264,
        lambda: Headship.objects.on(TODAY).filter(building__isnull=False).count(),
    ),
    "committees": (97, lambda: SelfManagementCommittee.objects.on(TODAY).count()),
    "units": (69, lambda: Unit.objects.filter(kind="organ").paired_on(TODAY).count()),
    "cadres": (221, lambda: cadres().values("person").distinct().count()),
    "cadres with two": (
        3,
        lambda: cadres().values("person").annotate(n=Count("pk")).filter(n=2).count(),
    ),
    "section-level cadres": (
        20,
        lambda: cadres().filter(capacity="section").values("person").distinct().count(),
    ),
    "temporary general branches": (
        1,
        lambda: PartyOrganization.objects.on(TODAY).of_kind("temp_general_branch").count(),
    ),
    "temporary branches": (
        5,
        lambda: PartyOrganization.objects.on(TODAY).of_kind("temp_branch").count(),
    ),
    "commando teams": (13, lambda: Team.objects.on(TODAY).filter(kind="commando").count()),
    "fringe villages": (46, lambda: Project.objects.on(TODAY).of_kind("village").count()),
    "fringe towns": (
        3,
        lambda: Project.objects.of_kind("village").values("division__parent").distinct().count(),
    ),
    "village removals": (216, lambda: demonstration_days().aggregate(n=Sum("places"))["n"]),
    "village days": (12, lambda: demonstration_days().values("demolished_on").distinct().count()),
    "old communities": (
        20,
        lambda: Project.objects.of_kind("old_community").started(TODAY).count(),
    ),
    "old communities with Party": (
        20,
        lambda: Project.objects.of_kind("old_community").with_organization(TODAY).count(),
    ),
    "old communities effective": (
        6,
        lambda: Project.objects.of_kind("old_community").effective(TODAY).count(),
    ),
    "invested": (2497, lambda: latest_sum("old_community", "invested_wan")),
    "demolished": (3000, lambda: latest_sum("old_community", "demolished_m2")),
    "parking roads": (21, lambda: Project.objects.on(TODAY).of_kind("parking_road").count()),
    "parking spaces": (2600, lambda: latest_sum("parking_road", "parking_spaces")),
    "garages": (21, lambda: Project.objects.of_kind("garage").started(TODAY).count()),
    "road length": (1200, lambda: latest_sum("road_section", "road_length_m")),
    "road width": (50, lambda: latest_sum("road_section", "road_width_m")),
    "volunteer teams": (13, lambda: Team.objects.on(TODAY).filter(kind="volunteer").count()),
    "programmes": (5, lambda: Programme.objects.on(TODAY).count()),
}
