"""What holds for every form: sent twice it is stored once, and nobody's change is lost unseen."""

from uuid import uuid4

import pytest
from django.test import Client
from django.urls import get_resolver, reverse
from makers import make_courtyard, make_unit
from pages import read, value_of
from races import at_once

from ledgers.all_pages import _walk
from ledgers.jobs.sweeping import sweep_sent_forms
from ledgers.models import Note, SentForm
from ledgers.pages.once import ALREADY, SentOnce
from orgs.models import Unit
from projects.models import Problem, StoolMeeting

pytestmark = pytest.mark.usefixtures("county")

# Pages that take a POST and need no mark of their own, each with what makes it once.
WITHOUT = {
    # accounts and sign-in: nothing of the campaign's work, each a state that is set
    "PortalLoginView", "PortalLogoutView", "PasswordView", "LinkView", "FactorView", "VerifyView",
    "AccountLinkView", "FactorResetView", "LockListView", "SeeAsView", "SeeAsEndView",
    "TypedFormView", "PhoneRevealView",
    # only a look or a question: nothing is stored
    "FigureRowsView", "GapDetailView", "LedgerListView", "RosterUploadView", "ImportMarkedView",
    "ImportStartView",
    # a state of one row that is locked and moves on once
    "ImportColumnsView", "ImportStoreView", "ImportDropView", "BatchUndoView", "CaseCloseView",
    "WeekReopenView", "ReportApproveManyView", "ReportFormView", "ReportDraftView",
    "ReportWithdrawView", "ReportApproveView", "ReportReturnView", "ReportReopenView",
    "PhotoAddView", "PhotoRemoveView",
    # each cell, each row carries a token of its own
    "LedgerGridView", "ReportGridView", "BulkChangeView",
}  # fmt: skip


def views_that_take_a_form() -> set:
    found = (getattr(view, "view_class", None) for _, _, view in _walk(get_resolver().url_patterns))
    return {view for view in found if view is not None and hasattr(view, "post")}


def test_every_page_that_takes_a_form_is_carried_out_once_or_says_why_not():
    views = views_that_take_a_form()
    unmarked = {view.__name__ for view in views if not issubclass(view, SentOnce)}
    assert unmarked == WITHOUT


def marks(answer) -> dict:
    """The hidden marks that the first form of a page sends."""
    return {name: value_of(answer, name) for name in ("once", "shown") if has(answer, name)}


def has(answer, name: str) -> bool:
    return bool(read(answer).select(f"main input[type=hidden][name={name}]"))


def raising(client) -> tuple[str, dict]:
    """The page of a new problem, and what is typed into it."""
    court, unit = make_courtyard(), make_unit(code="410182001", kind="street")
    page = f"{reverse('projects:problem_raise')}?courtyard={court.pk}"
    typed = {
        "title": "路灯不亮", "category": "light", "source": "resident",
        "responsible_unit": unit.pk, "due_on": "2021-05-15",
    }  # fmt: skip
    return page, typed | marks(client.get(page))


