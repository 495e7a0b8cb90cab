"""Audit records, and the context of every change."""

import pghistory
import pytest
from django.test import RequestFactory
from makers import make_courtyard

from ledgers.history import batch, current_batch
from ledgers.models import AuditRecord
from ledgers.request_origin import client_address
from ledgers.trail import audit

pytestmark = pytest.mark.usefixtures("county")


class TestRecord:
    def test_who_where_and_about_what(self, leader):
        request = RequestFactory().get("/orgs/people/", REMOTE_ADDR="10.1.2.3")
        request.user = leader
        court = make_courtyard("示例院")
        kept = audit.record("export", request=request, obj=court, detail={"rows": 3})
        kept.refresh_from_db()
        assert (kept.user_id, kept.username, kept.address) == (leader.pk, "leader", "10.1.2.3")
        assert (kept.path, kept.model, kept.object_key) == (
            "/orgs/people/",
            "courtyards.Courtyard",
            str(court.pk),
        )
        assert kept.object_name == "示例院" and kept.detail == {"rows": 3} and kept.request_id

    def test_one_request_bears_one_number(self, leader):
        request = RequestFactory().get("/")
        request.user = leader
        first, second = (audit.record("other", request=request) for _ in range(2))
        assert first.request_id == second.request_id
        assert audit.record("other", request=RequestFactory().get("/")).request_id not in (
            "",
            first.request_id,
        )

    def test_no_phone_number_gets_in(self):
        kept = audit.record(
            "other", detail={"q": "找13800001234", "all": ["13900005678"], "n": 15, "id": "2" * 18}
        )
        assert kept.detail["q"] == "找138****1234" and kept.detail["all"] == ["139****5678"]
        assert kept.detail["n"] == 15 and kept.detail["id"] == "2" * 18

    def test_a_failed_sign_in_names_what_was_typed(self):
        kept = audit.record("sign_in_failed", username="x" * 500 + "\x00")
        assert kept.user_id is None and kept.username == "x" * 150

    def test_an_unknown_kind_is_refused(self):
        with pytest.raises(ValueError):
            audit.record("danced")
        assert not AuditRecord.objects.exists()


class TestAddress:
    @pytest.mark.parametrize(
        ("proxies", "forwarded", "address"),
        [
            (0, "1.1.1.1", "10.0.0.9"),
            (1, "6.6.6.6, 1.1.1.1", "1.1.1.1"),
            (2, "6.6.6.6, 1.1.1.1, 10.0.0.1", "1.1.1.1"),
            (2, "1.1.1.1", "10.0.0.9"),
            (1, "nonsense", None),
        ],
    )
    def test_only_what_a_trusted_proxy_wrote_is_believed(
        self, settings, proxies, forwarded, address
    ):
        settings.TRUSTED_PROXIES = proxies
        request = RequestFactory().get("/", REMOTE_ADDR="10.0.0.9", HTTP_X_FORWARDED_FOR=forwarded)
        assert client_address(request) == address


class TestBatch:
    def test_changes_within_bear_its_mark_and_later_ones_do_not(self, leader):
        with pghistory.context(user=leader.pk):
            with batch("import") as mark:
                inside = make_courtyard("甲院")
                with batch("inner") as inner:
                    assert inner == mark == current_batch()
            after = make_courtyard("乙院")
        metadata = inside.events.get().pgh_context.metadata
        assert metadata["user"] == leader.pk
        assert current_batch() == "" and mark.startswith("import:")
        assert metadata["batch"] == mark
        assert after.events.get().pgh_context.metadata == {"user": leader.pk}

    def test_without_a_request_the_batch_is_the_context(self, leader):
        with batch("command", user=leader) as mark:
            court = make_courtyard("甲院")
        assert court.events.get().pgh_context.metadata == {"batch": mark, "user": leader.pk}
