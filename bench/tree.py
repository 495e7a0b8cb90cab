#!/usr/bin/env python
"""What the Party tree costs at 5,000 nodes: `.venv/bin/python bench/tree.py [--rounds N]`.

Makes a database of its own on the server that script/server would use, migrates it, grows a forest
of 5,000 Party organisations, and drops it afterwards. In one interleaved run it times

- the move of a subtree of 1,000 nodes by our service, beside its floor: the one UPDATE of 1,000
  paths that a move cannot do without, on a bare table without triggers and history;
- the first page of the tree in Django admin at 5,000 nodes, beside the same page at 100.
"""

import argparse
import os
import sys
import time
from contextlib import closing
from pathlib import Path
from statistics import median

ROOT = Path(__file__).resolve().parent.parent
sys.path[:0] = [str(ROOT), str(ROOT / "script" / "lib")]

import psycopg2  # noqa: E402
from standup.database import database  # noqa: E402 (found by the line above)
from standup.home import Home  # noqa: E402

from bench.worlds import PREFIX, drop, url_of  # noqa: E402

KEY = "tree"
COMMUNITY = "410182001001"
# Roots, branches of each, groups of each branch: 100 × (1 + 7 + 7 × 6) and one of 1,000.
FOREST, SUBTREE, SMALL = (80, 7, 6), (1, 37, 26), (2, 7, 6)


def main(arguments: list[str]) -> int:
    """Measure and print; the exit code is 0 where it was carried through, whatever it found."""
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("--rounds", type=int, default=15)
    rounds = parser.parse_args(arguments).rounds
    with (
        database(Home.from_environment()) as (server_url, _),
        closing(psycopg2.connect(server_url)) as server,
    ):
        server.autocommit = True
        with server.cursor() as cursor:
            drop(cursor, {PREFIX + KEY} & _existing(cursor))
            cursor.execute(f'CREATE DATABASE "{PREFIX + KEY}"')
            try:
                measure(url_of(server_url, KEY), rounds)
            finally:
                drop(cursor, {PREFIX + KEY})
    return 0


def _existing(cursor) -> set[str]:
    cursor.execute("SELECT datname FROM pg_database")
    return {name for (name,) in cursor.fetchall()}


def measure(url: str, rounds: int) -> None:
    """Set Django up on the database at `url`, grow the forest in it, and run all rounds."""
    os.environ |= {
        "DATABASE_URL": url,
        "DJANGO_SETTINGS_MODULE": "campaign.settings",
        "DEMO": "1",
        "DEBUG": "0",
        "ALLOWED_HOSTS": "testserver",
        "SECRET_KEY": "bench-only-" + "b" * 50,
    }
    import django

    django.setup()
    from django.core.management import call_command
    from django.db import connection

    call_command("migrate", verbosity=0)
    grow(*SMALL)
    client, small, large = sign_in(), [], []
    small_queries = first_page(client, small)
    grow(*FOREST)
    mover = grow(*SUBTREE)
    make_floor(connection)
    moves, floors, queries = [], [], 0
    for _ in range(rounds):
        timed(floors, lambda: bare_update(connection))
        timed(moves, lambda: move(mover))
        queries = first_page(client, large)
    print(f"{count()} nodes, {rounds} rounds; medians")
    ratio = median(moves) / median(floors)
    print(f"move of 1,000: {ms(moves)} ms, bare UPDATE {ms(floors)} ms, {ratio:.1f} × floor")
    print(f"first page: {ms(large)} ms with {queries} queries; at 100 nodes {ms(small)} ms, "
          f"{small_queries} queries")  # fmt: skip
    connection.close()


def timed(times: list[float], work) -> None:
    """Do `work` and note the seconds it took."""
    begun = time.perf_counter()
    work()
    times.append(time.perf_counter() - begun)


def ms(times: list[float]) -> str:
    """The median in milliseconds."""
    return f"{median(times) * 1000:.1f}"


def count() -> int:
    """How many organisations there are."""
    from orgs.models import PartyOrganization

    return PartyOrganization.objects.count()


def grow(roots: int, branches: int, groups: int):
    """More general branches with branches and groups; returns the last general branch."""
    from ledgers import clock
    from orgs.models import Division, PartyOrganization

    make = PartyOrganization
    Division.objects.get_or_create(
        code=COMMUNITY, defaults={"name": "示例社区", "level": "community"}
    )
    last = make.objects.get_last_root_node()
    begun = make._str2int(last.path) if last else 0
    rows = []

    def add(above, depth, place, kind, below):
        path = make._get_path(above, depth, place)
        rows.append(
            make(path=path, depth=depth, numchild=below, kind=kind, name=f"示例{path}",
                 division_id=COMMUNITY, established_on=clock.today().replace(year=2020))
        )  # fmt: skip
        return path

    for root in range(begun + 1, begun + roots + 1):
        top = add("", 1, root, "general_branch", branches)
        for number in range(1, branches + 1):
            branch = add(top, 2, number, "branch", groups)
            for place in range(1, groups + 1):
                add(branch, 3, place, "group", 0)
    make.objects.bulk_create(rows)
    return make.objects.get_last_root_node()


def move(node) -> None:
    """Move the subtree below the first root, and out again the next time."""
    from orgs.models import PartyOrganization
    from orgs.party.tree import move_organization

    node.refresh_from_db()
    first = PartyOrganization.objects.get_first_root_node()
    position = "last-child" if node.depth == 1 else "right"
    move_organization(organization=node, target=first, position=position)


def make_floor(connection) -> None:
    """A bare table of as many paths as there are nodes, with an index that is unique."""
    with connection.cursor() as cursor:
        cursor.execute("CREATE TABLE bare AS SELECT id, path, depth FROM orgs_partyorganization")
        cursor.execute("CREATE UNIQUE INDEX ON bare (path)")
        cursor.execute("ANALYZE")


def bare_update(connection) -> None:
    """Rewrite 1,000 paths."""
    with connection.cursor() as cursor:
        cursor.execute(
            "UPDATE bare SET path = CASE WHEN path LIKE 'X%%' THEN substr(path, 2) "
            "ELSE 'X' || path END WHERE id > (SELECT max(id) - 1000 FROM bare)"
        )


def sign_in():
    """A test client of an account that keeps the tree."""
    from django.test import Client

    from ledgers import clock
    from orgs.models import Grant, User

    user = User.objects.create_user("keeper", is_staff=True, is_superuser=True)
    Grant.objects.create(
        user=user, role="org_admin", division_id=COMMUNITY, since=clock.today().replace(year=2020)
    )
    client = Client()
    client.force_login(user)
    return client


def first_page(client, times: list[float]) -> int:
    """Ask for the tree's first page; returns its number of queries."""
    from django.db import connection
    from django.test.utils import CaptureQueriesContext

    address = "/admin/orgs/partyorganization/"
    client.get(address)
    with CaptureQueriesContext(connection) as queries:
        answer = client.get(address)
        number = len(queries)  # the next request forgets them
    assert answer.status_code == 200, answer.status_code
    timed(times, lambda: client.get(address))
    return number


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
