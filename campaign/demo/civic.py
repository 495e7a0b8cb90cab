"""What residents decide, say and judge: procedures, stool meetings, supervisors, evaluations."""

from datetime import date, timedelta

from campaign.demo.context import AS_OF, Demo
from campaign.demo.data import toml
from campaign.demo.numbers import day_between
from campaign.demo.people import People
from projects.models import (
    CivicProcess,
    CivicStep,
    Evaluation,
    Opinion,
    StoolMeeting,
    Supervisor,
    SupervisorNote,
)

DAY = timedelta(days=1)
# Steps in order, with the days after the opening.
COMMUNITY_STEPS = (
    ("solicit", 0),
    ("propose", 7),
    ("deliberate", 12),
    ("resolve", 19),
    ("decision_notice", 21),
    ("result_notice", 120),
)
VILLAGE_STEPS = (
    ("propose", 0),
    ("consult", 4),
    ("deliberate", 9),
    ("resolve", 15),
    ("decision_notice", 17),
    ("result_notice", 80),
)
NOTICE_DAYS = 5


def build(demo: Demo, people: People):
    """Procedures and meetings in old communities and villages; supervisors; evaluations."""
    words = toml("words")
    _community_processes(demo, words["civic"])
    _village_processes(demo, words["civic"])
    _meetings(demo, words["stool"])
    _supervisors(demo, people, words["supervisors"]["notes"])
    _evaluations(demo)


def _process(demo: Demo, kind, matter, project, opened: date, words, ending="") -> CivicProcess:
    """A procedure as far as the last day lets it come; `ending` stops it before the decision."""
    steps = COMMUNITY_STEPS if kind == "community" else VILLAGE_STEPS
    process = demo.add(
        CivicProcess,
        kind=kind,
        matter=matter,
        division=project.division,
        project=project,
        opened_on=opened,
        status=ending or "running",
    )
    stop = {"draft": 0, "returned": 3, "rejected": 4}.get(ending, len(steps))
    size = demo.rng.randint(60, 220)
    for step, after in steps[:stop]:
        day = opened + after * DAY
        if day <= AS_OF:
            _step(demo, process, step, day, size, words, passes=ending != "rejected")
            if step == "result_notice":
                process.status, process.closed_on = "closed", min(day + NOTICE_DAYS * DAY, AS_OF)
    return process


def _step(demo: Demo, process, kind: str, day: date, size: int, words: dict, *, passes: bool):
    """One step with its counts; a notice has an end instead of votes."""
    is_notice = kind.endswith("_notice")
    due = size if kind in ("solicit", "resolve") else demo.rng.randint(9, 40)
    present = 0 if is_notice else round(due * demo.rng.uniform(0.72, 0.97))
    share = demo.rng.uniform(0.75, 0.96)
    if kind == "resolve" and not passes:
        share = 0.41
    agree = round(present * share)
    against = round((present - agree) * 0.7)
    demo.add(
        CivicStep,
        process=process,
        kind=kind,
        held_on=day,
        place=demo.rng.choice(words["places"]),
        due=0 if is_notice else due,
        present=present,
        agree=agree,
        against=against,
        abstain=present - agree - against,
        notice_until=day + NOTICE_DAYS * DAY if is_notice else None,
    )


def _community_processes(demo: Demo, words: dict):
    """One for each renovation; one more, whose decision is on notice until two days from now."""
    for project in demo.projects["old_community"]:
        opened = day_between(demo.rng, date(2020, 9, 1), date(2020, 11, 20))
        _process(demo, "community", words["community_matters"][0], project, opened, words)
    first = demo.projects["old_community"][0]
    opened = AS_OF + 2 * DAY - (NOTICE_DAYS + 21) * DAY
    _process(demo, "community", words["extra_matter"], first, opened, words)
    demo.rows.of(CivicStep)[-1].content = words["objection"]


