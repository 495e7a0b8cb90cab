"""The weekly report's pages: whose they are, the flow without JavaScript, what stays typed."""

from decimal import Decimal

import pytest
from django.urls import reverse
from pages import plain, section, value_of

from ledgers.query_cache import forget
from orgs.choices import Role
from projects.models import Report
from projects.reporting.reviewing import approve_report
from projects.reporting.services import file_report, save_draft
from projects.reporting.writing import token_of_report
from tests.projects.conftest import moment

pytestmark = pytest.mark.django_db

TYPED = {
    "shown": "",
    "inc-invested_wan": "18.5",
    "tot-invested_wan": "",
    "inc-demolished_m2": "0",
    "tot-demolished_m2": "",
    "inc-progress": "",
    "tot-progress": "71",
    "remark": "",
}


def address(name, *args):
    return reverse(f"projects:{name}", args=args)


def text(response) -> str:
    return response.content.decode()


@pytest.fixture
def filed(report, full_values, community_reporter):
    return file_report(report=report, values=full_values, by=community_reporter, at=moment(29))


class TestWhoMay:
    @pytest.mark.parametrize("page", ["report_form", "report_detail"])
    def test_another_street_does_not_see_it(self, as_user, report, other_street_reporter, page):
        client = as_user(other_street_reporter)
        assert client.get(address(page, report.pk)).status_code == 404

    def test_another_street_cannot_review(self, as_user, filed, other_street_reviewer):
        client = as_user(other_street_reviewer)
        for page in ("report_approve", "report_return"):
            assert client.post(address(page, filed.pk), {"reason": "x"}).status_code == 404
        reading = filed.readings.first()
        assert client.get(address("report_correct", reading.pk)).status_code == 404
        filed.refresh_from_db()
        assert filed.status == "filed"

    def test_a_reviewer_cannot_file(self, as_user, report, street_reviewer):
        client = as_user(street_reviewer)
        assert client.get(address("report_form", report.pk)).status_code == 403
        assert client.post(address("report_form", report.pk), TYPED).status_code == 403
        assert client.post(address("report_draft", report.pk), TYPED).status_code == 403

    def test_a_reporter_cannot_approve(self, as_user, filed, street_reporter):
        client = as_user(street_reporter)
        assert client.post(address("report_approve", filed.pk)).status_code == 403
        assert client.get(address("report_review_list")).status_code == 403

    def test_a_reporter_here_and_reviewer_there_may_not_review_here(
        self, as_user, filed, make_account
    ):
        both = make_account("both", Role.REPORTER, code="410182001")
        both.grants.create(role=Role.REVIEWER, division_id="410182002", since=moment(1).date())
        assert as_user(both).post(address("report_approve", filed.pk)).status_code == 403

    def test_nobody_approves_their_own(self, as_user, report, full_values, old_hq):
        file_report(report=report, values=full_values, by=old_hq, at=moment(29))
        client = as_user(old_hq)
        assert "请由另一位审核员审核" in text(client.get(address("report_detail", report.pk)))
        client.post(address("report_approve", report.pk))
        report.refresh_from_db()
        assert report.status == "filed"

    def test_a_leader_reads_and_nothing_else(self, as_user, filed, leader):
        client = as_user(leader)
        page = text(client.get(address("report_detail", filed.pk)))
        assert "318.5" in page and "退回修改" not in page
        assert client.get(address("report_form", filed.pk)).status_code == 403

    @pytest.mark.parametrize("page", ["report_approve", "report_return", "report_draft"])
    def test_actions_do_not_happen_by_get(self, as_user, filed, old_hq, page):
        assert as_user(old_hq).get(address(page, filed.pk)).status_code == 405


