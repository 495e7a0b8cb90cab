"""In real Chromium: roster, link, first password, log-in; the second factor; seeing as another."""

import re

import pytest
from makers import make_courtyard, make_person, make_unit
from playwright.sync_api import expect
from stage import DESK, PHONE, moves_sideways, serious

from orgs.models import User
from tests.accounts.rosters import roster

pytestmark = pytest.mark.browser
FIRST = "Shuang-gai-2021"


def test_from_a_roster_to_the_first_log_in(transactional_db, visit, admin_user, tmp_path):
    make_unit("示例局")
    make_courtyard("甲院")
    file = tmp_path / "roster.xlsx"
    row = {"name": "示例张三", "unit": "示例局", "role": "填报员", "division": "甲街道"}
    file.write_bytes(roster(row | {"role": "局长"}).read())
    page = visit(admin_user, DESK)
    page.goto("/accounts/roster/")
    page.set_input_files("[name=roster]", file)
    page.get_by_role("button", name="上传并预览").click()
    expect(page.get_by_text("没有“局长”这一角色")).to_be_visible()
    assert serious(page) == []

    file.write_bytes(roster(row).read())
    page.get_by_role("link", name="重新上传").click()
    page.set_input_files("[name=roster]", file)
    page.get_by_role("button", name="上传并预览").click()
    expect(page.get_by_text("楼院1")).to_be_visible()
    assert not User.objects.filter(username="shilizhangsan").exists()
    page.get_by_role("button", name="确认办理").click()
    expect(page.get_by_text("新开账号1个")).to_be_visible()
    assert serious(page) == []
    link = re.search(
        r"http://\S+/accounts/link/\S+/", page.locator(".address").inner_text()
    ).group()

    context = page.context.browser.new_context(viewport=PHONE, locale="zh-CN")
    phone = context.new_page()
    phone.goto(link)
    assert serious(phone) == []
    assert not moves_sideways(phone)
    phone.get_by_label("新密码").fill(FIRST)
    phone.get_by_label("再输入一次").fill(FIRST)
    phone.get_by_role("button", name="设置密码").click()
    expect(phone.get_by_role("status")).to_contain_text("密码已经设好")
    expect(phone.get_by_label("账号")).to_have_value("shilizhangsan")
    phone.get_by_label("密码").fill(FIRST)
    phone.locator("main form button").click()
    phone.wait_for_url(lambda url: "login" not in url)
    phone.goto("/".join([*link.split("/")[:3], "accounts/sign-ins/"]))
    expect(phone.get_by_text("登录成功")).to_be_visible()
    assert not moves_sideways(phone)
    phone.goto(link)
    expect(phone.get_by_role("heading", name="这个链接不能用了")).to_be_visible()
    context.close()


def test_the_qr_code_of_the_second_factor_is_drawn_under_the_policy(
    transactional_db, visit, community_reporter
):
    page = visit(community_reporter, PHONE)
    page.goto("/accounts/factor/")
    page.get_by_role("button", name="开始设置").click()
    assert page.locator("img.qr").evaluate("image => image.complete && image.naturalWidth > 50")
    assert serious(page) == []
    assert not moves_sideways(page)


def test_seeing_as_another_on_a_desk(transactional_db, visit, orgdept, street_reporter):
    make_courtyard("甲院")
    make_courtyard("乙院", code="410182002001")
    person = make_person("示例丁")
    page = visit(orgdept, DESK)
    page.goto("/accounts/see-as/")
    page.locator("tr", has_text="suohe").get_by_role("button").click()
    page.goto("/courtyards/courtyards/")
    expect(page.get_by_text("的视角查看")).to_be_visible()
    expect(page.get_by_role("link", name="甲院")).to_be_visible()
    expect(page.get_by_role("link", name="乙院")).to_have_count(0)
    page.goto(f"/orgs/people/{person.pk}/edit/")
    page.get_by_role("button", name="保存").click()
    expect(page.get_by_role("heading", name="以其视角查看时只能看")).to_be_visible()
    page.get_by_role("button", name="结束查看").click()
    expect(page.get_by_text("的视角查看")).to_have_count(0)
    assert serious(page) == []
