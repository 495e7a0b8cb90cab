"""A run starts with a copy of the empty database, as long as no migration is another one."""

from types import SimpleNamespace

import databases
import pytest
from django.db import connection

from orgs.models import Division


@pytest.fixture
def app(tmp_path, monkeypatch):
    """An app with one migration, as if it were the only one."""
    folder = tmp_path / "rooms" / "migrations"
    folder.mkdir(parents=True)
    (folder / "0001_initial.py").write_text("one")
    configs = [SimpleNamespace(path=folder.parent)]
    monkeypatch.setattr(databases.apps, "get_app_configs", lambda: configs)
    return folder


def test_the_name_changes_with_every_migration_and_its_sql(app):
    names = [databases.made_from(), databases.made_from()]
    assert len(set(names)) == 1
    (app / "0001_initial.py").write_text("two")
    names.append(databases.made_from())
    (app / "0001_initial.sql").write_text("SELECT 1")
    names.append(databases.made_from())
    (app / "0002_more.py").write_text("")
    names.append(databases.made_from())
    (app / "0002_more.py").rename(app / "0002_other.py")
    names.append(databases.made_from())
    assert len(set(names)) == 5


def test_this_run_has_laid_a_copy_aside_or_began_with_one(db):
    with databases._server() as cursor:
        assert databases._name() in databases._made(cursor)
        assert len(databases._made(cursor)) <= databases.KEPT


def test_it_is_a_database_of_its_own_that_is_empty(db):
    assert connection.settings_dict["NAME"] != databases._name()
    assert not Division.objects.exists()


def test_a_database_that_is_being_copied_is_left_for_another_time(db):
    with databases._server() as cursor:
        databases._drop(cursor, [connection.settings_dict["NAME"], "test_portal_made_never"])
    assert not Division.objects.exists()
