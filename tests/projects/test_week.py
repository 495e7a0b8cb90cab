"""The week around the report: due days, locks, who is missing, quiet weeks, photos, two reviewers."""

from datetime import date, datetime, timedelta
from decimal import Decimal
from io import BytesIO

import pytest
from django.core.exceptions import ValidationError
from django.urls import reverse
from django.utils import timezone
from pages import plain, read, value_of
from PIL import Image

from projects.models import Holiday, Period, Report
from projects.reporting.errors import PeriodLocked, ReasonNeeded, WrongState
from projects.reporting.periods import (
    due_moment,
    open_due_weeks,
    workdays_between,
    years_not_entered,
)
from projects.reporting.photos import add_photo, remove_photo
from projects.reporting.readings import unusual
from projects.reporting.report_lines import quiet_weeks, quiet_words
from projects.reporting.reviewing import approve_report, reopen_report, return_report
from projects.reporting.services import file_report, save_draft, withdraw_report
from projects.reporting.writing import token_of_report
from tests.projects.conftest import ZONE, moment

pytestmark = pytest.mark.django_db


def address(name, *args):
    return reverse(f"projects:{name}", args=args)


def picture(color="red", size=(2000, 1000)) -> BytesIO:
    out = BytesIO()
    Image.new("RGB", size, color).save(out, "JPEG")
    out.seek(0)
    out.name = "IMG_0001.jpg"
    return out


@pytest.fixture(autouse=True)
def own_uploads(settings, tmp_path):
    settings.MEDIA_ROOT = tmp_path


@pytest.fixture
def at(settings):
    """A function that sets the portal's clock."""

    def pin(now: datetime):
        settings.PINNED_NOW = now

    return pin


@pytest.mark.parametrize(
    ("monday", "due"),
    [
        (date(2021, 4, 26), "2021-04-30 17:00"),  # a plain Friday
        (date(2021, 4, 19), "2021-04-23 17:00"),  # with a make-up Sunday behind it
        (date(2021, 2, 8), "2021-02-10 17:00"),  # Spring Festival from Thursday on
        (date(2021, 9, 27), "2021-09-30 17:00"),  # the first of October is a Friday
        (date(2020, 1, 27), "2020-02-03 17:00"),  # a whole week off
        (date(2035, 6, 4), "2035-06-08 17:00"),  # a year that nobody knows yet
    ],
)
def test_the_deadline_moves_with_the_holidays(monday, due):
    assert f"{timezone.localtime(due_moment(monday)):%F %H:%M}" == due


def test_the_countys_own_table_goes_before_the_calendar():
    assert years_not_entered(date(2035, 6, 4)) == [2035]
    Holiday.objects.create(day=date(2035, 6, 8), kind="off", name="端午节", source="通知")
    Holiday.objects.create(day=date(2021, 4, 30), kind="off", name="停工", source="县通知")
    assert years_not_entered(date(2035, 6, 4)) == []
    assert years_not_entered(date(2021, 4, 30)) == []
    assert due_moment(date(2035, 6, 4)).date() == date(2035, 6, 7)
    assert due_moment(date(2021, 4, 26)).date() == date(2021, 4, 29)
    days = workdays_between(date(2021, 4, 24), date(2021, 4, 26))
    assert list(days.values()) == [False, True, True]  # Sunday the 25th makes up for May


def test_a_whole_week_is_reopened_for_one_reason(
    report, make_project, community_reporter, street_reviewer, other_street_reviewer, as_user, at
):
    page, act = address("report_missing"), address("week_reopen")
    reviewer, start = as_user(street_reviewer), report.period.start.isoformat()
    assert "整周重开" not in reviewer.get(page).content.decode()
    at(moment(30, 16) + timedelta(days=15))
    week = f"{page}?week={report.period.start}"
    assert "整周重开" in reviewer.get(week).content.decode()
    assert as_user(community_reporter).post(act, {"reason": "x", "week": start}).status_code == 403
    reviewer = as_user(street_reviewer)
    refused = reviewer.post(act, {"reason": " ", "week": start})
    assert refused.status_code == 422 and "请写明重开原因" in refused.content.decode()
    for wrong in ({}, {"week": "上周"}, {"week": "2021-04-27"}):  # never another week instead
        answer = reviewer.post(act, {"reason": "全市停电"} | wrong, follow=True)
        assert "没有这一周，没有重开" in answer.content.decode()
    assert not report.steps.exists()
    reviewer.post(act, {"reason": "全市停电", "week": start})
    report.refresh_from_db()
    assert [step.reason for step in report.steps.all()] == ["全市停电"]
    assert report.reopened_until == moment(30, 16) + timedelta(days=22)
    assert report.locked_at(moment(30, 16) + timedelta(days=23))
    again = reviewer.post(act, {"reason": "再开", "week": start}, follow=True)
    assert "没有已锁定的未报周报" in again.content.decode() and report.steps.count() == 1


