"""备注流水 on the page of a weekly report: as on every row of a ledger, and apart from its flow."""

import pytest
from django.urls import reverse
from pages import buttons

from ledgers.models import Note

pytestmark = pytest.mark.django_db


def page(report) -> str:
    return reverse("projects:report_detail", args=[report.pk])


def note(client, report, said, **more):
    address = reverse("projects:report_note", args=[report.pk])
    return client.post(address, {"text": said, **more})


def test_written_and_read_whatever_the_state_of_the_report(
    as_user, report, community_reporter, street_reviewer, leader
):
    client = as_user(community_reporter)
    answer = note(client, report, "监理月报下周才到，\n先按台账报")
    assert answer.status_code == 302 and answer.url == page(report) + "#notes"
    report.refresh_from_db()
    assert report.status == "due"
    assert note(as_user(street_reviewer), report, "<b>已核</b>").status_code == 302
    html = as_user(leader).get(page(report)).content.decode()
    assert html.index("&lt;b&gt;已核&lt;/b&gt;") < html.index("监理月报下周才到")
    assert "添加备注" not in buttons(html)  # who looks does not write
    assert "添加备注" in buttons(as_user(community_reporter).get(page(report)))


def test_what_is_refused_stays_in_the_form(as_user, report, community_reporter):
    client = as_user(community_reporter)
    answer = note(client, report, "监理电话13800001234")
    html = answer.content.decode()
    assert answer.status_code == 400 and "疑似含有电话号码" in html and "监理电话" in html
    assert not Note.objects.exists()
    assert note(client, report, "监理电话13800001234", confirmed="1").status_code == 302
    assert note(client, report, "").status_code == 400
    assert Note.objects.get().ledger == "projects.report"


def test_another_streets_report_is_not_there_and_a_reader_does_not_write(
    as_user, report, other_street_reporter, leader, community_reporter
):
    assert note(as_user(other_street_reporter), report, "x").status_code == 404
    assert note(as_user(leader), report, "x").status_code == 403
    address = reverse("projects:report_note", args=[report.pk])
    assert as_user(community_reporter).get(address).status_code == 405
    assert not Note.objects.exists()
