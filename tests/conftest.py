"""The cast and the stage of all tests: a pinned clock, a small county, one account per role."""

from datetime import date, datetime
from zoneinfo import ZoneInfo

import databases
import hypothesis
import pytest
import samples
from django.core.management import call_command
from django.db import connections
from django.db.backends.signals import connection_created
from django.dispatch import receiver

from ledgers.query_cache import forget
from orgs.choices import Role, WorkLine
from orgs.models import Division, Grant, User

# How long one example takes says more of what else the machine does than of the code.
hypothesis.settings.register_profile("house", deadline=None)
hypothesis.settings.load_profile("house")

TODAY = date(2021, 4, 30)
PASSWORD = "demo-demo-demo"


def pytest_addoption(parser):
    parser.addoption(
        "--all", action="store_true", help="every case of the long walks, not a sample of them"
    )


def pytest_configure(config):
    """Set the size of the samples, and with --create-db forget the database of earlier runs."""
    samples.everything = config.getoption("--all")
    if config.getoption("create_db") and not hasattr(config, "workerinput"):
        databases.forget()


def pytest_collection_modifyitems(items):
    """Tests on an empty database first, then those on the demo county, last those that commit.

    The demo county is loaded once and stays; a test that commits empties the database behind it.
    """

    items.sort(key=act)


def act(item) -> int:
    """0: empty database, 1: demo county, 2: commits."""
    fixtures = set(getattr(item, "fixturenames", ()))
    marks = [mark for mark in item.iter_markers("django_db") if mark.kwargs.get("transaction")]
    if marks or fixtures & {"transactional_db", "live_server", "demo_live"}:
        return 2
    return 1 if "demo_database" in fixtures else 0


@pytest.fixture(scope="session")
def django_db_keepdb():
    """Not even with --reuse-db: what is used again is the empty database, see databases.py."""
    return False


@pytest.fixture(scope="session")
def django_db_modify_db_settings(django_db_modify_db_settings):
    databases.begin_with_a_copy()


@pytest.fixture(scope="session")
def django_db_setup(django_db_setup, django_db_blocker):
    with django_db_blocker.unblock():
        databases.lay_a_copy_aside()


@pytest.fixture
def scratch(db):
    """DATABASE_URL of an empty database besides the tests' own, for programs of their own."""
    with databases.scratch() as url:
        yield url


@pytest.fixture(autouse=True)
def pinned_clock(settings):
    """Every test stands on the morning of 2021-04-30."""
    settings.PINNED_NOW = datetime(2021, 4, 30, 9, 0, tzinfo=ZoneInfo("Asia/Shanghai"))
    settings.DEMO = True


@pytest.fixture(autouse=True)
def nothing_remembered():
    """Counters of changes are rolled back with each test, so what it remembered proves nothing."""
    forget()


_loaded: list[bool] = []


@pytest.fixture(autouse=True)
def demo_county_leaves_first(request, django_db_blocker):
    """The first test that commits finds an empty database, not the demo county of those before."""
    if _loaded and act(request.node) == 2:
        with django_db_blocker.unblock():
            call_command("flush", verbosity=0, interactive=False)
        _loaded.clear()


@receiver(connection_created)
def tests_may_empty_the_trail(connection, **kwargs):
    """Tests that commit empty the database behind them, and with it the trail: say so to it."""
    with connection.cursor() as cursor:
        cursor.execute("SET ledgers.emptying = 'all'")


@pytest.fixture(autouse=True)
def quick_passwords(settings):
    """Hashing for an attacker's patience is not what these tests are about."""
    settings.PASSWORD_HASHERS = ["django.contrib.auth.hashers.MD5PasswordHasher"]


# -- a small county -------------------------------------------------------------------------------

DIVISIONS = [
    ("41", "示例省", "province"),
    ("4101", "示例市", "prefecture"),
    ("410182", "示例县", "county"),
    ("410182001", "甲街道", "township"),
    ("410182001001", "甲一社区", "community"),
    ("410182001002", "甲二社区", "community"),
    ("410182002", "乙街道", "township"),
    ("410182002001", "乙一社区", "community"),
    ("410182103", "丙镇", "township"),
    ("410182103216", "丙一村", "village"),
]


