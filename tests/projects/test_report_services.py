"""The weekly report's services: what is stored, refused, kept and counted from when."""

from datetime import date
from decimal import Decimal
from io import StringIO

import pytest
from django.core.exceptions import ValidationError
from django.core.management import CommandError, call_command
from django.utils import timezone

from ledgers.meanwhile import ChangedMeanwhile
from projects.models import Project, Reading, Report
from projects.reporting.errors import (
    FieldsRefused,
    ReasonNeeded,
    SeparationOfDuties,
    WrongState,
)
from projects.reporting.periods import open_period, plan_period
from projects.reporting.readings import correct_reading, unusual
from projects.reporting.reviewing import approve_report, return_report
from projects.reporting.services import file_report, save_draft
from projects.reporting.writing import token_of_report
from tests.projects.conftest import moment

pytestmark = pytest.mark.django_db


def invested_on(project, day) -> Decimal | None:
    """What the dashboards read for invested money on `day`."""
    return Project.objects.with_reading("invested_wan", day).get(pk=project.pk).reading


@pytest.fixture
def filed(report, full_values, community_reporter):
    return file_report(report=report, values=full_values, by=community_reporter, at=moment(29))


@pytest.mark.usefixtures("indicators")
class TestOpening:
    def test_makes_what_is_owed_once(self, make_project, periods):
        project = make_project()
        make_project("已结束", until=date(2021, 4, 26))
        make_project("未开始", since=date(2021, 5, 3))
        assert [row.project_id for row in open_period(period=periods[17])] == [project.pk]
        assert open_period(period=periods[17]) == []
        row = Report.objects.get()
        assert (row.status, row.division_id) == ("due", project.division_id)

    def test_a_later_project_is_added(self, make_project, periods):
        make_project()
        open_period(period=periods[17])
        late = make_project("后来的")
        assert [row.project for row in open_period(period=periods[17])] == [late]

    def test_programmes_that_do_not_report_weekly_owe_nothing(self, make_project, periods):
        project = make_project()
        type(project.programme).objects.update(reports_weekly=False)
        assert open_period(period=periods[17]) == []

    def test_a_week_is_planned_once_and_opened_by_command(self, make_project, indicators):
        make_project()
        period = plan_period(day=date(2021, 5, 6))
        assert (period.number, period.start, period.end) == (18, date(2021, 5, 3), date(2021, 5, 9))
        assert timezone.localtime(period.due_at).isoformat() == "2021-05-07T17:00:00+08:00"
        call_command("open_week", on="2021-05-06", stdout=StringIO())
        assert plan_period(day=date(2021, 5, 9)) == period
        assert period.reports.count() == 1
        with pytest.raises(CommandError):
            call_command("open_week", on="2021-13-01")


class TestDraft:
    def test_keeps_what_was_typed(self, report, community_reporter):
        saved = save_draft(
            report=report,
            values={"invested_wan": (Decimal("318.5"), "about")},
            remark=" 雨天 ",
            by=community_reporter,
            at=moment(29),
        )
        reading = saved.readings.get()
        assert (saved.status, saved.version, saved.remark) == ("draft", 1, "雨天")
        assert (reading.value, reading.qualifier) == (Decimal("318.5"), "about")
        assert (reading.day, reading.verified_on) == (date(2021, 5, 2), None)

    def test_a_figure_can_be_taken_back(self, report, full_values, community_reporter):
        save_draft(report=report, values=full_values, by=community_reporter, at=moment(29))
        save_draft(report=report, values={"progress": None}, by=community_reporter, at=moment(29))
        assert not report.readings.filter(indicator__code="progress").exists()

    @pytest.mark.parametrize(
        ("code", "value"),
        [
            ("invested_wan", "-1"),
            ("invested_wan", "1.234"),
            ("demolished_m2", "1.5"),
            ("progress", "200.1"),
            ("invested_wan", "1e12"),
            ("unheard_of", "1"),
        ],
    )
    def test_bad_values_are_refused_by_field(self, report, community_reporter, code, value):
        with pytest.raises(FieldsRefused) as refused:
            save_draft(
                report=report,
                values={code: (Decimal(value), "exact"), "progress": (Decimal(201), "exact")},
                by=community_reporter,
                at=moment(29),
            )
        assert code in refused.value.message_dict
        assert "progress" in refused.value.message_dict
        assert not report.readings.exists()

    def test_a_stale_page_is_told_what_changed(self, report, community_reporter):
        save_draft(
            report=report,
            values={"invested_wan": (Decimal(320), "exact")},
            by=community_reporter,
            at=moment(29),
            shown=token_of_report(Report(pk=report.pk)),
        )
        with pytest.raises(ChangedMeanwhile) as stale:
            save_draft(
                report=report,
                values={"invested_wan": (Decimal("318.5"), "exact")},
                by=community_reporter,
                at=moment(29),
                shown=token_of_report(Report(pk=report.pk)),
            )
        assert stale.value.now == token_of_report(Report.objects.get(pk=report.pk))
        assert "「累计完成投资」现存 320，您填的是 318.5" in stale.value.messages[0]
        assert report.readings.get().value == 320

    def test_a_stale_page_with_the_same_figures_does_no_harm(self, report, community_reporter):
        typed = {"invested_wan": (Decimal(320), "exact")}
        for _ in range(2):
            save_draft(
                report=report,
                values=typed,
                by=community_reporter,
                at=moment(29),
                shown=token_of_report(Report(pk=report.pk)),
            )
        assert report.readings.get().value == 320

    def test_nothing_is_saved_into_a_filed_report(self, filed, full_values, community_reporter):
        with pytest.raises(WrongState):
            save_draft(report=filed, values=full_values, by=community_reporter, at=moment(29))


