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
# What somebody changes right before a page is made anew: a table that the page is read from. The
# last is what happens most in a week: a report is approved and its reading counts from then on.
CHANGES = {
    "courtyard": "UPDATE courtyards_courtyard SET remark = %s WHERE id = %s",
    "person": "UPDATE orgs_person SET office = %s WHERE id = %s",
    "building": "UPDATE courtyards_building SET name = name WHERE %s <> '' AND id = %s",
    "project": "UPDATE projects_project SET answerable = %s WHERE id = %s",
    "report": "WITH step AS (UPDATE projects_report SET remark = %s WHERE id = %s RETURNING id) "
    "UPDATE projects_reading SET value = value WHERE report_id IN (SELECT id FROM step)",
}


@dataclass
class Place:
    """One world while it is measured: its visitors, its database, and the rows that pages show."""

    visitors: dict[str, Visitor]
    connection: object
    meter: Meter
    targets: dict[str, str] = field(default_factory=dict)

    def touch(self, what: str) -> None:
        """Change a row of the kind `what`, so that no page read from its table is true any more."""
        with self.connection.cursor() as cursor:
            cursor.execute(CHANGES[what], [f"第{next(_numbers)}次", self.targets[what]])


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


def after_change(account: str, path: str, what: str):
    """A GET right after a row of the kind `what` changed, and nothing else: it is made anew."""

    def step(place, count):
        get(account, path)(place, False)()
        place.touch(what)
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


# A report as it stood before anybody filed it, so that each round files it anew.
UNFILED = (
    "UPDATE projects_reading SET verified_on = NULL WHERE report_id = %(filed)s",
    "DELETE FROM projects_reportstep WHERE report_id = %(filed)s",
    "UPDATE projects_report SET status = 'draft', filed_on = NULL WHERE id = %(filed)s",
)


def hand_in(place: Place):
    """A POST that files a report of the present week by 无变化; the report is made unfiled first."""
    with place.connection.cursor() as cursor:
        for statement in UNFILED:
            cursor.execute(statement, place.targets)
    address, visitor = f"{REPORTS}{place.targets['filed']}/form/", place.visitors[REPORTER]
    return lambda count=False: visitor.post(
        address, visitor.token() | {"no_change": "1"}, count=count
    )


def filing(place, count):
    """Filing a report."""
    post = hand_in(place)
    return lambda: post(count)


def approving(place, count):
    """Approving a report that was filed just before, untimed."""
    hand_in(place)()
    address, visitor = f"{REPORTS}{place.targets['filed']}/approve/", place.visitors[REVIEWER]
    return lambda: visitor.post(address, visitor.token(), count=count)


def targets(url: str) -> dict[str, str]:
    """The rows that the pages are about, the same in every world: copies keep the first rows' keys."""
    with psycopg2.connect(url) as connection, connection.cursor() as cursor:

        def one(sql, *args):
            cursor.execute(sql, args)
            return cursor.fetchone()

        found = _shown(one) | _changed(one)
    connection.close()
    return found


def _shown(one) -> dict[str, str]:
    grant = (
        "SELECT division_id FROM orgs_grant g JOIN orgs_user u ON u.id = g.user_id "
        "WHERE u.username = %s"
    )
    (street,), (community,) = one(grant, REPORTER), one(grant, COMMUNITY)
    courtyards = "FROM courtyards_courtyard WHERE division_id LIKE %s AND length(name) > 4"
    key, name, search = one(
        f"SELECT id, name, search_text {courtyards} ORDER BY id LIMIT 1", f"{street}%"
    )
    # Another than the one that is shown, for its history grows with the rounds.
    (edited,) = one(f"SELECT max(id) {courtyards}", f"{street}%")
    report, project = one(
        "SELECT id, project_id FROM projects_report WHERE division_id LIKE %s "
        "AND status IN ('due', 'draft', 'returned') ORDER BY id LIMIT 1",
        f"{community}%",
    )
    (filed,) = one(
        "SELECT r.id FROM projects_report r JOIN projects_period p ON p.id = r.period_id "
        "WHERE r.division_id LIKE %s AND r.status IN ('due', 'draft', 'returned') AND r.id <> %s "
        "ORDER BY p.start DESC, r.id LIMIT 1",
        f"{street}%",
        report,
    )
    return {
        "filed": str(filed),
        "shown": str(key),
        "edited": str(edited),
        "street": street,
        "owed": str(report),
        "project": str(project),
        "chinese": quote(name[:3]),
        "pinyin": search.split()[0][:7],
        "initials": search.split()[1],
    }


