#!/usr/bin/env python
"""What it costs to bring a workbook in and to take it out: `.venv/bin/python bench/workbooks.py`.

1,000, 10,000 and 40,000 new courtyards in 楼院台账, 18 columns: reading (open, clean, compare) and
storing apart, then the official form and the working copy of the same rows. The floor is the same
file read by the same library, and the same rows by COPY into a table without index, in and out.
Each round has a process of its own, and what it stores is rolled back.
"""

import argparse
import json
import os
import sys
import tempfile
import time
from datetime import date
from io import BytesIO, StringIO
from pathlib import Path
from statistics import median

ROOT = Path(__file__).resolve().parent.parent
sys.path[:0] = [str(ROOT), str(ROOT / "script" / "lib")]

from standup.database import database  # noqa: E402 (found by the line above)
from standup.home import Home  # noqa: E402
from standup.say import Failure, Stopped, stop_on_signals  # noqa: E402

from bench.exports import peak, use  # noqa: E402
from bench.pages import say, set_up_django  # noqa: E402

WORLD = "one"
SIZES = (1_000, 10_000, 40_000)
ROUNDS = 3
DAY = date(2021, 4, 30)
HEAD = (
    "序号", "街道", "社区", "楼院名称", "位置", "建成年代", "楼栋数", "户数", "人口数", "是否成立支部",
    "楼院长", "楼院长电话", "是否成立自管会", "自管会成立时间", "自管会人数", "分包单位", "主要问题", "备注",
)  # fmt: skip
STEPS = ("floor: read", "floor: COPY in", "read", "store", "floor: COPY out", "official", "copy")


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

    from campaign.imports import KINDS
    from ledgers.importing.apply import apply_outcome
    from ledgers.importing.outcome import read_file

    kind, found = KINDS["courtyards"], {}
    with transaction.atomic():
        rows = invented(size)
        content = written(rows)
        step(found, "floor: read", lambda: bare_read(content))
        step(found, "floor: COPY in", lambda: copy_in(rows))
        outcome = step(found, "read", lambda: read_file(kind, content, "a.xlsx", today=DAY))
        step(found, "store", lambda: apply_outcome(outcome=outcome, user=None))
        step(found, "floor: COPY out", copy_out)
        taken = {step(found, what, lambda what=what: taken_out(what)) for what in STEPS[-2:]}
        if taken != {size} or outcome.counts["new"] != size:
            raise Failure(f"of {size} rows not all were stored: {outcome.counts}")
        transaction.set_rollback(True)
    return found


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
    found[name] = (seconds, used[0], calls[0])
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


def invented(size: int) -> list[tuple]:
    """Rows of new courtyards in the communities of the county."""
    from orgs.models import Division

    places = list(
        Division.objects.filter(level="community", parent__name__endswith="街道")
        .order_by("code")
        .values_list("parent__name", "name")
    )
    rows = []
    for number in range(size):
        street, community = places[number * len(places) // size]
        households = 40 + number % 300
        rows.append(
            (
                number + 1, street, community, f"测量{number}号院", f"示例路{number}号", "1985年",
                1 + number % 9, f"约{households}" if number % 5 == 0 else households,
                households * 3, "否", "示例" + "甲乙丙丁戊己庚辛"[number % 8],
                f"138{number:08d}", "是", "2020.9.1", 5, "", "墙皮脱落", "",
            )
        )  # fmt: skip
    return rows


def written(rows: list[tuple]) -> bytes:
    """The rows as a workbook."""
    import xlsxwriter

    stream = BytesIO()
    with xlsxwriter.Workbook(stream, {"constant_memory": True}) as book:
        sheet = book.add_worksheet("台账")
        for number, line in enumerate([("填报时间：2021年4月30日",), HEAD, *rows]):
            sheet.write_row(number, 0, line)
    return stream.getvalue()


def bare_read(content: bytes) -> None:
    from python_calamine import CalamineWorkbook

    book = CalamineWorkbook.from_filelike(BytesIO(content))
    book.get_sheet_by_name("台账").to_python()


def copy_in(rows: list[tuple]) -> None:
    from django.db import connection

    columns = ", ".join(f"c{n} text" for n in range(len(HEAD)))
    with connection.cursor() as cursor:
        cursor.execute(f"CREATE TEMP TABLE bare ({columns}) ON COMMIT DROP")
        lines = "".join("\t".join(map(str, row)) + "\n" for row in rows)
        cursor.cursor.copy_expert("COPY bare FROM STDIN", StringIO(lines))


def copy_out() -> None:
    from django.db import connection

    with connection.cursor() as cursor, tempfile.TemporaryFile() as target:
        cursor.cursor.copy_expert("COPY bare TO STDOUT", target)


def report(found: dict[int, list[dict]]) -> None:
    """The table: medians of the seconds, ratios to the floor beside, the highest of the memory."""
    print("| rows | step | seconds | rows per second | × floor | MB above idle | statements |")
    print("| --: | --- | --: | --: | --: | --: | --: |")
    for size, rounds in found.items():
        middle = {step: median(one[step][0] for one in rounds) for step in STEPS}
        floor_in = middle["floor: read"] + middle["floor: COPY in"]
        floors = {"read": middle["floor: read"], "store": middle["floor: COPY in"]}
        floors |= {"official": middle["floor: COPY out"], "copy": middle["floor: COPY out"]}
        for step in STEPS:
            line(size, step, middle[step], floors.get(step), rounds, [step])
        whole = middle["read"] + middle["store"]
        line(size, "import: read and store", whole, floor_in, rounds, ["read", "store"])


def line(size, step, seconds, floor, rounds, steps) -> None:
    times = f"{seconds / floor:.1f}" if floor else ""
    memory = max(one[name][1] for one in rounds for name in steps)
    calls = sum(rounds[-1][name][2] for name in steps)
    print(
        f"| {size:,} | {step} | {seconds:.2f} | {size / seconds:,.0f} | {times} | {memory:.0f} "
        f"| {calls} |"
    )


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
