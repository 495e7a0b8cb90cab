#!/usr/bin/env python
"""What an export of 36,000 rows × 12 columns costs: `.venv/bin/python bench/exports.py [--keep]`.

Seconds, and megabytes at the highest above what the process held before, for the list as XLSX, the
official form and the working copy. Beside them the floor: the same rows by COPY, written to no
sheet. The data are the 36,000 buildings of bench/pages.py; the form is declared here, because
no ledger of the portal has as many rows.
"""

import argparse
import sys
import tempfile
import time
from contextlib import contextmanager
from datetime import date
from os import sysconf
from pathlib import Path
from statistics import median
from threading import Event, Thread

ROOT = Path(__file__).resolve().parent.parent
sys.path[:0] = [str(ROOT), str(ROOT / "script" / "lib")]

from standup.database import database  # noqa: E402 (found by the line above)
from standup.home import Home  # noqa: E402
from standup.say import Failure, Stopped, stop_on_signals  # noqa: E402

from bench.pages import say, set_up_django  # noqa: E402

WORLD = "buildings"
ROUNDS = 5
DAY = date(2021, 4, 30)


def main(arguments: list[str]) -> int:
    """Run the measurement; the exit code is 0 where it was carried through."""
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("--keep", action="store_true", help="leave the database for a next run")
    options = parser.parse_args(arguments)
    stop_on_signals()
    try:
        with database(Home.from_environment()) as (server_url, _):
            set_up_django(server_url)
            from bench import worlds

            with worlds.worlds(server_url, {WORLD}, keep=options.keep, say=say) as made:
                use(made[WORLD].url)
                report(run())
    except (Failure, Stopped) as problem:
        say(f"stopped: {problem}")
        return 1
    return 0


def use(url: str) -> None:
    """Point Django, which was set up for the first world, at the database `url`."""
    import environ
    from django.db import connection

    connection.close()
    connection.settings_dict.update(
        {key: environ.Env.db_url_config(url)[key] for key in ("NAME", "HOST", "PORT")}
    )


def run() -> dict[str, list[tuple]]:
    """By case: (seconds, seconds of the processor, megabytes, bytes of the file) of each round."""
    from bench.forms import cases

    found: dict[str, list] = {}
    for _ in range(ROUNDS):
        for name, write in cases(DAY).items():
            with tempfile.TemporaryFile() as target, peak() as used:
                begun, computed = time.perf_counter(), time.process_time()
                write(target)
                seconds, computed = time.perf_counter() - begun, time.process_time() - computed
                size = target.tell()
            found.setdefault(name, []).append((seconds, computed, used[0], size))
        say("one round")
    return found


@contextmanager
def peak():
    """Gives a list that holds, afterwards, the megabytes of the highest point above the beginning.

    Looked at every few milliseconds, because not every kernel lets its own mark be set back.
    """
    before, used, done = resident(), [0.0], Event()

    def watch():
        while not done.wait(0.005):
            used[0] = max(used[0], resident() - before)

    watcher = Thread(target=watch)
    watcher.start()
    try:
        yield used
    finally:
        done.set()
        watcher.join()


def resident() -> float:
    """Megabytes of this process that are in memory."""
    pages = int(Path("/proc/self/statm").read_text().split()[1])
    return pages * sysconf("SC_PAGESIZE") / 2**20


def report(found: dict) -> None:
    """The table: medians of the time, the highest of the memory."""
    print("| export | seconds | of the processor | megabytes above idle | file, MB |")
    print("| --- | --: | --: | --: | --: |")
    for name, rounds in found.items():
        seconds, computed, memory, sizes = zip(*rounds, strict=True)
        print(
            f"| {name} | {median(seconds):.2f} | {median(computed):.2f} | {max(memory):.0f} "
            f"| {max(sizes) / 1e6:.1f} |"
        )


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