def test_a_reviewer_reopens_only_what_is_theirs(report, other_street_reviewer, as_user, at):
    at(moment(30, 16) + timedelta(days=15))
    as_user(other_street_reviewer).post(
        address("week_reopen"), {"reason": "停电", "week": report.period.start}
    )
    assert not report.steps.exists()


def test_weeks_that_were_missed_are_opened_once(make_project, indicators):
    make_project()
    open_due_weeks(on=date(2021, 4, 8))
    opened = open_due_weeks(on=date(2021, 4, 30))
    assert [(period.number, count) for period, count in opened] == [(15, 1), (16, 1), (17, 1)]
    assert open_due_weeks(on=date(2021, 5, 2)) == []
    assert Period.objects.count() == Report.objects.count() == 4


def test_what_asks_for_nothing_owes_nothing(make_project, indicators):
    make_project("停车场", kind="parking_road")
    assert open_due_weeks(on=date(2021, 4, 8)) == []


def test_the_demo_county_owes_what_it_says(demo):
    assert open_due_weeks(on=date(2021, 4, 30)) == []


def test_late_stays_late_and_a_locked_week_needs_a_reason(
    report, full_values, community_reporter, street_reviewer, as_user, at
):
    who = {"by": community_reporter}
    client = as_user(community_reporter)
    form = address("report_form", report.pk)
    typed = {"inc-invested_wan": "18.5", "tot-demolished_m2": "212", "tot-progress": "71"}
    # The week locks while the form is open: said clearly, and what was typed is kept.
    at(moment(30, 16) + timedelta(days=15))
    answer = client.post(form, typed, follow=True)
    page = answer.content.decode()
    assert "锁定" in page and "已存为草稿，没有丢失" in page
    assert value_of(page, "tot-invested_wan") == "318.5"
    report.refresh_from_db()
    assert (report.status, report.steps.count()) == ("draft", 0)
    with pytest.raises(PeriodLocked):
        file_report(report=report, at=moment(30, 16) + timedelta(days=15), **who)
    # Reopened with a reason, by somebody who reviews here.
    assert client.post(address("report_reopen", report.pk), {"reason": "x"}).status_code == 403
    reviewer = as_user(street_reviewer)
    assert reviewer.post(address("report_reopen", report.pk), {"reason": ""}).status_code == 422
    reviewer.post(address("report_reopen", report.pk), {"reason": "停电，无法上网"})
    report.refresh_from_db()
    assert report.steps.get().reason == "停电，无法上网"
    now = moment(30, 16) + timedelta(days=16)
    filed = file_report(report=report, at=now, **who)
    assert list(Report.objects.late()) == [filed]
    page = reviewer.get(address("report_detail", report.pk)).content.decode()
    assert "迟报" in page and "停电，无法上网" in page
    # A return gives the time to mend it, and does not make it any less late.
    back = return_report(report=report, by=street_reviewer, at=now, reason="核对")
    assert not back.locked_at(now + timedelta(days=6)) and back.locked_at(now + timedelta(days=8))
    file_report(report=report, at=now + timedelta(days=1), **who)
    approve_report(report=report, by=street_reviewer, at=now + timedelta(days=1))
    assert Report.objects.late().exists()


def test_a_return_does_not_make_late_a_withdrawal_does(
    make_report, full_values, community_reporter, street_reviewer
):
    returned, withdrawn = make_report("退回的"), make_report("撤回的")
    for report in (returned, withdrawn):
        file_report(report=report, values=full_values, by=community_reporter, at=moment(29))
    return_report(report=returned, by=street_reviewer, at=moment(30), reason="核对")
    withdraw_report(report=withdrawn, by=community_reporter, at=moment(30, 16))
    assert set(Report.objects.not_filed_by(date(2021, 4, 30))) == {returned, withdrawn}
    for report in (returned, withdrawn):
        file_report(report=report, by=community_reporter, at=moment(30, 18))
    assert list(Report.objects.late()) == [withdrawn]
    approve_report(report=withdrawn, by=street_reviewer, at=moment(30, 19))
    with pytest.raises(WrongState, match="审核"):
        withdraw_report(report=withdrawn, by=community_reporter, at=moment(30, 20))


