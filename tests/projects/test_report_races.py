"""Two at once on real PostgreSQL: one filing, one approval, nothing twice."""

from datetime import date

import pytest
from races import at_once

from projects.models import Report
from projects.reporting.errors import WrongState
from projects.reporting.reviewing import approve_report, return_report
from projects.reporting.services import file_report
from projects.reporting.writing import token_of_report
from tests.projects.conftest import moment

pytestmark = pytest.mark.django_db(transaction=True)


def test_pressing_twice_files_once(report, full_values, community_reporter):
    def press():
        return file_report(
            report=Report.objects.get(pk=report.pk),
            values=full_values,
            remark="",
            shown=token_of_report(Report(pk=report.pk)),
            by=community_reporter,
            at=moment(29),
        )

    results = at_once(press, press, press)
    assert [getattr(result, "status", result) for result in results] == ["filed"] * 3
    assert report.steps.count() == 1
    assert report.readings.count() == 3


def test_two_reviewers_at_once(report, full_values, community_reporter, street_reviewer, old_hq):
    file_report(report=report, values=full_values, by=community_reporter, at=moment(29))
    results = at_once(
        lambda: approve_report(report=report, by=street_reviewer, at=moment(30)),
        lambda: approve_report(report=report, by=old_hq, at=moment(30)),
    )
    refused = [result for result in results if isinstance(result, WrongState)]
    assert len(refused) == 1 and "审核" in refused[0].messages[0]
    assert list(report.steps.values_list("action", flat=True)) == ["filed", "approved"]
    assert set(report.readings.values_list("verified_on", flat=True)) == {date(2021, 4, 30)}


def test_one_returns_while_another_approves(
    report, full_values, community_reporter, street_reviewer, old_hq
):
    file_report(report=report, values=full_values, by=community_reporter, at=moment(29))
    results = at_once(
        lambda: return_report(report=report, by=street_reviewer, at=moment(30), reason="核对"),
        lambda: approve_report(report=report, by=old_hq, at=moment(30)),
    )
    assert sum(isinstance(result, WrongState) for result in results) == 1
    assert report.steps.count() == 2
    report.refresh_from_db()
    verified = report.readings.filter(verified_on__isnull=False).count()
    assert (report.status, verified) in {("approved", 3), ("returned", 0)}
