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
                [f"第{next(_numbers)}次", self.targets["touched"]],
            )


@dataclass(frozen=True)
class Case:
    """A page: `step(place, count)` prepares it and gives the request to be timed, not yet made.

    `worlds` are those of the table's columns 1 county, 16 counties, 300 weeks. `goal` is the most
    that it may cost in floors, `seconds` the most in seconds. `every`: measured each nth round.
    `kept`: nothing has changed since it was made last.
    """

    name: str
    step: Callable[[Place, bool], Callable[[], Answer]]
    worlds: tuple[str, ...] = PLAIN
    goal: float | None = None
    seconds: float | None = None
    every: int = 1
    kept: bool = False


def get(account: str, path: str):
    """A plain GET; names in braces stand for the place's targets."""

    def step(place, count):
        address = path.format(**place.targets)
        return lambda: place.visitors[account].get(address, count=count)

    return step


def again(account: str, path: str):
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
        courtyards = "FROM courtyards_courtyard WHERE division_id LIKE %s AND length(name) > 4"
        key, name, search = one(
            f"SELECT id, name, search_text {courtyards} ORDER BY id LIMIT 1", f"{street}%"
        )
        # Others than the one that is shown, for their history grows with the rounds.
        edited, touched = one(f"SELECT max(id), max(id) - 1 {courtyards}", f"{street}%")
        report, project = one(
            "SELECT id, project_id FROM projects_report WHERE division_id LIKE %s "
            "AND status IN ('due', 'draft', 'returned') ORDER BY id LIMIT 1",
            f"{community}%",
        )
    connection.close()
    return {
        "courtyard": str(key),
        "edited": str(edited),
        "touched": str(touched),
        "street": street,
        "project": str(project),
        "report": str(report),
        "chinese": quote(name[:3]),
        "pinyin": search.split()[0][:7],
        "initials": search.split()[1],
    }


def _pages():
    """Every page that is read, made anew after a change and once more without one."""
    buildings = "/courtyards/buildings/"
    for name, account, path, worlds, anew, kept in (
        ("overview", LEADER, "/overview/", PLAIN, None, 5),
        ("home (leader)", LEADER, "/", PLAIN, None, 5),
        ("home (reporter)", REPORTER, "/", PLAIN, None, 5),
        ("figure card", LEADER, "/figures/old_invested_wan/", PLAIN, None, 5),
        (
            "list of courtyards, filtered",
            LEADER,
            "/courtyards/courtyards/?kind=single",
            PLAIN,
            3,
            3,
        ),
        ("list of people, filtered", LEADER, "/orgs/people/?division={street}", PLAIN, 3, 3),
        ("list of reports, filtered", LEADER, "/projects/reports/?status=approved", PLAIN, 3, 3),
        ("list of 36,000, filtered", LEADER, buildings + "?head=yes", BIG, 3, 3),
        ("search in 36,000: Chinese", LEADER, buildings + "?q={chinese}", BIG, 4, 4),
        ("search in 36,000: pinyin", LEADER, buildings + "?q={pinyin}", BIG, 4, 4),
        ("search in 36,000: initials", LEADER, buildings + "?q={initials}", BIG, 4, 4),
        ("search in 36,000: most match", LEADER, buildings + "?q=yuan", BIG, 4, 4),
        ("search over everything", LEADER, "/search/?q={pinyin}", PLAIN, 5, 5),
        ("detail of a courtyard", LEADER, "/courtyards/courtyards/{courtyard}/", PLAIN, 3, 3),
        ("detail of a project", LEADER, "/projects/projects/{project}/", PLAIN, 3, 3),
        ("reports to review", REVIEWER, "/projects/reports/review/", PLAIN, 3, 3),
    ):
        yield Case(name, after_change(account, path), worlds, anew, every=2)
        yield Case(name, again(account, path), worlds, kept, kept=True)


EDIT = "/courtyards/courtyards/{edited}/edit/"
FORMS = (
    Case("weekly report: form", get(COMMUNITY, "/projects/reports/{report}/form/"), goal=3),
    Case("edit: form", get(REPORTER, EDIT), goal=3),
    Case("edit: stored", store(REPORTER, EDIT, "remark"), goal=3),
    Case(
        "CSV of 36,000 rows",
        get(LEADER, "/courtyards/buildings/?format=csv"),
        BIG,
        seconds=0.2,
        every=6,
    ),
)
CASES = (*_pages(), *FORMS)
