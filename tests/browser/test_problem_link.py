"""In real Chromium, on a phone: a supervisor without an account says that it is not mended after all."""

from datetime import date

import pytest
from makers import make_courtyard, make_unit
from playwright.sync_api import expect
from stage import PHONE, moves_sideways, serious

from projects.models import Problem
from projects.problems.services import close_problem, raise_problem

pytestmark = pytest.mark.browser


def test_a_supervisor_reopens_a_problem_through_the_link(transactional_db, visit, street_reporter):
    problem = raise_problem(
        title="雨污水管道堵塞外溢", category="drainage", source="supervisor",
        courtyard=make_courtyard(), responsible_unit=make_unit(),
        raised_on=date(2021, 4, 1), due_on=date(2021, 4, 20),
    )  # fmt: skip
    close_problem(problem=problem, on=date(2021, 4, 19), ending="mended", note="已疏通")

    staff = visit(street_reporter, PHONE)
    staff.goto(f"/projects/problems/{problem.pk}/")
    staff.get_by_role("link", name="发一次性链接").click()
    staff.get_by_role("button", name="生成链接").click()
    assert serious(staff) == [] and not moves_sideways(staff)
    words = staff.get_by_label("可复制的文字").input_value()
    address = next(word for word in words.replace("：", " ").split() if word.startswith("http"))

    resident = staff.context.browser.new_context(viewport=PHONE, locale="zh-CN").new_page()
    resident.goto(address)
    resident.reload()  # looking twice uses nothing up
    expect(resident.get_by_role("heading", name="雨污水管道堵塞外溢")).to_be_visible()
    assert serious(resident) == [] and not moves_sideways(resident)
    resident.get_by_role("button", name="提交").click()
    expect(resident.get_by_text("请选择“已整改”或“未整改”")).to_be_visible()
    resident.get_by_label("未整改").check()
    resident.get_by_label("补充说明").fill("下雨又冒水")
    resident.get_by_role("button", name="提交").click()
    expect(resident.get_by_role("status")).to_contain_text("已记为“未整改”")
    resident.goto(address)
    expect(resident.get_by_role("heading", name="这个链接不能用了")).to_be_visible()
    assert serious(resident) == []

    again = Problem.objects.get(origin=problem)
    staff.goto(f"/projects/problems/{again.pk}/")
    expect(staff.get_by_text("重新提出1次")).to_be_visible()
    expect(staff.get_by_text("监督员通过一次性链接")).to_be_visible()
    expect(staff.get_by_text("下雨又冒水", exact=True)).to_be_visible()
    assert serious(staff) == [] and not moves_sideways(staff)
