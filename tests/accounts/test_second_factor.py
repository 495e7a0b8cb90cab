"""The second factor: enrolling, verifying, recovery codes, requiring it by role, resetting it."""

import time

import pytest
from django.urls import reverse
from django_otp.oath import TOTP
from django_otp.plugins.otp_totp.models import TOTPDevice
from pages import read, words_of

from orgs.accounts import second_factor as factor
from orgs.models import User
from tests.conftest import PASSWORD

FACTOR, VERIFY = "/accounts/factor/", "/accounts/factor/verify/"


def code_of(user, ahead: int = 0) -> str:
    """What the user's phone shows now, or so many steps ahead."""
    device = TOTPDevice.objects.filter(user=user).latest("pk")
    generator = TOTP(device.bin_key, device.step, device.t0, device.digits)
    generator.time = time.time() + ahead * device.step
    return f"{generator.token():06}"


def enrol(user) -> list[str]:
    factor.begin_enrolment(user=user)
    codes = factor.confirm_enrolment(user=user, code=code_of(user))
    assert codes is not None
    return codes


@pytest.fixture
def sign_in(client):
    def with_password(username):
        return client.post("/accounts/login/", {"username": username, "password": PASSWORD})

    return with_password


def test_enrolling_shows_a_qr_code_and_then_the_recovery_codes(as_user, leader):
    client = as_user(leader)
    client.post(FACTOR, {"do": "begin"})
    page = client.get(FACTOR)
    assert read(page).select('img[src^="data:image/svg+xml"]')
    assert "img-src 'self' data:" in page["Content-Security-Policy"]
    assert client.post(FACTOR, {"do": "confirm", "code": "000000"}).status_code == 400
    TOTPDevice.objects.update(throttling_failure_count=0, throttling_failure_timestamp=None)
    done = client.post(FACTOR, {"do": "confirm", "code": code_of(leader)})
    assert len(set(words_of(done, "main ol li"))) == factor.RECOVERY_CODES
    assert "恢复码只显示这一次" in done.text
    assert "条恢复码没有用过" in client.get(FACTOR).content.decode()


def test_after_log_in_nothing_opens_before_the_code(client, sign_in, leader):
    enrol(leader)
    assert sign_in("leader").status_code == 302
    for page in ("/", "/gaps/", "/accounts/password/", FACTOR):
        assert client.get(page).url.startswith(VERIFY)
    assert client.post("/accounts/password/", {}).status_code == 302
    assert client.post(VERIFY, {"code": "000000"}).status_code == 400
    TOTPDevice.objects.update(throttling_failure_count=0, throttling_failure_timestamp=None)
    right = client.post(f"{VERIFY}?next=/gaps/", {"code": code_of(leader, ahead=1)})
    assert right.url == "/gaps/"
    assert client.get("/gaps/").status_code == 200


def test_guessing_is_slowed_down(client, sign_in, leader):
    enrol(leader)
    sign_in("leader")
    client.post(VERIFY, {"code": "000000"})
    answer = client.post(VERIFY, {"code": code_of(leader, ahead=1)})
    assert answer.status_code == 400 and "试得太快" in answer.content.decode()


def test_a_code_never_counts_twice(leader):
    enrol(leader)
    code = code_of(leader, ahead=1)
    assert factor.verify(user=leader, code=code) == (True, 0)
    assert factor.verify(user=leader, code=code)[0] is False


def test_a_recovery_code_opens_once_and_is_stored_as_a_hash(leader, roads_hq):
    first, second, *_ = enrol(leader)
    enrol(roads_hq)
    tokens = leader.staticdevice_set.get().token_set.values_list("token", flat=True)
    assert not {first, first.replace("-", "")} & set(tokens)
    assert factor.verify(user=roads_hq, code=first)[0] is False
    assert factor.verify(user=leader, code=first.lower()) == (True, 0)
    assert factor.verify(user=leader, code=first)[0] is False
    assert factor.recovery_codes_left(leader) == factor.RECOVERY_CODES - 1
    assert second


def test_the_way_back_leads_to_our_own_pages_only(client, sign_in, leader):
    enrol(leader)
    sign_in("leader")
    answer = client.post(
        VERIFY, {"code": code_of(leader, ahead=1), "next": "https://evil.example/"}
    )
    assert answer.url == "/"


class TestRequiredByRole:
    @pytest.fixture(autouse=True)
    def required(self, settings):
        settings.REQUIRE_SECOND_FACTOR = ["system_admin", "auditor"]

    def test_admin_cannot_be_entered_without_it(self, as_user, admin_user):
        client = as_user(admin_user)
        for page in ("/admin/", "/admin/orgs/user/", "/accounts/people/", "/"):
            assert client.get(page).url.startswith(FACTOR)
        client.post(FACTOR, {"do": "begin"})
        client.post(FACTOR, {"do": "confirm", "code": code_of(admin_user)})
        assert client.get("/admin/").status_code == 200

    def test_it_cannot_be_taken_off(self, as_user, admin_user):
        client = as_user(admin_user)
        client.post(FACTOR, {"do": "begin"})
        client.post(FACTOR, {"do": "confirm", "code": code_of(admin_user)})
        client.post(FACTOR, {"do": "remove"})
        assert factor.has_second_factor(admin_user)

    def test_other_roles_work_without(self, as_user, orgdept):
        assert as_user(orgdept).get("/").status_code == 200


def test_taken_off_by_oneself_where_it_is_free(as_user, leader):
    enrol(leader)
    client = as_user(User.objects.get(pk=leader.pk))
    assert client.post(FACTOR, {"do": "remove"}).url == "/accounts/login/"
    assert not factor.has_second_factor(leader)


def test_the_system_administrator_resets_it_and_ends_the_sessions(as_user, admin_user, leader):
    enrol(leader)
    reset = reverse("account_factor_reset", args=[leader.pk])
    assert as_user(admin_user).post(reset).status_code == 302
    assert not factor.has_second_factor(leader)
    assert User.objects.get(pk=leader.pk).session_round == 1