def test_a_reason_goes_with_the_unusual_figure(report, full_values, community_reporter):
    who, why = {"by": community_reporter, "at": moment(29)}, {"invested_wan": "补报上季度"}
    jump = full_values | {"invested_wan": (Decimal(900), "exact")}
    save_draft(report=report, values=jump, reasons=why, **who)
    reading = report.readings.get(indicator__code="invested_wan")
    assert reading.reason == "补报上季度"
    save_draft(report=report, values=full_values, reasons=why, **who)
    reading.refresh_from_db()
    assert (reading.value, reading.reason) == (Decimal("318.5"), "")


def test_withdrawn_and_filed_again_at_one_moment_in_time_is_in_time(
    report, full_values, community_reporter
):
    at = moment(29)
    file_report(report=report, values=full_values, by=community_reporter, at=at)
    withdraw_report(report=report, by=community_reporter, at=at)
    assert not Report.objects.with_punctuality().get(pk=report.pk).in_time
    file_report(report=report, by=community_reporter, at=at)
    assert not Report.objects.late().exists()


def test_reasons_for_each_figure(
    report, full_values, community_reporter, street_reviewer, indicators
):
    values = full_values | {
        "invested_wan": (Decimal(290), "about"),
        "progress": (Decimal(101), "exact"),
    }
    call = {"report": report, "values": values, "by": community_reporter, "at": moment(29)}
    with pytest.raises(ReasonNeeded) as asked:
        file_report(**call, remark="雨天", reasons={"invested_wan": "结算核减"})
    assert set(asked.value.message_dict) == {"progress", "why"}
    reasons = {"invested_wan": "结算核减", "progress": "增加了附属工程"}
    filed = file_report(**call, reasons=reasons)
    assert filed.readings.get(indicator=indicators["invested_wan"]).reason == "结算核减"
    with pytest.raises(ValidationError, match="不在这份周报里"):
        return_report(report=filed, by=street_reviewer, at=moment(30), reasons={"elsewhere": "x"})
    return_report(
        report=filed,
        by=street_reviewer,
        at=moment(30),
        reasons={"progress": "附属工程不计入", "invested_wan": "附凭证", "demolished_m2": " "},
    )
    steps = filed.steps.filter(action="returned").values_list("indicator__code", "reason")
    assert list(steps) == [("invested_wan", "附凭证"), ("progress", "附属工程不计入")]


@pytest.mark.parametrize(
    ("value", "asks"),
    [("100", ""), ("101", "超过 100%"), ("96", "超过计划目标 95"), ("95", ""), ("90", "")],
)
def test_what_is_over_the_goal_or_over_all(value, asks):
    goal = None if value in ("100", "101") else Decimal(95)
    assert unusual([Decimal(90)], Decimal(value), goal=goal, is_percent=True) == asks


def test_three_quiet_weeks_are_confirmed_not_just_unreported(
    make_report, periods, community_reporter, street_reviewer, as_user
):
    report = make_report()
    for number in (15, 16):
        Report.objects.create(
            project=report.project,
            period=periods[number],
            division_id=report.division_id,
            status="approved",
            no_change=True,
        )
    file_report(report=report, no_change=True, by=community_reporter, at=moment(29))
    report.refresh_from_db()
    assert quiet_weeks([report]) == {report.pk: 3}
    assert quiet_words(report, 3) == "连续3周无变化，待核实"
    approve_report(report=report, by=street_reviewer, at=moment(30))
    page = as_user(street_reviewer).get(address("report_detail", report.pk)).content.decode()
    assert "经核实无变化（连续3周）" in page
    Report.objects.filter(period=periods[16]).update(no_change=False)
    assert quiet_weeks([report]) == {report.pk: 1}