@pytest.fixture
def county(db):
    """A county of two streets and a town, where no demo county is loaded; returns the division."""
    for code, name, level in DIVISIONS:
        parent = max(
            (c for c, *_ in DIVISIONS if code.startswith(c) and c != code), key=len, default=None
        )
        Division.objects.get_or_create(
            code=code,
            defaults={"name": name, "short_name": name, "level": level, "parent_id": parent},
        )
    return Division.objects.get(code="410182")


@pytest.fixture
def make_account(county):
    """A function that makes an account: make_account("name", role, "division code", line="")."""

    def make(username, *roles, code="410182", line="", **extra):
        user = User.objects.create_user(username, password=PASSWORD, **extra)
        for role in roles:
            Grant.objects.create(
                user=user, role=role, division_id=code, line=line, since=date(2020, 1, 1)
            )
        return user

    return make


@pytest.fixture
def leader(make_account):
    return make_account("leader", Role.LEADER)


@pytest.fixture
def orgdept(make_account):
    return make_account("orgdept", Role.ORG_ADMIN, Role.REVIEWER)


@pytest.fixture
def roads_hq(make_account):
    return make_account("roads-hq", Role.REPORTER, Role.REVIEWER, line=WorkLine.ROADS)


@pytest.fixture
def fringe_hq(make_account):
    return make_account("fringe-hq", Role.REPORTER, Role.REVIEWER, line=WorkLine.URBAN_FRINGE)


@pytest.fixture
def old_hq(make_account):
    return make_account("old-hq", Role.REPORTER, Role.REVIEWER, line=WorkLine.OLD_NEIGHBOURHOODS)


@pytest.fixture
def street_reporter(make_account):
    return make_account("suohe", Role.REPORTER, code="410182001")


@pytest.fixture
def street_reviewer(make_account):
    return make_account("suohe-review", Role.REVIEWER, code="410182001")


@pytest.fixture
def other_street_reporter(make_account):
    return make_account("jingcheng", Role.REPORTER, code="410182002")


@pytest.fixture
def other_street_reviewer(make_account):
    return make_account("jingcheng-review", Role.REVIEWER, code="410182002")


@pytest.fixture
def community_reporter(make_account):
    return make_account("laocheng", Role.REPORTER, code="410182001001")


@pytest.fixture
def auditor(make_account):
    return make_account("auditor", Role.AUDITOR)


@pytest.fixture
def admin_user(make_account):
    return make_account("admin", Role.SYSTEM_ADMIN)


@pytest.fixture
def outsider(make_account):
    """An account without any grant."""
    return make_account("outsider")


# -- the demo county ------------------------------------------------------------------------------


@pytest.fixture(scope="session")
def demo_database(django_db_setup, django_db_blocker):
    """Loads the demo county once, for all tests that roll back."""
    from django.conf import settings

    with django_db_blocker.unblock():
        settings.DEMO, pinned = True, settings.PINNED_NOW
        settings.PINNED_NOW = datetime(2021, 4, 30, 9, 0, tzinfo=ZoneInfo("Asia/Shanghai"))
        hashers = settings.PASSWORD_HASHERS
        settings.PASSWORD_HASHERS = ["django.contrib.auth.hashers.MD5PasswordHasher"]
        call_command("load_demo", verbosity=0)
        settings.PINNED_NOW, settings.PASSWORD_HASHERS = pinned, hashers
    _loaded.append(True)


@pytest.fixture
def demo(demo_database, db):
    """The demo county, in a transaction that is rolled back; its accounts by user name."""
    return {user.username: user for user in User.objects.filter(is_demo=True)}


@pytest.fixture
def demo_live(transactional_db, live_server, monkeypatch):
    """A real server over a freshly loaded demo county; returns its address. For browser tests."""
    monkeypatch.setenv("DEMO_PASSWORD", PASSWORD)
    call_command("load_demo", verbosity=0)
    call_command("demo_accounts", verbosity=0)
    yield live_server.url
    connections.close_all()


@pytest.fixture
def as_user(client):
    """A function that signs the test client in: as_user(leader).get("/")."""

    def sign_in(user):
        client.force_login(user)
        return client

    return sign_in
