"""Each domain model has its history; no list, file, page or history shows a full phone number."""

import io
import zipfile

import pytest
from django.apps import apps
from django.test import Client
from django.urls import reverse

from ledgers import registry
from ledgers.trail.audit_words import _before
from orgs.models import Person, User

FLOORS = ("orgs", "courtyards", "projects", "volunteers", "campaign")
# Django's own permissions are not used: what an account may do stands in its grants.
WITHOUT = {"orgs.User_groups", "orgs.User_user_permissions"}
NUMBER = "13812345678"


def test_every_domain_model_is_tracked():
    events = [model for model in apps.get_models() if hasattr(model, "pgh_tracked_model")]
    tracked = {model.pgh_tracked_model for model in events}
    bare = {
        model._meta.label
        for model in apps.get_models(include_auto_created=True)
        if model._meta.app_label in FLOORS and model not in tracked and model not in events
    }
    assert bare == WITHOUT and len(tracked) > 60


def test_an_accounts_history_tells_no_secret(make_account):
    user = make_account("someone", "reporter")
    User.objects.filter(pk=user.pk).update(first_name="示例干事", is_active=False)
    user.set_password("another-Secret-9"), user.save()
    fields = {field.name for field in user.events.model._meta.fields}
    assert user.events.filter(first_name="示例干事", is_active=False).exists()
    assert not fields & {"password", "old_passwords", "session_round", "last_login"}
    before = user.events.count()
    User.objects.filter(pk=user.pk).update(last_login="2021-04-30T09:00Z", password="x")
    assert user.events.count() == before


@pytest.mark.django_db
@pytest.mark.parametrize(
    "events",
    [model for model in apps.get_models() if hasattr(model, "pgh_tracked_model")],
    ids=lambda model: model._meta.label,
)
def test_each_history_can_be_told(events):
    """The page of the audit trail asks for the event before; no field may be in its way."""
    event = events(pk=1, pgh_id=1, pgh_label="update")
    assert _before(events, [event]) == {}


def text_of(answer) -> str:
    content = b"".join(answer) if answer.streaming else answer.content
    if content[:2] == b"PK":
        with zipfile.ZipFile(io.BytesIO(content)) as book:
            return "".join(book.read(name).decode("utf-8", "replace") for name in book.namelist())
    return content.decode("utf-8")


def test_no_page_shows_a_full_number(demo):
    Person.objects.update(phone="13900009999")
    Person.objects.update(phone=NUMBER)
    client = Client()
    client.force_login(demo["orgdept"])
    shown = {}
    for ledger in registry.all_ledgers():
        pages = [ledger.list_address(), f"{ledger.list_address()}?format=csv"]
        pages.append(f"{ledger.list_address()}?format=xlsx")
        row = ledger.model._base_manager.order_by("pk").first()
        if row is not None:
            pages.append(reverse(ledger.url_name("detail"), args=[row.pk]))
        for page in pages:
            answer = client.get(page)
            assert answer.status_code in (200, 404), page
            text = text_of(answer)
            if NUMBER in text or "13900009999" in text:
                shown[page] = answer.status_code
    client.force_login(demo["auditor"])
    for page in ("/audit/", "/audit/?model=orgs_personevent", "/audit/?format=csv"):
        if NUMBER in text_of(client.get(page)):
            shown[page] = 200
    assert not shown


def test_admin_shows_no_full_number(demo):
    Person.objects.update(phone=NUMBER)
    client = Client()
    client.force_login(demo["orgdept"])
    person = Person.objects.first()
    for name, args in (("changelist", []), ("change", [person.pk]), ("history", [person.pk])):
        answer = client.get(reverse(f"admin:orgs_person_{name}", args=args))
        assert answer.status_code == 200 and NUMBER not in answer.content.decode()
    assert "138****5678" in answer.content.decode()  # the history is the database's own trail