def test_photos_until_the_report_is_filed(
    report, full_values, community_reporter, street_reviewer, old_hq, as_user, tmp_path
):
    client = as_user(community_reporter)
    add = address("report_photo_add", report.pk)
    said = client.post(
        add, {"photos": [picture(), picture()]}, headers={"Accept": "application/json"}
    )
    assert report.photos.count() == 1 and read(said.json()["html"]).find(
        "img"
    )  # the same one twice
    bad = client.post(
        add, {"photos": BytesIO(b"<script>1</script>")}, headers={"Accept": "application/json"}
    )
    assert bad.status_code == 422 and "不是能读取的照片" in bad.json()["message"]
    # Without JavaScript the button sends the figures too: they are kept.
    typed = {"inc-invested_wan": "18.5", "photos": picture("blue")}
    page = client.post(add, typed, follow=True)
    assert len(read(page).select("img")) == 2
    assert value_of(page, "tot-invested_wan") == "318.5"
    for color in ("green", "white", "black", "yellow"):
        add_photo(report=report, upload=picture(color), by=community_reporter, at=moment(29))
    with pytest.raises(ValidationError, match="最多 6 张"):
        add_photo(report=report, upload=picture("gray"), by=community_reporter, at=moment(29))
    first, *rest = report.photos.all()
    shown = client.get(address("report_photo", first.pk))
    assert (shown["Content-Type"], shown["X-Content-Type-Options"]) == ("image/jpeg", "nosniff")
    assert Image.open(BytesIO(b"".join(shown.streaming_content))).size == (1600, 800)
    gone = rest.pop()
    remove_photo(photo=gone, by=community_reporter)
    assert report.photos.count() == 5
    file_report(report=report, values=full_values, by=community_reporter, at=moment(29))
    with pytest.raises(WrongState):
        remove_photo(photo=first, by=community_reporter)
    with pytest.raises(WrongState):
        add_photo(report=report, upload=picture("gray"), by=community_reporter, at=moment(29))
    assert (
        "现场照片 5 张"
        in as_user(street_reviewer).get(address("report_detail", report.pk)).content.decode()
    )


def test_other_branches_do_not_see_the_photos(
    report, community_reporter, other_street_reporter, as_user
):
    photo = add_photo(report=report, upload=picture(), by=community_reporter, at=moment(29))
    client = as_user(other_street_reporter)
    assert client.get(address("report_photo", photo.pk)).status_code == 404
    assert client.post(address("report_photo_remove", photo.pk)).status_code in (403, 404)


class TestMany:
    def test_several_are_approved_as_they_were_seen(
        self, make_report, full_values, community_reporter, street_reviewer, old_hq, as_user
    ):
        reports = [make_report(name) for name in ("一号院", "二号院", "三号院")]
        for report in reports:
            file_report(report=report, values=full_values, by=community_reporter, at=moment(29))
        client = as_user(street_reviewer)
        page = client.get(address("report_approve_many"), {"report": [r.pk for r in reports]})
        text = page.content.decode()
        assert all(name in text for name in ("一号院", "二号院", "三号院")) and "+18.5" in text
        seen = [f"{r.pk}:{token_of_report(Report.objects.get(pk=r.pk))}" for r in reports]
        # Meanwhile one is approved by somebody else, one is withdrawn and filed with other figures.
        approve_report(report=reports[1], by=old_hq, at=moment(30))
        withdraw_report(report=reports[2], by=community_reporter, at=moment(30))
        other = full_values | {"invested_wan": (Decimal(319), "exact")}
        file_report(report=reports[2], values=other, by=community_reporter, at=moment(30))
        said = client.post(address("report_approve_many"), {"shown": seen}, follow=True)
        text = said.content.decode()
        assert "已审核通过 1 份" in text and "old-hq已于4月30日 09:00 审核" in text
        assert "三号院：这份周报在您查看之后又改过" in text
        statuses = [Report.objects.get(pk=r.pk).status for r in reports]
        assert statuses == ["approved", "approved", "filed"]


def test_the_missing_list_names_places_and_no_persons(
    make_report, full_values, community_reporter, street_reporter, as_user, at
):
    make_report("甲一小区")
    file_report(
        report=make_report("甲二小区"), values=full_values, by=community_reporter, at=moment(29)
    )
    at(moment(30, 18))
    client = as_user(street_reporter)
    for by, name in (("street", "街道"), ("community", "社区"), ("line", "老旧小区指挥部")):
        page = plain(client.get(address("report_missing"), {"by": by}))
        assert "应报 2 份，未报 1 份" in page
        assert "【周报提醒】" in page and name in page and "甲一小区" in page
        assert "还有 1 份未报" in page and "系统按迟报记录" in page and "50%" in page
        assert community_reporter.display_name not in page


def test_a_draft_outlives_the_lock(report, full_values, community_reporter):
    locked = datetime(2021, 5, 20, 9, tzinfo=ZONE)
    saved = save_draft(report=report, values=full_values, by=community_reporter, at=locked)
    assert saved.status == "draft" and saved.readings.count() == 3
    with pytest.raises(WrongState, match="没有锁定"):
        reopen_report(report=report, by=community_reporter, at=moment(30), reason="x")
