"""The auditor's pages: the search over all changes and records, its file, the chain's state."""

import csv
import io
from datetime import date
from urllib.parse import urlsplit

import pytest
from django.db import connection
from django.http import QueryDict
from django.test import Client
from django.test.utils import CaptureQueriesContext
from django.urls import reverse
from makers import START, make_building, make_courtyard, make_person
from pages import changes, errors, read, value_of, words_of

from campaign.audit import search as audit_search
from campaign.audit.matrix import page_table, page_title
from courtyards.models import Headship
from ledgers.history import batch
from ledgers.models import AuditRecord, TrailEntry
from ledgers.trail import chain

pytestmark = pytest.mark.usefixtures("county")
SEARCH = "/audit/"


@pytest.fixture
def look(auditor):
    client = Client()
    client.force_login(auditor)

    def ask(**query):
        answer = client.get(SEARCH, query)
        return answer, answer.content.decode()

    return ask


def moments(html: str) -> list[str]:
    """The times of the rows of the trail."""
    return words_of(html, "tbody td time")


@pytest.fixture
def heads():
    """Two hundred heads of two hundred buildings."""
    court = make_courtyard()
    rows = [
        Headship(
            building=make_building(court, f"{n}号楼"), person=make_person(f"示例{n}"),
            division=court.division, since=START,
        )
        for n in range(200)
    ]  # fmt: skip
    return Headship.objects.bulk_create(rows)


class TestChanges:
    def test_a_bulk_update_of_200_heads_leaves_200_rows_with_user_and_batch(
        self, look, heads, leader
    ):
        with batch("end_heads", user=leader) as mark:
            Headship.objects.filter(pk__in=[h.pk for h in heads]).update(until=date(2021, 3, 1))
        entries = TrailEntry.objects.filter(batch=mark)
        assert entries.count() == 200
        assert set(entries.values_list("user_id", "action", "subject")) == {
            (leader.pk, "update", "courtyards_headshipevent")
        }
        assert {int(key) for key in entries.values_list("object_key", flat=True)} == {
            head.pk for head in heads
        }
        found = audit_search.describe_entries(list(entries.order_by("id")))
        assert {(c.label, c.old, c.new) for row in found for c in row.changes} == {
            ("终止日期", "—", "2021年3月1日")
        }
        seen, before = 0, ""
        for _ in range(4):  # four pages of fifty, without a gap
            _, html = look(batch=mark, before=before)
            seen += len(moments(html))
            older = read(html).select_one("a[rel=next]")
            before = QueryDict(urlsplit(older["href"]).query)["before"] if older else ""
        assert seen == 200

    def test_old_and_new_values_who_and_from_where(self, look, orgdept):
        person = make_person("示例甲", office="干事")
        client = Client(REMOTE_ADDR="10.9.8.7")
        client.force_login(orgdept)
        form = client.get(reverse("orgs:person_update", args=[person.pk]))
        shown = value_of(form, "shown")
        answer = client.post(
            reverse("orgs:person_update", args=[person.pk]),
            {"shown": shown, "name": "示例甲", "division": person.division_id,
             "office": "主任", "rank": "none", "party_status": "full"},
        )  # fmt: skip
        assert answer.status_code == 302, answer.content.decode()[-3000:]
        _, html = look(model="orgs_personevent", object_key=person.pk, action="update")
        assert ("干事", "主任") in changes(html)
        assert "orgdept" in html and "10.9.8.7" in html and "/orgs/people/" in html

    @pytest.mark.parametrize(
        ("asked", "found"),
        [
            ({"who": "suohe"}, 1),
            ({"who": "nobody"}, 0),
            ({"model": "courtyards_courtyardevent"}, 2),
            ({"model": "courtyards_courtyardevent", "action": "update"}, 1),
            ({"action": "export"}, 1),
            ({"since": "2049-01-01"}, 0),
            ({"until": "2000-01-01"}, 0),
            ({"address": "10.0.0.1"}, 0),
            ({"batch": "change"}, 1),
        ],
    )
    def test_each_question_narrows(self, look, street_reporter, leader, asked, found):
        from ledgers.trail import audit

        court = make_courtyard("示例院")
        with batch("change", user=street_reporter):
            type(court).objects.filter(pk=court.pk).update(remark="甲")
        audit.record("export", user=leader, detail={"ledger": "人员台账", "rows": 7})
        answer, html = look(**asked)
        assert answer.status_code == 200
        assert len(moments(html)) == found

    def test_a_wrong_question_is_told(self, look):
        for asked in ({"address": "x"}, {"since": "31.13."}, {"action": "danced"}):
            answer, html = look(**asked)
            assert answer.status_code == 400 and errors(html)
        assert look(before="x")[0].status_code == 400

    def test_the_pages_cost_does_not_grow(self, look):
        court = make_courtyard()
        counts = []
        look()  # the session notes its first activity
        for _ in range(2):
            for number in range(60):
                type(court).objects.filter(pk=court.pk).update(remark=str(number))
            with CaptureQueriesContext(connection) as queries:
                look(model="courtyards_courtyardevent")
            counts.append(len(queries))
        assert counts[0] == counts[1] <= 16


