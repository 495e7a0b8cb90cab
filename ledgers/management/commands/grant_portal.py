"""Give the application's role what it needs and no more: `manage.py grant_portal ROLE`.

Run by the role that owns the tables, after each migration. The application's role may read and
write the domain's rows; on the trail it may only read and add, and it owns nothing, so it can
neither drop a trigger nor switch one off.
"""

from django.core.management.base import BaseCommand, CommandError
from django.db import connection, transaction

ALL = (
    "GRANT USAGE ON SCHEMA {schema} TO {role}",
    "GRANT SELECT, INSERT, UPDATE, DELETE ON ALL TABLES IN SCHEMA {schema} TO {role}",
    "REVOKE TRUNCATE, REFERENCES, TRIGGER ON ALL TABLES IN SCHEMA {schema} FROM {role}",
    "GRANT USAGE, SELECT ON ALL SEQUENCES IN SCHEMA {schema} TO {role}",
)
# The index and the chain: triggers write them, with the owner's rights.
ONLY_READ = (
    "ledgers_trailentry",
    "ledgers_trailseal",
    "ledgers_trailshape",
    "ledgers_trailanchor",
    "ledgers_trailpending",
    "django_migrations",
)


class Command(BaseCommand):
    help = "Grant the application's role what it needs; on the trail only reading and adding"

    def add_arguments(self, parser):
        parser.add_argument("role", help="the role of DATABASE_URL in service; it must exist")

    @transaction.atomic
    def handle(self, *args, role, **options):
        quote = connection.ops.quote_name
        with connection.cursor() as cursor:
            cursor.execute("SELECT current_schema(), current_user, to_regrole(%s)", [quote(role)])
            schema, owner, known = cursor.fetchone()
            if known is None:
                raise CommandError(f"There is no role {role}; make it with createuser first.")
            if role == owner:
                raise CommandError(f"{role} owns the tables; name the application's own role.")
            names = {"schema": quote(schema), "role": quote(role)}
            for statement in ALL:
                cursor.execute(statement.format(**names))
            cursor.execute("SELECT * FROM ledgers_trail_sources()")
            trail = [name for (name,) in cursor.fetchall()]
            for table in trail:
                cursor.execute(f"REVOKE UPDATE, DELETE ON {quote(table)} FROM {quote(role)}")
            cursor.execute(f"REVOKE DELETE ON pghistory_context FROM {quote(role)}")
            for table in ONLY_READ:
                cursor.execute(
                    f"REVOKE INSERT, UPDATE, DELETE ON {quote(table)} FROM {quote(role)}"
                )
        self.stdout.write(
            f"{role}: reads and writes rows; reads and adds to {len(trail)} trail tables."
        )