class TestForm:
    def test_shows_last_weeks_and_the_time_left(self, as_user, report, community_reporter):
        page = text(as_user(community_reporter).get(address("report_form", report.pk)))
        assert "262 → 274 → 288 → 300" in page
        assert "剩 8 小时" in page
        assert "本周无变化" in page

    def test_reading_the_form_writes_nothing(self, as_user, report, community_reporter):
        as_user(community_reporter).get(address("report_form", report.pk))
        report.refresh_from_db()
        assert (report.status, report.version) == ("due", 0)

    def test_files_and_gives_a_receipt(self, as_user, report, community_reporter):
        client = as_user(community_reporter)
        response = client.post(address("report_form", report.pk), TYPED, follow=True)
        assert response.redirect_chain[-1][0] == address("report_detail", report.pk)
        page = text(response)
        assert "已报送" in page and "318.5万元" in page and "+18.5" in page
        client.post(address("report_form", report.pk), TYPED)
        assert report.steps.count() == 1

    def test_one_tap_files_no_change(self, as_user, report, community_reporter):
        client = as_user(community_reporter)
        client.post(address("report_form", report.pk), {"no_change": "1"})
        client.post(address("report_form", report.pk), {"no_change": "1"})
        report.refresh_from_db()
        assert (report.status, report.no_change, report.steps.count()) == ("filed", True, 1)

    def test_errors_keep_what_was_typed(self, as_user, report, community_reporter):
        typed = TYPED | {"inc-invested_wan": "十八", "tot-progress": "271", "remark": "雨天停工"}
        response = as_user(community_reporter).post(address("report_form", report.pk), typed)
        page = text(response)
        assert response.status_code == 422
        for name in ("inc-invested_wan", "tot-progress", "remark"):
            assert value_of(page, name) == typed[name]
        assert "不能超过 200%" in page
        assert not report.steps.exists()

    def test_missing_figures_are_named_beside_the_field(self, as_user, report, community_reporter):
        typed = TYPED | {"tot-progress": ""}
        response = as_user(community_reporter).post(address("report_form", report.pk), typed)
        assert response.status_code == 422
        assert "没有变化请填 0" in text(response)

    def test_an_unusual_figure_asks_for_a_reason(self, as_user, report, community_reporter):
        client = as_user(community_reporter)
        typed = TYPED | {"inc-invested_wan": "-12"}
        page = text(client.post(address("report_form", report.pk), typed))
        assert "累计比上次少 12" in page and value_of(page, "inc-invested_wan") == "-12"
        # a remark about something else is no reason
        assert (
            client.post(
                address("report_form", report.pk), typed | {"remark": "雨天停工"}
            ).status_code
            == 422
        )
        page = client.post(
            address("report_form", report.pk), typed | {"why-invested_wan": "结算核减"}, follow=True
        )
        assert "填报原因：结算核减" in text(page)
        report.refresh_from_db()
        assert report.status == "filed"

    def test_a_filed_report_has_no_form(self, as_user, filed, community_reporter):
        response = as_user(community_reporter).get(address("report_form", filed.pk))
        assert response.url == address("report_detail", filed.pk)

    @pytest.mark.parametrize(
        "typed",
        [{}, {"shown": "x"}, TYPED | {"inc-invested_wan": "9" * 60}, {"remark": "长" * 400}],
    )
    def test_malformed_posts_get_the_form_again(self, as_user, report, community_reporter, typed):
        response = as_user(community_reporter).post(address("report_form", report.pk), typed)
        assert response.status_code == 422

    def test_percentages_show_their_plan(self, as_user, report, community_reporter, indicators):
        report.project.targets.create(
            indicator=indicators["progress"], due_on=report.period.end, value=68
        )
        page = text(as_user(community_reporter).get(address("report_form", report.pk)))
        assert "计划 68" in page and "低于计划 4 个百分点" in page


class TestDraft:
    def save(self, client, report, typed):
        return client.post(
            address("report_draft", report.pk), typed, headers={"Accept": "application/json"}
        )

    def test_saves_as_typed(self, as_user, report, community_reporter):
        client = as_user(community_reporter)
        said = self.save(client, report, TYPED).json()
        read = said.pop("read")
        assert said == {"saved_at": "09:00", "shown": said["shown"], "errors": {}, "asks": {}}
        # What was typed as it was read, from which the page fills the other field.
        assert read["invested_wan"] == {
            "inc": "18.5",
            "tot": "318.5",
            "value": 318.5,
            "change": 18.5,
        }
        page = text(client.get(address("report_form", report.pk)))
        assert value_of(page, "tot-invested_wan") == "318.5"
        assert value_of(page, "inc-invested_wan") == "18.5"

    def test_asks_about_an_unusual_figure_before_filing(self, as_user, report, community_reporter):
        client = as_user(community_reporter)
        said = self.save(client, report, TYPED | {"inc-invested_wan": "-12"}).json()
        assert said["asks"] == {"invested_wan": "累计比上次少 12"}
        assert "累计比上次少 12" in text(client.get(address("report_form", report.pk)))

    def test_keeps_the_good_and_names_the_bad(self, as_user, report, community_reporter):
        typed = TYPED | {"tot-progress": "七成一"}
        said = self.save(as_user(community_reporter), report, typed).json()
        assert list(said["errors"]) == ["tot-progress"]
        assert report.readings.filter(indicator__code="invested_wan").exists()

    def test_a_conflict_says_who_changed_what(
        self, as_user, report, community_reporter, street_reporter, client
    ):
        as_user(street_reporter)
        self.save(client, report, TYPED | {"inc-invested_wan": "20"})
        as_user(community_reporter)
        answer = self.save(client, report, TYPED)
        assert answer.status_code == 409
        assert "suohe" in answer.json()["message"] and "现存 320" in answer.json()["message"]
        # the button shows both, keeps what was typed, and the next save is deliberate
        page = client.post(address("report_form", report.pk), TYPED)
        assert "有人同时在改" in text(page) and value_of(page, "inc-invested_wan") == "18.5"
        assert value_of(page, "shown") == token_of_report(Report.objects.get(pk=report.pk))
        # what the other filled in and this page left blank is taken over, not deleted
        blank = TYPED | {"tot-progress": ""}
        answer = client.post(address("report_form", report.pk), blank)
        assert value_of(answer, "tot-progress") == "71"
        client.post(address("report_form", report.pk), TYPED | {"shown": value_of(page, "shown")})
        assert report.readings.get(indicator__code="invested_wan").value == Decimal("318.5")

    def test_the_button_works_without_javascript(self, as_user, report, community_reporter):
        client = as_user(community_reporter)
        page = client.post(address("report_draft", report.pk), TYPED, follow=True)
        assert "草稿已保存" in text(page)
        report.refresh_from_db()
        assert report.status == "draft"

    def test_a_filed_report_keeps_its_figures(self, as_user, filed, community_reporter):
        client = as_user(community_reporter)
        assert self.save(client, filed, TYPED).status_code == 409
        page = client.post(address("report_draft", filed.pk), TYPED, follow=True)
        assert "正在等待审核" in text(page)


