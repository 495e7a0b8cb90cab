"""Passwords and their rules; one-time links: hashed, once, for a time, one at a time."""

from datetime import timedelta

import pytest
from django.contrib.auth.password_validation import validate_password
from django.core.exceptions import ValidationError
from django.core.management import CommandError, call_command
from django.urls import reverse
from pages import names

from ledgers import clock
from ledgers.models import AuditRecord
from orgs.accounts.login_links import link_of, make_link, set_password, use_link
from orgs.accounts.services import grant_role
from orgs.models import LoginLink, User

GOOD = "Shuang-gai-2021"


def later(monkeypatch, **delta):
    """Let the real moment be so much later."""
    moment = clock.actual() + timedelta(**delta)
    monkeypatch.setattr(clock, "actual", lambda: moment)


@pytest.mark.django_db  # the pinyin of a name asks for readings of places
class TestRules:
    @pytest.mark.parametrize(
        ("password", "words"),
        [
            ("Ab1-xyz99", "至少10位"),  # nine characters
            ("abcdefghij1", "至少三类"),
            ("1234567890123", "只包含数字"),
            ("Zhangsan-2021", "姓名的拼音"),
            ("Suohe-user-77", "账号"),
        ],
    )
    def test_refused(self, password, words):
        user = User(username="suohe-user", first_name="张三")
        with pytest.raises(ValidationError, match=words):
            validate_password(password, user)

    def test_taken(self):
        validate_password("Ab1-xyz999", User(username="suohe-user", first_name="张三"))

    def test_neither_the_present_nor_a_past_one_again(self, outsider):
        user = set_password(user=outsider, password=GOOD)
        for password in ("Other-word-1", "Other-word-2"):
            user = set_password(user=user, password=password)
        for used in (GOOD, "Other-word-1", "Other-word-2"):
            with pytest.raises(ValidationError, match="最近用过"):
                set_password(user=user, password=used)
        assert len(user.old_passwords) == 3  # that of the fixture among them

    def test_another_users_password_form_makes_it_due(self, as_user, admin_user, outsider):
        page = reverse("admin:auth_user_password_change", args=[outsider.pk])
        typed = {
            "password1": GOOD,
            "password2": GOOD,
            "usable_password": "true",
            "set-password": "1",
        }
        assert as_user(admin_user).post(page, typed).status_code == 302
        client = as_user(User.objects.get(pk=outsider.pk))
        assert client.get("/").url == "/accounts/password/?next=%2F"
        assert client.get("/accounts/sign-ins/").status_code == 302
        typed = {
            "old_password": GOOD,
            "new_password1": "Mine-own-77",
            "new_password2": "Mine-own-77",
        }
        assert client.post("/accounts/password/", typed).url == "/accounts/password/done/"
        assert client.get("/").status_code == 200
        assert not User.objects.get(pk=outsider.pk).must_change_password


