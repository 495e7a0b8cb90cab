"""In real Chromium: a gap closed on a phone, and the admin pages under the content policy."""

import pytest
from makers import make_branch, make_courtyard, make_organization, make_person
from playwright.sync_api import expect
from stage import DESK, PHONE, moves_sideways, serious

from courtyards.models import Headship
from orgs.models import Post

pytestmark = pytest.mark.browser


def test_a_vacant_courtyard_gets_its_head_on_a_phone(transactional_db, visit, community_reporter):
    court = make_courtyard()
    for name in ("示例张三", "示例李四"):
        make_person(name, phone="13800001234")
    page = visit(community_reporter, PHONE)
    page.goto(f"/courtyards/courtyards/{court.pk}/")
    page.get_by_role("link", name="任命楼院长").click()
    assert not moves_sideways(page)
    page.get_by_role("searchbox", name="查找人员").press_sequentially("lisi")
    expect(page.locator("#matches .person")).to_have_count(1)
    assert serious(page) == []
    page.get_by_label("示例李四").check()
    page.get_by_role("button", name="确认任命").click()
    expect(page.get_by_role("status").filter(has_text="已登记示例李四")).to_be_visible()
    assert Headship.objects.get().person.name == "示例李四"


def test_a_refused_form_keeps_what_was_typed(transactional_db, visit, community_reporter):
    court = make_courtyard()
    page = visit(community_reporter, DESK)
    page.goto(f"/courtyards/courtyards/{court.pk}/head/")
    page.get_by_text("登记新人员").click()
    page.get_by_label("姓名", exact=True).fill("示例新人")
    page.get_by_label("工作电话").fill("打电话")
    page.get_by_role("button", name="确认任命").click()
    expect(page.get_by_text("不是一个完整的电话号码")).to_be_visible()
    expect(page.get_by_label("姓名", exact=True)).to_have_value("示例新人")
    assert serious(page) == []


def test_admin_under_the_content_policy(transactional_db, visit, orgdept):
    branch = make_branch("示例支部", make_organization("示例总支"))
    make_person("示例张三")
    page = visit(orgdept, DESK)
    for address in ("/admin/", "/admin/orgs/person/", "/admin/orgs/unit/"):
        page.goto(address)
    page.goto("/admin/orgs/partyorganization/")
    expect(page.get_by_role("link", name="示例支部")).to_have_count(0)
    page.locator("a.treebeard-collapse").click()
    expect(page.get_by_role("link", name="示例支部")).to_be_visible()

    page.goto("/admin/orgs/post/add/")
    for field, typed, name in (
        ("person", "zhangsan", "示例张三"),
        ("organization", "slzb", "示例支部"),
    ):
        page.locator(f".field-{field} .select2-selection").click()
        page.keyboard.type(typed)
        page.locator(".select2-results__option", has_text=name).click()
    page.select_option("[name=role]", "secretary")
    page.fill("[name=since]", "2021-01-01")
    page.get_by_role("button", name="保存", exact=True).click()
    expect(page.locator("#result_list")).to_contain_text("示例张三")
    assert Post.objects.get().organization == branch
