"""Signing in: records, lock-out by account and address, idle time, one's own list, networks."""

from datetime import timedelta

import pytest
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext

from ledgers import clock
from ledgers.models import AuditRecord
from orgs.accounts.checks import account_settings
from orgs.accounts.lockout import locks
from orgs.models import User
from tests.conftest import PASSWORD

LOGIN = "/accounts/login/"
WRONG = "not-the-password"
CHROME = "Mozilla/5.0 (Windows NT 10.0; Win64) AppleWebKit/537.36 Chrome/120.0 Safari/537.36"


def attempt(client, username="suohe", password=WRONG, **extra):
    return client.post(LOGIN, {"username": username, "password": password}, **extra)


class TestLockOut:
    def test_five_wrong_passwords_lock_the_account_for_a_quarter_of_an_hour(
        self, client, street_reporter, monkeypatch
    ):
        for _ in range(4):
            assert attempt(client).status_code == 200
        answer = attempt(client)
        assert answer.status_code == 429
        page = answer.content.decode()
        assert "暂时不能登录" in page and "以后再试" in page
        assert 0 < int(answer["Retry-After"]) <= 900
        # Not even the right password opens now, from any address.
        assert attempt(client, password=PASSWORD).status_code == 429
        assert attempt(Client(REMOTE_ADDR="10.1.1.1"), password=PASSWORD).status_code == 429
        lock = locks()[0]
        assert (lock.kind, lock.value, lock.failures) == ("username", "suohe", 5)
        assert set(AuditRecord.objects.values_list("kind", flat=True)) == {
            "sign_in_failed",
            "locked_out",
        }
        moment = clock.actual() + timedelta(minutes=15, seconds=1)
        monkeypatch.setattr(clock, "actual", lambda: moment)
        assert attempt(client, password=PASSWORD).status_code == 302

    def test_others_still_sign_in_from_that_address(self, client, street_reporter, leader):
        for _ in range(5):
            attempt(client)
        assert attempt(client, "leader", PASSWORD).status_code == 302

    def test_an_address_that_tries_many_accounts_is_locked(self, client, settings, leader):
        settings.ADDRESS_FAILURES = 6
        for number in range(5):
            assert attempt(client, f"name{number}").status_code == 200
        # A success in between clears the account, not the address.
        assert attempt(client, "leader", PASSWORD).status_code == 302
        client.logout()
        assert attempt(client, "name6").status_code == 429
        assert attempt(client, "leader", PASSWORD).status_code == 429
        assert attempt(Client(REMOTE_ADDR="10.1.1.1"), "leader", PASSWORD).status_code == 302

    def test_proxies_in_front_are_seen_through(self, client, settings, street_reporter):
        settings.TRUSTED_PROXIES, settings.ADDRESS_FAILURES = 1, 1
        attempt(client, headers={"x-forwarded-for": "1.2.3.4, 10.9.9.9"})
        assert [lock.value for lock in locks(ip_address="10.9.9.9")] == ["10.9.9.9"]
        assert not locks(ip_address="1.2.3.4")

    def test_the_system_administrator_lets_it_go(
        self, client, as_user, admin_user, street_reporter
    ):
        for _ in range(5):
            attempt(client)
        keeper = Client()
        keeper.force_login(admin_user)
        assert "suohe" in keeper.get("/accounts/locks/").content.decode()
        answer = keeper.post("/accounts/locks/", {"kind": "username", "value": "suohe"})
        assert answer.status_code == 302
        assert attempt(client, password=PASSWORD).status_code == 302
        assert keeper.post("/accounts/locks/", {"kind": "pk", "value": "1"}).status_code == 400


