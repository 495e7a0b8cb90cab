"""Which pages are measured: by whom, on which data, against which goal."""

from collections.abc import Callable
from dataclasses import dataclass, field
from itertools import count as counter
from urllib.parse import quote

import psycopg2

from bench.client import Answer, Visitor, form_fields
from bench.cpu import Meter

LEADER, REPORTER, REVIEWER, COMMUNITY = "leader", "suohe", "suohe-review", "laocheng"
ACCOUNTS = (LEADER, REPORTER, REVIEWER, COMMUNITY)
FLOOR = "anyone"  # the floor knows no accounts
PLAIN = ("one", "sixteen", "weeks")
BIG = ("buildings", "both")
_numbers = counter(1)


@dataclass
class Place:
    """One world while it is measured: its visitors, its database, and the rows that pages show."""

    visitors: dict[str, Visitor]
    connection: object
    meter: Meter
    targets: dict[str, str] = field(default_factory=dict)

    def touch(self) -> None:
        """Change a row, so that no remembered page is true any more."""
        with self.connection.cursor() as cursor:
            cursor.execute(
                "UPDATE courtyards_courtyard SET remark = %s WHERE id = %s",
                [f"第{next(_numbers)}次", self.targets["courtyard"]],
            )


@dataclass(frozen=True)
class Case:
    """A page: `step(place, count)` prepares it and gives the request to be timed, not yet made.

    `worlds` are those of the table's columns 1 county, 16 counties, 300 weeks. `goal` is the most
    that it may cost in floors, `seconds` the most in seconds. `every`: measured each nth round.
    """

    name: str
    step: Callable[[Place, bool], Callable[[], Answer]]
    worlds: tuple[str, ...] = PLAIN
    goal: float | None = None
    seconds: float | None = None
    every: int = 1


def get(account: str, path: str):
    """A plain GET; names in braces stand for the place's targets."""

    def step(place, count):
        address = path.format(**place.targets)
        return lambda: place.visitors[account].get(address, count=count)

    return step


def remembered(account: str, path: str):
    """A GET right after the same one: nothing has changed in between."""

    def step(place, count):
        get(account, path)(place, False)()
        return get(account, path)(place, count)

    return step


def after_change(account: str, path: str):
    """A GET right after some row changed: the page is made anew."""

    def step(place, count):
        place.touch()
        return get(account, path)(place, count)

    return step


def store(account: str, path: str, name: str):
    """A POST of the edit form with another value in the field `name`; the form is read untimed."""

    def step(place, count):
        visitor, address = place.visitors[account], path.format(**place.targets)
        fields = form_fields(visitor.get(address).body)
        fields[name] = f"第{next(_numbers)}次修改"
        return lambda: visitor.post(address, fields, count=count)

    return step


def targets(url: str) -> dict[str, str]:
    """The rows that the pages are about, the same in every world: copies keep the first rows' keys."""
    with psycopg2.connect(url) as connection, connection.cursor() as cursor:

        def one(sql, *args):
            cursor.execute(sql, args)
            return cursor.fetchone()

        grant = (
            "SELECT division_id FROM orgs_grant g JOIN orgs_user u ON u.id = g.user_id "
            "WHERE u.username = %s"
        )
        (street,), (community,) = one(grant, REPORTER), one(grant, COMMUNITY)
        key, name, search = one(
            "SELECT id, name, search_text FROM courtyards_courtyard "
            "WHERE division_id LIKE %s AND length(name) > 4 ORDER BY id LIMIT 1",
            f"{street}%",
        )
        report, project = one(
            "SELECT id, project_id FROM projects_report WHERE division_id LIKE %s "
            "AND status IN ('due', 'draft', 'returned') ORDER BY id LIMIT 1",
            f"{community}%",
        )
    connection.close()
    return {
        "courtyard": str(key),
        "street": street,
        "project": str(project),
        "report": str(report),
        "chinese": quote(name[:3]),
        "pinyin": search.split()[0][:7],
        "initials": search.split()[1],
    }


CASES = (
    Case("home (leader), remembered", remembered(LEADER, "/"), goal=5),
    Case("overview, remembered", remembered(LEADER, "/overview/"), goal=5),
    Case("overview, right after a change", after_change(LEADER, "/overview/"), every=2),
    Case("home (reporter)", get(REPORTER, "/")),
    Case("figure card, remembered", remembered(LEADER, "/figures/old_invested_wan/"), goal=5),
    Case(
        "figure card, right after a change",
        after_change(LEADER, "/figures/old_invested_wan/"),
        every=2,
    ),
    Case(
        "list of 50, filtered (courtyards)",
        get(LEADER, "/courtyards/courtyards/?kind=single"),
        goal=3,
    ),
    Case("list of 50, filtered (people)", get(LEADER, "/orgs/people/?division={street}"), goal=3),
    Case(
        "list of 50, filtered (reports)",
        get(LEADER, "/projects/reports/?status=approved"),
        goal=3,
    ),
    Case(
        "list of 50 of 36,000, filtered",
        get(LEADER, "/courtyards/buildings/?head=yes"),
        BIG,
        goal=3,
    ),
    Case(
        "search in 36,000: Chinese",
        get(LEADER, "/courtyards/buildings/?q={chinese}"),
        BIG,
        goal=4,
    ),
    Case("search in 36,000: pinyin", get(LEADER, "/courtyards/buildings/?q={pinyin}"), BIG, goal=4),
    Case(
        "search in 36,000: initials",
        get(LEADER, "/courtyards/buildings/?q={initials}"),
        BIG,
        goal=4,
    ),
    Case(
        "search in 36,000: most rows match",
        get(LEADER, "/courtyards/buildings/?q=yuan"),
        BIG,
        goal=4,
    ),
    Case("search over everything", get(LEADER, "/search/?q={pinyin}"), goal=5),
    Case("search over everything, 36,000", get(LEADER, "/search/?q={pinyin}"), BIG, goal=5),
    Case("detail (courtyard)", get(LEADER, "/courtyards/courtyards/{courtyard}/"), goal=3),
    Case("detail (project)", get(LEADER, "/projects/projects/{project}/"), goal=3),
    Case("edit: form", get(REPORTER, "/courtyards/courtyards/{courtyard}/edit/"), goal=3),
    Case(
        "edit: stored",
        store(REPORTER, "/courtyards/courtyards/{courtyard}/edit/", "remark"),
        goal=3,
    ),
    Case("weekly report: form", get(COMMUNITY, "/projects/reports/{report}/form/"), goal=3),
    Case("weekly reports: review", get(REVIEWER, "/projects/reports/review/"), goal=3),
    Case(
        "CSV of 36,000 rows",
        get(LEADER, "/courtyards/buildings/?format=csv"),
        BIG,
        seconds=0.2,
        every=6,
    ),
)
