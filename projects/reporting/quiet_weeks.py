"""Weeks in a row in which nothing moved: said, and confirmed by review, not just not reported."""

from datetime import timedelta

from projects.models import Report

# From so many quiet weeks in a row on a report is shown as confirmed but not moved.
CONFIRMED_AFTER = 3
# Further back nobody looks; a longer standstill is said as this many weeks and more.
LOOK_BACK = 26


def quiet_weeks(reports: list[Report]) -> dict[int, int]:
    """For each of `reports` (with `period`) how many weeks in a row, itself included, did not move.

    A week without a report in hand ends the row. One query, of 26 weeks at most.
    """
    quiet = [report for report in reports if report.no_change]
    if not quiet:
        return {}
    since = min(report.period.start for report in quiet) - timedelta(weeks=LOOK_BACK)
    found = Report.objects.filter(
        project__in={report.project_id for report in quiet},
        period__start__gte=since,
        no_change=True,
        status__in=[Report.Status.FILED, Report.Status.APPROVED],
    )
    weeks = set(found.values_list("project_id", "period__start"))
    return {report.pk: _in_a_row(report, weeks) for report in quiet}


def _in_a_row(report: Report, weeks: set) -> int:
    count, monday = 0, report.period.start
    while (report.project_id, monday) in weeks and count < LOOK_BACK:
        count, monday = count + 1, monday - timedelta(weeks=1)
    return count


def quiet_words(report: Report, weeks: int) -> str:
    """How a report without change is called, "" where something moved."""
    if not report.no_change:
        return ""
    if weeks < CONFIRMED_AFTER:
        return "本周无变化"
    long = f"连续{weeks}周{'以上' if weeks >= LOOK_BACK else ''}"
    if report.status == Report.Status.APPROVED:
        return f"经核实无变化（{long}）"
    return f"{long}无变化，待核实"