class TestReview:
    def test_the_list_shows_change_and_leads_to_the_report(self, as_user, filed, street_reviewer):
        page = text(as_user(street_reviewer).get(address("report_review_list")))
        assert "+18.5" in page and address("report_detail", filed.pk) in page

    def test_return_and_refile(self, as_user, filed, street_reviewer, community_reporter, client):
        as_user(street_reviewer)
        refused = client.post(address("report_return", filed.pk), {"reason": " "})
        assert refused.status_code == 422 and "请写明退回原因" in text(refused)
        data = {"about-invested_wan": "与台账不符", "about-progress": "缺照片", "reason": ""}
        client.post(address("report_return", filed.pk), data)
        as_user(community_reporter)
        assert "缺照片" in text(client.get(address("report_mine")))
        page = text(client.get(address("report_form", filed.pk)))
        assert "审核退回 2 项" in page and "上次核定 300" in plain(page)
        assert page.count("与台账不符") == 2 and page.count("缺照片") == 2  # above and beside
        client.post(
            address("report_form", filed.pk),
            TYPED | {"shown": token_of_report(Report.objects.get(pk=filed.pk))},
        )
        as_user(street_reviewer)
        client.post(address("report_approve", filed.pk))
        page = text(client.get(address("report_detail", filed.pk)))
        assert "与台账不符" in page and "已审核" in page

    def test_the_second_reviewer_is_told(self, as_user, filed, street_reviewer, old_hq, client):
        approve_report(report=filed, by=old_hq, at=moment(30))
        as_user(street_reviewer)
        page = client.post(address("report_approve", filed.pk), follow=True)
        assert "old-hq已于4月30日 09:00 审核" in text(page)
        page = client.post(address("report_return", filed.pk), {"reason": "晚了"}, follow=True)
        assert "未重复办理" in text(page)
        assert filed.steps.count() == 2

    def test_correcting_a_verified_figure(self, as_user, filed, street_reviewer, old_hq):
        approve_report(report=filed, by=old_hq, at=moment(29))
        reading = filed.readings.get(indicator__code="invested_wan")
        client = as_user(street_reviewer)
        assert address("report_correct", reading.pk) in text(
            client.get(address("report_detail", filed.pk))
        )
        page = address("report_correct", reading.pk)
        bad = client.post(page, {"value": "很多", "reason": ""})
        assert bad.status_code == 422 and value_of(bad, "value") == "很多"
        assert client.post(page, {"value": "318.5", "reason": "x"}).status_code == 422
        done = client.post(page, {"value": "约317", "reason": "票据重复"}, follow=True)
        assert "票据重复" in text(done) and "约317" in text(done)
        assert client.post(page, {"value": "316", "reason": "再改"}).status_code == 422


def test_the_week_under_way_stands_on_the_projects_page(as_user, filed, old_hq):
    """Its figures count from their verification on, its last day is a Sunday just after it."""
    approve_report(report=filed, by=old_hq, at=moment(30))
    page = text(as_user(old_hq).get(reverse("projects:project_detail", args=[filed.project_id])))
    assert "2021-05-02" in plain(section(page, "近八周指标"))


def count_rows_and_queries(client, page, assert_queries):
    with assert_queries() as queries:
        assert client.get(page).status_code == 200
    return len(queries)


class TestSpeed:
    @pytest.mark.parametrize(
        ("name", "account"),
        [("report_review_list", "street_reviewer"), ("report_mine", "street_reporter")],
    )
    def test_queries_do_not_grow_with_rows(
        self,
        request,
        as_user,
        make_report,
        full_values,
        community_reporter,
        django_assert_max_num_queries,
        name,
        account,
    ):
        def more(start):
            for i in range(start, start + 3):
                report = make_report(f"小区{i}")
                file_report(report=report, values=full_values, by=community_reporter, at=moment(29))
                save_draft(
                    report=make_report(f"待报{i}"),
                    values=full_values,
                    by=community_reporter,
                    at=moment(29),
                )

        client = as_user(request.getfixturevalue(account))
        more(0)
        client.get(address(name)), forget()
        limit = django_assert_max_num_queries
        first = count_rows_and_queries(client, address(name), lambda: limit(12))
        more(3)
        assert count_rows_and_queries(client, address(name), lambda: limit(12)) == first