class TestFile:
    def test_watermark_values_and_its_own_record(self, look, auditor):
        make_courtyard("=示例院")
        answer, _ = look(format="csv", model="courtyards_courtyardevent")
        lines = list(csv.reader(io.StringIO(answer.content.decode("utf-8-sig"))))
        assert "筛选：对象类别：" in lines[0][0]
        assert "导出：auditor（auditor），2021年4月30日 09:00" in lines[0][0]
        assert len(lines) == 3 and lines[2][6] == "'=示例院"
        kept = AuditRecord.objects.get(kind="export")
        assert kept.user_id == auditor.pk and kept.detail["rows"] == 1
        assert look(format="xml")[0].status_code == 400


class TestWho:
    def test_only_the_auditor(self, as_user, leader, orgdept, admin_user, outsider):
        for user in (leader, orgdept, admin_user, outsider):
            for page in (SEARCH, "/audit/chain/"):
                assert as_user(user).get(page).status_code == 403

    def test_phones_are_masked(self, look):
        person = make_person("示例甲", phone="13800001234")
        person.phone = "13900005678"
        person.save()
        _, html = look(model="orgs_personevent", object_key=person.pk)
        assert "138****1234" in html and "139****5678" in html
        assert "13800001234" not in html and "13900005678" not in html


class TestRecords:
    def test_an_export_a_refusal_and_a_reveal_are_kept(
        self, as_user, look, leader, street_reporter
    ):
        person = make_person("示例甲", phone="13800001234")
        stranger = make_person("示例乙", code="410182002001", phone="13800001235")
        as_user(leader).get("/orgs/people/", {"format": "csv", "q": "slj"})
        as_user(leader).get("/orgs/people/", {"format": "xlsx"})
        client = as_user(street_reporter)
        reveal = client.post(reverse("orgs:phone_reveal", args=[person.pk]))
        assert "13800001234" in reveal.content.decode()
        assert client.post(reverse("orgs:phone_reveal", args=[stranger.pk])).status_code == 404
        assert client.get("/audit/").status_code == 403
        kept = list(AuditRecord.objects.order_by("pk"))
        assert [record.kind for record in kept] == [
            "export",
            "export",
            "reveal",
            "refused",
            "refused",
        ]
        assert kept[0].detail["rows"] == 1 and kept[1].detail["rows"] == 2
        assert kept[0].detail["ledger"] == "人员台账" and kept[0].detail["asked"]
        assert (kept[2].model, kept[2].object_key) == ("orgs.Person", str(person.pk))
        assert kept[3].detail == {
            "status": 404, "method": "POST", "page": "orgs:phone_reveal",
            "row": {"pk": str(stranger.pk)},
        }  # fmt: skip
        assert "查看电话" in look(model="orgs_personevent", object_key=person.pk)[1]

    def test_a_mistyped_address_is_no_refusal(self, as_user, leader):
        assert as_user(leader).get("/no/such/page/").status_code == 404
        assert not AuditRecord.objects.exists()

    def test_a_leader_cannot_reveal(self, as_user, leader, auditor, admin_user):
        person = make_person("示例甲", phone="13800001234")
        for user in (leader, auditor, admin_user):
            answer = as_user(user).post(reverse("orgs:phone_reveal", args=[person.pk]))
            assert answer.status_code in (403, 404)
            assert "13800001234" not in answer.content.decode()


def test_the_page_is_called_by_its_name(as_user, look, leader):
    court = make_courtyard()
    as_user(leader).post(reverse("courtyards:courtyard_update", args=[court.pk]), {})
    _, text = look(who=leader.username)
    path = f"/courtyards/courtyards/{court.pk}/edit/"
    assert "无主管楼院（片区）台账·修改" in words_of(text, f'[title="{path}"]')
    told = look(who=leader.username, format="csv")[1]
    assert f"无主管楼院（片区）台账·修改 {path}" in told
    names = [page_title(at) for at in ("/audit/", "/admin/orgs/unit/", "/not/ours/")]
    assert names == ["审计检索", "系统管理", ""]


def test_every_page_has_a_name_for_the_matrix_and_the_trail():
    titles = {row.address: row.title for row in page_table()}
    assert not {address for address, title in titles.items() if title.isascii()}


def test_the_state_of_the_chain_is_shown(as_user, auditor):
    client = as_user(auditor)
    assert "还没有核验过" in client.get("/audit/chain/").content.decode()
    make_courtyard()
    with connection.cursor() as cursor:
        cursor.execute("SET CONSTRAINTS ALL IMMEDIATE; SET CONSTRAINTS ALL DEFERRED")
    found = chain.verify_chain()
    html = client.get("/audit/chain/").content.decode()
    assert "留痕完整" in html and found.head in html
