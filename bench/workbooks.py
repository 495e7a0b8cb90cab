#!/usr/bin/env python
"""What it costs to bring a workbook in and to take it out: `.venv/bin/python bench/workbooks.py`.

New courtyards in 楼院台账, 18 columns: parsed, cleaned, compared and stored; the same file again, of
which nothing changes; a file in which every row has changed; then the official form and the working
copy of the rows. The floor of reading is the same file read by the same library, that of storing the
rows that the import stores (courtyards, counts, heads, persons, committees, with their history),
sent to the same tables by COPY. Beside them stands the cells of the file by COPY into a table
without index. Each round has a process of its own, and what it stores is rolled back.
"""

import argparse
import gc
import json
import os
import sys
import tempfile
import time
from contextlib import ExitStack
from ctypes import CDLL
from datetime import date
from functools import partial
from pathlib import Path
from statistics import median
from unittest.mock import patch

ROOT = Path(__file__).resolve().parent.parent
sys.path[:0] = [str(ROOT), str(ROOT / "script" / "lib")]

from standup.database import database  # noqa: E402 (found by the line above)
from standup.home import Home  # noqa: E402
from standup.say import Failure, Stopped, stop_on_signals  # noqa: E402

from bench.bare import (  # noqa: E402
    bare_read,
    constraints,
    copy_back,
    copy_in,
    copy_out,
    last_keys,
    rows_since,
)
from bench.exports import peak, use  # noqa: E402
from bench.invented import invented, written  # noqa: E402
from bench.pages import say, set_up_django  # noqa: E402

WORLD = "one"
SIZES = (1_000, 10_000, 40_000)
ROUNDS = 3
DAY = date(2021, 4, 30)
# The parts of reading, by the functions of ledgers/importing/outcome.py that do them.
PARTS = {
    "parse": ("read_book", "_take_apart"),
    "clean": ("_read_sheets",),
    "compare": ("_find_twins", "_settle_copy", "_compare"),
}
# Each step and the floors beside which it stands.
STEPS = {
    "floor: the file read": (),
    "floor: its cells by COPY, no index": (),
    "floor: its stored rows by COPY": (),
    "floor: COPY out": (),
    **{f"new: {part}": ("floor: the file read",) for part in PARTS},
    "new: store": ("floor: its stored rows by COPY",),
    **{f"same again: {part}": ("floor: the file read",) for part in PARTS},
    **{f"all changed: {part}": ("floor: the file read",) for part in PARTS},
    "all changed: store": ("floor: its stored rows by COPY",),
    "official form": ("floor: COPY out",),
    "working copy": ("floor: COPY out",),
}
BOTH = ("floor: the file read", "floor: its stored rows by COPY")
BARE = ("floor: the file read", "floor: its cells by COPY, no index")


def main(arguments: list[str]) -> int:
    """Run the measurement; the exit code is 0 where it was carried through."""
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("--keep", action="store_true", help="leave the database for a next run")
    parser.add_argument("--rounds", type=int, default=ROUNDS)
    parser.add_argument("--sizes", type=int, nargs="+", default=SIZES)
    options = parser.parse_args(arguments)
    stop_on_signals()
    try:
        with database(Home.from_environment()) as (server_url, _):
            set_up_django(server_url)
            from bench import worlds

            with worlds.worlds(server_url, {WORLD}, keep=options.keep, say=say) as made:
                use(made[WORLD].url)
                found = {size: [] for size in options.sizes}
                for _ in range(options.rounds):
                    for size in options.sizes:
                        found[size].append(apart(size))
                        say(f"{size} rows, one round")
                report(found)
    except (Failure, Stopped) as problem:
        say(f"stopped: {problem}")
        return 1
    return 0


def apart(size: int) -> dict:
    """One round in a process of its own, so that memory is that of the round."""
    from django.db import connections

    connections.close_all()
    with tempfile.NamedTemporaryFile() as answer:
        child = os.fork()
        if child == 0:
            code = 1
            try:
                Path(answer.name).write_text(json.dumps(measure(size)))
                code = 0
            finally:
                os._exit(code)
        if os.waitpid(child, 0)[1] != 0:
            raise Failure(f"a round of {size} rows failed")
        return json.loads(Path(answer.name).read_text())


