"""The database of a run of the tests: a copy of the empty one that an earlier run has made.

Right after its migrations, before the first test, a run lays a copy of its database aside; a later
run begins with a copy of that, which takes a third of a second. So it is as empty as a new one,
whatever tests that commit, or a killed run, have left behind. The name says what it was made from:
where any migration is another one, there is no such copy, and all migrations run as ever.
"""

import hashlib
import os
from contextlib import contextmanager
from pathlib import Path
from urllib.parse import urlsplit

import psycopg2
from django.apps import apps
from django.conf import settings
from django.db import connection
from psycopg2 import errors, sql

PREFIX = "test_portal_made_"
KEPT = 3  # of so many states of the migrations: who changes branches goes to and fro


def made_from() -> str:
    """A digest of all that an empty database is made from, the libraries' migrations included."""
    files = [Path(settings.BASE_DIR) / "ledgers" / "migrating.py"]
    for app in apps.get_app_configs():
        files += sorted(Path(app.path, "migrations").glob("*.[ps][yq]*"))
    digest = hashlib.sha256()
    for file in files:
        digest.update(f"{file.parent.parent.name}/{file.name}\0".encode())
        digest.update(hashlib.sha256(file.read_bytes()).digest())
    return digest.hexdigest()[:16]


def begin_with_a_copy() -> None:
    """Let Django make the run's database from the empty one laid aside, where there is one."""
    test = connection.settings_dict["TEST"]
    test["SERIALIZE"] = False  # no test asks for serialized_rollback
    with _server() as cursor:
        if _name() in _made(cursor):
            test["TEMPLATE"] = _name()


def lay_a_copy_aside() -> None:
    """Keep a copy of the run's database, which is empty yet, for the runs to come."""
    if connection.settings_dict["TEST"].get("TEMPLATE"):
        return
    source = connection.settings_dict["NAME"]
    connection.close()  # a database is copied while nobody is in it
    with _server() as cursor:
        names = sql.Identifier(_name()), sql.Identifier(source)
        try:
            cursor.execute(sql.SQL("CREATE DATABASE {} TEMPLATE {}").format(*names))
        except (errors.DuplicateDatabase, errors.UniqueViolation, errors.ObjectInUse):
            return  # another process was first, or is looking at it: then the next run
        _drop(cursor, _made(cursor)[:-KEPT])


def forget() -> None:
    """Drop what was laid aside, so that this run makes its database anew (--create-db)."""
    with _server() as cursor:
        _drop(cursor, _made(cursor))


@contextmanager
def scratch(what: str = "scratch"):
    """A database besides, quite empty; gives its DATABASE_URL and drops it at the end."""
    name = f"{connection.settings_dict['NAME']}_{what}"
    with _server() as cursor:
        _drop(cursor, [name])
        cursor.execute(sql.SQL("CREATE DATABASE {}").format(sql.Identifier(name)))
        try:
            yield urlsplit(os.environ["DATABASE_URL"])._replace(path=f"/{name}").geturl()
        finally:
            _drop(cursor, [name])


def _name() -> str:
    return PREFIX + made_from()


def _made(cursor) -> list[str]:
    """The copies on the server, the newest last."""
    cursor.execute(
        "SELECT datname FROM pg_database WHERE starts_with(datname, %s) ORDER BY oid", [PREFIX]
    )
    return [name for (name,) in cursor.fetchall()]


def _drop(cursor, names: list[str]) -> None:
    for name in names:
        try:
            cursor.execute(sql.SQL("DROP DATABASE IF EXISTS {}").format(sql.Identifier(name)))
        except errors.ObjectInUse:
            continue  # being copied at this moment; it goes another time


@contextmanager
def _server():
    """A cursor on the tests' server, outside the tests' databases and of every transaction."""
    own = psycopg2.connect(**connection.get_connection_params() | {"dbname": "postgres"})
    own.autocommit = True
    try:
        with own.cursor() as cursor:
            yield cursor
    finally:
        own.close()
