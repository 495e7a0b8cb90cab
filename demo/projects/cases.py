"""Cases of the civic procedure in every state: on notice, stopped by an objection, sent back, closed."""

from dataclasses import dataclass
from datetime import date, datetime, time, timedelta
from decimal import Decimal
from random import Random

from django.utils import timezone

from demo import pictures
from demo.context import AS_OF, Demo
from demo.data import toml
from projects.civic.rules import NOTICE_DAYS
from projects.models import (
    BeforeAfterPhoto,
    CivicObjection,
    CivicProcess,
    CivicStep,
    EarlyStart,
    Milestone,
    OwnersMatter,
    ResidentVoice,
)

DAY = timedelta(days=1)
# Steps in order, with the days after the opening.
STEPS = {
    "community": (
        ("solicit", 0),
        ("propose", 7),
        ("deliberate", 12),
        ("resolve", 19),
        ("decision_notice", 21),
        ("result_notice", 100),
    ),
    "village": (
        ("propose", 0),
        ("consult", 4),
        ("deliberate", 9),
        ("resolve", 15),
        ("decision_notice", 17),
        ("result_notice", 80),
    ),
}
COUNTS = ("due", "present", "agree", "against", "abstain")
# Parking spaces for a fee make use of what belongs to all owners.
COMMON, VOTE = OwnersMatter.COMMON_PARTS, CivicStep.Kind.OWNERS_SPECIAL
PROPOSERS = CivicProcess.Proposer.values
EARLY = 6  # the old community whose works did not wait
DECIDED = 21 + NOTICE_DAYS  # days from the opening to the last day of the decision's notice


def _area(count: int) -> Decimal:
    """The exclusive area of so many owners, in ㎡: flats of an old courtyard."""
    return count * Decimal("67.35")


@dataclass
class Maker:
    """What the cases share: words, and chances of their own that disturb no other builder's."""

    demo: Demo
    words: dict
    rng: Random
    keys: Random
    size: int = 0

    def case(self, project, matter, opened: date, last="result_notice", owners: str = ""):
        """A case as far as the last day, or the step `last`, lets it come; `owners` for theirs."""
        kind = "village" if project.kind == "village" else "community"
        case = self.demo.add(
            CivicProcess,
            kind=kind,
            matter=matter,
            division=project.division,
            project=project,
            opened_on=opened,
            status="draft",
            proposed_by=PROPOSERS[opened.day % len(PROPOSERS)],
            owners_matter=owners,
        )
        self.size = self.rng.randint(60, 220)
        for step, after in STEPS[kind] if last else ():
            day = opened + after * DAY
            if day <= AS_OF:
                self.step(case, VOTE if step == "resolve" and owners else step, day)
            if step == last:
                break
        return case

    def step(self, case, kind: str, day: date, *, share: float = 0, **values) -> CivicStep:
        """One step with its counts; a notice has an end instead."""
        case.status = "running"
        if kind.endswith("_notice"):
            if not case.public_key:
                case.public_key = f"demo-{self.keys.getrandbits(72):018x}"
            values |= {"notice_until": day + NOTICE_DAYS * DAY, "place": self.words["board"]}
            texts = self.words[kind]
            text = texts.get("owners") if case.owners_matter else None
            values["content"] = (text or texts[case.kind]).format(
                project=case.project.name, matter=case.matter
            )
        else:
            whole = self.size if kind in ("solicit", "resolve", VOTE) else self.rng.randint(9, 40)
            present = round(whole * self.rng.uniform(0.76, 0.97))
            agree = round(present * (share or self.rng.uniform(0.78, 0.96)))
            against = round((present - agree) * 0.7)
            values |= {"due": whole, "present": present, "agree": agree, "against": against}
            values["abstain"] = present - agree - against
            if kind == VOTE:
                values |= {f"{name}_m2": _area(values[name]) for name in COUNTS}
            values.setdefault("content", self.words["contents"].get(kind, ""))
            values["place"] = self.rng.choice(self.words["places"])
        return self.demo.add(CivicStep, process=case, kind=kind, held_on=day, **values)

    def object_to(self, step, day: date, text: str, answer: str = ""):
        """An objection, answered two days later where `answer` says how."""
        self.demo.add(
            CivicObjection,
            step=step,
            received_on=day,
            channel=self.rng.choice(("visit", "phone", "letter")),
            content=text,
            answered_on=day + 2 * DAY if answer else None,
            answer=answer,
        )

    def close(self, case) -> None:
        """Note the end of a case whose result's notice has run."""
        last = self.demo.rows.of(CivicStep)[-1]
        if last.process is case and last.kind == "result_notice" and last.notice_until < AS_OF:
            case.status, case.closed_on = "closed", last.notice_until + DAY


def build(demo: Demo) -> None:
    """One case for each renovation and for a choice of villages; then one for each other state."""
    maker = Maker(demo, toml("words")["civic"], Random(demo.rng.random()), Random("civic"))
    starts = {m.project_id: m.actual_on for m in demo.rows.of(Milestone) if m.stage == "start"}
    for project in demo.projects["old_community"]:
        opened = max(starts[project.pk] - 77 * DAY, project.since)
        opened = min(opened, starts[project.pk] - (DECIDED + 2) * DAY)
        if project is demo.projects["old_community"][EARLY]:
            # Works begin two days before the last day of the notice.
            opened = starts[project.pk] - (DECIDED - 2) * DAY
            _start_early(maker, project, starts[project.pk] - DAY)
        maker.case(project, maker.words["community_matters"][0], opened, "decision_notice")
    _villages(maker, starts)
    _other_states(maker)
    _voices(maker)
    _pairs(maker)