def _changed(one) -> dict[str, str]:
    """A row of each kind of CHANGES, others than those that are shown."""
    return {
        "courtyard": one("SELECT max(id) - 1 FROM courtyards_courtyard")[0],
        "person": one("SELECT max(id) FROM orgs_person")[0],
        "building": one("SELECT max(id) FROM courtyards_building")[0],
        "report": one("SELECT max(report_id) FROM projects_reading WHERE verified_on IS NOT NULL")[
            0
        ],
    }


COURTYARDS, BUILDINGS = "/courtyards/courtyards/", "/courtyards/buildings/"
REPORTS = "/projects/reports/"


def _pages():
    """Every page that is read, made anew after a change and once more without one."""
    for name, account, path, worlds, anew, kept, what in (
        ("overview", LEADER, "/overview/", PLAIN, None, 5, "courtyard"),
        ("home (leader)", LEADER, "/", PLAIN, None, 5, "courtyard"),
        ("home (reporter)", REPORTER, "/", PLAIN, None, 5, "courtyard"),
        ("figure card", LEADER, "/figures/old_invested_wan/", PLAIN, None, 5, "report"),
        (
            "list of courtyards, filtered",
            LEADER,
            f"{COURTYARDS}?kind=single",
            PLAIN,
            3,
            3,
            "courtyard",
        ),
        (
            "list of people, filtered",
            LEADER,
            "/orgs/people/?division={street}",
            PLAIN,
            3,
            3,
            "person",
        ),
        ("list of reports, filtered", LEADER, f"{REPORTS}?status=approved", PLAIN, 3, 3, "report"),
        ("list of 36,000, filtered", LEADER, f"{BUILDINGS}?head=yes", BIG, 3, 3, "building"),
        ("search in 36,000: Chinese", LEADER, BUILDINGS + "?q={chinese}", BIG, 4, 4, "building"),
        ("search in 36,000: pinyin", LEADER, BUILDINGS + "?q={pinyin}", BIG, 4, 4, "building"),
        ("search in 36,000: initials", LEADER, BUILDINGS + "?q={initials}", BIG, 4, 4, "building"),
        ("search in 36,000: most match", LEADER, f"{BUILDINGS}?q=yuan", BIG, 4, 4, "building"),
        ("search over everything", LEADER, "/search/?q={pinyin}", PLAIN, 5, 5, "courtyard"),
        ("detail of a courtyard", LEADER, COURTYARDS + "{shown}/", PLAIN, 3, 3, "courtyard"),
        ("detail of a project", LEADER, "/projects/projects/{project}/", PLAIN, 3, 3, "project"),
        ("reports to review", REVIEWER, f"{REPORTS}review/", PLAIN, 3, 3, "report"),
    ):
        yield Case(name, after_change(account, path, what), worlds, anew, every=2)
        yield Case(name, again(account, path), worlds, kept, kept=True)
    approved = after_change(LEADER, "/overview/", "report")
    yield Case("overview, a report approved", approved, every=2)


EDIT = "/courtyards/courtyards/{edited}/edit/"
FORMS = (
    Case("weekly report: form", get(COMMUNITY, "/projects/reports/{owed}/form/"), goal=3),
    Case("weekly report: filed", filing, ("one", "weeks"), goal=8),
    Case("weekly report: approved", approving, ("one", "weeks"), goal=8),
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
