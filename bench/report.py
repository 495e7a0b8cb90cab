"""The table of a run, as Markdown, and the machine that it was taken on."""

import os
import platform
from contextlib import closing
from importlib.metadata import version
from pathlib import Path

import psycopg2

from bench.measure import Samples

HEAD = (
    "page",
    "queries",
    "floor ms",
    "ms",
    "p95",
    "× floor",
    "× CPU",
    "16 counties",
    "300 weeks",
    "goal",
    "",
)


def table(found: list[Samples]) -> str:
    """A Markdown table: a row for each page."""
    rows = [HEAD, ("---", *("--:",) * (len(HEAD) - 2), "---"), *map(_row, found)]
    widths = [max(len(row[i]) for row in rows) for i in range(len(HEAD))]
    lines = (
        " | ".join(cell.ljust(width) for cell, width in zip(row, widths, strict=True))
        for row in rows
    )
    return "\n".join(f"| {line} |" for line in lines)


def _row(samples: Samples) -> tuple[str, ...]:
    case = samples.case
    if samples.refused:
        return (case.name, *("–",) * (len(HEAD) - 2), "refused")
    first = case.worlds[0]
    page, cpu = samples.pages[first], samples.cpu_ratio(first)
    cells = [_other(samples, names) for names in (("sixteen", "both"), ("weeks",))]
    return (
        case.name,
        str(samples.queries[first]),
        f"{samples.floor.ms():.1f}",
        f"{page.ms():.1f}",
        f"{page.p95_ms():.1f}",
        f"{samples.ratio(first):.1f}",
        f"{cpu:.1f}" if cpu else "–",
        *cells,
        *_verdict(samples),
    )


def _other(samples: Samples, names: tuple[str, ...]) -> str:
    """Both ratios on the larger world of `names`, the milliseconds, and the queries if others."""
    world = next((name for name in samples.case.worlds[1:] if name in names), None)
    if world is None:
        return "–"
    cpu = samples.cpu_ratio(world)
    text = f"{samples.ratio(world):.1f}" + (f" · {cpu:.1f}" if cpu else "")
    text += f" ({samples.pages[world].ms():.1f} ms"
    if samples.queries[world] != samples.queries[samples.case.worlds[0]]:
        text += f", {samples.queries[world]} queries"
    return text + ")"


def _verdict(samples: Samples) -> tuple[str, str]:
    """The goal in words, and whether every size of data keeps it."""
    case = samples.case
    if case.goal:
        kept = all(samples.ratio(world) <= case.goal for world in case.worlds)
        return f"≤ {case.goal:g} ×", "kept" if kept else "missed"
    if case.seconds:
        kept = all(samples.pages[world].ms() <= case.seconds * 1000 for world in case.worlds)
        return f"≤ {case.seconds:g} s", "kept" if kept else "missed"
    return "–", ""


def machine(url: str) -> str:
    """One line: processor, memory, operating system, versions of what serves the pages."""
    with closing(psycopg2.connect(url)) as connection, connection.cursor() as cursor:
        cursor.execute("SHOW server_version")
        postgres = cursor.fetchone()[0].split()[0]
    memory = os.sysconf("SC_PAGE_SIZE") * os.sysconf("SC_PHYS_PAGES") / 2**30
    parts = (
        _processor(),
        f"{os.cpu_count()} cores",
        f"{memory:.0f} GB",
        platform.system(),
        f"Python {platform.python_version()}",
        f"Django {version('django')}",
        f"gunicorn {version('gunicorn')}",
        f"PostgreSQL {postgres}",
    )
    return ", ".join(parts)


def load() -> str:
    """How busy the machine is, as the kernel's averages over 1, 5 and 15 minutes."""
    return " ".join(f"{value:.1f}" for value in os.getloadavg())


def _processor() -> str:
    try:
        lines = Path("/proc/cpuinfo").read_text().splitlines()
    except OSError:
        return platform.processor() or platform.machine()
    names = [line.split(":", 1)[1].strip() for line in lines if line.startswith("model name")]
    return names[0] if names else platform.machine()
