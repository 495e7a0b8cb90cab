"""A case as its pages show it: every step of the procedure in order, with its lights and its clock."""

from dataclasses import dataclass, field
from datetime import date

from projects.civic.lights import Tally, step_lights, tallies
from projects.civic.notice_clock import NoticeClock, clock_of
from projects.civic.rules import Rulebook, committee_of, counted, order_of, place_of, step_name
from projects.civic.services import next_step
from projects.lights import Light
from projects.models import CivicObjection, CivicProcess, CivicRule, CivicStep

WORDS = {
    "passed": ("完成", "green"),
    "returned": ("退回重议", "amber"),
    "rejected": ("未通过", "red"),
}


@dataclass(frozen=True)
class StepLine:
    """One line of the stepper: a step that was taken, the one that is due, or one still ahead."""

    kind: str
    name: str
    rule: CivicRule
    word: str
    tone: str  # g, a, r, or "" for what is not there yet
    step: CivicStep | None = None
    lights: list[tuple[str, Light]] = field(default_factory=list)
    clock: NoticeClock | None = None
    objections: list[CivicObjection] = field(default_factory=list)
    clock_word: str = ""
    back_to: str = ""  # the name of the step that it was sent back to
    is_due: bool = False

    @property
    def is_notice(self) -> bool:
        return self.kind.endswith("_notice")

    @property
    def tallies(self) -> list[Tally]:
        """What was counted: heads, and areas where owners voted."""
        return [] if self.is_notice or self.step is None else tallies(self.step)

    @property
    def counted(self) -> tuple[str, str]:
        """What those due and those present are called."""
        return counted(self.kind)


@dataclass(frozen=True)
class CaseSheet:
    """A case on a day: its lines, what is due next, and the notice that runs."""

    case: CivicProcess
    on: date
    lines: list[StepLine]
    due: str  # the kind of the step that is due, "" where none is
    taken: int  # steps so far

    @property
    def place(self) -> str:
        """The community or village."""
        return place_of(self.case.division)

    @property
    def committee(self) -> str:
        """Who signs what is put on notice."""
        return committee_of(self.case.division)

    @property
    def running(self) -> StepLine | None:
        """The notice whose clock has not run out, if there is one."""
        last = self.last
        waits = last and last.clock and last.step.outcome == "passed"
        return last if waits and not last.clock.has_run(self.on) else None

    @property
    def last(self) -> StepLine | None:
        """The last step that was taken."""
        taken = [line for line in self.lines if line.step]
        return taken[-1] if taken else None

    @property
    def may_close(self) -> bool:
        """Whether only the end has still to be noted."""
        last = self.last
        done = last and last.kind == CivicStep.Kind.RESULT_NOTICE and not self.case.has_ended
        return bool(done and last.clock.has_run(self.on))

    def notice(self, kind: str) -> StepLine | None:
        """The last standing notice of a kind."""
        found = [
            line
            for line in self.lines
            if line.step and line.kind == kind and line.step.outcome == "passed"
        ]
        return found[-1] if found else None


def sheet_of(case: CivicProcess, on: date) -> CaseSheet:
    """The case as it stood on `on`; three queries: its steps, their objections, the rules."""
    steps = list(case.steps.prefetch_related("objections").filter(held_on__lte=on))
    book = Rulebook(case.kind)
    order = order_of(case)
    due = "" if case.has_ended else next_step(steps, order)
    lines = [_taken(case, step, book, on) for step in steps]
    for kind in order[order.index(due) :] if due else ():
        word = "下一步" if kind == due else "未到"
        lines.append(
            StepLine(
                kind,
                step_name(case.kind, kind),
                book.rule(kind, on),
                word,
                "",
                is_due=kind == due,
            )
        )
    return CaseSheet(case, on, lines, due, len(steps))


def _taken(case, step: CivicStep, book: Rulebook, on: date) -> StepLine:
    rule = book.rule(step.kind, step.held_on)
    word, tone = WORDS[step.outcome]
    clock = clock_of(step) if step.is_notice else None
    clock_word = ""
    if clock and step.outcome == CivicStep.Outcome.PASSED:
        state = clock.state(on)
        word, tone = {"running": ("公示中", "amber"), "stopped": ("异议待答复", "red")}.get(
            state, ("公示期满", "green")
        )
        clock_word = clock.why(on)
    return StepLine(
        step.kind,
        step_name(case.kind, step.kind),
        rule,
        word,
        tone,
        step,
        step_lights(step, rule),
        clock,
        [each for each in step.objections.all() if each.received_on <= on],
        clock_word,
        step_name(case.kind, step.returns_to) if step.returns_to else "",
    )