def measure(size: int) -> dict:
    """By step: seconds, megabytes above idle, statements sent to the database."""
    from django.db import transaction

    from ledgers.pinyin import pinyin_key

    pinyin_key("示例")  # its dictionary, some 50 MB, is loaded once in a process
    found: dict = {}
    with transaction.atomic():
        content = written(invented(size))
        step(found, "floor: the file read", lambda: bare_read(content))
        step(found, "floor: its cells by COPY, no index", lambda: copy_in(invented(size)))
        before = last_keys()
        with transaction.atomic():
            bring(found, "new", content, {"new": size})
            stored = rows_since(before)
            transaction.set_rollback(True)
        constraints("DEFERRED")
        step(found, "floor: its stored rows by COPY", lambda: copy_back(stored))
        constraints("DEFERRED")
        bring(found, "same again", content, {"unchanged": size})
        bring(found, "all changed", written(invented(size, changed=True)), {"changed": size})
        step(found, "floor: COPY out", copy_out)
        for what, form in (("official form", "official"), ("working copy", "copy")):
            if step(found, what, lambda form=form: taken_out(form)) != size:
                raise Failure(f"of {size} rows not all went out")
        transaction.set_rollback(True)
    return found


def bring(found: dict, what: str, content: bytes, counts: dict) -> None:
    """Read and store a file, each part noted apart as `what: part`; `counts` is what must come of it.

    The highest memory of the whole is noted as `what: whole`: what one part has read lies there
    while the next one works.
    """
    gc.collect()
    # What earlier steps have freed is given back, or the import would seem to need none of its own.
    CDLL(None).malloc_trim(0)
    with peak() as used:
        bring_in(found, what, content, counts)
    found[f"{what}: whole"] = (0, used[0], 0)


def bring_in(found: dict, what: str, content: bytes, counts: dict) -> None:
    from ledgers.importing import outcome
    from ledgers.importing.apply import apply_outcome
    from orgs.imports.permitted import KINDS

    with ExitStack() as patched:
        for part, names in PARTS.items():
            for name in names:
                noted = partial(noting, found, f"{what}: {part}", getattr(outcome, name))
                patched.enter_context(patch.object(outcome, name, noted))
        read = outcome.read_file(KINDS["courtyards"], content, "a.xlsx", today=DAY)
    got = {status: number for status, number in read.counts.items() if number}
    if got != counts:
        raise Failure(f"read {got} instead of {counts}")
    if "unchanged" not in counts:
        step(
            found,
            f"{what}: store",
            lambda: (apply_outcome(outcome=read, user=None), constraints("IMMEDIATE")),
        )


def noting(found: dict, name: str, work, *args):
    return step(found, name, lambda: work(*args))


def step(found: dict, name: str, work):
    """Do `work`, note what it cost under `name`, and give its result."""
    from django.db import connection

    calls = [0]

    def counted(execute, *args):
        calls[0] += 1
        return execute(*args)

    with peak() as used, connection.execute_wrapper(counted):
        begun = time.perf_counter()
        result = work()
        seconds = time.perf_counter() - begun
    before = found.get(name, (0, 0, 0))
    found[name] = (before[0] + seconds, max(before[1], used[0]), before[2] + calls[0])
    return result


def taken_out(what: str) -> int:
    """Write the rows as official form or working copy; how many they are."""
    from courtyards.models import Courtyard
    from ledgers import registry
    from ledgers.workbooks import WorkbookFile
    from orgs.models import User

    form = registry.workbook_of("courtyards")[1]
    places = Courtyard.objects.on(DAY).filter(name__startswith="测量")
    reader = User.objects.order_by("pk").first()
    file = WorkbookFile(form, queryset=places, user=reader, on=DAY, asked=[])
    with tempfile.TemporaryFile() as target:
        file.write(what, target)
    return file.rows


def report(found: dict[int, list[dict]]) -> None:
    """The table: medians of the seconds, ratios to the floor beside, the highest of the memory."""
    print("| rows | step | seconds | rows per second | × floor | MB above idle | statements |")
    print("| --: | --- | --: | --: | --: | --: | --: |")
    for size, rounds in found.items():
        for step, floors in STEPS.items():
            line(size, step, [step], floors, rounds)
        for what in ("new", "all changed"):
            parts = [f"{what}: {part}" for part in (*PARTS, "store")]
            line(size, f"**{what}: the whole import**", parts, BOTH, rounds)
            line(size, f"{what}: beside the file and its cells", parts, BARE, rounds)


def line(size, name, steps, floors, rounds) -> None:
    seconds, floor = (
        median(sum(one[step][0] for step in chosen) for one in rounds) for chosen in (steps, floors)
    )
    times = f"{seconds / floor:.1f}" if floor else ""
    noted = [name.strip("*").split(":")[0] + ": whole"] if len(steps) > 1 else steps
    memory = max(one[step][1] for one in rounds for step in noted)
    calls = sum(rounds[-1][step][2] for step in steps)
    print(
        f"| {size:,} | {name} | {seconds:.2f} | {size / seconds:,.0f} | {times} | {memory:.0f} "
        f"| {calls} |"
    )


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
