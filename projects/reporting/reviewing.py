"""What a reviewer does with a weekly report: approves it, returns it, reopens one that is locked."""

from datetime import datetime, timedelta

from django.core.exceptions import ValidationError
from django.db import models, transaction
from django.utils import timezone

from ledgers.meanwhile import refuse_if_changed
from orgs.models import User
from projects.models import Indicator, Report
from projects.reporting.readings import WrongState, refuse_own_report
from projects.reporting.writing import (
    OPEN,
    Action,
    Reasons,
    Status,
    add_step,
    already,
    locked,
    move,
    require_waiting,
    token_of_report,
)

# So long a report can be filed that was reopened, or that came back after its week had locked.
REOPENED_FOR = timedelta(days=7)
WHY = "请写明退回原因，填报人据此修改。"


@transaction.atomic
def return_report(
    *,
    report: Report,
    by: User,
    at: datetime,
    reason: str = "",
    indicator: Indicator | None = None,
    reasons: Reasons | None = None,
) -> Report:
    """Send a filed report back, with reasons that stay in its history.

    `reasons` says by indicator code what is wrong with which figure: one step each. `reason` is
    about the whole report, or about the figure `indicator`; one of the two must be given.
    Where the week has locked meanwhile, the report stays open for another week.
    Raises ValidationError without any reason, WrongState where the report is not waiting for
    review, SeparationOfDuties where `by` filed it.
    """
    report = locked(report)
    require_waiting(report)
    refuse_own_report(report, by)
    given = {code: text.strip() for code, text in (reasons or {}).items() if text.strip()}
    if not reason.strip() and not given:
        raise ValidationError({"reason": WHY})
    about = _about(report, given)
    report.filed_on = None
    report.no_change = False
    if report.locked_at(at + REOPENED_FOR):
        report.reopened_until = at + REOPENED_FOR
    if reason.strip():
        about.append((indicator, reason.strip()))
    # The last one is what lists show beside the report.
    for one, text in about[:-1]:
        add_step(report, Action.RETURNED, by, at, text, one)
    last, text = about[-1]
    return move(report, Status.RETURNED, Action.RETURNED, by, at, text, last)


def _about(report: Report, reasons: Reasons) -> list[tuple[Indicator | None, str]]:
    """(indicator, reason) of each figure that is sent back, in the order of the form."""
    found = Indicator.objects.filter(code__in=reasons, readings__report=report).distinct()
    if len(found) < len(reasons):
        raise ValidationError({"reason": "退回原因所指的指标不在这份周报里，请刷新后重试。"})
    return [(indicator, reasons[indicator.code]) for indicator in found]


@transaction.atomic
def approve_report(*, report: Report, by: User, at: datetime, shown: str | None = None) -> Report:
    """Verify a filed report: its figures count from the day of `at` on.

    `shown` is the token of what the reviewer has seen (None: do not compare).
    Raises WrongState where the report is not waiting for review (a second reviewer is told who
    was quicker), ChangedMeanwhile where it says something else by now, SeparationOfDuties where `by` filed it.
    """
    report = locked(report)
    require_waiting(report)
    refuse_own_report(report, by)
    told = "这份周报在您查看之后又改过，尚未审核；请核对现在的数字。"
    refuse_if_changed(shown, token_of_report(report), told, stored=report)
    # The lock on the report is theirs as well, and a day of verification has no rule that could fail.
    today = timezone.localtime(at).date()
    report.readings.filter(verified_on=None).update(verified_on=today)
    return move(report, Status.APPROVED, Action.APPROVED, by, at)


@transaction.atomic
def reopen_report(*, report: Report, by: User, at: datetime, reason: str) -> Report:
    """Let a report be filed for another week although its week is locked; it stays late.

    Raises ValidationError without a reason, WrongState where it is not locked or already in hand.
    """
    report = locked(report)
    if report.status not in OPEN:
        raise WrongState(already(report))
    if not report.locked_at(at):
        raise WrongState("这份周报没有锁定，填报人现在就可以报送，无需重开。")
    if not reason.strip():
        raise ValidationError({"reason": "请写明重开原因，留在办理过程里。"})
    report.reopened_until = at + REOPENED_FOR
    return move(report, report.status, Action.REOPENED, by, at, reason.strip())


@transaction.atomic
def reopen_week(
    *, reports: models.QuerySet[Report], by: User, at: datetime, reason: str
) -> list[Report]:
    """Reopen all locked reports among `reports` (a week's, in the reviewer's scope) for one reason.

    Each keeps the reason in its own history and locks again by itself. Returns those reopened.
    Raises ValidationError without a reason, WrongState where none of them is locked and missing.
    """
    owed = reports.filter(status__in=OPEN).select_related("period").order_by("pk")
    shut = [report for report in owed if report.locked_at(at)]
    if not shut:
        raise WrongState("这一周没有已锁定的未报周报，无需重开。")
    return [reopen_report(report=report, by=by, at=at, reason=reason) for report in shut]
