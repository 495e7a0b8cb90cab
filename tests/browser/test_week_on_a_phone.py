"""The week in real Chromium on a phone: five reports in few taps, a photo, and a lost connection."""

import re
from io import BytesIO

import pytest
from PIL import Image
from playwright.sync_api import expect
from stage import PHONE, moves_sideways, serious

from projects.models import Report, ReportPhoto
from tests.conftest import TODAY

pytestmark = pytest.mark.browser

# What a tap and a figure cost a person who knows the page, generously.
TAP, FIGURE = 4, 8
LIMIT = 120


def picture() -> bytes:
    out = BytesIO()
    Image.effect_mandelbrot((2400, 1800), (-2, -1.5, 1, 1.5), 20).convert("RGB").save(out, "JPEG")
    return out.getvalue()


def open_next(page, name: str) -> None:
    page.goto("/projects/reports/mine/")
    page.locator("a.row", has_text=name).filter(has_text=re.compile("第 17 周")).first.click()
    expect(page.locator("#report")).to_be_visible()


def owed(user, count: int) -> list[str]:
    """Names of projects that owe this week's report where `user` reports."""
    rows = Report.objects.visible_to(user, "report").filter(
        period__start__lte=TODAY, period__end__gte=TODAY, status="due"
    )
    return list(rows.values_list("project__name", flat=True)[:count])


@pytest.fixture
def five(demo_live, settings, tmp_path):
    """A street whose five reports of the week are all owed."""
    from orgs.models import User

    settings.MEDIA_ROOT = tmp_path
    user = User.objects.get(username="suohe")
    mine = Report.objects.visible_to(user, "report").filter(
        period__start__lte=TODAY, period__end__gte=TODAY
    )
    for report in mine.exclude(status="approved")[:5]:
        report.readings.filter(verified_on=None).delete()
        Report.objects.filter(pk=report.pk).update(status="due", filed_on=None)
    short = 5 - mine.filter(status="due").count()
    for report in mine.filter(status="approved")[: max(short, 0)]:
        report.readings.filter(corrects=None).delete()
        Report.objects.filter(pk=report.pk).update(status="due", filed_on=None)
    return owed(user, 5)


def test_five_reports_and_a_phone_that_loses_its_connection(five, visit):
    assert len(five) == 5
    page, cost = visit("suohe", PHONE), 0
    # Four quiet ones: open, one tap.
    for name in five[:4]:
        open_next(page, name)
        page.get_by_role("button", name="本周无变化").click()
        expect(page.get_by_text("已报送，等待审核")).to_be_visible()
        cost += 3 * TAP
    # The fifth by its figures, with a photo.
    open_next(page, five[4])
    increments = page.locator("[name^=inc-]")
    for at in range(increments.count()):
        increments.nth(at).fill("0")
    cost += 3 * TAP + increments.count() * FIGURE
    expect(page.locator("[data-saved]")).to_contain_text("已保存")
    page.set_input_files(
        "#photo-album", {"name": "IMG.jpg", "mimeType": "image/jpeg", "buffer": picture()}
    )
    expect(page.locator(".pictures img")).to_have_count(1)
    stored = Image.open(ReportPhoto.objects.latest("pk").picture)  # the demo has some of its own
    assert stored.size == (1600, 1200)
    assert not moves_sideways(page) and serious(page) == []

    # The connection goes in the middle: said, kept, and nothing is filed.
    page.context.set_offline(True)
    page.locator("[name=remark]").fill("雨天停工两天")
    expect(page.locator("[data-saved]")).to_contain_text("保存在本机")
    page.locator("[data-file]").click()
    expect(page.locator("[data-saved]")).to_contain_text("尚未报送")
    address = page.url
    # The phone dies. Later, on the same phone, what was typed is there again and reaches the server.
    again = page.context.new_page()
    page.close()
    again.context.set_offline(False)
    again.goto(address)
    expect(again.locator("[name=remark]")).to_have_value("雨天停工两天")
    report = Report.objects.get(project__name=five[4], period__end__gt=TODAY)
    for _ in range(50):  # either page may bring it: the dying one as the network returns, or this
        if report.remark:
            break
        again.wait_for_timeout(100)
        report.refresh_from_db()
    assert (report.status, report.remark) == ("draft", "雨天停工两天")
    again.locator("[data-file]").dblclick()
    expect(again.get_by_text("已报送，等待审核")).to_be_visible()
    assert [step.action for step in report.steps.all()] == ["filed"]
    assert cost <= LIMIT

    # Taken back before anybody reviewed it, and filed again.
    again.get_by_role("button", name="撤回修改").click()
    expect(again.locator("[name=remark]")).to_have_value("雨天停工两天")
    again.locator("[data-file]").click()
    expect(again.get_by_label("可复制粘贴到工作群")).to_have_value(re.compile("雨天停工两天"))
    assert [step.action for step in report.steps.all()] == ["filed", "withdrawn", "filed"]
