#!/usr/bin/env python
"""How many floors a page costs: `.venv/bin/python bench/pages.py [--quick] [--only WORD]`.

Makes databases of its own on the server that script/server would use (or that of DATABASE_URL),
serves the real portal from each, asks for every page beside the bare floor page in one interleaved
run, prints a table, and drops the databases. bench/README.md says how to read it.
"""

import argparse
import os
import sys
import tempfile
import time
from contextlib import ExitStack, closing
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
sys.path[:0] = [str(ROOT), str(ROOT / "script" / "lib")]

from standup.database import database  # noqa: E402 (found by the line above)
from standup.home import Home  # noqa: E402
from standup.say import Failure, Stopped, stop_on_signals  # noqa: E402

# Of the demo accounts in databases that hold nothing else, on servers of this machine alone.
PASSWORD = "bench-only-account"  # noqa: S105
ROUNDS, QUICK_ROUNDS = 60, 10
MINUTES, QUICK_MINUTES = 6, 3
CLOSING = 20  # seconds of a run for its last round and for taking everything down
BEGUN = time.monotonic()


def main(arguments: list[str]) -> int:
    """Run the measurement; the exit code is 0 where it was carried through, whatever it found."""
    options = parse(arguments)
    stop_on_signals()
    try:
        with database(Home.from_environment()) as (server_url, _):
            set_up_django(server_url)
            return run(server_url, options)
    except (Failure, Stopped) as problem:
        say(f"stopped: {problem}")
        return 1


def parse(arguments: list[str]) -> argparse.Namespace:
    """The options of the command line."""
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("--quick", action="store_true", help=f"{QUICK_ROUNDS} rounds at most")
    parser.add_argument("--rounds", type=int, help=f"rounds at most (default {ROUNDS})")
    parser.add_argument("--minutes", type=float, help=f"of the whole run (default {MINUTES})")
    parser.add_argument("--only", default="", help="pages whose name contains this word")
    parser.add_argument("--keep", action="store_true", help="leave the databases for a next run")
    options = parser.parse_args(arguments)
    options.rounds = options.rounds or (QUICK_ROUNDS if options.quick else ROUNDS)
    options.minutes = options.minutes or (QUICK_MINUTES if options.quick else MINUTES)
    return options


def set_up_django(server_url: str) -> None:
    """Settings of the bench, on the first of its databases; the servers inherit them."""
    from bench.worlds import url_of

    os.environ |= {
        "DATABASE_URL": url_of(server_url),
        "DJANGO_SETTINGS_MODULE": "bench.settings",
        "DEMO": "1",
        "DEBUG": "0",
        "DEMO_PASSWORD": PASSWORD,
        "ALLOWED_HOSTS": "127.0.0.1,localhost",
        "SECRET_KEY": "bench-only-" + "b" * 50,
    }
    import django

    django.setup()


def run(server_url: str, options) -> int:
    """Make the data, start the servers, measure, print."""
    from bench import report, worlds
    from bench.cases import CASES
    from bench.measure import measure

    cases = tuple(case for case in CASES if options.only in case.name)
    wanted = {key for case in cases for key in case.worlds}
    wanted |= {"sixteen"} if "both" in wanted else set()
    with ExitStack() as stack:
        home = Path(stack.enter_context(tempfile.TemporaryDirectory(prefix="portal-bench-")))
        try:
            made = stack.enter_context(
                worlds.worlds(server_url, wanted, keep=options.keep, say=say)
            )
        except worlds.Busy as busy:
            raise Failure(str(busy)) from None
        before = report.load()
        places, floor = open_places(stack, made, home)
        end = BEGUN + options.minutes * 60 - CLOSING
        found, rounds = measure(cases, places, floor, options.rounds, end, say)
        print(f"\n{report.machine(made['one'].url)}")
        print(f"{rounds} rounds; load {before} before, {report.load()} after\n")
        for title, kept in (
            ("Made anew, right after some row has changed", False),
            ("Remembered: nothing has changed since", True),
        ):
            print(f"\n{title}\n")
            print(report.table([samples for samples in found if samples.case.kept is kept]))
    for samples in found:
        if samples.refused:
            print(f"\n{samples.case.name}: {samples.refused}")
    say("done")
    return 0


def open_places(stack: ExitStack, made: dict, home: Path):
    """Servers and signed-in visitors for every world: ({key: Place}, the place of the floor)."""
    from bench.cases import ACCOUNTS, FLOOR, Place, targets
    from bench.client import Visitor
    from bench.cpu import Meter
    from bench.servers import environment, servers

    say("starting the servers")
    environments = {key: environment(world.url, home) for key, world in made.items()}
    environments["floor"] = environment(made["one"].url, home, floor=True)
    running = stack.enter_context(servers(environments, home))
    about = targets(made["one"].url)

    def place(key, url, accounts):
        server, connection = running[key], stack.enter_context(closing(connect(url)))
        visitors = {name: Visitor(server.port).sign_in(name, PASSWORD) for name in accounts}
        meter = Meter(server.pid, connection, server.application)
        return Place(visitors, connection, meter, about)

    places = {key: place(key, world.url, ACCOUNTS) for key, world in made.items()}
    floor = place("floor", made["one"].url, ())
    floor.visitors[FLOOR] = Visitor(running["floor"].port)
    return places, floor


def connect(url: str):
    """A connection on which every statement is committed by itself."""
    import psycopg2

    connection = psycopg2.connect(url)
    connection.autocommit = True
    return connection


def say(text: str) -> None:
    """Print a line of progress with the seconds since the start, beside the result."""
    print(f"{time.monotonic() - BEGUN:6.1f} s  {text}", file=sys.stderr, flush=True)


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
