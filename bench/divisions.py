#!/usr/bin/env python
"""How fast an official list of divisions is taken over: `.venv/bin/python bench/divisions.py [FILE]`.

Makes a database of its own on the server that script/server would use (or that of DATABASE_URL),
copies the bare rows into a table without index or trigger (the floor), imports the list into the
empty portal, then the same list again, then the list with every hundredth name changed and every
thousandth place missing. Prints rows per second, the ratio to the floor and the peak memory of the
command. Without FILE it makes a list of 664,000 invented places.
"""

import argparse
import csv
import gzip
import io
import lzma
import os
import subprocess
import sys
import tempfile
import time
from contextlib import closing
from itertools import islice
from pathlib import Path
from urllib.parse import urlsplit

import psycopg2

ROOT = Path(__file__).resolve().parent.parent
sys.path[:0] = [str(ROOT), str(ROOT / "script" / "lib")]

from standup.database import database  # noqa: E402 (found by the line above)
from standup.home import Home  # noqa: E402
from standup.say import Failure, Stopped, stop_on_signals  # noqa: E402

DATABASE = "portal_bench_divisions"
HEAD = ("code", "name", "level", "parent_code")
# Provinces, counties in each, towns in each, villages in each: about the size of the country.
PARTS = (31, 96, 14, 15)
FIRST, SECOND = "东西南北上下大小前后新老高白石柳杨张王李", "河山庄湾沟岭坡桥店寨营屯坪塘冲岗"


def main(arguments: list[str]) -> int:
    """Run the measurement; the exit code is 0 where it was carried through."""
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("file", type=Path, nargs="?", help="the list; else an invented one")
    options = parser.parse_args(arguments)
    stop_on_signals()
    try:
        with (
            database(Home.from_environment()) as (url, _),
            tempfile.TemporaryDirectory(prefix="portal-bench-") as folder,
        ):
            measure(url, options.file, Path(folder))
    except (Failure, Stopped) as problem:
        print(f"stopped: {problem}", file=sys.stderr)
        return 1
    return 0


def measure(server: str, file: Path | None, folder: Path) -> None:
    """Make the database and the lists, print the table, drop the database.

    The rows are read again for each use: a child's peak memory counts what its parent held.
    """
    full = file or written(folder / "full.csv", invented())
    changed = written(folder / "changed.csv", aged(rows_of(full)))
    number = sum(1 for _ in rows_of(full))
    own = urlsplit(server)._replace(path=f"/{DATABASE}").geturl()
    with closing(psycopg2.connect(server)) as connection:
        connection.autocommit = True
        with connection.cursor() as cursor:
            cursor.execute(f"DROP DATABASE IF EXISTS {DATABASE}")
            cursor.execute(f"CREATE DATABASE {DATABASE}")
            try:
                manage(own, "migrate", "--verbosity", "0")
                print(f"{number} rows; load {os.getloadavg()[0]:.1f}\n")
                print("| what | seconds | rows per second | × floor | peak MB |")
                print("| --- | --: | --: | --: | --: |")
                least = floor(own, rows_of(full))
                tell("bare COPY", number, least, least, None)
                for what, path in (("empty", full), ("same", full), ("changed", changed)):
                    seconds, peak = manage(own, "import_divisions", str(path))
                    tell(f"import: {what}", number, seconds, least, peak)
            finally:
                cursor.execute(f"DROP DATABASE IF EXISTS {DATABASE}")


def rows_of(path: Path):
    """The rows of a list below its heading, as tuples of HEAD."""
    opened = {".xz": lzma.open, ".gz": gzip.open}.get(path.suffix, open)
    with opened(path, "rt", encoding="utf-8-sig", newline="") as text:
        for row in csv.DictReader(text):
            yield tuple(row[name] for name in HEAD)


def invented():
    """A country of invented places; about two in three names differ."""
    provinces, counties, towns, villages = PARTS
    yield from (row(f"{p:02}", "province", p) for p in range(11, 11 + provinces))
    for p in range(11, 11 + provinces):
        yield row(f"{p}01", "prefecture", p)
        for c in range(1, counties + 1):
            county = f"{p}01{c:02}"
            yield row(county, "county", p * c)
            for t in range(100, 100 + towns):
                yield row(f"{county}{t}", "township", p * c + t)
                for v in range(200, 200 + villages):
                    yield row(f"{county}{t}{v}", "village", (p * c + t) * 331 + v)


def row(code: str, level: str, seed: int) -> tuple[str, str, str, str]:
    """The line of a place; `seed` chooses its name."""
    above = {2: 0, 4: 2, 6: 4, 9: 6, 12: 9}[len(code)]
    name = "".join(
        part[seed // n % len(part)] for part, n in zip(PARTS_OF_NAME, STEPS, strict=True)
    )
    parent = code[:above].ljust(12, "0") if above else ""
    return code.ljust(12, "0"), name + ("村委会" if level == "village" else "区"), level, parent


PARTS_OF_NAME, STEPS = (FIRST, SECOND, FIRST, SECOND), (1, 20, 320, 6400)


def aged(rows):
    """The list some years later: names changed, places gone."""
    for number, (code, name, level, parent) in enumerate(rows):
        lowest = level in ("village", "community")
        if lowest and number % 1000 == 0:
            continue
        yield code, f"新{name}" if lowest and number % 100 == 1 else name, level, parent


def written(path: Path, rows) -> Path:
    """The rows as a CSV file at `path`."""
    with path.open("w", encoding="utf-8", newline="") as file:
        writer = csv.writer(file)
        writer.writerow(HEAD)
        writer.writerows(rows)
    return path


def floor(url: str, rows) -> float:
    """Seconds for copying the bare rows into a table that has neither index nor trigger."""
    with closing(psycopg2.connect(url)) as connection, connection, connection.cursor() as cursor:
        cursor.execute("CREATE TABLE floor (code text, name text, level text, parent text)")
        begun, rows = time.perf_counter(), iter(rows)
        while batch := list(islice(rows, 20_000)):
            text = io.StringIO()
            csv.writer(text).writerows(batch)
            text.seek(0)
            cursor.copy_expert("COPY floor FROM STDIN (FORMAT csv)", text)
        connection.commit()
        seconds = time.perf_counter() - begun
        cursor.execute("DROP TABLE floor")
    return seconds


def manage(url: str, *words: str) -> tuple[float, float]:
    """Run manage.py; (seconds, its peak memory in MB). Raises Failure where it fails."""
    environment = os.environ | {
        "DATABASE_URL": url,
        "DJANGO_SETTINGS_MODULE": "campaign.settings",
        "DEMO": "1",
        "SECRET_KEY": "bench-only-" + "b" * 50,
    }
    begun = time.perf_counter()
    with tempfile.TemporaryFile() as told:
        process = subprocess.Popen(
            [sys.executable, str(ROOT / "manage.py"), *words],
            env=environment,
            stdout=told,
            stderr=subprocess.STDOUT,
        )
        _, status, usage = os.wait4(process.pid, 0)
        process.returncode = os.waitstatus_to_exitcode(status)
        if process.returncode:
            told.seek(0)
            raise Failure(told.read().decode()[-2000:])
    return time.perf_counter() - begun, usage.ru_maxrss / 1024


def tell(what: str, rows: int, seconds: float, least: float, peak: float | None) -> None:
    """Print a line of the table."""
    memory = "–" if peak is None else f"{peak:.0f}"
    line = f"| {what} | {seconds:.1f} | {rows / seconds:,.0f} | {seconds / least:.1f} | {memory} |"
    print(line, flush=True)


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
