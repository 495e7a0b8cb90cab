"""备注流水: who may write, what must not be written, and that nothing is taken back."""

import pytest
import rows
from django.db import DatabaseError, transaction
from django.test import Client
from django.urls import reverse
from makers import make_courtyard
from pages import buttons, names
from test_every_ledger import text

from ledgers.models import Note

pytestmark = pytest.mark.usefixtures("county")


def write(user, row, said, name="courtyards:courtyard_note", **more):
    client = Client()
    client.force_login(user)
    return client.post(reverse(name, args=[row.pk]), {"text": said, **more})


@pytest.fixture
def court():
    return make_courtyard("示例院")


def page(court) -> str:
    return f"/courtyards/courtyards/{court.pk}/"


def test_written_shown_newest_first_and_to_those_who_may_view(
    visit, court, street_reporter, street_reviewer, leader
):
    assert "还没有备注" in text(visit(page(court), leader))
    response = write(street_reporter, court, "已联系社区，\n下周入户")
    assert response.status_code == 302 and response.url == f"{page(court)}#notes"
    write(street_reviewer, court, "<b>已核</b>")
    html = text(visit(page(court), leader))
    assert html.index("&lt;b&gt;已核&lt;/b&gt;") < html.index("已联系社区，\n下周入户")
    assert "suohe-review" in html and "2021年4月30日 09:00" in html
    assert "添加备注" not in buttons(html)  # who looks does not write
    assert "添加备注" in buttons(visit(page(court), street_reporter))


def test_a_row_out_of_scope_does_not_exist_and_who_may_not_edit_is_refused(
    court, other_street_reporter, leader, make_account
):
    assert write(other_street_reporter, court, "x").status_code == 404
    assert write(leader, court, "x").status_code == 403
    two = make_account("two", "reporter", code="410182002")
    two.grants.create(role="leader", division_id="410182001", since="2020-01-01")
    assert write(two, court, "x").status_code == 403
    assert not Note.objects.exists()


@pytest.mark.parametrize("said", ["", "  \n ", "长" * 501])
def test_empty_and_too_long(court, street_reporter, said):
    response = write(street_reporter, court, said)
    assert response.status_code == 400 and not Note.objects.exists()
    assert said.strip() in text(response)  # nothing typed is lost


@pytest.mark.parametrize(
    "said",
    [
        "身份证410182198001011234",
        "41018219800101123X。",
        "410182 19800101 1234",
        "４１０１８２１９８００１０１１２３４",
        "410182800101123",
    ],
)
def test_identity_numbers_are_refused_also_when_confirmed(court, street_reporter, said):
    response = write(street_reporter, court, said, confirmed="1")
    assert response.status_code == 400 and "身份证号" in text(response)
    assert not Note.objects.exists()


@pytest.mark.parametrize(
    "said", ["电话13800001234", "138 0000 1234", "0371-64600000", "3号楼，１３８００００１２３４"]
)
def test_phone_numbers_are_asked_about(court, street_reporter, said):
    response = write(street_reporter, court, said)
    assert response.status_code == 400 and "疑似含有电话号码" in text(response)
    assert "confirmed" in names(response) and said in text(response)
    assert write(street_reporter, court, said, confirmed="1").status_code == 302
    assert Note.objects.get().text == said


@pytest.mark.parametrize(
    "said",
    [
        "2021-04-30 至 2021-05-10 施工",
        "区划410182001001",
        "投资1380000元，3号楼",
        "文号〔2021〕15号",
    ],
)
def test_ordinary_numbers_pass(court, street_reporter, said):
    assert write(street_reporter, court, said).status_code == 302


def test_the_database_refuses_any_change(court, street_reporter):
    write(street_reporter, court, "原话")
    note = Note.objects.get()
    for change in (lambda: Note.objects.update(text="改话"), note.delete):
        with pytest.raises(DatabaseError), transaction.atomic():
            change()
    assert Note.objects.get().text == "原话"


def test_every_detail_page_takes_notes(ledger, visit, orgdept):
    row = getattr(rows, ledger.noun)()
    name = ledger.url_name("note")
    assert write(orgdept, row, "现场已核实", name).status_code == 302
    html = text(visit(reverse(ledger.url_name("detail"), args=[row.pk])))
    assert "现场已核实" in html
