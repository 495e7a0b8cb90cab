"""A case in real Chromium, from soliciting to its second publication, with time moved on."""

import re
from datetime import datetime, timedelta
from zoneinfo import ZoneInfo

import pytest
from playwright.sync_api import expect
from stage import PHONE, moves_sideways, serious

from projects.models import CivicProcess, Project

pytestmark = pytest.mark.browser

FIRST = datetime(2021, 5, 6, 9, 0, tzinfo=ZoneInfo("Asia/Shanghai"))
MEETINGS = {
    "征求意见": ("120", "100", "90", "8", "2"),
    "党支部会议提议": ("21", "18", "17", "1", "0"),
    "党员代表和居委会商议": ("24", "20", "18", "1", "1"),
    "居民会议决议": ("110", "80", "70", "8", "2"),
}


def record(page, name: str, counts=()) -> None:
    """Fill in the form of the next step and file it with two taps."""
    form = page.locator("#next")
    expect(form.get_by_role("heading")).to_have_text(f"登记：{name}")
    for field, count in zip(
        ("due", "present", "agree", "against", "abstain"), counts, strict=False
    ):
        form.locator(f"[name={field}]").fill(count)
    form.locator("[name=content]").fill(f"{name}的内容")
    form.get_by_role("button", name="登记这一步").dblclick()
    page.wait_for_url(re.compile(r"/civic-processes/\d+/$"))
    expect(page.locator(".stepper > .done").last).to_contain_text(name)


def test_a_case_from_soliciting_to_its_second_publication(demo_live, visit, settings):
    day = FIRST
    settings.PINNED_NOW = day
    project = Project.objects.filter(kind="old_community", division="410182001001").first()
    page = visit("laocheng", PHONE)
    page.goto(f"/projects/projects/{project.pk}/civic/")
    page.get_by_label("议什么事").fill("示例晾晒区方案")
    page.get_by_role("button", name="启动", exact=True).click()
    page.wait_for_url(re.compile(r"/civic-processes/\d+/$"))
    for name, counts in MEETINGS.items():
        record(page, name, counts)
    record(page, "决议公开")
    expect(page.locator(".clock")).to_contain_text("还有6天")
    assert not moves_sideways(page) and not serious(page)
    case = CivicProcess.objects.get(matter="示例晾晒区方案")
    assert case.steps.count() == 5

    # A resident reads the public page, without an account, and writes.
    public = page.context.browser.new_context(
        viewport=PHONE, base_url=demo_live, locale="zh-CN"
    ).new_page()
    public.goto(f"/public/{case.public_key}/")
    expect(public.get_by_role("heading", name="示例晾晒区方案")).to_be_visible()
    assert not moves_sideways(public) and not serious(public)
    public.get_by_label("您的意见").fill("希望离窗户远一点")
    public.get_by_label("较好").check()
    public.get_by_role("button", name="提交").dblclick()
    expect(public.get_by_role("status")).to_contain_text("已收到")
    assert case.voices.count() == 1

    # It is an objection: the clock waits for its answer when the days are over.
    reviewer = visit("suohe-review", PHONE)
    reviewer.goto("/projects/voices/")
    waiting = reviewer.locator(".voices > li", has_text="希望离窗户远一点")
    waiting.get_by_label("这是对公示的异议").check()
    waiting.get_by_role("button", name="公开", exact=True).click()
    expect(reviewer.locator(".notice.ok")).to_contain_text("登记为异议")
    settings.PINNED_NOW = day = day + timedelta(days=6)
    page.reload()
    expect(page.locator(".clock")).to_contain_text("1件异议未答复")
    page.get_by_role("link", name="答复", exact=True).click()
    page.get_by_label("答复", exact=False).first.fill("移到东侧空地")
    page.get_by_role("button", name="登记答复").click()
    expect(page.locator(".clock")).to_have_count(0)

    settings.PINNED_NOW = day = day + timedelta(days=20)
    page.reload()
    record(page, "实施结果公开")
    settings.PINNED_NOW = day + timedelta(days=6)
    page.reload()
    page.get_by_role("button", name="办结这项议事").click()
    expect(page.locator(".pill", has_text="办结").first).to_be_visible()
    public.goto(f"/public/{case.public_key}/")
    expect(public.get_by_text("移到东侧空地")).to_be_visible()
    expect(public.get_by_text("希望离窗户远一点").last).to_be_visible()
    expect(public.get_by_text("质量怎么样")).to_be_visible()
