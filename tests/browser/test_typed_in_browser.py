"""In real Chromium: what was typed survives another sign-in; long words do not widen a phone's page."""

from datetime import UTC, date, datetime

import pytest
from makers import make_courtyard, make_unit
from playwright.sync_api import expect
from stage import DESK, PHONE, moves_sideways, serious

from orgs.models import User
from projects.models import (
    OrderProblem,
    Period,
    Problem,
    Programme,
    Project,
    Report,
    ReportStep,
    SupervisionOrder,
)
from projects.problems import services as problems
from tests.conftest import PASSWORD

pytestmark = pytest.mark.browser
LONG = "https://example.invalid/" + "a" * 150


def sign_in(page, user):
    page.fill("[name=username]", user.username)
    page.fill("[name=password]", PASSWORD)
    page.locator("main form button").click()
    page.wait_for_url(lambda url: "login" not in url)


def type_a_problem(page, court):
    page.goto(f"/projects/problems/raise/?courtyard={court.pk}")
    page.get_by_label("什么问题").fill("示例院北门积水")
    page.locator("[name=category][value=leak]").check()
    page.get_by_label("责任单位").select_option(index=1)


@pytest.mark.parametrize("size", [PHONE, DESK])
def test_a_form_from_before_another_sign_in_is_sent_after_all(
    transactional_db, visit, street_reporter, size
):
    court = make_courtyard()
    make_unit("示例街道办", code="410182001", kind="street")
    page = visit(street_reporter, size)
    type_a_problem(page, court)
    other = page.context.new_page()
    other.goto("/")
    page.context.clear_cookies(name="sessionid")
    other.goto("/accounts/login/")
    sign_in(other, street_reporter)
    page.get_by_role("button", name="登记问题").click()
    expect(page.get_by_role("heading", name="内容还没有提交")).to_be_visible()
    expect(page.get_by_text("示例院北门积水")).to_be_visible()
    assert not moves_sideways(page) and serious(page) == [] and not Problem.objects.exists()
    page.get_by_role("button", name="重新提交").click()
    expect(page.get_by_role("status").filter(has_text="已登记：示例院北门积水")).to_be_visible()
    assert Problem.objects.get().category == "leak"


def test_a_form_sent_after_the_session_is_shown_after_the_sign_in(
    transactional_db, visit, street_reporter
):
    court = make_courtyard()
    make_unit("示例街道办", code="410182001", kind="street")
    page = visit(street_reporter, PHONE)
    type_a_problem(page, court)
    page.context.clear_cookies(name="sessionid")
    page.get_by_role("button", name="登记问题").click()
    expect(page.get_by_text("您刚才填写的内容已保留")).to_be_visible()
    sign_in(page, User.objects.get(pk=street_reporter.pk))
    expect(page.get_by_text("示例院北门积水")).to_be_visible()
    assert not moves_sideways(page) and serious(page) == []
    page.get_by_role("button", name="重新提交").click()
    expect(page.get_by_role("status").filter(has_text="已登记")).to_be_visible()
    assert Problem.objects.get().title == "示例院北门积水"


def test_a_long_text_is_counted_and_never_cut(transactional_db, visit, street_reporter):
    problem = a_problem("示例问题")
    page = visit(street_reporter, PHONE)
    page.goto(f"/projects/problems/{problem.pk}/close/")
    assert page.locator("[type=radio]:checked").count() == 0
    note = page.get_by_label("办理情况或原因")
    note.fill("长" * 200)
    expect(page.locator(".count")).to_have_count(0)
    note.fill("长" * 240)
    expect(page.get_by_text("已写240字，最多300字。")).to_be_visible()
    note.fill("长" * 3000)
    expect(page.get_by_text("最多300字，已超出2700字。")).to_be_visible()
    page.get_by_label("无法整改").check()
    page.get_by_role("button", name="确认销号").click()
    expect(page.get_by_text("最多300字，超出2700字")).to_be_visible()
    expect(note).to_have_value("长" * 3000)
    assert not moves_sideways(page) and serious(page) == []


def a_problem(title: str) -> Problem:
    return problems.raise_problem(
        title=title, category="leak", source="resident", courtyard=make_courtyard(),
        responsible_unit=make_unit("示例街道办", code="410182001", kind="street"),
        raised_on="2021-04-01", due_on="2021-04-20",
    )  # fmt: skip


def long_report(by) -> Report:
    """A report that waits for its review, with long words wherever somebody writes."""
    headquarters = make_unit("示例指挥部", kind="headquarters")
    programme = Programme.objects.create(
        name="示例战线", line="old_neighbourhoods", division_id="410182",
        headquarters=headquarters, since="2020-03-01",
    )  # fmt: skip
    project = Project.objects.create(
        name=LONG[:110], kind="old_community", division_id="410182001001", programme=programme,
        since="2020-03-01",
    )  # fmt: skip
    period = Period.objects.create(
        year=2021, number=17, start=date(2021, 4, 26), end=date(2021, 5, 2),
        due_at=datetime(2021, 4, 30, 17, tzinfo=UTC),
    )  # fmt: skip
    report = Report.objects.create(
        project=project, period=period, division_id=project.division_id, status="filed",
        remark=LONG, filed_on=date(2021, 4, 29),
    )  # fmt: skip
    ReportStep.objects.create(
        report=report,
        action="filed",
        by=by,
        taken_on=date(2021, 4, 29),
        taken_at=datetime(2021, 4, 29, 9, tzinfo=UTC),
        reason=LONG,
    )
    return report


def test_long_words_do_not_move_a_phones_page_sideways(
    transactional_db, visit, street_reviewer, community_reporter
):
    problem = a_problem(LONG[:120])
    problems.report_mended(problem=problem, on="2021-04-10", note=LONG)
    order = SupervisionOrder.objects.create(
        number="示2021-1", title=LONG[:120], body=LONG, division_id="410182001001",
        to_unit=problem.responsible_unit, issued_on="2021-04-01", due_on="2021-05-20",
    )  # fmt: skip
    OrderProblem.objects.create(order=order, problem=problem)
    report = long_report(community_reporter)
    page = visit(street_reviewer, PHONE)
    for address, shown in (
        (f"/projects/problems/{problem.pk}/", LONG),
        (f"/projects/problems/{problem.pk}/close/", LONG[:100]),
        ("/projects/problems/", LONG[:100]),
        (f"/projects/orders/{order.pk}/", LONG),
        ("/projects/reports/review/", LONG[:100]),
        (f"/projects/reports/{report.pk}/", LONG),
        ("/figures/problems_open/", "在办问题"),
        ("/figures/problems_open/rows/", LONG[:100]),
    ):
        page.goto(address)
        expect(page.locator("main")).to_contain_text(shown)
        assert not moves_sideways(page), address