class TestLinks:
    def test_sets_the_first_password_once(self, client, admin_user, outsider):
        token = make_link(user=outsider, by=admin_user)
        assert token not in LoginLink.objects.get().token_hash
        page = reverse("link_use", args=[token])
        assert "outsider" in client.get(page).content.decode()
        assert client.get(page)["Cache-Control"] == "no-store"
        answer = client.post(page, {"new_password1": GOOD, "new_password2": GOOD})
        assert answer.url == "/accounts/login/?account=outsider"
        assert User.objects.get(pk=outsider.pk).check_password(GOOD)
        for method in (client.get, client.post):
            assert method(page).status_code == 410

    def test_a_password_that_breaks_a_rule_leaves_the_link_good(self, client, outsider):
        page = reverse("link_use", args=[make_link(user=outsider, by=None)])
        answer = client.post(page, {"new_password1": "short", "new_password2": "short"})
        assert answer.status_code == 400
        assert "10" in answer.content.decode()
        assert client.get(page).status_code == 200

    def test_expires(self, outsider, settings, monkeypatch):
        token = make_link(user=outsider, by=None)
        later(monkeypatch, hours=settings.LOGIN_LINK_HOURS - 1)
        assert link_of(token)
        later(monkeypatch, hours=1)
        assert link_of(token) is None
        with pytest.raises(ValidationError, match="过期"):
            use_link(token=token, password=GOOD)

    def test_a_new_one_withdraws_the_old(self, outsider):
        first, second = (make_link(user=outsider, by=None) for _ in range(2))
        assert link_of(first) is None
        assert link_of(second).user == outsider

    def test_none_for_a_closed_account(self, outsider):
        token = make_link(user=outsider, by=None)
        User.objects.filter(pk=outsider.pk).update(is_active=False)
        assert link_of(token) is None
        with pytest.raises(ValidationError, match="已停用"):
            make_link(user=outsider, by=None)

    def test_ends_every_session_of_the_account(self, client, outsider):
        client.force_login(outsider)
        assert client.get("/").status_code == 200
        use_link(token=make_link(user=outsider, by=None), password=GOOD)
        assert client.get("/").status_code == 302

    def test_made_by_the_system_administrator_and_recorded(self, as_user, admin_user, outsider):
        answer = as_user(admin_user).post(reverse("account_link", args=[outsider.pk]))
        page = answer.content.decode()
        assert "只在本页显示这一次" in page and "/accounts/link/" in page
        assert answer["Cache-Control"] == "no-store"
        told = AuditRecord.objects.get(kind="account")
        assert (told.username, told.object_key) == ("admin", str(outsider.pk))

    def test_not_for_an_account_beyond_ones_own_divisions(self, as_user, make_account, leader):
        street = make_account("street-admin", "system_admin", code="410182001")
        page = reverse("account_link", args=[leader.pk])
        assert as_user(street).post(page).status_code == 404
        assert not LoginLink.objects.exists()


class TestGrants:
    def test_nobody_gives_a_role_to_themselves(self, admin_user, county):
        values = {"role": "leader", "division": county, "since": clock.today()}
        with pytest.raises(ValidationError, match="自己"):
            grant_role(by=admin_user, user=admin_user, **values)

    def test_nor_in_admin(self, as_user, admin_user):
        page = reverse("admin:orgs_user_change", args=[admin_user.pk])
        own = admin_user.grants.get()
        values = {
            "username": "admin",
            "is_active": "on",
            "grants-TOTAL_FORMS": "1",
            "grants-INITIAL_FORMS": "1",
            "grants-0-id": own.pk,
            "grants-0-user": admin_user.pk,
            "grants-0-role": "org_admin",
            "grants-0-division": "410182",
            "grants-0-since": "2020-01-01",
        }
        answer = as_user(admin_user).post(page, values)
        assert "不能给自己的账号授权" in answer.content.decode()
        own.refresh_from_db()
        assert own.role == "system_admin"


def test_the_first_administrator_comes_by_a_link(county, capsys):
    call_command("appoint_administrator", "boss", "示例管理员", division="410182")
    user = User.objects.get(username="boss")
    assert not user.has_usable_password()
    assert user.grants.get().role == "system_admin"
    token = capsys.readouterr().out.strip().split("/accounts/link/")[1].rstrip("/")
    assert link_of(token).user == user
    with pytest.raises(CommandError, match="三员分立"):
        call_command("appoint_administrator", "boss", "x", division="410182", role="auditor")
    with pytest.raises(CommandError, match="没有代码"):
        call_command("appoint_administrator", "boss2", "x", division="99")


def test_an_account_opened_in_admin_has_no_password(as_user, admin_user):
    client = as_user(admin_user)
    page = client.get(reverse("admin:orgs_user_add"))
    assert "After you" not in page.text
    assert not [name for name in names(page) if name.startswith("password")]
    values = {"username": "clerk", "first_name": "示例账号"}
    values |= {"grants-TOTAL_FORMS": "1", "grants-INITIAL_FORMS": "0", "grants-0-role": "reporter"}
    values |= {"grants-0-division": "410182001", "grants-0-since": "2021-01-01"}
    assert client.post(reverse("admin:orgs_user_add"), values).status_code == 302
    user = User.objects.get(username="clerk")
    assert not user.has_usable_password()
    assert user.grants.get().role == "reporter"
    change = client.get(reverse("admin:orgs_user_change", args=[user.pk])).content.decode()
    assert f"/accounts/people/{user.pk}/" in change
