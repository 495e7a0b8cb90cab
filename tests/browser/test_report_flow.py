"""The main journey in real Chromium: a figure typed on a phone reaches the leader's overview,
and only after a reviewer has approved it."""

import re

import pytest
from playwright.sync_api import expect
from stage import DESK, PHONE, moves_sideways

from projects.models import Project, ReportStep
from tests.conftest import TODAY

pytestmark = pytest.mark.browser

REASON = "本周新增与监理月报不一致，请核对后重报"


def invested(page) -> str:
    """What the leader's overview says was invested in old communities."""
    page.goto("/")
    return page.locator('[data-figure="old_invested_wan"]').first.get_attribute("data-value")


def type_and_file(page, increment: str):
    """Type an increment, see the total and the saved draft, press twice."""
    page.get_by_role("textbox", name="累计完成投资 本周新增").fill(increment)
    expect(page.locator("[name=tot-invested_wan]")).to_have_value("318.5")
    for code in ("demolished_m2", "progress_percent"):
        page.fill(f"[name=inc-{code}]", "0")
    expect(page.get_by_role("status").filter(has_text="已保存")).to_be_visible()
    page.get_by_role("button", name="报送", exact=True).dblclick()
    page.wait_for_url(re.compile(r"/reports/\d+/$"))


def test_a_figure_from_the_phone_to_the_overview(demo_live, visit):
    leader = visit("leader", DESK)
    assert invested(leader) == "2497"

    reporter = visit("laocheng", PHONE)
    reporter.goto("/projects/reports/mine/")
    due = reporter.locator("a.row", has_text="待报")
    name = due.locator("b").inner_text()
    due.click()
    expect(reporter.get_by_role("button", name="本周无变化")).to_be_visible()
    assert not moves_sideways(reporter)
    type_and_file(reporter, "18.5")
    expect(reporter.get_by_text("已报送")).to_be_visible()
    expect(reporter.get_by_label("可复制粘贴到工作群")).to_have_value(re.compile("318.5万元"))
    assert not moves_sideways(reporter)
    steps = ReportStep.objects.filter(report__project__name=name, report__period__end__gt=TODAY)
    assert [step.action for step in steps] == ["filed"]
    assert invested(leader) == "2497"

    reviewer = visit("suohe-review", DESK)
    reviewer.goto("/projects/reports/review/")
    waiting = reviewer.locator(".wait > li", has_text=name)
    expect(waiting).to_contain_text("+18.5")
    waiting.get_by_role("link", name=name).first.click()
    reviewer.locator("#about-invested_wan").fill(REASON)
    reviewer.get_by_role("button", name="退回修改").click()
    expect(reviewer.locator(".notice.ok")).to_contain_text("已退回")
    assert invested(leader) == "2497"

    reporter.goto("/projects/reports/mine/")
    reporter.locator("a.row", has_text=REASON).click()
    expect(reporter.locator("[data-code=invested_wan] .sent-back")).to_contain_text(REASON)
    expect(reporter.locator("[name=tot-invested_wan]")).to_have_value("318.5")
    reporter.get_by_label("情况说明").fill("已与监理核对，数字无误")
    type_and_file(reporter, "18.50")
    assert invested(leader) == "2497"

    reviewer.goto("/projects/reports/review/")
    reviewer.get_by_role("link", name=name).first.click()
    expect(reviewer.locator(".steps").get_by_text(REASON)).to_be_visible()
    reviewer.get_by_role("button", name="通过", exact=True).click()
    expect(reviewer.locator(".notice.ok")).to_contain_text("审核通过")

    assert invested(leader) == "2515.5"
    project = Project.objects.with_reading("invested_wan", TODAY).get(name=name)
    assert str(project.reading) == "318.50"
    assert [step.action for step in steps.all()] == ["filed", "returned", "filed", "approved"]
