"""What residents decide, say and judge: procedures, stool meetings, supervisors, evaluations."""

from datetime import date, timedelta

from demo.context import AS_OF, Demo
from demo.data import toml
from demo.numbers import day_between
from demo.orgs.people import People
from demo.projects import cases
from projects.models import (
    Evaluation,
    Opinion,
    StoolMeeting,
    Supervisor,
    SupervisorNote,
)

DAY = timedelta(days=1)


def build(demo: Demo, people: People):
    """Procedures and meetings in old communities and villages; supervisors; evaluations."""
    words = toml("words")
    cases.build(demo)
    _meetings(demo, words["stool"])
    _supervisors(demo, people, words["supervisors"]["notes"])
    _evaluations(demo)


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
            voices=min(demo.rng.randint(1, 12), meeting.attendees),
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