class TestSentTwice:
    def test_the_second_is_told_and_led_to_what_the_first_stored(self, as_user, street_reporter):
        client = as_user(street_reporter)
        page, typed = raising(client)
        assert client.post(page, typed | {"title": ""}).status_code == 422
        first, second = client.post(page, typed), client.post(page, typed, follow=True)
        problem = Problem.objects.get()
        assert first["Location"] == reverse("projects:problem_detail", args=[problem.pk])
        assert second.redirect_chain == [(first["Location"], 302)]
        assert ALREADY in second.text
        told = client.post(page, typed | {"title": "井盖缺失"}, follow=True)
        assert "这次填写的与上次不同" in told.text and Problem.objects.count() == 1

    def test_a_form_that_came_back_refused_keeps_its_mark(self, as_user, street_reporter):
        client = as_user(street_reporter)
        page, typed = raising(client)
        refused = client.post(page, typed | {"title": ""})
        assert value_of(refused, "once") == typed["once"]
        assert not SentForm.objects.exists()

    def test_a_mark_counts_for_one_account_and_one_page(
        self, as_user, street_reporter, community_reporter
    ):
        page, typed = raising(as_user(street_reporter))
        for user in (street_reporter, community_reporter):
            assert as_user(user).post(page, typed).status_code == 302
        assert Problem.objects.count() == 2
        court = make_courtyard("示例二院")
        note = reverse("courtyards:courtyard_note", args=[court.pk])
        assert as_user(street_reporter).post(note, {"text": "示例", "once": typed["once"]}).url
        assert Note.objects.count() == 1

    def test_a_row_of_a_ledger_a_note_and_a_meeting(self, as_user, orgdept, street_reporter):
        create = reverse("orgs:unit_create")
        typed = {
            "name": "示例办", "kind": "organ", "division": "410182", "since": "2021-01-01",
        } | marks(as_user(orgdept).get(create))  # fmt: skip
        twice(as_user(orgdept), create, typed)
        assert Unit.objects.filter(name="示例办").count() == 1
        court = make_courtyard()
        detail = reverse("courtyards:courtyard_detail", args=[court.pk])
        client = as_user(street_reporter)
        typed = {"text": "已看过", "once": value_of(client.get(detail), "once")}
        twice(client, reverse("courtyards:courtyard_note", args=[court.pk]), typed)
        assert Note.objects.count() == 1
        enter = reverse("projects:stool_enter")
        typed = {"courtyard": court.pk, "held_on": "2021-04-20", "topic": "停车", "attendees": 12}
        twice(client, enter, typed | marks(client.get(enter)))
        assert StoolMeeting.objects.count() == 1

    def test_old_marks_are_swept(self, as_user, street_reporter, settings):
        client = as_user(street_reporter)
        client.post(*raising(client))
        assert sweep_sent_forms() == 0 and SentForm.objects.count() == 1
        settings.JOB_DAYS = -1
        assert sweep_sent_forms() == 1


def twice(client, page: str, typed: dict) -> None:
    first, second = client.post(page, typed), client.post(page, typed, follow=True)
    assert first.status_code == 302, first.text
    assert second.redirect_chain[0][0] == first["Location"]
    assert ALREADY in second.text


@pytest.mark.django_db(transaction=True)
def test_two_requests_at_the_same_moment_store_one(street_reporter):
    client = Client()
    client.force_login(street_reporter)
    page, typed = raising(client)
    typed["once"] = str(uuid4())

    def send():
        own = Client()
        own.force_login(street_reporter)
        return own.post(page, typed)

    results = at_once(send, send, send)
    assert [answer.status_code for answer in results] == [302] * 3
    problem = reverse("projects:problem_detail", args=[Problem.objects.get().pk])
    assert {answer["Location"] for answer in results} == {problem}


class TestChangedMeanwhile:
    def test_a_row_of_a_ledger(self, as_user, orgdept, street_reporter):
        unit = make_unit("示例甲局")
        page = reverse("orgs:unit_update", args=[unit.pk])
        client = as_user(orgdept)
        opened = client.get(page)
        Unit.objects.filter(pk=unit.pk).update(name="示例乙局")
        typed = {
            "name": "示例丙局", "kind": "organ", "division": "410182", "since": "2020-01-01",
        } | marks(opened)  # fmt: skip
        told = client.post(page, typed)
        assert told.status_code == 409 and value_of(told, "name") == "示例丙局"
        assert "示例乙局" in told.text
        assert Unit.objects.get(pk=unit.pk).name == "示例乙局"
        again = client.post(page, typed | marks(told))
        assert again.status_code == 302 and Unit.objects.get(pk=unit.pk).name == "示例丙局"

    def test_a_page_that_mends_one_gap(self, as_user, street_reporter):
        court = make_courtyard()
        page = reverse("courtyards:survey_create", args=[court.pk])
        client = as_user(street_reporter)
        opened = client.get(page)
        court.name = "示例新院"
        court.save()
        typed = {
            "surveyed_on": "2021-04-20", "buildings": 3, "households": 77, "residents": 200,
            "households_qualifier": "exact", "residents_qualifier": "exact",
        } | marks(opened)  # fmt: skip
        told = client.post(page, typed)
        assert told.status_code == 409 and "打开本页以后" in told.text
        assert value_of(told, "households") == "77" and not court.surveys.exists()
        assert client.post(page, typed | marks(told)).status_code == 302