class TestRecords:
    def test_my_sign_ins_say_when_where_and_how(self, client, street_reporter, leader):
        attempt(client, headers={"user-agent": CHROME})
        attempt(client, "leader", headers={"user-agent": "x"})
        attempt(client, password=PASSWORD, headers={"user-agent": CHROME})
        page = client.get("/accounts/sign-ins/").content.decode()
        assert page.count("Chrome · Windows电脑") == 2
        assert "密码错误" in page and "登录成功" in page and "127.0.0.1" in page
        assert "未知浏览器" not in page  # the leader's failure is the leader's
        client.post("/accounts/logout/")
        kinds = AuditRecord.objects.filter(user_id=street_reporter.pk).order_by("pk")
        assert list(kinds.values_list("kind", flat=True)) == [
            "sign_in_failed",
            "sign_in",
            "sign_out",
        ]

    def test_an_empty_form_is_no_attempt(self, client, street_reporter):
        assert attempt(client, username="", password="").status_code == 200
        assert not AuditRecord.objects.exists()


class TestIdle:
    def at(self, monkeypatch, **delta):
        moment = clock.actual() + timedelta(**delta)
        monkeypatch.setattr(clock, "actual", lambda: moment)

    def test_half_an_hour_alone_ends_the_session(self, client, leader, monkeypatch):
        client.force_login(leader)
        assert client.get("/gaps/").status_code == 200
        self.at(monkeypatch, minutes=29)
        assert client.get("/gaps/").status_code == 200
        self.at(monkeypatch, minutes=29)
        assert client.get("/gaps/").status_code == 200
        self.at(monkeypatch, minutes=31)
        answer = client.get("/gaps/?on=2021-01-01")
        assert answer.url == "/accounts/login/?next=/gaps/%3Fon%3D2021-01-01&ended=idle"
        assert "系统已自动退出" in client.get(answer.url).content.decode()
        assert client.get("/gaps/").status_code == 302

    def test_eight_hours_end_it_in_any_case(self, client, leader, monkeypatch):
        client.force_login(leader)
        for _ in range(24):
            assert client.get("/gaps/").status_code == 200
            self.at(monkeypatch, minutes=20)
        self.at(monkeypatch, minutes=1)
        assert client.get("/gaps/").url.endswith("ended=limit")

    def test_a_part_of_a_page_sends_the_whole_page_to_the_log_in(self, client, leader, monkeypatch):
        client.force_login(leader)
        client.get("/gaps/")
        self.at(monkeypatch, hours=1)
        answer = client.get("/gaps/", headers={"hx-request": "true"})
        assert answer.status_code == 204
        assert answer["HX-Redirect"].startswith(LOGIN)


def test_the_gates_ask_the_database_nothing(client, leader):
    """Session, account and grants are read as ever; time, second factor and password cost nothing."""
    client.force_login(leader)
    client.get("/accounts/password/done/")
    with CaptureQueriesContext(connection) as asked:
        client.get("/accounts/password/done/")
    tables = [query["sql"].split('FROM "')[1].split('"')[0] for query in asked]
    assert tables == ["django_session", "orgs_user", "orgs_grant"]


class TestNetworks:
    def test_admin_and_accounts_answer_their_networks_only(self, client, admin_user, settings):
        client.force_login(admin_user)
        settings.ADMIN_NETWORKS = ["10.0.0.0/8"]
        for page in ("/admin/", "/admin/orgs/user/", "/accounts/people/", "/accounts/locks/"):
            assert client.get(page).status_code == 404
            assert client.get(page, REMOTE_ADDR="10.2.3.4").status_code == 200
        assert client.get("/").status_code == 200
        assert Client().get("/admin/").status_code == 404


@pytest.mark.parametrize("closed", [True, False])
def test_a_closed_account_is_out_at_once(client, leader, closed):
    client.force_login(leader)
    User.objects.filter(pk=leader.pk).update(is_active=not closed)
    assert client.get("/gaps/").status_code == (302 if closed else 200)


def test_slips_in_the_settings_of_accounts_are_named(settings):
    settings.REQUIRE_SECOND_FACTOR = ["system_admin", "sysadmin"]
    settings.ADMIN_NETWORKS = ["10.0.0.0/8", "10.0.0.1/8"]
    assert [error.id for error in account_settings(None)] == ["orgs.E001", "orgs.E002"]
    settings.REQUIRE_SECOND_FACTOR, settings.ADMIN_NETWORKS = ["auditor"], ["192.0.2.7"]
    assert account_settings(None) == []