class TestFiling:
    def test_files_once(self, filed, full_values, community_reporter):
        again = file_report(
            report=filed, values=full_values, by=community_reporter, at=moment(29, 10)
        )
        assert (again.status, again.version) == ("filed", filed.version)
        assert (again.filed_on, again.steps.count()) == (date(2021, 4, 29), 1)

    def test_other_figures_after_filing_are_refused(self, filed, full_values, community_reporter):
        other = full_values | {"invested_wan": (Decimal(319), "exact")}
        with pytest.raises(WrongState, match="正在等待审核"):
            file_report(report=filed, values=other, by=community_reporter, at=moment(29))
        assert filed.readings.get(indicator__code="invested_wan").value == Decimal("318.5")

    def test_missing_figures_are_named(self, report, community_reporter):
        with pytest.raises(FieldsRefused) as refused:
            file_report(report=report, by=community_reporter, at=moment(29))
        assert set(refused.value.message_dict) == {"invested_wan", "demolished_m2", "progress"}

    def test_an_indicator_is_asked_from_its_first_day_only(
        self, report, full_values, indicators, community_reporter
    ):
        type(indicators["progress"]).objects.filter(code="progress").update(since=date(2021, 5, 3))
        del full_values["progress"]
        filed = file_report(report=report, values=full_values, by=community_reporter, at=moment(29))
        assert filed.status == "filed"

    @pytest.mark.parametrize("total", ["290", "360"])
    def test_an_unusual_figure_needs_a_reason(self, report, full_values, community_reporter, total):
        values = full_values | {"invested_wan": (Decimal(total), "exact")}
        call = {"report": report, "values": values, "by": community_reporter, "at": moment(29)}
        with pytest.raises(ReasonNeeded) as asked:
            file_report(**call)
        assert set(asked.value.message_dict) == {"invested_wan", "remark"}
        assert file_report(**call, remark="结算核减").status == "filed"

    def test_no_change_takes_the_last_verified_totals(self, report, community_reporter):
        filed = file_report(report=report, no_change=True, by=community_reporter, at=moment(29))
        again = file_report(report=report, no_change=True, by=community_reporter, at=moment(29))
        values = dict(filed.readings.values_list("indicator__code", "value"))
        assert values == {"invested_wan": 300, "demolished_m2": 212, "progress": 64}
        assert filed.no_change and again.steps.count() == 1

    def test_no_change_needs_something_that_did_not_change(self, make_report, community_reporter):
        report = make_report(totals=())
        with pytest.raises(FieldsRefused):
            file_report(report=report, no_change=True, by=community_reporter, at=moment(29))

    def test_late_filing_is_possible_and_shows(self, make_report, full_values, community_reporter):
        report = make_report(number=17)
        filed = file_report(
            report=report, values=full_values, by=community_reporter, at=moment(30, 18)
        )
        assert filed.steps.get().taken_at > report.period.due_at
        assert filed.readings.first().day == report.period.end


