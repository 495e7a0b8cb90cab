"""`manage.py prepare_portal`: all that a start of the portal needs done in the database.

One command, because each start of Django costs seconds of computing and script/server promises a
second start within five. Every step asks the database itself what is missing, rather than a stamp
beside it: so a changed migration, an emptied or another database is never passed over.
"""

import subprocess
import sys

from django.conf import settings
from django.core.management import call_command
from django.core.management.base import BaseCommand, CommandError
from django.db import OperationalError, connection
from django.db.migrations.executor import MigrationExecutor

from ledgers.version_check import refuse_other_version
from orgs.models import Division

# script/server shows what follows this line when the portal stands.
ACCOUNTS_FOLLOW = "== accounts =="
# A sentence that script/server shows instead of the portal (gunicorn.conf.py puts it so).
REFUSED = "== refused =="
# Any number of our own: who starts twice on one database at once does the steps in turn.
LOCK = 410182


class Command(BaseCommand):
    """Migrate, and in demo mode load the demo county and print the demo accounts."""

    help = "Migrate; in demo mode load the demo county into an empty database and make accounts"
    requires_system_checks = []

    def add_arguments(self, parser):
        parser.add_argument(
            "--aside",
            action="store_true",
            help="do long work in a process of its own, so that the web server stays small",
        )

    def handle(self, *args, aside=False, **options):
        """Do the steps that are due, printing a line for each."""
        try:
            connection.ensure_connection()
        except OperationalError as error:
            raise CommandError(f"the database does not answer: {error}".strip()) from None
        refuse_other_version(connection)
        if aside and (self._due_migrations() or self._county_is_missing()):
            self._aside()
            return
        with connection.cursor() as cursor:
            cursor.execute("SELECT pg_advisory_lock(%s)", [LOCK])
            try:
                self._prepare()
            finally:
                cursor.execute("SELECT pg_advisory_unlock(%s)", [LOCK])

    def _prepare(self):
        due = self._due_migrations()
        if due:
            self.stdout.write(f"Migrating the database ({due} steps) …")
            call_command("migrate", interactive=False, verbosity=0, stdout=self.stdout)
        if self._county_is_missing():
            self.stdout.write("Loading the demo county (takes up to a minute) …")
            call_command("load_demo", if_empty=True, stdout=self.stdout)
        if settings.DEMO:
            self.stdout.write(ACCOUNTS_FOLLOW)
            call_command("demo_accounts", stdout=self.stdout)

    def _aside(self):
        """The same in a process of its own, whose lines are passed on as they come."""
        command = [sys.executable, str(settings.BASE_DIR / "manage.py"), "prepare_portal"]
        with subprocess.Popen(  # noqa: S603 (our own command)
            command, stdout=subprocess.PIPE, text=True, encoding="utf-8"
        ) as process:
            for line in process.stdout:
                self.stdout.write(line, ending="")
        if process.returncode:
            raise CommandError("the database could not be prepared")

    @staticmethod
    def _due_migrations() -> int:
        executor = MigrationExecutor(connection)
        return len(executor.migration_plan(executor.loader.graph.leaf_nodes()))

    @staticmethod
    def _county_is_missing() -> bool:
        return settings.DEMO and not Division.objects.exists()
