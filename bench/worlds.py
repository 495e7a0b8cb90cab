"""The databases of a run: made on the server of DATABASE_URL, dropped afterwards.

All come from one: the demo county, migrated and loaded as script/server does it. The others are
copies of it that were grown (growth.py).
"""

import os
from contextlib import closing, contextmanager
from dataclasses import dataclass
from urllib.parse import urlsplit

import psycopg2
from django.conf import settings
from django.core.management import call_command
from django.db import connection as django_connection

from bench import growth
from bench.copying import run

PREFIX = "portal_bench_"
FIRST = "one"
LOCK = 4101822021  # two runs on one server would drop each other's databases
FINISHED = "made by bench/pages.py"
COUNTIES = 16
WEEKS = 300


class Busy(Exception):
    """Another run measures on this server."""


@dataclass(frozen=True)
class World:
    """One size of data: its key, its heading in the table, and the database's address."""

    key: str
    label: str
    url: str


def url_of(server_url: str, key: str = FIRST) -> str:
    """The address of the world `key` on the server of `server_url`."""
    return urlsplit(server_url)._replace(path=f"/{PREFIX}{key}").geturl()


@contextmanager
def worlds(server_url: str, wanted: set[str], *, keep: bool, say):
    """Make the databases of the keys in `wanted`; gives {key: World}; drops all at the end.

    `keep` leaves them, and uses those that are there. Django has to be set up for the first of
    them. Raises Busy.
    """
    with closing(psycopg2.connect(server_url)) as server:
        server.autocommit = True
        with server.cursor() as cursor:
            cursor.execute("SELECT pg_try_advisory_lock(%s)", [LOCK])
            if not cursor.fetchone()[0]:
                raise Busy("another bench/pages.py measures on this server")
            try:
                if not keep:
                    drop(cursor, existing(cursor))
                yield {world.key: world for world in make(cursor, server_url, wanted, say)}
            finally:
                django_connection.close()
                drop(cursor, unfinished(cursor) if keep else existing(cursor))


def existing(cursor) -> set[str]:
    """The databases of this run, and those that an earlier one has left."""
    cursor.execute("SELECT datname FROM pg_database WHERE starts_with(datname, %s)", [PREFIX])
    return {name for (name,) in cursor.fetchall()}


def unfinished(cursor) -> set[str]:
    """Databases that a run was stopped in the middle of."""
    cursor.execute(
        "SELECT datname FROM pg_database WHERE starts_with(datname, %s) "
        "AND shobj_description(oid, 'pg_database') IS DISTINCT FROM %s",
        [PREFIX, FINISHED],
    )
    return {name for (name,) in cursor.fetchall()}


def drop(cursor, names: set[str]) -> None:
    """Drop databases, with whoever is still connected to them."""
    for name in names:
        cursor.execute(f'DROP DATABASE "{name}" WITH (FORCE)')


def make(cursor, server_url, wanted, say):
    """The worlds of `wanted`, one after another; a larger one is copied from a smaller one."""
    drop(cursor, unfinished(cursor))
    have = existing(cursor)
    for key, (label, origin, copyings) in PLANS.items():
        if key != FIRST and key not in wanted:
            continue
        name, url = PREFIX + key, url_of(server_url, key)
        if name not in have:
            say(f"making the data: {label}")
            template = f'TEMPLATE "{PREFIX}{origin}"' if origin else ""
            cursor.execute(f'CREATE DATABASE "{name}" {template}')
            if origin:
                grow(url, copyings)
            else:
                load_demo_county(say)
            vacuum(url)
            cursor.execute(f"COMMENT ON DATABASE \"{name}\" IS '{FINISHED}'")
        yield World(key, label, url)


def grow(url: str, copyings) -> None:
    """Run the copies that `copyings(connection)` plans, in the database at `url`."""
    with closing(psycopg2.connect(url)) as connection:
        run(connection, copyings(connection))


def load_demo_county(say) -> None:
    """Tables, demo county and demo accounts in the first database; Django is set up for it."""
    call_command("migrate", verbosity=0)
    say("migrated")
    with open(os.devnull, "w") as nowhere:
        call_command("load_demo", verbosity=0, stdout=nowhere)
        call_command("demo_accounts", verbosity=0, stdout=nowhere)
    django_connection.close()  # a database that is copied may have no visitors


def vacuum(url: str) -> None:
    """Statistics and visibility as autovacuum leaves them in a database that has run a while."""
    with closing(psycopg2.connect(url)) as connection:
        connection.autocommit = True
        with connection.cursor() as cursor:
            cursor.execute("VACUUM ANALYZE")


def _more_counties(connection):
    return [growth.counties(COUNTIES, settings.COUNTY_CODE)]


def _more_weeks(connection):
    return [growth.weeks(WEEKS)]


def _more_buildings(connection):
    with connection.cursor() as cursor:
        cursor.execute(
            "SELECT count(*) FROM courtyards_building WHERE division_id LIKE %s",
            [settings.COUNTY_CODE + "%"],
        )
        return [growth.buildings(growth.BUILDINGS, cursor.fetchone()[0])]


# Key: heading, the world it is copied from, and what grows. Order matters: origins come first.
PLANS = {
    FIRST: ("1 county", "", None),
    "sixteen": ("16 counties", "one", _more_counties),
    "weeks": ("300 weeks", "one", _more_weeks),
    "buildings": ("36,000 buildings", "one", _more_buildings),
    "both": ("36,000 buildings, 16 counties", "sixteen", _more_buildings),
}