class TestReview:
    def test_only_approval_makes_the_figures_count(self, filed, street_reviewer):
        assert invested_on(filed.project, date(2021, 5, 31)) == 300
        approve_report(report=filed, by=street_reviewer, at=moment(30))
        assert invested_on(filed.project, date(2021, 4, 29)) == 300
        assert invested_on(filed.project, date(2021, 4, 30)) == Decimal("318.5")
        assert {r.verified_on for r in filed.readings.all()} == {date(2021, 4, 30)}

    def test_a_return_keeps_its_reason_in_the_history(
        self, filed, full_values, street_reviewer, community_reporter, indicators
    ):
        back = return_report(
            report=filed,
            by=street_reviewer,
            at=moment(30),
            reason="与现场不符",
            indicator=indicators["invested_wan"],
        )
        assert (back.status, back.filed_on) == ("returned", None)
        values = full_values | {"invested_wan": (Decimal(310), "exact")}
        file_report(report=filed, values=values, by=community_reporter, at=moment(30, 10))
        approve_report(report=filed, by=street_reviewer, at=moment(30, 11))
        actions = list(filed.steps.values_list("action", "reason"))
        assert actions == [
            ("filed", ""),
            ("returned", "与现场不符"),
            ("filed", ""),
            ("approved", ""),
        ]
        assert invested_on(filed.project, date(2021, 4, 30)) == 310

    def test_a_return_needs_a_reason(self, filed, street_reviewer):
        with pytest.raises(ValidationError) as refused:
            return_report(report=filed, by=street_reviewer, at=moment(30), reason="  ")
        assert "reason" in refused.value.message_dict

    def test_nobody_reviews_their_own_report(self, filed, community_reporter):
        with pytest.raises(SeparationOfDuties):
            approve_report(report=filed, by=community_reporter, at=moment(30))
        with pytest.raises(SeparationOfDuties):
            return_report(report=filed, by=community_reporter, at=moment(30), reason="改")

    def test_a_report_that_was_not_filed_cannot_be_reviewed(self, report, street_reviewer):
        with pytest.raises(WrongState, match="尚未报送"):
            approve_report(report=report, by=street_reviewer, at=moment(30))


class TestCorrection:
    @pytest.fixture
    def verified(self, filed, street_reviewer):
        approve_report(report=filed, by=street_reviewer, at=moment(29))
        return filed.readings.get(indicator__code="invested_wan")

    def test_counts_from_its_day_and_not_before(self, verified, street_reviewer):
        new = correct_reading(
            reading=verified,
            value=Decimal("317"),
            reason="票据重复",
            by=street_reviewer,
            at=moment(30),
        )
        assert (new.corrects, new.day, new.report_id) == (
            verified,
            verified.day,
            verified.report_id,
        )
        assert invested_on(verified.project, date(2021, 4, 29)) == Decimal("318.5")
        assert invested_on(verified.project, date(2021, 4, 30)) == 317
        assert verified.report.steps.last().action == "corrected"

    def test_only_the_latest_figure_is_corrected(self, verified, street_reviewer):
        call = {"reading": verified, "reason": "错", "by": street_reviewer, "at": moment(30)}
        second = correct_reading(**call, value=Decimal(317))
        with pytest.raises(WrongState):
            correct_reading(**call, value=Decimal(316))
        correct_reading(**call | {"reading": second}, value=Decimal(316))
        assert invested_on(verified.project, date(2021, 4, 30)) == 316

    def test_refuses_what_cannot_stand(self, verified, street_reviewer, community_reporter):
        call = {"reading": verified, "reason": "错", "by": street_reviewer, "at": moment(30)}
        with pytest.raises(ValidationError):
            correct_reading(**call, value=Decimal(-1))
        with pytest.raises(ValidationError):
            correct_reading(**call, value=Decimal("318.5"))
        with pytest.raises(ValidationError):
            correct_reading(**call | {"reason": " "}, value=Decimal(1))
        with pytest.raises(SeparationOfDuties):
            correct_reading(**call | {"by": community_reporter}, value=Decimal(1))
        assert Reading.objects.filter(corrects__isnull=False).count() == 0

    def test_unverified_figures_are_not_corrected(self, filed, street_reviewer):
        with pytest.raises(WrongState, match="退回"):
            correct_reading(
                reading=filed.readings.first(),
                value=Decimal(1),
                reason="错",
                by=street_reviewer,
                at=moment(30),
            )


@pytest.mark.parametrize(
    ("trend", "value", "asks"),
    [
        ([], 500, False),
        ([300], 900, False),
        ([100, 110, 120], 150, False),
        ([100, 110, 120], 151, True),
        ([100, 100, 100], 900, False),
        ([100, 110, 120], 119, True),
    ],
)
def test_what_is_unusual(trend, value, asks):
    assert bool(unusual([Decimal(t) for t in trend], Decimal(value))) is asks