def _village_processes(demo: Demo, words: dict):
    """In a choice of villages; one was voted down, one sent back, one is only drafted."""
    endings = {3: "rejected", 5: "returned", 9: "draft"}
    villages = demo.projects["village"][::4]
    demonstration = next(p for p in demo.projects["village"] if p.is_demonstration)
    _process(demo, "village", words["village_matters"][0], demonstration, date(2021, 2, 1), words)
    for position, project in enumerate(p for p in villages if p is not demonstration):
        matter = words["village_matters"][position % 2]
        opened = day_between(demo.rng, date(2020, 10, 12), date(2021, 4, 12))
        _process(demo, "village", matter, project, opened, words, endings.get(position, ""))


def _meetings(demo: Demo, words: dict):
    """小板凳座谈会 in every old community and in some courtyards."""
    for project in demo.projects["old_community"]:
        for start in (date(2020, 10, 12), date(2021, 2, 22)):
            day = day_between(demo.rng, start, start + 40 * DAY)
            _meeting(demo, words, day, division=project.division, project=project)
    for courtyard in demo.rng.sample(demo.courtyards, 24):
        day = day_between(demo.rng, date(2020, 11, 9), AS_OF - 2 * DAY)
        _meeting(demo, words, day, division=courtyard.division, courtyard=courtyard)


def _meeting(demo: Demo, words: dict, day: date, **place):
    meeting = demo.add(
        StoolMeeting,
        held_on=day,
        topic=demo.rng.choice(words["topics"]),
        host=demo.rng.choice(words["hosts"]),
        attendees=demo.rng.randint(9, 46),
        **place,
    )
    for category in demo.rng.sample(list(words["opinions"]), demo.rng.randint(2, 4)):
        demo.add(
            Opinion,
            meeting=meeting,
            category=category,
            text=demo.rng.choice(words["opinions"][category]),
            voices=demo.rng.randint(1, 12),
            answer=words["answer"] if demo.chance(0.7) else "",
        )


def _supervisors(demo: Demo, people: People, notes: list[str]):
    """Two or three residents for each renovation, by their own consent, and what they noted."""
    for project in demo.projects["old_community"]:
        for _ in range(demo.rng.choice((2, 3, 3))):
            supervisor = demo.add(
                Supervisor,
                project=project,
                person=people.new(project.division, "居民监督员"),
                since=day_between(demo.rng, date(2020, 10, 12), date(2020, 12, 18)),
            )
            for _ in range(demo.rng.randint(1, 3)):
                noted = day_between(demo.rng, date(2021, 1, 4), AS_OF - 3 * DAY)
                mended = noted + demo.rng.randint(1, 12) * DAY
                demo.add(
                    SupervisorNote,
                    supervisor=supervisor,
                    noted_on=noted,
                    finding=demo.rng.choice(notes),
                    mended_on=mended if mended <= AS_OF else None,
                )


def _evaluations(demo: Demo):
    """A first round in winter, fair; a second in April, good where the data file says so."""
    declared = toml("projects")["old"]["communities"]
    for project, words in zip(demo.projects["old_community"], declared, strict=True):
        good = words["effective"]
        _evaluation(demo, project, "effect", "fair", date(2021, 1, 20))
        second = day_between(demo.rng, date(2021, 3, 22), date(2021, 4, 20))
        _evaluation(demo, project, "effect", "good" if good else "fair", second)
        for axis in ("reasonable", "quality"):
            verdict = "good" if good or demo.chance(0.5) else "fair"
            _evaluation(demo, project, axis, verdict, second)
        for axis in ("gain", "happiness", "pride") if good else ():
            _evaluation(demo, project, axis, "good", second)


def _evaluation(demo: Demo, project, axis: str, verdict: str, day: date):
    asked = demo.rng.randint(30, 120)
    share = demo.rng.uniform(0.86, 0.98) if verdict == "good" else demo.rng.uniform(0.6, 0.8)
    demo.add(
        Evaluation,
        project=project,
        axis=axis,
        verdict=verdict,
        evaluated_on=day,
        asked=asked,
        satisfied=round(asked * share),
    )