def _start_early(maker: Maker, project, day: date) -> None:
    maker.demo.add(EarlyStart, project=project, decided_on=day, **maker.words["early"])


def _villages(maker: Maker, starts: dict) -> None:
    """In a choice of villages; one was voted down, one is only drafted."""
    projects = maker.demo.projects["village"]
    demonstration = next(p for p in projects if p.is_demonstration)
    chosen = [demonstration, *(p for p in projects[::4] if p is not demonstration)]
    matters = maker.words["village_matters"]
    for position, project in enumerate(chosen):
        opened = min(starts[project.pk] - (DECIDED + 2) * DAY, AS_OF - DAY)
        maker.close(maker.case(project, matters[0], opened))
        if position == 4:
            case = maker.case(project, matters[1], AS_OF - 40 * DAY, "deliberate")
            maker.step(case, "resolve", AS_OF - 25 * DAY, share=0.41, outcome="rejected")
            case.status, case.closed_on = "rejected", AS_OF - 25 * DAY
        if position == 8:
            maker.case(project, matters[1], AS_OF - 2 * DAY, "")


def _other_states(maker: Maker) -> None:
    """Small matters beside the renovations, each at another point of its way."""
    words, projects = maker.words, maker.demo.projects["old_community"]
    objection, answer = words["objections"], words["answers"]
    matters = words["small_matters"]
    # On notice until two days from now, with an objection that waits.
    maker.case(projects[0], words["extra_matter"], AS_OF - 24 * DAY, "decision_notice", COMMON)
    maker.object_to(maker.demo.rows.of(CivicStep)[-1], AS_OF - DAY, objection[0])
    # The days are over, the answer is missing.
    maker.case(projects[1], matters[0], AS_OF - 30 * DAY, "decision_notice")
    maker.object_to(maker.demo.rows.of(CivicStep)[-1], AS_OF - 6 * DAY, objection[1])
    # Done, closed, and an objection answered on the way.
    for project, matter, back in ((projects[2], matters[1], 130), (projects[-1], matters[2], 140)):
        case = maker.case(project, matter, AS_OF - back * DAY)
        decision = maker.demo.rows.of(CivicStep)[-2]
        maker.object_to(decision, decision.held_on + DAY, objection[2], answer[0])
        maker.close(case)
    # Sent back once and decided anew; the next meeting is due.
    case = maker.case(projects[3], matters[3], AS_OF - 45 * DAY, "deliberate")
    sent_back = {"outcome": "returned", "returns_to": "propose", "content": words["returned"]}
    maker.step(case, "resolve", AS_OF - 24 * DAY, share=0.44, **sent_back)
    maker.step(case, "propose", AS_OF - 15 * DAY)
    maker.step(case, "deliberate", AS_OF - 9 * DAY)
    # The result is on notice.
    maker.case(projects[4], matters[2], AS_OF - 103 * DAY)
    maker.case(projects[5], matters[1], AS_OF - DAY, "")


def _voices(maker: Maker) -> None:
    """What residents wrote: shown, waiting, and one kept back."""
    cases = [c for c in maker.demo.rows.of(CivicProcess) if c.public_key]
    reviewer = next(u for u in maker.demo.users.values() if u.username == "orgdept")
    for position, case in enumerate(cases[::3]):
        after = case.status == "closed"
        for number, text in enumerate(maker.words["voices_after" if after else "voices_before"]):
            state = "waiting" if number == 0 else "shown"
            state = "hidden" if position == 1 and number == 1 else state
            reviewed = state != "waiting"
            at = timezone.make_aware(datetime.combine(AS_OF - (number + 1) * DAY, time(19, 20)))
            maker.demo.add(
                ResidentVoice,
                process=case,
                text=text,
                reasonable=maker.rng.choice((3, 4, 5, 5)),
                quality=maker.rng.choice((3, 4, 5)) if after else None,
                written_at=at,
                state=state,
                reviewed_at=at + timedelta(hours=14) if reviewed else None,
                reviewed_by=reviewer if reviewed else None,
                reason=maker.words["hidden_reason"] if state == "hidden" else "",
                reply=maker.words["voice_reply"] if state == "shown" and number % 2 else "",
            )


def _pairs(maker: Maker) -> None:
    """Drawn pictures of some renovations and of a courtyard in each street."""
    pictures.store()
    demo = maker.demo
    places = [
        {"project": p}
        for p in (*demo.projects["old_community"][:3], demo.projects["old_community"][-1])
    ]
    places += [{"courtyard": c} for c in (demo.courtyards[0], demo.courtyards[-1])]
    for position, place in enumerate(places):
        (row,) = place.values()
        for spot in maker.words["spots"][: 2 - position % 2]:
            demo.add(
                BeforeAfterPhoto,
                **place,
                division=row.division,
                spot=spot,
                before=pictures.BEFORE,
                before_on=date(2020, 9, 18),
                after=pictures.AFTER,
                after_on=date(2021, 4, 16),
                is_public=True,
            )
