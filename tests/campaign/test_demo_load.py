"""Loading the demo county and its accounts: the same seed the same rows, and never beside real data."""

from io import StringIO
from time import monotonic

import pytest
from demo_facts import ARTICLE, TODAY, digest, empty_tables
from django.core.management import CommandError, call_command
from django.db import connection

from campaign.models import Campaign
from demo.numbers import apportion
from orgs.models import (
    Grant,
    PartyOrganization,
    Unit,
    User,
)


@pytest.fixture
def sequences_kept(demo):
    """Sequences do not roll back: another load, taken back, would leave them below kept rows."""
    names = "SELECT format('%I.%I', schemaname, sequencename), last_value FROM pg_sequences"
    with connection.cursor() as cursor:
        cursor.execute(f"{names} WHERE last_value IS NOT NULL")
        before = cursor.fetchall()
        yield
        cursor.executemany("SELECT setval(%s::regclass, %s)", before)


def test_the_same_seed_gives_the_same_rows(demo):
    before = digest()
    empty_tables()
    started = monotonic()
    call_command("load_demo", stdout=StringIO())
    assert monotonic() - started < 60
    assert digest() == before
    with connection.cursor() as cursor:
        cursor.execute("SET CONSTRAINTS ALL IMMEDIATE")
    unit = Unit.objects.create(name="序列", kind="organ", division_id="410182")
    assert unit.pk > 100


def test_another_seed_gives_other_rows_and_the_same_article(demo, sequences_kept):
    before = digest()
    empty_tables()
    call_command("load_demo", seed=7, stdout=StringIO())
    after = digest()
    assert after["courtyards_survey"] != before["courtyards_survey"]
    assert after["orgs_division"] == before["orgs_division"]
    with connection.cursor() as cursor:
        cursor.execute("SET CONSTRAINTS ALL IMMEDIATE")
    assert {name: count() for name, (_, count) in ARTICLE.items()} == {
        name: expected for name, (expected, _) in ARTICLE.items()
    }
    assert PartyOrganization.objects.find_problems() == ([], [], [], [], [])


def test_a_second_run_changes_nothing(demo):
    before = digest()
    out = StringIO()
    call_command("load_demo", stdout=out)
    call_command("load_demo", if_empty=True, stdout=out)
    assert digest() == before
    assert out.getvalue().count("nothing changed") == 2


def test_it_keeps_away_from_real_data(county, settings):
    with pytest.raises(CommandError, match="已有区划数据"):
        call_command("load_demo")
    call_command("load_demo", if_empty=True, stdout=StringIO())
    Campaign.objects.create(county=county, name="专项行动", full_name="专项行动", started_on=TODAY)
    with pytest.raises(CommandError, match="正式数据"):
        call_command("load_demo")
    settings.DEMO = False
    for command in ("load_demo", "demo_accounts"):
        with pytest.raises(CommandError, match="演示"):
            call_command(command)


def test_accounts_open_with_one_password(demo, monkeypatch, client):
    monkeypatch.setenv("DEMO_PASSWORD", "a-pass-word-1")
    assert not any(user.has_usable_password() for user in User.objects.filter(is_demo=True))
    out = StringIO()
    call_command("demo_accounts", stdout=out)
    users = {user.username: user for user in User.objects.filter(is_demo=True)}
    assert set(users) == {
        *("leader", "orgdept", "roads-hq", "fringe-hq", "old-hq", "suohe", "suohe-review"),
        *("jingcheng", "jingcheng-review", "laocheng", "auditor", "admin"),
    }
    assert all(user.check_password("a-pass-word-1") for user in users.values())
    assert not any(user.is_superuser or user.is_staff for user in users.values())
    assert "a-pass-word-1" in out.getvalue() and "填报员@索河街道" in out.getvalue()
    typed = {"username": "suohe", "password": "a-pass-word-1"}
    assert client.post("/accounts/login/", typed).status_code == 302
    roads = Grant.objects.filter(user=users["roads-hq"]).values_list("role", "division_id", "line")
    assert set(roads) == {("reporter", "410182", "roads"), ("reviewer", "410182", "roads")}


def test_accounts_a_second_time_write_nothing(demo, monkeypatch):
    monkeypatch.setenv("DEMO_PASSWORD", "a-pass-word-1")
    call_command("demo_accounts", stdout=StringIO())
    before = digest()
    call_command("demo_accounts", stdout=StringIO())
    assert digest() == before
    monkeypatch.setenv("DEMO_PASSWORD", "another-word-2")
    call_command("demo_accounts", stdout=StringIO())
    assert User.objects.get(username="leader").check_password("another-word-2")


def test_accounts_without_the_county_or_beside_a_namesake(db, demo_database, monkeypatch):
    monkeypatch.delenv("DEMO_PASSWORD", raising=False)
    out = StringIO()
    call_command("demo_accounts", stdout=out)
    password = out.getvalue().strip().rsplit(" ", 1)[1]
    assert len(password) >= 12 and User.objects.get(username="admin").check_password(password)
    User.objects.filter(username="admin").update(is_demo=False)
    with pytest.raises(CommandError, match="同名"):
        call_command("demo_accounts")
    empty_tables()
    with pytest.raises(CommandError, match="尚未装载"):
        call_command("demo_accounts")


def test_parts_add_up():
    assert apportion(10, [1, 1, 1]) == [4, 3, 3]
    assert apportion(7, [0, 5, 1], minimum=1) == [1, 5, 1] or sum(apportion(7, [0, 5, 1], 1)) == 7
    with pytest.raises(ValueError, match="cannot give"):
        apportion(2, [1, 1, 1], minimum=1)
