"""A form that came too late, or from another session, is shown again to its author and to no other."""

from datetime import timedelta

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.test import Client
from django.urls import reverse
from makers import make_courtyard, make_unit
from pages import buttons, form_to, inline, read, values

from campaign.gates.form_recovery import KEPT, LASTS, MOST
from ledgers import clock
from projects.models import Problem
from tests.conftest import PASSWORD

pytestmark = pytest.mark.usefixtures("county")
LOGIN, AGAIN = "/accounts/login/", "/accounts/typed/"
OURS = {"Origin": "http://testserver"}


@pytest.fixture
def problem_form(street_reporter):
    """The address and the values of a problem that the street's reporter has typed."""
    court, unit = make_courtyard(), make_unit(code="410182001", kind="street")
    values = {
        "once": "5b1f9f0e-3f5a-4a53-9df2-3f4b2a7d9c11",
        "title": "示例院北门积水<b>", "category": "leak", "source": "resident",
        "responsible_unit": unit.pk, "due_on": "2021-05-10",
    }  # fmt: skip
    return f"{reverse('projects:problem_raise')}?courtyard={court.pk}", values


def sign_in(client, user):
    return client.post(LOGIN, {"username": user.username, "password": PASSWORD, "next": AGAIN})


def later(monkeypatch, **delta):
    moment = clock.actual() + timedelta(**delta)
    monkeypatch.setattr(clock, "actual", lambda: moment)


def sent_again(page) -> dict:
    """What the page would send."""
    return values(form_to(page, "/projects"))


class TestAfterTheSession:
    def test_an_idle_session_keeps_what_was_typed_for_its_author(
        self, client, street_reporter, problem_form, monkeypatch
    ):
        address, values = problem_form
        sign_in(client, street_reporter)
        client.get("/")
        later(monkeypatch, minutes=31)
        answer = client.post(address, values)
        assert answer.url == f"{LOGIN}?next={AGAIN}&ended=idle"
        assert "您刚才填写的内容已保留" in client.get(answer.url).text
        assert sign_in(client, street_reporter).url == AGAIN
        page = client.get(AGAIN)
        assert "示例院北门积水&lt;b&gt;" in page.text and "什么问题" in page.text
        assert "示例局" in page.text and not Problem.objects.exists()
        done = client.post(address, sent_again(page))
        assert done.status_code == 302 and Problem.objects.get().title == values["title"]
        assert KEPT not in client.session and client.get(AGAIN).url == "/"

    def test_a_session_long_gone_is_told_by_the_signed_cookie(
        self, client, street_reporter, problem_form
    ):
        address, values = problem_form
        sign_in(client, street_reporter)
        client.session.flush()
        assert client.post(address, values).url == f"{LOGIN}?next={AGAIN}&ended=gone"
        sign_in(client, street_reporter)
        assert "示例院北门积水" in client.get(AGAIN).text

    def test_nobody_else_sees_it_and_it_is_gone_then(
        self, client, street_reporter, other_street_reporter, problem_form
    ):
        address, values = problem_form
        sign_in(client, street_reporter)
        client.session.flush()
        client.post(address, values)
        sign_in(client, other_street_reporter)
        assert client.get(AGAIN).url == "/" and KEPT not in client.session

    def test_a_browser_in_which_nobody_signed_in_keeps_nothing(self, client, problem_form):
        assert client.post(*problem_form).url == f"{LOGIN}?next=/&ended=gone"
        client.cookies["last_account"] = "1:forged"
        client.post(*problem_form)
        assert KEPT not in client.session

    def test_it_lasts_an_hour_and_can_be_thrown_away(
        self, client, street_reporter, problem_form, monkeypatch
    ):
        for wait, shown in ((LASTS - 60, 200), (LASTS + 60, 302)):
            sign_in(client, street_reporter)
            client.session.flush()
            client.post(*problem_form)
            with monkeypatch.context() as patch:
                later(patch, seconds=wait)
                client.force_login(street_reporter)
                assert client.get(AGAIN).status_code == shown
        sign_in(client, street_reporter)
        client.session.flush()
        client.post(*problem_form)
        sign_in(client, street_reporter)
        assert client.post(AGAIN).url == "/" and KEPT not in client.session

    @pytest.mark.parametrize(
        "more", [{"HX-Request": "true"}, {"Sec-Fetch-Mode": "cors"}, {"Accept": "application/json"}]
    )
    def test_what_a_script_sends_is_not_kept(self, client, street_reporter, problem_form, more):
        sign_in(client, street_reporter)
        client.session.flush()
        client.post(*problem_form, headers=more)
        assert KEPT not in client.session

    def test_passwords_files_and_floods_are_not_kept(self, client, street_reporter, problem_form):
        address, values = problem_form
        sign_in(client, street_reporter)
        client.session.flush()
        client.post("/accounts/password/", {"old_password": PASSWORD})
        client.post(address, values | {"title": "长" * MOST})
        assert KEPT not in client.session
        photo = SimpleUploadedFile("a.jpg", b"some picture", content_type="image/jpeg")
        client.post(address, values | {"photo": photo, "password": "geheim"})
        sign_in(client, street_reporter)
        page = client.get(AGAIN)
        assert read(page).select("input[type=file][name=photo]") and "请重新选择" in page.text
        assert "some picture" not in page.text and "geheim" not in page.text


