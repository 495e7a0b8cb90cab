"""A supervision order on paper: one A4 page, however much is written in it."""

import io
from datetime import date

import pypdf
import pytest
from django.urls import reverse
from fontTools.ttLib import TTFont
from makers import make_unit

from ledgers.models import AuditRecord
from projects.models import OrderProblem
from projects.problems import orders
from projects.problems.forms import MOST_BESIDE
from projects.problems.services import raise_problem

SENTENCE = "请你单位查明原因，明确责任人和完成时间，按期整改到位，并书面回复办理情况。"


@pytest.fixture
def order(county):
    return orders.issue_order(
        title="限期疏通下水道", body=f"下水道堵塞，至今未销号。\n{SENTENCE}",
        from_unit=make_unit("双改办"), to_unit=make_unit(), division=county,
        issued_on=date(2021, 4, 21), due_on=date(2021, 4, 28),
    )  # fmt: skip


def paper(client, order) -> pypdf.PdfReader:
    answer = client.get(reverse("projects:order_print", args=[order.pk]), {"format": "pdf"})
    assert (answer.status_code, answer["Content-Type"]) == (200, "application/pdf")
    return pypdf.PdfReader(io.BytesIO(answer.content))


def body_size(page) -> float:
    """The size of the type of most characters, in points."""
    sizes = {}

    def count(text, _, matrix, __, size):
        height = round(size * abs(matrix[3]), 1)
        sizes[height] = sizes.get(height, 0) + len(text.strip())

    page.extract_text(visitor_text=count)
    return max(sizes, key=sizes.get)


def test_it_fits_one_page_in_the_size_of_the_rule(as_user, order, street_reporter, leader):
    shown = as_user(leader).get(reverse("projects:order_print", args=[order.pk]))
    assert "?format=pdf" in shown.content.decode()
    pages = paper(as_user(leader), order).pages
    assert len(pages) == 1
    text = pages[0].extract_text().replace("\n", "")
    for words in ("督办单", order.number, "示例局：", "限期疏通下水道", "办理情况回执"):
        assert words in text.replace(" ", "")
    width, height = (float(side) / 72 * 25.4 for side in pages[0].mediabox[2:])
    assert (round(width), round(height)) == (210, 297)
    record = AuditRecord.objects.get(detail__what="督办单")
    assert (record.object_key, record.detail["format"]) == (str(order.pk), "pdf")


def test_every_viewer_finds_the_characters(as_user, order, leader):
    """A viewer looks a character up by its number in the font; the page gives places: both agree."""
    found = paper(as_user(leader), order).pages[0]["/Resources"]["/Font"].values()
    for face in found:
        inner = face.get_object()["/DescendantFonts"][0].get_object()
        file = inner["/FontDescriptor"].get_object()["/FontFile3"].get_object().get_data()
        named = TTFont(io.BytesIO(file))["CFF "].cff.topDictIndex[0].charset
        # The widths tell which places the page uses: a place, then the widths from there on.
        used = inner["/W"][::2]
        assert used and max(used) > 50
        assert [named[place] for place in used] == [f"cid{place:05d}" for place in used]


def test_the_longest_order_still_fits_one_page(as_user, order, leader):
    order.title, order.body = "限" * 120, (SENTENCE * 40)[:1000]
    order.reply, order.replied_on = (SENTENCE * 10)[:300], date(2021, 4, 27)
    order.save()
    pages = paper(as_user(leader), order).pages
    assert len(pages) == 1
    text = pages[0].extract_text().replace("\n", "")
    assert text.count("请你单位查明原因") > 30 and "签发单位意见" in text


def test_as_many_problems_as_an_order_takes_fit_one_page(as_user, order, leader):
    order.body = f"{SENTENCE}\n{SENTENCE}"
    order.save()
    for number in range(MOST_BESIDE + 1):
        problem = raise_problem(
            title=f"示例小区{number}号楼前雨水管道堵塞、路面积水，居民出行不便",
            category="drainage", source="resident", division=order.division,
            responsible_unit=order.to_unit, raised_on=order.issued_on, due_on=order.due_on,
        )  # fmt: skip
        OrderProblem.objects.create(order=order, problem=problem)
    pages = paper(as_user(leader), order).pages
    assert len(pages) == 1
    assert f"{MOST_BESIDE + 1}．示例小区" in pages[0].extract_text().replace("\n", "")


def test_who_does_not_see_the_order_gets_no_file(as_user, order, other_street_reporter):
    page = reverse("projects:order_print", args=[order.pk])
    order.division_id = "410182001001"
    order.save()
    assert as_user(other_street_reporter).get(page, {"format": "pdf"}).status_code == 404
