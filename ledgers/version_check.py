"""Whether this version can go on with a database, or another version has made it."""

from pathlib import Path

from django.apps import apps
from django.conf import settings
from django.core.management import CommandError
from django.db.migrations.loader import MigrationLoader
from django.db.migrations.recorder import MigrationRecorder


class OtherVersion(CommandError):
    """The database is of a version whose tables these migrations do not lead on from."""


def refuse_other_version(connection) -> None:
    """Raise OtherVersion, before anything is changed, where the database is of another version."""
    unknown = unknown_migrations(connection)
    if unknown:
        app, name = unknown[0]
        raise OtherVersion(
            f"the database was made by another version of the portal ({app}.{name} is unknown to "
            f"this one): go on with it in that version, or set another PORTAL_HOME or DATABASE_URL "
            f"for a new start; nothing in it was changed"
        )


def unknown_migrations(connection) -> list[tuple[str, str]]:
    """Migrations of our apps that the database has seen and this code neither has nor replaces."""
    loader = MigrationLoader(None)
    known = set(loader.disk_migrations)
    for migration in loader.disk_migrations.values():
        known.update(migration.replaces)
    ours = {
        app.label
        for app in apps.get_app_configs()
        if Path(app.path).parent == settings.BASE_DIR and app.label in loader.migrated_apps
    }
    applied = MigrationRecorder(connection).applied_migrations()
    return sorted(key for key in applied if key[0] in ours and key not in known)