class TestAnotherSessionsToken:
    @pytest.fixture
    def strict(self, street_reporter):
        """A client that checks tokens, signed in again since its form was opened."""
        client = Client(enforce_csrf_checks=True)
        client.force_login(street_reporter)
        return client

    def test_the_page_shows_the_form_and_sends_it_with_a_fresh_token(self, strict, problem_form):
        address, values = problem_form
        stale = values | {"csrfmiddlewaretoken": "x" * 64}
        page = strict.post(address, stale, headers=OURS)
        assert page.status_code == 403 and not Problem.objects.exists()
        assert "没有办理" in page.text and "示例院北门积水&lt;b&gt;" in page.text
        assert inline(page) == []
        again = sent_again(page)
        assert again["csrfmiddlewaretoken"] != "x" * 64
        assert strict.post(address, again, headers=OURS).status_code == 302
        assert Problem.objects.get().title == values["title"]

    @pytest.mark.parametrize(
        "headers",
        [
            {"Origin": "https://evil.example"},
            {"Origin": "null"},
            {"Referer": "https://evil.example/testserver"},
            {"Referer": "http://testserver.evil.example/"},
            {},
            OURS | {"Sec-Fetch-Site": "cross-site"},
        ],
    )
    def test_another_sites_form_gets_the_plain_page(self, strict, problem_form, headers):
        page = strict.post(*problem_form, headers=headers)
        assert page.status_code == 403 and "按浏览器的“返回”" in page.text
        assert "重新提交" not in buttons(page) and "示例院北门积水" not in page.text

    def test_the_referer_is_enough_where_there_is_no_origin(self, strict, problem_form):
        page = strict.post(*problem_form, headers={"Referer": "http://testserver/projects/"})
        assert "重新提交" in buttons(page)

    def test_without_an_account_or_the_verb_there_is_nothing_to_send(self, leader, problem_form):
        nobody, looks = Client(enforce_csrf_checks=True), Client(enforce_csrf_checks=True)
        looks.force_login(leader)
        for client in (nobody, looks):
            page = client.post(*problem_form, headers=OURS)
            assert page.status_code == 403 and "重新提交" not in buttons(page)

    def test_a_password_is_never_shown_again(self, strict):
        for address in (LOGIN, "/accounts/password/"):
            page = strict.post(address, {"username": "x", "old_password": "geheim"}, headers=OURS)
            assert page.status_code == 403 and "geheim" not in page.text
            assert "内容还没有提交" in page.text
