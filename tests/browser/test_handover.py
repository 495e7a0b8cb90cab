"""In real Chromium: a person leaves, by phone and at a desk; all they held goes on or is vacant."""

from datetime import date

import pytest
from handovers import make_handling, make_problem
from makers import START, make_branch, make_courtyard, make_person, make_post
from playwright.sync_api import expect
from stage import DESK, PHONE, moves_sideways, serious

from courtyards.models import Headship
from orgs.models import Person, Post
from projects.models import Handling

pytestmark = pytest.mark.browser
TODAY = date(2021, 4, 30)


def duty(page, words):
    """The block of one duty."""
    return page.get_by_role("group").filter(has=page.locator("legend", has_text=words)).last


@pytest.mark.parametrize("screen", [PHONE, DESK], ids=["390", "1440"])
def test_a_secretary_hands_over(transactional_db, visit, orgdept, screen):
    person = make_person("示例张三")
    branch, court = make_branch(), make_courtyard()
    make_post(person, organization=branch)
    Headship.objects.create(
        person=person, courtyard=court, division_id=court.division_id, since=START
    )
    make_handling(person, problem=make_problem())
    heir, other = make_person("示例李四", phone="13800001234"), make_person("示例王五")

    page = visit(orgdept, screen)
    page.goto(f"/orgs/people/{person.pk}/")
    page.get_by_role("link", name="办理交接").click()
    assert not moves_sideways(page)
    page.get_by_role("searchbox", name="查找统一接任人").press_sequentially("slls")
    page.get_by_label("示例李四").check()
    duty(page, "任职").get_by_label("统一接任人").check()
    duty(page, "楼院长").get_by_label("暂时空缺").check()

    # One decision is missing: it is said at its row, and the rest stays.
    page.get_by_role("button", name="预览交接结果").click()
    expect(page.get_by_role("alert")).to_contain_text("1项下有提示")
    expect(duty(page, "经办事项")).to_contain_text("请选择由谁接任")
    expect(duty(page, "任职").get_by_label("统一接任人")).to_be_checked()
    assert serious(page) == []

    matter = duty(page, "经办事项")
    matter.get_by_label("另选接任人").check()
    matter.get_by_role("searchbox").press_sequentially("wangwu")
    matter.get_by_label("示例王五").check()
    assert not moves_sideways(page)
    page.get_by_role("button", name="预览交接结果").click()

    expect(page.get_by_role("heading", name="核对交接结果")).to_be_visible()
    expect(page.locator("main")).to_contain_text("示例张三 → 示例李四")
    assert serious(page) == []
    assert not moves_sideways(page)
    assert not Post.objects.filter(person=heir).exists()
    page.get_by_role("button", name="确认办理").click()

    expect(page.get_by_role("status").filter(has_text="交接2项，空缺或终止1项")).to_be_visible()
    assert Post.objects.on(TODAY).get().person == heir
    assert Handling.objects.on(TODAY).get().person == other
    assert not Headship.objects.on(TODAY).exists()
    assert Person.objects.get(pk=person.pk).left_on == TODAY
    page.goto("/gaps/courtyard_no_head/")
    expect(page.get_by_role("link", name=court.name)).to_be_visible()


def test_without_script_the_same_page_works(transactional_db, visit, orgdept):
    person, heir = make_person("示例张三"), make_person("示例李四")
    make_post(person, organization=make_branch())
    page = visit(orgdept, PHONE, java_script_enabled=False)
    page.goto(f"/orgs/people/{person.pk}/handover/")
    row = duty(page, "任职")
    row.get_by_role("searchbox").fill("lisi")
    row.get_by_role("button", name="查找").click()
    row = duty(page, "任职")
    row.get_by_label("示例李四").check()
    page.get_by_role("button", name="预览交接结果").click()
    page.get_by_role("button", name="确认办理").click()
    assert Post.objects.on(TODAY).get().person == heir
