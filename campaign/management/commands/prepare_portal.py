"""`manage.py prepare_portal`: all that a start of the portal needs done in the database.

One command, because each start of Django costs most of a second and script/server promises a
second start within five. Every step asks the database itself what is missing, rather than a stamp
beside it: so a changed migration, an emptied or another database is never passed over.
"""

from django.conf import settings
from django.core.management import call_command
from django.core.management.base import BaseCommand, CommandError
from django.db import OperationalError, connection
from django.db.migrations.executor import MigrationExecutor

from orgs.models import Division

# script/server shows what follows this line when the portal stands.
ACCOUNTS_FOLLOW = "== accounts =="
# Any number of our own: who starts twice on one database at once does the steps in turn.
LOCK = 410182


class Command(BaseCommand):
    """Migrate, and in demo mode load the demo county and print the demo accounts."""

    help = "Migrate; in demo mode load the demo county into an empty database and make accounts"
    requires_system_checks = []

    def handle(self, *args, **options):
        """Do the steps that are due, printing a line for each."""
        try:
            connection.ensure_connection()
        except OperationalError as error:
            raise CommandError(f"the database does not answer: {error}".strip()) from None
        with connection.cursor() as cursor:
            cursor.execute("SELECT pg_advisory_lock(%s)", [LOCK])
            try:
                self._migrate()
                if settings.DEMO:
                    self._load_demo()
                    self.stdout.write(ACCOUNTS_FOLLOW)
                    call_command("demo_accounts", stdout=self.stdout)
            finally:
                cursor.execute("SELECT pg_advisory_unlock(%s)", [LOCK])

    def _migrate(self):
        """Apply migrations; when none is due, ask for nothing more than that."""
        executor = MigrationExecutor(connection)
        due = executor.migration_plan(executor.loader.graph.leaf_nodes())
        if due:
            self.stdout.write(f"Migrating the database ({len(due)} steps) …")
            call_command("migrate", interactive=False, verbosity=0, stdout=self.stdout)

    def _load_demo(self):
        """Load the demo county where there is no division yet; say so before the wait for it."""
        if not Division.objects.exists():
            self.stdout.write("Loading the demo county (takes up to a minute) …")
            call_command("load_demo", if_empty=True, stdout=self.stdout)
