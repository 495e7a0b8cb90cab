"""The clock of a public notice, and the one rule about starting works before it has run."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, timedelta

from django.core.exceptions import ValidationError

from ledgers.formats import zh_date
from projects.models import CivicObjection, CivicProcess, CivicStep, EarlyStart, Project

DAY = timedelta(days=1)
# Projects that are never started without the procedure; others only wait for one that was opened.
NEEDS_PROCEDURE = (Project.Kind.OLD_COMMUNITY,)


@dataclass(frozen=True)
class NoticeClock:
    """A notice from its first day to its last, with the objections that reached it in time."""

    began: date
    until: date  # the last day of the notice; the first free day is the next
    objections: tuple[CivicObjection, ...] = ()

    def unanswered(self, on: date) -> list[CivicObjection]:
        """The objections that came within the notice and are not answered on the day `on`."""
        return [
            each
            for each in self.objections
            if each.received_on <= min(on, self.until)
            and (each.answered_on is None or each.answered_on > on)
        ]

    def state(self, on: date) -> str:
        """running: its days are not over; stopped: they are, but an answer is missing; over."""
        if on <= self.until:
            return "running"
        return "stopped" if self.unanswered(on) else "over"

    def has_run(self, on: date) -> bool:
        """Whether nothing stands in the way any more on the day `on`."""
        return self.state(on) == "over"

    def days_left(self, on: date) -> int:
        """Days until the first free day, today included; 0 when they are over."""
        return max((self.until - on).days + 1, 0)

    def why(self, on: date) -> str:
        """The state in a sentence."""
        waiting = len(self.unanswered(on))
        if on < self.began:
            return f"自{zh_date(self.began)}起公示"
        if self.state(on) == "running":
            left = f"公示至{zh_date(self.until)}，还有{self.days_left(on)}天"
            return f"{left}；有{waiting}件异议未答复" if waiting else left
        if waiting:
            return f"公示天数已满，但有{waiting}件异议未答复，答复后公示期才算结束"
        return (
            f"公示已于{zh_date(self.until)}期满，异议均已答复"
            if self.objections
            else (f"公示已于{zh_date(self.until)}期满，无异议")
        )


def clock_of(notice: CivicStep) -> NoticeClock:
    """The clock of a stored notice."""
    until = notice.notice_until or notice.held_on
    return NoticeClock(notice.held_on, until, tuple(notice.objections.all()))


def decision_notices(project: Project) -> list[CivicStep]:
    """The decisions of the project's cases that were put on notice and still stand."""
    steps = CivicStep.objects.filter(
        process__project=project,
        kind=CivicStep.Kind.DECISION_NOTICE,
        outcome=CivicStep.Outcome.PASSED,
    )
    standing = steps.exclude(process__status=CivicProcess.Status.REJECTED)
    return list(standing.select_related("process").prefetch_related("objections"))


def early_start_of(project: Project, day: date) -> EarlyStart | None:
    """The recorded decision by which the project may start on `day` before a notice has run."""
    return EarlyStart.objects.filter(project=project, decided_on__lte=day).first()


def may_start(project: Project, day: date) -> None:
    """Refuse to mark `project` as started on `day` before a decision's notice has run.

    Raises ValidationError that says what is missing. Nothing is refused where a decision to start
    early was recorded (提前开工决定), or where a project that does not need the procedure has none.
    A project with several cases waits for one of them: later matters do not stop works under way.
    """
    if project.pk is None or early_start_of(project, day):
        return
    notices = decision_notices(project)
    clocks = [clock_of(notice) for notice in notices]
    if any(clock.has_run(day) for clock in clocks):
        return
    problem = _waiting_for(project, clocks, day)
    if problem:
        advice = "确需提前开工的，请先在项目页登记“提前开工决定”（谁决定、何时、为何）。"
        raise ValidationError(f"{zh_date(day)}还不能登记开工：{problem}。{advice}", "notice_clock")


def _waiting_for(project: Project, clocks: Iterable[NoticeClock], day: date) -> str:
    """What the start waits for, or "" where nothing holds it."""
    begun = [clock for clock in clocks if clock.began <= day]
    if begun:
        return f"决议{begun[-1].why(day)}"
    cases = project.civic_processes.exclude(status=CivicProcess.Status.REJECTED)
    case = cases.filter(opened_on__lte=day).first()
    if case:
        return f"“{case.matter}”的决议还没有公示"
    if project.kind in NEEDS_PROCEDURE:
        return "还没有办理一征三议两公开"
    return ""
